"""Views of standards: standards, artefacts, information objects, crosswalk, hand-overs, moving between versions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from navigator.graph import Edge, Node
from navigator.model.common import Match
from navigator.model.standards import (
    Artefact,
    Availability,
    Change,
    Crosswalk,
    Example,
    HandOver,
    InformationObject,
    NoCounterpart,
    Pair,
    Standard,
    Version,
)  # fmt: skip
from navigator.view.fits import FitRow, Ground, grounds, rows_of
from navigator.view.process import by_basis
from navigator.view.site import Site, order_of
from navigator.view.strip import Cell, Mark, Strip, lifeline, strip


@dataclass(frozen=True)
class Checked:
    """The artefact in one version, and whether a machine checked the claim: schema, named or no."""

    availability: Availability
    version: Version | None
    by_machine: bool
    inventory: str
    use_instead: Node | None


@dataclass(frozen=True)
class Counterpart:
    """An artefact of another standard that answers to this one, seen from this one."""

    node: Node
    standard: Standard
    match: str
    difference: str
    basis: str
    grounds: tuple[Ground, ...]
    topic: Node


@dataclass(frozen=True)
class ExampleView:
    """A worked example with the text of its file."""

    entry: Example
    text: str
    artefacts: tuple[Node, ...]
    standard: Standard


@dataclass(frozen=True)
class ArtefactView:
    """Context of the page of an artefact."""

    entry: Artefact
    node: Node
    standard: Standard
    versions: tuple[Checked, ...]
    strip: Strip
    rows: tuple[FitRow, ...]
    overarching: tuple[FitRow, ...]
    parts: tuple[Node, ...]
    wholes: tuple[Node, ...]
    refers_to: tuple[Node, ...]
    referred_by: tuple[Node, ...]
    represents: tuple[tuple[Node, Match], ...]
    counterparts: tuple[Counterpart, ...]
    none: tuple[tuple[Standard, NoCounterpart], ...]
    hands_to: tuple[tuple[Node, HandOver], ...]
    takes_from: tuple[tuple[Node, HandOver], ...]
    cases: tuple[Node, ...]
    tools: tuple[Node, ...]
    examples: tuple[ExampleView, ...]
    seen_in: tuple[Node, ...]
    neighbour: Node | None
    suggested: tuple[tuple[Node, Node, str], ...]
    grounds: tuple[Ground, ...]
    sources: tuple[Node, ...]
    basis: tuple[tuple[str, int], ...]


def artefact(site: Site, entry: Artefact, texts: dict[str, str]) -> ArtefactView:
    """``texts`` holds the text of each example file by the example's id."""
    rows = rows_of(site, entry.id)
    graph = site.graph
    handled = graph.into(entry.id, "handles")
    shown = tuple(node for node in site.sources_of(graph.into(entry.id, "shows")) if node.kind == "example")
    return ArtefactView(
        entry=entry,
        node=site.node(entry.id),
        standard=site.standard_of(entry.id),
        versions=tuple(checked(site, entry, each) for each in entry.versions),
        strip=lifeline(site, rows),
        rows=tuple(row for row in rows if not row.activity.id.startswith("gsbpm:oa.")),
        overarching=tuple(row for row in rows if row.activity.id.startswith("gsbpm:oa.")),
        parts=tuple(node for node in site.sources_of(graph.into(entry.id, "part-of"))),
        wholes=tuple(node for node in site.targets_of(graph.out(entry.id, "part-of")) if node.kind == "artefact"),
        refers_to=site.targets_of(graph.out(entry.id, "refers-to")),
        referred_by=site.sources_of(graph.into(entry.id, "refers-to")),
        represents=tuple((site.node(each.object), each) for each in entry.represents),
        counterparts=counterparts(site, entry.id),
        none=tuple((site.catalogue[each.standard], each) for topic in site.catalogue.of("crosswalk") for each in topic.none if each.subject == entry.id),
        hands_to=tuple((site.node(edge.target), edge.value) for edge in graph.out(entry.id, "hands-over")),
        takes_from=tuple((site.node(edge.source), edge.value) for edge in graph.into(entry.id, "hands-over")),
        cases=tuple(node for node in site.sources_of(handled) if node.kind == "use-case"),
        tools=tuple(node for node in site.sources_of(handled) if node.kind == "tool"),
        examples=tuple(example(site, node.value, texts) for node in shown if node.value.artefacts[0] == entry.id),
        seen_in=tuple(node for node in shown if node.value.artefacts[0] != entry.id),
        neighbour=site.node(entry.neighbour) if entry.neighbour else None,
        suggested=suggested(site, entry),
        grounds=grounds(site, entry.sources),
        sources=site.targets_of(_cited(site, entry.id, rows)),
        basis=by_basis(rows),
    )


