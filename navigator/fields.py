"""Fields: the page that names every key of every schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from navigator import kinds, markdown
from navigator.schema import Schemas

_COMMON = "common.schema.json#/$defs/"
#: Files that stand alone in a folder of their own.
_ALONE = {"asked": "data/search/asked/<name>.yaml"} | {
    name: f"data/search/{name}.yaml" for name in ("questions", "synonyms")
}


@dataclass(frozen=True)
class Field:
    """One key of an entry: its path, whether it is needed, the form of its value, what it says."""

    path: str
    needed: bool
    form: Markup
    text: str
    hint: str = ""


@dataclass(frozen=True)
class Section:
    """The fields of one kind of entry, or of one definition that several kinds share."""

    title: str
    anchor: str
    place: str
    text: str
    fields: tuple[Field, ...]


def fields_page(schemas: Schemas) -> str:
    """The page as Markdown."""
    shared = schemas.documents["common.schema.json"]["$defs"]
    groups = [
        Section(name, f"def-{name}", "", schema.get("description", ""), tuple(_fields_of(schema, shared)))
        for name, schema in shared.items()
    ]
    return markdown.render(
        "fields",
        sections=[
            _section(name, place, schemas.documents[f"{name}.schema.json"], shared)
            for name, place in _places(schemas).items()
        ],
        groups=[group for group in groups if group.fields],
        values=[_field(group.title, False, shared[group.title], shared) for group in groups if not group.fields],
    )


def _places(schemas: Schemas) -> dict[str, str]:
    """Where the files that each schema governs are found: entries by kind, then the files that stand alone."""
    kept = {kind.name: f"data/{kind.folder}/{'' if kind.prefix else '<standard>/'}<name>.yaml" for kind in kinds.KINDS}
    names = (name.removesuffix(".schema.json") for name in sorted(schemas.documents))
    return kept | {
        name: _ALONE.get(name, f"data/{name}.yaml") for name in names if name not in kept and name != "common"
    }


def _section(name: str, place: str, schema: Any, shared: Mapping[str, Any]) -> Section:
    return Section(schema["title"], name, place, schema["description"], tuple(_fields_of(schema, shared)))


def _fields_of(schema: Any, shared: Mapping[str, Any], path: str = "") -> Iterator[Field]:
    """Every field of a group or of a list of groups, those inside it included; references are not followed."""
    if schema.get("type") == "array":
        schema, path = schema.get("items", {}), f"{path}[]" if path else ""
    for key, value in schema.get("properties", {}).items():
        where = f"{path}.{key}" if path else key
        yield _field(where, key in schema.get("required", ()), value, shared)
        yield from _fields_of(value, shared, where)


def _field(path: str, needed: bool, schema: Any, shared: Mapping[str, Any]) -> Field:
    """A field with its own words, or those of what it refers to, or those of its items."""
    meant = shared.get(schema.get("$ref", "").removeprefix(_COMMON), {})
    text = schema.get("description") or meant.get("description") or schema.get("items", {}).get("description", "")
    return Field(path, needed, _form(schema), text, schema.get("x-hint", ""))


def _form(schema: Any) -> Markup:
    """The form of a value in words."""
    name = schema.get("$ref", "").removeprefix(_COMMON)
    if name:
        return Markup(f"[{name}](#def-{name})")
    if "enum" in schema:
        return Markup(", ".join(f"`{word}`" for word in schema["enum"]))
    if schema.get("type") == "array":
        return Markup("list of ") + _form(schema.get("items", {}))
    return Markup({"object": "group", "boolean": "true or false"}.get(schema.get("type", ""), "text"))
