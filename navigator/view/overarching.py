"""The page of an overarching activity, with its second level."""

from __future__ import annotations

from dataclasses import dataclass

from navigator.graph import Node
from navigator.model.common import STRENGTHS
from navigator.model.process import (
    OverarchingActivity,
    SubActivity,
)  # fmt: skip
from navigator.model.standards import Standard
from navigator.view.fits import (
    FitRow,
    Ground,
    Group,
    Verdict,
    by_basis,
    count,
    grounds,
    grouped,
    rows_at,
    together,
    verdicts,
)  # fmt: skip
from navigator.view.site import Site
from navigator.view.step import FlowRow, flow_rows


@dataclass(frozen=True)
class SubActivityRow:
    """An overarching sub-activity with its fits and ties."""

    id: str
    sub: SubActivity
    rows: tuple[FitRow, ...]
    gamso: tuple[Node, ...]
    in_phases: tuple[tuple[Node, str], ...]
    grounds: tuple[Ground, ...]


@dataclass(frozen=True)
class OverarchingView:
    """Context of the page of an overarching activity."""

    entry: OverarchingActivity
    node: Node
    others: tuple[Node, ...]
    primary: tuple[Group, ...]
    supporting: tuple[FitRow, ...]
    possible: tuple[FitRow, ...]
    supporting_count: int
    possible_count: int
    verdicts: tuple[Verdict, ...]
    limits: tuple[tuple[Standard, object], ...]
    takes_in: tuple[FlowRow, ...]
    gives_out: tuple[FlowRow, ...]
    in_phases: tuple[tuple[Node, str], ...]
    gamso: tuple[tuple[Node, object, tuple[Ground, ...]], ...]
    subs: tuple[SubActivityRow, ...]
    sources: tuple[Node, ...]
    grounds: tuple[Ground, ...]
    basis: tuple[tuple[str, int], ...]


def overarching(site: Site, entry: OverarchingActivity) -> OverarchingView:
    rows = rows_at(site, site.within(entry.id))
    by_strength = {each: together((row for row in rows if row.fit.strength == each), entry.id) for each in STRENGTHS}
    return OverarchingView(
        entry=entry,
        node=site.node(entry.id),
        others=site.nodes(each.id for each in site.overarching),
        primary=grouped(by_strength["primary"]),
        supporting=by_strength["supporting"],
        possible=by_strength["possible"],
        supporting_count=count(by_strength["supporting"]),
        possible_count=count(by_strength["possible"]),
        verdicts=verdicts(site, entry),
        limits=tuple((site.catalogue[limit.standard], limit) for limit in entry.limits),
        takes_in=flow_rows(site, entry.id, "takes-in"),
        gives_out=flow_rows(site, entry.id, "gives-out"),
        in_phases=tuple((site.node(said.phase), said.text) for said in entry.in_phases),
        gamso=tuple((site.node(tie.activity), tie, grounds(site, tie.evidence)) for tie in entry.gamso),
        subs=tuple(
            SubActivityRow(
                f"{entry.id}.{sub.code}", sub, rows_at(site, [f"{entry.id}.{sub.code}"]), site.nodes(sub.gamso),
                tuple((site.node(said.phase), said.text) for said in sub.in_phases), grounds(site, sub.evidence),
            )
            for sub in entry.sub_activities
        ),
        sources=site.targets_of(edge for id in site.within(entry.id) for edge in site.graph.out(id, "cites")),
        grounds=grounds(site, entry.sources),
        basis=by_basis(rows),
    )  # fmt: skip
