"""Views of the process: map, phases, sub-processes, overarching activities, GAMSO, concordance."""

from __future__ import annotations

from dataclasses import dataclass

from navigator.graph import Node
from navigator.model.common import STRENGTHS
from navigator.model.process import (
    EDITIONS,
    Activity,
    Check,
    GamsoActivity,
    GamsoArea,
    Guidance,
    OverarchingActivity,
    Phase,
    SubActivity,
    SubProcess,
    Task,
)  # fmt: skip
from navigator.model.standards import HandOver, Standard
from navigator.view.fits import FitRow, Ground, Group, Verdict, grounds, grouped, rows_at, verdicts
from navigator.view.site import FAMILIES, Site


@dataclass(frozen=True)
class Share:
    """How much of one family or standard fits at an activity."""

    key: str
    name: str
    primary: int
    supporting: int
    possible: int

    @property
    def total(self) -> int:
        return self.primary + self.supporting + self.possible

    @property
    def level(self) -> int:
        """0 to 4: how dark the map paints it. A primary fit weighs three, a supporting one one."""
        weight = 3 * self.primary + self.supporting + self.possible / 2
        return 0 if not weight else 1 if weight < 3 else 2 if weight < 8 else 3 if weight < 14 else 4


@dataclass(frozen=True)
class Tile:
    """One box of the map."""

    node: Node
    entry: Activity
    shares: tuple[Share, ...]


@dataclass(frozen=True)
class Column:
    """One phase of the map with its boxes."""

    phase: Tile
    tiles: tuple[Tile, ...]


@dataclass(frozen=True)
class Map:
    """The whole of GSBPM as one picture: overarching activities above, phases side by side."""

    overarching: tuple[Tile, ...]
    columns: tuple[Column, ...]


def share(rows: tuple[FitRow, ...], key: str, name: str) -> Share:
    found = [each.fit.strength for each in rows if key in (each.standard.family, each.standard.id.partition(":")[2])]
    primary, supporting, possible = (found.count(strength) for strength in STRENGTHS)
    return Share(key, name, primary, supporting, possible)


def tile(site: Site, entry: Activity) -> Tile:
    rows = rows_at(site, site.within(entry.id))
    return Tile(site.node(entry.id), entry, tuple(share(rows, key, name) for key, name in FAMILIES.items()))


def whole_map(site: Site) -> Map:
    columns = tuple(Column(tile(site, phase), tuple(tile(site, step) for step in site.steps_of(phase))) for phase in site.phases)
    return Map(tuple(tile(site, each) for each in site.overarching), columns)


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
    seen: tuple[tuple[Node, object], ...]
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
    examples: tuple[Node, ...]
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
        primary=grouped((each for each in rows if each.fit.strength == "primary"), entry.guidance.lead if entry.guidance else ""),
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
        neighbours=tuple(node for node in site.sources_of(graph.into(entry.id, "serves")) if node.kind == "neighbour"),
        overarching=tuple(
            (site.node(each.id), said.text) for each in site.overarching for said in each.in_phases if said.phase == entry.phase
        ),
        hand_overs=tuple(edge_node.value for edge_node in site.sources_of(graph.into(entry.id, "carried-out-in")) if edge_node.kind == "hand-over"),
        derived=derived(site, entry),
        examples=tuple(node for node in site.sources_of(graph.into(entry.id, "carried-out-in")) if node.kind == "example"),
        gamso=tuple(node for node in site.sources_of((*graph.into(entry.id, "ties-to"), *graph.into(entry.phase, "ties-to"))) if node.kind == "gamso-activity"),
        sources=site.targets_of(edge for id in site.within(entry.id) for edge in graph.out(id, "cites")),
        grounds=grounds(site, entry.sources),
        basis=by_basis(rows),
    )


def by_basis(rows: tuple[FitRow, ...]) -> tuple[tuple[str, int], ...]:
    """How many fits rest on which basis, the firmest first."""
    from navigator.model.common import BASES

    found = [each.fit.basis for each in rows]
    return tuple((basis, found.count(basis)) for basis in BASES if basis in found)


def flow_rows(site: Site, activity: str, relation: str) -> tuple[FlowRow, ...]:
    return tuple(
        FlowRow(site.node(edge.target), edge.value, site.sources_of(site.graph.into(edge.target, "represents")))
        for edge in site.graph.out(activity, relation)
    )


