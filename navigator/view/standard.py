"""The page of a standard: versions, coverage, artefacts, and what a move to the next version costs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from navigator.graph import Node
from navigator.model.standards import (
    Artefact,
    Availability,
    Change,
    Standard,
    Version,
)  # fmt: skip
from navigator.view.availability import has_own
from navigator.view.fits import FitRow, Ground, by_basis, grounds, rows_of
from navigator.view.site import Site
from navigator.view.strip import Cell, Mark, Strip, strip


@dataclass(frozen=True)
class Topic:
    """The artefacts of one topic of a standard."""

    name: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True)
class VersionChange:
    """An artefact that is not the same in two neighbouring versions."""

    node: Node
    availability: Availability
    use_instead: Node | None
    fits: int


@dataclass(frozen=True)
class Move:
    """What changes on the way from one version to the next: what is new, and what is no longer as it was."""

    old: Version
    new: Version
    changes: tuple[tuple[Change, tuple[Node, ...], tuple[Ground, ...]], ...]
    introduced: tuple[VersionChange, ...]
    artefacts: tuple[VersionChange, ...]

    @property
    def any(self) -> bool:
        return bool(self.changes or self.introduced or self.artefacts)


@dataclass(frozen=True)
class StandardView:
    """Context of the page of a standard or model."""

    entry: Standard
    node: Node
    home: str
    parent: Node | None
    children: tuple[Node, ...]
    versions: tuple[tuple[Version, tuple[Ground, ...]], ...]
    moves: tuple[Move, ...]
    coverage: Strip
    steps: int
    fits: int
    topics: tuple[Topic, ...]
    cases: tuple[Node, ...]
    tools: tuple[Node, ...]
    documents: tuple[Node, ...]
    reread: int
    basis: tuple[tuple[str, int], ...]
    grounds: tuple[Ground, ...]


def standard(site: Site, entry: Standard) -> StandardView:
    graph = site.graph
    artefacts = tuple(each for each in site.catalogue.of("artefact") if each.standard == entry.id)
    rows = tuple(row for each in artefacts for row in rows_of(site, each.id))
    cover = coverage(site, rows)
    return StandardView(
        entry=entry,
        node=site.node(entry.id),
        home=home(entry),
        parent=site.node(entry.part_of) if entry.part_of else None,
        children=tuple(node for node in site.sources_of(graph.into(entry.id, "part-of")) if node.kind == "standard"),
        versions=tuple((version, grounds(site, version.evidence)) for version in entry.versions),
        moves=moves(site, entry, tuple(each for each in artefacts if not has_own(each, entry))),
        coverage=cover,
        steps=sum(cell.full for band in cover for cell in band.cells),
        fits=len(rows),
        topics=topics(site, artefacts),
        cases=tuple(node for node in site.sources_of(graph.into(entry.id, "handles")) if node.kind == "use-case"),
        tools=tuple(node for node in site.sources_of(graph.into(entry.id, "handles")) if node.kind == "tool"),
        documents=tuple(node for node in site.sources_of(graph.into(entry.id, "about")) if node.kind == "source"),
        reread=sum(bool(row.reread) for row in rows),
        basis=by_basis(rows),
        grounds=grounds(site, entry.sources),
    )


def home(entry: Standard) -> str:
    """What the address of a standard leads to; empty for the shelf of other standards, which has no home."""
    if entry.family == "other":
        return ""
    return "Official repository on GitHub" if entry.url.startswith("https://github.com/") else "Official site"


def coverage(site: Site, rows: Iterable[FitRow]) -> Strip:
    """How many fits a standard has at each sub-process; the mark is the strongest of them."""
    found: dict[str, list[FitRow]] = {}
    for row in rows:
        found.setdefault(row.activity.parent or row.activity.id, []).append(row)

    def cell(step: object) -> Cell:
        node = site.node(step.id)  # type: ignore[attr-defined]
        here = found.get(node.id, [])
        primary = sum(row.fit.strength == "primary" for row in here)
        said = f"{len(here)} {'fit' if len(here) == 1 else 'fits'}, {primary} primary" if here else "no fit"
        marks = (Mark("covers", "primary" if primary else "supporting", said),) if here else ()
        return Cell(node, marks, f"{node.code} {node.label}: {said}", str(len(here)) if here else "")

    return strip(site, cell)


def topics(site: Site, artefacts: Iterable[Artefact]) -> tuple[Topic, ...]:
    groups: dict[str, list[Node]] = {}
    for each in artefacts:
        groups.setdefault(each.topic, []).append(site.node(each.id))
    return tuple(
        Topic(name, tuple(sorted(nodes, key=lambda node: node.label.lower()))) for name, nodes in sorted(groups.items())
    )


def moves(site: Site, entry: Standard, artefacts: tuple[Artefact, ...]) -> tuple[Move, ...]:
    """From each version to the next: what the editors say, and what the catalogue says artefact by artefact."""
    return tuple(
        _move(site, entry, artefacts, old, new) for old, new in zip(entry.versions, entry.versions[1:], strict=False)
    )


def _move(site: Site, entry: Standard, artefacts: tuple[Artefact, ...], old: Version, new: Version) -> Move:
    told = (change for change in entry.changes if change.to == new.version)
    found = tuple(_changes(site, artefacts, new.version))
    return Move(
        old,
        new,
        tuple((change, site.nodes(change.artefacts), grounds(site, change.evidence)) for change in told),
        tuple(each for each in found if each.availability.status == "introduced"),
        tuple(each for each in found if each.availability.status != "introduced"),
    )


def _changes(site: Site, artefacts: Iterable[Artefact], version: str) -> Iterable[VersionChange]:
    """What came, changed or went in a version; what had gone before is told there."""
    for each in sorted(artefacts, key=lambda artefact: artefact.name.lower()):
        for before, availability in zip((None, *each.versions), each.versions, strict=False):
            if availability.version == version and _is_change(before, availability):
                instead = site.node(availability.use_instead) if availability.use_instead else None
                yield VersionChange(site.node(each.id), availability, instead, len(site.graph.out(each.id, "fit")))


def _is_change(before: Availability | None, now: Availability) -> bool:
    if now.status == "introduced":
        return before is not None
    return now.status in ("changed", "renamed") or (now.status == "removed" and (before is None or before.there))
