"""The neighbourhood of a thing, drawn: itself in the middle, its neighbours in groups to both sides, ready for a template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from navigator import kinds
from navigator.graph import RELATIONS, Edge, Node
from navigator.model import counting
from navigator.model.common import STRENGTHS
from navigator.view.site import Site, order_of

#: How many neighbours a drawing shows, and how many groups.
MOST, GROUPS = 24, 6
#: Measures of the drawing, in its own units.
WIDTH, BOX, ROW, HEAD, GAP = 960, 320, 21, 24, 14
LONGEST = 42

#: What is drawn of a relation, read from its source or from its target, and of which kind: in this order, by this name.
NAMES: tuple[tuple[str, bool, str, str], ...] = (
    ("takes-in", True, "information-object", "Takes in"),
    ("gives-out", True, "information-object", "Gives out"),
    ("fit", False, "artefact", "Artefacts that fit"),
    ("fit", True, "sub-process", "Fits these steps"),
    ("fit", True, "task", "Fits these tasks"),
    ("fit", True, "overarching-activity", "Fits overarching activities"),
    ("represents", True, "information-object", "Represents"),
    ("represents", False, "artefact", "Represented by"),
    ("match", True, "artefact", "Corresponds to"),
    ("match", False, "artefact", "Corresponds to"),
    ("hands-over", True, "artefact", "Hands over to"),
    ("hands-over", False, "artefact", "Takes over from"),
    ("carried-out-in", True, "sub-process", "Carried out in"),
    ("carried-out-in", False, "use-case", "Use cases"),
    ("carried-out-in", False, "hand-over", "Hand-overs here"),
    ("carried-out-in", False, "example", "Worked examples"),
    ("serves", True, "sub-process", "Serves these steps"),
    ("serves", True, "phase", "Serves these phases"),
    ("serves", False, "tool", "Tools"),
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
)
#: Drawn of no page: citations, and what a page shows as its own parts.
LEFT_OUT = ("cites", "about", "supersedes")
INSIDE = ("task", "overarching-sub-activity")
_PLACES = {(relation, out, kind): place for place, (relation, out, kind, _) in enumerate(NAMES)}


@dataclass(frozen=True)
class Leaf:
    """One neighbour, with the place of its row; ``sign`` is the role and strength of a fit."""

    node: Node
    text: str
    y: int
    sign: str = ""


@dataclass(frozen=True)
class Group:
    """Neighbours of one kind to which one relation leads, with their box and the line from the middle."""

    name: str
    leaves: tuple[Leaf, ...]
    more: int
    x: int
    y: int
    height: int
    line: str

    @property
    def more_y(self) -> int:
        return self.y + self.height - 6


@dataclass(frozen=True)
class Neighbourhood:
    """The whole drawing."""

    node: Node
    lines: tuple[str, ...]
    groups: tuple[Group, ...]
    width: int
    height: int
    total: int

    @property
    def middle(self) -> int:
        return self.height // 2


@dataclass(frozen=True)
class Bundle:
    """Neighbours before they have places: what ties them, and who they are, the nearest first."""

    name: str
    members: tuple[tuple[Node, str], ...]


def of(site: Site, id: str) -> Neighbourhood | None:
    """The drawing for one page, or nothing where a thing has no neighbour to draw."""
    node = site.graph.nodes.get(id)
    if node is None or node.kind == "source":
        return None
    found = bundles(site, node)
    if not found:
        return None
    shares = allot([len(each.members) for each in found], MOST)
    sides = split([_height(share, len(each.members)) for share, each in zip(shares, found, strict=True)])
    height = max(_column(column, shares, found) for column in sides)
    groups = tuple(group for side, column in enumerate(sides) for group in _placed(column, side, height, shares, found))
    return Neighbourhood(node, cut(f"{node.code} {node.label}".strip(), 20, 3), groups, WIDTH, height, sum(len(each.members) for each in found))


def bundles(site: Site, node: Node) -> tuple[Bundle, ...]:
    """The groups that a drawing shows, the most telling first."""
    found: dict[tuple[str, bool, str], dict[str, Edge]] = {}
    for here in (node.id, *(edge.source for edge in site.graph.into(node.id, "part-of") if site.node(edge.source).kind in INSIDE)):
        for edge, out in (*((edge, True) for edge in site.graph.outgoing.get(here, ())), *((edge, False) for edge in site.graph.incoming.get(here, ()))):
            other = site.node(edge.target if out else edge.source)
            if edge.relation not in LEFT_OUT and other.kind not in INSIDE + ("source",) and other.id != node.id:
                group = found.setdefault((edge.relation, out, other.kind), {})
                if other.id not in group or _weight(edge) < _weight(group[other.id]):
                    group[other.id] = edge
    ordered = sorted(found.items(), key=lambda item: (_PLACES.get(item[0], len(NAMES)), item[0]))
    return tuple(merged((_name(key), tuple(_members(site, edges, key[1]))) for key, edges in ordered))[:GROUPS]


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
    ids = sorted(edges, key=lambda id: (_weight(edges[id]), order_of(id), counting(id) if out else (), site.node(id).label.lower(), id))
    for id in ids:
        edge = edges[id]
        yield site.node(id), f"{edge.value.role}-{edge.value.strength}" if edge.relation == "fit" else ""


def allot(sizes: Sequence[int], room: int) -> list[int]:
    """How many of each group are shown: all of the small ones, the rest shared out evenly."""
    shares = [0] * len(sizes)
    while sum(shares) < min(room, sum(sizes)):
        open_ones = [index for index, size in enumerate(sizes) if shares[index] < size]
        index = min(open_ones, key=lambda each: (shares[each], each))
        shares[index] += 1
    return shares


def _height(share: int, size: int) -> int:
    return HEAD + ROW * (share + (1 if size > share else 0))


def split(heights: Sequence[int]) -> tuple[list[int], list[int]]:
    """Groups on two sides, in turn to the side that is shorter so far."""
    left: list[int] = []
    right: list[int] = []
    for index in range(len(heights)):
        shorter = left if sum(heights[each] for each in left) <= sum(heights[each] for each in right) else right
        shorter.append(index)
    return left, right


def _column(column: Sequence[int], shares: Sequence[int], found: Sequence[Bundle]) -> int:
    return sum(_height(shares[index], len(found[index].members)) + GAP for index in column) - GAP if column else 0


def _placed(column: Sequence[int], side: int, height: int, shares: Sequence[int], found: Sequence[Bundle]) -> Iterator[Group]:
    """The groups of one side, one below the other, centred."""
    y = (height - _column(column, shares, found)) // 2
    for index in column:
        bundle, share = found[index], shares[index]
        size = _height(share, len(bundle.members))
        leaves = tuple(Leaf(node, short(f"{node.code} {node.label}".strip()), y + HEAD + ROW * row + 15, sign) for row, (node, sign) in enumerate(bundle.members[:share]))
        yield Group(bundle.name, leaves, len(bundle.members) - share, 0 if side == 0 else WIDTH - BOX, y, size, line(side, height // 2, y + size // 2))
        y += size + GAP


def line(side: int, start: int, end: int) -> str:
    """The curve from the thing in the middle to a group at one side."""
    inner, outer = (WIDTH // 2 - 78, BOX) if side == 0 else (WIDTH // 2 + 78, WIDTH - BOX)
    bend = (inner + outer) // 2
    return f"M{inner} {start}C{bend} {start} {bend} {end} {outer} {end}"


def short(text: str) -> str:
    """A label cut to the width of a group."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def cut(text: str, width: int, most: int) -> tuple[str, ...]:
    """A label in lines of about ``width`` letters; what ``most`` lines cannot hold ends in dots."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + len(word) < width:
            lines[-1] += f" {word}"
        else:
            lines.append(word if len(word) <= width else f"{word[: width - 1]}…")
    return tuple(lines) if len(lines) <= most else (*lines[: most - 1], f"{lines[most - 1]} …")
