"""The versions of an artefact: whose they are, what they are called, and who checked them."""

from __future__ import annotations

import pytest

from navigator.view.availability import has_own, label, listed, namespace_of, place, versions
from navigator.view.site import Site


def test_a_claim_is_checked_by_machine_only_where_an_inventory_is_held(example_site: Site) -> None:
    found = versions(example_site, example_site.catalogue["sdmx:codelist"]).rows
    assert [(each.availability.version, each.by_machine, bool(each.inventory), each.unchecked) for each in found] == [
        ("3.0", True, True, ""),
        ("3.1", False, False, "the schema of this version is not held here"),
    ]
    assert found[1].use_instead is not None
    assert found[1].use_instead.id == "sdmx:code"


def test_what_has_no_name_in_any_version_is_not_missed_by_a_machine(example_site: Site, site_report: Site) -> None:
    (row,) = versions(example_site, example_site.catalogue["sdmx:key-family"]).rows
    assert (row.availability.status, row.by_machine, row.unchecked) == ("absent", False, "no name to look for")
    rest = versions(site_report, site_report.catalogue["sdmx:rest-registration-query"])
    assert rest.rows[0].availability.status == "absent"
    assert rest.unchecked.startswith("part of the web interface"), "the reason of the version that has it holds for all"


def test_a_version_that_lacks_the_names_of_the_others_was_checked(site_report: Site) -> None:
    rows = versions(site_report, site_report.catalogue["sdmx:value-list"]).rows
    assert [each.by_machine for each in rows if each.availability.status == "absent"] == [True, True]


def test_one_reason_for_all_versions_is_told_once(site_report: Site) -> None:
    assert versions(site_report, site_report.catalogue["ddi-cv:analysis-unit"]).unchecked.startswith("no schema lists")
    assert versions(site_report, site_report.catalogue["ddi-l:question-item"]).unchecked == ""


@pytest.mark.parametrize(
    ("id", "first", "head", "line"),
    [
        ("sdmx:cl-sex", "version of the list 2.0", "Version of the list", "of the list: 2.0, 2.1"),
        (
            "sdmx:dsd-other",
            "version of the structure: several",
            "Version of the structure",
            "of the structure: several",
        ),
        ("sdmx:sdmx-glossary", "its own version 1.0", "Its own version", "its own: 1.0, 2.0, 2.1"),
        ("other:bpmn-process-diagram", "its own version 2.0", "Its own version", "its own: 2.0"),
        ("sdmx:codelist", "SDMX 2.0", "Version", "2.0, 2.1, 3.0, 3.1"),
        ("ddi-l:ddi-profile", "DDI Lifecycle 3.1", "Version", "3.1, 3.2, 3.3, 4.0 beta"),
    ],
)
def test_a_version_says_of_what_it_is_one(id: str, first: str, head: str, line: str, site_report: Site) -> None:
    entry, standard = site_report.catalogue[id], site_report.standard_of(id)
    found = versions(site_report, entry)
    assert (found.rows[0].label, found.head, listed(entry, standard)) == (first, head, line)
    assert [each.label for each in found.rows[1:]] == [each.version for each in entry.versions[1:]]
    assert found.rows[0].label == label(entry, entry.versions[0], standard)


def test_only_versions_of_the_standard_are_taken_for_such(site_report: Site) -> None:
    for entry in site_report.catalogue.of("artefact"):
        standard = site_report.standard_of(entry.id)
        if not has_own(entry, standard):
            assert {each.version for each in entry.versions} <= {each.version for each in standard.versions}, entry.id


def test_a_place_is_told_with_what_it_is() -> None:
    assert place("package DataDescription") == ("package", "DataDescription")
    assert place("archive.xsd") == ("file", "archive.xsd")
    assert place("/codeBook/stdyDscr") == ("path", "/codeBook/stdyDscr")
    assert place("RegistryInterface") == ("in", "RegistryInterface")
    assert place("") == ("", "")


@pytest.mark.parametrize(
    ("id", "version"),
    [("ddi-c:var", "2.6"), ("ddi-l:question-item", "3.3"), ("ddi-cdi:data-set", ""), ("sdmx:codelist", "")],
)
def test_a_namespace_is_that_of_one_version_where_there_are_several(id: str, version: str, site_report: Site) -> None:
    assert namespace_of(site_report.catalogue[id]) == version
