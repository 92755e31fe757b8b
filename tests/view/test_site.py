"""The questions that every view asks of the site."""

from __future__ import annotations

import dataclasses

import pytest

from navigator.view import (
    artefact,
    crosswalk,
    fits,
    gamso,
    index,
    matrix,
    overarching,
    phase,
    practice,
    site,
    standard,
    state,
    step,
    strip,
)
from navigator.view.site import ORDER, Site, in_lists, order_of


def test_what_lies_within(example_site: Site) -> None:
    assert set(example_site.within("gsbpm:oa.quality")) == {"gsbpm:oa.quality", "gsbpm:oa.quality.s01"}
    assert {"gsbpm:4", "gsbpm:4.1", "gsbpm:4.3", "gsbpm:4.3.t02"} <= set(example_site.within("gsbpm:4"))


def test_standards_stand_in_their_usual_order(site_report: Site) -> None:
    names = [standard.local for standard in site_report.standards]
    assert names == [name for name in ORDER if name in names]
    assert set(site_report.ledger) <= set(site_report.standards)
    assert order_of("nowhere:x") == len(ORDER)


def test_every_prefix_of_an_artefact_has_its_place_in_the_order(site_report: Site) -> None:
    assert {entry.id.partition(":")[0] for entry in site_report.catalogue.of("artefact")} <= set(ORDER)


def test_steps_come_as_people_count(site_report: Site) -> None:
    assert [step.code for phase in site_report.phases for step in site_report.steps_of(phase)] == [
        step.code for step in site_report.steps
    ]


@pytest.mark.parametrize(
    "module",
    [artefact, crosswalk, fits, gamso, index, matrix, overarching, phase, practice, site, standard, state, step, strip],
    ids=lambda module: module.__name__,
)
def test_what_a_template_receives_is_documented_and_frozen(module: object) -> None:
    classes = [
        value
        for value in vars(module).values()
        if dataclasses.is_dataclass(value) and value.__module__ == getattr(module, "__name__", "")
    ]
    assert classes
    for cls in classes:
        assert not (cls.__doc__ or "").startswith(f"{cls.__name__}("), f"{cls.__name__} has no docstring"
        assert cls.__dataclass_params__.frozen, cls


def test_lists_go_by_code_where_there_is_one_as_people_count(site_report: Site) -> None:
    ids = ("gamso:3.10", "gsbpm:oa.quality", "gsbpm:1.2", "gamso:3.2", "gsbpm:1.1", "gsbpm:oa.data")
    ordered = sorted(site_report.nodes(ids), key=in_lists)
    assert [node.id for node in ordered] == [
        "gamso:3.2", "gamso:3.10", "gsbpm:1.1", "gsbpm:1.2", "gsbpm:oa.data", "gsbpm:oa.quality",
    ]  # fmt: skip


def test_artefacts_of_one_name_are_told_apart_by_their_standards(site_report: Site) -> None:
    found = site_report.apart(
        site_report.nodes(("sdmx:codelist", "ddi-l:code-list", "sdmx:codelist", "sdmx:dimension", "gsim:code-list"))
    )
    assert found == {"sdmx:codelist": "SDMX", "ddi-l:code-list": "DDI Lifecycle"}
    assert site_report.apart(site_report.nodes(("sdmx:codelist", "sdmx:codelist"))) == {}


def test_a_neighbour_that_is_a_standard_of_the_site_is_known(site_report: Site) -> None:
    assert site_report.is_standard(site_report.node("neighbour:vtl"))
    assert not site_report.is_standard(site_report.node("neighbour:dcat"))
    assert not site_report.is_standard(site_report.node("standard:vtl"))
