"""The page of an artefact: lifeline, fits, versions, counterparts, worked examples."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from navigator.graph import Edge, Node
from navigator.model.common import Match
from navigator.model.standards import (
    Artefact,
    Availability,
    Example,
    HandOver,
    NoCounterpart,
    Standard,
    Version,
)  # fmt: skip
from navigator.view.fits import FitRow, Ground, by_basis, grounds, rows_of
from navigator.view.site import Site, order_of
from navigator.view.strip import Strip, lifeline


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
        none=tuple(
            (site.catalogue[each.standard], each)
            for topic in site.catalogue.of("crosswalk")
            for each in topic.none
            if each.subject == entry.id
        ),
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
    edges += [
        (edge.source, turned.get(edge.value.match, edge.value.match), edge) for edge in site.graph.into(id, "match")
    ]
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
