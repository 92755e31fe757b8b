"""The page of a sub-process: what to reach for, and everything that bears on the choice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from navigator.graph import Edge, Node
from navigator.model.process import (
    Check,
    Guidance,
    OverarchingActivity,
    SubProcess,
    Task,
)  # fmt: skip
from navigator.model.standards import HandOver, Standard
from navigator.view.fits import FitRow, Ground, Group, Verdict, by_basis, grounds, grouped, rows_at, verdicts
from navigator.view.site import Site


@dataclass(frozen=True)
class FlowRow:
    """An information object that goes in or comes out, and what represents it."""

    node: Node
    flow: object
    artefacts: tuple[Node, ...]


@dataclass(frozen=True)
class TaskRow:
    """A task with its fits and where it was seen."""

    id: str
    task: Task
    rows: tuple[FitRow, ...]
    seen: tuple[tuple[Node, tuple[str, ...]], ...]
    takes_in: tuple[Node, ...]
    gives_out: tuple[Node, ...]


@dataclass(frozen=True)
class CheckRow:
    """One line of the interoperability checklist."""

    check: Check
    aspect: Node
    artefacts: tuple[Node, ...]
    roles: tuple[Node, ...]
    grounds: tuple[Ground, ...]


@dataclass(frozen=True)
class StepOf:
    """One use case at a step."""

    case: Node
    organisations: tuple[Node, ...]
    how: str
    artefacts: tuple[Node, ...]


@dataclass(frozen=True)
class Derived:
    """A fit that the graph suggests: the activity's information object, represented by an artefact."""

    artefact: Node
    object: Node
    direction: str
    match: str
    asserted: bool


@dataclass(frozen=True)
class Shelf:
    """The worked examples of one standard."""

    standard: Standard
    nodes: tuple[Node, ...]


@dataclass(frozen=True)
class SubProcessView:
    """Context of the page of a sub-process."""

    entry: SubProcess
    node: Node
    phase: Node
    previous: Node | None
    next: Node | None
    siblings: tuple[Node, ...]
    primary: tuple[Group, ...]
    supporting: tuple[FitRow, ...]
    possible: tuple[FitRow, ...]
    verdicts: tuple[Verdict, ...]
    limits: tuple[tuple[Standard, object], ...]
    takes_in: tuple[FlowRow, ...]
    gives_out: tuple[FlowRow, ...]
    guidance: Guidance | None
    guidance_grounds: tuple[Ground, ...]
    tasks: tuple[TaskRow, ...]
    checks: tuple[CheckRow, ...]
    cases: tuple[StepOf, ...]
    tools: tuple[Node, ...]
    services: tuple[Node, ...]
    neighbours: tuple[Node, ...]
    overarching: tuple[tuple[Node, str], ...]
    hand_overs: tuple[HandOver, ...]
    derived: tuple[Derived, ...]
    examples: tuple[Shelf, ...]
    gamso: tuple[Node, ...]
    sources: tuple[Node, ...]
    grounds: tuple[Ground, ...]
    basis: tuple[tuple[str, int], ...]

    @property
    def rows(self) -> int:
        return sum(len(group.rows) for group in self.primary) + len(self.supporting) + len(self.possible)