def task_row(site: Site, id: str, task: Task) -> TaskRow:
    seen = tuple((site.node(each.source), each) for each in task.seen_in)
    return TaskRow(id, task, rows_at(site, [id]), seen, site.nodes(f.object for f in task.takes_in), site.nodes(f.object for f in task.gives_out))


def check_row(site: Site, check: Check) -> CheckRow:
    return CheckRow(check, site.node(check.aspect), site.nodes(check.artefacts), site.nodes(check.roles), grounds(site, check.evidence))


def cases_at(site: Site, activity: str) -> tuple[StepOf, ...]:
    edges = [edge for edge in site.graph.into(activity, "carried-out-in") if site.node(edge.source).kind == "use-case"]
    return tuple(
        StepOf(site.node(edge.source), site.targets_of(site.graph.out(edge.source, "done-by")), edge.value.how, site.nodes(edge.value.artefacts))
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


@dataclass(frozen=True)
class PhaseView:
    """Context of the page of a phase."""

    entry: Phase
    node: Node
    previous: Node | None
    next: Node | None
    column: Column
    first: tuple[tuple[Tile, tuple[FitRow, ...]], ...]
    overarching: tuple[tuple[Node, str], ...]
    cases: tuple[Node, ...]
    gamso: tuple[Node, ...]
    grounds: tuple[Ground, ...]
    basis: tuple[tuple[str, int], ...]


def phase(site: Site, entry: Phase) -> PhaseView:
    index = site.phases.index(entry)
    steps = site.steps_of(entry)
    rows = {step.id: rows_at(site, site.within(step.id)) for step in steps}
    return PhaseView(
        entry=entry,
        node=site.node(entry.id),
        previous=site.node(site.phases[index - 1].id) if index else None,
        next=site.node(site.phases[index + 1].id) if index + 1 < len(site.phases) else None,
        column=Column(tile(site, entry), tuple(tile(site, step) for step in steps)),
        first=tuple((tile(site, step), tuple(row for row in rows[step.id] if row.fit.strength == "primary")) for step in steps),
        overarching=tuple((site.node(each.id), said.text) for each in site.overarching for said in each.in_phases if said.phase == entry.id),
        cases=site.sources_of(
            edge for step in steps for edge in site.graph.into(step.id, "carried-out-in") if site.node(edge.source).kind == "use-case"
        ),
        gamso=tuple(node for node in site.sources_of(site.graph.into(entry.id, "ties-to")) if node.kind == "gamso-activity"),
        grounds=grounds(site, entry.sources),
        basis=by_basis(tuple(row for step in steps for row in rows[step.id])),
    )


@dataclass(frozen=True)
class SubActivityRow:
    """An overarching sub-activity with its fits and ties."""

    id: str
    sub: SubActivity
    rows: tuple[FitRow, ...]
    gamso: tuple[Node, ...]
    in_phases: tuple[tuple[Node, str], ...]
    grounds: tuple[Ground, ...]


@dataclass(frozen=True)
class OverarchingView:
    """Context of the page of an overarching activity."""

    entry: OverarchingActivity
    node: Node
    others: tuple[Node, ...]
    primary: tuple[Group, ...]
    supporting: tuple[FitRow, ...]
    possible: tuple[FitRow, ...]
    verdicts: tuple[Verdict, ...]
    limits: tuple[tuple[Standard, object], ...]
    takes_in: tuple[FlowRow, ...]
    gives_out: tuple[FlowRow, ...]
    in_phases: tuple[tuple[Node, str], ...]
    gamso: tuple[tuple[Node, object, tuple[Ground, ...]], ...]
    subs: tuple[SubActivityRow, ...]
    sources: tuple[Node, ...]
    grounds: tuple[Ground, ...]
    basis: tuple[tuple[str, int], ...]


def overarching(site: Site, entry: OverarchingActivity) -> OverarchingView:
    rows = rows_at(site, site.within(entry.id))
    return OverarchingView(
        entry=entry,
        node=site.node(entry.id),
        others=site.nodes(each.id for each in site.overarching),
        primary=grouped(each for each in rows if each.fit.strength == "primary"),
        supporting=tuple(each for each in rows if each.fit.strength == "supporting"),
        possible=tuple(each for each in rows if each.fit.strength == "possible"),
        verdicts=verdicts(site, entry),
        limits=tuple((site.catalogue[limit.standard], limit) for limit in entry.limits),
        takes_in=flow_rows(site, entry.id, "takes-in"),
        gives_out=flow_rows(site, entry.id, "gives-out"),
        in_phases=tuple((site.node(said.phase), said.text) for said in entry.in_phases),
        gamso=tuple((site.node(tie.activity), tie, grounds(site, tie.evidence)) for tie in entry.gamso),
        subs=tuple(
            SubActivityRow(
                f"{entry.id}.{sub.code}", sub, rows_at(site, [f"{entry.id}.{sub.code}"]), site.nodes(sub.gamso),
                tuple((site.node(said.phase), said.text) for said in sub.in_phases), grounds(site, sub.evidence),
            )
            for sub in entry.sub_activities
        ),
        sources=site.targets_of(edge for id in site.within(entry.id) for edge in site.graph.out(id, "cites")),
        grounds=grounds(site, entry.sources),
        basis=by_basis(rows),
    )  # fmt: skip


@dataclass(frozen=True)
class GamsoView:
    """Context of the page of a GAMSO area or activity."""

    entry: GamsoArea | GamsoActivity
    node: Node
    area: Node
    activities: tuple[Node, ...]
    touches: tuple[tuple[Node, object], ...]
    tied: tuple[tuple[Node, object], ...]
    subs: tuple[Node, ...]
    grounds: tuple[Ground, ...]


def gamso(site: Site, entry: GamsoArea | GamsoActivity) -> GamsoView:
    area = entry.id if isinstance(entry, GamsoArea) else entry.area
    into = site.graph.into(entry.id, "ties-to")
    return GamsoView(
        entry=entry,
        node=site.node(entry.id),
        area=site.node(area),
        activities=tuple(site.node(each.id) for each in site.catalogue.of("gamso-activity") if each.area == area),
        touches=tuple((site.node(edge.target), edge.value) for edge in site.graph.out(entry.id, "ties-to")),
        tied=tuple((site.node(edge.source), edge.value) for edge in into if site.node(edge.source).kind == "overarching-activity"),
        subs=tuple(node for node in site.sources_of(into) if node.kind == "overarching-sub-activity"),
        grounds=grounds(site, entry.sources),
    )


@dataclass(frozen=True)
class GamsoIndexView:
    """Context of the picture of how GSBPM sits in GAMSO."""

    areas: tuple[tuple[Node, tuple[Node, ...]], ...]
    activities: tuple[tuple[Node, tuple[Node, ...], tuple[Node, ...]], ...]
    phases: tuple[Node, ...]
    overarching: tuple[Node, ...]


def gamso_index(site: Site) -> GamsoIndexView:
    activities = site.catalogue.of("gamso-activity")
    return GamsoIndexView(
        areas=tuple((site.node(area.id), site.nodes(each.id for each in activities if each.area == area.id)) for area in site.catalogue.of("gamso-area")),
        activities=tuple((site.node(each.id), site.targets_of(site.graph.out(each.id, "ties-to")), _tied(site, each.id)) for each in activities),
        phases=site.nodes(phase.id for phase in site.phases),
        overarching=site.nodes(each.id for each in site.overarching),
    )


def _tied(site: Site, id: str) -> tuple[Node, ...]:
    return tuple(node for node in site.sources_of(site.graph.into(id, "ties-to")) if node.kind == "overarching-activity")


@dataclass(frozen=True)
class Correspondence:
    """One activity in the three editions. ``changed`` names the editions that brought a new name."""

    node: Node
    names: tuple[tuple[str, str], ...]
    changed: tuple[str, ...]


@dataclass(frozen=True)
class ConcordanceView:
    """Context of the concordance of GSBPM 5.0, 5.1 and 5.2, computed from the names."""

    editions: tuple[str, ...]
    rows: tuple[Correspondence, ...]
    renamed: dict[str, int]


def concordance(site: Site) -> ConcordanceView:
    rows = tuple(
        _correspondence(site, entry) for phase in site.phases for entry in (phase, *site.steps_of(phase))
    ) + tuple(_correspondence(site, entry) for entry in site.overarching)
    steps = [row for row in rows if row.node.kind == "sub-process"]
    return ConcordanceView(EDITIONS, rows, {edition: sum(edition in row.changed for row in steps) for edition in EDITIONS[1:]})


def _correspondence(site: Site, entry: Activity) -> Correspondence:
    names = tuple((edition, entry.names.get(edition, "")) for edition in EDITIONS)
    changed = tuple(
        edition for (_, before), (edition, after) in zip(names, names[1:], strict=False) if before and after and before.lower() != after.lower()
    )
    return Correspondence(site.node(entry.id), names, changed)
