"""Views of the process: the map, the pages of activities, the concordance, what the graph suggests."""

from __future__ import annotations

import pytest

from navigator.view import process
from navigator.view.process import Share
from navigator.view.site import Site
from tests.trees import PHASES


def test_the_map_has_all_boxes_in_their_places(site_report: Site) -> None:
    found = process.whole_map(site_report)
    assert [(column.phase.node.code, len(column.tiles)) for column in found.columns] == list(PHASES.items())
    assert len(found.overarching) == 6
    assert all([share.key for share in tile.shares] == ["sdmx", "ddi", "companion"] for column in found.columns for tile in column.tiles)


def test_a_phase_counts_the_fits_of_its_sub_processes(site_report: Site) -> None:
    for column in process.whole_map(site_report).columns:
        for index, share in enumerate(column.phase.shares):
            assert share.total == sum(tile.shares[index].total for tile in column.tiles)


@pytest.mark.parametrize(
    ("primary", "supporting", "possible", "level"),
    [(0, 0, 0, 0), (0, 0, 1, 1), (0, 2, 0, 1), (1, 0, 0, 2), (2, 1, 1, 2), (3, 0, 0, 3), (4, 1, 1, 3), (5, 0, 0, 4)],
)
def test_a_box_is_the_darker_the_more_fits(primary: int, supporting: int, possible: int, level: int) -> None:
    assert Share("sdmx", "SDMX", primary, supporting, possible).level == level


def test_five_names_changed_with_5_1_and_six_with_5_2(site_report: Site) -> None:
    """Computed from the names themselves; issue and official lists of changes say so too."""
    found = process.concordance(site_report)
    assert found.editions == ("5.0", "5.1", "5.2")
    assert found.renamed == {"5.1": 5, "5.2": 6}
    assert len(found.rows) == 8 + 44 + 6


def test_a_new_name_is_seen_and_another_spelling_is_not(example_site: Site) -> None:
    rows = {row.node.id: row for row in process.concordance(example_site).rows}
    assert rows["gsbpm:4.3"].changed == ("5.1",)
    assert rows["gsbpm:4.3"].names == (("5.0", "Do the collection"), ("5.1", "Run collection"), ("5.2", "Run collection"))
    assert rows["gsbpm:4"].changed == ()
    assert rows["gsbpm:oa.quality"].names[0] == ("5.0", "")


def test_the_page_of_a_sub_process(example_site: Site) -> None:
    view = process.sub_process(example_site, example_site.catalogue["gsbpm:4.3"])
    assert view.previous is not None
    assert view.next is not None
    assert (view.previous.code, view.next.code, view.phase.code) == ("4.2", "4.4", "4")
    assert [node.code for node in view.siblings] == ["4.1", "4.2", "4.3", "4.4"]
    assert [group.standard.local for group in view.primary] == ["ddi-l"]
    assert (len(view.supporting), len(view.possible), view.rows) == (2, 1, 4)
    assert [node.id for node in view.tools] == ["tool:editor", "tool:old-editor"]
    assert [node.id for node in view.services] == ["service:coding"]
    assert [node.id for node in view.neighbours] == ["neighbour:registry"]
    assert [case.case.id for case in view.cases] == ["case:census"]
    assert [each.id for each in view.hand_overs] == ["handover:question-to-codelist"]
    assert [node.id for node in view.examples] == ["example:codelist"]
    assert [node.id for node in view.gamso] == ["gamso:3.3"]
    assert [(node.id, text) for node, text in view.overarching] == [("gsbpm:oa.quality", "Response is watched day by day.")]
    assert [row.node.id for row in view.takes_in] == ["gsim:node-set"]
    assert [node.id for node in view.takes_in[0].artefacts] == ["ddi-l:question-item"]
    assert view.basis == (("published", 1), ("practised", 1), ("defined", 1), ("proposed", 1))


def test_the_ends_of_the_process_have_one_neighbour(site_report: Site) -> None:
    first = process.sub_process(site_report, site_report.steps[0])
    last = process.sub_process(site_report, site_report.steps[-1])
    assert (first.previous, last.next) == (None, None)
    assert first.next is not None
    assert last.previous is not None
    assert (first.next.code, last.previous.code) == ("1.2", "8.2")


def test_what_the_graph_suggests_is_derived_and_never_typed(example_site: Site) -> None:
    """4.3 gives out a Code List, which an SDMX Codelist represents exactly; a related match suggests nothing."""
    found = process.derived(example_site, example_site.catalogue["gsbpm:4.3"])
    assert [(each.direction, each.object.id, each.artefact.id, each.match, each.asserted) for each in found] == [
        ("gives out", "gsim:code-list", "sdmx:codelist", "exact", True)
    ]


def test_derived_fits_on_the_real_data_follow_flow_and_match(site_report: Site) -> None:
    asserted = derived = 0
    for step in site_report.steps:
        for each in process.derived(site_report, step):
            relation = "takes-in" if each.direction == "takes in" else "gives-out"
            assert each.object.id in {edge.target for edge in site_report.graph.out(step.id, relation)}
            assert each.object.id in {tie.object for tie in each.artefact.value.represents if tie.match in ("exact", "close")}
            asserted += each.asserted
            derived += 1
    assert derived > 100
    assert 0 < asserted < derived


def test_the_page_of_an_overarching_activity(example_site: Site) -> None:
    view = process.overarching(example_site, example_site.catalogue["gsbpm:oa.quality"])
    assert [sub.id for sub in view.subs] == ["gsbpm:oa.quality.s01"]
    assert [node.id for node in view.subs[0].gamso] == ["gamso:3.3"]
    assert len(view.subs[0].rows) == 1
    assert [node.id for node, _, _ in view.gamso] == ["gamso:3.3"]
    assert [node.id for node, _ in view.in_phases] == ["gsbpm:4"]


def test_gamso_pages_know_what_touches_them(example_site: Site) -> None:
    view = process.gamso(example_site, example_site.catalogue["gamso:3.3"])
    assert [node.id for node, _ in view.touches] == ["gsbpm:4.3"]
    assert [node.id for node, _ in view.tied] == ["gsbpm:oa.quality"]
    assert [node.id for node in view.subs] == ["gsbpm:oa.quality.s01"]
    assert [node.id for node in process.gamso(example_site, example_site.catalogue["gamso:3"]).activities] == ["gamso:3.3"]
