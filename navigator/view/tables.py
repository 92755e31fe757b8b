"""Views of tables: every index that a reader filters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from navigator import words
from navigator.graph import Node
from navigator.model.common import Entry
from navigator.model.practice import Neighbour, Tool, UseCase
from navigator.model.process import SubProcess, Task
from navigator.model.standards import Artefact, HandOver, InformationObject
from navigator.view.availability import listed
from navigator.view.fits import rows_at
from navigator.view.information_object import flows
from navigator.view.site import Site
from navigator.view.strip import Strip, path

Named = TypeVar("Named", bound=Entry)


@dataclass(frozen=True)
class Cell:
    """One cell: words, a list of sentences, or things to link to."""

    text: str = ""
    nodes: tuple[Node, ...] = ()
    brief: bool = False
    items: tuple[str, ...] = ()

    @property
    def form(self) -> str:
        """What decides how wide the cell is: prose, words, a list of artefacts, codes, or something short."""
        if self.items or len(self.text) > 60:
            return "said"
        if len(self.text) > 18:
            return "words"
        return "codes" if self.brief else "things" if any(node.kind == "artefact" for node in self.nodes) else ""


@dataclass(frozen=True)
class Row:
    """One row: its thing, its other cells, and the values by which a reader filters ("a|b" for several)."""

    node: Node
    cells: tuple[Cell, ...]
    keys: Mapping[str, str]


@dataclass(frozen=True)
class TableView:
    """Context of a table page. ``filters`` are (key, name); ``strip`` numbers the rows along the process."""

    title: str
    lede: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    filters: tuple[tuple[str, str], ...]
    note: str = ""
    strip: Strip = ()


def steps_cell(site: Site, activities: Iterable[str]) -> Cell:
    return Cell(nodes=site.nodes(activities), brief=True)


def phases_of(activities: Iterable[str]) -> str:
    codes = (id.partition(":")[2] for id in activities)
    return "|".join(sorted({code[0] for code in codes if code[0].isdigit()}))


def _joined(values: Iterable[str]) -> str:
    return "|".join(dict.fromkeys(values))


def tools(site: Site) -> TableView:
    def row(tool: Tool) -> Row:
        standards = site.nodes(each.standard for each in tool.standards)
        cells = (
            Cell(tool.summary), Cell(tool.type), Cell(nodes=standards), steps_cell(site, tool.activities), Cell(tool.licence),
            Cell(tool.status.state + (f", {tool.status.on}" if tool.status.on else "")),
        )  # fmt: skip
        keys = {
            "phase": phases_of(tool.activities),
            "standard": _joined(node.label for node in standards),
            "type": tool.type,
            "status": tool.status.state,
        }
        return Row(site.node(tool.id), cells, keys)

    return TableView(
        "Tools", "What they read and write, where they serve, and what is known of their standing.",
        ("Tool", "What it does", "Kind", "Standards", "Steps", "Licence", "Status"),
        tuple(row(tool) for tool in by_name(site.catalogue.of("tool"))),
        (("phase", "Phase"), ("standard", "Standard"), ("type", "Kind"), ("status", "Status")),
        "Steps were assigned by the editors from what each tool does. " + tool_states(),
    )  # fmt: skip


def tool_states() -> str:
    """What each status of a tool means, in one sentence."""
    said = "; ".join(f"{state}: {meaning}" for state, meaning in words.tool_states.items())
    return f"The status says what was seen, not how good a tool is. {said[:1].upper()}{said[1:]}. The page of each says what was seen."


def use_cases(site: Site) -> TableView:
    def row(case: UseCase) -> Row:
        organisations = site.nodes(case.organisations)
        standards = site.nodes(used.standard for used in case.standards)
        activities = tuple(step.activity for step in case.steps)
        countries = _joined(node.value.country for node in organisations)
        cells = (
            Cell(nodes=organisations),
            Cell(countries.replace("|", ", ")),
            Cell(case.year),
            Cell(nodes=standards),
            steps_cell(site, dict.fromkeys(activities)),
        )
        keys = {
            "organisation": _joined(node.label for node in organisations),
            "country": countries,
            "standard": _joined(node.label for node in standards),
            "phase": phases_of(activities),
            "step": _joined(activities).replace("gsbpm:", ""),
        }
        return Row(site.node(case.id), cells, keys)

    return TableView(
        "Use cases", "What organisations really did, step by step along the process.",
        ("Use case", "Organisation", "Country", "Year", "Standards", "Steps"),
        tuple(row(case) for case in by_name(site.catalogue.of("use-case"))),
        (("country", "Country"), ("organisation", "Organisation"), ("standard", "Standard"), ("phase", "Phase"), ("step", "Step")),
    )  # fmt: skip


def tasks(site: Site) -> TableView:
    def row(step: SubProcess, task: Task) -> Row:
        id = f"{step.id}.{task.code}"
        rows = rows_at(site, [id])
        artefacts = tuple(dict.fromkeys(each.artefact for each in rows))
        return Row(
            site.node(id),
            (Cell(task.purpose), Cell("; ".join(task.outputs)), Cell(nodes=artefacts)),
            {"phase": step.code[0], "step": step.code},
        )

    return TableView(
        "Tasks", "The third level of GSBPM, proposed by this project: what is done inside each sub-process.",
        ("Task", "What it is for", "Main result", "Artefacts"),
        tuple(row(step, task) for step in site.steps for task in step.tasks),
        (("phase", "Phase"), ("step", "Step")),
        "All tasks are proposals of this project. The report of the UNECE task team was located but could not be read; nothing here is attributed to it.",
    )  # fmt: skip


def neighbours(site: Site) -> TableView:
    def row(entry: Neighbour) -> Row:
        cells = (
            Cell(entry.summary),
            Cell(entry.type),
            Cell(entry.maintainer),
            Cell(entry.version),
            steps_cell(site, entry.activities),
        )
        return Row(site.node(entry.id), cells, {"type": entry.type, "phase": phases_of(entry.activities)})

    return TableView(
        "Neighbouring standards", "Standards that a statistician meets beside SDMX and DDI, where they touch the process.",
        ("Standard", "What it is for", "Kind", "Kept by", "Version", "Steps"),
        tuple(row(entry) for entry in by_name(site.catalogue.of("neighbour"))),
        (("phase", "Phase"), ("type", "Kind")),
    )  # fmt: skip


def artefacts(site: Site) -> TableView:
    def row(entry: Artefact) -> Row:
        standard = site.standard_of(entry.id)
        fits = len(site.graph.out(entry.id, "fit"))
        objects = site.nodes(dict.fromkeys(each.object for each in entry.represents))
        cells = (
            Cell(standard.short),
            Cell(words.topics[entry.topic]),
            Cell(listed(entry, standard)),
            Cell(str(fits or "")),
            Cell(nodes=objects),
        )
        keys = {
            "standard": standard.short,
            "topic": words.topics[entry.topic],
            "fits": "with fits" if fits else "without fits",
        }
        return Row(site.node(entry.id), cells, keys)

    entries = sorted(
        site.catalogue.of("artefact"),
        key=lambda entry: (site.standards.index(site.standard_of(entry.id)), entry.name.lower()),
    )
    return TableView(
        "Artefacts", "Every part of a standard that someone creates or handles.",
        ("Artefact", "Standard", "Topic", "Versions that have it", "Fits", "GSIM objects"),
        tuple(row(entry) for entry in entries),
        (("standard", "Standard"), ("topic", "Topic"), ("fits", "Fits")),
    )  # fmt: skip


def information_objects(site: Site) -> TableView:
    def row(entry: InformationObject) -> Row:
        taken, given = (flows(site, entry.id, relation).activities for relation in ("takes-in", "gives-out"))
        standards = dict.fromkeys(site.standard_of(edge.source) for edge in site.graph.into(entry.id, "represents"))
        cells = (
            Cell(entry.summary),
            Cell(entry.since_1_2.change),
            Cell(nodes=tuple(each.node for each in taken), brief=True),
            Cell(nodes=tuple(each.node for each in given), brief=True),
            Cell(", ".join(each.short for each in standards)),
        )
        return Row(
            site.node(entry.id),
            cells,
            {
                "group": entry.group,
                "since": entry.since_1_2.change,
                "phase": phases_of(each.node.id for each in (*taken, *given)),
                "standard": _joined(each.short for each in standards),
            },
        )

    entries = sorted(site.catalogue.of("information-object"), key=lambda entry: (entry.group, entry.name))
    return TableView(
        "GSIM information objects", "The 127 classes of GSIM 2.0: the bridge between steps of the process and artefacts of the standards.",
        ("Object", "What it stands for", "Since 1.2", "Taken in by", "Given out by", "Represented in"),
        tuple(row(entry) for entry in entries),
        (("group", "Group"), ("since", "Since GSIM 1.2"), ("phase", "Phase"), ("standard", "Standard")),
        "What each step takes in and gives out is proposed by this project; the table of the UNECE report on GSBPM and GSIM could not be read. The page of each object names the CSPA services besides.",
    )  # fmt: skip


def hand_overs(site: Site) -> TableView:
    entries = _by_first_step(site.catalogue.of("hand-over"))
    counted = Counter(id for entry in entries for id in {id.rpartition(".t")[0] or id for id in entry.activities})

    def row(entry: HandOver) -> Row:
        standards = [{site.standard_of(id).short for id in ids} for ids in (entry.origin, entry.target)]
        cells = (
            Cell(nodes=site.nodes(entry.origin)), Cell(nodes=site.nodes(entry.target)), steps_cell(site, entry.activities),
            Cell(items=entry.lost), Cell(items=entry.gained), Cell(entry.basis),
        )  # fmt: skip
        return Row(
            site.node(entry.id),
            cells,
            {
                "from": _joined(sorted(standards[0])),
                "to": _joined(sorted(standards[1])),
                "phase": phases_of(entry.activities),
                "basis": entry.basis,
            },
        )

    return TableView(
        "Hand-over map", "Every border along the process where content leaves one standard for another: through what, what is lost, what is gained.",
        ("Hand-over", "Leaves", "Enters", "Steps", "Lost", "Gained", "Basis"),
        tuple(row(entry) for entry in entries),
        (("from", "From"), ("to", "To"), ("phase", "Phase"), ("basis", "Basis")),
        strip=path(site, {id: str(count) for id, count in counted.items()}, "number of hand-overs:"),
    )  # fmt: skip


def by_name(entries: Iterable[Named]) -> list[Named]:
    return sorted(entries, key=lambda entry: entry.label.lower())


def _by_first_step(entries: Iterable[HandOver]) -> list[HandOver]:
    return sorted(entries, key=lambda entry: (min(entry.activities), entry.name))
