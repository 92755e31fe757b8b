"""The page of a GSIM information object: what represents it, which steps take it in and give it out."""

from __future__ import annotations

from dataclasses import dataclass

from navigator.graph import Node
from navigator.model.common import Match
from navigator.model.standards import (
    InformationObject,
    Standard,
)  # fmt: skip
from navigator.view.fits import Ground, grounds
from navigator.view.site import Site, order_of
from navigator.view.strip import Cell, Strip, strip


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
        said = {"in": "takes it in", "out": "gives it out", "in and out": "takes it in and gives it out"}.get(
            word, "does not touch it"
        )
        return Cell(
            node, (), f"{node.code} {node.label} {said}", {"in": "→", "out": "←", "in and out": "↔"}.get(word, "")
        )

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
