"""The graph: everything the data says, both ways, and nothing that they do not say."""

from __future__ import annotations

from collections import Counter

from navigator import reference
from navigator.check import Report
from navigator.graph import RELATIONS
from navigator.kinds import INNER, KINDS
from tests.trees import Tree


def statements(report: Report, id: str) -> set[tuple[str, str, str]]:
    return {
        (edge.source, edge.relation, edge.target) for edge in report.graph.edges if id in (edge.source, edge.target)
    }


def test_every_entry_and_what_lies_inside_it_is_a_node(example_report: Report) -> None:
    nodes = example_report.graph.nodes
    assert set(example_report.catalogue.entries) <= set(nodes)
    assert nodes["gsbpm:4.3.t01"].kind == "task"
    assert nodes["gsbpm:4.3.t01"].parent == "gsbpm:4.3"
    assert nodes["gsbpm:oa.quality.s01"].kind == "overarching-sub-activity"
    assert {node.kind for node in nodes.values()} == {kind.name for kind in KINDS} | set(INNER)


def test_codes_are_shown_with_their_scheme(example_report: Report) -> None:
    nodes = example_report.graph.nodes
    assert [nodes[id].code for id in ("gsbpm:4", "gsbpm:4.3", "gsbpm:4.3.t01", "gamso:3.3", "gsbpm:oa.quality", "sdmx:codelist")] == [
        "4", "4.3", "4.3.t01", "GAMSO 3.3", "", "",
    ]  # fmt: skip


def test_a_fit_leads_from_the_artefact_to_the_activity_with_its_grounds(example_report: Report) -> None:
    edge = next(edge for edge in example_report.graph.into("gsbpm:4.3", "fit") if edge.source == "ddi-l:question-item")
    assert edge.detail == {
        "role": "uses", "strength": "primary", "basis": "published", "why": "The interviewer reads the question out.",
        "evidence": [{"source": "src:handbook", "locator": "page 43", "version": "3.3"}],
    }  # fmt: skip


def test_what_the_small_tree_says_of_a_hand_over(example_report: Report) -> None:
    hand_over = "handover:question-to-codelist"
    assert statements(example_report, hand_over) == {
        (hand_over, "about", "ddi-l:question-item"),
        (hand_over, "about", "sdmx:codelist"),
        (hand_over, "carried-out-in", "gsbpm:4.3"),
        (hand_over, "handles", "sdmx:code"),
        (hand_over, "handles", "tool:editor"),
        ("case:census", "shows", hand_over),
        (hand_over, "cites", "src:handbook"),
    }
    assert ("ddi-l:question-item", "hands-over", "sdmx:codelist") in statements(example_report, "sdmx:codelist")


def test_what_the_small_tree_says_of_a_task(example_report: Report) -> None:
    assert statements(example_report, "gsbpm:4.3.t01") == {
        ("gsbpm:4.3.t01", "part-of", "gsbpm:4.3"),
        ("ddi-l:question-item", "fit", "gsbpm:4.3.t01"),
        ("gsbpm:4.3.t01", "takes-in", "gsim:node-set"),
        ("gsbpm:4.3.t01", "gives-out", "gsim:code-list"),
        ("gsbpm:4.3.t01", "cites", "src:handbook"),
        ("gsbpm:4.3.t01", "supersedes", "gsbpm:4.3.t04"),
    }


def test_successors_supersede(example_report: Report) -> None:
    assert ("sdmx:codelist", "supersedes", "sdmx:key-family") in statements(example_report, "sdmx:key-family")
    assert ("tool:editor", "supersedes", "tool:old-editor") in statements(example_report, "tool:old-editor")


def test_edges_go_both_ways(report: Report) -> None:
    graph = report.graph
    assert Counter(map(id, graph.edges)) == Counter(id(edge) for edges in graph.outgoing.values() for edge in edges)
    assert Counter(map(id, graph.edges)) == Counter(id(edge) for edges in graph.incoming.values() for edge in edges)
    assert all(edge.source in graph.nodes and edge.target in graph.nodes for edge in graph.edges)


def test_every_relation_has_words_both_ways_and_is_used(example_report: Report) -> None:
    assert {edge.relation for edge in example_report.graph.edges} == set(RELATIONS)
    assert all(out and back for out, back in RELATIONS.values())


def test_every_id_that_an_entry_names_in_a_field_is_its_neighbour(example_report: Report) -> None:
    """No statement of the data is left out of the graph, but for those that only a page shows."""
    shown_on_the_page_only = {"use_instead", "standard", "phase", "artefacts"}
    graph, catalogue = example_report.graph, example_report.catalogue
    for entry in catalogue.entries.values():
        near = {end for edge in graph.edges for end in (edge.source, edge.target) if _touches(edge, entry.id)}
        source = catalogue.sources[entry.id]
        for each in reference.find(source, entry.kind, example_report.schemas):
            key = next(step for step in reversed(each.where) if isinstance(step, str))
            if source.at(each.where) == each.id and key not in shown_on_the_page_only:
                assert each.id in near, f"{entry.id}: {each.where}"


def _touches(edge: object, id: str) -> bool:
    ends = getattr(edge, "source", ""), getattr(edge, "target", "")
    return any(end == id or end.startswith(f"{id}.") for end in ends) or id.startswith(("crosswalk:", "handover:"))


def test_an_edge_to_something_unknown_is_left_out(tree: Tree) -> None:
    tree.replace("data/roles/steward.yaml", "activities: [gsbpm:4.3]", "activities: [gsbpm:4.3, gsbpm:5.2.t01]")
    report = tree.check()
    assert [problem.rule for problem in report.problems] == ["unknown-id"]
    assert {edge.target for edge in report.graph.out("role:steward", "answers-for")} == {"gsbpm:4.3"}


def test_the_networkx_graph_says_the_same(example_report: Report) -> None:
    graph = example_report.graph
    other = graph.networkx()
    assert set(other.nodes) == set(graph.nodes)
    assert other.number_of_edges() == len(graph.edges)
    assert other.nodes["gsbpm:4.3"] == {"kind": "sub-process", "label": "Run collection", "url": "gsbpm/4.3.html"}
    assert {"relation", "role", "strength", "basis", "why", "evidence"} in [
        set(detail) for detail in other.get_edge_data("sdmx:codelist", "gsbpm:4.3").values()
    ]
