"""The file of an office's picture: a schema that says what the page reads, and an example that keeps to it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from navigator.export import office
from navigator.view.office import STATUSES
from navigator.view.site import Site

SCHEMA: dict[str, Any] = json.loads(office.schema_text())
EXAMPLE: dict[str, Any] = yaml.safe_load(office.example_text())


def problems(value: Any) -> list[str]:
    return [error.message for error in Draft202012Validator(SCHEMA).iter_errors(value)]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_example_keeps_to_it() -> None:
    assert problems(EXAMPLE) == []


def test_the_example_names_only_what_there_is(site_report: Site) -> None:
    entries = EXAMPLE["entries"]
    named = set(entries) | {
        id for entry in entries.values() if isinstance(entry, dict) for id in entry.get("artefacts", {})
    }
    assert named <= set(site_report.graph.nodes)
    kinds = {site_report.node(id).kind for id in named}
    assert kinds == {"sub-process", "task", "overarching-activity", "artefact"}


def test_the_example_shows_every_field() -> None:
    groups = [entry for entry in EXAMPLE["entries"].values() if isinstance(entry, dict)]
    assert {key for group in groups for key in group} == set(SCHEMA["$defs"]["entry"]["properties"])
    assert set(EXAMPLE) == set(SCHEMA["properties"])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"navigator-office": 2}, "2 is not one of"),
        ({"office": ""}, "non-empty"),
        ({"colour": "red"}, "Additional properties"),
        ({"gsbpm": "4.0"}, "is not one of"),
        ({"date": "last week"}, "does not match"),
        ({"entries": {"gsbpm:4.3": "used"}}, "not valid under any"),
        ({"entries": {"gsbpm:4.3": {"status": "in use", "who": "we"}}}, "not valid under any"),
        ({"entries": {"4.3": "in use"}}, "does not match"),
    ],
)
def test_what_the_page_would_not_read_is_refused(change: dict[str, Any], said: str) -> None:
    assert any(said in each for each in problems({**EXAMPLE, **change}))


@pytest.mark.parametrize("key", ["navigator-office", "office", "entries"])
def test_what_the_page_needs_is_asked_for(key: str) -> None:
    assert problems({name: value for name, value in EXAMPLE.items() if name != key}) == [
        f"'{key}' is a required property"
    ]


def test_schema_page_and_script_know_the_same_words(root: Path) -> None:
    script = (root / "overrides/assets/office-file.js").read_text(encoding="utf-8")
    statuses = SCHEMA["$defs"]["status"]["enum"]
    assert list(STATUSES) == statuses
    assert f"const STATUSES = {json.dumps(statuses)};" in script
    assert f"const FIELDS = {json.dumps(list(SCHEMA['$defs']['entry']['properties']))};" in script
    assert f"const HEAD = {json.dumps(list(SCHEMA['properties']))};" in script
