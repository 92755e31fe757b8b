"""Pages of artefacts and standards as they are read: nothing twice, long lists folded, names that break at their joints."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from navigator import pages
from navigator.check import Report
from navigator.page import Page, Renderer
from navigator.publish import example_texts
from navigator.view.site import Site
from tests.trees import ROOT

Shown = Callable[[str], str]


@pytest.fixture(scope="session")
def shown(report: Report, site_report: Site) -> Shown:
    """The body of the page of an artefact or a standard."""
    texts, renderer = example_texts(report, ROOT), Renderer(site_report)

    def shown(id: str) -> str:
        entry = site_report.catalogue[id]
        made = pages.MADE[entry.kind]
        view = made.view(site_report, entry, texts) if entry.kind == "artefact" else made.view(site_report, entry)
        return renderer.render(Page(site_report.node(id).url, entry.label, entry.kind, id=id), made.template, view).body

    return shown


def section(body: str, id: str) -> str:
    """The part of a page below one heading."""
    return body.partition(f'<h2 id="{id}">')[2].partition("</section>")[0]


def test_suggested_steps_are_folded_and_stand_once_on_each_side(shown: Shown) -> None:
    derived = section(shown("ddi-cdi:data-set"), "derived")
    assert "<details><summary>Data Set: " in derived
    assert derived.count("represents") == 2, "once in the lead, once with the object"
    assert derived.partition("given out at")[0].count("gsbpm/6.2.html") == 1
    assert "<details>" not in section(shown("sdmx:codelist"), "derived")


def test_a_hand_over_tells_equal_names_apart_and_does_not_link_to_itself(shown: Shown) -> None:
    told = section(shown("sdmx:codelist"), "hand-overs")
    assert "<strong>Codelist</strong>" in told
    assert 'artefacts/sdmx/codelist.html"' not in told
    assert ", DDI Lifecycle</span>" in told
    assert ", DDI-CDI</span>" in told


def test_names_in_tables_break_at_their_joints(shown: Shown) -> None:
    assert "Code<wbr>List" not in section(shown("sdmx:codelist"), "counterparts"), "short names stay whole"
    assert "Statistical<wbr>Classification" in section(shown("sdmx:codelist"), "counterparts")
    assert "<wbr>" in section(shown("standard:ddi-l"), "to-3.2").partition("<table")[2]


def test_a_remark_stands_once_below_the_counterparts(shown: Shown) -> None:
    told = section(shown("sdmx:codelist"), "counterparts")
    assert len(re.findall(r"</b> The sources define the two sides", told)) == 1
    assert "– The sources define the two sides" not in told


def test_a_vocabulary_says_once_that_no_machine_checks_it(shown: Shown) -> None:
    told = section(shown("ddi-cv:analysis-unit"), "availability")
    assert told.count("machine-checked") == 1
    assert "None of these versions is machine-checked: no schema lists" in told
    assert "Names in the official schema" not in told


def test_an_absent_version_says_what_was_checked(shown: Shown) -> None:
    assert "not among the names of this version</span>" in section(shown("sdmx:value-list"), "availability")
    assert 'class="checked"' not in section(shown("sdmx:rest-registration-query"), "availability")


def test_the_shelf_of_other_standards_lends_nobody_its_name_and_has_no_home(shown: Shown) -> None:
    page = shown("other:bpmn-process-diagram")
    assert "<span>its own version 2.0</span>" in page
    assert "Other 2.0" not in page
    assert "In the model of Other" not in page
    shelf = shown("standard:other")
    assert "Official site" not in shelf
    assert 'id="versions"' not in shelf


def test_long_lists_on_the_page_of_a_standard_are_folded(shown: Shown) -> None:
    page = shown("standard:sdmx")
    for id in ("cases", "documents", "tools"):
        assert "<details><summary>" in section(page, id), id
    assert "<details>" not in section(shown("standard:sdtl"), "documents")
    assert re.search(r"<details><summary>\d+ artefacts new in 3.0</summary>", section(page, "to-3.0"))
    assert ">introduced<" not in page


def test_dates_and_names_stand_in_rows_that_a_phone_stacks(shown: Shown) -> None:
    page = shown("standard:sdmx")
    assert 'class="plain stacked editions"' in page
    assert 'class="plain stacked moves"' in page
    assert '<td class="date">2011-04</td>' in page
    assert "Namespace <code" in page
