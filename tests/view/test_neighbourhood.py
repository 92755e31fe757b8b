"""The neighbourhood: what is drawn, that nothing overlaps, that it stays small."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from navigator.model import counting
from navigator.page import environment
from navigator.view import neighbourhood
from navigator.view.bundle import BOTH_WAYS
from navigator.view.neighbourhood import BOX, MOST, WIDTH, Neighbourhood, allot, cut, line, overlay, short, split
from navigator.view.site import Site


@pytest.fixture(scope="module")
def drawings(site_report: Site) -> dict[str, Neighbourhood]:
    found = {id: neighbourhood.of(site_report, id) for id in site_report.catalogue.entries}
    return {id: each for id, each in found.items() if each}


def leaves(drawing: Neighbourhood) -> Iterator[str]:
    return (leaf.node.id for group in drawing.groups for leaf in group.leaves)


def test_room_is_shared_out_evenly_and_small_groups_are_whole() -> None:
    assert allot([1, 30, 2, 40], 13) == [1, 5, 2, 5]
    assert allot([3, 2], 24) == [3, 2]
    assert allot([], 24) == []


def test_groups_go_to_the_shorter_side() -> None:
    assert split([100, 20, 20, 20]) == ([0], [1, 2, 3])
    assert split([]) == ([], [])


def test_a_long_name_is_cut_into_lines() -> None:
    assert cut("5.2 Classify and code", 20, 3) == ("5.2 Classify and", "code")
    assert cut("one two three four five six", 9, 2) == ("one two", "three …")
    assert cut("Unterneighbourhoodverzeichnis", 10, 3) == ("Unterneig…",)


def test_a_label_fits_into_its_box() -> None:
    assert short("Codelist") == "Codelist"
    assert short("x" * 60) == "x" * (neighbourhood.LONGEST - 1) + "…"


def test_a_line_runs_from_the_middle_to_its_side() -> None:
    assert line(0, 100, 30).endswith(f"{BOX} 30")
    assert line(1, 100, 30).endswith(f"{WIDTH - BOX} 30")


def test_every_kind_of_entry_is_drawn(drawings: dict[str, Neighbourhood]) -> None:
    kinds = {each.node.kind for each in drawings.values()}
    assert {
        "phase",
        "sub-process",
        "overarching-activity",
        "artefact",
        "information-object",
        "standard",
        "tool",
        "use-case",
        "service",
        "hand-over",
    } <= kinds
    assert "source" not in kinds


def test_a_drawing_is_small_and_names_nobody_twice(drawings: dict[str, Neighbourhood]) -> None:
    """But for what flows in and out again."""
    for id, drawing in drawings.items():
        drawn = list(leaves(drawing))
        assert 0 < len(drawn) <= MOST, id
        for group in drawing.groups:
            inside = [leaf.node.id for leaf in group.leaves]
            assert len(set(inside)) == len(inside), id
        once = [leaf.node.id for each in drawing.groups if each.name not in BOTH_WAYS for leaf in each.leaves]
        flows = {leaf.node.id for each in drawing.groups if each.name in BOTH_WAYS for leaf in each.leaves}
        assert len(set(once)) == len(once), id
        assert not flows & set(once), id
        assert id not in drawn
        assert drawing.total == len(drawn) + sum(group.more for group in drawing.groups), id


def test_nothing_overlaps(drawings: dict[str, Neighbourhood]) -> None:
    for id, drawing in drawings.items():
        for side in (0, WIDTH - BOX):
            column = [group for group in drawing.groups if group.x == side]
            assert all(above.y + above.height < below.y for above, below in pairwise(column)), id
            assert all(group.y >= 0 and group.y + group.height <= drawing.height for group in column), id
        for group in drawing.groups:
            rows = [leaf.y for leaf in group.leaves]
            assert rows == sorted(set(rows)), id
            assert group.y < rows[0] <= rows[-1] < group.y + group.height, id


def test_every_neighbour_is_one_in_the_graph(site_report: Site, drawings: dict[str, Neighbourhood]) -> None:
    inside = {"task", "overarching-sub-activity"}
    for id, drawing in list(drawings.items())[::7]:
        own = {id} | {each for each in site_report.within(id) if site_report.node(each).kind in inside}
        near = {edge.target for each in own for edge in site_report.graph.outgoing.get(each, ())}
        near |= {edge.source for each in own for edge in site_report.graph.incoming.get(each, ())}
        near |= {site_report.node(each).parent for each in near if site_report.node(each).kind in inside}
        assert set(leaves(drawing)) <= near, id


def test_strong_fits_come_first_and_bear_their_sign(site_report: Site) -> None:
    drawing = neighbourhood.of(site_report, "gsbpm:5.2")
    assert drawing
    group = next(each for each in drawing.groups if each.name == "Artefacts that fit")
    strengths = [leaf.sign.rpartition("-")[2] for leaf in group.leaves]
    assert strengths == sorted(strengths, key=["primary", "supporting", "possible"].index)
    assert set(strengths) <= {"primary", "supporting", "possible"}


def test_a_task_stands_for_its_sub_process(site_report: Site, drawings: dict[str, Neighbourhood]) -> None:
    assert not any(
        site_report.node(id).kind in ("task", "overarching-sub-activity")
        for each in drawings.values()
        for id in leaves(each)
    )


def test_a_source_and_an_unknown_id_have_none(site_report: Site) -> None:
    source = site_report.catalogue.of("source")[0].id
    assert neighbourhood.of(site_report, source) is None
    assert neighbourhood.of(site_report, "") is None


def test_the_map_is_offered_where_it_has_something_to_paint(site_report: Site) -> None:
    assert overlay(site_report, site_report.node("sdmx:codelist")) == "artefact:sdmx:codelist"
    assert overlay(site_report, site_report.node("standard:vtl")) == "standard:vtl"
    assert overlay(site_report, site_report.node("standard:gamso")) == ""
    assert overlay(site_report, site_report.node("gsbpm:4.3")) == ""
    bare = next(each.id for each in site_report.catalogue.of("artefact") if not site_report.graph.out(each.id, "fit"))
    assert overlay(site_report, site_report.node(bare)) == ""


def test_the_figure_is_light_and_has_its_text(drawings: dict[str, Neighbourhood]) -> None:
    template = environment().get_template("neighbourhood.html.jinja")
    for id, drawing in drawings.items():
        text = template.render(near=drawing, root="../../")
        assert len(text.encode()) < 6_400, id
        assert "<title " in text
        assert "<desc " in text
        assert f'href="../../graph.html#focus={id}"' in text


def groups(site: Site, id: str) -> dict[str, list[str]]:
    drawing = neighbourhood.of(site, id)
    assert drawing
    return {group.name: [leaf.node.id for leaf in group.leaves] for group in drawing.groups}


def test_what_goes_in_and_comes_out_stands_under_both(site_report: Site) -> None:
    found = groups(site_report, "gsbpm:5.1")
    assert "gsim:data-set" in found["Takes in"]
    assert "gsim:data-set" in found["Gives out"]


def test_activities_stand_in_the_order_of_their_codes(site_report: Site, drawings: dict[str, Neighbourhood]) -> None:
    coded = 0
    for id, drawing in drawings.items():
        for group in drawing.groups:
            ids = [leaf.node.id for leaf in group.leaves if leaf.node.code]
            if not any(leaf.sign for leaf in group.leaves):
                assert ids == sorted(ids, key=counting), (id, group.name)
                coded += len(ids) > 1
    assert coded > 20
    assert groups(site_report, "gamso:3")["GAMSO activities"][-2:] == ["gamso:3.9", "gamso:3.10"]
    assert groups(site_report, "gsbpm:3")["GAMSO activities tied to it"] == ["gamso:2.2", "gamso:3.9"]


def test_ties_have_one_heading_and_acronyms_their_capitals(drawings: dict[str, Neighbourhood]) -> None:
    names = {group.name for drawing in drawings.values() for group in drawing.groups}
    assert not [name for name in names if "gamso" in name or "ies to" in name or "tied to:" in name]


def test_a_hand_over_shows_what_it_leaves_goes_through_and_enters(site_report: Site) -> None:
    entry = site_report.catalogue["handover:variable-to-component"]
    found = groups(site_report, entry.id)
    assert (found["Leaves"], found["Through"], found["Enters"]) == (
        list(entry.origin),
        list(entry.artefacts),
        list(entry.target),
    )


def test_leaves_of_one_name_say_their_standard(drawings: dict[str, Neighbourhood]) -> None:
    apart = 0
    for id, drawing in drawings.items():
        leaves = {leaf.node.id: leaf for group in drawing.groups for leaf in group.leaves}.values()
        artefacts = [leaf.text.casefold() for leaf in leaves if leaf.node.kind == "artefact"]
        twins = {text for text in artefacts if artefacts.count(text) > 1}
        same = [leaf for leaf in leaves if leaf.text.casefold() in twins]
        assert len({leaf.node.id.partition(":")[0] for leaf in same}) <= len(twins), id
        apart += any(leaf.text.endswith(", DDI Lifecycle") for leaf in leaves)
    assert apart > 0
