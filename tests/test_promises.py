"""What the navigator promises of its content, counted on the real data; and what may only get better."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from navigator.check import Report
from navigator.graph import Edge
from navigator.view.fits import verdicts
from navigator.view.site import Site
from navigator.view.state import state

RATCHET = Path(__file__).parent / "ratchet.json"


@pytest.fixture(scope="session")
def fits(report: Report) -> tuple[Edge, ...]:
    return tuple(edge for edge in report.graph.edges if edge.relation == "fit")


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("phase", 8), ("sub-process", 44), ("overarching-activity", 6), ("gamso-area", 4), ("gamso-activity", 17), ("information-object", 127), ("aspect", 6),
    ],
)  # fmt: skip
def test_models_are_whole(kind: str, number: int, report: Report) -> None:
    assert len(report.catalogue.of(kind)) == number


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("task", 180), ("overarching-sub-activity", 24), ("artefact", 400), ("use-case", 48), ("tool", 160), ("neighbour", 78), ("hand-over", 15),
        ("example", 80), ("source", 200), ("service", 20), ("role", 18),
    ],
)  # fmt: skip
def test_practice_is_rich(kind: str, number: int, report: Report) -> None:
    assert sum(node.kind == kind for node in report.graph.nodes.values()) >= number


def test_there_are_over_530_fits_and_each_has_basis_and_evidence(fits: tuple[Edge, ...], report: Report) -> None:
    assert len(fits) > 530
    assert all(edge.value.basis and edge.value.evidence for edge in fits)
    assert all(each.source in report.catalogue for edge in fits for each in edge.value.evidence)


def test_there_are_120_rows_of_crosswalk_each_with_its_difference(report: Report) -> None:
    topics = report.catalogue.of("crosswalk")
    assert sum(len(topic.matches) + len(topic.none) for topic in topics) >= 120
    assert all(pair.difference and pair.evidence for topic in topics for pair in topic.matches)


@pytest.mark.parametrize("family", ["sdmx", "ddi"])
def test_every_sub_process_has_a_first_choice_or_a_stated_gap(family: str, site_report: Site) -> None:
    open_steps = []
    for step in site_report.steps:
        found = [each for each in verdicts(site_report, step) if each.standard.family == family]
        gap = any(site_report.catalogue[limit.standard].family == family for limit in step.limits)
        if not (gap or any(each.primary for each in found) or all(each.state == "nothing-fits" for each in found)):
            open_steps.append(step.code)
    assert open_steps == []


def test_every_overarching_sub_activity_is_tied_to_gamso(report: Report) -> None:
    subs = [sub for activity in report.catalogue.of("overarching-activity") for sub in activity.sub_activities]
    assert len(subs) >= 24
    assert all(sub.gamso for sub in subs)
    assert all(len(activity.sub_activities) >= 3 for activity in report.catalogue.of("overarching-activity"))


def test_every_sub_process_has_tasks_flows_and_guidance(report: Report) -> None:
    for step in report.catalogue.of("sub-process"):
        assert 3 <= len([task for task in step.tasks if task.status == "proposed"]) <= 6, step.id
        assert step.inputs, step.id
        assert step.outputs, step.id
        assert step.guidance, step.id


def test_codes_and_names_agree_with_coos(report: Report) -> None:
    for kind, path in (("phase", "phase"), ("sub-process", "subProcess")):
        for entry in report.catalogue.of(kind):
            assert entry.coos == f"http://id.unece.org/activities/{path}/{entry.code}"


def test_every_artefact_says_how_a_machine_finds_it_or_why_none_can(report: Report) -> None:
    """In each version in which it is there."""
    for entry in report.catalogue.of("artefact"):
        assert all(version.names or version.not_checked for version in entry.versions if version.there), entry.id


def test_something_rests_on_every_source(report: Report) -> None:
    assert all(report.graph.incoming.get(document.id) for document in report.catalogue.of("source"))


def numbers(site: Site) -> dict[str, int]:
    """What may only fall."""
    found = state(site)
    rows = {f"not yet considered: {standard.local}": total["not-considered"] for standard, total in found.totals}
    fits = [edge.value for edge in site.graph.edges if edge.relation == "fit"]
    judged = sum(all(each.source == "src:project-judgement" for each in fit.evidence) for fit in fits)
    return {
        **rows,
        "claims about versions that no machine checks": found.claims - found.checked,
        "fits that rest on judgement alone": judged,
        "sub-processes without a use case": len(found.no_case),
    }


def test_what_is_open_only_gets_less(site_report: Site) -> None:
    """Where a number has fallen, write the new one into ratchet.json, so that it stays there."""
    kept = json.loads(RATCHET.read_text(encoding="utf-8"))
    now = numbers(site_report)
    assert set(now) == set(kept), "the ledger has other standards than ratchet.json"
    assert {key: value for key, value in now.items() if value > kept[key]} == {}
    assert {key: value for key, value in now.items() if value < kept[key]} == {}, (
        "better than before: lower these numbers in ratchet.json"
    )


@pytest.mark.parametrize("standard", ["sdmx", "ddi-c", "ddi-l", "ddi-cdi", "vtl"])
def test_these_standards_were_considered_everywhere(standard: str, site_report: Site) -> None:
    assert numbers(site_report)[f"not yet considered: {standard}"] == 0
