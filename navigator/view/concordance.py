"""The concordance of the editions of GSBPM, computed from the names."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from navigator.graph import Node
from navigator.model.process import (
    EDITIONS,
    Activity,
)  # fmt: skip
from navigator.view.site import Site


@dataclass(frozen=True)
class Correspondence:
    """One activity in the three editions. ``changed`` names the editions that brought a new name."""

    node: Node
    names: tuple[tuple[str, str], ...]
    changed: tuple[str, ...]


@dataclass(frozen=True)
class ConcordanceView:
    """Context of the concordance of GSBPM 5.0, 5.1 and 5.2, computed from the names."""

    editions: tuple[str, ...]
    rows: tuple[Correspondence, ...]
    renamed: dict[str, int]


def concordance(site: Site) -> ConcordanceView:
    rows = tuple(
        _correspondence(site, entry) for phase in site.phases for entry in (phase, *site.steps_of(phase))
    ) + tuple(_correspondence(site, entry) for entry in site.overarching)
    steps = [row for row in rows if row.node.kind == "sub-process"]
    return ConcordanceView(
        EDITIONS, rows, {edition: sum(edition in row.changed for row in steps) for edition in EDITIONS[1:]}
    )


def _correspondence(site: Site, entry: Activity) -> Correspondence:
    names = tuple((edition, entry.names.get(edition, "")) for edition in EDITIONS)
    changed = tuple(
        edition
        for (_, before), (edition, after) in itertools.pairwise(names)
        if before and after and before.lower() != after.lower()
    )
    return Correspondence(site.node(entry.id), names, changed)
