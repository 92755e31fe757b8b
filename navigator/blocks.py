"""Blocks: the parts of people's pages that are computed from the data."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from navigator import export, kinds, markdown
from navigator.graph import RELATIONS, Node
from navigator.model.common import STRENGTHS
from navigator.model.process import Phase, SubProcess
from navigator.model.standards import HandOver, Standard
from navigator.view.fits import FitRow, rows_at
from navigator.view.site import Site

_BLOCK = re.compile(r"^<!-- computed: ([a-z-]+) -->$", re.M)

#: What the guidance of a step says, in words.
LEADS = {"sdmx": "SDMX", "ddi": "DDI", "both": "both", "neither": "neither", "": "no guidance yet"}
#: Standards that accompany SDMX and DDI.
COMPANIONS = ("vtl", "xkos", "sdtl", "ddi-cdi")


@dataclass(frozen=True)
class Lead:
    """What the guidance of a step says on SDMX and DDI."""

    step: SubProcess
    key: str
    why: str

    @property
    def name(self) -> str:
        return LEADS[self.key]


@dataclass(frozen=True)
class Company:
    """The artefacts of the companions at a step, by standard, the strongest first."""

    step: SubProcess
    cells: tuple[tuple[FitRow, ...], ...]


@dataclass(frozen=True)
class InUse:
    """One version of a standard: what it has, and who is known to use it."""

    standard: Standard
    version: str
    date: str
    status: str
    artefacts: int
    tools: int
    cases: int


def fill(text: str, made: Mapping[str, str]) -> str:
    """A page with each mark <!-- computed: name --> replaced by the block of that name."""
    return _BLOCK.sub(lambda match: made[match[1]], text)


def named(text: str) -> list[str]:
    """The names of the blocks that a page asks for."""
    return _BLOCK.findall(text)


def blocks(site: Site) -> dict[str, str]:
    """Every computed block as Markdown, by name."""
    names = site.graph.nodes
    leads = [(phase, [_lead(step) for step in site.steps_of(phase)]) for phase in site.phases]
    company = [_company(site, step) for step in site.steps]
    hand_overs = [(each, _ends(site, each.origin), _ends(site, each.target)) for each in _in_order(site)]
    return {
        "lead-counts": markdown.render("lead-counts", counted=Counter(lead.key for _, row in leads for lead in row)),
        "lead-map": markdown.render("lead-map", leads=leads, width=_widest(leads)),
        "leads": markdown.render("leads", names, leads=leads),
        "companions": markdown.render("companions", columns=_companions(site), rows=company),
        "hand-overs": markdown.render("hand-overs", names, rows=hand_overs),
        "versions": markdown.render("versions", rows=list(_versions(site))),
        "roles": markdown.render(
            "roles", names, roles=sorted(site.catalogue.of("role"), key=lambda role: role.name.lower())
        ),
        "kinds": markdown.render("kinds", rows=list(_kinds(site)), plurals=kinds.PLURALS),
        "relations": markdown.render("relations", relations=RELATIONS),
    }


def _kinds(site: Site) -> Iterator[tuple[Node, str, int]]:
    """One thing of each kind, the address of its JSON file, and how many there are."""
    for kind in kinds.PLURALS:
        found = sorted((node for node in site.graph.nodes.values() if node.kind == kind), key=lambda node: node.id)
        if found:
            yield found[0], export.url_of_json(found[0]), len(found)


def _lead(step: SubProcess) -> Lead:
    return Lead(step, step.guidance.lead, step.guidance.why) if step.guidance else Lead(step, "", "")


def _widest(leads: list[tuple[Phase, list[Lead]]]) -> int:
    return max((len(row) for _, row in leads), default=0)


def _companions(site: Site) -> tuple[Standard, ...]:
    return tuple(site.catalogue[f"standard:{name}"] for name in COMPANIONS if f"standard:{name}" in site.catalogue)


def _company(site: Site, step: SubProcess) -> Company:
    rows = rows_at(site, site.within(step.id))
    return Company(
        step, tuple(_once(row for row in rows if row.standard is standard) for standard in _companions(site))
    )


def _once(rows: Iterator[FitRow]) -> tuple[FitRow, ...]:
    """The strongest row of each artefact."""
    best: dict[str, FitRow] = {}
    for row in sorted(rows, key=lambda each: STRENGTHS.index(each.fit.strength)):
        best.setdefault(row.artefact.id, row)
    return tuple(best.values())


def _in_order(site: Site) -> list[HandOver]:
    """The hand-overs in the order of the first step at which each happens."""
    order = {step.id: index for index, step in enumerate(site.steps)}
    return sorted(
        site.catalogue.of("hand-over"),
        key=lambda each: (min(order.get(id, len(order)) for id in each.activities), each.id),
    )


def _ends(site: Site, ids: tuple[str, ...]) -> list[tuple[Standard, list[Node]]]:
    """The artefacts at one end of a hand-over, by standard."""
    groups: dict[str, list[Node]] = {}
    for id in ids:
        groups.setdefault(site.standard_of(id).id, []).append(site.node(id))
    return [(site.catalogue[standard], nodes) for standard, nodes in groups.items()]


def _versions(site: Site) -> Iterator[InUse]:
    """Each version of each standard of the ledger, in their usual order."""
    for standard in site.ledger:
        for version in standard.versions:
            found = version.version
            yield InUse(
                standard, found, version.date, version.status,
                sum(_has(entry.versions, found) for entry in site.catalogue.of("artefact") if entry.standard == standard.id),
                sum(_handles(tool.standards, standard.id, found) for tool in site.catalogue.of("tool")),
                sum(_used(case.standards, standard.id, found) for case in site.catalogue.of("use-case")),
            )  # fmt: skip


def _has(versions: tuple[Any, ...], version: str) -> bool:
    return any(each.version == version and each.there for each in versions)


def _handles(standards: tuple[Any, ...], standard: str, version: str) -> bool:
    return any(each.standard == standard and version in each.versions for each in standards)


def _used(standards: tuple[Any, ...], standard: str, version: str) -> bool:
    """Whether the words of a use case name the version, and not only a longer one that begins alike."""
    pattern = rf"(?<![0-9.]){re.escape(version)}(?!\.?[0-9])"
    return any(each.standard == standard and re.search(pattern, each.version) is not None for each in standards)
