"""Pages of GAMSO: areas, activities, and the picture of how GSBPM sits among them."""

from __future__ import annotations

from dataclasses import dataclass

from navigator.graph import Node
from navigator.model.process import (
    GamsoActivity,
    GamsoArea,
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
    touches: tuple[tuple[Node, object], ...]
    tied: tuple[tuple[Node, object], ...]
    subs: tuple[Node, ...]
    grounds: tuple[Ground, ...]


def gamso(site: Site, entry: GamsoArea | GamsoActivity) -> GamsoView:
    area = entry.id if isinstance(entry, GamsoArea) else entry.area
    into = site.graph.into(entry.id, "ties-to")
    return GamsoView(
        entry=entry,
        node=site.node(entry.id),
        area=site.node(area),
        activities=tuple(site.node(each.id) for each in site.catalogue.of("gamso-activity") if each.area == area),
        touches=tuple((site.node(edge.target), edge.value) for edge in site.graph.out(entry.id, "ties-to")),
        tied=tuple(
            (site.node(edge.source), edge.value)
            for edge in into
            if site.node(edge.source).kind == "overarching-activity"
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
        activities=tuple(
            (site.node(each.id), site.targets_of(site.graph.out(each.id, "ties-to")), _tied(site, each.id))
            for each in activities
        ),
        phases=site.nodes(phase.id for phase in site.phases),
        overarching=site.nodes(each.id for each in site.overarching),
    )


def _tied(site: Site, id: str) -> tuple[Node, ...]:
    return tuple(
        node for node in site.sources_of(site.graph.into(id, "ties-to")) if node.kind == "overarching-activity"
    )
