"""The page of an artefact: fits, parts, hand-overs, use cases, other names."""

from __future__ import annotations

import pytest

from navigator.view import artefact as artefact_view
from navigator.view.site import Site

TEXTS = {"example:codelist": "<Codelist/>"}


def test_the_page_of_an_artefact(example_site: Site) -> None:
    view = artefact_view.artefact(example_site, example_site.catalogue["sdmx:codelist"], TEXTS)
    assert [(row.activity.id, row.fit.role) for row in view.rows] == [("gsbpm:4.3", "uses")]
    assert [row.activity.id for row in view.overarching] == ["gsbpm:oa.quality"]
    assert [node.id for node in view.near.parts] == ["sdmx:code"]
    assert view.near.refers_to == (), "what is contained is not referred to besides"
    assert [node.id for node, _ in view.represents] == ["gsim:code-list"]
    assert [each.node.id for each in view.passages] == ["handover:question-to-codelist"]
    assert [each.entry.id for each in view.examples] == ["example:codelist"]
    assert view.examples[0].text == "<Codelist/>"
    assert view.neighbour is not None
    assert view.neighbour.id == "neighbour:registry"


def test_what_has_no_counterpart_says_so(example_site: Site) -> None:
    view = artefact_view.artefact(example_site, example_site.catalogue["sdmx:code"], TEXTS)
    assert [(standard.local, none.reason) for standard, none in view.none] == [
        ("vtl", "VTL refers to codes and holds none.")
    ]


def test_a_hand_over_is_told_once_with_all_that_leaves_and_enters(site_report: Site) -> None:
    for entry in site_report.catalogue.of("hand-over"):
        for id in (*entry.origin, *entry.target):
            found = [each for each in artefact_view.passages(site_report, id) if each.node.id == entry.id]
            assert len(found) == 1, (entry.id, id)
            assert tuple(node.id for node in found[0].leaves) == entry.origin
            assert tuple(node.id for node in found[0].enters) == entry.target


def test_a_use_case_tells_what_was_done_with_the_artefact(example_site: Site, site_report: Site) -> None:
    found = artefact_view.handlings(example_site, "ddi-l:question-item")
    assert [(each.case.id, [(node.id, how) for node, how in each.steps]) for each in found] == [
        ("case:census", [("gsbpm:4.3", "Interviewers read the questions from the screen.")])
    ]
    for case in site_report.catalogue.of("use-case"):
        for id in {id for step in case.steps for id in step.artefacts}:
            told = next(each for each in artefact_view.handlings(site_report, id) if each.case.id == case.id)
            assert sorted(how for _, how in told.steps) == sorted(s.how for s in case.steps if id in s.artefacts)


@pytest.mark.parametrize(
    ("name", "alias", "kept"),
    [
        ("Coverage (xkos:covers)", "coverage", False),
        ("Coverage (xkos:covers)", "covers", False),
        ("DataSet", "Data set", False),
        ("Unit of analysis (anlyUnit)", "anlyUnit", False),
        ("Codelist", "list of codes", True),
        ("Codelist", "codelists", True),
        ("Data Structure Definition (DSD)", "key family", True),
    ],
)
def test_another_name_is_another_name(name: str, alias: str, kept: bool) -> None:
    assert (alias in artefact_view.other_names(name, (alias,))) == kept
