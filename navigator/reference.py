"""References: where one entry names another. The schemas say which values are ids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from navigator.schema import Schemas
from navigator.source import Source, Where

_COMMON = "common.schema.json#/$defs/"
#: Definitions in the common schema whose values are ids of other entries.
IDS = {
    "activity", "gamso", "artefact", "object", "standard", "source", "organisation", "tool", "useCase", "aspect",
    "governanceRole", "neighbour", "thing",
}  # fmt: skip
_IN_PROSE = re.compile(r"\[([a-z-]+:[A-Za-z0-9.-]+)\]")


@dataclass(frozen=True)
class Reference:
    """One place in a source that names another entry."""

    where: Where
    id: str


def find(source: Source, kind: str, schemas: Schemas) -> Iterator[Reference]:
    """Every id that a source names, in its fields and in square brackets inside its prose."""
    yield from _find(source.value, schemas.documents[f"{kind}.schema.json"], (), schemas)


def in_prose(text: str) -> Iterator[tuple[str, str]]:
    """A prose text in pieces: ("text", words) and ("id", id), in order."""
    end = 0
    for match in _IN_PROSE.finditer(text):
        if match.start() > end:
            yield "text", text[end : match.start()]
        yield "id", match[1]
        end = match.end()
    if end < len(text):
        yield "text", text[end:]


def _find(value: Any, schema: Any, where: Where, schemas: Schemas) -> Iterator[Reference]:
    name = schema.get("$ref", "").removeprefix(_COMMON)
    if name in IDS:
        if isinstance(value, str):
            yield Reference(where, value)
        return
    if name == "prose":
        if isinstance(value, str):
            yield from (Reference(where, piece) for kind, piece in in_prose(value) if kind == "id")
        return
    if name:
        schema = schemas.documents["common.schema.json"]["$defs"][name]
    if isinstance(value, dict) and "properties" in schema:
        for key, child in value.items():
            if key in schema["properties"]:
                yield from _find(child, schema["properties"][key], (*where, key), schemas)
    elif isinstance(value, list) and "items" in schema:
        for index, child in enumerate(value):
            yield from _find(child, schema["items"], (*where, index), schemas)
