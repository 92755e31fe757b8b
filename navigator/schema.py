"""The schemas: what an entry of each kind may say, and how a breach is told to its author."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import jsonschema_rs
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from navigator import kinds
from navigator.problem import DataError, Problem, nearest, shorten, suggest
from navigator.source import Source, Where

#: What is expected where a value is of another type, and how it is written.
_WANTED = {
    "object": ("a group of keys", 'write lines of the form "key: value"'),
    "array": ("a list", 'begin each item on a line of its own with "- "'),
    "string": ("a text", "write one text, not a list and not a group of keys"),
    "boolean": ("true or false", "write true or false, without quotes"),
}
_ANEW = "take the file from the repository anew"
_EMPTY = "nothing stands here", "fill it in, or remove the key"


@dataclass(frozen=True)
class Schemas:
    """All schemas of a tree, by file name."""

    documents: Mapping[str, Any]

    @cached_property
    def validators(self) -> dict[str, Draft202012Validator]:
        """One validator for each schema, made once: the one that says what is wrong, and where."""
        return {name: Draft202012Validator(schema) for name, schema in self._by_name.items()}

    @cached_property
    def screens(self) -> dict[str, jsonschema_rs.Validator]:
        """For each schema a validator that only says whether an entry is valid: a hundred times as fast."""
        return {name: jsonschema_rs.Draft202012Validator(schema) for name, schema in self._by_name.items()}

    @cached_property
    def _by_name(self) -> dict[str, Any]:
        common = "common.schema.json"
        return {
            name.removesuffix(".schema.json"): self._whole(document)
            for name, document in self.documents.items()
            if name != common
        }

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
        found: dict[str, Any] = self.documents[f"{kind}.schema.json"]["properties"]
        return found


def read(folder: Path) -> Schemas:
    """Read every schema below ``folder``; raise DataError when one is broken or lacking."""
    documents, problems = {}, []
    for path in sorted(folder.glob("*.json")):
        try:
            documents[path.name] = dict(json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError) as error:
            place = getattr(error, "lineno", 1), getattr(error, "colno", 1)
            problems.append(
                Problem(
                    f"data/schema/{path.name}", *place, "schema", f"this is no schema: {shorten(str(error))}", _ANEW
                )
            )
    wanted = ["common.schema.json", *(f"{kind.name}.schema.json" for kind in kinds.KINDS)]
    problems += [
        Problem(f"data/schema/{name}", 1, 1, "schema", "the schema is missing", _ANEW)
        for name in wanted
        if not (folder / name).exists()
    ]
    if problems:
        raise DataError(problems)
    return Schemas(documents)


def check(source: Source, kind: str, schemas: Schemas) -> Iterator[Problem]:
    """Yield each breach of the schema once, in the author's terms."""
    if _passes(source.value, schemas.screens[kind]):
        return
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


def _passes(value: Any, screen: jsonschema_rs.Validator) -> bool:
    """True where the fast validator finds nothing; a value that it cannot take, such as a date, is left to the other."""
    try:
        return screen.is_valid(value)
    except (TypeError, ValueError):
        return False


def _weight(error: ValidationError) -> int:
    order = ("type", "minLength", "maxLength", "minItems", "pattern")
    return order.index(str(error.validator)) if error.validator in order else len(order)


def _extra(error: ValidationError) -> list[str]:
    return [key for key in error.instance if key not in error.schema["properties"]]


def _lacking(error: ValidationError) -> list[str]:
    return [key for key in error.schema.get("required", ()) if key not in error.instance]


def _misspelt(error: ValidationError) -> Iterator[tuple[Where, str]]:
    """The place of each required key that stands there under a wrong name, and that name."""
    if error.validator == "additionalProperties":
        for key in _extra(error):
            meant = _meant(error, key)
            if meant:
                yield (*error.absolute_path, meant), key


