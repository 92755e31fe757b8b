"""The model: every entry of the data as a frozen value. The field names are those of the schemas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from cattrs import Converter  # builds the dataclasses from checked YAML: a well-kept library for just that
from cattrs.gen import make_dict_structure_fn, override

from navigator import kinds
from navigator.model.common import Entry
from navigator.model.practice import Aspect, Document, GovernanceRole, Neighbour, Organisation, Service, Tool, UseCase
from navigator.model.process import GamsoActivity, GamsoArea, OverarchingActivity, Phase, SubProcess
from navigator.model.standards import Artefact, Crosswalk, Example, HandOver, InformationObject, Standard
from navigator.source import Source

__all__ = [
    "Artefact", "Aspect", "Catalogue", "Crosswalk", "Document", "Entry", "Example", "GamsoActivity", "GamsoArea",
    "GovernanceRole", "HandOver", "InformationObject", "Neighbour", "Organisation", "OverarchingActivity", "Phase",
    "Service", "Standard", "SubProcess", "Tool", "UseCase", "build", "counting", "inner",
]  # fmt: skip

ENTRIES: dict[str, type[Entry]] = {
    cls.kind: cls
    for cls in (
        Phase, SubProcess, OverarchingActivity, GamsoArea, GamsoActivity, Standard, Artefact, InformationObject,
        Crosswalk, HandOver, UseCase, Tool, Service, Neighbour, Aspect, GovernanceRole, Organisation, Document, Example,
    )
}  # fmt: skip


@dataclass(frozen=True)
class Catalogue:
    """All entries by id, in the order of their kinds and then of their names."""

    entries: Mapping[str, Entry]
    sources: Mapping[str, Source]

    def of(self, kind: str) -> tuple[Any, ...]:
        """All entries of one kind, sorted by id as people count (3.2 before 3.10)."""
        return _of(self, kind)

    def __getitem__(self, id: str) -> Any:
        return self.entries[id]

    def __contains__(self, id: str) -> bool:
        return id in self.entries

    def __hash__(self) -> int:
        return id(self)


@cache
def _of(catalogue: Catalogue, kind: str) -> tuple[Entry, ...]:
    return tuple(
        sorted((each for each in catalogue.entries.values() if each.kind == kind), key=lambda each: counting(each.id))
    )


def counting(id: str) -> tuple[Any, ...]:
    """A key that sorts codes as people count: 3.2 before 3.10."""
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in id.replace(":", ".").split("."))


def build(sources: Iterable[tuple[Source, kinds.Kind]]) -> Catalogue:
    """Make the catalogue from sources that passed their schemas."""
    converter = _converter()
    entries, origins = {}, {}
    for source, kind in sources:
        id = kinds.id_of(kind, source.path.removeprefix("data/"))
        entries[id] = converter.structure({**source.value, "id": id, "path": source.path}, ENTRIES[kind.name])
        origins[id] = source
    return Catalogue(entries, origins)


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)

    def renamed(cls: type) -> Any:
        keys = {each.name: override(rename=each.metadata["key"]) for each in fields(cls) if "key" in each.metadata}
        return make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True, **keys)  # type: ignore[arg-type]

    converter.register_structure_hook_factory(lambda cls: hasattr(cls, "__dataclass_fields__"), renamed)
    return converter


def inner(entry: Entry) -> Iterator[tuple[str, str, Any]]:
    """The entries inside an entry: (id, kind, value) of each task or overarching sub-activity."""
    for task in getattr(entry, "tasks", ()):
        yield f"{entry.id}.{task.code}", "task", task
    for sub in getattr(entry, "sub_activities", ()):
        yield f"{entry.id}.{sub.code}", "overarching-sub-activity", sub
