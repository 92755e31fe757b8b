"""The site: the catalogue and its graph, with the few questions that every view asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from navigator.finder import Finder
from navigator.graph import Edge, Graph, Node
from navigator.inventory import Inventories
from navigator.model import Catalogue, counting
from navigator.model.process import OverarchingActivity, Phase, SubProcess
from navigator.model.standards import Standard

#: Order of standards wherever they stand side by side.
ORDER = ("sdmx", "ddi-l", "ddi-c", "ddi-cdi", "vtl", "xkos", "sdtl", "ddi-cv", "other")
#: Families by which the map can be switched.
FAMILIES = {"sdmx": "SDMX", "ddi": "DDI", "companion": "Companions"}


@dataclass(frozen=True)
class Site:
    """Everything that views are made from."""

    catalogue: Catalogue
    graph: Graph
    inventories: Inventories
    finder: Finder = field(default_factory=Finder)

    def node(self, id: str) -> Node:
        return self.graph.nodes[id]

    def nodes(self, ids: Iterable[str]) -> tuple[Node, ...]:
        return tuple(self.graph.nodes[id] for id in ids)

    def sources_of(self, edges: Iterable[Edge]) -> tuple[Node, ...]:
        """The nodes that edges come from, each once, sorted by code as people count, then by label."""
        return self._unique(edge.source for edge in edges)

    def targets_of(self, edges: Iterable[Edge]) -> tuple[Node, ...]:
        """The nodes that edges lead to, each once, sorted by code as people count, then by label."""
        return self._unique(edge.target for edge in edges)

    def _unique(self, ids: Iterable[str]) -> tuple[Node, ...]:
        return tuple(sorted(self.nodes(dict.fromkeys(ids)), key=in_lists))

    def standard_of(self, artefact: str) -> Standard:
        """The standard that an artefact belongs to."""
        found: Standard = self.catalogue[f"standard:{artefact.partition(':')[0]}"]
        return found

    def apart(self, nodes: Iterable[Node]) -> dict[str, str]:
        """The short name of the standard of each artefact whose name stands more than once in one list, by its id."""
        artefacts = {node.id: node for node in nodes if node.kind == "artefact"}
        names = Counter(node.label.casefold() for node in artefacts.values())
        return {id: self.standard_of(id).short for id, node in artefacts.items() if names[node.label.casefold()] > 1}

    def is_standard(self, node: Node) -> bool:
        """Whether a neighbouring standard is one that has its page among the standards of the site."""
        return node.kind == "neighbour" and f"standard:{node.id.partition(':')[2]}" in self.catalogue

    @cached_property
    def phases(self) -> tuple[Phase, ...]:
        return self.catalogue.of("phase")

    @cached_property
    def steps(self) -> tuple[SubProcess, ...]:
        """All sub-processes in the order of their codes."""
        return tuple(sorted(self.catalogue.of("sub-process"), key=lambda each: counting(each.id)))

    def steps_of(self, phase: Phase) -> tuple[SubProcess, ...]:
        return self._steps_by_phase[phase.id]

    @cached_property
    def overarching(self) -> tuple[OverarchingActivity, ...]:
        return self.catalogue.of("overarching-activity")

    @cached_property
    def standards(self) -> tuple[Standard, ...]:
        """The standards that artefacts belong to, in their usual order."""
        return tuple(self.catalogue[f"standard:{key}"] for key in ORDER if f"standard:{key}" in self.catalogue)

    @cached_property
    def ledger(self) -> tuple[Standard, ...]:
        """The standards for which every activity owes a verdict."""
        return tuple(each for each in self.standards if each.family in FAMILIES)

    @cached_property
    def fits_citing(self) -> Counter[str]:
        """How many fits name each source as evidence."""
        fits = (edge.value for edge in self.graph.edges if edge.relation == "fit")
        return Counter(source for fit in fits for source in {each.source for each in fit.evidence})

    @cached_property
    def _steps_by_phase(self) -> dict[str, tuple[SubProcess, ...]]:
        return {phase.id: tuple(step for step in self.steps if step.phase == phase.id) for phase in self.phases}

    def within(self, activity: str) -> tuple[str, ...]:
        """An activity and what lies inside it: its tasks or sub-activities, and for a phase its sub-processes."""
        inside = [edge.source for edge in self.graph.into(activity, "part-of")]
        return (activity, *(id for child in inside for id in self.within(child)))


def in_lists(node: Node) -> tuple[object, ...]:
    """Where a thing stands in a list: what has a code by its code, 3.2 before 3.10, the others after it by name."""
    return (0, counting(node.id)) if node.code else (1, node.label.lower(), node.id)


def order_of(artefact: str) -> int:
    """Where the standard of an artefact stands in the usual order."""
    prefix = artefact.partition(":")[0]
    return ORDER.index(prefix) if prefix in ORDER else len(ORDER)
