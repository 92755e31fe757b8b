"""The graph: everything the data says, as nodes and edges, with the back-links that nobody types."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from navigator import kinds
from navigator.model import Catalogue, Entry, inner
from navigator.statement import RELATIONS, Edge, common, edges_of

if TYPE_CHECKING:
    import networkx

__all__ = ["RELATIONS", "Edge", "Graph", "Node", "link"]


@dataclass(frozen=True)
class Node:
    """One thing in the graph. ``url`` is relative to the site's root."""

    id: str
    kind: str
    label: str
    url: str
    value: Any = field(repr=False, compare=False)
    parent: str = ""

    @property
    def code(self) -> str:
        """What a reader calls it by, where it has a code: 4.3, 4.3.t02, GAMSO 3.3."""
        prefix, _, local = self.id.partition(":")
        if self.kind in ("phase", "sub-process", "task"):
            return local
        return f"GAMSO {local}" if prefix == "gamso" else ""


@dataclass(frozen=True)
class Graph:
    """Nodes by id, edges in a stable order, and both directions of every edge."""

    nodes: Mapping[str, Node]
    edges: tuple[Edge, ...]
    outgoing: Mapping[str, tuple[Edge, ...]] = field(repr=False)
    incoming: Mapping[str, tuple[Edge, ...]] = field(repr=False)

    def out(self, id: str, relation: str) -> tuple[Edge, ...]:
        return tuple(edge for edge in self.outgoing.get(id, ()) if edge.relation == relation)

    def into(self, id: str, relation: str) -> tuple[Edge, ...]:
        return tuple(edge for edge in self.incoming.get(id, ()) if edge.relation == relation)

    def networkx(self) -> networkx.MultiDiGraph[str]:
        """The same as a networkx graph, for algorithms and for GraphML."""
        import networkx as nx  # 0.2 s to import: only for those who need it

        result: networkx.MultiDiGraph[str] = nx.MultiDiGraph()
        result.add_nodes_from(
            (node.id, {"kind": node.kind, "label": node.label, "url": node.url}) for node in self.nodes.values()
        )
        result.add_edges_from(
            (edge.source, edge.target, {"relation": edge.relation, **edge.detail}) for edge in self.edges
        )
        return result


def link(catalogue: Catalogue) -> Graph:
    """Link every entry with every other that it names. An edge to an unknown id is left out: the check has told of it."""
    nodes = {node.id: node for entry in catalogue.entries.values() for node in _nodes(entry)}
    edges = tuple(
        edge
        for entry in catalogue.entries.values()
        for edge in (*common(entry), *edges_of(entry))
        if edge.source in nodes and edge.target in nodes
    )
    return Graph(nodes, edges, _grouped(edges, "source"), _grouped(edges, "target"))


def _grouped(edges: Iterable[Edge], end: str) -> dict[str, tuple[Edge, ...]]:
    groups: defaultdict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        groups[getattr(edge, end)].append(edge)
    return {id: tuple(group) for id, group in groups.items()}


def _nodes(entry: Entry) -> Iterator[Node]:
    yield Node(entry.id, entry.kind, entry.label, kinds.url_of(entry.kind, entry.id), entry)
    for id, kind, value in inner(entry):
        yield Node(id, kind, value.name, kinds.url_of(kind, id), value, entry.id)
