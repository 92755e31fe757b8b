"""The crosswalk: every pair of artefacts that answer to one another, and every stated lack of one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from navigator import words
from navigator.graph import Node
from navigator.model.standards import (
    Crosswalk,
    NoCounterpart,
    Pair,
    Standard,
)  # fmt: skip
from navigator.view.fits import Ground, grounds
from navigator.view.remarks import frequent, numbered
from navigator.view.site import Site

#: A remark on evidence that more rows than this bear stands once above the table.
OFTEN = 30


@dataclass(frozen=True)
class PairRow:
    """One row of the crosswalk. ``remarks`` are the numbers of remarks that stand above the table."""

    topic: Crosswalk
    subject: Node
    subject_standard: Standard
    object: Node | None
    object_standard: Standard
    match: str
    text: str
    basis: str
    grounds: tuple[Ground, ...]
    between: Node | None
    remarks: tuple[int, ...] = ()


@dataclass(frozen=True)
class CrosswalkView:
    """Context of the crosswalk page: every pair and every stated lack of one."""

    topics: tuple[tuple[Crosswalk, tuple[PairRow, ...]], ...]
    standards: tuple[Standard, ...]
    pairs: int
    none: int
    matches: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]


def crosswalk(site: Site) -> CrosswalkView:
    named = sorted(site.catalogue.of("crosswalk"), key=lambda topic: topic.name.lower())
    found = [(topic, tuple(_pair_rows(site, topic))) for topic in named]
    rows = [row for _, rows in found for row in rows]
    remarks = frequent((row.grounds for row in rows), OFTEN)
    return CrosswalkView(
        tuple((topic, tuple(remarked(row, remarks) for row in rows)) for topic, rows in found),
        site.standards,
        sum(row.match != "none" for row in rows),
        sum(row.match == "none" for row in rows),
        tuple((match, said) for match, said in words.matches.items() if any(row.match == match for row in rows)),
        remarks,
    )


def remarked(row: PairRow, remarks: tuple[str, ...]) -> PairRow:
    """The row with the numbers of the remarks that it bears in place of their words."""
    kept, numbers = numbered(row.grounds, remarks)
    return replace(row, grounds=kept, remarks=numbers)


def _pair_rows(site: Site, topic: Crosswalk) -> Iterable[PairRow]:
    between = site.node(topic.object) if topic.object else None

    def make(
        subject: str, object: str | None, other: str, match: str, text: str, stated: Pair | NoCounterpart
    ) -> PairRow:
        return PairRow(
            topic, site.node(subject), site.standard_of(subject), site.node(object) if object else None,
            site.catalogue[other], match, text, stated.basis, grounds(site, stated.evidence), between,
        )  # fmt: skip

    for pair in topic.matches:
        yield make(pair.subject, pair.object, site.standard_of(pair.object).id, pair.match, pair.difference, pair)
    for none in topic.none:
        yield make(none.subject, None, none.standard, "none", none.reason, none)
