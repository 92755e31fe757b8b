"""The crosswalk: every pair of artefacts that answer to one another, and every stated lack of one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from navigator.graph import Node
from navigator.model.standards import (
    Crosswalk,
    NoCounterpart,
    Pair,
    Standard,
)  # fmt: skip
from navigator.view.fits import Ground, grounds
from navigator.view.site import Site


@dataclass(frozen=True)
class PairRow:
    """One row of the crosswalk."""

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


@dataclass(frozen=True)
class CrosswalkView:
    """Context of the crosswalk page: every pair and every stated lack of one."""

    topics: tuple[tuple[Crosswalk, tuple[PairRow, ...]], ...]
    standards: tuple[Standard, ...]
    pairs: int
    none: int


def crosswalk(site: Site) -> CrosswalkView:
    named = sorted(site.catalogue.of("crosswalk"), key=lambda topic: topic.name.lower())
    topics = tuple((topic, tuple(_pair_rows(site, topic))) for topic in named)
    pairs = sum(len(topic.matches) for topic, _ in topics)
    return CrosswalkView(topics, site.standards, pairs, sum(len(topic.none) for topic, _ in topics))


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
