"""The data of the map: what its overlays paint, as a plain script that a page loads when somebody asks for it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from navigator import kinds
from navigator.export import network, office
from navigator.graph import Node
from navigator.model import counting, inner
from navigator.model.common import BASES, ROLES, STRENGTHS
from navigator.model.process import EDITION, EDITIONS, Activity
from navigator.view.site import Site, order_of

MAP_URL = "assets/map-data.js"
#: Kinds whose page addresses the scripts make from an id.
LINKED = (
    "artefact",
    "standard",
    "use-case",
    "tool",
    "information-object",
    "aspect",
    "role",
    "task",
    "overarching-sub-activity",
)


@dataclass(frozen=True)
class Places:
    """The boxes of the map in their order, and the box in which each activity lies."""

    entries: tuple[Activity, ...]
    index: Mapping[str, int]

    def of(self, ids: Iterable[str]) -> list[int]:
        """The boxes that activities lie in, in the order named; a phase stands for its sub-processes."""
        return [box for id in ids if id in self.index for box in self._boxes(self.index[id])]

    def _boxes(self, box: int) -> list[int]:
        if self.entries[box].kind != "phase":
            return [box]
        return [
            index for index, entry in enumerate(self.entries) if getattr(entry, "phase", "") == self.entries[box].id
        ]


def files(site: Site) -> Iterator[tuple[str, str]]:
    """What the map, an office's picture and the graph load or offer: address and text of each file."""
    yield MAP_URL, script("navigatorMap", data(site))
    yield network.GRAPH_URL, network.script(site.graph)
    yield office.SCHEMA_URL, office.schema_text()
    yield office.EXAMPLE_URL, office.example_text()


def script(name: str, value: Any) -> str:
    """A value as a script that sets one global, for pages opened from disk."""
    return f"window.{name}={json.dumps(value, ensure_ascii=False, separators=(',', ':'))};\n"


def places(site: Site) -> Places:
    entries = tuple(entry for phase in site.phases for entry in (phase, *site.steps_of(phase))) + site.overarching
    boxes = {entry.id: index for index, entry in enumerate(entries)}
    inside = {id: boxes[entry.id] for entry in entries for id, _, _ in inner(entry)}
    return Places(entries, {**boxes, **inside})


def data(site: Site) -> dict[str, Any]:
    """Everything that overlays are computed from, each thing once; fits as numbers, six for each."""
    found = places(site)
    artefacts = sorted(site.catalogue.of("artefact"), key=lambda each: (order_of(each.id), each.name.lower(), each.id))
    return {
        "edition": EDITION,
        "editions": list(EDITIONS),
        "words": {"roles": list(ROLES), "strengths": list(STRENGTHS), "bases": list(BASES)},
        "urls": {kind: kinds.url_of(kind, _pattern(kind)) for kind in LINKED},
        "places": [[entry.id, entry.label, _other_names(entry)] for entry in found.entries],
        "inside": [[id, value.name, found.index[id]] for entry in found.entries for id, _, value in inner(entry)],
        "standards": [[each.local, each.short, each.family] for each in site.standards],
        "artefacts": [[each.id, each.name] for each in artefacts],
        "fits": _fits(site, found, {each.id: index for index, each in enumerate(artefacts)}),
        "cases": [
            [each.local, each.name, [found.of([step.activity]) for step in each.steps]]
            for each in site.catalogue.of("use-case")
        ],
        "tools": [[each.local, each.name, _reach(found, each.activities)] for each in site.catalogue.of("tool")],
        "objects": [
            row
            for row in (_object(site, found, each.id) for each in site.catalogue.of("information-object"))
            if row[2] or row[3]
        ],
        "aspects": [
            [each.local, each.name, _reach(found, (edge.source for edge in site.graph.into(each.id, "covers")))]
            for each in site.catalogue.of("aspect")
        ],
        "roles": [
            [each.local, each.name, _reach(found, (edge.target for edge in site.graph.out(each.id, "answers-for")))]
            for each in site.catalogue.of("role")
        ],
        "superseded": superseded(site),
    }


def _pattern(kind: str) -> str:
    """An id in whose place a script puts the parts of a real one."""
    return "{prefix}:{parent}.{code}" if kind in kinds.INNER else "{prefix}:{name}"


def _other_names(entry: Activity) -> dict[str, str]:
    """The names of other editions where they differ; an edition without the activity is left out."""
    return {edition: name for edition, name in sorted(entry.names.items()) if name != entry.label}


def _fits(site: Site, found: Places, artefacts: Mapping[str, int]) -> list[int]:
    """Artefact, box, place inside the box (0: the box itself), role, strength and basis of each fit, in a row."""
    codes = {id: number for entry in found.entries for number, (id, _, _) in enumerate(inner(entry), 1)}
    edges = (edge for edge in site.graph.edges if edge.relation == "fit" and edge.target in found.index)
    rows = sorted(
        (found.index[edge.target], codes.get(edge.target, 0), STRENGTHS.index(edge.value.strength), artefacts[edge.source],
         ROLES.index(edge.value.role), BASES.index(edge.value.basis))
        for edge in edges
    )  # fmt: skip
    return [
        number
        for box, inside, strength, artefact, role, basis in rows
        for number in (artefact, box, inside, role, strength, basis)
    ]


def _reach(found: Places, activities: Iterable[str]) -> list[int]:
    return sorted(set(found.of(activities)))


def _object(site: Site, found: Places, id: str) -> tuple[str, str, list[int], list[int]]:
    """An information object with the boxes that take it in and those that give it out."""
    node: Node = site.node(id)
    taken, given = (
        _reach(found, (edge.source for edge in site.graph.into(id, relation))) for relation in ("takes-in", "gives-out")
    )
    return node.id.partition(":")[2], node.label, taken, given


def superseded(site: Site) -> dict[str, str]:
    """Each retired id with the id that takes its place."""
    pairs = [(edge.target, edge.source) for edge in site.graph.edges if edge.relation == "supersedes"]
    return dict(sorted(pairs, key=lambda pair: counting(pair[0])))
