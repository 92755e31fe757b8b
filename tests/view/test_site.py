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
from navigator.view.site import ORDER, Site, order_of


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
