"""What comparisons put side by side: of each thing its properties, row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from navigator import words
from navigator.export.common import named, plain
from navigator.graph import Edge, Node
from navigator.model.common import ROLES
from navigator.model.practice import Tool, UseCase
from navigator.model.process import SubProcess
from navigator.model.standards import Artefact, Standard
from navigator.view.counterpart import counterparts
from navigator.view.fits import FitRow, rows_at, rows_of, verdicts
from navigator.view.site import Site

#: One value of a property: a text, a thing (by its number), or a thing with a remark.
Item = Any
#: One property of a thing: its key, what the row is called, its values.
Row = tuple[str, str, list[Item]]


@dataclass(frozen=True)
class Things:
    """The things that values name, each with a number of its own."""

    site: Site
    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, id: str) -> int:
        return self.numbers.setdefault(id, len(self.numbers))

    def all(self, ids: Iterable[str]) -> list[Item]:
        return [self.number(id) for id in dict.fromkeys(ids)]

    def noted(self, pairs: Iterable[tuple[str, str]]) -> list[Item]:
        return [[self.number(id), note] if note else self.number(id) for id, note in dict.fromkeys(pairs)]

    def from_edges(self, edges: Iterable[Edge], kind: str) -> list[Item]:
        """Where edges come from, if of one kind."""
        return self.all(node.id for node in self.site.sources_of(edges) if node.kind == kind)

    def to_edges(self, edges: Iterable[Edge], kind: str = "") -> list[Item]:
        return self.all(node.id for node in self.site.targets_of(edges) if kind in ("", node.kind))

    def written(self) -> list[list[str]]:
        return [[named(node), node.url, _mark(node)] for node in map(self.site.node, self.numbers)]


def _mark(node: Node) -> str:
    """The standard whose colour a thing bears."""
    prefix, _, local = node.id.partition(":")
    return prefix if node.kind == "artefact" else local if node.kind == "standard" else ""


def sub_process(site: Site, things: Things, entry: SubProcess) -> Iterator[Row]:
    graph = site.graph
    yield "summary", "What is done here", [plain(site, entry.summary)]
    yield "phase", "Phase", things.all([entry.phase])
    yield (
        "names",
        "Names in older editions",
        [f"{edition}: {name}" for edition, name in entry.names.items() if name != entry.label],
    )
    if entry.guidance:
        yield "lead", "Usually leads", [{"sdmx": "SDMX", "ddi": "DDI"}.get(entry.guidance.lead, entry.guidance.lead)]
    rows = rows_at(site, site.within(entry.id))
    for verdict in verdicts(site, entry):
        fits = _fits(row for row in rows if row.standard is verdict.standard)
        none = "nothing fits" if verdict.state == "nothing-fits" else "not yet considered"
        yield f"fits-{verdict.standard.local}", f"{verdict.standard.short} artefacts", things.noted(fits) or [none]
    yield "fits-others", "Other artefacts", things.noted(_fits(row for row in rows if row.standard not in site.ledger))
    yield "inputs", "Takes in", list(entry.inputs)
    yield "takes-in", "Takes in, as GSIM objects", things.all(each.object for each in entry.takes_in)
    yield "outputs", "Gives out", list(entry.outputs)
    yield "gives-out", "Gives out, as GSIM objects", things.all(each.object for each in entry.gives_out)
    yield "tasks", "Tasks", things.all(f"{entry.id}.{task.code}" for task in entry.tasks)
    yield "aspects", "Interoperability to cover", things.all(check.aspect for check in entry.interoperability)
    carried = graph.into(entry.id, "carried-out-in")
    yield "hand-overs", "Hand-overs here", things.from_edges(carried, "hand-over")
    yield "cases", "Who does it so", things.from_edges(carried, "use-case")
    for kind, title in (
        ("tool", "Tools that serve here"),
        ("service", "CSPA services"),
        ("neighbour", "Neighbouring standards"),
    ):
        yield f"{kind}s", title, things.from_edges(graph.into(entry.id, "serves"), kind)


def _fits(rows: Iterable[FitRow]) -> list[tuple[str, str]]:
    return [(row.artefact.id, f"{row.fit.role}, {row.fit.strength}") for row in rows]


def artefact(site: Site, things: Things, entry: Artefact) -> Iterator[Row]:
    graph = site.graph
    yield "summary", "What it is", [plain(site, entry.summary)]
    yield "standard", "Standard", things.all([entry.standard])
    yield "topic", "Topic", [words.topics.get(entry.topic, entry.topic)]
    rows = rows_of(site, entry.id)
    for role in ROLES:
        yield (
            role,
            f"{role.capitalize()} it",
            things.noted((row.activity.id, row.fit.strength) for row in rows if row.fit.role == role),
        )
    yield "represents", "GSIM information object", things.noted((each.object, each.match) for each in entry.represents)
    yield (
        "counterparts",
        "Counterparts",
        things.noted((each.node.id, each.match) for each in counterparts(site, entry.id)),
    )
    yield "versions", "Version by version", [f"{each.version}: {each.status}" for each in entry.versions]
    yield "schema", "Names in the newest schema", _newest_names(entry)
    if entry.model:
        yield "class", "Class in the model", [entry.model.class_name] if entry.model.class_name else []
    yield "inside", "Inside", things.all(entry.part_of)
    yield "contains", "Contains", things.from_edges(graph.into(entry.id, "part-of"), "artefact")
    yield "refers", "Refers to", things.all(entry.refers_to)
    yield "referred", "Referred to by", things.from_edges(graph.into(entry.id, "refers-to"), "artefact")
    yield "hand-overs", "Hand-overs", things.from_edges(graph.into(entry.id, "about"), "hand-over")
    handled = graph.into(entry.id, "handles")
    yield "cases", "Who uses it", things.from_edges(handled, "use-case")
    yield "tools", "Tools that handle it", things.from_edges(handled, "tool")
    yield "examples", "Worked examples", things.from_edges(graph.into(entry.id, "shows"), "example")


def _newest_names(entry: Artefact) -> list[Item]:
    named = next((each.names for each in reversed(entry.versions) if each.there and each.names), ())
    return [f"{name.kind} {name.name}" for name in named]


def standard(site: Site, things: Things, entry: Standard) -> Iterator[Row]:
    graph = site.graph
    yield "summary", "What it is for", [plain(site, entry.summary)]
    yield "family", "Family", [words.families.get(entry.family, entry.family)]
    yield "part-of", "Part of", things.all([entry.part_of] if entry.part_of else [])
    yield "maintainer", "Kept by", [entry.maintainer] if entry.maintainer else []
    yield "licence", "Licence", [entry.licence] if entry.licence else []
    yield (
        "versions",
        "Versions",
        [", ".join(filter(None, (each.version, each.date, each.status))) for each in entry.versions],
    )
    yield "uses", "What one takes it for", [plain(site, text) for text in entry.uses]
    yield "limits", "What it does not do", [plain(site, text) for text in entry.limits]
    own = [each for each in site.catalogue.of("artefact") if each.standard == entry.id]
    yield "artefacts", "Artefacts", [str(len(own))] if own else []
    topics = sorted({each.topic for each in own})
    yield "topics", "Topics of its artefacts", [f"{words.topics.get(topic, topic)}" for topic in topics]
    yield from _coverage(site, things, [edge for each in own for edge in graph.out(each.id, "fit")])
    handled = graph.into(entry.id, "handles")
    yield "cases", "Who uses it", things.from_edges(handled, "use-case")
    yield "tools", "Tools that handle it", things.from_edges(handled, "tool")


def _coverage(site: Site, things: Things, fits: Sequence[Edge]) -> Iterator[Row]:
    primary = {edge.target.partition(".t")[0] for edge in fits if edge.value.strength == "primary"}
    for phase in site.phases:
        here = sum(edge.target.startswith(f"{phase.id}.") for edge in fits)
        yield (
            f"phase-{phase.code}",
            f"In {phase.code} {phase.label}",
            [f"{here} {'fit' if here == 1 else 'fits'}"] if here else [],
        )
    yield "first", "First choice at", things.all(step.id for step in site.steps if step.id in primary)


def use_case(site: Site, things: Things, entry: UseCase) -> Iterator[Row]:
    yield "summary", "What was done", [plain(site, entry.summary)]
    yield "organisations", "Who", things.all(entry.organisations)
    yield "year", "When", [entry.year]
    yield "programme", "Programme", [entry.programme] if entry.programme else []
    yield "standards", "Standards", things.noted((each.standard, each.version) for each in entry.standards)
    yield "others", "Other standards", list(entry.other_standards)
    yield "steps", "Path along the process", things.all(step.activity for step in entry.steps)
    yield "artefacts", "Artefacts", things.all(id for step in entry.steps for id in step.artefacts)
    yield "tools", "Tools", things.all(entry.tools)
    yield "benefit", "What it brought", [plain(site, entry.benefit)]
    yield "lesson", "What others can take from it", [plain(site, entry.lesson)]
    yield (
        "steps-basis",
        "Who named the steps",
        ["the source itself" if entry.steps_basis == "published" else "the editors of the navigator"],
    )


def tool(site: Site, things: Things, entry: Tool) -> Iterator[Row]:
    yield "summary", "What it does", [plain(site, entry.summary)]
    yield "type", "Kind", [entry.type]
    yield "maintainer", "Kept by", [entry.maintainer]
    yield "licence", "Licence", [entry.licence]
    yield "status", "Status", [entry.status.state]
    yield "platform", "Runs on", [entry.platform] if entry.platform else []
    yield "standards", "Standards", things.noted((each.standard, ", ".join(each.versions)) for each in entry.standards)
    yield "reads", "Reads", list(dict.fromkeys(text for each in entry.standards for text in each.reads))
    yield "writes", "Writes", list(dict.fromkeys(text for each in entry.standards for text in each.writes))
    yield "formats", "Other formats", list(entry.formats)
    yield "artefacts", "Artefacts", things.all(id for each in entry.standards for id in each.artefacts)
    yield "activities", "Serves at", things.all(entry.activities)
    yield "cases", "Seen in", things.from_edges(site.graph.into(entry.id, "handles"), "use-case")
