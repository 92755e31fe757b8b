"""The schemas of the API: sound, documented, and kept by every file of the real data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from navigator import kinds, words
from navigator.check import Report
from navigator.export import api, schema
from navigator.export.common import BASE
from navigator.graph import RELATIONS


@pytest.fixture(scope="module")
def documents(report: Report) -> dict[str, Any]:
    """Every published schema by the name of its file."""
    return {url.rpartition("/")[2]: json.loads(text) for url, text in schema.schemas(report.schemas, BASE)}


@pytest.fixture(scope="module")
def validators(documents: dict[str, Any]) -> dict[str, Draft202012Validator]:
    registry: Registry[Any] = Registry().with_resources(
        (each["$id"], Resource.from_contents(each)) for each in documents.values()
    )
    return {name: Draft202012Validator(each, registry=registry) for name, each in documents.items()}


@pytest.fixture(scope="module")
def graph(report: Report) -> Any:
    return json.loads(api.graph_json(report.graph))


def test_every_schema_is_a_schema(documents: dict[str, Any]) -> None:
    for name, each in documents.items():
        Draft202012Validator.check_schema(each)
        assert each["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert each["$id"] == f"{BASE}api/v1/schema/{name}"


def test_there_is_one_for_the_graph_a_thing_and_each_kind(documents: dict[str, Any]) -> None:
    assert set(documents) == {
        "graph.schema.json",
        "thing.schema.json",
        "common.schema.json",
        *(f"{kind}.schema.json" for kind in kinds.PLURALS),
    }


def test_the_graph_keeps_its_schema(graph: Any, validators: dict[str, Draft202012Validator]) -> None:
    assert [error.message for error in validators["graph.schema.json"].iter_errors(graph)] == []


def test_every_thing_keeps_the_schema_of_its_kind(report: Report, validators: dict[str, Draft202012Validator]) -> None:
    seen = set()
    for url, text in api.things(report.graph):
        kind = url.split("/")[2]
        seen.add(kind)
        assert [error.message for error in validators[f"{kind}.schema.json"].iter_errors(json.loads(text))] == [], url
    assert seen == {node.kind for node in report.graph.nodes.values()}


def test_every_key_of_nodes_and_edges_is_documented(graph: Any, documents: dict[str, Any]) -> None:
    defined = documents["graph.schema.json"]["$defs"]
    assert {key for node in graph["nodes"] for key in node} <= set(defined["node"]["properties"])
    assert (graph["meta"]["nodes"], graph["meta"]["edges"]) == (len(graph["nodes"]), len(graph["edges"]))
    assert {key for edge in graph["edges"] for key in edge} <= set(defined["edge"]["properties"])
    assert set(graph["meta"]) <= set(documents["graph.schema.json"]["properties"]["meta"]["properties"])


def test_every_property_has_a_description(documents: dict[str, Any]) -> None:
    for name in ("graph.schema.json", "thing.schema.json"):
        for path, each in properties(documents[name]):
            target = (
                documents["graph.schema.json"]["$defs"][each["$ref"].rpartition("/")[2]] if "$ref" in each else each
            )
            assert "description" in {**target, **each}, f"{name} {path}"


def properties(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every property that a schema describes, at any depth; conditions name properties but do not describe them."""
    if isinstance(value, dict):
        for key, child in value.items():
            if key == "properties":
                yield from ((f"{path}/{name}", each) for name, each in child.items())
            if key not in ("if", "then"):
                yield from properties(child, f"{path}/{key}")
    elif isinstance(value, list):
        for child in value:
            yield from properties(child, path)


def test_lists_of_words_are_those_of_the_program(documents: dict[str, Any]) -> None:
    defined = documents["graph.schema.json"]["$defs"]
    assert defined["kind"]["enum"] == list(kinds.PLURALS)
    assert defined["relation"]["enum"] == list(RELATIONS)
    assert defined["role"]["enum"] == list(words.roles)


def test_hints_for_authors_stay_at_home(documents: dict[str, Any]) -> None:
    assert "x-hint" not in json.dumps(documents)


@pytest.mark.parametrize(
    "spoilt",
    [
        {"edges": [{"source": "sdmx:codelist", "target": "gsbpm:4.3", "relation": "fit"}]},
        {"edges": [{"source": "sdmx:codelist", "target": "gsbpm:4.3", "relation": "unheard-of"}]},
        {
            "nodes": [
                {"id": "no prefix", "kind": "artefact", "label": "x", "url": "x", "json": "api/v1/artefact/x.json"}
            ]
        },
        {
            "nodes": [
                {"id": "sdmx:codelist", "kind": "artefact", "label": "", "url": "x", "json": "api/v1/artefact/x.json"}
            ]
        },
        {"meta": {}},
    ],
)
def test_the_schema_of_the_graph_refuses(
    graph: Any, validators: dict[str, Draft202012Validator], spoilt: dict[str, Any]
) -> None:
    assert not validators["graph.schema.json"].is_valid({**graph, "nodes": [], "edges": [], **spoilt})


def test_the_schema_of_a_kind_refuses_what_another_kind_says(
    report: Report, validators: dict[str, Draft202012Validator]
) -> None:
    text = next(text for url, text in api.things(report.graph) if url.endswith("sdmx-codelist.json"))
    assert validators["artefact.schema.json"].is_valid(json.loads(text))
    assert not validators["tool.schema.json"].is_valid(json.loads(text))
