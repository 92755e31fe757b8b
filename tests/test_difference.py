"""The difference between two states of the data, in values."""

from __future__ import annotations

from pathlib import Path

import pytest

from navigator import answer, difference
from navigator.difference import Difference, compare
from navigator.view.site import Site
from tests import trees
from tests.trees import Tree

STEP = "data/gsbpm/sub-processes/4.3.yaml"


@pytest.fixture
def other(tmp_path: Path) -> Tree:
    """A second small tree, to be changed."""
    return trees.plant(tmp_path / "other")


def site(tree: Tree) -> Site:
    report = tree.check()
    assert not report.errors, report.errors
    return answer.site_of(report)


def changed(before: Site, other: Tree) -> Difference:
    return compare(before, site(other))


def test_nothing_changes_between_equal_states(example_site: Site, other: Tree) -> None:
    found = changed(example_site, other)
    assert found.empty
    assert found == compare(example_site, example_site)


def test_a_fit_is_gained(example_site: Site, other: Tree) -> None:
    _more(other)
    (change,) = changed(example_site, other).fits
    assert (change.activity.id, change.row.artefact.id, change.row.fit.role) == (
        "gsbpm:4.3",
        "sdmx:codelist",
        "creates",
    )
    assert change.before is None
    assert change.after is not None


def test_a_fit_is_lost(example_site: Site, other: Tree) -> None:
    (change,) = compare(site(_more(other)), example_site).fits
    assert change.after is None
    assert change.row.fit.role == "creates"


def _more(tree: Tree) -> Tree:
    fit = "{artefact: sdmx:codelist, role: creates, strength: primary, why: New., basis: defined, evidence: [{source: src:handbook}]}"
    tree.replace(STEP, "nothing_fits:", f"  - {fit}\nnothing_fits:")
    return tree


def test_a_fit_says_something_else(example_site: Site, other: Tree) -> None:
    other.replace(
        STEP,
        "role: uses\n    strength: supporting\n    why: Answers are",
        "role: uses\n    strength: primary\n    why: Replies are",
    )
    (change,) = changed(example_site, other).fits
    assert change.says == ("strength", "why")


def test_a_verdict_changes(example_site: Site, other: Tree) -> None:
    text = (other.root / STEP).read_text(encoding="utf-8")
    head, _, rest = text.partition("nothing_fits:")
    other.write(STEP, head + rest[rest.index("limits:") :])
    (change,) = changed(example_site, other).verdicts
    assert (change.activity.id, change.before.state, change.after.state) == (
        "gsbpm:4.3",
        "nothing-fits",
        "not-considered",
    )


def test_coverage_is_counted_before_and_after(example_site: Site, other: Tree) -> None:
    other.write("data/gsbpm/sub-processes/5.4.yaml", (other.root / "data/gsbpm/sub-processes/5.4.yaml").read_text(encoding="utf-8") + (
        "fits:\n  - {artefact: sdmx:codelist, role: uses, strength: primary, why: Codes., basis: defined, evidence: [{source: src:handbook}]}\n"
    ))  # fmt: skip
    found = changed(example_site, other)
    sdmx = next(each for each in found.coverage if each.standard == "SDMX")
    assert (sdmx.before["fits"], sdmx.after["fits"], sdmx.total) == (1, 2, 44)
    assert [(each.part, each.after["fits"], each.total) for each in found.phases] == [("5 Phase 5", 1, 8)]


def test_things_come_and_go(example_site: Site, other: Tree) -> None:
    other.write(
        "data/organisations/bureau.yaml",
        (other.root / "data/organisations/office.yaml").read_text(encoding="utf-8").replace("name: ", "name: New "),
    )
    report = other.check()
    after = answer.site_of(report)  # nothing links to the new entry yet, which is no matter here
    assert [(each.change, each.node.id) for each in compare(example_site, after).things] == [("new", "org:bureau")]
    found = compare(after, example_site)
    assert [(each.change, each.node.id) for each in found.things] == [("gone", "org:bureau")]
    assert found.gone == ("organisations/bureau.html",)


def test_a_thing_is_renamed(example_site: Site, other: Tree) -> None:
    other.replace("data/artefacts/sdmx/codelist.yaml", "name: Codelist", "name: Code list")
    (thing,) = changed(example_site, other).things
    assert (thing.change, thing.node.label, thing.note) == ("renamed", "Code list", "Codelist")


def test_a_thing_under_another_id_is_not_two_things(example_site: Site, other: Tree) -> None:
    path = other.root / "data/organisations/office.yaml"
    path.rename(path.with_name("bureau.yaml"))
    after = answer.site_of(other.check())
    (thing,) = [each for each in compare(example_site, after).things if each.node.kind == "organisation"]
    assert (thing.change, thing.node.id, thing.note) == ("moved", "org:bureau", "org:office")


def test_a_thing_is_described_anew(example_site: Site, other: Tree) -> None:
    other.replace(STEP, "It leaves raw data", "It leaves data")
    (thing,) = changed(example_site, other).things
    assert (thing.change, thing.node.id) == ("reworded", "gsbpm:4.3")


def test_a_pair_of_the_crosswalk_gets_another_match(example_site: Site, other: Tree) -> None:
    other.replace("data/crosswalk/codelist.yaml", "match: related", "match: close")
    found = changed(example_site, other)
    assert found.pairs == (("changed", "SDMX Codelist – DDI-L QuestionItem: close (was related)"),)
    assert not found.things


def test_a_new_version_makes_evidence_old(example_site: Site, other: Tree) -> None:
    newest = '  - version: "3.3"\n    status: current\n'
    other.replace(
        "data/standards/ddi-l.yaml", newest, newest.replace("current", "in use") + newest.replace("3.3", "3.4")
    )
    after = answer.site_of(other.check())
    found = compare(example_site, after)
    assert [(each.activity.id, each.artefact.id, each.reread) for each in found.reread] == [
        ("gsbpm:4.3", "ddi-l:question-item", "3.4")
    ]
    back = compare(after, example_site)
    assert back.reread == ()
    assert [(each.activity.id, each.artefact.id) for each in back.read] == [("gsbpm:4.3", "ddi-l:question-item")]


def test_fits_are_keyed_by_place_artefact_and_role(example_site: Site) -> None:
    assert ("gsbpm:4.3.t01", "ddi-l:question-item", "documents") in difference.fits_of(example_site)
