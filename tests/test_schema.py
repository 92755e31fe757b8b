"""The schemas, doubted: whatever they demand is refused when it is not given, once, with the right rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from navigator import kinds, schema, source
from navigator.check import Report
from navigator.problem import DataError
from navigator.schema import Schemas
from navigator.source import Source
from tests.places import Spot, changed, spots

KINDS = [kind.name for kind in kinds.KINDS]
Mutants = Iterator[tuple[str, Any]]


@pytest.fixture
def told(example_report: Report, tmp_path: Path) -> Callable[[str, Any], list[str]]:
    """The rules that an entry of a kind breaks, when it is written to a file and read again."""

    def told(kind: str, value: Any) -> list[str]:
        path = tmp_path / "entry.yaml"
        path.write_text(
            yaml.dump(value, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=10_000), encoding="utf-8"
        )
        found = source.read(path, tmp_path)
        assert isinstance(found, Source), found
        return [problem.rule for problem in schema.check(found, kind, example_report.schemas)]

    return told


class Dumper(yaml.SafeDumper):
    """Writes no anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def entries(report: Report, kind: str) -> Iterator[tuple[Any, list[Spot]]]:
    for entry in report.catalogue.of(kind):
        value = report.catalogue.sources[entry.id].value
        yield value, list(spots(value, kind, report.schemas))


def mutants(report: Report, kind: str, change: Callable[[Spot, Any], Mutants]) -> Mutants:
    """One wrong entry for each thing that the schema of a kind demands, each demand once."""
    seen = set()
    for value, all_spots in entries(report, kind):
        for spot in all_spots:
            for name, new in change(spot, value):
                key = (id(spot.schema), spot.name, name)
                if key not in seen:
                    seen.add(key)
                    yield f"{'/'.join(map(str, spot.where))}: {name}", changed(value, spot.where, new)


def test_the_schemas_refuse_an_empty_entry(told: Callable[[str, Any], list[str]]) -> None:
    for kind in KINDS:
        assert set(told(kind, {})) == {"missing-key"}, kind


@pytest.mark.parametrize("kind", KINDS)
def test_the_entries_of_the_small_tree_are_accepted(
    kind: str, example_report: Report, told: Callable[[str, Any], list[str]]
) -> None:
    assert [told(kind, value) for value, _ in entries(example_report, kind)] == [[]] * len(
        example_report.catalogue.of(kind)
    )


def _without(spot: Spot, value: Any) -> Mutants:
    for key in spot.schema.get("required", ()):
        yield f"no {key}", {name: child for name, child in spot.value.items() if name != key}


def _with_more(spot: Spot, value: Any) -> Mutants:
    if isinstance(spot.value, dict):
        yield "one key too many", {**spot.value, "zzzz": "x"}


def _other_type(spot: Spot, value: Any) -> Mutants:
    if "type" in spot.schema:
        yield "another type", {"string": ["x"], "array": "x", "object": "x", "boolean": "x"}[spot.schema["type"]]


def _number(spot: Spot, value: Any) -> Mutants:
    if spot.schema.get("type") == "string":
        yield "a number", 3.1
        yield "a truth value", True


def _nothing(spot: Spot, value: Any) -> Mutants:
    if spot.where:
        yield "nothing", None
    if "minItems" in spot.schema:
        yield "an empty list", []
    if "minLength" in spot.schema:
        yield "an empty text", ""


def _other_word(spot: Spot, value: Any) -> Mutants:
    if "enum" in spot.schema:
        yield "another word", "zzzz"


def _other_form(spot: Spot, value: Any) -> Mutants:
    if "pattern" in spot.schema:
        yield "another form", f" ~{spot.value}"


def _too_long(spot: Spot, value: Any) -> Mutants:
    if "maxLength" in spot.schema:
        yield "too long", "x" * (spot.schema["maxLength"] + 1)


