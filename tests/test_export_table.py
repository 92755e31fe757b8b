"""Tables as CSV, and their description for machines."""

from __future__ import annotations

import csv
import io
import json

import pytest

from navigator.check import Report
from navigator.export import columns, tables
from navigator.export.common import BASE
from navigator.export.formats import BY_KEY, Material
from navigator.export.table import Column, Table, csv_text, joined, safe
from navigator.view.fits import verdicts
from navigator.view.site import Site
from tests.hostile import hostile


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.fixture(scope="module")
def material(site_report: Site) -> Material:
    return Material(site_report)


@pytest.mark.parametrize("key", tables.PLANS)
def test_every_table_reads_back_cell_by_cell(material: Material, key: str) -> None:
    table = material.tables[key]
    rows = list(csv.reader(io.StringIO(csv_text(table), newline=""), strict=True))
    assert rows[0] == [column.key for column in table.columns]
    assert rows[1:] == [[str(cell) for cell in row] for row in table.rows]
    assert table.rows


@pytest.mark.parametrize("key", tables.PLANS)
def test_hostile_text_stays_in_its_cell(example_report: Report, key: str) -> None:
    text = csv_text(tables.make(key, hostile(example_report), BASE))
    text.encode()
    assert not any(
        cell.startswith(("=", "+", "-", "@", "\t", "\r"))
        for row in csv.reader(io.StringIO(text, newline=""), strict=True)
        for cell in row
    )


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx"])
def test_what_starts_like_a_formula_does_not_run(text: str) -> None:
    assert safe(text) == f"'{text}"


def test_other_text_stays_as_it_is() -> None:
    assert safe("a = b, “c” – d\ne") == "a = b, “c” – d\ne"


def test_every_fit_is_a_row(material: Material, site_report: Site) -> None:
    rows = read(csv_text(material.tables["fits"]))
    edges = [edge for edge in site_report.graph.edges if edge.relation == "fit"]
    said = {
        (row["task"] or row["activity"], row["artefact"], row["role"], row["strength"], row["basis"]) for row in rows
    }
    assert len(rows) == len(edges)
    assert said == {
        (edge.target, edge.source, edge.value.role, edge.value.strength, edge.value.basis) for edge in edges
    }


def test_the_parts_of_the_evidence_belong_together(material: Material) -> None:
    for row in read(csv_text(material.tables["fits"])):
        counts = {row[key].count(" | ") for key in ("evidence", "locators", "evidence_versions", "sources")}
        assert len(counts) == 1, row


def test_a_bar_inside_a_value_is_no_separator() -> None:
    assert joined(["a | b", "", "c"]) == "a / b |  | c"


def test_the_ledger_has_every_activity_and_standard(material: Material, site_report: Site) -> None:
    rows = read(csv_text(material.tables["verdicts"]))
    entries = (*site_report.steps, *site_report.overarching)
    assert len(rows) == len(entries) * len(site_report.ledger)
    assert {row["verdict"] for row in rows} <= {"fits", "nothing-fits", "not-considered"}
    assert all(row["reason"] for row in rows if row["verdict"] == "nothing-fits")


def test_gaps_are_what_does_not_fit_and_what_cannot_be_said(material: Material, site_report: Site) -> None:
    rows = read(csv_text(material.tables["gaps"]))
    entries = (*site_report.steps, *site_report.overarching)
    empty = sum(each.state != "fits" for entry in entries for each in verdicts(site_report, entry))
    assert len(rows) == empty + sum(len(entry.limits) for entry in entries)


def test_pages_are_addresses_of_the_site(site_report: Site) -> None:
    table = tables.make("fits", site_report, "https://x.example/")
    pages = {row[table.place("page")] for row in table.rows}
    assert pages <= {f"https://x.example/{node.url}" for node in site_report.graph.nodes.values()}


def test_each_key_stands_for_one_column() -> None:
    keys = [column.key for column in columns._COLUMNS]
    assert len(set(keys)) == len(keys)
    assert set(keys) == {key for plan in tables.PLANS.values() for key in plan.keys.split()}
    assert all(column.text.endswith(".") for column in columns._COLUMNS)
    assert all(column.link in keys for column in columns._COLUMNS if column.link)


def test_a_linked_column_has_its_address_beside_it(material: Material) -> None:
    for table in material.tables.values():
        here = {column.key for column in table.columns}
        assert {column.link for column in table.columns if column.link} <= here, table.key


def test_the_description_names_every_column(material: Material) -> None:
    described = json.loads(str(BY_KEY["csvw"].write(material)))
    assert described["@context"][0] == "http://www.w3.org/ns/csvw"
    assert [each["url"] for each in described["tables"]] == [f"{key}.csv" for key in tables.PLANS]
    for each in described["tables"]:
        table = material.tables[each["url"].removesuffix(".csv")]
        named = {column["name"]: column for column in each["tableSchema"]["columns"]}
        assert list(named) == [column.key for column in table.columns]
        for index, column in enumerate(table.columns):
            whole = all(isinstance(row[index], int) for row in table.rows)
            assert whole == (named[column.key]["datatype"] == "integer"), column.key


def test_a_table_knows_the_place_of_its_columns() -> None:
    table = Table("t", "T", "Text.", (Column("a", "A", "First."), Column("b", "B", "Second.")), (("x", 1),))
    assert table.place("b") == 1
    assert csv_text(table) == "a,b\r\nx,1\r\n"
