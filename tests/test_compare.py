"""What comparisons are made of: everything of each kind, with what the graph says and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from navigator.export import compare
from navigator.export.compare import KINDS
from navigator.view.compare import compare as view
from navigator.view.fits import rows_at, verdicts
from navigator.view.site import Site
from tests.test_labels import value


@pytest.fixture(scope="module")
def made(site_report: Site) -> dict[str, Any]:
    return {kind: compare.compare(site_report, kind) for kind in KINDS}


def things(made: dict[str, Any], items: list[Any]) -> list[tuple[str, str]]:
    """The addresses of the things that items name, with their remarks."""
    pairs = [item if isinstance(item, list) else [item, ""] for item in items]
    return [(made["things"][number][1], note) for number, note in pairs]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "version"])
def test_every_entry_of_a_kind_can_be_compared(kind: str, made: dict[str, Any], site_report: Site) -> None:
    assert [each[0] for each in made[kind]["entries"]] == [entry.id for entry in site_report.catalogue.of(kind)]
    rows = {key for key, _ in made[kind]["rows"]}
    assert all(set(values) <= rows and all(values.values()) for *_, values in made[kind]["entries"])


def test_every_version_of_every_standard_can_be_compared(made: dict[str, Any], site_report: Site) -> None:
    wanted = [
        f"{each.id}@{version.version}" for each in site_report.catalogue.of("standard") for version in each.versions
    ]
    assert [each[0] for each in made["version"]["entries"]] == wanted


def test_a_step_shows_exactly_the_fits_of_the_graph(made: dict[str, Any], site_report: Site) -> None:
    kind = made["sub-process"]
    for id, *_, values in kind["entries"]:
        rows = rows_at(site_report, site_report.within(id))
        wanted = {(row.artefact.url, f"{row.fit.role}, {row.fit.strength}") for row in rows}
        found = [
            pair
            for key, items in values.items()
            if key.startswith("fits-") and not isinstance(items[0], str)
            for pair in things(kind, items)
        ]
        assert set(found) == wanted
        assert len(found) == len(set(found))


def test_a_step_says_of_every_standard_whether_something_fits(made: dict[str, Any], site_report: Site) -> None:
    said = {"nothing-fits": "nothing fits", "not-considered": "not yet considered"}
    for id, *_, values in made["sub-process"]["entries"]:
        for verdict in verdicts(site_report, site_report.catalogue[id]):
            items = values[f"fits-{verdict.standard.local}"]
            assert (items == [said[verdict.state]]) if verdict.state in said else not isinstance(items[0], str)


def test_an_artefact_shows_its_versions_and_its_objects(made: dict[str, Any], site_report: Site) -> None:
    kind = made["artefact"]
    for id, *_, values in kind["entries"]:
        entry = site_report.catalogue[id]
        assert values["versions"] == [f"{each.version}: {each.status}" for each in entry.versions]
        wanted = [(site_report.node(each.object).url, each.match) for each in entry.represents]
        assert things(kind, values.get("represents", [])) == wanted


def test_the_versions_hold_what_each_artefact_says(made: dict[str, Any], site_report: Site) -> None:
    held = made["version"]["held"]
    for standard, table in held.items():
        assert table["order"] == [each.version for each in site_report.catalogue[standard].versions]
        for number, states in table["artefacts"]:
            url = made["version"]["things"][number][1]
            entry = next(each for each in site_report.catalogue.of("artefact") if site_report.node(each.id).url == url)
            assert [state[:2] for state in states] == [[each.version, each.status] for each in entry.versions]
            assert [[*state, ""][2] for state in states] == [
                ", ".join(name.name for name in each.names) for each in entry.versions
            ]
    assert sum(len(table["artefacts"]) for table in held.values()) == len(site_report.catalogue.of("artefact"))


def test_no_bracket_of_the_data_is_left_in_a_text(made: dict[str, Any]) -> None:
    texts = [
        item
        for kind in made.values()
        for *_, values in kind["entries"]
        for items in values.values()
        for item in items
        if isinstance(item, str)
    ]
    assert [text for text in texts if "[sdmx:" in text or "[gsbpm:" in text] == []


def test_the_comparisons_to_start_with_name_things_that_exist(site_report: Site, made: dict[str, Any]) -> None:
    known = {each[0] for kind in made.values() for each in kind["entries"]}
    starts = [start for _, starts in view(site_report).starts for start in starts]
    assert starts
    assert all(2 <= len(start.ids) <= 3 and set(start.ids) <= known for start in starts)


def test_the_scripts_are_data_and_set_one_global_each(example_site: Site) -> None:
    for url, text in compare.scripts(example_site):
        name = url.removeprefix("assets/compare-").removesuffix(".js")
        assert text.startswith(f"window.navigatorCompare_{name.replace('-', '_')}=")
        assert "<" not in text
        assert set(value(text)) >= {"rows", "entries", "things"}