def _twice(spot: Spot, value: Any) -> Mutants:
    if spot.schema.get("uniqueItems"):
        yield "an item twice", [*spot.value, spot.value[0]]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("change", "rules"),
    [
        (_without, {"missing-key"}),
        (_with_more, {"unknown-key"}),
        (_other_type, {"type", "unquoted"}),
        (_number, {"unquoted"}),
        (_nothing, {"empty-value"}),
        (_other_word, {"enum"}),
        (_other_form, {"pattern"}),
        (_too_long, {"too-long"}),
        (_twice, {"repeated-item"}),
    ],
    ids=lambda value: value.__name__.strip("_") if callable(value) else "",
)
def test_every_demand_of_a_schema_is_made(
    change: Callable[[Spot, Any], Mutants],
    rules: set[str],
    kind: str,
    example_report: Report,
    told: Callable[[str, Any], list[str]],
) -> None:
    tried = {name: told(kind, value) for name, value in mutants(example_report, kind, change)}
    assert tried or change is _twice
    assert {name: found for name, found in tried.items() if len(found) != 1 or not set(found) <= rules} == {}


def _walk(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    yield path, value
    for group in ("properties", "$defs"):
        for key, child in value.get(group, {}).items():
            yield from _walk(child, f"{path}/{key}")
    if "items" in value:
        yield from _walk(value["items"], f"{path}/-")


@pytest.fixture(scope="session")
def real(root: Path) -> Schemas:
    return schema.read(root / "data" / "schema")


def test_the_schemas_are_json_schemas_of_2020_12(real: Schemas) -> None:
    for name, document in real.documents.items():
        assert document["$schema"] == "https://json-schema.org/draft/2020-12/schema", name
        assert document["$id"] == name
        jsonschema.Draft202012Validator.check_schema(document)


def test_every_property_is_described_and_every_pattern_explained(real: Schemas) -> None:
    for name, document in real.documents.items():
        for path, value in _walk(document, name):
            described = (
                "description" in value
                or "$ref" in value
                or path.count("/") == 0
                or path.startswith("common.schema.json/")
            )
            assert described, f"{path} has no description"
            assert ("x-hint" in value) == ("pattern" in value), f"{path}: a pattern and its hint go together"


def test_no_object_takes_unknown_keys(real: Schemas) -> None:
    for name, document in real.documents.items():
        for path, value in _walk(document, name):
            if "properties" in value:
                assert value.get("additionalProperties") is False, path
                assert set(value.get("required", ())) <= set(value["properties"]), path


def test_the_schemas_use_only_words_that_the_check_can_tell(real: Schemas) -> None:
    known = {
        "$schema", "$id", "$ref", "$defs", "title", "description", "x-hint", "type", "properties", "required", "additionalProperties",
        "items", "minItems", "uniqueItems", "enum", "pattern", "minLength", "maxLength",
    }  # fmt: skip
    assert {
        key for name, document in real.documents.items() for _, value in _walk(document, name) for key in value
    } <= known


@pytest.mark.parametrize(("text", "place"), [("{,}", "1:2"), ("[]", None), ("", "1:1"), ("{\n  'a'", "2:3")])
def test_a_broken_schema_is_told_with_its_place(text: str, place: str | None, tmp_path: Path) -> None:
    (tmp_path / "phase.schema.json").write_text(text, encoding="utf-8")
    if place:
        with pytest.raises(DataError, match=f"data/schema/phase.schema.json:{place}: error: this is no schema"):
            schema.read(tmp_path)
    else:
        with pytest.raises(DataError, match="the schema is missing"):
            schema.read(tmp_path)


def test_the_fast_validator_gives_the_same_verdicts(real: Schemas, report: Report) -> None:
    """It only spares the slow one its work on valid entries; on each real entry, whole and robbed of a key, the two agree."""
    for entry in report.catalogue.entries.values():
        value = report.catalogue.sources[entry.id].value
        robbed = {key: each for key, each in value.items() if key != next(iter(value))}
        for tried in (value, robbed, {**value, "no-such-key": 1}):
            assert real.screens[entry.kind].is_valid(tried) == real.validators[entry.kind].is_valid(tried), entry.id
