"""The neighbourhood of a thing, drawn: itself in the middle, its neighbours in groups to both sides, ready for a template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from navigator.graph import Node
from navigator.view.bundle import Bundle, bundles, inside
from navigator.view.site import Site

#: How many neighbours a drawing shows.
MOST = 24
#: Measures of the drawing, in its own units.
WIDTH, BOX, ROW, HEAD, GAP = 960, 320, 24, 25, 12
LONGEST = 42


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
    def said(self) -> str:
        """Its name inside a sentence."""
        return inside(self.name)

    @property
    def more_y(self) -> int:
        return self.y + self.height - 8


@dataclass(frozen=True)
class Neighbourhood:
    """The whole drawing."""

    node: Node
    lines: tuple[str, ...]
    groups: tuple[Group, ...]
    width: int
    height: int
    total: int
    overlay: str

    @property
    def middle(self) -> int:
        return self.height // 2


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
    apart = site.apart(leaf for each, share in zip(found, shares, strict=True) for leaf, _ in each.members[:share])
    groups = tuple(
        group for side, column in enumerate(sides) for group in _placed(column, side, height, shares, found, apart)
    )
    lines, total = cut(f"{node.code} {node.label}".strip(), 20, 3), sum(len(each.members) for each in found)
    return Neighbourhood(node, lines, groups, WIDTH, height, total, overlay(site, node))


def overlay(site: Site, node: Node) -> str:
    """What the map is asked to paint for a thing, as its address has it; empty where it would paint nothing."""
    graph, local = site.graph, node.id.partition(":")[2]
    if node.kind == "standard":
        artefacts = (edge.source for edge in graph.into(node.id, "part-of") if edge.source.startswith(f"{local}:"))
        return f"standard:{local}" if any(graph.out(each, "fit") for each in artefacts) else ""
    painted = {
        "artefact": (graph.out(node.id, "fit"), f"artefact:{node.id}"),
        "use-case": (graph.out(node.id, "carried-out-in"), f"use-case:{local}"),
        "tool": (graph.out(node.id, "serves"), f"tool:{local}"),
        "information-object": (
            graph.into(node.id, "takes-in") + graph.into(node.id, "gives-out"),
            f"information-object:{local}",
        ),
        "aspect": (graph.into(node.id, "covers"), f"aspect:{local}"),
        "role": (graph.out(node.id, "answers-for"), f"answers-for:{local}"),
    }
    edges, key = painted.get(node.kind, ((), ""))
    return key if edges else ""


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


def _placed(
    column: Sequence[int],
    side: int,
    height: int,
    shares: Sequence[int],
    found: Sequence[Bundle],
    apart: Mapping[str, str],
) -> Iterator[Group]:
    """The groups of one side, one below the other, centred."""
    y = (height - _column(column, shares, found)) // 2
    for index in column:
        bundle, share = found[index], shares[index]
        size = _height(share, len(bundle.members))
        leaves = tuple(
            Leaf(node, label(node, apart.get(node.id, "")), y + HEAD + ROW * row + 16, sign)
            for row, (node, sign) in enumerate(bundle.members[:share])
        )
        yield Group(
            bundle.name,
            leaves,
            len(bundle.members) - share,
            0 if side == 0 else WIDTH - BOX,
            y,
            size,
            line(side, height // 2, y + size // 2),
        )
        y += size + GAP


def line(side: int, start: int, end: int) -> str:
    """The curve from the thing in the middle to a group at one side."""
    inner, outer = (WIDTH // 2 - 78, BOX) if side == 0 else (WIDTH // 2 + 78, WIDTH - BOX)
    bend = (inner + outer) // 2
    return f"M{inner} {start}C{bend} {start} {bend} {end} {outer} {end}"


def label(node: Node, standard: str) -> str:
    """What a leaf is called: code and name, and its standard where another leaf bears the same name."""
    rest = f", {standard}" if standard else ""
    return short(f"{node.code} {node.label}".strip(), LONGEST - len(rest)) + rest


def short(text: str, longest: int = LONGEST) -> str:
    """A label cut to the width of a group."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def cut(text: str, width: int, most: int) -> tuple[str, ...]:
    """A label in lines of about ``width`` letters; what ``most`` lines cannot hold ends in dots."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + len(word) < width:
            lines[-1] += f" {word}"
        else:
            lines.append(word if len(word) <= width else f"{word[: width - 1]}…")
    return tuple(lines) if len(lines) <= most else (*lines[: most - 1], f"{lines[most - 1]} …")
