"""A table: columns that explain themselves, rows of text and numbers; written as CSV and described for machines."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from navigator.export.common import LICENCE

Cell = str | int

#: A spreadsheet takes a cell that starts so for a formula and runs it.
_FORMULA = re.compile(r"^[=+\-@\t\r]")
#: Characters that end a line somewhere, and halves of characters that cannot be written.
_BROKEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")


@dataclass(frozen=True)
class Column:
    """One column: its key in files, its heading for people, what it holds. ``link`` names the column with the address."""

    key: str
    title: str
    text: str
    width: int = 14
    link: str = ""
    number: bool = False


@dataclass(frozen=True)
class Table:
    """Rows under columns, in a stable order."""

    key: str
    title: str
    text: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def place(self, key: str) -> int:
        """Where the column with a key stands."""
        return next(index for index, column in enumerate(self.columns) if column.key == key)


def joined(parts: Iterable[str]) -> str:
    """Several values in one cell. An empty value keeps its place, so that the n-th parts of two columns belong together."""
    return " | ".join(part.replace(" | ", " / ") for part in parts)


def csv_text(table: Table) -> str:
    """The table as CSV after RFC 4180: a header of keys, then the rows."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([column.key for column in table.columns])
    writer.writerows([safe(cell) if isinstance(cell, str) else cell for cell in row] for row in table.rows)
    return out.getvalue()


def safe(text: str) -> str:
    """Text that a spreadsheet shows and does not run: an apostrophe stands before what would start a formula."""
    text = _BROKEN.sub("\ufffd", text)
    return f"'{text}" if _FORMULA.match(text) else text


def metadata(tables: Iterable[tuple[str, Table]]) -> str:
    """What each file and column holds, as W3C CSV on the Web metadata. Takes pairs of file name and table."""
    described = [_described(file, table) for file, table in tables]
    return (
        json.dumps(
            {
                "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
                "dc:license": {"@id": LICENCE},
                "tables": described,
            },
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
    )


def _described(file: str, table: Table) -> dict[str, Any]:
    columns = [
        {
            "name": column.key,
            "titles": column.key,
            "dc:title": column.title,
            "dc:description": column.text,
            "datatype": "integer" if column.number else "string",
        }
        for column in table.columns
    ]
    return {"url": file, "dc:title": table.title, "dc:description": table.text, "tableSchema": {"columns": columns}}
