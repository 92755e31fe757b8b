"""The state of the navigator: verdicts, coverage, what rests on what, what is open. All computed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from navigator.graph import Node
from navigator.model.common import BASES
from navigator.model.process import OverarchingActivity, SubProcess
from navigator.model.standards import Standard
from navigator.view.availability import versions
from navigator.view.fits import FitRow, Verdict, row, verdicts
from navigator.view.site import Site


@dataclass(frozen=True)
class LedgerLine:
    """The verdicts on every standard at one activity."""

    node: Node
    path: str
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True)
class Unchecked:
    """An artefact for which no machine can check some version, and the reason."""

    node: Node
    versions: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class StateView:
    """Context of the page on the state of the navigator."""

    standards: tuple[Standard, ...]
    ledger: tuple[LedgerLine, ...]
    totals: tuple[tuple[Standard, dict[str, int]], ...]
    fits: int
    bases: tuple[tuple[str, int], ...]
    single: tuple[FitRow, ...]
    reread: tuple[FitRow, ...]
    claims: int
    checked: int
    unchecked: tuple[Unchecked, ...]
    no_case: tuple[Node, ...]
    compiled: int
    reviewed: int
    newest: str
    oldest: tuple[tuple[str, Node], ...]


def state(site: Site) -> StateView:
    activities: tuple[SubProcess | OverarchingActivity, ...] = (*site.steps, *site.overarching)
    lines = tuple(LedgerLine(site.node(each.id), each.path, verdicts(site, each)) for each in activities)
    rows = tuple(row(site, edge) for edge in site.graph.edges if edge.relation == "fit")
    counted = Counter(each.fit.basis for each in rows)
    claims, checked, unchecked = claims_of(site)
    reviews = [(entry.review, site.node(entry.id)) for entry in site.catalogue.entries.values() if entry.review]
    return StateView(
        standards=site.ledger,
        ledger=lines,
        totals=tuple((standard, _total(lines, standard)) for standard in site.ledger),
        fits=len(rows),
        bases=tuple((basis, counted[basis]) for basis in BASES if counted[basis]),
        single=tuple(each for each in rows if len(each.fit.evidence) == 1 and each.fit.strength == "primary"),
        reread=tuple(each for each in rows if each.reread),
        claims=claims,
        checked=checked,
        unchecked=unchecked,
        no_case=tuple(site.node(step.id) for step in site.steps if not _has_case(site, step.id)),
        compiled=sum(review.state == "compiled" for review, _ in reviews),
        reviewed=sum(review.state == "reviewed" for review, _ in reviews),
        newest=max((review.on for review, _ in reviews), default=""),
        oldest=longest_unread([(review.on, node) for review, node in reviews]),
    )


def longest_unread(read: list[tuple[str, Node]], number: int = 20) -> tuple[tuple[str, Node], ...]:
    """The entries read longest ago, the oldest first; none while all were read on one day."""
    newest = max((on for on, _ in read), default="")
    older = [each for each in read if each[0] < newest]
    return tuple(sorted(older, key=lambda each: (each[0], each[1].id))[:number])


def _total(lines: tuple[LedgerLine, ...], standard: Standard) -> dict[str, int]:
    counted = Counter(each.state for line in lines for each in line.verdicts if each.standard is standard)
    return {word: counted[word] for word in ("fits", "nothing-fits", "not-considered")}


def _has_case(site: Site, step: str) -> bool:
    return any(site.node(edge.source).kind == "use-case" for edge in site.graph.into(step, "carried-out-in"))


def claims_of(site: Site) -> tuple[int, int, tuple[Unchecked, ...]]:
    """How many claims about versions there are, how many a machine checks, and which artefacts it cannot."""
    claims = checked = 0
    rest = []
    for entry in site.catalogue.of("artefact"):
        rows = versions(site, entry).rows
        open_rows = tuple(each for each in rows if not each.by_machine)
        claims += len(rows)
        checked += len(rows) - len(open_rows)
        if open_rows:
            open_versions = tuple(each.availability.version for each in open_rows)
            rest.append(Unchecked(site.node(entry.id), open_versions, open_rows[0].unchecked))
    return claims, checked, tuple(rest)
