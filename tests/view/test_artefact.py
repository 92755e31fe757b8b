"""The page of an artefact: versions and who checked them, parts, counterparts read from either side."""

from __future__ import annotations

from navigator.view import artefact as artefact_view
from navigator.view.site import Site

TEXTS = {"example:codelist": "<Codelist/>"}


def test_the_page_of_an_artefact(example_site: Site) -> None:
    view = artefact_view.artefact(example_site, example_site.catalogue["sdmx:codelist"], TEXTS)
    assert [(row.activity.id, row.fit.role) for row in view.rows] == [("gsbpm:4.3", "uses")]
    assert [row.activity.id for row in view.overarching] == ["gsbpm:oa.quality"]
    assert [node.id for node in view.parts] == ["sdmx:code"]
    assert [node.id for node in view.refers_to] == ["sdmx:code"]
    assert [node.id for node, _ in view.represents] == ["gsim:code-list"]
    assert [(node.id, over.local) for node, over in view.takes_from] == [
        ("ddi-l:question-item", "question-to-codelist")
    ]
    assert [each.entry.id for each in view.examples] == ["example:codelist"]
    assert view.examples[0].text == "<Codelist/>"
    assert view.neighbour is not None
    assert view.neighbour.id == "neighbour:registry"


def test_a_claim_is_checked_by_machine_only_where_an_inventory_is_held(example_site: Site) -> None:
    found = artefact_view.artefact(example_site, example_site.catalogue["sdmx:codelist"], TEXTS).versions
    assert [(each.availability.version, each.by_machine, bool(each.inventory)) for each in found] == [
        ("3.0", True, True),
        ("3.1", False, False),
    ]
    assert found[1].use_instead is not None
    assert found[1].use_instead.id == "sdmx:code"


def test_a_counterpart_is_seen_from_both_sides_and_turns_round(site_report: Site) -> None:
    turned = {"broad": "narrow", "narrow": "broad"}
    seen = 0
    for topic in site_report.catalogue.of("crosswalk"):
        for pair in topic.matches:
            there = [
                each.match
                for each in artefact_view.counterparts(site_report, pair.subject)
                if each.node.id == pair.object
            ]
            back = [
                each.match
                for each in artefact_view.counterparts(site_report, pair.object)
                if each.node.id == pair.subject
            ]
            assert pair.match in there
            assert turned.get(pair.match, pair.match) in back
            seen += 1
    assert seen > 100


def test_what_has_no_counterpart_says_so(example_site: Site) -> None:
    view = artefact_view.artefact(example_site, example_site.catalogue["sdmx:code"], TEXTS)
    assert [(standard.local, none.reason) for standard, none in view.none] == [
        ("vtl", "VTL refers to codes and holds none.")
    ]


def test_a_suggestion_is_a_step_that_nobody_asserted(site_report: Site) -> None:
    for artefact in site_report.catalogue.of("artefact"):
        asserted = {edge.target for edge in site_report.graph.out(artefact.id, "fit")}
        assert not asserted & {node.id for node, _, _ in artefact_view.suggested(site_report, artefact)}
