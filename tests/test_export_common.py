"""Addresses, prose and dates that all exports share."""

from __future__ import annotations

import pytest

from navigator import kinds
from navigator.export import common
from navigator.view.site import Site


def test_every_thing_has_a_uri_of_its_own(site_report: Site) -> None:
    uris = [common.uri(common.BASE, id) for id in site_report.graph.nodes]
    assert len(set(uris)) == len(uris)
    assert all(uri.startswith(common.BASE) for uri in uris)


def test_every_prefix_of_an_id_has_a_namespace(site_report: Site) -> None:
    prefixes = {id.partition(":")[0] for id in site_report.graph.nodes}
    assert prefixes <= set(common.namespaces(common.BASE))
    assert {kind.prefix.partition(":")[0] for kind in kinds.KINDS if kind.prefix} <= set(common.namespaces(common.BASE))


def test_a_uri_without_its_ending_is_the_page() -> None:
    assert common.uri("https://x.example/", "sdmx:codelist") == "https://x.example/artefacts/sdmx/codelist"
    assert kinds.url_of("artefact", "sdmx:codelist") == "artefacts/sdmx/codelist.html"


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("", common.BASE),
        ("https://x.example/n", "https://x.example/n/"),
        ("https://x.example/n/", "https://x.example/n/"),
    ],
)
def test_an_address_ends_with_a_slash(given: str, address: str) -> None:
    assert common.address(given) == address


def test_links_are_relative_until_the_site_has_an_address() -> None:
    assert common.link(common.BASE, "gsbpm/4.3.html") == "../gsbpm/4.3.html"
    assert common.link("https://x.example/", "gsbpm/4.3.html") == "https://x.example/gsbpm/4.3.html"


def test_ids_in_prose_become_names(example_site: Site) -> None:
    assert common.plain(example_site, "Take a [sdmx:codelist] or a [no:thing].") == "Take a Codelist or a [no:thing]."


@pytest.mark.parametrize(
    ("on", "day"), [("2026", "2026-01-01"), ("2026-11", "2026-11-01"), ("2026-11-26", "2026-11-26")]
)
def test_a_date_becomes_a_day(on: str, day: str) -> None:
    assert common.day(on) == day


def test_the_data_bear_the_day_of_the_newest_look(example_site: Site) -> None:
    assert common.as_of(example_site) == max(
        entry.review.on for entry in example_site.catalogue.entries.values() if entry.review
    )


def test_no_iri_holds_what_iris_may_not() -> None:
    assert common.iri('https://x.example/a b|{c}<d>"e^`\\') == "https://x.example/a%20b%7C%7Bc%7D%3Cd%3E%22e%5E%60%5C"
    assert common.iri("https://x.example/é?a=1&b=%20#c") == "https://x.example/é?a=1&b=%20#c"


def test_the_agency_is_the_host_backwards() -> None:
    assert common.agency("https://statistics.gov.example/navigator/") == "example.gov.statistics"


def test_xml_text_holds_only_what_xml_allows() -> None:
    assert common.xml_text("a\x00b\x0bc\ud800d\tf\n") == "a\ufffdb\ufffdc\ufffdd\tf\n"
