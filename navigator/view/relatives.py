"""The relatives of an artefact within the standards: what it contains, refers to, and which vocabularies it takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from navigator.graph import Node
from navigator.model.standards import Artefact
from navigator.view.site import Site, in_lists


@dataclass(frozen=True)
class Relatives:
    """What stands around an artefact, each thing under one heading only."""

    wholes: tuple[Node, ...]
    parts: tuple[Node, ...]
    refers_to: tuple[Node, ...]
    referred_by: tuple[Node, ...]
    vocabularies: tuple[Node, ...]
    used_by: tuple[Node, ...]


def relatives(site: Site, entry: Artefact) -> Relatives:
    """What contains, is contained, refers; between an element and a vocabulary every reference is a use of the vocabulary."""
    graph = site.graph
    parts = site.sources_of(graph.into(entry.id, "part-of"))
    wholes = tuple(node for node in site.targets_of(graph.out(entry.id, "part-of")) if node.kind == "artefact")
    out = site.targets_of(graph.out(entry.id, "refers-to"))
    into = site.sources_of(graph.into(entry.id, "refers-to"))
    uses = [node for node in (*out, *into) if _is_vocabulary(node.id) != _is_vocabulary(entry.id)]
    near = {*parts, *wholes, *uses}
    return Relatives(
        wholes=wholes,
        parts=parts,
        refers_to=tuple(node for node in out if node not in near),
        referred_by=tuple(node for node in into if node not in near),
        vocabularies=() if _is_vocabulary(entry.id) else _ordered(uses),
        used_by=_ordered(uses) if _is_vocabulary(entry.id) else (),
    )


def _is_vocabulary(id: str) -> bool:
    return id.startswith("ddi-cv:")


def _ordered(nodes: Iterable[Node]) -> tuple[Node, ...]:
    return tuple(sorted(dict.fromkeys(nodes), key=in_lists))