def sub_process(site: Site, entry: SubProcess) -> SubProcessView:
    rows = rows_at(site, site.within(entry.id))
    index = site.steps.index(entry)
    graph = site.graph
    return SubProcessView(
        entry=entry,
        node=site.node(entry.id),
        phase=site.node(entry.phase),
        previous=site.node(site.steps[index - 1].id) if index else None,
        next=site.node(site.steps[index + 1].id) if index + 1 < len(site.steps) else None,
        siblings=site.nodes(step.id for step in site.steps if step.phase == entry.phase),
        primary=grouped(
            (each for each in rows if each.fit.strength == "primary"), entry.guidance.lead if entry.guidance else ""
        ),
        supporting=tuple(each for each in rows if each.fit.strength == "supporting"),
        possible=tuple(each for each in rows if each.fit.strength == "possible"),
        verdicts=verdicts(site, entry),
        limits=tuple((site.catalogue[limit.standard], limit) for limit in entry.limits),
        takes_in=flow_rows(site, entry.id, "takes-in"),
        gives_out=flow_rows(site, entry.id, "gives-out"),
        guidance=entry.guidance,
        guidance_grounds=grounds(site, entry.guidance.evidence) if entry.guidance else (),
        tasks=tuple(task_row(site, f"{entry.id}.{task.code}", task) for task in entry.tasks),
        checks=tuple(check_row(site, check) for check in entry.interoperability),
        cases=cases_at(site, entry.id),
        tools=tuple(node for node in site.sources_of(graph.into(entry.id, "serves")) if node.kind == "tool"),
        services=tuple(node for node in site.sources_of(graph.into(entry.id, "serves")) if node.kind == "service"),
        neighbours=tuple(
            node
            for node in site.sources_of(graph.into(entry.id, "serves"))
            if node.kind == "neighbour" and not site.is_standard(node)
        ),
        overarching=tuple(
            (site.node(each.id), particular(said.text, entry.code))
            for each in site.overarching
            for said in each.in_phases
            if said.phase == entry.phase
        ),
        hand_overs=tuple(
            edge_node.value
            for edge_node in site.sources_of(graph.into(entry.id, "carried-out-in"))
            if edge_node.kind == "hand-over"
        ),
        derived=derived(site, entry),
        examples=shelves(site, graph.into(entry.id, "carried-out-in")),
        gamso=tuple(
            node
            for node in site.sources_of((*graph.into(entry.id, "ties-to"), *graph.into(entry.phase, "ties-to")))
            if node.kind == "gamso-activity"
        ),
        sources=site.targets_of(edge for id in site.within(entry.id) for edge in graph.out(id, "cites")),
        grounds=grounds(site, entry.sources),
        basis=by_basis(rows),
    )


def particular(text: str, code: str) -> str:
    """Of what is said of a phase, the sentences that name one of its sub-processes."""
    sentences = re.split(r"(?<=[.!?])\s+", text)
    return " ".join(each for each in sentences if re.search(rf"(?<![\d.]){re.escape(code)}(?!\d|\.\w)", each))


def shelves(site: Site, edges: Iterable[Edge]) -> tuple[Shelf, ...]:
    """The worked examples that edges come from, by standard in the usual order."""
    nodes = [node for node in site.sources_of(edges) if node.kind == "example"]
    found = ((each, tuple(node for node in nodes if node.value.standard == each.id)) for each in site.standards)
    return tuple(Shelf(standard, members) for standard, members in found if members)


def flow_rows(site: Site, activity: str, relation: str) -> tuple[FlowRow, ...]:
    return tuple(
        FlowRow(site.node(edge.target), edge.value, site.sources_of(site.graph.into(edge.target, "represents")))
        for edge in site.graph.out(activity, relation)
    )


def task_row(site: Site, id: str, task: Task) -> TaskRow:
    seen: dict[str, list[str]] = {}
    for each in task.seen_in:
        seen.setdefault(each.source, []).append(f"{each.code} {each.name}".strip())
    return TaskRow(
        id,
        task,
        rows_at(site, [id]),
        tuple((site.node(id), tuple(filter(None, names))) for id, names in seen.items()),
        site.nodes(f.object for f in task.takes_in),
        site.nodes(f.object for f in task.gives_out),
    )


def check_row(site: Site, check: Check) -> CheckRow:
    return CheckRow(
        check,
        site.node(check.aspect),
        site.nodes(check.artefacts),
        site.nodes(check.roles),
        grounds(site, check.evidence),
    )


def cases_at(site: Site, activity: str) -> tuple[StepOf, ...]:
    edges = [edge for edge in site.graph.into(activity, "carried-out-in") if site.node(edge.source).kind == "use-case"]
    return tuple(
        StepOf(
            site.node(edge.source),
            site.targets_of(site.graph.out(edge.source, "done-by")),
            edge.value.how,
            site.nodes(edge.value.artefacts),
        )
        for edge in sorted(edges, key=lambda edge: site.node(edge.source).label)
    )


def derived(site: Site, entry: SubProcess | OverarchingActivity) -> tuple[Derived, ...]:
    """Artefacts that represent what the activity takes in or gives out, exactly or closely."""
    asserted = {edge.source for id in site.within(entry.id) for edge in site.graph.into(id, "fit")}
    found = [
        Derived(site.node(tie.source), site.node(flow.target), direction, tie.value.match, tie.source in asserted)
        for direction, relation in (("takes in", "takes-in"), ("gives out", "gives-out"))
        for flow in site.graph.out(entry.id, relation)
        for tie in site.graph.into(flow.target, "represents")
        if tie.value.match in ("exact", "close")
    ]
    return tuple(sorted(found, key=lambda each: (each.direction, each.object.label, each.artefact.id)))