def _cited(site: Site, id: str, rows: Iterable[FitRow]) -> Iterable[Edge]:
    yield from site.graph.out(id, "cites")
    for row in rows:
        yield from (Edge(id, each.source.id, "cites") for each in row.grounds)


def checked(site: Site, entry: Artefact, availability: Availability) -> Checked:
    prefix = entry.id.partition(":")[0]
    held = site.inventories.held.get((prefix, availability.version))
    version = next((each for each in site.standard_of(entry.id).versions if each.version == availability.version), None)
    by_machine = bool(held) and not availability.not_checked and (bool(availability.names) or not availability.there)
    instead = site.node(availability.use_instead) if availability.use_instead else None
    return Checked(availability, version, by_machine, held.source if held and by_machine else "", instead)


def counterparts(site: Site, id: str) -> tuple[Counterpart, ...]:
    turned = {"broad": "narrow", "narrow": "broad"}
    edges = [(edge.target, edge.value.match, edge) for edge in site.graph.out(id, "match")]
    edges += [(edge.source, turned.get(edge.value.match, edge.value.match), edge) for edge in site.graph.into(id, "match")]
    return tuple(
        Counterpart(
            site.node(other), site.standard_of(other), match, edge.value.difference, edge.value.basis,
            grounds(site, edge.value.evidence), site.node(edge.detail["topic"]),
        )
        for other, match, edge in sorted(edges, key=lambda item: (order_of(item[0]), item[0]))
    )  # fmt: skip


def suggested(site: Site, entry: Artefact) -> tuple[tuple[Node, Node, str], ...]:
    """Steps where the graph suggests the artefact and nobody asserted it: (step, object, direction)."""
    asserted = {edge.target.rpartition(".t")[0] or edge.target for edge in site.graph.out(entry.id, "fit")}
    asserted |= {edge.target for edge in site.graph.out(entry.id, "fit")}
    found = [
        (site.node(flow.source), site.node(tie.object), "takes in" if relation == "takes-in" else "gives out")
        for tie in entry.represents
        if tie.match in ("exact", "close")
        for relation in ("takes-in", "gives-out")
        for flow in site.graph.into(tie.object, relation)
        if flow.source not in asserted and site.node(flow.source).kind == "sub-process"
    ]
    return tuple(sorted(found, key=lambda item: (item[0].id, item[2])))


def example(site: Site, entry: Example, texts: dict[str, str]) -> ExampleView:
    return ExampleView(entry, texts[entry.id], site.nodes(entry.artefacts), site.catalogue[entry.standard])


@dataclass(frozen=True)
class Topic:
    """The artefacts of one topic of a standard."""

    name: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True)
class VersionChange:
    """An artefact that is not the same in two neighbouring versions."""

    node: Node
    availability: Availability
    use_instead: Node | None
    fits: int


@dataclass(frozen=True)
class Move:
    """What changes on the way from one version to the next."""

    old: Version
    new: Version
    changes: tuple[tuple[Change, tuple[Node, ...], tuple[Ground, ...]], ...]
    artefacts: tuple[VersionChange, ...]


@dataclass(frozen=True)
class StandardView:
    """Context of the page of a standard or model."""

    entry: Standard
    node: Node
    parent: Node | None
    children: tuple[Node, ...]
    versions: tuple[tuple[Version, tuple[Ground, ...]], ...]
    moves: tuple[Move, ...]
    coverage: Strip
    steps: int
    fits: int
    topics: tuple[Topic, ...]
    cases: tuple[Node, ...]
    tools: tuple[Node, ...]
    documents: tuple[Node, ...]
    reread: int
    basis: tuple[tuple[str, int], ...]
    grounds: tuple[Ground, ...]


