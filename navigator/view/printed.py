"""Documents to print: a phase, or the whole reference, as one well-set text made from the views of the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from navigator.export.common import as_of
from navigator.graph import Node
from navigator.model.process import Phase
from navigator.model.standards import Standard
from navigator.view.fits import FitRow, Group, grouped, rows_at
from navigator.view.overarching import OverarchingView, overarching
from navigator.view.phase import PhaseView, phase
from navigator.view.site import Site
from navigator.view.standard import Topic, topics
from navigator.view.step import SubProcessView, sub_process


@dataclass(frozen=True)
class Step:
    """A sub-process with all its fits in one table, by standard."""

    view: SubProcessView
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class PhasePart:
    """A phase with its sub-processes."""

    view: PhaseView
    steps: tuple[Step, ...]

    def once(self, macro: Callable[..., str], numbers: Mapping[str, int]) -> str:
        """What a macro makes of this part; it is made once, though two documents of the same folder hold it."""
        if "_made" not in self.__dict__:
            self.__dict__["_made"] = macro(self, numbers)
        made: str = self.__dict__["_made"]
        return made


@dataclass(frozen=True)
class OverarchingPart:
    """An overarching activity with all its fits in one table, by standard."""

    view: OverarchingView
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class StandardPart:
    """A standard with its versions and its artefacts."""

    entry: Standard
    node: Node
    topics: tuple[Topic, ...]


@dataclass(frozen=True)
class PrintedView:
    """Context of a document. ``numbers`` are those under which sources stand in its list, the same in every document."""

    title: str
    lede: str
    as_of: str
    phases: tuple[PhasePart, ...]
    overarching: tuple[OverarchingPart, ...]
    standards: tuple[StandardPart, ...]
    numbers: Mapping[str, int]
    sources: tuple[tuple[int, Node], ...]
    whole: bool


def _numbers(site: Site) -> dict[str, int]:
    ordered = sorted(site.catalogue.of("source"), key=lambda each: (each.title.lower(), each.id))
    return {each.id: number for number, each in enumerate(ordered, 1)}


def _phase(site: Site, entry: Phase) -> PhasePart:
    steps = (sub_process(site, step) for step in site.steps_of(entry))
    return PhasePart(phase(site, entry), tuple(Step(view, _groups(site, view.node.id)) for view in steps))


def _groups(site: Site, activity: str) -> tuple[Group, ...]:
    return grouped(rows_at(site, site.within(activity)))


def documents(site: Site) -> Iterator[tuple[str, PrintedView]]:
    """Each document with its name: one for every phase, and the whole reference."""
    parts = tuple(_phase(site, each) for each in site.phases)
    for part in parts:
        entry = part.view.entry
        lede = (
            f"Phase {entry.code} of GSBPM 5.2 with its sub-processes: what to reach for, how to choose, what to cover."
        )
        yield f"phase-{entry.code}", _document(site, f"{entry.code} {entry.label}", lede, (part,))
    across = tuple(OverarchingPart(overarching(site, each), _groups(site, each.id)) for each in site.overarching)
    lede = "Which part of SDMX, DDI and their companions fits at each step of producing official statistics: phases, overarching activities, standards."
    yield (
        "all",
        _document(
            site,
            "GSBPM standards navigator",
            lede,
            parts,
            across,
            tuple(_standard(site, each) for each in site.standards),
            True,
        ),
    )


def _standard(site: Site, entry: Standard) -> StandardPart:
    own = tuple(each for each in site.catalogue.of("artefact") if each.standard == entry.id)
    return StandardPart(entry, site.node(entry.id), topics(site, own))


def _document(
    site: Site,
    title: str,
    lede: str,
    phases: tuple[PhasePart, ...],
    overarching: tuple[OverarchingPart, ...] = (),
    standards: tuple[StandardPart, ...] = (),
    whole: bool = False,
) -> PrintedView:
    numbers = _numbers(site)
    parts: tuple[PhasePart | OverarchingPart, ...] = (*phases, *overarching)
    used = {source for part in parts for source in _cited(part)}
    used |= {each.source for part in standards for version in part.entry.versions for each in version.evidence}
    sources = tuple(sorted((numbers[id], site.node(id)) for id in used))
    return PrintedView(title, lede, as_of(site), phases, overarching, standards, numbers, sources, whole)


def _cited(part: PhasePart | OverarchingPart) -> set[str]:
    """The sources that a part names under its fits, its guidance and its checklist."""
    if isinstance(part, OverarchingPart):
        return _of_rows(part.groups)
    found = set()
    for step in part.steps:
        found |= _of_rows(step.groups) | {each.source.id for each in step.view.guidance_grounds}
        found |= {each.source.id for check in step.view.checks for each in check.grounds}
    return found


def _of_rows(groups: Iterable[Group]) -> set[str]:
    rows: Iterable[FitRow] = (row for group in groups for row in group.rows)
    return {each.source.id for row in rows for each in row.grounds}
