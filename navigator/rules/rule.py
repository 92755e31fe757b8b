"""A rule: what no schema can say. Each rule is one generator; its docstring is its entry in the rule page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from navigator.graph import Graph
from navigator.inventory import Inventories
from navigator.model import Catalogue, Entry, SubProcess, inner
from navigator.model.process import OverarchingActivity
from navigator.problem import Problem, Severity
from navigator.reference import Reference
from navigator.source import Source, Where


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


def rule(
    id: str, severity: Severity = "error"
) -> Callable[[Callable[[Data], Iterator[Problem]]], Callable[[Data], Iterator[Problem]]]:
    def register(check: Callable[[Data], Iterator[Problem]]) -> Callable[[Data], Iterator[Problem]]:
        RULES.append(Rule(id, severity, check))
        return check

    return register


def check_all(data: Data) -> Iterator[Problem]:
    """Every breach of every rule."""
    for each in RULES:
        for problem in each.check(data):
            yield Problem(
                problem.path, problem.line, problem.column, each.id, problem.message, problem.hint, each.severity
            )


def fit_lists(entry: Entry) -> Iterator[tuple[Where, str, Any]]:
    """Every fit of an activity, with its place and the id of the activity or task it stands at."""
    for index, fit in enumerate(getattr(entry, "fits", ())):
        yield ("fits", index), entry.id, fit
    key = "tasks" if isinstance(entry, SubProcess) else "sub_activities"
    for outer, (id, _, value) in enumerate(inner(entry)):
        for index, fit in enumerate(value.fits):
            yield (key, outer, "fits", index), id, fit


def activities_of(catalogue: Catalogue) -> tuple[SubProcess | OverarchingActivity, ...]:
    return catalogue.of("sub-process") + catalogue.of("overarching-activity")


def described() -> Iterable[Rule]:
    """All rules, sorted by id."""
    return sorted(RULES, key=lambda each: each.id)
