"""The map: the whole of GSBPM as one picture, and how much of each family fits where."""

from __future__ import annotations

from dataclasses import dataclass

from navigator.graph import Node
from navigator.model.common import STRENGTHS
from navigator.model.process import (
    Activity,
)  # fmt: skip
from navigator.view.fits import FitRow, rows_at
from navigator.view.site import FAMILIES, Site


@dataclass(frozen=True)
class Share:
    """How much of one family or standard fits at an activity."""

    key: str
    name: str
    primary: int
    supporting: int
    possible: int

    @property
    def total(self) -> int:
        return self.primary + self.supporting + self.possible

    @property
    def level(self) -> int:
        """0 to 4: how dark the map paints it. A primary fit weighs three, a supporting one one."""
        weight = 3 * self.primary + self.supporting + self.possible / 2
        return 0 if not weight else 1 if weight < 3 else 2 if weight < 8 else 3 if weight < 14 else 4


@dataclass(frozen=True)
class Tile:
    """One box of the map."""

    node: Node
    entry: Activity
    shares: tuple[Share, ...]


@dataclass(frozen=True)
class Column:
    """One phase of the map with its boxes."""

    phase: Tile
    tiles: tuple[Tile, ...]


@dataclass(frozen=True)
class Map:
    """The whole of GSBPM as one picture: overarching activities above, phases side by side."""

    overarching: tuple[Tile, ...]
    columns: tuple[Column, ...]


def share(rows: tuple[FitRow, ...], key: str, name: str) -> Share:
    found = [each.fit.strength for each in rows if key in (each.standard.family, each.standard.id.partition(":")[2])]
    primary, supporting, possible = (found.count(strength) for strength in STRENGTHS)
    return Share(key, name, primary, supporting, possible)


def tile(site: Site, entry: Activity) -> Tile:
    rows = rows_at(site, site.within(entry.id))
    return Tile(site.node(entry.id), entry, tuple(share(rows, key, name) for key, name in FAMILIES.items()))


def whole_map(site: Site) -> Map:
    columns = tuple(
        Column(tile(site, phase), tuple(tile(site, step) for step in site.steps_of(phase))) for phase in site.phases
    )
    return Map(tuple(tile(site, each) for each in site.overarching), columns)
