"""Exports: the catalogue in other people's formats. A serialiser returns text or bytes; its caller writes."""

from __future__ import annotations

from navigator.graph import Node

API = "api/v1"


def url_of_json(node: Node) -> str:
    """The address of a thing's own JSON file."""
    return f"{API}/{node.kind}/{node.id.replace(':', '-', 1)}.json"
