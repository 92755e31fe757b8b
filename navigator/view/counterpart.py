"""Counterparts: the artefacts of other standards that answer to an artefact, seen from it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from navigator.graph import Node
from navigator.model.standards import Standard
from navigator.view.fits import Ground, grounds
from navigator.view.remarks import numbered
from navigator.view.site import Site, order_of


@dataclass(frozen=True)
class Counterpart:
    """An artefact of another standard that answers to this one, seen from this one. ``remarks`` are told below the table."""

    node: Node
    standard: Standard
    match: str
    difference: str
    basis: str
    grounds: tuple[Ground, ...]
    topic: Node
    remarks: tuple[int, ...] = ()


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


def remarked(pair: Counterpart, remarks: tuple[str, ...]) -> Counterpart:
    """The counterpart with the numbers of the remarks that it bears in place of their words."""
    kept, numbers = numbered(pair.grounds, remarks)
    return replace(pair, grounds=kept, remarks=numbers)
