"""The list of worked examples: told in the order of the process, filtered by what they are made of."""

from __future__ import annotations

from navigator import words
from navigator.model import counting
from navigator.view.artefact import proof
from navigator.view.examples import examples
from navigator.view.site import Site, order_of


def test_the_order_is_that_of_the_process_then_of_the_standards(site_report: Site) -> None:
    entries = [row.node.value for row in examples(site_report).rows]
    places = [(min(map(counting, entry.activities)), order_of(entry.artefacts[0])) for entry in entries]
    assert len(entries) == len(site_report.catalogue.of("example"))
    assert places == sorted(places)


def test_a_row_is_filtered_by_every_step_and_by_its_main_artefact(example_site: Site) -> None:
    table = examples(example_site)
    (row,) = table.rows
    assert [node.id for cell in row.cells for node in cell.nodes] == ["gsbpm:4.3", "sdmx:codelist"]
    assert row.keys == {
        "standard": "SDMX", "version": "SDMX 3.0", "format": "XML", "phase": "4", "step": "4.3",
        "topic": words.topics[example_site.catalogue["sdmx:codelist"].topic],
    }  # fmt: skip
    assert "invented" in table.lede


def test_every_file_with_a_schema_says_what_is_proved_of_it(site_report: Site) -> None:
    entries = site_report.catalogue.of("example")
    assert all(bool(proof(entry)) == (entry.schema != "none") for entry in entries)
    assert {proof(entry) for entry in entries} - {""} == set(words.proofs.values())
    said = {entry.version: proof(entry) for entry in entries if entry.schema == "ddi-codebook"}
    assert said["2.6"] == "valid against the official XML schema"
    assert "of 2.6 once its namespace" in said["2.5"]
