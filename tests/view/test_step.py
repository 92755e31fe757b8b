"""The page of a sub-process, and what the graph suggests there."""

from __future__ import annotations

from navigator.view import step
from navigator.view.site import Site


def test_the_page_of_a_sub_process(example_site: Site) -> None:
    view = step.sub_process(example_site, example_site.catalogue["gsbpm:4.3"])
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
    assert [[node.id for node in shelf.nodes] for shelf in view.examples] == [["example:codelist"]]
    assert [node.id for node in view.gamso] == ["gamso:3.3"]
    assert [(node.id, text) for node, text in view.overarching] == [("gsbpm:oa.quality", "")]
    assert [row.node.id for row in view.takes_in] == ["gsim:node-set"]
    assert [node.id for node in view.takes_in[0].artefacts] == ["ddi-l:question-item"]
    assert view.basis == (("published", 1), ("practised", 1), ("defined", 1), ("proposed", 1))


def test_the_ends_of_the_process_have_one_neighbour(site_report: Site) -> None:
    first = step.sub_process(site_report, site_report.steps[0])
    last = step.sub_process(site_report, site_report.steps[-1])
    assert (first.previous, last.next) == (None, None)
    assert first.next is not None
    assert last.previous is not None
    assert (first.next.code, last.previous.code) == ("1.2", "8.2")


def test_what_the_graph_suggests_is_derived_and_never_typed(example_site: Site) -> None:
    """4.3 gives out a Code List, which an SDMX Codelist represents exactly; a related match suggests nothing."""
    found = step.derived(example_site, example_site.catalogue["gsbpm:4.3"])
    assert [(each.direction, each.object.id, each.artefact.id, each.match, each.asserted) for each in found] == [
        ("gives out", "gsim:code-list", "sdmx:codelist", "exact", True)
    ]


def test_derived_fits_on_the_real_data_follow_flow_and_match(site_report: Site) -> None:
    asserted = derived = 0
    for entry in site_report.steps:
        for each in step.derived(site_report, entry):
            relation = "takes-in" if each.direction == "takes in" else "gives-out"
            assert each.object.id in {edge.target for edge in site_report.graph.out(entry.id, relation)}
            assert each.object.id in {
                tie.object for tie in each.artefact.value.represents if tie.match in ("exact", "close")
            }
            asserted += each.asserted
            derived += 1
    assert derived > 100
    assert 0 < asserted < derived


def test_of_the_overarching_activities_only_what_names_the_step_is_told_again(site_report: Site) -> None:
    """The words for the phase stand on its page; a step repeats a sentence that names it and no other."""
    assert step.particular("Watched daily. Ends as an item in 8.3.", "8.3") == "Ends as an item in 8.3."
    assert step.particular("Ends in 18.3 or 8.31 or 8.3.t02.", "8.3") == ""
    last = step.sub_process(site_report, site_report.catalogue["gsbpm:8.3"])
    assert len(last.overarching) == len(site_report.overarching)
    assert [node.id for node, text in last.overarching if text] == ["gsbpm:oa.quality"]


def test_examples_are_shelved_by_standard_and_none_is_lost(site_report: Site) -> None:
    view = step.sub_process(site_report, site_report.catalogue["gsbpm:2.2"])
    shelved = [node for shelf in view.examples for node in shelf.nodes]
    assert all(node.value.standard == shelf.standard.id for shelf in view.examples for node in shelf.nodes)
    assert len(view.examples) > 3
    edges = site_report.graph.into("gsbpm:2.2", "carried-out-in")
    assert {node.id for node in shelved} == {
        edge.source for edge in edges if site_report.node(edge.source).kind == "example"
    }


def test_no_standard_of_the_site_is_called_a_neighbour(site_report: Site) -> None:
    for entry in site_report.steps:
        met = {node.id.partition(":")[2] for node in step.sub_process(site_report, entry).neighbours}
        assert not {standard for standard in met if f"standard:{standard}" in site_report.catalogue}, entry.id


def test_a_source_of_a_task_is_named_once_with_all_that_was_seen_there(site_report: Site) -> None:
    view = step.sub_process(site_report, site_report.catalogue["gsbpm:5.1"])
    row = next(row for row in view.tasks if row.task.code == "t03")
    assert [node.id for node, _ in row.seen].count("src:istat-is2") == 1
    names = next(names for node, names in row.seen if node.id == "src:istat-is2")
    assert len(names) == sum(each.source == "src:istat-is2" for each in row.task.seen_in) > 2
