"""The strip: the 44 sub-processes in a row, with marks. A lifeline, a path, a reach and the map are all strips."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from navigator.graph import Node
from navigator.model.common import ROLES, STRENGTHS
from navigator.model.process import SubProcess
from navigator.view.fits import FitRow
from navigator.view.site import Site


@dataclass(frozen=True)
class Mark:
    """One sign in a cell: a role (its shape) and a strength (its weight), or a step's number."""

    role: str
    strength: str
    text: str


@dataclass(frozen=True)
class Cell:
    """One sub-process in a strip. ``said`` is what a screen reader reads and a pointer shows."""

    node: Node
    marks: tuple[Mark, ...]
    said: str
    number: str = ""

    @property
    def full(self) -> bool:
        return bool(self.marks or self.number)


@dataclass(frozen=True)
class Band:
    """One phase with its cells."""

    phase: Node
    cells: tuple[Cell, ...]


Strip = tuple[Band, ...]
#: The plain mark of a cell, shown and never read out.
DOT = "●"


def strip(site: Site, cell: Callable[[SubProcess], Cell]) -> Strip:
    """A strip whose cells are made by ``cell``."""
    return tuple(Band(site.node(phase.id), tuple(cell(step) for step in site.steps_of(phase))) for phase in site.phases)


def lifeline(site: Site, rows: Iterable[FitRow]) -> Strip:
    """Where along the process an artefact is created, used, updated, exchanged, documented."""
    marks: dict[str, list[Mark]] = {}
    for each in rows:
        step = each.activity.parent or each.activity.id
        mark = Mark(each.fit.role, each.fit.strength, f"{each.fit.role} ({each.fit.strength})")
        if mark not in marks.setdefault(step, []):
            marks[step].append(mark)

    def cell(step: SubProcess) -> Cell:
        found = tuple(
            sorted(marks.get(step.id, ()), key=lambda mark: (ROLES.index(mark.role), STRENGTHS.index(mark.strength)))
        )
        said = ", ".join(mark.text for mark in found)
        return Cell(site.node(step.id), found, f"{step.code} {step.label}: {said or 'no fit'}")

    return strip(site, cell)


def path(site: Site, numbers: Mapping[str, str], word: str) -> Strip:
    """Cells that bear a number (steps of a use case) or a plain dot (reach of a tool)."""

    def cell(step: SubProcess) -> Cell:
        number = numbers.get(step.id, "")
        return Cell(
            site.node(step.id),
            (),
            f"{step.code} {step.label}: {f'{word} {number.strip(DOT)}'.strip() if number else 'not touched'}",
            number,
        )

    return strip(site, cell)
