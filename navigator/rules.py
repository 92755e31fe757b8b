"""The rules: what no schema can say. Each is one generator; its docstring is its entry in the rule page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from typing import Any

from navigator.graph import Graph
from navigator.inventory import Inventories
from navigator.model import Artefact, Catalogue, Entry, SubProcess, inner
from navigator.model.process import OverarchingActivity
from navigator.model.standards import Name
from navigator.problem import Problem, Severity, suggest
from navigator.source import Source, Where


@dataclass(frozen=True)
class Data:
    """What a rule sees."""

    catalogue: Catalogue
    graph: Graph
    inventories: Inventories

    def source(self, entry: Entry) -> Source:
        return self.catalogue.sources[entry.id]


@dataclass(frozen=True)
class Rule:
    """One rule, with its id and what a breach of it costs."""

    id: str
    severity: Severity
    check: Callable[[Data], Iterator[Problem]]

    @property
    def text(self) -> str:
        return " ".join((self.check.__doc__ or "").split())


RULES: list[Rule] = []


def rule(id: str, severity: Severity = "error") -> Callable[[Callable[[Data], Iterator[Problem]]], Callable[[Data], Iterator[Problem]]]:
    def register(check: Callable[[Data], Iterator[Problem]]) -> Callable[[Data], Iterator[Problem]]:
        RULES.append(Rule(id, severity, check))
        return check

    return register


def check_all(data: Data) -> Iterator[Problem]:
    """Every breach of every rule."""
    for each in RULES:
        for problem in each.check(data):
            yield Problem(problem.path, problem.line, problem.column, each.id, problem.message, problem.hint, each.severity)


def _fit_lists(entry: Entry) -> Iterator[tuple[Where, str, Any]]:
    """Every fit of an activity, with its place and the id of the activity or task it stands at."""
    for index, fit in enumerate(getattr(entry, "fits", ())):
        yield ("fits", index), entry.id, fit
    key = "tasks" if isinstance(entry, SubProcess) else "sub_activities"
    for outer, (id, _, value) in enumerate(inner(entry)):
        for index, fit in enumerate(value.fits):
            yield (key, outer, "fits", index), id, fit


def _activities(catalogue: Catalogue) -> tuple[SubProcess | OverarchingActivity, ...]:
    return catalogue.of("sub-process") + catalogue.of("overarching-activity")


@rule("repeated-fit")
def repeated_fit(data: Data) -> Iterator[Problem]:
    """An artefact stands once in each role at an activity, its tasks included; more evidence is added to the fit that is there."""
    for entry in _activities(data.catalogue):
        first: dict[tuple[str, str], Where] = {}
        source = data.source(entry)
        for where, _, fit in _fit_lists(entry):
            key = (fit.artefact, fit.role)
            if key in first:
                line = source.place(first[key])[0]
                yield source.problem(where, "", f"{fit.artefact} {fit.role} stands here twice", f"the first is on line {line}; merge the two")
            first.setdefault(key, where)


@rule("verdict")
def verdict(data: Data) -> Iterator[Problem]:
    """A standard that fits an activity cannot at the same time be one of which nothing fits there."""
    for entry in _activities(data.catalogue):
        fitting = {f"standard:{fit.artefact.partition(':')[0]}" for _, _, fit in _fit_lists(entry)}
        for index, none in enumerate(entry.nothing_fits):
            if none.standard in fitting:
                message = f"{none.standard} is said to have nothing here, but a fit names one of its artefacts"
                yield data.source(entry).problem(("nothing_fits", index), "", message, "remove the one or the other; a lack beside a fit goes into limits")


@rule("judgement")
def judgement(data: Data) -> Iterator[Problem]:
    """Only a proposed fit may rest on the editors' judgement alone."""
    for entry in _activities(data.catalogue):
        for where, _, fit in _fit_lists(entry):
            if fit.basis != "proposed" and all(each.source == "src:project-judgement" for each in fit.evidence):
                message = f'the basis is "{fit.basis}", but no source was read'
                yield data.source(entry).problem((*where, "basis"), "", message, "name the source, or write basis: proposed")


@rule("evidence-version")
def evidence_version(data: Data) -> Iterator[Problem]:
    """Evidence of a fit speaks of a version that the standard of the artefact has."""
    for entry in _activities(data.catalogue):
        for where, _, fit in _fit_lists(entry):
            standard = data.catalogue.entries.get(f"standard:{fit.artefact.partition(':')[0]}")
            own = getattr(data.catalogue.entries.get(fit.artefact), "versions", ())
            known = [version.version for version in getattr(standard, "versions", ())]
            for index, each in enumerate(fit.evidence):
                document = data.catalogue.entries.get(each.source)
                fine = {*known, *(version.version for version in own), getattr(document, "version", "")}
                if each.version and standard and standard.id in getattr(document, "about", ()) and each.version not in fine:
                    place = (*where, "evidence", index, "version")
                    yield data.source(entry).problem(place, "", f'{standard.label} has no version "{each.version}"', f"known: {', '.join(known)}")


