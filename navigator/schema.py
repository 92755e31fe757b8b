"""The schemas: what an entry of each kind may say, and how a breach is told to its author."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from navigator import kinds
from navigator.problem import Problem, nearest, shorten, suggest
from navigator.source import Source, Where

_WORDS = {"object": "a group of keys", "array": "a list", "string": "a text", "boolean": "true or false", "number": "a number"}


@dataclass(frozen=True)
class Schemas:
    """All schemas of a tree, by file name."""

    documents: Mapping[str, Any]

    @cached_property
    def validators(self) -> dict[str, Draft202012Validator]:
        """One validator for each kind, made once."""
        return {kind.name: Draft202012Validator(self._whole(self.documents[f"{kind.name}.schema.json"])) for kind in kinds.KINDS}

    def _whole(self, schema: Any) -> Any:
        """The schema with every reference to the common one written out: following 70,000 references takes over a second."""
        if isinstance(schema, list):
            return [self._whole(item) for item in schema]
        if not isinstance(schema, dict):
            return schema
        if "$ref" not in schema:
            return {key: self._whole(value) for key, value in schema.items()}
        document, _, pointer = schema["$ref"].partition("#/$defs/")
        found = self._whole(self.documents[document]["$defs"][pointer])
        return {**found, **{key: value for key, value in schema.items() if key != "$ref"}}

    def properties(self, kind: str) -> dict[str, Any]:
        """The properties that an entry of a kind may have, with their schemas."""
        return self.documents[f"{kind}.schema.json"]["properties"]


def read(folder: Path) -> Schemas:
    """Read every schema below ``folder``."""
    return Schemas({path.name: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))})


def check(source: Source, kind: str, schemas: Schemas) -> Iterator[Problem]:
    """Yield each breach of the schema once, in the author's terms."""
    found = list(schemas.validators[kind].iter_errors(source.value))
    misspelt = {where: near for error in found for where, near in _misspelt(error)}
    told: set[Where] = set()
    for error in sorted(found, key=_weight):
        where: Where = tuple(error.absolute_path)
        if error.validator == "additionalProperties":
            yield from _unknown_keys(source, where, error)
        elif error.validator == "required":
            yield from _missing_keys(source, where, error, misspelt)
        elif where not in told:
            told.add(where)
            yield _breach(source, where, error)


def _weight(error: ValidationError) -> int:
    order = ("type", "minLength", "maxLength", "minItems", "pattern")
    return order.index(str(error.validator)) if error.validator in order else len(order)


def _extra(error: ValidationError) -> list[str]:
    return [key for key in error.instance if key not in error.schema["properties"]]


def _misspelt(error: ValidationError) -> Iterator[tuple[Where, str]]:
    """Where a key was misspelt and is required: the place that it nearly spells."""
    if error.validator == "additionalProperties":
        where: Where = tuple(error.absolute_path)
        for key in _extra(error):
            near = nearest(key, error.schema["properties"])
            if near and near not in error.instance:
                yield (*where, near), key


def _unknown_keys(source: Source, where: Where, error: ValidationError) -> Iterator[Problem]:
    for key in _extra(error):
        known = [name for name in error.schema["properties"] if name not in error.instance]
        hint = suggest(key, known) or f"known here: {', '.join(known[:12])}"
        yield source.key_problem((*where, key), "unknown-key", f'"{shorten(key)}" is not a key of this entry', hint)


def _missing_keys(source: Source, where: Where, error: ValidationError, misspelt: Mapping[Where, str]) -> Iterator[Problem]:
    key = _first_missing(error)
    if key and (*where, key) not in misspelt:
        about = error.schema["properties"].get(key, {}).get("description", "")
        yield source.problem(where, "missing-key", f'"{key}" is missing', about)


def _first_missing(error: ValidationError) -> str:
    return str(error.message).split("'")[1]


def _breach(source: Source, where: Where, error: ValidationError) -> Problem:
    hint = error.schema.get("x-hint", "") or error.schema.get("description", "")
    value = shorten(error.instance)
    match error.validator:
        case "type" if where in source.raw and error.schema["type"] == "string":
            return _unquoted(source, where, error)
        case "type":
            wanted = _WORDS.get(error.schema["type"], error.schema["type"])
            return source.problem(where, "type", f"{wanted} is expected here", hint)
        case "enum":
            words = [str(word) for word in error.schema["enum"]]
            near = suggest(str(error.instance), words)
            return source.problem(where, "enum", f'"{value}" is not one of: {", ".join(words)}', near)
        case "pattern":
            return source.problem(where, "pattern", f'"{value}" has not the form expected here', hint)
        case "minLength" | "minItems":
            return source.problem(where, "empty-value", "nothing stands here", "fill it in, or remove the key")
        case "maxLength":
            limit = error.schema["maxLength"]
            return source.problem(where, "too-long", f"the text has {len(error.instance):,} characters; {limit:,} are allowed", hint)
        case "uniqueItems":
            return source.problem(where, "repeated-item", "the same item stands in the list twice", "keep one")
        case _:
            return source.problem(where, str(error.validator), shorten(error.message, 120), hint)


def _unquoted(source: Source, where: Where, error: ValidationError) -> Problem:
    raw = source.raw[where]
    if error.instance is None:
        return source.problem(where, "empty-value", "nothing stands here", "fill it in, or remove the key")
    read_as = {bool: "true or false", int: "a number", float: "a number"}.get(type(error.instance), "a date")
    message = f"{shorten(raw)} is read as {read_as} ({error.instance}), not as a text"
    return source.problem(where, "unquoted", message, f'quote it: "{shorten(raw)}"')


def check_all(sources: Iterable[tuple[Source, str]], schemas: Schemas) -> Iterator[Problem]:
    for source, kind in sources:
        yield from check(source, kind, schemas)
