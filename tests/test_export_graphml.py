"""The graph in GraphML, read back by networkx."""

from __future__ import annotations

import networkx
import pytest
from lxml import etree

from navigator.check import Report
from navigator.export.common import BASE
from navigator.export.graphml import graphml
from navigator.view.site import Site
from tests.hostile import hostile


@pytest.fixture(scope="module")
def graph(site_report: Site) -> networkx.MultiDiGraph:
    return networkx.parse_graphml(graphml(site_report, BASE), force_multigraph=True)


def test_every_node_is_there(graph: networkx.MultiDiGraph, site_report: Site) -> None:
    assert set(graph) == set(site_report.graph.nodes)
    assert graph.nodes["gsbpm:4.3"] == {
        "label": "Run collection",
        "kind": "sub-process",
        "code": "4.3",
        "url": "../gsbpm/4.3.html",
    }
    assert graph.nodes["sdmx:codelist"]["standard"] == "SDMX"


def test_every_relation_is_there(graph: networkx.MultiDiGraph, site_report: Site) -> None:
    found = {(source, target, said["relation"]) for source, target, said in graph.edges(data=True)}
    assert found == {(edge.source, edge.target, edge.relation) for edge in site_report.graph.edges}


def test_every_fit_is_there_with_what_it_says(graph: networkx.MultiDiGraph, site_report: Site) -> None:
    found = sorted(
        (source, target, said["role"], said["strength"], said["basis"])
        for source, target, said in graph.edges(data=True)
        if said["relation"] == "fit"
    )
    edges = [edge for edge in site_report.graph.edges if edge.relation == "fit"]
    assert found == sorted(
        (edge.source, edge.target, edge.value.role, edge.value.strength, edge.value.basis) for edge in edges
    )


def test_the_graph_is_directed(graph: networkx.MultiDiGraph) -> None:
    assert graph.is_directed()
    assert graph.has_edge("gsbpm:4.3", "gsbpm:4")
    assert not graph.has_edge("gsbpm:4", "gsbpm:4.3")


def test_hostile_text_is_text(example_report: Report, example_site: Site) -> None:
    text = graphml(hostile(example_report), BASE)
    assert "<script>" not in text
    root = etree.fromstring(text.encode())
    assert len(root.findall(".//{*}node")) == len(example_site.graph.nodes)


def test_two_files_are_the_same_bytes(example_site: Site) -> None:
    assert graphml(example_site, BASE) == graphml(example_site, BASE)
