"""The page of an artefact: lifeline, fits, versions, counterparts, worked examples."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from navigator import words
from navigator.graph import Edge, Node
from navigator.model.common import Match
from navigator.model.standards import (
    Artefact,
    Example,
    HandOver,
    NoCounterpart,
    Standard,
)  # fmt: skip
from navigator.view.availability import Versions, namespace_of, versions
from navigator.view.counterpart import Counterpart, counterparts, remarked
from navigator.view.fits import FitRow, Ground, by_basis, grounds, rows_of
from navigator.view.relatives import Relatives, relatives
from navigator.view.remarks import frequent
from navigator.view.site import Site
from navigator.view.strip import Strip, lifeline
from navigator.view.suggestion import Suggestion, suggested


@dataclass(frozen=True)
class Passage:
    """A hand-over in which the artefact leaves or enters, with all that leaves and enters there."""

    node: Node
    leaves: tuple[Node, ...]
    enters: tuple[Node, ...]


@dataclass(frozen=True)
class Handling:
    """A use case that handles the artefact: at which steps, and how."""

    case: Node
    steps: tuple[tuple[Node, str], ...]


@dataclass(frozen=True)
class ExampleView:
    """A worked example with the text of its file, the steps that use it, and what the tests prove of it."""

    entry: Example
    text: str
    artefacts: tuple[Node, ...]
    standard: Standard
    steps: tuple[Node, ...]
    proof: str


@dataclass(frozen=True)
class ArtefactView:
    """Context of the page of an artefact."""

    entry: Artefact
    node: Node
    standard: Standard
    versions: Versions
    namespace_of: str
    strip: Strip
    rows: tuple[FitRow, ...]
    overarching: tuple[FitRow, ...]
    near: Relatives
    represents: tuple[tuple[Node, Match], ...]
    counterparts: tuple[Counterpart, ...]
    remarks: tuple[str, ...]
    none: tuple[tuple[Standard, NoCounterpart], ...]
    passages: tuple[Passage, ...]
    cases: tuple[Handling, ...]
    tools: tuple[Node, ...]
    examples: tuple[ExampleView, ...]
    seen_in: tuple[Node, ...]
    neighbour: Node | None
    suggested: tuple[Suggestion, ...]
    aliases: tuple[str, ...]
    grounds: tuple[Ground, ...]
    sources: tuple[Node, ...]
    basis: tuple[tuple[str, int], ...]


def artefact(site: Site, entry: Artefact, texts: dict[str, str]) -> ArtefactView:
    """``texts`` holds the text of each example file by the example's id."""
    rows = rows_of(site, entry.id)
    graph = site.graph
    pairs = counterparts(site, entry.id)
    remarks = frequent(each.grounds for each in pairs)
    shown = tuple(node for node in site.sources_of(graph.into(entry.id, "shows")) if node.kind == "example")
    return ArtefactView(
        entry=entry,
        node=site.node(entry.id),
        standard=site.standard_of(entry.id),
        versions=versions(site, entry),
        namespace_of=namespace_of(entry),
        strip=lifeline(site, rows),
        rows=tuple(row for row in rows if not row.activity.id.startswith("gsbpm:oa.")),
        overarching=tuple(row for row in rows if row.activity.id.startswith("gsbpm:oa.")),
        near=relatives(site, entry),
        represents=tuple((site.node(each.object), each) for each in entry.represents),
        counterparts=tuple(remarked(each, remarks) for each in pairs),
        remarks=remarks,
        none=tuple(
            (site.catalogue[each.standard], each)
            for topic in site.catalogue.of("crosswalk")
            for each in topic.none
            if each.subject == entry.id
        ),
        passages=passages(site, entry.id),
        cases=handlings(site, entry.id),
        tools=tuple(node for node in site.sources_of(graph.into(entry.id, "handles")) if node.kind == "tool"),
        examples=tuple(example(site, node.value, texts) for node in shown if node.value.artefacts[0] == entry.id),
        seen_in=tuple(node for node in shown if node.value.artefacts[0] != entry.id),
        neighbour=site.node(entry.neighbour) if entry.neighbour else None,
        suggested=suggested(site, entry),
        aliases=other_names(entry.name, entry.aliases),
        grounds=grounds(site, entry.sources),
        sources=site.targets_of(_cited(site, entry.id, rows)),
        basis=by_basis(rows),
    )


def _cited(site: Site, id: str, rows: Iterable[FitRow]) -> Iterable[Edge]:
    yield from site.graph.out(id, "cites")
    for row in rows:
        yield from (Edge(id, each.source.id, "cites") for each in row.grounds)


def passages(site: Site, id: str) -> tuple[Passage, ...]:
    """The hand-overs in which the artefact leaves, then those in which it enters, each once."""
    edges = (*site.graph.out(id, "hands-over"), *site.graph.into(id, "hands-over"))
    entries: dict[str, HandOver] = {edge.value.id: edge.value for edge in edges}
    ordered = sorted(entries.values(), key=lambda each: (id not in each.origin, each.name.lower()))
    return tuple(Passage(site.node(each.id), site.nodes(each.origin), site.nodes(each.target)) for each in ordered)


def handlings(site: Site, id: str) -> tuple[Handling, ...]:
    """The use cases that handle the artefact, with what each did with it at which step."""
    edges = [edge for edge in site.graph.into(id, "handles") if site.node(edge.source).kind == "use-case"]
    return tuple(
        Handling(
            node, tuple((site.node(edge.value.activity), edge.value.how) for edge in edges if edge.source == node.id)
        )
        for node in site.sources_of(edges)
    )


def other_names(name: str, aliases: Iterable[str]) -> tuple[str, ...]:
    """The aliases that are not the name again in other letters, with or without what stands in brackets."""
    known = _names(name)
    return tuple(alias for alias in aliases if _key(alias) not in known)


def _names(name: str) -> set[str]:
    """The keys under which a name is the same: the whole, without what stands in brackets, and what stands there."""
    inside = re.findall(r"\(([^)]*)\)", name)
    parts = (piece for each in inside for piece in (each, each.rpartition(":")[2]))
    return {_key(each) for each in (name, re.sub(r"\([^)]*\)", "", name), *parts)}


def _key(name: str) -> str:
    return re.sub(r"[\s_-]+", "", re.sub(r"\([^)]*\)$", "", name)).casefold()


def example(site: Site, entry: Example, texts: dict[str, str]) -> ExampleView:
    return ExampleView(
        entry,
        texts[entry.id],
        site.nodes(entry.artefacts),
        site.catalogue[entry.standard],
        site.targets_of(site.graph.out(entry.id, "carried-out-in")),
        proof(entry),
    )


def proof(entry: Example) -> str:
    """What the tests prove of an example; empty where it has no schema."""
    keys = (f"{entry.schema}/{entry.version}", f"{entry.schema}/{entry.format}", entry.schema)
    return next((words.proofs[key] for key in keys if key in words.proofs), "")
