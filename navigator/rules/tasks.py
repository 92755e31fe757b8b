"""The principles of tasks as rules: granularity, naming, description, minimality."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from navigator.problem import Problem
from navigator.rules.rule import Data, rule


@rule("task-number")
def task_number(data: Data) -> Iterator[Problem]:
    """Granularity: a sub-process has three to six tasks, their codes unbroken from t01. Fewer say nothing, more are steps of a workflow."""
    for entry in data.catalogue.of("sub-process"):
        live = [task for task in entry.tasks if task.status != "deprecated"]
        source = data.source(entry)
        if entry.tasks and not 3 <= len(live) <= 6:
            message = f"the sub-process has {len(live)} task{'' if len(live) == 1 else 's'}; three to six are expected"
            yield source.problem(
                ("tasks",), "", message, "merge what has one result, leave out what no artefact tells apart"
            )
        for index, task in enumerate(entry.tasks):
            if task.code != f"t{index + 1:02}":
                message = f"{task.code} stands where t{index + 1:02} is expected"
                yield source.problem(
                    ("tasks", index, "code"),
                    "",
                    message,
                    "codes run from t01 without gaps; a withdrawn task stays as deprecated",
                )


_SEQUENCE = {"first", "then", "next", "finally", "afterwards", "subsequently"}


_NO_VERB = {"", "the", "a", "an", "of", "data", "statistical", "quality", "new", "all", "other"}


_VERBS = {"document", "implement", "supplement", "comment", "position"}


@rule("task-name")
def task_name(data: Data) -> Iterator[Problem]:
    """Naming: an imperative verb and its object, at most eight words, with no word of order and no name of a tool or standard."""
    names = {entry.name for entry in data.catalogue.of("tool")} | {
        entry.short for entry in data.catalogue.of("standard") if entry.family != "other"
    }
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
                message = (
                    "the purpose repeats the name"
                    if again
                    else f"the purpose has {len(task.purpose)} characters; 300 are enough"
                )
                yield data.source(entry).problem(
                    ("tasks", index, "purpose"), "", message, "say in one line what the task is for"
                )


@rule("task-twin")
def task_twin(data: Data) -> Iterator[Problem]:
    """Minimality and one home: no two tasks of the whole set say the same; a task that occurs elsewhere is linked, not repeated."""
    tasks = [
        (entry, index, task)
        for entry in data.catalogue.of("sub-process")
        for index, task in enumerate(entry.tasks)
        if task.status != "deprecated"
    ]
    words = [frozenset(task.name.lower().split()) for _, _, task in tasks]
    for (one, (home, _, first)), (other, (entry, index, second)) in combinations(enumerate(tasks), 2):
        alike = len(words[one] & words[other]) * 2 > len(words[one] | words[other])
        if alike and SequenceMatcher(None, first.name.lower(), second.name.lower()).ratio() > 0.9:
            message = f'"{second.name}" is nearly the same as "{first.name}" of {home.local}'
            yield data.source(entry).problem(
                ("tasks", index, "name"), "", message, "word the difference, or link to the other from the purpose"
            )