@rule("cycle")
def cycle(data: Data) -> Iterator[Problem]:
    """Nothing is a part of itself, a kind of itself or its own successor, not even by a detour."""
    for relation, key in (("part-of", "part_of"), ("is-a", "is_a"), ("supersedes", "superseded_by")):
        seen: set[str] = set()
        for start in sorted(data.graph.nodes):
            ring = _ring(data.graph, start, relation)
            if ring and not seen & set(ring):
                seen |= set(ring)
                entry = data.catalogue.entries.get(start)
                if entry:
                    yield data.source(entry).problem((key,), "", f"this closes a ring: {' → '.join((*ring, ring[0]))}", "break the ring at one of these places")


def _ring(graph: Graph, start: str, relation: str) -> tuple[str, ...]:
    """The shortest way from a node back to itself, or nothing."""
    before: dict[str, str] = {}
    todo = [start]
    for id in todo:
        for edge in graph.out(id, relation):
            if edge.target == start:
                ring = [id]
                while ring[-1] != start:
                    ring.append(before[ring[-1]])
                return tuple(reversed(ring))
            if edge.target not in before:
                before[edge.target] = id
                todo.append(edge.target)
    return ()


@rule("retired")
def retired(data: Data) -> Iterator[Problem]:
    """A retired entry keeps its page, but nothing new points to it: its successor is named instead."""
    gone = {edge.target: edge.source for edge in data.graph.edges if edge.relation == "supersedes"}
    told: set[tuple[str, str]] = set()
    for edge in data.graph.edges:
        if edge.target in gone and edge.relation not in ("supersedes", "part-of") and (edge.source, edge.target) not in told:
            told.add((edge.source, edge.target))
            entry = _owner(data, edge.source)
            yield data.source(entry).problem((), "", f"{edge.target} is retired", f"write {gone[edge.target]}")


def _owner(data: Data, id: str) -> Entry:
    node = data.graph.nodes[id]
    return data.catalogue.entries[node.parent or node.id]


@rule("complete")
def complete(data: Data) -> Iterator[Problem]:
    """GSBPM has 8 phases and 44 sub-processes; each phase has its sub-processes in an unbroken row from 1."""
    counts = Counter(entry.code[0] for entry in data.catalogue.of("sub-process"))
    wanted = {"1": 6, "2": 6, "3": 7, "4": 4, "5": 8, "6": 5, "7": 5, "8": 3}
    if not counts:
        return
    for phase, number in wanted.items():
        for index in range(1, number + 1):
            if f"gsbpm:{phase}.{index}" not in data.catalogue:
                yield Problem(f"data/gsbpm/sub-processes/{phase}.{index}.yaml", 1, 1, "", f"sub-process {phase}.{index} has no file", "every sub-process needs its file")
        if f"gsbpm:{phase}" not in data.catalogue:
            yield Problem(f"data/gsbpm/phases/{phase}.yaml", 1, 1, "", f"phase {phase} has no file", "every phase needs its file")


@rule("language")
def language(data: Data) -> Iterator[Problem]:
    """There is one official name a language and edition."""
    for entry in data.catalogue.entries.values():
        seen: set[tuple[str, str, str]] = set()
        for index, label in enumerate(entry.labels):
            key = (label.lang, label.edition, label.status)
            if key in seen:
                yield data.source(entry).problem(("labels", index), "", f"a second {label.status} name in {label.lang}", "keep one; put the other into aliases")
            seen.add(key)


@rule("task-number")
def task_number(data: Data) -> Iterator[Problem]:
    """Granularity: a sub-process has three to six tasks, their codes unbroken from t01. Fewer say nothing, more are steps of a workflow."""
    for entry in data.catalogue.of("sub-process"):
        live = [task for task in entry.tasks if task.status != "deprecated"]
        source = data.source(entry)
        if entry.tasks and not 3 <= len(live) <= 6:
            yield source.problem(("tasks",), "", f"{len(live)} tasks", "keep three to six: merge what has one result, leave out what no artefact tells apart")
        for index, task in enumerate(entry.tasks):
            if task.code != f"t{index + 1:02}":
                yield source.problem(("tasks", index, "code"), "", f"{task.code} stands where t{index + 1:02} is expected", "codes run from t01 without gaps; a withdrawn task stays as deprecated")


_SEQUENCE = {"first", "then", "next", "finally", "afterwards", "subsequently"}
_NO_VERB = {"the", "a", "an", "of", "data", "statistical", "quality", "new", "all", "other"}
_VERBS = {"document", "implement", "supplement", "comment", "position"}


