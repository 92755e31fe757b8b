"""Steps that the graph suggests for an artefact: those that take in or give out the object that it represents."""

from __future__ import annotations

from dataclasses import dataclass

from navigator.graph import Node
from navigator.model.standards import Artefact
from navigator.view.site import Site


@dataclass(frozen=True)
class Suggestion:
    """An information object that an artefact represents, and the steps where it is taken in and given out."""

    object: Node
    match: str
    taken_in: tuple[Node, ...]
    given_out: tuple[Node, ...]

    @property
    def steps(self) -> tuple[Node, ...]:
        return tuple(dict.fromkeys((*self.taken_in, *self.given_out)))


def suggested(site: Site, entry: Artefact) -> tuple[Suggestion, ...]:
    """Steps where nobody asserted the artefact, by the object over which the graph comes to them."""
    fits = {edge.target for edge in site.graph.out(entry.id, "fit")}
    asserted = fits | {id.rpartition(".t")[0] for id in fits}

    def steps(object: str, relation: str) -> tuple[Node, ...]:
        nodes = site.sources_of(site.graph.into(object, relation))
        return tuple(node for node in nodes if node.kind == "sub-process" and node.id not in asserted)

    found = (
        Suggestion(site.node(tie.object), tie.match, steps(tie.object, "takes-in"), steps(tie.object, "gives-out"))
        for tie in entry.represents
        if tie.match in ("exact", "close")
    )
    return tuple(each for each in found if each.steps)
