"""Statements: what each entry says of others, as edges of the graph. One function for each kind of entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import singledispatch
from typing import Any

from navigator.model import (
    Artefact,
    Aspect,
    Crosswalk,
    Document,
    Entry,
    Example,
    GamsoActivity,
    GamsoArea,
    GovernanceRole,
    HandOver,
    InformationObject,
    Neighbour,
    OverarchingActivity,
    Phase,
    Service,
    Standard,
    SubProcess,
    Tool,
    UseCase,
    inner,
)  # fmt: skip
from navigator.model.common import Evidence

#: What an edge says, read from its source to its target and back.
RELATIONS: dict[str, tuple[str, str]] = {
    "fit": ("fits", "is served by"),
    "part-of": ("is part of", "has the part"),
    "represents": ("represents", "is represented by"),
    "takes-in": ("takes in", "is taken in by"),
    "gives-out": ("gives out", "is given out by"),
    "match": ("corresponds to", "corresponds to"),
    "hands-over": ("hands over to", "takes over from"),
    "refers-to": ("refers to", "is referred to by"),
    "is-a": ("is a", "is the wider class of"),
    "relates-to": ("relates to", "is related to"),
    "carried-out-in": ("is carried out in", "is where"),
    "handles": ("handles", "is handled by"),
    "serves": ("serves", "is served by"),
    "kept-by": ("is kept by", "keeps"),
    "done-by": ("is done by", "did"),
    "shows": ("shows", "is shown by"),
    "ties-to": ("ties to", "is tied to"),
    "covers": ("covers", "is covered in"),
    "answers-for": ("answers for", "is answered for by"),
    "about": ("is about", "is the subject of"),
    "cites": ("cites", "is cited by"),
    "supersedes": ("supersedes", "is superseded by"),
}


@dataclass(frozen=True)
class Edge:
    """One statement: ``source`` stands in ``relation`` to ``target``. ``value`` is the part of the model that says so."""

    source: str
    target: str
    relation: str
    value: Any = field(default=None, repr=False, compare=False)
    detail: Mapping[str, Any] = field(default_factory=dict, compare=False)


def common(entry: Entry) -> Iterator[Edge]:
    yield from cited(entry.id, entry.sources)
    if entry.superseded_by:
        yield Edge(entry.superseded_by, entry.id, "supersedes")
    for label in entry.labels:
        if label.source:
            yield Edge(entry.id, label.source, "cites", label)


def cited(id: str, evidence: Iterable[Evidence]) -> Iterator[Edge]:
    for each in evidence:
        yield Edge(id, each.source, "cites", each, _detail(locator=each.locator, version=each.version))


def _detail(**values: Any) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}


def to_all(source: str, relation: str, targets: Iterable[str]) -> Iterator[Edge]:
    return (Edge(source, target, relation) for target in targets)


def fits(activity: str, entries: Iterable[Any]) -> Iterator[Edge]:
    """The fits of an activity, each as an edge from the artefact to the activity, and what they cite."""
    for fit in entries:
        detail = {
            "role": fit.role, "strength": fit.strength, "basis": fit.basis, "why": fit.why,
            "evidence": [_detail(source=e.source, locator=e.locator, version=e.version) for e in fit.evidence],
        }  # fmt: skip
        yield Edge(fit.artefact, activity, "fit", fit, detail)
        yield from cited(activity, fit.evidence)


def flows(activity: str, value: Any) -> Iterator[Edge]:
    for relation, entries in (("takes-in", value.takes_in), ("gives-out", value.gives_out)):
        for flow in entries:
            yield Edge(activity, flow.object, relation, flow, _detail(basis=flow.basis, capacity=flow.capacity))


@singledispatch
def edges_of(entry: Entry) -> Iterator[Edge]:
    """What one entry says of others."""
    yield from ()


@edges_of.register
def _(entry: Phase) -> Iterator[Edge]:
    yield Edge(entry.id, "standard:gsbpm", "part-of")


@edges_of.register
def _(entry: SubProcess) -> Iterator[Edge]:
    yield Edge(entry.id, entry.phase, "part-of")
    yield from fits(entry.id, entry.fits)
    yield from flows(entry.id, entry)
    if entry.guidance:
        yield from cited(entry.id, entry.guidance.evidence)
    for check in entry.interoperability:
        yield Edge(entry.id, check.aspect, "covers", check)
        yield from (Edge(role, entry.id, "answers-for", check) for role in check.roles)
        yield from cited(entry.id, check.evidence)
    for id, _, task in inner(entry):
        yield Edge(id, entry.id, "part-of")
        yield from fits(id, task.fits)
        yield from flows(id, task)
        yield from to_all(id, "cites", (seen.source for seen in task.seen_in))
        if task.superseded_by:
            yield Edge(task.superseded_by, id, "supersedes")


@edges_of.register
def _(entry: OverarchingActivity) -> Iterator[Edge]:
    yield Edge(entry.id, "standard:gsbpm", "part-of")
    yield from fits(entry.id, entry.fits)
    yield from flows(entry.id, entry)
    for tie in entry.gamso:
        yield Edge(entry.id, tie.activity, "ties-to", tie, _detail(basis=tie.basis))
        yield from cited(entry.id, tie.evidence)
    for id, _, sub in inner(entry):
        yield Edge(id, entry.id, "part-of")
        yield from fits(id, sub.fits)
        yield from to_all(id, "ties-to", sub.gamso)
        yield from cited(id, sub.evidence)


@edges_of.register
def _(entry: GamsoArea) -> Iterator[Edge]:
    yield Edge(entry.id, "standard:gamso", "part-of")


@edges_of.register
def _(entry: GamsoActivity) -> Iterator[Edge]:
    yield Edge(entry.id, entry.area, "part-of")
    yield from (Edge(entry.id, touch.activity, "ties-to", touch, _detail(basis=touch.basis)) for touch in entry.touches)


@edges_of.register
def _(entry: Standard) -> Iterator[Edge]:
    if entry.part_of:
        yield Edge(entry.id, entry.part_of, "part-of")
    for version in entry.versions:
        yield from cited(entry.id, version.evidence)
    for change in entry.changes:
        yield from cited(entry.id, change.evidence)


@edges_of.register
def _(entry: Artefact) -> Iterator[Edge]:
    yield Edge(entry.id, entry.standard, "part-of")
    yield from to_all(entry.id, "part-of", entry.part_of)
    yield from to_all(entry.id, "refers-to", entry.refers_to)
    for match in entry.represents:
        yield Edge(entry.id, match.object, "represents", match, _detail(match=match.match, basis=match.basis))
    if entry.neighbour:
        yield Edge(entry.id, entry.neighbour, "part-of")


@edges_of.register
def _(entry: InformationObject) -> Iterator[Edge]:
    yield Edge(entry.id, "standard:gsim", "part-of")
    if entry.is_a:
        yield Edge(entry.id, entry.is_a, "is-a")
    yield from (Edge(entry.id, each.object, "relates-to", each, {"verb": each.verb}) for each in entry.relations)


@edges_of.register
def _(entry: Crosswalk) -> Iterator[Edge]:
    for pair in entry.matches:
        yield Edge(
            pair.subject, pair.object, "match", pair, {"match": pair.match, "basis": pair.basis, "topic": entry.id}
        )
        yield from cited(entry.id, pair.evidence)
    for none in entry.none:
        yield from cited(entry.id, none.evidence)
    yield from to_all(entry.id, "about", [entry.object] if entry.object else [])
    yield from to_all(
        entry.id, "about", dict.fromkeys(id for pair in entry.matches for id in (pair.subject, pair.object))
    )
    yield from to_all(entry.id, "about", dict.fromkeys(none.subject for none in entry.none))


@edges_of.register
def _(entry: HandOver) -> Iterator[Edge]:
    for source in entry.origin:
        for target in entry.target:
            yield Edge(source, target, "hands-over", entry, {"hand-over": entry.id})
    yield from to_all(entry.id, "about", dict.fromkeys((*entry.origin, *entry.target)))
    yield from to_all(entry.id, "carried-out-in", entry.activities)
    yield from to_all(entry.id, "handles", (*entry.artefacts, *entry.tools))
    yield from (Edge(case, entry.id, "shows") for case in entry.cases)
    yield from cited(entry.id, entry.evidence)


@edges_of.register
def _(entry: UseCase) -> Iterator[Edge]:
    yield from to_all(entry.id, "done-by", entry.organisations)
    yield from (
        Edge(entry.id, used.standard, "handles", used, _detail(version=used.version)) for used in entry.standards
    )
    yield from to_all(entry.id, "handles", entry.tools)
    for step in entry.steps:
        yield Edge(entry.id, step.activity, "carried-out-in", step)
        yield from (
            Edge(entry.id, artefact, "handles", step, {"activity": step.activity}) for artefact in step.artefacts
        )


@edges_of.register
def _(entry: Tool) -> Iterator[Edge]:
    yield from to_all(entry.id, "serves", entry.activities)
    yield from to_all(entry.id, "kept-by", entry.organisations)
    for each in entry.standards:
        yield Edge(entry.id, each.standard, "handles", each, _detail(versions=", ".join(each.versions)))
        yield from (Edge(entry.id, artefact, "handles", each) for artefact in each.artefacts)


@edges_of.register
def _(entry: Service) -> Iterator[Edge]:
    yield from to_all(entry.id, "serves", entry.activities)
    yield from to_all(entry.id, "kept-by", entry.organisations)
    yield from to_all(entry.id, "handles", entry.standards)
    yield from flows(entry.id, entry)


@edges_of.register
def _(entry: Neighbour) -> Iterator[Edge]:
    yield from to_all(entry.id, "serves", entry.activities)


@edges_of.register
def _(entry: Aspect) -> Iterator[Edge]:
    yield from (Edge(each.standard, entry.id, "serves", each) for each in entry.standards)
    yield from to_all(entry.id, "handles", entry.artefacts)


@edges_of.register
def _(entry: GovernanceRole) -> Iterator[Edge]:
    yield from to_all(entry.id, "answers-for", entry.activities)


@edges_of.register
def _(entry: Document) -> Iterator[Edge]:
    yield from to_all(entry.id, "about", entry.about)


@edges_of.register
def _(entry: Example) -> Iterator[Edge]:
    yield from to_all(entry.id, "shows", entry.artefacts)
    yield from to_all(entry.id, "carried-out-in", entry.activities)
    yield Edge(entry.id, entry.standard, "about")