@rule("task-name")
def task_name(data: Data) -> Iterator[Problem]:
    """Naming: an imperative verb and its object, at most eight words, with no word of order and no name of a tool or standard."""
    names = {entry.name for entry in data.catalogue.of("tool")} | {entry.short for entry in data.catalogue.of("standard") if entry.family != "other"}
    proper = {name for name in names if name != name.lower()}
    for entry in data.catalogue.of("sub-process"):
        for index, task in enumerate(entry.tasks):
            fault = _name_fault(task.name.replace(",", "").split(), proper)
            if fault:
                yield data.source(entry).problem(("tasks", index, "name"), "", f'"{task.name}" {fault}', 'write a verb and its object, as in "Select the sample"')


def _name_fault(written: list[str], proper: set[str]) -> str:
    if len(written) > 8:
        return f"has {len(written)} words"
    words = [word.lower() for word in written]
    if words[0] not in _VERBS and words[0].endswith(("ing", "tion", "ment")) or words[0] in _NO_VERB:
        return "does not start with a verb"
    if _SEQUENCE & set(words):
        return "speaks of an order; the order belongs to a workflow"
    named = proper & set(written)
    return f"names {sorted(named)[0]}; a task outlives its tools and standards" if named else ""


@rule("task-purpose")
def task_purpose(data: Data) -> Iterator[Problem]:
    """Description: one line of purpose that says more than the name."""
    for entry in data.catalogue.of("sub-process"):
        for index, task in enumerate(entry.tasks):
            if len(task.purpose) > 300 or task.purpose.rstrip(".").lower() == task.name.lower():
                yield data.source(entry).problem(("tasks", index, "purpose"), "", "the purpose is longer than a line or repeats the name", "say in one line what the task is for")


@rule("task-twin")
def task_twin(data: Data) -> Iterator[Problem]:
    """Minimality and one home: no two tasks of the whole set say the same; a task that occurs elsewhere is linked, not repeated."""
    tasks = [(entry, index, task) for entry in data.catalogue.of("sub-process") for index, task in enumerate(entry.tasks) if task.status != "deprecated"]
    words = [frozenset(task.name.lower().split()) for _, _, task in tasks]
    for (one, (home, _, first)), (other, (entry, index, second)) in combinations(enumerate(tasks), 2):
        alike = len(words[one] & words[other]) * 2 > len(words[one] | words[other])
        if alike and SequenceMatcher(None, first.name.lower(), second.name.lower()).ratio() > 0.9:
            message = f'"{second.name}" is nearly the same as "{first.name}" of {home.local}'
            yield data.source(entry).problem(("tasks", index, "name"), "", message, "word the difference, or link to the other from the purpose")


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
                yield data.source(entry).problem(("versions", index, "status"), "", f'"{version.status}" in {version.version}, but it {said}', "mend the one or the other")
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
            yield source.problem(place, "", f"nothing says how a machine finds it in {version.version}", "give names, or say in not_checked why there is none")
        if names is None:
            if version.names and not version.not_checked:
                yield source.problem(place, "", f"no inventory of {prefix} {version.version} is held", "say in not_checked why no machine can check it")
            continue
        if not version.there:
            yield from _still_defined(source, place, prefix, version.version, version.names or _names(entry), names)
            continue
        for at, name in enumerate(version.names):
            if (name.kind, name.name) not in names:
                hint = suggest(name.name, (word for kind, word in names if kind == name.kind))
                yield source.problem((*place, "names", at), "", f'the {name.kind} "{name.name}" is not defined in {prefix} {version.version}', hint)


def _names(entry: Artefact) -> tuple[Name, ...]:
    """The names by which an artefact goes where it is there."""
    return next((version.names for version in entry.versions if version.there and version.names), ())


def _still_defined(source: Source, place: Where, prefix: str, version: str, claimed: tuple[Name, ...], names: frozenset[tuple[str, str]]) -> Iterator[Problem]:
    for name in claimed:
        if (name.kind, name.name) in names:
            message = f'the {name.kind} "{name.name}" is defined in {prefix} {version}, which is said not to have the artefact'
            yield source.problem((*place, "status"), "", message, "mend the status, or name what this version lacks in names")


@rule("orphan")
def orphan(data: Data) -> Iterator[Problem]:
    """Everything is linked with something: an entry that nothing names and that names nothing is found by nobody."""
    for id, node in data.graph.nodes.items():
        if node.parent or id not in data.catalogue:
            continue
        linked = [e for e in data.graph.outgoing.get(id, ()) if e.relation not in ("cites", "about") or node.kind == "crosswalk"]
        if not linked and not data.graph.incoming.get(id, ()) and node.kind not in ("phase", "standard", "gamso-area"):
            entry = data.catalogue[id]
            hint = "cite it, or remove the file" if node.kind == "source" else "link it from where it belongs, or remove the file"
            yield data.source(entry).problem((), "", "nothing links to this entry and it links to nothing", hint)


def described() -> Iterable[Rule]:
    """All rules, sorted by id."""
    return sorted(RULES, key=lambda each: each.id)
