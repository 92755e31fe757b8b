"""Tables: what stands in a row, and what decides how wide a cell is."""

from __future__ import annotations

import pytest

from navigator.view import registers, tables
from navigator.view.site import Site
from navigator.view.tables import Cell

MADE = [
    tables.tools, tables.use_cases, tables.tasks, tables.neighbours, tables.artefacts, tables.information_objects, tables.hand_overs,
    registers.organisations, registers.services,
]  # fmt: skip


@pytest.mark.parametrize("make", MADE, ids=lambda make: make.__name__)
def test_every_row_has_a_cell_for_every_head_and_a_value_for_every_filter(make: object, site_report: Site) -> None:
    table = make(site_report)  # type: ignore[operator]
    assert table.rows
    for row in table.rows:
        assert len(row.cells) + 1 == len(table.heads)
        assert set(row.keys) == {key for key, _ in table.filters}
    assert len(table.heads) <= 8, "listing.css names the cells of eight columns"
    assert not any("'" in head or "\\" in head for head in table.heads), "heads stand in a style"


def test_a_hand_over_lists_what_is_lost_and_gained_and_bears_no_number(example_site: Site) -> None:
    table = tables.hand_overs(example_site)
    assert table.heads == ("Hand-over", "Leaves", "Enters", "Steps", "Lost", "Gained", "Basis")
    ((*_, lost, gained, _),) = (row.cells for row in table.rows)
    assert (lost.items, gained.items) == (("The wording of the question.",), ("A list that others can use.",))


def test_the_strip_counts_the_hand_overs_at_each_step(site_report: Site) -> None:
    table = tables.hand_overs(site_report)
    numbers = {cell.node.id: int(cell.number) for band in table.strip for cell in band.cells if cell.number}
    for id, count in numbers.items():
        inside = set(site_report.within(id))
        assert count == sum(bool(inside & set(row.node.value.activities)) for row in table.rows), id
    assert numbers


def test_the_form_of_a_cell(example_site: Site) -> None:
    artefact, tool = example_site.nodes(["sdmx:code", "tool:editor"])
    assert [
        Cell("short").form, Cell("national statistical office").form, Cell("a" * 61).form, Cell(items=("One.",)).form,
        Cell(nodes=(artefact,)).form, Cell(nodes=(tool,)).form, Cell(nodes=(artefact,), brief=True).form,
    ] == ["", "words", "said", "said", "things", "", "codes"]  # fmt: skip


def test_an_organisation_shows_what_it_did_and_keeps(example_site: Site) -> None:
    (row,) = registers.organisations(example_site).rows
    kind, country, did, kept = row.cells
    assert (kind.text, country.text) == ("national statistical office", "INT")
    assert [node.id for node in did.nodes] == ["case:census"]
    assert {node.id for node in kept.nodes} >= {"service:coding", "tool:editor"}
    assert row.keys["known"] == "use cases|tools and services"


def test_a_service_tells_its_standing(example_site: Site) -> None:
    (row,) = registers.services(example_site).rows
    said, standing, makers, steps = row.cells
    assert standing.text == "In use since the census."
    assert [node.id for node in makers.nodes] == ["org:office"]
    assert [node.id for node in steps.nodes] == ["gsbpm:4.3"]
    assert said.text
