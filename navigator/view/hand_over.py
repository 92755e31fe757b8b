"""The page of a hand-over between two standards."""

from __future__ import annotations

from dataclasses import dataclass

from navigator.graph import Node
from navigator.model.standards import (
    HandOver,
    Standard,
)  # fmt: skip
from navigator.view.fits import Ground, grounds
from navigator.view.site import Site
from navigator.view.strip import Cell, Strip, strip


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
