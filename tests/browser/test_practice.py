"""Tools, use cases and sources in the browser: tables that stack on a phone, an index that is filtered."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage

PHONE = {"viewport": {"width": 390, "height": 844}}


@pytest.mark.parametrize("path", ["tools/colectica-repository.html", "use-cases/insee-eno.html"])
def test_on_a_phone_each_row_is_a_stack_and_no_column_is_squeezed(path: str, open_page: OpenPage) -> None:
    page = open_page(path, **PHONE)
    table = page.locator("table.stacked")
    expect(table.locator("thead")).to_be_hidden()
    widths = table.locator("tbody td:not(.number):not(:empty)").evaluate_all(
        "cells => cells.map(each => each.offsetWidth)"
    )
    assert min(widths) > 320


def test_on_a_phone_a_stacked_cell_says_its_column(open_page: OpenPage) -> None:
    cell = open_page("tools/colectica-repository.html", **PHONE).locator('td[data-head="Versions"]').first
    assert cell.evaluate("each => getComputedStyle(each, '::before').content") == '"Versions"'


def test_on_a_phone_no_name_of_an_artefact_breaks_inside_a_word(open_page: OpenPage) -> None:
    page = open_page("information-objects/data-set.html", **PHONE)
    expect(page.locator("table.represented thead")).to_be_hidden()
    widths = page.locator("table.represented td:has(.artefact)").evaluate_all(
        "cells => cells.map(each => each.offsetWidth)"
    )
    assert min(widths) > 250


def test_the_index_of_examples_is_filtered_by_step_and_standard(open_page: OpenPage) -> None:
    page = open_page("examples/index.html")
    rows = page.locator("[data-table] tbody tr:visible")
    page.get_by_label("Step").select_option("5.4")
    page.get_by_label("Standard").select_option("VTL")
    expect(page.locator("[data-count]")).to_have_text(str(rows.count()))
    assert "Corrections that follow from other answers" in rows.locator("th").all_inner_texts()
    assert set(rows.evaluate_all("rows => rows.map(each => each.dataset.standard)")) == {"VTL"}


def test_the_index_of_sources_is_filtered_by_how_far_they_were_read(open_page: OpenPage) -> None:
    page = open_page("sources/index.html")
    rows = page.locator("[data-table] tbody tr:visible")
    page.get_by_label("Read").select_option("in full")
    expect(page.locator("[data-count]")).to_have_text(str(rows.count()))
    assert 0 < rows.count() < 20
    assert set(rows.evaluate_all("rows => rows.map(each => each.dataset.read)")) == {"in full"}
