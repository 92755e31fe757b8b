"""The page of the guided finder: its questions, and the answers for whole phases as a plain table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from navigator.finder import Holding, Partner
from navigator.graph import Node
from navigator.ranking import HERE, Candidate, candidates, rank, shortened
from navigator.view.site import Site


@dataclass(frozen=True)
class Choice:
    """An artefact to reach for, and how strong its best fit in the phase is."""

    node: Node
    strength: str


@dataclass(frozen=True)
class Row:
    """One thing that one may hold, with what to reach for in each phase."""

    holding: Holding
    cells: tuple[tuple[Choice, ...], ...]


@dataclass(frozen=True)
class FinderView:
    """Context of the page of the finder: its questions, and the answers for whole phases as a plain table."""

    phases: tuple[Node, ...]
    holdings: tuple[Holding, ...]
    partners: tuple[Partner, ...]
    rows: tuple[Row, ...]


def finder(site: Site) -> FinderView:
    among = candidates(site)
    phases = site.nodes(phase.id for phase in site.phases)
    rows = tuple(
        Row(each, tuple(_cell(site, among, phase.id, each.key) for phase in phases)) for each in site.finder.holdings
    )
    return FinderView(phases, site.finder.holdings, site.finder.partners, rows)


def _cell(site: Site, among: Iterable[Candidate], phase: str, holding: str, number: int = 3) -> tuple[Choice, ...]:
    """The first artefacts that fit in the phase itself."""
    here = (answer for answer in rank(among, phase, holding) if answer.near == HERE)
    return tuple(Choice(site.node(each.candidate.id), each.served.strength) for each in shortened(here)[:number])
