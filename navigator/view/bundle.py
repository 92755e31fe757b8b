"""Bundles: the neighbours of a thing by what ties them to it, the most telling first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from navigator import kinds
from navigator.graph import RELATIONS, Edge, Node
from navigator.model import counting
from navigator.model.common import STRENGTHS
from navigator.model.standards import HandOver
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
    ("takes-in", False, "overarching-activity", "Taken in by"),
    ("gives-out", False, "overarching-activity", "Given out by"),
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
    ("ties-to", True, "phase", "Phases of GSBPM it touches"),
    ("ties-to", True, "sub-process", "Steps of GSBPM it touches"),
    ("ties-to", True, "overarching-activity", "Overarching activities tied to it"),
    ("ties-to", False, "overarching-activity", "Overarching activities tied to it"),
    ("ties-to", True, "gamso-activity", "GAMSO activities tied to it"),
    ("ties-to", False, "gamso-activity", "GAMSO activities tied to it"),
    ("part-of", True, "gamso-area", "Part of"),
    ("part-of", False, "gamso-area", "GAMSO areas"),
    ("part-of", False, "gamso-activity", "GAMSO activities"),
    ("shows", True, "use-case", "Use cases"),
    ("shows", False, "use-case", "Use cases"),
    ("shows", True, "hand-over", "Hand-overs"),
    ("shows", False, "hand-over", "Hand-overs"),
    ("handles", False, "hand-over", "Hand-overs"),
    ("answers-for", True, "sub-process", "Answers for these steps"),
    ("answers-for", False, "role", "Roles that answer for it"),
    ("covers", True, "aspect", "Interoperability aspects"),
    ("covers", False, "sub-process", "Covered in these steps"),
)
#: Names of groups that tell of direction: what goes both ways stands under both.
BOTH_WAYS = ("Takes in", "Gives out", "Taken in by", "Given out by")
#: Drawn of no page: citations and subjects.
LEFT_OUT = ("cites", "about", "supersedes")
#: What readers of a step know to be standards of this site, though they are described among the neighbours as well.
STEPS = ("phase", "sub-process", "overarching-activity")
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
    named = ((_name(key), tuple(_members(site, edges, key[1]))) for key, edges in ordered)
    return tuple(merged((*_crossing(site, node), *named)))[:MOST]


def _crossing(site: Site, node: Node) -> Iterator[tuple[str, tuple[tuple[Node, str], ...]]]:
    """What a hand-over leaves, goes through and enters."""
    if node.kind == "hand-over":
        entry: HandOver = node.value
        for name, ids in (("Leaves", entry.origin), ("Through", entry.artefacts), ("Enters", entry.target)):
            yield name, tuple((each, "") for each in site.nodes(ids))


def _edges(site: Site, node: Node) -> Iterator[tuple[Edge, bool, Node]]:
    """The edges that are drawn: whether each goes out from the thing, and to whom. A task stands for its sub-process, on either end."""
    graph = site.graph
    inside = (edge.source for edge in graph.into(node.id, "part-of") if site.node(edge.source).kind in INSIDE)
    for here in (node.id, *inside):
        ends = [(edge, True, edge.target) for edge in graph.outgoing.get(here, ())]
        ends += [(edge, False, edge.source) for edge in graph.incoming.get(here, ())]
        for edge, out, id in ends:
            other = _whole(site, site.node(id))
            if edge.relation not in LEFT_OUT and other.kind != "source" and not _same(site, other, node):
                yield edge, out, other


def _same(site: Site, other: Node, node: Node) -> bool:
    """Whether a neighbour is the thing itself, or tells again of a standard that has a page of its own."""
    return other.id == node.id or (node.kind in STEPS and site.is_standard(other))


def _whole(site: Site, node: Node) -> Node:
    return site.node(node.parent) if node.kind in INSIDE else node


def merged(pairs: Iterable[tuple[str, tuple[tuple[Node, str], ...]]]) -> Iterator[Bundle]:
    """Groups of one name become one; a neighbour stands in the first group that names it, and again only where it flows back."""
    groups: dict[str, list[tuple[Node, str]]] = {}
    seen: set[str] = set()
    for name, members in pairs:
        inside = {node.id for node, _ in groups.get(name, ())}
        hidden = inside if name in BOTH_WAYS else seen
        fresh = [member for member in members if member[0].id not in hidden]
        seen.update(node.id for node, _ in fresh)
        if fresh:
            groups.setdefault(name, []).extend(fresh)
    return (Bundle(name, tuple(members)) for name, members in groups.items())


def _name(key: tuple[str, bool, str]) -> str:
    if key in _PLACES:
        return NAMES[_PLACES[key]][3]
    relation, out, kind = key
    words = RELATIONS[relation][0 if out else 1]
    return f"{words[:1].upper()}{words[1:]}: {inside(kinds.PLURALS[kind])}"


def inside(name: str) -> str:
    """A name as it stands inside a sentence: its first letter small, unless it begins with an acronym."""
    return name if name[:2].isupper() else f"{name[:1].lower()}{name[1:]}"


def _weight(edge: Edge) -> int:
    return STRENGTHS.index(edge.value.strength) if edge.relation == "fit" else 0


def _members(site: Site, edges: dict[str, Edge], out: bool) -> Iterator[tuple[Node, str]]:
    """The neighbours of one group: strong fits first, then by standard, then by code as people count, then by name."""

    def place(id: str) -> tuple[object, ...]:
        node = site.node(id)
        code = counting(id) if out or node.code else ()
        return _weight(edges[id]), order_of(id), code, node.label.lower(), id

    for id in sorted(edges, key=place):
        edge = edges[id]
        yield site.node(id), f"{edge.value.role}-{edge.value.strength}" if edge.relation == "fit" else ""
