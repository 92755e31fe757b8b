"""Where assertion and derivation meet: what the graph suggests at each step, and what nobody asserted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from navigator.graph import Node
from navigator.model.process import SubProcess
from navigator.view.fits import FitRow, rows_at
from navigator.view.site import Site
from navigator.view.step import Derived, derived


@dataclass(frozen=True)
class Disagreement:
    """One step: what the graph suggests and nobody asserted, and primary fits that the graph does not explain."""

    node: Node
    suggested: tuple[Derived, ...]
    unexplained: tuple[FitRow, ...]
    agreed: int


@dataclass(frozen=True)
class DerivationView:
    """Context of the page where assertion and derivation meet."""

    steps: tuple[Disagreement, ...]
    derived: int
    agreed: int


def derivation(site: Site) -> DerivationView:
    steps = tuple(_disagreement(site, step) for step in site.steps)
    return DerivationView(
        steps, sum(len(each.suggested) + each.agreed for each in steps), sum(each.agreed for each in steps)
    )


def _disagreement(site: Site, step: SubProcess) -> Disagreement:
    found = _once(derived(site, step))
    reached = {each.artefact.id for each in found}
    primary = tuple(
        row
        for row in rows_at(site, site.within(step.id))
        if row.fit.strength == "primary" and row.artefact.id not in reached
    )
    return Disagreement(
        site.node(step.id),
        tuple(each for each in found if not each.asserted),
        primary,
        sum(each.asserted for each in found),
    )


def _once(found: Iterable[Derived]) -> tuple[Derived, ...]:
    """One path for each artefact, the first in order."""
    first: dict[str, Derived] = {}
    for each in found:
        first.setdefault(each.artefact.id, each)
    return tuple(first.values())
