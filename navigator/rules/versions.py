"""Rules on the versions of artefacts, held against the names in the official schemas."""

from __future__ import annotations

from collections.abc import Iterator

from navigator.model import Artefact
from navigator.model.standards import Name
from navigator.problem import Problem, suggest
from navigator.rules.rule import Data, rule
from navigator.source import Source, Where

_BEFORE = {"present": True, "changed": True, "renamed": True, "removed": True, "introduced": False, "absent": False}


@rule("version-order")
def version_order(data: Data) -> Iterator[Problem]:
    """The statuses of an artefact's versions make sense one after the other: only what was there can change or go."""
    for entry in data.catalogue.of("artefact"):
        there = None
        for index, version in enumerate(entry.versions):
            stays_away = index and version.status == "removed" == entry.versions[index - 1].status
            if there is not None and there != _BEFORE[version.status] and not stays_away:
                said = "was there in the version before" if there else "was not there in the version before"
                message = f'"{version.status}" in {version.version}, but it {said}'
                yield data.source(entry).problem(
                    ("versions", index, "status"), "", message, "mend the one or the other"
                )
            there = version.there


@rule("schema-name")
def schema_name(data: Data) -> Iterator[Problem]:
    """A name claimed for a version stands in the official schema of that version, and one of an absent version does not."""
    for entry in data.catalogue.of("artefact"):
        yield from _claims(data, entry)


def _claims(data: Data, entry: Artefact) -> Iterator[Problem]:
    source = data.source(entry)
    prefix = entry.id.partition(":")[0]
    for index, version in enumerate(entry.versions):
        names = data.inventories.names(prefix, version.version)
        place: Where = ("versions", index)
        if version.there and not version.names and not version.not_checked:
            yield source.problem(
                place,
                "",
                f"nothing says how a machine finds it in {version.version}",
                "give names, or say in not_checked why there is none",
            )
        if names is None:
            if version.names and not version.not_checked:
                yield source.problem(
                    place,
                    "",
                    f"no inventory of {prefix} {version.version} is held",
                    "say in not_checked why no machine can check it",
                )
            continue
        if not version.there:
            yield from _still_defined(source, place, prefix, version.version, version.names or _names(entry), names)
            continue
        for at, name in enumerate(version.names):
            if (name.kind, name.name) not in names:
                hint = _instead(name, names) or f"look it up in data/inventories/{prefix}-{version.version}.tsv"
                yield source.problem(
                    (*place, "names", at),
                    "",
                    f'the {name.kind} "{name.name}" is not defined in {prefix} {version.version}',
                    hint,
                )


def _instead(name: Name, names: frozenset[tuple[str, str]]) -> str:
    """The same name of another kind, or the nearest one of this kind."""
    others = sorted(kind for kind, word in names if word == name.name)
    return (
        f"there it is of the kind {others[0]}"
        if others
        else suggest(name.name, sorted(word for kind, word in names if kind == name.kind))
    )


def _names(entry: Artefact) -> tuple[Name, ...]:
    """The names by which an artefact goes where it is there."""
    return next((version.names for version in entry.versions if version.there and version.names), ())


def _still_defined(
    source: Source,
    place: Where,
    prefix: str,
    version: str,
    claimed: tuple[Name, ...],
    names: frozenset[tuple[str, str]],
) -> Iterator[Problem]:
    for name in claimed:
        if (name.kind, name.name) in names:
            message = f'the {name.kind} "{name.name}" is defined in {prefix} {version}, which is said not to have the artefact'
            yield source.problem(
                (*place, "status"), "", message, "mend the status, or name what this version lacks in names"
            )
