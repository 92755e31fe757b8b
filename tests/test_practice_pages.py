"""Pages of practice as they are read: lists, columns and words that must not mislead."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from navigator import pages
from navigator.page import Page, Renderer, typeset
from navigator.view.site import Site

Shown = Callable[[str], str]


@pytest.fixture(scope="session")
def shown(site_report: Site) -> Shown:
    """The body of the page of an entry."""

    def shown(id: str) -> str:
        entry = site_report.catalogue[id]
        made = pages.MADE[entry.kind]
        page = Page(site_report.node(id).url, entry.label, entry.kind, id=id)
        return Renderer(site_report).render(page, made.template, made.view(site_report, entry)).body

    return shown


def test_what_a_tool_reads_and_writes_is_a_list_and_empty_columns_are_left_out(shown: Shown) -> None:
    page = shown("tool:ckanext-dcat")
    assert "<li>DCAT-AP 1.1, 2.1, 3: RDF catalogues</li>" in page
    assert 'data-head="Reads"' in page
    assert "Versions" not in page
    assert "not established" not in page
    assert ">Other standards</a>" in page


def test_a_tool_tells_what_its_status_means_and_its_notes(shown: Shown) -> None:
    page = shown("tool:ess-mh")
    assert "Active means: a release, a commit or a running service" in page
    assert "(2025-02-18)" not in page
    assert '<h2 id="notes">Notes<' in shown("tool:ckanext-dcat")


def test_where_a_tool_is_seen_is_told_in_full(shown: Shown, site_report: Site) -> None:
    summary = site_report.catalogue["case:statsnz-ddi"].summary
    assert summary.count(". ") == 1
    assert typeset(summary) in shown("tool:colectica-repository")


def test_what_is_lost_and_gained_is_a_list_where_it_is_several(shown: Shown, site_report: Site) -> None:
    for entry in site_report.catalogue.of("hand-over"):
        lost = shown(entry.id).partition('id="lost"')[2].partition('id="gained"')[0]
        assert lost.count("<li>") == (len(entry.lost) if len(entry.lost) > 1 else 0), entry.id


def test_a_source_says_how_far_it_was_read_and_judgement_does_not(shown: Shown, site_report: Site) -> None:
    for entry in site_report.catalogue.of("source"):
        page = shown(entry.id)
        assert ("Not read." in page) == (entry.read == "not read"), entry.id
        assert ("Read in full." in page) == (entry.read == "in full" and entry.type != "judgement"), entry.id
        assert "by nobody here" not in page
