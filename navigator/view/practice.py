"""Views of practice: use cases, tools, services, neighbours, organisations, governance, sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from navigator import kinds, words
from navigator.graph import Node
from navigator.model import counting
from navigator.model.common import Entry
from navigator.model.practice import (
    Aspect,
    Document,
    GovernanceRole,
    Neighbour,
    Organisation,
    Service,
    StandardUsed,
    Standing,
    Step,
    Tool,
    UseCase,
)  # fmt: skip
from navigator.model.process import Check
from navigator.view.fits import Ground, grounds
from navigator.view.handled import Handled, columns, handled
from navigator.view.keeper import Keepers, keepers
from navigator.view.site import Site, in_lists
from navigator.view.sources import edition, read
from navigator.view.strip import DOT, Strip, path


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


def reach(site: Site, activities: tuple[str, ...], word: str = "serves") -> Strip:
    """The strip of a thing that serves some activities; a phase stands for all its sub-processes."""
    steps = {id.rpartition(".t")[0] or id for id in activities}
    return path(site, {step.id: DOT for step in site.steps if step.id in steps or step.phase in steps}, word)


@dataclass(frozen=True)
class ServingView:
    """Context of the page of a tool, a service or a neighbouring standard."""

    entry: Tool | Service | Neighbour
    node: Node
    activities: tuple[Node, ...]
    strip: Strip
    keepers: Keepers
    standards: tuple[Node, ...]
    handled: tuple[Handled, ...]
    columns: tuple[str, ...]
    dated: str
    artefacts: tuple[Node, ...]
    cases: tuple[Node, ...]
    takes_in: tuple[Node, ...]
    gives_out: tuple[Node, ...]
    grounds: tuple[Ground, ...]


def serving(site: Site, entry: Tool | Service | Neighbour) -> ServingView:
    graph = site.graph
    rows = handled(site, entry) if isinstance(entry, Tool) else ()
    kept_by = () if isinstance(entry, Neighbour) else entry.organisations
    return ServingView(
        entry=entry,
        node=site.node(entry.id),
        activities=site.nodes(entry.activities),
        strip=reach(site, entry.activities),
        keepers=keepers(entry.maintainer, site.nodes(kept_by)),
        standards=site.nodes(entry.standards) if isinstance(entry, Service) else (),
        handled=rows,
        columns=columns(rows),
        dated=dated(entry.status) if isinstance(entry, Tool) else "",
        artefacts=tuple(node for node in site.sources_of(graph.into(entry.id, "part-of")) if node.kind == "artefact"),
        cases=tuple(
            node for node in site.sources_of(graph.into(entry.id, "handles")) if node.kind in ("use-case", "hand-over")
        ),
        takes_in=site.targets_of(graph.out(entry.id, "takes-in")),
        gives_out=site.targets_of(graph.out(entry.id, "gives-out")),
        grounds=grounds(site, entry.sources),
    )


def dated(standing: Standing) -> str:
    """The date of a tool's status, unless the evidence tells it already, in figures or with the name of the month."""
    year, _, month = standing.on.partition("-")
    spelt = f"{words.months[int(month) - 1]} {year}" if len(month) == 2 else standing.on
    return "" if standing.on in standing.evidence or spelt in standing.evidence else standing.on


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
    checks: tuple[tuple[Node, tuple[Check, ...]], ...]
    strip: Strip
    grounds: tuple[Ground, ...]
    draft: bool


def aspect(site: Site, entry: Aspect) -> AspectView:
    covered = site.graph.into(entry.id, "covers")
    return AspectView(
        entry=entry,
        node=site.node(entry.id),
        standards=tuple((site.node(each.standard), each.how) for each in entry.standards),
        artefacts=site.nodes(entry.artefacts),
        checks=at_steps(site, ((edge.source, edge.value) for edge in covered)),
        strip=reach(site, tuple(edge.source for edge in covered), "covered"),
        grounds=grounds(site, entry.sources),
        draft=is_draft(site, entry),
    )


@dataclass(frozen=True)
class RoleView:
    """Context of the page of a governance role."""

    entry: GovernanceRole
    node: Node
    activities: tuple[Node, ...]
    checks: tuple[tuple[Node, tuple[Check, ...]], ...]
    strip: Strip
    grounds: tuple[Ground, ...]
    draft: bool


def role(site: Site, entry: GovernanceRole) -> RoleView:
    answers = site.graph.out(entry.id, "answers-for")
    return RoleView(
        entry=entry,
        node=site.node(entry.id),
        activities=site.nodes(entry.activities),
        checks=at_steps(site, ((edge.target, edge.value) for edge in answers if isinstance(edge.value, Check))),
        strip=reach(site, tuple(edge.target for edge in answers), "answers for it"),
        grounds=grounds(site, entry.sources),
        draft=is_draft(site, entry),
    )


def at_steps(site: Site, pairs: Iterable[tuple[str, Check]]) -> tuple[tuple[Node, tuple[Check, ...]], ...]:
    """Checks by the step at which each stands, in the order of the process."""
    groups: dict[str, list[Check]] = defaultdict(list)
    for id, check in pairs:
        groups[id].append(check)
    return tuple((site.node(id), tuple(groups[id])) for id in sorted(groups, key=counting))


def is_draft(site: Site, entry: Entry) -> bool:
    """Whether what an entry rests on calls itself a draft."""
    found: list[Document] = [site.catalogue[each.source] for each in entry.sources]
    return any("draft" in f"{each.title} {each.version} {each.note}".lower() for each in found)


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
    edition: str
    read: str
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
        edition=edition(site, entry),
        read=read(entry),
        about=site.nodes(entry.about),
        cited=tuple(
            (kind, tuple(sorted(groups[kind], key=lambda each: in_lists(each.node))))
            for kind in kinds.PLURALS
            if kind in groups
        ),
        fits=site.fits_citing[entry.id],
    )
