"""The page of an information object: who takes it in and gives it out, what it was called, what others say of it."""

from __future__ import annotations

import pytest

from navigator.view import tables
from navigator.view.information_object import flows, information_object
from navigator.view.site import Site


@pytest.mark.parametrize("relation", ["takes-in", "gives-out"])
def test_each_stands_once_with_all_that_it_takes_the_object_as(relation: str, site_report: Site) -> None:
    several = 0
    for entry in site_report.catalogue.of("information-object"):
        found = flows(site_report, entry.id, relation)
        edges = site_report.graph.into(entry.id, relation)
        touches = (*found.activities, *found.services)
        assert sorted(each.node.id for each in touches) == sorted({edge.source for edge in edges})
        for each in touches:
            said = {edge.value.capacity for edge in edges if edge.source == each.node.id} - {""}
            assert set(each.capacities) == said
            several += len(each.capacities) > 1
    assert several or relation == "gives-out"


def test_services_stand_apart_from_the_steps(site_report: Site) -> None:
    view = information_object(site_report, site_report.catalogue["gsim:data-set"])
    assert {each.node.kind for each in view.taken_in.services} == {"service"}
    assert "service" not in {each.node.kind for each in view.taken_in.activities}
    row = next(row for row in tables.information_objects(site_report).rows if row.node.id == "gsim:data-set")
    listed = [node for cell in row.cells for node in cell.nodes]
    assert listed
    assert "service" not in {node.kind for node in listed}
    assert len(row.cells[2].nodes) == len(set(row.cells[2].nodes))


def test_an_old_name_is_said_once(site_report: Site) -> None:
    for entry in site_report.catalogue.of("information-object"):
        view = information_object(site_report, entry)
        assert not set(view.formerly) & {*view.also, entry.name}
        assert {*view.formerly, *view.also} == {*entry.since_1_2.was, *entry.aliases} - {entry.name}


def test_a_relation_to_itself_is_not_told_backwards(site_report: Site) -> None:
    selves = 0
    for entry in site_report.catalogue.of("information-object"):
        view = information_object(site_report, entry)
        selves += entry.id in [node.id for _, node in view.relations]
        assert entry.id not in [node.id for _, node in view.related]
    assert selves
