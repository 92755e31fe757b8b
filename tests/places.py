"""Every place of an entry together with the schema that governs it: what mutation and hostile text need."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from navigator.schema import Schemas
from navigator.source import Where


@dataclass(frozen=True)
class Spot:
    """One value of an entry. ``name`` is the shared definition that governs it, ``schema`` what that says."""

    where: Where
    value: Any
    name: str
    schema: Any


def spots(value: Any, kind: str, schemas: Schemas) -> Iterator[Spot]:
    """Every value of an entry of a kind, the entry itself included."""
    yield from _spots(value, schemas.documents[f"{kind}.schema.json"], "", (), schemas)


def _spots(value: Any, schema: Any, name: str, where: Where, schemas: Schemas) -> Iterator[Spot]:
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        schema = schemas.documents["common.schema.json"]["$defs"][name]
    yield Spot(where, value, name, schema)
    if isinstance(value, dict):
        for key, child in value.items():
            yield from _spots(child, schema["properties"][key], "", (*where, key), schemas)
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _spots(child, schema["items"], "", (*where, index), schemas)


def changed(value: Any, where: Where, new: Any) -> Any:
    """The entry with another value at one place; the entry itself stays as it is."""
    if not where:
        return new
    result = copy.deepcopy(value)
    inner = result
    for step in where[:-1]:
        inner = inner[step]
    inner[where[-1]] = new
    return result
