"""The workbook: the tables as sheets of one XLSX file, with a matrix in front; the same bytes for the same data."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from navigator.export.common import LICENCE, TITLE, as_of, link, xml_text
from navigator.export.table import Cell, Table
from navigator.view import matrix
from navigator.view.site import Site

#: Nothing is guessed: a text that starts with "=" stays a text, one that starts with "http" is no link.
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_SHEETS = ("fits", "artefacts", "tasks", "crosswalk", "verdicts", "gaps", "sources")
_WIDEST = 32_767  # characters in a cell
_LEGEND = (
    "Each cell counts the artefacts of a standard that fit at the sub-process, its tasks included; in brackets how many of them are primary.",
    "– somebody looked and nothing fits (the reason is in the sheet Verdicts); ? nobody has looked yet.",
)


def xlsx(site: Site, base: str, made: Mapping[str, Table]) -> bytes:
    """The workbook with the sheets Matrix, Fits, Artefacts, Tasks, Crosswalk, Verdicts, Gaps, Sources and About."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, _OPTIONS)
    day = datetime.fromisoformat(as_of(site))
    book.set_properties(
        {
            "title": TITLE,
            "subject": "Which standard fits at which step of GSBPM 5.2",
            "comments": LICENCE,
            "created": day,
        }
    )
    looks = _looks(book)
    _matrix(book, looks, site, base)
    sheets = [made[key] for key in _SHEETS]
    for table in sheets:
        _sheet(book, looks, table)
    _about(book, looks, site, sheets)
    book.close()
    return out.getvalue()


def _looks(book: Workbook) -> dict[str, Format]:
    """The few formats that all sheets share."""
    top: dict[str, Any] = {"valign": "top"}
    return {
        "head": book.add_format(
            {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#E7EBEF", "bottom": 1}
        ),
        "text": book.add_format({**top, "text_wrap": True}),
        "number": book.add_format(top),
        "link": book.add_format({**top, "text_wrap": True, "font_color": "#00558C", "underline": 1}),
        "title": book.add_format({"bold": True, "font_size": 14}),
        "bold": book.add_format({**top, "bold": True}),
        "middle": book.add_format({"align": "center", "font_color": "#767676"}),
    }


def _sheet(book: Workbook, looks: dict[str, Format], table: Table) -> None:
    """One table: a frozen, filtered head; texts that wrap; names that lead to their pages."""
    sheet = book.add_worksheet(table.title)
    last = max(len(table.rows), 1)
    for index, column in enumerate(table.columns):
        sheet.set_column(index, index, column.width)
        sheet.write_string(0, index, column.title, looks["head"])
        if column.text:
            sheet.write_comment(0, index, column.text, {"author": TITLE})
    sheet.freeze_panes(1, _frozen(table))
    sheet.autofilter(0, 0, last, len(table.columns) - 1)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    places = [table.place(column.link) if column.link else -1 for column in table.columns]
    for number, row in enumerate(table.rows, 1):
        for index, (cell, place) in enumerate(zip(row, places, strict=True)):
            _fill(sheet, looks, (number, index), cell, str(row[place]) if place >= 0 else "")


def _frozen(table: Table) -> int:
    """How many columns stay in view: up to the first that people read as a name."""
    return next((index + 1 for index, column in enumerate(table.columns) if column.link), 1)


def _fill(sheet: Worksheet, looks: dict[str, Format], place: tuple[int, int], cell: Cell, url: str) -> None:
    if isinstance(cell, int):
        sheet.write_number(*place, cell, looks["number"])
    elif cell and url:
        sheet.write_url(*place, _address(url), looks["link"], xml_text(cell))
    elif cell:
        sheet.write_string(*place, xml_text(cell)[:_WIDEST], looks["text"])


def _address(url: str) -> str:
    return url if "://" in url else f"external:{url}"


def _matrix(book: Workbook, looks: dict[str, Format], site: Site, base: str) -> None:
    """44 sub-processes down, standards across; the cells are numbers, and say how many of them are primary."""
    sheet = book.add_worksheet("Matrix")
    view = matrix.by_standard(site)
    heads = ("Phase", "Code", "Sub-process", *(site.catalogue[head.id].short for head in view.heads))
    for index, (head, width) in enumerate(zip(heads, (16, 7, 44, *(15 for _ in view.heads)), strict=True)):
        sheet.set_column(index, index, width)
        sheet.write_string(0, index, head, looks["head"])
    for index, head in enumerate(view.heads, 3):
        sheet.write_url(0, index, _address(link(base, head.url)), looks["head"], site.catalogue[head.id].short)
    counted: dict[str, Format] = {}
    for number, line in enumerate(view.lines, 1):
        sheet.write_string(number, 0, f"{line.phase.code} {line.phase.label}")
        sheet.write_string(number, 1, line.node.code)
        sheet.write_url(number, 2, _address(link(base, line.node.url)), looks["link"], line.node.label)
        for index, cell in enumerate(line.cells, 3):
            _cell(book, sheet, looks, counted, (number, index), cell)
    last = len(view.lines)
    sheet.freeze_panes(1, 3)
    sheet.autofilter(0, 0, last, len(heads) - 1)
    sheet.conditional_format(
        1, 3, last, len(heads) - 1, {"type": "2_color_scale", "min_color": "#FFFFFF", "max_color": "#9CC3DE"}
    )
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    for index, text in enumerate(_LEGEND):
        sheet.write_string(last + 2 + index, 2, text)


def _cell(
    book: Workbook,
    sheet: Worksheet,
    looks: dict[str, Format],
    counted: dict[str, Format],
    place: tuple[int, int],
    cell: matrix.Cell,
) -> None:
    verdict = cell.verdict
    if verdict is None or verdict.state != "fits":
        sheet.write_string(*place, "–" if verdict and verdict.state == "nothing-fits" else "?", looks["middle"])
        return
    shown = f'0" ({verdict.primary} primary)"' if verdict.primary else "0"
    if shown not in counted:
        counted[shown] = book.add_format({"num_format": shown, "align": "center"})
    sheet.write_number(*place, verdict.count, counted[shown])


def _about(book: Workbook, looks: dict[str, Format], site: Site, made: list[Table]) -> None:
    sheet = book.add_worksheet("About")
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 110, looks["text"])
    sheet.write_string(0, 0, TITLE, looks["title"])
    sheet.write_string(1, 0, "Data of", looks["bold"])
    sheet.write_string(1, 1, as_of(site), looks["text"])
    sheet.write_string(2, 0, "Licence", looks["bold"])
    sheet.write_url(2, 1, LICENCE, looks["link"], "CC BY 4.0")
    sheet.write_string(3, 0, "Index", looks["bold"])
    sheet.write_string(
        3,
        1,
        "GSBPM 5.2; names, codes and structure are UNECE's (CC BY 4.0), the descriptions are the navigator's own.",
        looks["text"],
    )
    for index, (title, text) in enumerate(
        (("Matrix", " ".join(_LEGEND)), *((table.title, table.text) for table in made)), 5
    ):
        sheet.write_url(index, 0, f"internal:'{title}'!A1", looks["link"], title)
        sheet.write_string(index, 1, text, looks["text"])