def _meant(error: ValidationError, key: str) -> str:
    """The key that an unknown one stands for: the nearest that is free, or the only one that is lacking."""
    free = [name for name in error.schema["properties"] if name not in error.instance]
    lacking = _lacking(error)
    return nearest(key, free) or (lacking[0] if len(lacking) == 1 == len(_extra(error)) else "")


def _unknown_keys(source: Source, where: Where, error: ValidationError) -> Iterator[Problem]:
    for key in _extra(error):
        known = [name for name in error.schema["properties"] if name not in error.instance]
        meant = _meant(error, key)
        hint = f'did you mean "{meant}"?' if meant else f"known here: {', '.join(known[:12])}" if known else "remove it"
        yield source.key_problem((*where, key), "unknown-key", f'"{shorten(key)}" is not a key of this entry', hint)


def _missing_keys(
    source: Source, where: Where, error: ValidationError, misspelt: Mapping[Where, str]
) -> Iterator[Problem]:
    key = str(error.message).split("'")[1]
    if (*where, key) not in misspelt:
        about = error.schema["properties"].get(key, {}).get("description", "")
        yield source.problem(where, "missing-key", f'"{key}" is missing', f"add it: {about}" if about else "add it")


def _breach(source: Source, where: Where, error: ValidationError) -> Problem:
    hint = error.schema.get("x-hint", "") or error.schema.get("description", "")
    if error.instance is None:
        return source.problem(where, "empty-value", *_EMPTY)
    match error.validator:
        case "type":
            return _type(source, where, error)
        case "enum":
            return _enum(source, where, error)
        case "pattern":
            return source.problem(where, "pattern", _form(error.instance), hint)
        case "minLength" if error.instance:
            return source.problem(where, "too-short", f'"{error.instance}" says too little', hint)
        case "minLength" | "minItems":
            return source.problem(where, "empty-value", *_EMPTY)
        case "maxLength":
            limit = error.schema["maxLength"]
            return source.problem(
                where, "too-long", f"the text has {len(error.instance):,} characters; {limit:,} are allowed", hint
            )
        case "uniqueItems":
            at = next(index for index, item in enumerate(error.instance) if item in error.instance[:index])
            said = f'"{shorten(error.instance[at])}"' if isinstance(error.instance[at], str) else "the same item"
            return source.problem((*where, at), "repeated-item", f"{said} stands in the list twice", "keep one")
        case _:
            return source.problem(where, str(error.validator), shorten(error.message, 120), hint)


def _form(text: str) -> str:
    if text != text.strip():
        return "the text begins or ends with a blank or an empty line"
    return "the text stands on several lines" if "\n" in text else f'"{shorten(text)}" has not the form expected here'


def _type(source: Source, where: Where, error: ValidationError) -> Problem:
    wanted, remedy = _WANTED[error.schema["type"]]
    if where in source.raw and error.schema["type"] == "string":
        return _unquoted(source, where, error.instance)
    if not where and isinstance(error.instance, list):
        remedy = 'remove the "- ": a file holds one entry'
    return source.problem(where, "type", f"{wanted} is expected here", remedy)


def _enum(source: Source, where: Where, error: ValidationError) -> Problem:
    words = [str(word) for word in error.schema["enum"]]
    if isinstance(error.instance, list | dict):
        return source.problem(
            where,
            "type",
            f"one word is expected here: {', '.join(words)}",
            "write one of them, not a list and not a group of keys",
        )
    value = source.raw.get(where, error.instance)
    return source.problem(
        where,
        "enum",
        f'"{shorten(value)}" is not one of: {", ".join(words)}',
        suggest(str(value), words) or "write one of them",
    )


def _unquoted(source: Source, where: Where, value: object) -> Problem:
    raw = shorten(source.raw[where])
    taken = (
        str(value).lower()
        if isinstance(value, bool)
        else f"the number {value}"
        if isinstance(value, int | float)
        else "a date"
    )
    return source.problem(where, "unquoted", f"{raw} is read as {taken}, not as a text", f'quote it: "{raw}"')
