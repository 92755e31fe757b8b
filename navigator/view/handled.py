"""What a tool handles: the standards with their versions, what is read and what is written."""

from __future__ import annotations

from dataclasses import dataclass

from navigator.graph import Node
from navigator.model.practice import Handles, Tool
from navigator.view.site import Site


@dataclass(frozen=True)
class Handled:
    """One standard that a tool handles. ``versions`` says so where none was established."""

    node: Node
    name: str
    versions: str
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    artefacts: tuple[Node, ...]


def handled(site: Site, entry: Tool) -> tuple[Handled, ...]:
    return tuple(_row(site, each) for each in entry.standards)


def columns(rows: tuple[Handled, ...]) -> tuple[str, ...]:
    """The columns in which at least one of the rows has something to say."""
    return tuple(
        name for name in ("versions", "reads", "writes", "artefacts") if any(getattr(row, name) for row in rows)
    )


def _row(site: Site, each: Handles) -> Handled:
    node = site.node(each.standard)
    shelf = node.value.family == "other"
    return Handled(
        node=node,
        name="Other standards" if shelf else node.label,
        versions=", ".join(each.versions) or ("" if shelf else "not established"),
        reads=each.reads,
        writes=each.writes,
        artefacts=site.nodes(each.artefacts),
    )
