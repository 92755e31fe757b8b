"""The data of the graph page: the same nodes and statements as the graph, without the sources."""

from __future__ import annotations

import json
from typing import Any

import pytest

from navigator.export import network
from navigator.graph import RELATIONS
from navigator.view.explore import explore
from navigator.view.site import Site


@pytest.fixture(scope="module")
def data(site_report: Site) -> dict[str, Any]:
    text = network.script(site_report.graph)
    assert text.startswith("window.navigatorGraph=")
    found: dict[str, Any] = json.loads(text.removeprefix("window.navigatorGraph=").removesuffix(";\n"))
    return found


def test_everything_but_sources_is_a_node(site_report: Site, data: dict[str, Any]) -> None:
    assert {id for id, _ in data["nodes"]} == {
        node.id for node in site_report.graph.nodes.values() if node.kind != "source"
    }
    assert sum(count for *_, count in data["kinds"]) == len(data["nodes"])


def test_kinds_are_runs_of_nodes_whose_pattern_leads_to_the_page(site_report: Site, data: dict[str, Any]) -> None:
    at = 0
    for kind, _, pattern, count in data["kinds"]:
        for id, label in data["nodes"][at : at + count]:
            node = site_report.node(id)
            prefix, _, name = id.partition(":")
            parent, _, code = name.rpartition(".")
            assert (node.kind, node.label) == (kind, label)
            assert pattern.format(prefix=prefix, name=name, parent=parent, code=code) == node.url
        at += count


def test_every_statement_is_there(site_report: Site, data: dict[str, Any]) -> None:
    ids = [id for id, _ in data["nodes"]]
    said = {
        (ids[pairs[at]], relation, detail, ids[pairs[at + 1]])
        for relation, detail, pairs in data["edges"]
        for at in range(0, len(pairs), 2)
    }
    shown = set(ids)
    stated = {
        (edge.source, edge.relation, network.says(edge), edge.target)
        for edge in site_report.graph.edges
        if edge.source in shown and edge.target in shown
    }
    assert said == stated
    assert {relation for relation, *_ in data["edges"]} <= set(RELATIONS)


def test_a_fit_says_its_role_and_a_match_its_kind(example_site: Site) -> None:
    says = {(edge.relation, network.says(edge)) for edge in example_site.graph.edges}
    assert ("fit", "uses, primary") in says
    assert ("part-of", "") in says


def test_the_page_counts_what_the_script_holds(site_report: Site, data: dict[str, Any]) -> None:
    view = explore(site_report)
    assert view.nodes == len(data["nodes"])
    assert {each.key: each.count for each in view.kinds} == {kind: count for kind, _, _, count in data["kinds"]}
    assert sum(each.count for each in view.relations) == view.edges


def test_the_script_stays_light(site_report: Site) -> None:
    assert len(network.script(site_report.graph).encode()) < 400_000
