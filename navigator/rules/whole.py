"""Rules on the data as a whole: rings, retired entries, what is missing, what stands alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from navigator.graph import Graph
from navigator.kinds import BY_NAME
from navigator.model import Entry
from navigator.problem import Problem
from navigator.rules.rule import Data, rule
from navigator.words import languages


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
                    yield data.source(entry).problem(
                        (key,),
                        "",
                        f"this closes a ring: {' → '.join((*ring, ring[0]))}",
                        "break the ring at one of these places",
                    )


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
            if (
                successor
                and each.where[0] != "part_of"
                and each.where[-1] != "superseded_by"
                and source.at(each.where) == each.id
            ):
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
            yield data.source(entry).problem(
                (), "", f"GSBPM has no sub-process {code}", "rename the file, or remove it"
            )
    for kind, codes in (("sub-process", wanted), ("phase", list(_STEPS))) if steps else ():
        for code in codes:
            if f"gsbpm:{code}" not in data.catalogue:
                yield Problem(
                    f"data/{BY_NAME[kind].folder}/{code}.yaml",
                    1,
                    1,
                    "",
                    f"{kind} {code} has no file",
                    f"every {kind} needs its file",
                )


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


@rule("orphan", "warning")
def orphan(data: Data) -> Iterator[Problem]:
    """Everything is linked with something: an entry that nothing names and that names nothing is found by nobody."""
    for id, node in data.graph.nodes.items():
        if node.parent or id not in data.catalogue:
            continue
        linked = [
            e
            for e in data.graph.outgoing.get(id, ())
            if e.relation not in ("cites", "about") or node.kind == "crosswalk"
        ]
        if (
            not linked
            and not data.graph.incoming.get(id, ())
            and node.kind not in ("phase", "sub-process", "standard", "gamso-area", "gamso-activity")
        ):
            entry = data.catalogue[id]
            hint = (
                "cite it, or remove the file"
                if node.kind == "source"
                else "link it from where it belongs, or remove the file"
            )
            yield data.source(entry).problem((), "", "nothing links to this entry and it links to nothing", hint)