def standard(site: Site, entry: Standard) -> StandardView:
    graph = site.graph
    artefacts = tuple(each for each in site.catalogue.of("artefact") if each.standard == entry.id)
    rows = tuple(row for each in artefacts for row in rows_of(site, each.id))
    cover = coverage(site, rows)
    return StandardView(
        entry=entry,
        node=site.node(entry.id),
        parent=site.node(entry.part_of) if entry.part_of else None,
        children=tuple(node for node in site.sources_of(graph.into(entry.id, "part-of")) if node.kind == "standard"),
        versions=tuple((version, grounds(site, version.evidence)) for version in entry.versions),
        moves=moves(site, entry, artefacts),
        coverage=cover,
        steps=sum(cell.full for band in cover for cell in band.cells),
        fits=len(rows),
        topics=topics(site, artefacts),
        cases=tuple(node for node in site.sources_of(graph.into(entry.id, "handles")) if node.kind == "use-case"),
        tools=tuple(node for node in site.sources_of(graph.into(entry.id, "handles")) if node.kind == "tool"),
        documents=tuple(node for node in site.sources_of(graph.into(entry.id, "about")) if node.kind == "source"),
        reread=sum(bool(row.reread) for row in rows),
        basis=by_basis(rows),
        grounds=grounds(site, entry.sources),
    )


def coverage(site: Site, rows: Iterable[FitRow]) -> Strip:
    """How many fits a standard has at each sub-process; the mark is the strongest of them."""
    found: dict[str, list[FitRow]] = {}
    for row in rows:
        found.setdefault(row.activity.parent or row.activity.id, []).append(row)

    def cell(step: object) -> Cell:
        node = site.node(step.id)  # type: ignore[attr-defined]
        here = found.get(node.id, [])
        primary = sum(row.fit.strength == "primary" for row in here)
        said = f"{len(here)} {'fit' if len(here) == 1 else 'fits'}, {primary} primary" if here else "no fit"
        marks = (Mark("covers", "primary" if primary else "supporting", said),) if here else ()
        return Cell(node, marks, f"{node.code} {node.label}: {said}", str(len(here)) if here else "")

    return strip(site, cell)


def topics(site: Site, artefacts: Iterable[Artefact]) -> tuple[Topic, ...]:
    groups: dict[str, list[Node]] = {}
    for each in artefacts:
        groups.setdefault(each.topic, []).append(site.node(each.id))
    return tuple(Topic(name, tuple(sorted(nodes, key=lambda node: node.label.lower()))) for name, nodes in sorted(groups.items()))


def moves(site: Site, entry: Standard, artefacts: Iterable[Artefact]) -> tuple[Move, ...]:
    """From each version to the next: what the editors say, and what the catalogue says artefact by artefact."""
    return tuple(
        Move(
            old, new,
            tuple((change, site.nodes(change.artefacts), grounds(site, change.evidence)) for change in entry.changes if change.to == new.version),
            tuple(_changes(site, artefacts, new.version)),
        )
        for old, new in zip(entry.versions, entry.versions[1:], strict=False)
    )  # fmt: skip


def _changes(site: Site, artefacts: Iterable[Artefact], version: str) -> Iterable[VersionChange]:
    for each in sorted(artefacts, key=lambda artefact: artefact.name.lower()):
        for index, availability in enumerate(each.versions):
            new = availability.status == "introduced" and index > 0
            if availability.version == version and (new or availability.status in ("changed", "renamed", "removed")):
                instead = site.node(availability.use_instead) if availability.use_instead else None
                yield VersionChange(site.node(each.id), availability, instead, len(site.graph.out(each.id, "fit")))


@dataclass(frozen=True)
class ObjectView:
    """Context of the page of an information object."""

    entry: InformationObject
    node: Node
    wider: tuple[Node, ...]
    narrower: tuple[Node, ...]
    relations: tuple[tuple[str, Node], ...]
    related: tuple[tuple[str, Node], ...]
    taken_in: tuple[tuple[Node, object], ...]
    given_out: tuple[tuple[Node, object], ...]
    strip: Strip
    represented: tuple[tuple[Standard, tuple[tuple[Node, Match], ...]], ...]
    crosswalks: tuple[Node, ...]
    grounds: tuple[Ground, ...]


