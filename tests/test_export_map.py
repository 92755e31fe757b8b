"""The data of the map: nothing that the site says of the process is lost or invented on the way into the script."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from navigator.export import map as picture
from navigator.view import map as process_map
from navigator.view.site import Site


def read(text: str) -> dict[str, Any]:
    """The value that a script gives to its one global."""
    name, equals, rest = text.partition("=")
    assert (name, equals, rest[-2:]) == ("window.navigatorMap", "=", ";\n")
    found: dict[str, Any] = json.loads(rest[:-2])
    return found


@pytest.fixture(scope="module")
def data(site_report: Site) -> dict[str, Any]:
    return read(dict(picture.files(site_report))[picture.MAP_URL])


def fits(data: dict[str, Any]) -> list[tuple[str, str, str, str, str]]:
    """The fits in words again."""
    words, rows = data["words"], data["fits"]
    inside = {box: [id for id, _, at in data["inside"] if at == box] for box in range(len(data["places"]))}
    found = []
    for at in range(0, len(rows), 6):
        artefact, box, place, role, strength, basis = rows[at : at + 6]
        activity = inside[box][place - 1] if place else data["places"][box][0]
        found.append(
            (
                data["artefacts"][artefact][0],
                activity,
                words["roles"][role],
                words["strengths"][strength],
                words["bases"][basis],
            )
        )
    return found


def test_every_fit_is_there_once(site_report: Site, data: dict[str, Any]) -> None:
    stated = Counter(
        (edge.source, edge.target, edge.value.role, edge.value.strength, edge.value.basis)
        for edge in site_report.graph.edges
        if edge.relation == "fit"
    )
    assert Counter(fits(data)) == stated
    assert sum(stated.values()) > 800


def test_the_counts_are_those_of_the_tiles(site_report: Site, data: dict[str, Any]) -> None:
    family = {local: family for local, _, family in data["standards"]}
    box_of = {id: index for index, (id, _, _) in enumerate(data["places"])} | {id: box for id, _, box in data["inside"]}
    counted = Counter((box_of[activity], family[artefact.partition(":")[0]]) for artefact, activity, *_ in fits(data))
    for tile in (tile for column in process_map.whole_map(site_report).columns for tile in column.tiles):
        box = box_of[tile.node.id]
        assert {share.key: share.total for share in tile.shares} == {
            share.key: counted[(box, share.key)] for share in tile.shares
        }


def test_the_boxes_are_those_of_the_map(site_report: Site, data: dict[str, Any]) -> None:
    drawn = process_map.whole_map(site_report)
    ids = {tile.node.id for column in drawn.columns for tile in (column.phase, *column.tiles)} | {
        tile.node.id for tile in drawn.overarching
    }
    assert {id for id, _, _ in data["places"]} == ids


def test_a_phase_stands_for_its_sub_processes(example_site: Site) -> None:
    places = picture.places(example_site)
    assert [places.entries[box].id for box in places.of(["gsbpm:4"])] == [
        "gsbpm:4.1",
        "gsbpm:4.2",
        "gsbpm:4.3",
        "gsbpm:4.4",
    ]
    assert places.of(["gsbpm:9.9"]) == []


def test_a_use_case_keeps_the_order_of_its_steps(site_report: Site, data: dict[str, Any]) -> None:
    cases = {key: steps for key, _, steps in data["cases"]}
    places = picture.places(site_report)
    for entry in site_report.catalogue.of("use-case"):
        assert cases[entry.local] == [places.of([step.activity]) for step in entry.steps]


def test_names_of_other_editions_are_only_those_that_differ(site_report: Site, data: dict[str, Any]) -> None:
    for id, label, others in data["places"]:
        names = site_report.catalogue[id].names
        assert {**dict.fromkeys(names, label), **others} == dict(names)


def test_the_patterns_lead_to_the_pages(site_report: Site, data: dict[str, Any]) -> None:
    for node in site_report.graph.nodes.values():
        if node.kind in data["urls"]:
            prefix, _, name = node.id.partition(":")
            parent, _, code = name.rpartition(".")
            assert data["urls"][node.kind].format(prefix=prefix, name=name, parent=parent, code=code) == node.url


def test_objects_that_nobody_touches_are_left_out(data: dict[str, Any]) -> None:
    assert data["objects"]
    assert all(taken or given for _, _, taken, given in data["objects"])


def test_two_runs_say_the_same(site_report: Site) -> None:
    assert list(picture.files(site_report)) == list(picture.files(site_report))


def test_the_script_is_small(site_report: Site) -> None:
    assert len(dict(picture.files(site_report))[picture.MAP_URL].encode()) < 150_000
