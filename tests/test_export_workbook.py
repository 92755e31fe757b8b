"""The workbook, read back with another library."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook, load_workbook

from navigator.check import Report
from navigator.export.common import BASE, as_of
from navigator.export.formats import BY_KEY, Material
from navigator.view import matrix
from navigator.view.site import Site
from tests.hostile import TEXT, hostile


@pytest.fixture(scope="module")
def content(site_report: Site) -> bytes:
    made = BY_KEY["xlsx"].write(Material(site_report))
    assert isinstance(made, bytes)
    return made


@pytest.fixture(scope="module")
def book(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


def test_the_sheets_stand_in_their_order(book: Workbook) -> None:
    assert book.sheetnames == [
        "Matrix",
        "Fits",
        "Artefacts",
        "Tasks",
        "Crosswalk",
        "Verdicts",
        "Gaps",
        "Sources",
        "About",
    ]


def test_the_matrix_counts_as_the_site_does(book: Workbook, site_report: Site) -> None:
    sheet, view = book["Matrix"], matrix.by_standard(site_report)
    assert [cell.value for cell in sheet[1]][3:] == [site_report.catalogue[head.id].short for head in view.heads]
    for number, line in enumerate(view.lines, 2):
        assert sheet.cell(number, 2).value == line.node.code
        for index, cell in enumerate(line.cells, 4):
            shown = sheet.cell(number, index)
            assert cell.verdict is not None
            if cell.verdict.state == "fits":
                assert shown.value == cell.verdict.count
                assert (f"({cell.verdict.primary} primary)" in shown.number_format) == bool(cell.verdict.primary)
            else:
                assert shown.value == {"nothing-fits": "–", "not-considered": "?"}[cell.verdict.state]


@pytest.mark.parametrize("key", ["fits", "artefacts", "tasks", "crosswalk", "verdicts", "gaps", "sources"])
def test_a_sheet_holds_its_table(book: Workbook, site_report: Site, key: str) -> None:
    table = Material(site_report).tables[key]
    sheet = book[table.title]
    rows = list(sheet.iter_rows(values_only=True))
    assert list(rows[0]) == [column.title for column in table.columns]
    assert [tuple("" if cell is None else cell for cell in row) for row in rows[1:]] == list(table.rows)
    assert sheet.freeze_panes
    assert sheet.auto_filter.ref == sheet.dimensions


def test_names_lead_to_their_pages(book: Workbook) -> None:
    sheet = book["Fits"]
    assert sheet["C2"].hyperlink.target.replace("\\", "/").startswith("../gsbpm/")
    assert book["About"]["A6"].hyperlink.location == "'Matrix'!A1"


def test_with_an_address_links_are_absolute(site_report: Site) -> None:
    made = BY_KEY["xlsx"].write(Material(site_report, "https://x.example/n/"))
    assert isinstance(made, bytes)
    sheet = load_workbook(io.BytesIO(made))["Fits"]
    assert sheet["C2"].hyperlink.target.startswith("https://x.example/n/gsbpm/")


def test_the_date_is_that_of_the_data(book: Workbook, site_report: Site) -> None:
    assert book.properties.created is not None
    assert book.properties.created.date().isoformat() == as_of(site_report)


def test_two_workbooks_are_the_same_bytes(content: bytes, site_report: Site) -> None:
    assert BY_KEY["xlsx"].write(Material(site_report)) == content


def test_hostile_text_is_text(example_report: Report) -> None:
    made = BY_KEY["xlsx"].write(Material(hostile(example_report), BASE))
    assert isinstance(made, bytes)
    cells = [
        cell
        for sheet in load_workbook(io.BytesIO(made))
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str)
    ]
    assert any(cell.value.startswith(TEXT[:30]) for cell in cells)
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
