"""The map: its boxes, their counts and how dark they are painted."""

from __future__ import annotations

import pytest

from navigator.view import map as map_view
from navigator.view.map import Share
from navigator.view.site import Site
from tests.trees import PHASES


def test_the_map_has_all_boxes_in_their_places(site_report: Site) -> None:
    found = map_view.whole_map(site_report)
    assert [(column.phase.node.code, len(column.tiles)) for column in found.columns] == list(PHASES.items())
    assert len(found.overarching) == 6
    assert all(
        [share.key for share in tile.shares] == ["sdmx", "ddi", "companion"]
        for column in found.columns
        for tile in column.tiles
    )


def test_a_phase_counts_the_fits_of_its_sub_processes(site_report: Site) -> None:
    for column in map_view.whole_map(site_report).columns:
        for index, share in enumerate(column.phase.shares):
            assert share.total == sum(tile.shares[index].total for tile in column.tiles)


@pytest.mark.parametrize(
    ("primary", "supporting", "possible", "level"),
    [(0, 0, 0, 0), (0, 0, 1, 1), (0, 2, 0, 1), (1, 0, 0, 2), (2, 1, 1, 2), (3, 0, 0, 3), (4, 1, 1, 3), (5, 0, 0, 4)],
)
def test_a_box_is_the_darker_the_more_fits(primary: int, supporting: int, possible: int, level: int) -> None:
    assert Share("sdmx", "SDMX", primary, supporting, possible).level == level
