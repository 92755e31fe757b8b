"""The page of comparisons: what can be compared, and a few comparisons to start with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from navigator.export.compare import KINDS
from navigator.graph import Node
from navigator.view.site import Site


@dataclass(frozen=True)
class Start:
    """A comparison to start with: what it is called, and the ids that stand in its address."""

    title: str
    ids: tuple[str, ...]
    nodes: tuple[Node, ...]


@dataclass(frozen=True)
class CompareView:
    """Context of the page of comparisons."""

    kinds: tuple[tuple[str, str], ...]
    starts: tuple[tuple[str, tuple[Start, ...]], ...]


def compare(site: Site) -> CompareView:
    made = (
        ("Sub-processes that share most artefacts", tuple(_steps(site))),
        ("The newest versions", tuple(_versions(site))),
        ("Artefacts that answer to one another", tuple(_artefacts(site))),
        ("Standards", tuple(_standards(site))),
    )
    kinds = tuple((name, title) for name, title in KINDS.items() if name == "version" or site.catalogue.of(name))
    return CompareView(kinds, tuple((title, starts) for title, starts in made if starts))


def _start(site: Site, ids: tuple[str, ...]) -> Start:
    nodes = site.nodes(ids)
    return Start(" and ".join(f"{node.code} {node.label}".strip() for node in nodes), ids, nodes)


def _steps(site: Site, number: int = 3) -> Iterator[Start]:
    serving = {
        step.id: {edge.source for id in site.within(step.id) for edge in site.graph.into(id, "fit")}
        for step in site.steps
    }
    pairs = sorted(combinations(serving, 2), key=lambda pair: -len(serving[pair[0]] & serving[pair[1]]))
    yield from (_start(site, pair) for pair in pairs[:number] if serving[pair[0]] & serving[pair[1]])


def _versions(site: Site) -> Iterator[Start]:
    for each in site.ledger:
        newest = [version.version for version in each.versions if version.status != "draft"][-2:]
        if len(newest) == 2:
            yield Start(
                f"{each.short} {newest[0]} and {newest[1]}", tuple(f"{each.id}@{version}" for version in newest), ()
            )


def _artefacts(site: Site, number: int = 4) -> Iterator[Start]:
    def fits(pair: tuple[str, str]) -> tuple[int, tuple[str, str]]:
        return -sum(len(site.graph.out(id, "fit")) for id in pair), pair

    pairs = {
        (edge.source, edge.target)
        for edge in site.graph.edges
        if edge.relation == "match" and edge.value.match in ("exact", "close")
    }
    used: set[str] = set()
    for pair in sorted(pairs, key=fits):
        if len(used) < 2 * number and not used & set(pair):
            used |= set(pair)
            names = [f"{site.standard_of(id).short} {site.node(id).label}" for id in pair]
            yield Start(" and ".join(names), pair, site.nodes(pair))


def _standards(site: Site) -> Iterator[Start]:
    three = site.ledger[:3]
    if len(three) > 1:
        names = [each.short for each in three]
        yield Start(
            f"{', '.join(names[:-1])} and {names[-1]}",
            tuple(each.id for each in three),
            site.nodes(each.id for each in three),
        )
