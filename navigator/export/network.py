"""The data of the graph page: every thing but the sources, and what is said between them, as a compact plain script."""

from __future__ import annotations

import json
from typing import Any

from navigator import kinds
from navigator.graph import RELATIONS, Edge, Graph, Node
from navigator.model import counting
from navigator.view.site import order_of

GRAPH_URL = "assets/graph-data.js"
#: Sources are left out: each page lists its own, and as hubs they would make everything the neighbour of everything.
LEFT_OUT = ("source",)


def script(graph: Graph) -> str:
    """The graph as a script that sets one global."""
    return f"window.navigatorGraph={json.dumps(data(graph), ensure_ascii=False, separators=(',', ':'))};\n"


def data(graph: Graph) -> dict[str, Any]:
    """Nodes grouped by kind; edges by what they say, each as two numbers in a row: places in the list of nodes."""
    nodes = nodes_of(graph)
    index = {node.id: number for number, node in enumerate(nodes)}
    names = list(dict.fromkeys(node.kind for node in nodes))
    return {
        "kinds": [
            [kind, kinds.PLURALS[kind], _pattern(kind), sum(node.kind == kind for node in nodes)] for kind in names
        ],
        "relations": {key: list(words) for key, words in RELATIONS.items()},
        "nodes": [[node.id, node.label] for node in nodes],
        "edges": _edges(graph, index),
    }


def nodes_of(graph: Graph) -> tuple[Node, ...]:
    """The nodes that the page shows: kinds and standards in their usual order, ids as people count."""
    order = {kind: number for number, kind in enumerate((*kinds.BY_NAME, *kinds.INNER))}
    shown = (node for node in graph.nodes.values() if node.kind not in LEFT_OUT)
    return tuple(sorted(shown, key=lambda node: (order[node.kind], order_of(node.id), counting(node.id))))


def _pattern(kind: str) -> str:
    """The address of a page of a kind, with the parts of an id in braces."""
    return kinds.url_of(kind, "{prefix}:{parent}.{code}" if kind in kinds.INNER else "{prefix}:{name}")


def _edges(graph: Graph, index: dict[str, int]) -> list[list[Any]]:
    groups: dict[tuple[str, str], set[tuple[int, int]]] = {}
    for edge in graph.edges:
        if edge.source in index and edge.target in index:
            groups.setdefault((edge.relation, says(edge)), set()).add((index[edge.source], index[edge.target]))
    return [
        [relation, detail, [number for pair in sorted(pairs) for number in pair]]
        for (relation, detail), pairs in sorted(groups.items())
    ]


def says(edge: Edge) -> str:
    """What an edge says beyond its relation, in words: a fit's role and strength, the kind of a match."""
    if edge.relation == "fit":
        return f"{edge.detail['role']}, {edge.detail['strength']}"
    return str(edge.detail.get("match", "") or edge.detail.get("verb", ""))
