"""Fits as pages show them: the strongest first, a verdict for every standard, never silence."""

from __future__ import annotations

import dataclasses

import pytest

from navigator.model.common import ROLES, STRENGTHS
from navigator.view.fits import FitRow, count, grouped, reread, row, rows_at, rows_of, together, verdicts
from navigator.view.site import Site, order_of


def said(rows: tuple[FitRow, ...]) -> list[tuple[str, str, str]]:
    return [(each.fit.strength, each.fit.artefact, each.fit.role) for each in rows]


def test_the_strongest_comes_first_then_the_usual_order_of_standards_and_roles(example_site: Site) -> None:
    assert said(rows_at(example_site, example_site.within("gsbpm:4.3"))) == [
        ("primary", "ddi-l:question-item", "uses"),
        ("supporting", "sdmx:codelist", "uses"),
        ("supporting", "ddi-l:question-item", "documents"),
        ("possible", "sdmx:code", "uses"),
    ]


def test_the_order_holds_on_all_real_pages(site_report: Site) -> None:
    for step in site_report.steps:
        rows = rows_at(site_report, site_report.within(step.id))
        keys = [
            (STRENGTHS.index(each.fit.strength), order_of(each.fit.artefact), ROLES.index(each.fit.role))
            for each in rows
        ]
        assert keys == sorted(keys)


def test_fits_of_tasks_count_for_their_sub_process(example_site: Site) -> None:
    assert len(rows_at(example_site, ["gsbpm:4.3"])) == 3
    assert len(rows_at(example_site, example_site.within("gsbpm:4.3"))) == 4
    assert len(rows_at(example_site, example_site.within("gsbpm:4"))) == 4
    assert len(rows_at(example_site, example_site.within("gsbpm:oa.quality"))) == 2


def test_a_row_knows_where_it_stands_and_what_it_rests_on(example_site: Site) -> None:
    found = next(
        row(example_site, edge)
        for edge in example_site.graph.edges
        if edge.relation == "fit" and edge.target == "gsbpm:4.3.t01"
    )
    assert found.activity.kind == "task"
    assert found.standard.short == "DDI-L"
    assert [each.source.label for each in found.grounds] == ["Handbook of examples"]


def test_the_fits_of_an_artefact_follow_the_process(site_report: Site) -> None:
    codes = [each.activity.id for each in rows_of(site_report, "sdmx:codelist")]
    assert len(codes) > 5
    assert codes == sorted(codes, key=lambda id: (id.startswith("gsbpm:oa"), id))


def test_the_family_that_leads_at_a_step_stands_first(example_site: Site) -> None:
    rows = rows_at(example_site, ["gsbpm:4.3"])
    assert [group.standard.local for group in grouped(rows)] == ["sdmx", "ddi-l"]
    assert [group.standard.local for group in grouped(rows, "ddi")] == ["ddi-l", "sdmx"]
    assert sum(len(group.rows) for group in grouped(rows)) == len(rows)


def test_the_three_verdicts(example_site: Site) -> None:
    here = {each.standard.local: each for each in verdicts(example_site, example_site.catalogue["gsbpm:4.3"])}
    assert (here["ddi-l"].state, here["ddi-l"].count, here["ddi-l"].primary) == ("fits", 2, 1)
    assert (here["sdmx"].state, here["sdmx"].count, here["sdmx"].primary) == ("fits", 2, 0)
    assert (here["vtl"].state, here["vtl"].by, here["vtl"].on) == ("nothing-fits", "project editors", "2026-01-31")
    assert {each.state for each in verdicts(example_site, example_site.catalogue["gsbpm:5.2"])} == {"not-considered"}


def test_every_activity_has_a_verdict_for_every_standard_of_the_ledger(site_report: Site) -> None:
    for activity in (*site_report.steps, *site_report.overarching):
        assert [each.standard for each in verdicts(site_report, activity)] == list(site_report.ledger)


@pytest.mark.parametrize(
    ("versions", "newer"),
    [(["3.0"], "3.1"), (["3.1"], ""), (["3.0", "3.1"], ""), ([], ""), (["7"], "")],
)
def test_evidence_for_older_versions_is_to_be_read_again(versions: list[str], newer: str, example_site: Site) -> None:
    standard = example_site.catalogue["standard:sdmx"]
    evidence = [
        dataclasses.replace(example_site.catalogue["gsbpm:4.3"].fits[0].evidence[0], version=version)
        for version in versions
    ]
    assert reread(example_site, standard, evidence) == newer


def test_rows_of_one_artefact_are_told_together_the_whole_before_its_parts(example_site: Site) -> None:
    rows = rows_at(example_site, example_site.within("gsbpm:4.3"))
    found = {each.fit.artefact: each for each in together(rows, "gsbpm:4.3")}
    item = found["ddi-l:question-item"]
    assert [each.activity.id for each in (item, *item.also)] == ["gsbpm:4.3", "gsbpm:4.3.t01"]
    assert (item.roles, found["sdmx:code"].roles) == ("uses|documents", "uses")
    assert count(found.values()) == len(rows) == 4
