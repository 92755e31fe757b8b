"""Answers: what the command line says about an activity, a thing, a way between two things."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import Any

from navigator.check import Report
from navigator.graph import RELATIONS, Graph, Node
from navigator.model.common import STRENGTHS
from navigator.problem import nearest
from navigator.view.fits import FitRow, rows_at, verdicts
from navigator.view.site import Site


class Unknown(Exception):
    """The words name nothing in the data."""


def site_of(report: Report) -> Site:
    return Site(report.catalogue, report.graph, report.inventories, report.finder)


def activity(site: Site, words: str) -> Node:
    """The activity that a code, an id or some words of its name mean."""
    wanted = words.strip().lower()
    nodes = [node for node in site.graph.nodes.values() if node.id.startswith("gsbpm:")]
    by_code = {node.id.partition(":")[2]: node for node in nodes}
    for key in (wanted, wanted.removeprefix("gsbpm:"), f"oa.{wanted}"):
        if key in by_code:
            return by_code[key]
    if not wanted:
        raise Unknown("name an activity, by its code or by words")
    named = {name.lower(): node for node in nodes for name in names(node)}
    if wanted in named:
        return named[wanted]
    part = [node for name, node in named.items() if all(word in name for word in wanted.split())]
    near = nearest(wanted, named)
    if part:
        return min(part, key=lambda node: (len(node.label), node.id))
    if near:
        return named[near]
    raise Unknown(f'no activity is called "{words}"')


def names(node: Node) -> Iterable[str]:
    """Every name of a node: its label, those of other editions and languages, its aliases."""
    value = node.value
    yield node.label
    yield from getattr(value, "names", {}).values()
    yield from (label.text for label in getattr(value, "labels", ()))
    yield from getattr(value, "aliases", ())


def which(site: Site, node: Node, standard: str = "", role: str = "", version: str = "") -> tuple[FitRow, ...]:
    """The fits at an activity, best first. ``standard`` is a standard or a family; ``version`` keeps artefacts that it has."""
    rows = rows_at(site, site.within(node.id))
    return tuple(
        row
        for row in sorted(rows, key=lambda row: (STRENGTHS.index(row.fit.strength), *row.weight[1:]))
        if standard in ("", row.standard.local, row.standard.family, row.standard.short.lower())
        and role in ("", row.fit.role)
        and (not version or _has(row, version))
    )


def _has(row: FitRow, version: str) -> bool:
    return any(each.version == version and each.there for each in row.artefact.value.versions)


def which_text(site: Site, node: Node, rows: tuple[FitRow, ...]) -> str:
    lines = [f"{node.code} {node.label}".strip()]
    for row in rows:
        sources = "; ".join(
            each.source.label
            + (f", {each.evidence.locator}" if each.evidence.locator else "")
            + (f" ({each.evidence.version})" if each.evidence.version else "")
            for each in row.grounds
        )
        at = f" at {row.activity.code}" if row.activity.kind == "task" else ""
        lines.append(
            f"\n{row.fit.strength:<10} {row.artefact.id}  {row.fit.role}{at}\n    {row.fit.why}\n    {row.fit.basis}: {sources}"
        )
    if not rows:
        lines.append("\nno fit answers to this")
    lines += [f"\nnothing fits: {each.standard.short}: {each.reason}" for each in _none(site, node)]
    return "\n".join(lines)


def _none(site: Site, node: Node) -> list[Any]:
    if node.kind not in ("sub-process", "overarching-activity"):
        return []
    return [each for each in verdicts(site, node.value) if each.state == "nothing-fits"]


def which_json(rows: tuple[FitRow, ...]) -> list[dict[str, Any]]:
    return [
        {
            "artefact": row.artefact.id, "label": row.artefact.label, "activity": row.activity.id, "role": row.fit.role,
            "strength": row.fit.strength, "why": row.fit.why, "basis": row.fit.basis,
            "evidence": [{key: value for key, value in vars(each.evidence).items() if value} for each in row.grounds],
        }
        for row in rows
    ]  # fmt: skip


def thing(graph: Graph, id: str) -> Node:
    """The node with an id, or the one that the id nearly spells."""
    if id in graph.nodes:
        return graph.nodes[id]
    near = nearest(id, graph.nodes)
    raise Unknown(f'there is no "{id}"' + (f"; did you mean {near}?" if near else ""))


def show_text(graph: Graph, node: Node) -> str:
    """A thing with what it says of others and others say of it."""
    value = node.value
    lines = [f"{node.id}  {node.label}", f"{node.kind}, page {node.url}"]
    for field in ("summary", "purpose", "note"):
        if getattr(value, field, ""):
            lines.append(f"\n{getattr(value, field)}")
    if getattr(value, "aliases", ()):
        lines.append(f"\nalso called: {', '.join(value.aliases)}")
    for versions in [getattr(value, "versions", ())]:
        lines += [f"{'':2}{each.version}: {each.status}" for each in versions]
    for edges, end, side in ((graph.outgoing, "target", 0), (graph.incoming, "source", 1)):
        groups: dict[str, list[str]] = {}
        for edge in edges.get(node.id, ()):
            groups.setdefault(RELATIONS[edge.relation][side], []).append(getattr(edge, end))
        for words, ids in groups.items():
            lines.append(f"\n{words}:\n  " + "\n  ".join(dict.fromkeys(ids)))
    return "\n".join(lines)


def path(graph: Graph, start: str, end: str) -> list[tuple[str, str, str]]:
    """The shortest way between two things, as (thing, relation, thing); citations of sources do not count as ways."""
    import networkx as nx

    ways: nx.Graph[str] = nx.Graph()
    for edge in graph.edges:
        if edge.relation not in ("cites", "about") and not ways.has_edge(edge.source, edge.target):
            ways.add_edge(edge.source, edge.target, edge=edge)
    try:
        nodes = nx.shortest_path(ways, start, end)
    except (nx.NetworkXNoPath, nx.NodeNotFound):
        return []
    steps = []
    for one, other in itertools.pairwise(nodes):
        edge = ways.edges[one, other]["edge"]
        steps.append((one, RELATIONS[edge.relation][0 if edge.source == one else 1], other))
    return steps
