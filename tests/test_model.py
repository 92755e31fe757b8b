"""The model says what the schemas say: each dataclass has the fields of its schema, no more and no fewer."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from navigator import kinds, model, schema
from navigator.check import Report
from navigator.export.api import as_json
from navigator.model import ENTRIES, counting, inner
from navigator.model.common import BASES, ROLES, STRENGTHS, Entry
from navigator.model.process import EDITIONS
from navigator.schema import Schemas

#: What every entry has from its file name, not from its file.
FROM_THE_NAME = {"id", "path"}


@pytest.fixture(scope="session")
def schemas(root: Path) -> Schemas:
    return schema.read(root / "data" / "schema")


def test_every_kind_has_its_class() -> None:
    assert set(ENTRIES) == {kind.name for kind in kinds.KINDS}


@pytest.mark.parametrize("kind", sorted(ENTRIES))
def test_a_class_has_exactly_the_fields_of_its_schema(kind: str, schemas: Schemas) -> None:
    assert list(_partings(ENTRIES[kind], schemas.documents[f"{kind}.schema.json"], kind, schemas)) == []


def _partings(cls: type, node: Any, path: str, schemas: Schemas) -> Iterator[str]:
    """Where a class and its schema part ways, all the way down."""
    node = _resolved(node, schemas)
    if not dataclasses.is_dataclass(cls):
        return
    hints = get_type_hints(cls)
    fields = {each.metadata.get("key", each.name): each for each in dataclasses.fields(cls)}
    common = {each.name for each in dataclasses.fields(Entry)} if issubclass(cls, Entry) else set()
    yield from (f"{path}: the schema has {key}, the class has not" for key in set(node["properties"]) - set(fields))
    yield from (
        f"{path}: the class has {key}, the schema has not" for key in set(fields) - set(node["properties"]) - common
    )
    for key, child in node["properties"].items():
        if key in fields:
            needed = fields[key].default is dataclasses.MISSING and fields[key].default_factory is dataclasses.MISSING
            if needed and key not in node.get("required", ()):
                yield f"{path}/{key}: the class needs it, the schema does not"
            yield from _deeper(hints[fields[key].name], child, f"{path}/{key}", schemas)


def _deeper(hint: Any, node: Any, path: str, schemas: Schemas) -> Iterator[str]:
    inside = [each for each in get_args(hint) if each not in (type(None), Ellipsis)]
    resolved = _resolved(node, schemas)
    if "items" in resolved:
        yield from _partings(inside[0], resolved["items"], path, schemas)
    elif "properties" in resolved:
        yield from _partings(hint if isinstance(hint, type) else inside[0], resolved, path, schemas)


def _resolved(node: Any, schemas: Schemas) -> Any:
    return schemas.documents["common.schema.json"]["$defs"][node["$ref"].rpartition("/")[2]] if "$ref" in node else node


def test_words_that_the_code_orders_are_those_of_the_schemas(schemas: Schemas) -> None:
    shared = schemas.documents["common.schema.json"]["$defs"]
    assert list(ROLES) == shared["role"]["enum"]
    assert list(STRENGTHS) == shared["strength"]["enum"]
    assert list(BASES) == shared["basis"]["enum"]
    assert list(EDITIONS) == list(shared["names"]["properties"])


def test_nothing_is_lost_between_the_file_and_the_model(report: Report) -> None:
    for entry in report.catalogue.entries.values():
        kept = {key: value for key, value in as_json(entry).items() if key not in FROM_THE_NAME}
        assert kept == report.catalogue.sources[entry.id].value, entry.id


def test_codes_sort_as_people_count() -> None:
    assert sorted(["gamso:3.10", "gamso:3.2", "gamso:10", "gamso:3"], key=counting) == [
        "gamso:3",
        "gamso:3.2",
        "gamso:3.10",
        "gamso:10",
    ]


def test_entries_of_a_kind_come_in_the_order_of_their_codes(report: Report) -> None:
    codes = [entry.code for entry in report.catalogue.of("sub-process")]
    assert codes[:8] == ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2.1", "2.2"]
    assert [entry.local for entry in report.catalogue.of("gamso-activity")] == sorted(
        (e.local for e in report.catalogue.of("gamso-activity")), key=counting
    )


def test_values_are_frozen(example_report: Report) -> None:
    entry = example_report.catalogue["gsbpm:4.3"]
    with pytest.raises(dataclasses.FrozenInstanceError):
        entry.summary = "other"
    assert isinstance(entry.fits, tuple)


def test_what_lies_inside_an_entry_has_an_id(example_report: Report) -> None:
    assert [id for id, _, _ in inner(example_report.catalogue["gsbpm:4.3"])] == [
        f"gsbpm:4.3.t0{number}" for number in (1, 2, 3, 4)
    ]
    assert [(id, kind) for id, kind, _ in inner(example_report.catalogue["gsbpm:oa.quality"])] == [
        ("gsbpm:oa.quality.s01", "overarching-sub-activity")
    ]
    assert list(inner(example_report.catalogue["sdmx:code"])) == []


def test_an_entry_knows_its_file_and_its_home(example_report: Report) -> None:
    catalogue = example_report.catalogue
    assert catalogue["gsbpm:4.3"].path == "data/gsbpm/sub-processes/4.3.yaml"
    assert catalogue["gsbpm:4.3"].phase == "gsbpm:4"
    assert catalogue["gsbpm:4.3"].label == "Run collection"
    assert catalogue["sdmx:codelist"].standard == "standard:sdmx"
    assert catalogue["gamso:3.3"].area == "gamso:3"
    assert catalogue["src:handbook"].label == "Handbook of examples"
    assert catalogue["standard:sdmx"].current == "3.1"


def test_a_catalogue_of_nothing_is_a_catalogue() -> None:
    assert model.build([]).of("phase") == ()
