"""The small tree of the tests must itself be valid and complete, or the tests built on it prove nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from navigator import kinds
from navigator.check import Report
from navigator.schema import Schemas
from tests.places import spots
from tests.trees import unbundle


def test_the_small_tree_has_no_problems(example_report: Report) -> None:
    assert [str(problem) for problem in example_report.problems] == []


def test_the_small_tree_uses_every_field_of_every_schema(example_report: Report) -> None:
    """Golden pages, mutations and hostile text then reach every field."""
    schemas, used = example_report.schemas, set()
    for entry in example_report.catalogue.entries.values():
        for spot in spots(example_report.catalogue.sources[entry.id].value, entry.kind, schemas):
            if isinstance(spot.value, dict):
                used |= {(id(spot.schema), key) for key in spot.value}
    assert [f"{name}: {key}" for name, owner, key in _fields(schemas) if (id(owner), key) not in used] == []


def _fields(schemas: Schemas) -> Iterator[tuple[str, Any, str]]:
    """Every field of every object in the schemas of entries, with the object that has it."""

    def walk(name: str, schema: Any) -> Iterator[tuple[str, Any, str]]:
        for key, child in schema.get("properties", {}).items():
            yield name, schema, key
            yield from walk(f"{name}/{key}", child)
        if "items" in schema:
            yield from walk(name, schema["items"])
        for key, child in schema.get("$defs", {}).items():
            yield from walk(key, child)

    for name in ("common", *kinds.BY_NAME):
        yield from walk(name, schemas.documents[f"{name}.schema.json"])


def test_a_bundle_is_taken_apart_at_its_marks() -> None:
    text = "# file: data/a.yaml\nname: A\n# a comment\n# file: data/b.yaml\nname: B\n# no file: data/c.yaml\n"
    assert unbundle(text) == {
        "data/a.yaml": "# file: data/a.yaml\nname: A\n# a comment\n",
        "data/b.yaml": "# file: data/b.yaml\nname: B\n",
        "data/c.yaml": None,
    }
