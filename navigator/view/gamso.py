"""Pages of GAMSO: areas, activities, and the picture of how GSBPM sits among them."""

from __future__ import annotations

from dataclasses import dataclass

from navigator.graph import Node
from navigator.model.process import (
    GamsoActivity,
    GamsoArea,
    GamsoTie,
    Touch,
)  # fmt: skip
from navigator.view.fits import Ground, grounds
from navigator.view.site import Site


@dataclass(frozen=True)
class GamsoView:
    """Context of the page of a GAMSO area or activity."""

    entry: GamsoArea | GamsoActivity
    node: Node
    area: Node
    activities: tuple[Node, ...]
    touches: tuple[tuple[Node, Touch], ...]
    tied: tuple[tuple[Node, tuple[Touch | GamsoTie, ...]], ...]
    subs: tuple[Node, ...]
    grounds: tuple[Ground, ...]


def gamso(site: Site, entry: GamsoArea | GamsoActivity) -> GamsoView:
    area = entry.id if isinstance(entry, GamsoArea) else entry.area
    out, into = site.graph.out(entry.id, "ties-to"), site.graph.into(entry.id, "ties-to")
    touched = tuple((site.node(edge.target), edge.value) for edge in out)
    told = touched + tuple((site.node(edge.source), edge.value) for edge in into)
    return GamsoView(
        entry=entry,
        node=site.node(entry.id),
        area=site.node(area),
        activities=tuple(site.node(each.id) for each in site.catalogue.of("gamso-activity") if each.area == area),
        touches=tuple(pair for pair in touched if pair[0].kind != "overarching-activity"),
        tied=tuple(
            (site.node(each.id), ties)
            for each in site.overarching
            if (ties := tuple(tie for node, tie in told if node.id == each.id))
        ),
        subs=tuple(node for node in site.sources_of(into) if node.kind == "overarching-sub-activity"),
        grounds=grounds(site, entry.sources),
    )


@dataclass(frozen=True)
class GamsoIndexView:
    """Context of the picture of how GSBPM sits in GAMSO."""

    areas: tuple[tuple[Node, tuple[Node, ...]], ...]
    activities: tuple[tuple[Node, tuple[Node, ...], tuple[Node, ...]], ...]
    phases: tuple[Node, ...]
    overarching: tuple[Node, ...]


def gamso_index(site: Site) -> GamsoIndexView:
    activities = site.catalogue.of("gamso-activity")
    return GamsoIndexView(
        areas=tuple(
            (site.node(area.id), site.nodes(each.id for each in activities if each.area == area.id))
            for area in site.catalogue.of("gamso-area")
        ),
        activities=tuple((site.node(each.id), _touched(site, each.id), _tied(site, each.id)) for each in activities),
        phases=site.nodes(phase.id for phase in site.phases),
        overarching=site.nodes(each.id for each in site.overarching),
    )


def _touched(site: Site, id: str) -> tuple[Node, ...]:
    """What it touches in production, in the order of the codes."""
    touched = site.targets_of(site.graph.out(id, "ties-to"))
    return tuple(node for node in touched if node.kind != "overarching-activity")


def _tied(site: Site, id: str) -> tuple[Node, ...]:
    """The overarching activities that a tie leads to or comes from, each once."""
    graph = site.graph
    ends = {edge.target for edge in graph.out(id, "ties-to")} | {edge.source for edge in graph.into(id, "ties-to")}
    return tuple(site.node(each.id) for each in site.overarching if each.id in ends)
