"""The matrix: 44 sub-processes down, standards across; and one matrix for each standard with its artefacts across."""

from __future__ import annotations

from dataclasses import dataclass

from navigator.graph import Node
from navigator.model.standards import Standard
from navigator.view.fits import FitRow, Verdict, rows_at, verdicts
from navigator.view.site import Site


@dataclass(frozen=True)
class Cell:
    """The fits of one standard (or artefact) at one sub-process, and the verdict where there is none."""

    key: str
    rows: tuple[FitRow, ...]
    verdict: Verdict | None
    said: str


@dataclass(frozen=True)
class Line:
    """One sub-process across. ``verdict`` is that on the standard whose artefacts stand across, where it has one."""

    phase: Node
    node: Node
    first: bool
    cells: tuple[Cell, ...]
    verdict: Verdict | None = None

    @property
    def none(self) -> str:
        """How the whole line is empty: nothing-fits or not-considered; empty where something fits or no verdict is owed."""
        return self.verdict.state if self.verdict and not any(cell.rows for cell in self.cells) else ""


@dataclass(frozen=True)
class MatrixView:
    """Context of a matrix page. ``heads`` are standards, or the artefacts of ``standard``.

    ``further`` are standards that no activity owes a verdict on, with a matrix of their own.
    """

    standard: Standard | None
    heads: tuple[Node, ...]
    lines: tuple[Line, ...]
    phases: tuple[Node, ...]
    fits: int
    further: tuple[Standard, ...] = ()

    @property
    def steps(self) -> int:
        """At how many sub-processes something fits."""
        return sum(any(cell.rows for cell in line.cells) for line in self.lines)

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where each head leads: a standard with fits to its own matrix, everything else to its page."""
        full = [
            not self.standard and any(line.cells[index].rows for line in self.lines) for index in range(len(self.heads))
        ]
        return tuple(
            f"matrix/{head.id.partition(':')[2]}.html" if own else head.url
            for head, own in zip(self.heads, full, strict=True)
        )


def by_standard(site: Site) -> MatrixView:
    lines = []
    for phase in site.phases:
        for index, step in enumerate(site.steps_of(phase)):
            rows = rows_at(site, site.within(step.id))
            cells = tuple(
                Cell(
                    verdict.standard.id,
                    tuple(row for row in rows if row.standard is verdict.standard),
                    verdict,
                    _said(step.code, verdict),
                )
                for verdict in verdicts(site, step)
            )
            lines.append(Line(site.node(phase.id), site.node(step.id), not index, cells))
    fits = sum(len(cell.rows) for line in lines for cell in line.cells)
    further = tuple(each for each in site.standards if each not in site.ledger and by_artefact(site, each).heads)
    return MatrixView(
        None,
        site.nodes(each.id for each in site.ledger),
        tuple(lines),
        site.nodes(p.id for p in site.phases),
        fits,
        further,
    )


def _said(code: str, verdict: Verdict) -> str:
    if verdict.state == "fits":
        return f"{code}, {verdict.standard.short}: {verdict.count} fits, {verdict.primary} primary"
    return f"{code}, {verdict.standard.short}: {'nothing fits' if verdict.state == 'nothing-fits' else 'not yet considered'}"


def by_artefact(site: Site, standard: Standard) -> MatrixView:
    """Only artefacts with a fit at a sub-process stand across, those that fit at most steps first."""
    table: dict[str, dict[str, list[FitRow]]] = {}
    for step in site.steps:
        for row in rows_at(site, site.within(step.id)):
            if row.standard is standard:
                table.setdefault(row.artefact.id, {}).setdefault(step.id, []).append(row)
    heads = site.nodes(sorted(table, key=lambda id: (-len(table[id]), site.node(id).label.lower())))
    lines = []
    for phase in site.phases:
        for index, step in enumerate(site.steps_of(phase)):
            cells = tuple(_cell(step.code, head, tuple(table[head.id].get(step.id, ()))) for head in heads)
            verdict = next((each for each in verdicts(site, step) if each.standard is standard), None)
            lines.append(Line(site.node(phase.id), site.node(step.id), not index, cells, verdict))
    fits = sum(len(cell.rows) for line in lines for cell in line.cells)
    return MatrixView(standard, heads, tuple(lines), site.nodes(p.id for p in site.phases), fits)


def _cell(code: str, head: Node, rows: tuple[FitRow, ...]) -> Cell:
    said = ", ".join(f"{row.fit.role} ({row.fit.strength})" for row in rows)
    return Cell(head.id, rows, None, f"{code}, {head.label}: {said}" if rows else "")