def information_object(site: Site, entry: InformationObject) -> ObjectView:
    graph = site.graph
    taken = tuple((site.node(edge.source), edge.value) for edge in graph.into(entry.id, "takes-in"))
    given = tuple((site.node(edge.source), edge.value) for edge in graph.into(entry.id, "gives-out"))
    marks = {node.id: "in" for node, _ in taken}
    for node, _ in given:
        marks[node.id] = "in and out" if node.id in marks else "out"

    def cell(step: object) -> Cell:
        node = site.node(step.id)  # type: ignore[attr-defined]
        word = marks.get(node.id, "")
        said = {"in": "takes it in", "out": "gives it out", "in and out": "takes it in and gives it out"}.get(word, "does not touch it")
        return Cell(node, (), f"{node.code} {node.label} {said}", {"in": "→", "out": "←", "in and out": "↔"}.get(word, ""))

    return ObjectView(
        entry=entry,
        node=site.node(entry.id),
        wider=site.targets_of(graph.out(entry.id, "is-a")),
        narrower=site.sources_of(graph.into(entry.id, "is-a")),
        relations=tuple((edge.value.verb, site.node(edge.target)) for edge in graph.out(entry.id, "relates-to")),
        related=tuple((edge.value.verb, site.node(edge.source)) for edge in graph.into(entry.id, "relates-to")),
        taken_in=taken,
        given_out=given,
        strip=strip(site, cell),
        represented=_represented(site, entry),
        crosswalks=tuple(node for node in site.sources_of(graph.into(entry.id, "about")) if node.kind == "crosswalk"),
        grounds=grounds(site, entry.sources),
    )


def _represented(site: Site, entry: InformationObject) -> tuple[tuple[Standard, tuple[tuple[Node, Match], ...]], ...]:
    groups: dict[str, list[tuple[Node, Match]]] = {}
    for edge in sorted(site.graph.into(entry.id, "represents"), key=lambda edge: (order_of(edge.source), edge.source)):
        groups.setdefault(site.standard_of(edge.source).id, []).append((site.node(edge.source), edge.value))
    return tuple((site.catalogue[id], tuple(pairs)) for id, pairs in groups.items())


@dataclass(frozen=True)
class PairRow:
    """One row of the crosswalk."""

    topic: Crosswalk
    subject: Node
    subject_standard: Standard
    object: Node | None
    object_standard: Standard
    match: str
    text: str
    basis: str
    grounds: tuple[Ground, ...]
    between: Node | None


@dataclass(frozen=True)
class CrosswalkView:
    """Context of the crosswalk page: every pair and every stated lack of one."""

    topics: tuple[tuple[Crosswalk, tuple[PairRow, ...]], ...]
    standards: tuple[Standard, ...]
    pairs: int
    none: int


def crosswalk(site: Site) -> CrosswalkView:
    topics = tuple((topic, tuple(_pair_rows(site, topic))) for topic in site.catalogue.of("crosswalk"))
    pairs = sum(len(topic.matches) for topic, _ in topics)
    return CrosswalkView(topics, site.standards, pairs, sum(len(topic.none) for topic, _ in topics))


def _pair_rows(site: Site, topic: Crosswalk) -> Iterable[PairRow]:
    between = site.node(topic.object) if topic.object else None

    def make(subject: str, object: str | None, other: str, match: str, text: str, stated: Pair | NoCounterpart) -> PairRow:
        return PairRow(
            topic, site.node(subject), site.standard_of(subject), site.node(object) if object else None,
            site.catalogue[other], match, text, stated.basis, grounds(site, stated.evidence), between,
        )  # fmt: skip

    for pair in topic.matches:
        yield make(pair.subject, pair.object, site.standard_of(pair.object).id, pair.match, pair.difference, pair)
    for none in topic.none:
        yield make(none.subject, None, none.standard, "none", none.reason, none)


@dataclass(frozen=True)
class HandOverView:
    """Context of the page of a hand-over."""

    entry: HandOver
    node: Node
    origin: tuple[tuple[Standard, Node], ...]
    target: tuple[tuple[Standard, Node], ...]
    carriers: tuple[Node, ...]
    tools: tuple[Node, ...]
    activities: tuple[Node, ...]
    cases: tuple[Node, ...]
    strip: Strip
    grounds: tuple[Ground, ...]


def hand_over(site: Site, entry: HandOver) -> HandOverView:
    steps = {id.rpartition(".t")[0] or id for id in entry.activities}

    def cell(step: object) -> Cell:
        node = site.node(step.id)  # type: ignore[attr-defined]
        here = node.id in steps
        return Cell(node, (), f"{node.code} {node.label}: {'here' if here else 'not here'}", "●" if here else "")

    return HandOverView(
        entry=entry,
        node=site.node(entry.id),
        origin=tuple((site.standard_of(id), site.node(id)) for id in entry.origin),
        target=tuple((site.standard_of(id), site.node(id)) for id in entry.target),
        carriers=site.nodes(entry.artefacts),
        tools=site.nodes(entry.tools),
        activities=site.nodes(entry.activities),
        cases=site.nodes(entry.cases),
        strip=strip(site, cell),
        grounds=grounds(site, entry.evidence),
    )


