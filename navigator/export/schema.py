"""The schemas of the static API: what graph.json and the file of each thing promise, in JSON Schema 2020-12."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from navigator import kinds, words
from navigator.export import API
from navigator.graph import RELATIONS
from navigator.schema import Schemas

FOLDER = f"{API}/schema"
_HERE = Path(__file__).parent / "schemas"
_COMMON = "common.schema.json"
#: Kinds inside another entry: the schema and the key that hold them.
_INSIDE = {"task": ("sub-process", "tasks"), "overarching-sub-activity": ("overarching-activity", "sub_activities")}
#: What the entry of a file gets besides the keys of its YAML.
_GIVEN = {
    "id": {"description": "Its id, from the name of its file.", "type": "string"},
    "path": {"description": "Its file in the repository.", "type": "string"},
}
#: Closed lists of words, filled in from where the program keeps them.
_LISTS: Mapping[str, tuple[str, ...]] = {
    "kind": tuple(kinds.PLURALS), "relation": tuple(RELATIONS), "role": tuple(words.roles), "strength": tuple(words.strengths), "basis": tuple(words.bases),
    "match": tuple(word for word in words.matches if word != "none"),
}  # fmt: skip


def schemas(data: Schemas, base: str) -> Iterator[tuple[str, str]]:
    """The address and text of every schema: the graph, a thing, the shared definitions, one for each kind."""
    for name, schema in documents(data).items():
        yield (
            f"{FOLDER}/{name}",
            json.dumps({**schema, "$id": f"{base}{FOLDER}/{name}"}, ensure_ascii=False, indent=1) + "\n",
        )


def documents(data: Schemas) -> dict[str, Any]:
    """Every schema by the name of its file; references lead from one to another by name."""
    return {
        "graph.schema.json": graph(),
        "thing.schema.json": json.loads((_HERE / "thing.schema.json").read_text(encoding="utf-8")),
        _COMMON: _published(data.documents[_COMMON], data),
        **{f"{kind}.schema.json": of_kind(kind, data) for kind in kinds.PLURALS},
    }


def graph() -> Any:
    """The schema of graph.json, its lists of words filled in."""
    schema = json.loads((_HERE / "graph.schema.json").read_text(encoding="utf-8"))
    for name, listed in _LISTS.items():
        schema["$defs"][name]["enum"] = list(listed)
    return schema


def of_kind(kind: str, data: Schemas) -> dict[str, Any]:
    """The schema of the files of a kind: a thing whose data are what the YAML may say."""
    holder, key = _INSIDE.get(kind, (kind, ""))
    schema = data.documents[f"{holder}.schema.json"]
    schema = _resolved(schema["properties"][key]["items"], data) if key else schema
    inside = _published(
        {each: value for each, value in schema.items() if each not in ("$schema", "$id", "title")}, data
    )
    if not key:
        inside["properties"] = {**_GIVEN, **inside["properties"]}
        inside["required"] = [*_GIVEN, *inside.get("required", ())]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{kind}.schema.json",
        "title": kinds.PLURALS[kind],
        "description": f"The file of one thing of the kind {kind}.",
        "allOf": [{"$ref": "thing.schema.json"}],
        "properties": {"kind": {"const": kind}, "data": inside},
    }


def _published(schema: Any, data: Schemas) -> Any:
    """A schema of the data as one of the API: without hints for authors, and asking for nothing that is left out when empty."""
    if isinstance(schema, list):
        return [_published(item, data) for item in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: _published(value, data) for key, value in schema.items() if not key.startswith("x-")}
    if "required" in made and "properties" in schema:
        made["required"] = [key for key in made["required"] if not _may_be_empty(schema["properties"][key], data)]
    return made


def _may_be_empty(schema: Any, data: Schemas) -> bool:
    whole = _resolved(schema, data)
    return (whole.get("type") == "array" and not whole.get("minItems")) or (
        whole.get("type") == "string" and not (whole.get("minLength") or whole.get("pattern") or whole.get("enum"))
    )


def _resolved(schema: Any, data: Schemas) -> Any:
    """A schema with the shared definition that it refers to, if it does."""
    document, _, name = schema.get("$ref", "").partition("#/$defs/")
    return {**data.documents[document]["$defs"][name], **schema} if name else schema
