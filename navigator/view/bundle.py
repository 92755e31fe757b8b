"""Bundles: the neighbours of a thing by what ties them to it, the most telling first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from navigator import kinds
from navigator.graph import RELATIONS, Edge, Node
from navigator.model import counting
from navigator.model.common import STRENGTHS
from navigator.view.site import Site, order_of

#: How many bundles are made for one thing.
MOST = 6

#: What is drawn of a relation, read from its source or from its target, and of which kind: in this order, by this name.
NAMES: tuple[tuple[str, bool, str, str], ...] = (
    ("takes-in", True, "information-object", "Takes in"),
    ("gives-out", True, "information-object", "Gives out"),
    ("fit", False, "artefact", "Artefacts that fit"),
    ("fit", True, "sub-process", "Fits these steps"),
    ("fit", True, "overarching-activity", "Fits overarching activities"),
    ("represents", True, "information-object", "Represents"),
    ("represents", False, "artefact", "Represented by"),
    ("match", True, "artefact", "Corresponds to"),
    ("match", False, "artefact", "Corresponds to"),
    ("hands-over", True, "artefact", "Hands over to"),
    ("hands-over", False, "artefact", "Takes over from"),
    ("carried-out-in", True, "sub-process", "Carried out in"),
    ("carried-out-in", False, "use-case", "Use cases"),
    ("serves", False, "tool", "Tools"),
    ("carried-out-in", False, "hand-over", "Hand-overs here"),
    ("serves", True, "sub-process", "Serves these steps"),
    ("serves", True, "phase", "Serves these phases"),
    ("serves", False, "neighbour", "Neighbouring standards"),
    ("handles", True, "artefact", "Artefacts handled"),
    ("handles", True, "standard", "Standards handled"),
    ("handles", True, "tool", "Tools in use"),
    ("handles", False, "use-case", "Use cases"),
    ("handles", False, "tool", "Tools that handle it"),
    ("takes-in", False, "sub-process", "Taken in by"),
    ("gives-out", False, "sub-process", "Given out by"),
    ("part-of", True, "standard", "Part of"),
    ("part-of", True, "artefact", "Inside"),
    ("part-of", True, "phase", "Part of"),
    ("part-of", False, "artefact", "Has the part"),
    ("part-of", False, "sub-process", "Sub-processes"),
    ("refers-to", True, "artefact", "Refers to"),
    ("refers-to", False, "artefact", "Referred to by"),
    ("done-by", True, "organisation", "Done by"),
    ("kept-by", True, "organisation", "Kept by"),
    ("carried-out-in", False, "example", "Worked examples"),
    ("shows", False, "example", "Worked examples"),
)
#: Drawn of no page: citations and subjects.
LEFT_OUT = ("cites", "about", "supersedes")
#: What lives on the page of another thing.
INSIDE = ("task", "overarching-sub-activity")
_PLACES = {(relation, out, kind): place for place, (relation, out, kind, _) in enumerate(NAMES)}


@dataclass(frozen=True)
class Bundle:
    """Neighbours of one kind to which one relation leads, the nearest first, each with the role and strength of its fit."""

    name: str
    members: tuple[tuple[Node, str], ...]


def bundles(site: Site, node: Node) -> tuple[Bundle, ...]:
    """The bundles of a thing; its tasks count as the thing itself."""
    found: dict[tuple[str, bool, str], dict[str, Edge]] = {}
    for edge, out, other in _edges(site, node):
        group = found.setdefault((edge.relation, out, other.kind), {})
        if other.id not in group or _weight(edge) < _weight(group[other.id]):
            group[other.id] = edge
    ordered = sorted(found.items(), key=lambda item: (_PLACES.get(item[0], len(NAMES)), item[0]))
    return tuple(merged((_name(key), tuple(_members(site, edges, key[1]))) for key, edges in ordered))[:MOST]


def _edges(site: Site, node: Node) -> Iterator[tuple[Edge, bool, Node]]:
    """The edges that are drawn: whether each goes out from the thing, and to whom. A task stands for its sub-process, on either end."""
    graph = site.graph
    inside = (edge.source for edge in graph.into(node.id, "part-of") if site.node(edge.source).kind in INSIDE)
    for here in (node.id, *inside):
        ends = [(edge, True, edge.target) for edge in graph.outgoing.get(here, ())]
        ends += [(edge, False, edge.source) for edge in graph.incoming.get(here, ())]
        for edge, out, id in ends:
            other = _whole(site, site.node(id))
            if edge.relation not in LEFT_OUT and other.kind != "source" and other.id != node.id:
                yield edge, out, other


def _whole(site: Site, node: Node) -> Node:
    return site.node(node.parent) if node.kind in INSIDE else node


def merged(pairs: Iterable[tuple[str, tuple[tuple[Node, str], ...]]]) -> Iterator[Bundle]:
    """Groups of one name become one; a neighbour stands in the first group that names it, and nowhere else."""
    groups: dict[str, list[tuple[Node, str]]] = {}
    seen: set[str] = set()
    for name, members in pairs:
        fresh = [member for member in members if member[0].id not in seen]
        seen.update(node.id for node, _ in fresh)
        if fresh:
            groups.setdefault(name, []).extend(fresh)
    return (Bundle(name, tuple(members)) for name, members in groups.items())


def _name(key: tuple[str, bool, str]) -> str:
    if key in _PLACES:
        return NAMES[_PLACES[key]][3]
    relation, out, kind = key
    words = RELATIONS[relation][0 if out else 1]
    return f"{words[:1].upper()}{words[1:]}: {kinds.PLURALS[kind].lower()}"


def _weight(edge: Edge) -> int:
    return STRENGTHS.index(edge.value.strength) if edge.relation == "fit" else 0


def _members(site: Site, edges: dict[str, Edge], out: bool) -> Iterator[tuple[Node, str]]:
    """The neighbours of one group: strong fits first, then by standard, then as people count."""
    ids = sorted(
        edges,
        key=lambda id: (_weight(edges[id]), order_of(id), counting(id) if out else (), site.node(id).label.lower(), id),
    )
    for id in ids:
        edge = edges[id]
        yield site.node(id), f"{edge.value.role}-{edge.value.strength}" if edge.relation == "fit" else ""
