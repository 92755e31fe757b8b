"""View of the page that explores the whole graph."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from navigator import kinds
from navigator.export import network
from navigator.graph import RELATIONS
from navigator.view.site import Site


@dataclass(frozen=True)
class Choice:
    """One kind or relation that can be left out: its key, its name, how many there are."""

    key: str
    name: str
    count: int


@dataclass(frozen=True)
class ExploreView:
    """Context of the page: what the graph holds, and the kinds and relations that filter it."""

    nodes: int
    edges: int
    kinds: tuple[Choice, ...]
    relations: tuple[Choice, ...]


def explore(site: Site) -> ExploreView:
    nodes = network.nodes_of(site.graph)
    shown = {node.id for node in nodes}
    edges = {
        (edge.source, edge.relation, edge.target)
        for edge in site.graph.edges
        if edge.source in shown and edge.target in shown
    }
    by_kind = Counter(node.kind for node in nodes)
    by_relation = Counter(relation for _, relation, _ in edges)
    return ExploreView(
        nodes=len(nodes),
        edges=len(edges),
        kinds=tuple(Choice(kind, kinds.PLURALS[kind], count) for kind, count in by_kind.items()),
        relations=tuple(
            Choice(key, words[0], by_relation[key]) for key, words in RELATIONS.items() if by_relation[key]
        ),
    )
