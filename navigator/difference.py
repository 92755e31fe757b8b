"""The difference between two states of the data, in the words of those who use them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from navigator import kinds
from navigator.graph import Node
from navigator.model import counting
from navigator.model.process import OverarchingActivity, SubProcess
from navigator.view.fits import FitRow, Verdict, row, verdicts
from navigator.view.site import Site, order_of

#: What one fit says, apart from its place, artefact and role: the names under which changes are told.
_SAYS = ("strength", "basis", "why", "evidence")
FitKey = tuple[str, str, str]


@dataclass(frozen=True)
class FitChange:
    """A fit that came, went or changed: at which activity, what was there before and what is there after."""

    activity: Node
    before: FitRow | None
    after: FitRow | None

    @property
    def row(self) -> FitRow:
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def says(self) -> tuple[str, ...]:
        """Which parts of the fit changed."""
        if self.before is None or self.after is None:
            return ()
        one, other = self.before.fit, self.after.fit
        return tuple(part for part in _SAYS if getattr(one, part) != getattr(other, part))


@dataclass(frozen=True)
class VerdictChange:
    """A verdict on a standard at an activity that is another one now."""

    activity: Node
    before: Verdict
    after: Verdict


@dataclass(frozen=True)
class Coverage:
    """At how many of the activities in a part of the process something of a standard fits, before and after."""

    standard: str
    part: str
    total: int
    before: Mapping[str, int]
    after: Mapping[str, int]


@dataclass(frozen=True)
class Thing:
    """A thing that came, went, was renamed, retired or reworded. ``note``: its former name, or its successor."""

    change: str
    node: Node
    note: str = ""


@dataclass(frozen=True)
class Difference:
    """Everything that a reader of the site would notice."""

    fits: tuple[FitChange, ...]
    verdicts: tuple[VerdictChange, ...]
    coverage: tuple[Coverage, ...]
    phases: tuple[Coverage, ...]
    things: tuple[Thing, ...]
    pairs: tuple[tuple[str, str], ...]
    gone: tuple[str, ...]
    reread: tuple[FitRow, ...]
    read: tuple[FitRow, ...]

    @property
    def empty(self) -> bool:
        return not (self.fits or self.verdicts or self.things or self.pairs or self.gone or self.reread or self.read)


def compare(before: Site, after: Site) -> Difference:
    """What changes from one state to the other."""
    old, new = fits_of(before), fits_of(after)
    ledgers = ledger_of(before), ledger_of(after)
    return Difference(
        fits=tuple(fit_changes(old, new)),
        verdicts=tuple(verdict_changes(after, *ledgers)),
        coverage=tuple(coverage(after, *ledgers)),
        phases=tuple(each for each in phases(after, *ledgers) if each.before != each.after),
        things=tuple(things(before, after)),
        pairs=tuple(pairs(before, after)),
        gone=tuple(
            sorted(
                {node.url for node in before.graph.nodes.values()} - {node.url for node in after.graph.nodes.values()}
            )
        ),
        reread=tuple(
            each for key, each in new.items() if each.reread and not (key in old and old[key].reread == each.reread)
        ),
        read=tuple(new[key] for key, each in old.items() if each.reread and key in new and not new[key].reread),
    )


def fits_of(site: Site) -> dict[FitKey, FitRow]:
    """Every fit by activity, artefact and role, in the order of the process."""
    rows = [row(site, edge) for edge in site.graph.edges if edge.relation == "fit"]
    rows.sort(
        key=lambda each: (counting(each.activity.id), order_of(each.artefact.id), each.artefact.id, each.fit.role)
    )
    return {(each.activity.id, each.artefact.id, each.fit.role): each for each in rows}


def fit_changes(old: Mapping[FitKey, FitRow], new: Mapping[FitKey, FitRow]) -> Iterator[FitChange]:
    for key in sorted({**old, **new}, key=lambda key: (counting(key[0]), order_of(key[1]), key[1:])):
        before, after = old.get(key), new.get(key)
        found = after or before
        change = FitChange(found.activity, before, after) if found else None
        if change and (before is None or after is None or change.says):
            yield change


Ledger = dict[tuple[str, str], Verdict]


def ledger_of(site: Site) -> Ledger:
    """The verdicts by activity and standard."""
    entries: tuple[SubProcess | OverarchingActivity, ...] = (*site.steps, *site.overarching)
    return {(entry.id, each.standard.id): each for entry in entries for each in verdicts(site, entry)}


def verdict_changes(site: Site, old: Ledger, new: Ledger) -> Iterator[VerdictChange]:
    """Verdicts whose word changed, for activities and standards that are in both states."""
    for key, after in new.items():
        if key in old and (old[key].state, old[key].reason) != (after.state, after.reason):
            yield VerdictChange(site.node(key[0]), old[key], after)


def coverage(site: Site, old: Ledger, new: Ledger) -> Iterator[Coverage]:
    """Each standard over all sub-processes."""
    steps = [step.id for step in site.steps]
    for standard in site.ledger:
        yield Coverage(
            standard.short, "", len(steps), _counted(old, steps, standard.id), _counted(new, steps, standard.id)
        )


def phases(site: Site, old: Ledger, new: Ledger) -> Iterator[Coverage]:
    """Each standard over the sub-processes of each phase."""
    for phase in site.phases:
        steps = [step.id for step in site.steps_of(phase)]
        for standard in site.ledger:
            yield Coverage(
                standard.short,
                f"{phase.code} {phase.label}",
                len(steps),
                _counted(old, steps, standard.id),
                _counted(new, steps, standard.id),
            )


def _counted(ledger: Ledger, steps: Iterable[str], standard: str) -> dict[str, int]:
    states = [ledger[step, standard].state for step in steps if (step, standard) in ledger]
    return {word: states.count(word) for word in ("fits", "nothing-fits", "not-considered")}


def things(before: Site, after: Site) -> Iterator[Thing]:
    """Things that came, went, were renamed, retired or reworded, by kind and id."""
    old, new = before.graph.nodes, after.graph.nodes
    moved = dict(_moved(old, new))
    for id in sorted(
        {**old, **new}, key=lambda id: (list(kinds.PLURALS).index((new.get(id) or old[id]).kind), counting(id))
    ):
        if id not in old:
            if id not in moved.values():
                yield Thing("new", new[id])
        elif id not in new:
            yield Thing("moved", new[moved[id]], id) if id in moved else Thing("gone", old[id])
        else:
            yield from _changed(old[id], new[id])


def _moved(old: Mapping[str, Node], new: Mapping[str, Node]) -> Iterator[tuple[str, str]]:
    """Ids that went while a thing of the same kind and name came: the same thing under another id."""
    came = {(node.kind, node.label): id for id, node in new.items() if id not in old}
    for id, node in old.items():
        if id not in new and (node.kind, node.label) in came:
            yield id, came[node.kind, node.label]


def _changed(old: Node, new: Node) -> Iterator[Thing]:
    successor = getattr(new.value, "superseded_by", "")
    if successor and successor != getattr(old.value, "superseded_by", ""):
        yield Thing("retired", new, successor)
    if old.label != new.label:
        yield Thing("renamed", new, old.label)
    elif _words(old.value) != _words(new.value):
        yield Thing("reworded", new)


#: What is told elsewhere in the report, or says nothing to a reader.
_ELSEWHERE = {"fits", "nothing_fits", "tasks", "sub_activities", "matches", "none", "path", "review", "superseded_by"}


def _words(value: Any) -> dict[str, Any]:
    return {key: item for key, item in vars(value).items() if key not in _ELSEWHERE}


def pairs(before: Site, after: Site) -> Iterator[tuple[str, str]]:
    """Pairs of the crosswalk that came, went or got another match: a verb and the pair in words."""
    old, new = _pairs(before), _pairs(after)
    for key in sorted({**old, **new}):
        if old.get(key) != new.get(key):
            site = after if key in new else before
            names = " – ".join(f"{site.standard_of(id).short} {site.node(id).label}" for id in key)
            if key in old and key in new:
                yield "changed", f"{names}: {new[key]} (was {old[key]})"
            else:
                yield ("new", f"{names}: {new[key]}") if key in new else ("gone", f"{names}: {old[key]}")


def _pairs(site: Site) -> dict[tuple[str, str], str]:
    return {(edge.source, edge.target): edge.value.match for edge in site.graph.edges if edge.relation == "match"}
