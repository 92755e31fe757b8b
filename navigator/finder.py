"""The guided finder's questions, kept as data: what one may hold, with whom one may exchange it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from navigator import reference, schema, source
from navigator.model import Catalogue
from navigator.problem import Problem, nearest, suggest
from navigator.schema import Schemas
from navigator.source import Source, Where

FILE = "data/finder.yaml"


@dataclass(frozen=True)
class Holding:
    """Something that one may hold: topics, information objects and words tie it to artefacts."""

    key: str
    name: str
    text: str
    topics: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Partner:
    """Somebody with whom one may exchange it: where that happens, by what, and whose use cases show it."""

    key: str
    name: str
    text: str
    activities: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()


@dataclass(frozen=True)
class Finder:
    """Everything in data/finder.yaml; empty where the file is missing."""

    holdings: tuple[Holding, ...] = ()
    partners: tuple[Partner, ...] = ()


def read(root: Path) -> Finder:
    """The questions of a tree that :func:`check` found nothing against."""
    item = _source(root)
    if not isinstance(item, Source):
        return Finder()
    return Finder(
        tuple(Holding(**_frozen(each)) for each in item.value["holdings"]),
        tuple(Partner(**_frozen(each)) for each in item.value["partners"]),
    )


def _source(root: Path) -> Source | list[Problem]:
    path = root / FILE
    return source.read(path, root) if path.exists() else []


def _frozen(value: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(item) if isinstance(item, list) else item for key, item in value.items()}


def check(root: Path, schemas: Schemas, catalogue: Catalogue, known: Mapping[str, bool]) -> Iterator[Problem]:
    """Everything that is wrong with data/finder.yaml. ``known`` holds the ids of the entries."""
    item = _source(root)
    if isinstance(item, list):
        yield from item
        return
    breaches = list(schema.check(item, "finder", schemas))
    yield from breaches
    if not breaches:
        yield from _unknown_ids(item, schemas, known)
        yield from _unknown_words(item, catalogue)
        yield from _repeated(item)


def _unknown_ids(item: Source, schemas: Schemas, known: Mapping[str, bool]) -> Iterator[Problem]:
    for each in reference.find(item, "finder", schemas):
        if each.id not in known:
            near = nearest(each.id, [id for id in known if id.startswith(each.id.partition(":")[0] + ":")])
            yield item.problem(
                each.where,
                "unknown-id",
                f'there is no "{each.id}"',
                f"did you mean {near}?" if near else "write the id of an entry",
            )


def _unknown_words(item: Source, catalogue: Catalogue) -> Iterator[Problem]:
    """Topics that no artefact has, types that no organisation has."""
    topics = {each.topic for each in catalogue.of("artefact")}
    types = {each.type for each in catalogue.of("organisation")}
    for where, value in _words(item):
        kind, of, known = ("topic", "artefact", topics) if where[-2] == "topics" else ("type", "organisation", types)
        if known and value not in known:
            hint = suggest(value, known) or f"known: {', '.join(sorted(known))}"
            yield item.problem(where, "unknown-word", f'no {of} has the {kind} "{value}"', hint)


def _words(item: Source) -> Iterator[tuple[Where, str]]:
    for part in ("holdings", "partners"):
        for index, each in enumerate(item.value[part]):
            for key in ("topics", "organisations"):
                yield from (((part, index, key, at), value) for at, value in enumerate(each.get(key, ())))


def _repeated(item: Source) -> Iterator[Problem]:
    for part in ("holdings", "partners"):
        first: dict[str, int] = {}
        for index, each in enumerate(item.value[part]):
            before = first.setdefault(each["key"], index)
            if before != index:
                line = item.place((part, before))[0]
                yield item.problem(
                    (part, index, "key"),
                    "repeated-key",
                    f'"{each["key"]}" stands here twice',
                    f"the first is on line {line}; keep one",
                )
