"""The static API: one graph, and one JSON file for each thing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from navigator.export import API, url_of_json
from navigator.graph import RELATIONS, Edge, Graph, Node

VERSION = "1"


def graph_json(graph: Graph) -> str:
    """Every node and edge, in a stable order."""
    nodes = [node_json(node) for node in sorted(graph.nodes.values(), key=lambda node: node.id)]
    edges = _once(
        sorted(
            (edge_json(edge) for edge in graph.edges),
            key=lambda edge: (edge["source"], edge["relation"], edge["target"], json.dumps(edge, sort_keys=True)),
        )
    )
    meta = {
        "api": VERSION,
        "gsbpm": "5.2",
        "nodes": len(nodes),
        "edges": len(edges),
        "relations": {key: {"out": out, "in": back} for key, (out, back) in RELATIONS.items()},
    }
    return _dump({"meta": meta, "nodes": nodes, "edges": edges})


def _once(edges: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Edges without repetition: an entry may cite a source at several places of itself."""
    return [edge for index, edge in enumerate(edges) if not index or edge != edges[index - 1]]


def node_json(node: Node) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": node.id,
        "kind": node.kind,
        "label": node.label,
        "url": node.url,
        "json": url_of_json(node),
    }
    aliases = getattr(node.value, "aliases", ())
    if aliases:
        found["aliases"] = list(aliases)
    if node.parent:
        found["parent"] = node.parent
    return found


def edge_json(edge: Edge) -> dict[str, Any]:
    return {"source": edge.source, "target": edge.target, "relation": edge.relation, **edge.detail}


def things(graph: Graph) -> Iterator[tuple[str, str]]:
    """The address and text of the JSON file of each thing: its own data and its edges both ways."""
    for node in graph.nodes.values():
        yield (
            url_of_json(node),
            _dump(
                {
                    **node_json(node),
                    "data": as_json(node.value),
                    "outgoing": _once(sorted((edge_json(edge) for edge in graph.outgoing.get(node.id, ())), key=_key)),
                    "incoming": _once(sorted((edge_json(edge) for edge in graph.incoming.get(node.id, ())), key=_key)),
                }
            ),
        )


def _key(edge: dict[str, Any]) -> tuple[str, str, str, str]:
    return edge["relation"], edge["source"], edge["target"], json.dumps(edge, sort_keys=True)


def as_json(value: Any) -> Any:
    """A model value as JSON, with the keys of the YAML and without what is empty."""
    if is_dataclass(value):
        pairs = ((each.metadata.get("key", each.name), getattr(value, each.name)) for each in fields(value))
        return {key: as_json(item) for key, item in pairs if item not in ("", (), None)}
    if isinstance(value, tuple):
        return [as_json(item) for item in value]
    return dict(value) if hasattr(value, "items") else value


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=False) + "\n"


GRAPH_URL = f"{API}/graph.json"
