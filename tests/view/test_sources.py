"""The index of sources, and what a source says of itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from navigator.model.practice import Document
from navigator.view import sources
from navigator.view.site import Site


@pytest.fixture
def handbook(example_site: Site) -> Document:
    """A document on SDMX and DDI Lifecycle."""
    found: Document = example_site.catalogue["src:handbook"]
    return found


def test_the_index_tells_publisher_year_reading_and_citations(example_site: Site) -> None:
    view = sources.sources(example_site)
    row = next(row for row in view.rows if row.node.id == "src:handbook")
    cells = dict(zip(view.heads[1:], row.cells, strict=True))
    assert (cells["Publisher"].text, cells["Year"].text, cells["Read"].text) == (
        "Office of Statland",
        "2026",
        "in full",
    )
    assert cells["Citations"].text == str(len(example_site.graph.into("src:handbook", "cites")))
    assert {key for key, _ in view.filters} == set(row.keys)


def test_the_index_holds_every_source_in_the_order_of_titles(site_report: Site) -> None:
    rows = sources.sources(site_report).rows
    assert {row.node.id for row in rows} == {entry.id for entry in site_report.catalogue.of("source")}
    assert [row.node.label.lower() for row in rows] == sorted(row.node.label.lower() for row in rows)


def test_judgement_is_not_said_to_be_read(example_site: Site) -> None:
    assert sources.read(example_site.catalogue["src:project-judgement"]) == ""


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"title": "Handbook", "version": ""}, ""),
        ({"title": "SDMX 3.0 handbook", "version": "3.0"}, ""),
        ({"title": "Handbook", "version": "3.0"}, "for SDMX 3.0"),
        ({"title": "Handbook of 13.0", "version": "3.0"}, "for SDMX 3.0"),
        ({"title": "SDMX-CSV", "version": "3.0"}, "its own version 3.0"),
        ({"title": "Handbook", "version": "0.7"}, "its own version 0.7"),
        ({"title": "Handbook", "version": "3.0", "type": "guideline"}, "its own version 3.0"),
    ],
)
def test_a_version_is_told_as_that_of_the_standard_or_of_the_document(
    example_site: Site, handbook: Document, said: dict[str, str], told: str
) -> None:
    assert sources.edition(example_site, replace(handbook, about=("standard:sdmx",), **said)) == told
