"""Views of practice: use cases, tools, services, neighbours, organisations, governance, sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from navigator.graph import Node
from navigator.model.common import Entry
from navigator.model.practice import (
    Aspect,
    Document,
    GovernanceRole,
    Handles,
    Neighbour,
    Organisation,
    Service,
    StandardUsed,
    Step,
    Tool,
    UseCase,
)  # fmt: skip
from navigator.model.process import Check
from navigator.view.fits import Ground, grounds
from navigator.view.site import Site
from navigator.view.strip import Strip, path


@dataclass(frozen=True)
class StepRow:
    """One step of a use case, numbered as it is told."""

    number: int
    step: Step
    activity: Node
    artefacts: tuple[Node, ...]


@dataclass(frozen=True)
class UseCaseView:
    """Context of the page of a use case."""

    entry: UseCase
    node: Node
    organisations: tuple[Node, ...]
    standards: tuple[tuple[Node, StandardUsed], ...]
    steps: tuple[StepRow, ...]
    strip: Strip
    tools: tuple[Node, ...]
    grounds: tuple[Ground, ...]


def use_case(site: Site, entry: UseCase) -> UseCaseView:
    numbers: dict[str, list[str]] = {}
    for number, step in enumerate(entry.steps, 1):
        numbers.setdefault(step.activity.rpartition(".t")[0] or step.activity, []).append(str(number))
    return UseCaseView(
        entry=entry,
        node=site.node(entry.id),
        organisations=site.nodes(entry.organisations),
        standards=tuple((site.node(used.standard), used) for used in entry.standards),
        steps=tuple(
            StepRow(n, step, site.node(step.activity), site.nodes(step.artefacts))
            for n, step in enumerate(entry.steps, 1)
        ),
        strip=path(site, {id: " ".join(found) for id, found in numbers.items()}, "step"),
        tools=site.nodes(entry.tools),
        grounds=grounds(site, entry.sources),
    )


def reach(site: Site, activities: tuple[str, ...]) -> Strip:
    """The strip of a thing that serves some activities; a phase stands for all its sub-processes."""
    steps = {id.rpartition(".t")[0] or id for id in activities}
    return path(site, {step.id: "●" for step in site.steps if step.id in steps or step.phase in steps}, "serves")


@dataclass(frozen=True)
class ServingView:
    """Context of the page of a tool, a service or a neighbouring standard."""

    entry: Tool | Service | Neighbour
    node: Node
    activities: tuple[Node, ...]
    strip: Strip
    organisations: tuple[Node, ...]
    standards: tuple[tuple[Node, Handles | None, tuple[Node, ...]], ...]
    artefacts: tuple[Node, ...]
    cases: tuple[Node, ...]
    takes_in: tuple[Node, ...]
    gives_out: tuple[Node, ...]
    grounds: tuple[Ground, ...]


def serving(site: Site, entry: Tool | Service | Neighbour) -> ServingView:
    graph = site.graph
    handled: list[tuple[Node, Handles | None, tuple[Node, ...]]] = []
    if isinstance(entry, Tool):
        handled = [(site.node(each.standard), each, site.nodes(each.artefacts)) for each in entry.standards]
    elif isinstance(entry, Service):
        handled = [(site.node(id), None, ()) for id in entry.standards]
    return ServingView(
        entry=entry,
        node=site.node(entry.id),
        activities=site.nodes(entry.activities),
        strip=reach(site, entry.activities),
        organisations=site.targets_of(graph.out(entry.id, "kept-by")),
        standards=tuple(handled),
        artefacts=tuple(node for node in site.sources_of(graph.into(entry.id, "part-of")) if node.kind == "artefact"),
        cases=tuple(
            node for node in site.sources_of(graph.into(entry.id, "handles")) if node.kind in ("use-case", "hand-over")
        ),
        takes_in=site.targets_of(graph.out(entry.id, "takes-in")),
        gives_out=site.targets_of(graph.out(entry.id, "gives-out")),
        grounds=grounds(site, entry.sources),
    )


@dataclass(frozen=True)
class OrganisationView:
    """Context of the page of an organisation: what it did and what it keeps."""

    entry: Organisation
    node: Node
    cases: tuple[Node, ...]
    tools: tuple[Node, ...]


def organisation(site: Site, entry: Organisation) -> OrganisationView:
    return OrganisationView(
        entry,
        site.node(entry.id),
        site.sources_of(site.graph.into(entry.id, "done-by")),
        site.sources_of(site.graph.into(entry.id, "kept-by")),
    )


@dataclass(frozen=True)
class AspectView:
    """Context of the page of an interoperability aspect: where along the process it is to be covered."""

    entry: Aspect
    node: Node
    standards: tuple[tuple[Node, str], ...]
    artefacts: tuple[Node, ...]
    checks: tuple[tuple[Node, Check], ...]
    strip: Strip
    grounds: tuple[Ground, ...]


def aspect(site: Site, entry: Aspect) -> AspectView:
    covered = site.graph.into(entry.id, "covers")
    return AspectView(
        entry=entry,
        node=site.node(entry.id),
        standards=tuple((site.node(each.standard), each.how) for each in entry.standards),
        artefacts=site.nodes(entry.artefacts),
        checks=tuple((site.node(edge.source), edge.value) for edge in covered),
        strip=reach(site, tuple(edge.source for edge in covered)),
        grounds=grounds(site, entry.sources),
    )


@dataclass(frozen=True)
class RoleView:
    """Context of the page of a governance role."""

    entry: GovernanceRole
    node: Node
    activities: tuple[Node, ...]
    checks: tuple[tuple[Node, Check], ...]
    strip: Strip
    grounds: tuple[Ground, ...]


def role(site: Site, entry: GovernanceRole) -> RoleView:
    answers = site.graph.out(entry.id, "answers-for")
    return RoleView(
        entry=entry,
        node=site.node(entry.id),
        activities=site.nodes(entry.activities),
        checks=tuple((site.node(edge.target), edge.value) for edge in answers if isinstance(edge.value, Check)),
        strip=reach(site, tuple(edge.target for edge in answers)),
        grounds=grounds(site, entry.sources),
    )


@dataclass(frozen=True)
class Citation:
    """One entry that cites a source, with the places in the source that it names."""

    node: Node
    locators: tuple[str, ...]


@dataclass(frozen=True)
class SourceView:
    """Context of the page of a source: all that rests on it."""

    entry: Document
    node: Node
    about: tuple[Node, ...]
    cited: tuple[tuple[str, tuple[Citation, ...]], ...]
    fits: int


def source(site: Site, entry: Document) -> SourceView:
    places: dict[str, list[str]] = defaultdict(list)
    for edge in site.graph.into(entry.id, "cites"):
        locator = str(edge.detail.get("locator", ""))
        found = places[edge.source]
        if locator and locator not in found:
            found.append(locator)
    groups: dict[str, list[Citation]] = defaultdict(list)
    for id, locators in places.items():
        node = site.node(id)
        groups[node.kind].append(Citation(node, tuple(locators)))
    return SourceView(
        entry=entry,
        node=site.node(entry.id),
        about=site.nodes(entry.about),
        cited=tuple((kind, tuple(found)) for kind, found in groups.items()),
        fits=site.fits_citing[entry.id],
    )


def by_key(entries: tuple[Entry, ...], field: str) -> Mapping[str, tuple[Entry, ...]]:
    """Entries grouped by one of their fields, in the order of its values."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[str(getattr(entry, field))].append(entry)
    return {key: tuple(groups[key]) for key in sorted(groups)}
