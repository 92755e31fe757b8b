"""Fits as pages show them: rows, groups by standard, verdicts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from navigator.graph import Edge, Node
from navigator.model import counting
from navigator.model.common import BASES, ROLES, STRENGTHS, Evidence, Fit
from navigator.model.process import OverarchingActivity, SubProcess
from navigator.model.standards import Standard
from navigator.view.site import Site, order_of


@dataclass(frozen=True)
class Ground:
    """One piece of evidence with the page of its source."""

    evidence: Evidence
    source: Node


@dataclass(frozen=True)
class FitRow:
    """One fit: the artefact, its standard, where it stands, what it rests on, and other fits told with it."""

    fit: Fit
    artefact: Node
    standard: Standard
    activity: Node
    grounds: tuple[Ground, ...]
    reread: str
    also: tuple[FitRow, ...] = ()

    @property
    def roles(self) -> str:
        """Its role and those of the rows told with it, as filters read them."""
        return "|".join(dict.fromkeys((self.fit.role, *(each.fit.role for each in self.also))))

    @property
    def bases(self) -> str:
        """Its basis and those of the rows told with it, as filters read them."""
        return "|".join(dict.fromkeys((self.fit.basis, *(each.fit.basis for each in self.also))))

    @property
    def weight(self) -> tuple[int, int, int, str]:
        return (
            STRENGTHS.index(self.fit.strength),
            order_of(self.fit.artefact),
            ROLES.index(self.fit.role),
            self.artefact.label.lower(),
        )


@dataclass(frozen=True)
class Group:
    """The rows of one standard."""

    standard: Standard
    rows: tuple[FitRow, ...]


@dataclass(frozen=True)
class Verdict:
    """Whether something of a standard fits an activity: fits, nothing-fits or not-considered."""

    standard: Standard
    state: str
    count: int = 0
    primary: int = 0
    reason: str = ""
    by: str = ""
    on: str = ""


def grounds(site: Site, evidence: Iterable[Evidence]) -> tuple[Ground, ...]:
    return tuple(Ground(each, site.node(each.source)) for each in evidence)


def row(site: Site, edge: Edge) -> FitRow:
    """The row of a fit's edge."""
    standard = site.standard_of(edge.source)
    fit: Fit = edge.value
    return FitRow(
        fit,
        site.node(edge.source),
        standard,
        site.node(edge.target),
        grounds(site, fit.evidence),
        reread(site, standard, fit.evidence),
    )


def reread(site: Site, standard: Standard, evidence: Iterable[Evidence]) -> str:
    """The newer version of the standard when all evidence speaks of older ones; otherwise empty."""
    spoken = [each.version for each in evidence if each.version and standard.id in site.catalogue[each.source].about]
    known = [version.version for version in standard.versions]
    if not spoken or standard.current not in known:
        return ""
    newest = max((known.index(version) for version in spoken if version in known), default=-1)
    return standard.current if 0 <= newest < known.index(standard.current) else ""


def rows_at(site: Site, activities: Iterable[str]) -> tuple[FitRow, ...]:
    """The fits at some activities, the strongest first, then by standard and role."""
    edges = (edge for activity in activities for edge in site.graph.into(activity, "fit"))
    return tuple(sorted((row(site, edge) for edge in edges), key=lambda each: each.weight))


def rows_of(site: Site, artefact: str) -> tuple[FitRow, ...]:
    """The fits of an artefact, in the order of the process."""
    edges = sorted(site.graph.out(artefact, "fit"), key=lambda edge: (counting(edge.target), edge.value.role))
    return tuple(row(site, edge) for edge in edges)


def grouped(rows: Iterable[FitRow], lead: str = "") -> tuple[Group, ...]:
    """Rows by standard: the family that leads at the step comes first, then the usual order of standards."""
    groups: dict[str, list[FitRow]] = {}
    standards: dict[str, Standard] = {}
    for each in sorted(rows, key=lambda row: (row.standard.family != lead, order_of(row.fit.artefact))):
        groups.setdefault(each.standard.id, []).append(each)
        standards[each.standard.id] = each.standard
    return tuple(Group(standards[id], tuple(members)) for id, members in groups.items())


def together(rows: Iterable[FitRow], here: str) -> tuple[FitRow, ...]:
    """Rows with each artefact once: the fit at the activity itself before those at what lies inside it."""
    found: dict[str, list[FitRow]] = {}
    for each in rows:
        found.setdefault(each.fit.artefact, []).append(each)
    ordered = (sorted(all, key=lambda row: (row.activity.id != here, row.activity.id)) for all in found.values())
    return tuple(replace(first, also=tuple(rest)) for first, *rest in ordered)


def count(rows: Iterable[FitRow]) -> int:
    """How many fits some rows tell of."""
    return sum(1 + len(each.also) for each in rows)


def verdicts(site: Site, entry: SubProcess | OverarchingActivity) -> tuple[Verdict, ...]:
    """The verdict on each standard of the ledger at an activity, its tasks included."""
    rows = rows_at(site, site.within(entry.id))
    return tuple(
        _verdict(entry, standard, [each for each in rows if each.standard is standard]) for standard in site.ledger
    )


def _verdict(entry: SubProcess | OverarchingActivity, standard: Standard, rows: list[FitRow]) -> Verdict:
    if rows:
        return Verdict(standard, "fits", len(rows), sum(each.fit.strength == "primary" for each in rows))
    for none in entry.nothing_fits:
        if none.standard == standard.id:
            return Verdict(standard, "nothing-fits", reason=none.reason, by=none.by, on=none.on)
    return Verdict(standard, "not-considered")


def by_basis(rows: tuple[FitRow, ...]) -> tuple[tuple[str, int], ...]:
    """How many fits rest on which basis, the firmest first."""
    found = [each.fit.basis for each in rows]
    return tuple((basis, found.count(basis)) for basis in BASES if basis in found)
