"""Names in other languages, as the switch in the header reads them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from navigator.export import labels
from navigator.model import Catalogue
from navigator.model.common import Label
from navigator.view.site import Site

ARABIC = "إجراء جمع البيانات"
HOSTILE = "</script><img src=x onerror=alert(1)> \u2028 \"'`${x}"


def value(text: str) -> Any:
    """What a data script sets its global to."""
    return json.loads(text.partition("=")[2].rstrip(";\n"))


def with_labels(site: Site, id: str, *given: Label) -> Site:
    """The site in which one entry has exactly these labels."""
    entry = replace(site.catalogue[id], labels=given)
    return replace(site, catalogue=Catalogue({**site.catalogue.entries, id: entry}, site.catalogue.sources))


def test_every_label_of_the_data_is_there_under_the_page_of_its_entry(site_report: Site) -> None:
    made = value(labels.labels_js(site_report))
    for entry in site_report.catalogue.entries.values():
        found = made.get(site_report.node(entry.id).url, {})
        assert sorted(text for lang, names in found.items() if lang != "en" for text, _, _ in names) == sorted(
            label.text for label in entry.labels
        )
        assert not entry.labels or found["en"] == entry.label


def test_the_languages_are_those_of_the_data_with_their_numbers(site_report: Site) -> None:
    held = {label.lang for entry in site_report.catalogue.entries.values() for label in entry.labels}
    made = value(labels.languages_js(site_report))
    assert [tag for tag, *_ in made] == sorted(held)
    named = [entry for entry in site_report.catalogue.entries.values() if entry.labels]
    for tag, english, number, total in made:
        assert english != tag, "navigator/words.py has no name for this language"
        assert number == sum(any(label.lang == tag for label in entry.labels) for entry in named)
        assert total == len(named)


def test_official_stands_before_national_before_proposed_and_newer_before_older(example_site: Site) -> None:
    given = (
        Label("fr", "d", "proposed", "5.2"),
        Label("fr", "c", "national"),
        Label("fr", "b", "official", "5.0"),
        Label("fr", "a", "official", "5.1"),
        Label("ar", ARABIC, "proposed"),
    )
    site = with_labels(example_site, "gsbpm:4", *given)
    made = value(labels.labels_js(site))["gsbpm/4.html"]
    assert [text for text, _, _ in made["fr"]] == ["a", "b", "c", "d"]
    assert made["ar"] == [[ARABIC, "proposed", ""]]


def test_a_label_cannot_end_the_script(example_site: Site) -> None:
    text = labels.labels_js(with_labels(example_site, "gsbpm:4", Label("fr", HOSTILE, "official")))
    assert "<" not in text
    assert text.count("\n") == 1
    assert value(text)["gsbpm/4.html"]["fr"][0][0] == HOSTILE


def test_without_labels_there_is_no_language(example_site: Site) -> None:
    entries = {id: replace(entry, labels=()) for id, entry in example_site.catalogue.entries.items()}
    bare = replace(example_site, catalogue=Catalogue(entries, example_site.catalogue.sources))
    assert value(labels.languages_js(bare)) == []
    assert value(labels.labels_js(bare)) == {}
