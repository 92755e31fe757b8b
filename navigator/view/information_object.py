"""The page of a GSIM information object: what represents it, which steps take it in and give it out."""

from __future__ import annotations

from dataclasses import dataclass

from navigator.graph import Node
from navigator.model.common import Match
from navigator.model.process import SubProcess
from navigator.model.standards import (
    InformationObject,
    Standard,
)  # fmt: skip
from navigator.view.fits import Ground, grounds
from navigator.view.site import Site, order_of
from navigator.view.strip import Cell, Strip, strip


@dataclass(frozen=True)
class Touch:
    """An activity or a service that takes the object in or gives it out, and as what."""

    node: Node
    capacities: tuple[str, ...]

    @property
    def said(self) -> str:
        """As what it does so; of an overarching activity, whose name has no code, also that it is one."""
        kind = ("overarching activity",) if self.node.kind == "overarching-activity" else ()
        return ", ".join((*kind, *self.capacities))


@dataclass(frozen=True)
class Flows:
    """Who takes an object in or gives it out: activities in the order of their codes, then services."""

    activities: tuple[Touch, ...]
    services: tuple[Touch, ...]

    @property
    def any(self) -> bool:
        return bool(self.activities or self.services)


@dataclass(frozen=True)
class ObjectView:
    """Context of the page of an information object."""

    entry: InformationObject
    node: Node
    also: tuple[str, ...]
    formerly: tuple[str, ...]
    wider: tuple[Node, ...]
    narrower: tuple[Node, ...]
    relations: tuple[tuple[str, Node], ...]
    related: tuple[tuple[str, Node], ...]
    taken_in: Flows
    given_out: Flows
    strip: Strip
    represented: tuple[tuple[Standard, tuple[tuple[Node, Match], ...]], ...]
    crosswalks: tuple[Node, ...]
    grounds: tuple[Ground, ...]


def information_object(site: Site, entry: InformationObject) -> ObjectView:
    graph = site.graph
    taken, given = flows(site, entry.id, "takes-in"), flows(site, entry.id, "gives-out")
    formerly = tuple(name for name in entry.since_1_2.was if name != entry.name)
    return ObjectView(
        entry=entry,
        node=site.node(entry.id),
        also=tuple(name for name in entry.aliases if name not in formerly),
        formerly=formerly,
        wider=site.targets_of(graph.out(entry.id, "is-a")),
        narrower=site.sources_of(graph.into(entry.id, "is-a")),
        relations=tuple((edge.value.verb, site.node(edge.target)) for edge in graph.out(entry.id, "relates-to")),
        related=tuple(
            (edge.value.verb, site.node(edge.source))
            for edge in graph.into(entry.id, "relates-to")
            if edge.source != entry.id
        ),
        taken_in=taken,
        given_out=given,
        strip=_strip(site, taken, given),
        represented=_represented(site, entry),
        crosswalks=tuple(node for node in site.sources_of(graph.into(entry.id, "about")) if node.kind == "crosswalk"),
        grounds=grounds(site, entry.sources),
    )


def flows(site: Site, id: str, relation: str) -> Flows:
    """Who takes an object in ("takes-in") or gives it out ("gives-out"), each once with all that it does so as."""
    edges = site.graph.into(id, relation)
    touches = tuple(
        Touch(node, tuple(dict.fromkeys(each.value.capacity for each in edges if each.source == node.id and each.value.capacity)))
        for node in site.sources_of(edges)
    )  # fmt: skip
    return Flows(
        tuple(each for each in touches if each.node.kind != "service"),
        tuple(each for each in touches if each.node.kind == "service"),
    )


#: The sign and the words of a cell by whether the step takes the object in and whether it gives it out.
_SIGNS = {
    (True, False): ("→", "takes it in"),
    (False, True): ("←", "gives it out"),
    (True, True): ("↔", "takes it in and gives it out"),
    (False, False): ("", "does not touch it"),
}


def _strip(site: Site, taken: Flows, given: Flows) -> Strip:
    ids = [{each.node.id for each in flow.activities} for flow in (taken, given)]

    def cell(step: SubProcess) -> Cell:
        sign, said = _SIGNS[step.id in ids[0], step.id in ids[1]]
        return Cell(site.node(step.id), (), f"{step.code} {step.label} {said}", sign)

    return strip(site, cell)


def _represented(site: Site, entry: InformationObject) -> tuple[tuple[Standard, tuple[tuple[Node, Match], ...]], ...]:
    groups: dict[str, list[tuple[Node, Match]]] = {}
    for edge in sorted(site.graph.into(entry.id, "represents"), key=lambda edge: (order_of(edge.source), edge.source)):
        groups.setdefault(site.standard_of(edge.source).id, []).append((site.node(edge.source), edge.value))
    return tuple((site.catalogue[id], tuple(pairs)) for id, pairs in groups.items())
