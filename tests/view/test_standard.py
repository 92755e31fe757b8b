"""The page of a standard."""

from __future__ import annotations

from navigator.view import standard as standard_view
from navigator.view.site import Site


def test_the_page_of_a_standard(example_site: Site) -> None:
    view = standard_view.standard(example_site, example_site.catalogue["standard:sdmx"])
    assert (view.fits, view.steps) == (4, 1)
    assert [version.version for version, _ in view.versions] == ["3.0", "3.1"]
    assert [node.id for topic in view.topics for node in topic.nodes] == [
        "sdmx:code",
        "sdmx:codelist",
        "sdmx:key-family",
    ]
    assert [(move.old.version, move.new.version) for move in view.moves] == [("3.0", "3.1")]
    assert [each.node.id for each in view.moves[0].artefacts] == ["sdmx:codelist"]


def test_what_is_new_stands_apart_and_what_was_gone_before_is_not_told_again(site_report: Site) -> None:
    view = standard_view.standard(site_report, site_report.catalogue["standard:sdmx"])
    gone: dict[str, str] = {}
    for move in view.moves:
        assert {each.availability.status for each in move.introduced} <= {"introduced"}
        assert {each.availability.status for each in move.artefacts} <= {"changed", "renamed", "removed"}
        for each in move.artefacts:
            if each.availability.status == "removed":
                assert each.node.id not in gone, (move.new.version, gone)
                gone[each.node.id] = move.new.version
    assert gone["sdmx:time-series-data-messages"] == "3.0"
    assert any(move.introduced for move in view.moves)


def test_versions_of_content_are_no_versions_of_the_standard(site_report: Site) -> None:
    view = standard_view.standard(site_report, site_report.catalogue["standard:sdmx"])
    moved = {each.node.id for move in view.moves for each in (*move.introduced, *move.artefacts)}
    assert not {id for id in moved if site_report.catalogue[id].topic in ("content", "guideline")}


def test_the_address_of_a_standard_is_told_as_what_it_is(site_report: Site) -> None:
    found = {each.local: standard_view.home(each) for each in site_report.catalogue.of("standard")}
    assert found["other"] == ""
    assert found["sdmx"] == "Official site"
    assert found["ddi-l"] == "Official repository on GitHub"
