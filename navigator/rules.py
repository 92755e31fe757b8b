"""The rules: what no schema can say. Each is one generator; its docstring is its entry in the rule page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from typing import Any

from navigator.graph import Graph
from navigator.inventory import Inventories
from navigator.kinds import BY_NAME
from navigator.model import Artefact, Catalogue, Entry, SubProcess, inner
from navigator.model.process import OverarchingActivity
from navigator.model.standards import Name
from navigator.problem import Problem, Severity, suggest
from navigator.reference import Reference
from navigator.source import Source, Where
from navigator.words import languages


@dataclass(frozen=True)
class Data:
    """What a rule sees."""

    catalogue: Catalogue
    graph: Graph
    inventories: Inventories
    references: Mapping[str, list[Reference]]

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
                message = f'{fit.artefact} stands here twice in the role "{fit.role}"'
                yield source.problem(where, "", message, f"the first is on line {line}; merge the two")
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
    """A retired entry keeps its page, but nothing new points to it: its successor is named instead. Prose may still speak of it."""
    successors = {edge.target: edge.source for edge in data.graph.edges if edge.relation == "supersedes"}
    for entry in data.catalogue.entries.values():
        if entry.superseded_by:
            continue
        source = data.source(entry)
        for each in data.references[entry.path]:
            successor = _last(each.id, successors)
            if successor and each.where[0] != "part_of" and each.where[-1] != "superseded_by" and source.at(each.where) == each.id:
                yield source.problem(each.where, "", f"{each.id} is retired", f"write {successor}")


def _last(id: str, successors: Mapping[str, str]) -> str:
    """The entry that stands at the end of a row of successors; nothing where the row closes to a ring."""
    seen = {id}
    while id in successors:
        id = successors[id]
        if id in seen:
            return ""
        seen.add(id)
    return id if len(seen) > 1 else ""


_STEPS = {"1": 6, "2": 6, "3": 7, "4": 4, "5": 8, "6": 5, "7": 5, "8": 3}


@rule("complete")
def complete(data: Data) -> Iterator[Problem]:
    """GSBPM has 8 phases and 44 sub-processes, no more and no fewer; a tree that holds some holds them all."""
    steps = {entry.local: entry for entry in data.catalogue.of("sub-process")}
    wanted = [f"{phase}.{index}" for phase, number in _STEPS.items() for index in range(1, number + 1)]
    for code, entry in steps.items():
        if code not in wanted:
            yield data.source(entry).problem((), "", f"GSBPM has no sub-process {code}", "rename the file, or remove it")
    for kind, codes in (("sub-process", wanted), ("phase", list(_STEPS))) if steps else ():
        for code in codes:
            if f"gsbpm:{code}" not in data.catalogue:
                yield Problem(f"data/{BY_NAME[kind].folder}/{code}.yaml", 1, 1, "", f"{kind} {code} has no file", f"every {kind} needs its file")


@rule("home")
def home(data: Data) -> Iterator[Problem]:
    """What an entry belongs to is there: the standard of an artefact, the model of an activity or information object, the area of a GAMSO activity."""
    told: set[str] = set()
    for entry in data.catalogue.entries.values():
        owner = _home_of(entry)
        if owner and owner not in data.catalogue and owner not in told:
            told.add(owner)
            folder = "gsbpm/gamso/areas" if owner.startswith("gamso:") else "standards"
            hint = f"add data/{folder}/{owner.partition(':')[2]}.yaml, or move this file"
            yield data.source(entry).problem((), "", f'this entry belongs to "{owner}", which is not there', hint)


def _home_of(entry: Entry) -> str:
    models = {
        "phase": "standard:gsbpm", "sub-process": "standard:gsbpm", "overarching-activity": "standard:gsbpm", "gamso-area": "standard:gamso",
        "information-object": "standard:gsim",
    }  # fmt: skip
    own = {"artefact": "standard", "gamso-activity": "area"}
    return models.get(entry.kind) or str(getattr(entry, own.get(entry.kind, ""), ""))


@rule("language")
def language(data: Data) -> Iterator[Problem]:
    """There is one name a language, edition and status."""
    for entry in data.catalogue.entries.values():
        seen: set[tuple[str, str, str]] = set()
        for index, label in enumerate(entry.labels):
            key = (label.lang, label.edition, label.status)
            if key in seen:
                message = f"a second {label.status} name in {languages.get(label.lang, label.lang)}"
                yield data.source(entry).problem(("labels", index), "", message, "keep one; put the other into aliases")
            seen.add(key)


@rule("task-number")
def task_number(data: Data) -> Iterator[Problem]:
    """Granularity: a sub-process has three to six tasks, their codes unbroken from t01. Fewer say nothing, more are steps of a workflow."""
    for entry in data.catalogue.of("sub-process"):
        live = [task for task in entry.tasks if task.status != "deprecated"]
        source = data.source(entry)
        if entry.tasks and not 3 <= len(live) <= 6:
            message = f"the sub-process has {len(live)} task{'' if len(live) == 1 else 's'}; three to six are expected"
            yield source.problem(("tasks",), "", message, "merge what has one result, leave out what no artefact tells apart")
        for index, task in enumerate(entry.tasks):
            if task.code != f"t{index + 1:02}":
                message = f"{task.code} stands where t{index + 1:02} is expected"
                yield source.problem(("tasks", index, "code"), "", message, "codes run from t01 without gaps; a withdrawn task stays as deprecated")


_SEQUENCE = {"first", "then", "next", "finally", "afterwards", "subsequently"}
_NO_VERB = {"", "the", "a", "an", "of", "data", "statistical", "quality", "new", "all", "other"}
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
                hint = 'write a verb and its object, as in "Select the sample"'
                yield data.source(entry).problem(("tasks", index, "name"), "", f'"{task.name}" {fault}', hint)


def _name_fault(written: list[str], proper: set[str]) -> str:
    if len(written) > 8:
        return f"has {len(written)} words; eight are enough"
    words = [word.lower() for word in written] or [""]
    if words[0] in _NO_VERB or (words[0] not in _VERBS and words[0].endswith(("ing", "tion", "ment"))):
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
            again = task.purpose.rstrip(".").lower() == task.name.lower()
            if again or len(task.purpose) > 300:
                message = "the purpose repeats the name" if again else f"the purpose has {len(task.purpose)} characters; 300 are enough"
                yield data.source(entry).problem(("tasks", index, "purpose"), "", message, "say in one line what the task is for")


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
                message = f'"{version.status}" in {version.version}, but it {said}'
                yield data.source(entry).problem(("versions", index, "status"), "", message, "mend the one or the other")
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
                hint = _instead(name, names) or f"look it up in data/inventories/{prefix}-{version.version}.tsv"
                yield source.problem((*place, "names", at), "", f'the {name.kind} "{name.name}" is not defined in {prefix} {version.version}', hint)


def _instead(name: Name, names: frozenset[tuple[str, str]]) -> str:
    """The same name of another kind, or the nearest one of this kind."""
    others = sorted(kind for kind, word in names if word == name.name)
    return f"there it is of the kind {others[0]}" if others else suggest(name.name, sorted(word for kind, word in names if kind == name.kind))


def _names(entry: Artefact) -> tuple[Name, ...]:
    """The names by which an artefact goes where it is there."""
    return next((version.names for version in entry.versions if version.there and version.names), ())


def _still_defined(source: Source, place: Where, prefix: str, version: str, claimed: tuple[Name, ...], names: frozenset[tuple[str, str]]) -> Iterator[Problem]:
    for name in claimed:
        if (name.kind, name.name) in names:
            message = f'the {name.kind} "{name.name}" is defined in {prefix} {version}, which is said not to have the artefact'
            yield source.problem((*place, "status"), "", message, "mend the status, or name what this version lacks in names")


@rule("orphan", "warning")
def orphan(data: Data) -> Iterator[Problem]:
    """Everything is linked with something: an entry that nothing names and that names nothing is found by nobody."""
    for id, node in data.graph.nodes.items():
        if node.parent or id not in data.catalogue:
            continue
        linked = [e for e in data.graph.outgoing.get(id, ()) if e.relation not in ("cites", "about") or node.kind == "crosswalk"]
        if not linked and not data.graph.incoming.get(id, ()) and node.kind not in ("phase", "sub-process", "standard", "gamso-area", "gamso-activity"):
            entry = data.catalogue[id]
            hint = "cite it, or remove the file" if node.kind == "source" else "link it from where it belongs, or remove the file"
            yield data.source(entry).problem((), "", "nothing links to this entry and it links to nothing", hint)


def described() -> Iterable[Rule]:
    """All rules, sorted by id."""
    return sorted(RULES, key=lambda each: each.id)
