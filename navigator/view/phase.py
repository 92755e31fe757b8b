"""The page of a phase: its sub-processes with what to reach for first."""

from __future__ import annotations

from dataclasses import dataclass, replace

from navigator.graph import Node
from navigator.model.process import Phase, SubProcess
from navigator.view.fits import FitRow, Ground, by_basis, grounds, rows_at
from navigator.view.map import Column, Tile, share, tile
from navigator.view.site import Site


@dataclass(frozen=True)
class PhaseView:
    """Context of the page of a phase."""

    entry: Phase
    node: Node
    previous: Node | None
    next: Node | None
    column: Column
    first: tuple[tuple[Tile, tuple[FitRow, ...]], ...]
    overarching: tuple[tuple[Node, str], ...]
    cases: tuple[Node, ...]
    gamso: tuple[Node, ...]
    grounds: tuple[Ground, ...]
    basis: tuple[tuple[str, int], ...]


def phase(site: Site, entry: Phase) -> PhaseView:
    index = site.phases.index(entry)
    steps = site.steps_of(entry)
    rows = {step.id: rows_at(site, site.within(step.id)) for step in steps}
    return PhaseView(
        entry=entry,
        node=site.node(entry.id),
        previous=site.node(site.phases[index - 1].id) if index else None,
        next=site.node(site.phases[index + 1].id) if index + 1 < len(site.phases) else None,
        column=Column(tile(site, entry), tuple(tile(site, step) for step in steps)),
        first=tuple(
            (card(site, step), tuple(row for row in rows[step.id] if row.fit.strength == "primary")) for step in steps
        ),
        overarching=tuple(
            (site.node(each.id), said.text)
            for each in site.overarching
            for said in each.in_phases
            if said.phase == entry.id
        ),
        cases=site.sources_of(
            edge
            for step in steps
            for edge in site.graph.into(step.id, "carried-out-in")
            if site.node(edge.source).kind == "use-case"
        ),
        gamso=tuple(
            node for node in site.sources_of(site.graph.into(entry.id, "ties-to")) if node.kind == "gamso-activity"
        ),
        grounds=grounds(site, entry.sources),
        basis=by_basis(tuple(row for step in steps for row in rows[step.id])),
    )


def card(site: Site, entry: SubProcess) -> Tile:
    """The tile of a sub-process whose shares add up to all its fits: what comes from elsewhere is counted too."""
    made = tile(site, entry)
    rest = share(rows_at(site, site.within(entry.id)), "other", "Other")
    return replace(made, shares=(*made.shares, *((rest,) if rest.total else ())))
