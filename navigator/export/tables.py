"""The tables: fits, crosswalk, artefacts, verdicts, tasks, gaps and sources, one statement a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from navigator.export.columns import columns
from navigator.export.common import link, plain
from navigator.export.table import Cell, Table, joined
from navigator.graph import Node
from navigator.model import counting, inner
from navigator.model.common import Flow
from navigator.model.process import OverarchingActivity, SubProcess
from navigator.model.standards import Artefact, Availability
from navigator.view import crosswalk
from navigator.view.fits import FitRow, Ground, row, verdicts
from navigator.view.site import Site, order_of

Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Plan:
    """How a table is made: its title, what it holds, the keys of its columns, its rows."""

    title: str
    text: str
    keys: str
    rows: Callable[[Site, str], Iterator[Row]]


def make(key: str, site: Site, base: str) -> Table:
    """The table with a key."""
    plan = PLANS[key]
    return Table(key, plan.title, plan.text, columns(plan.keys), tuple(plan.rows(site, base)))


def _entries(site: Site) -> tuple[SubProcess | OverarchingActivity, ...]:
    """The activities that owe verdicts."""
    return (*site.steps, *site.overarching)


def _fits(site: Site, base: str) -> Iterator[Row]:
    edges = (edge for edge in site.graph.edges if edge.relation == "fit")
    for each in sorted(
        (row(site, edge) for edge in edges), key=lambda each: (counting(each.activity.id), *each.weight)
    ):
        yield _fit(site, base, each)


def _fit(site: Site, base: str, each: FitRow) -> Row:
    fit, node = each.fit, each.activity
    activity = site.node(node.parent) if node.parent else node
    return (
        *_activity(activity), *((node.id, node.label) if node.parent else ("", "")),
        each.standard.id, each.standard.short, each.artefact.id, each.artefact.label,
        fit.role, fit.strength, fit.basis, plain(site, fit.why), *_grounds(each.grounds), _notes(site, each.grounds),
        fit.edition, each.reread, link(base, node.url), link(base, each.artefact.url),
    )  # fmt: skip


def _activity(node: Node) -> tuple[str, str, str]:
    return node.id, node.code or node.id.partition(":")[2], node.label


def _grounds(grounds: tuple[Ground, ...]) -> tuple[str, str, str, str]:
    parts = [(each.source.label, each.evidence.locator, each.evidence.version, each.source.id) for each in grounds]
    titles, locators, versions, ids = zip(*parts, strict=True) if parts else ((), (), (), ())
    return joined(titles), joined(locators), joined(versions), joined(ids)


def _notes(site: Site, grounds: tuple[Ground, ...]) -> str:
    notes = [plain(site, each.evidence.note) for each in grounds]
    return joined(notes) if any(notes) else ""


def _crosswalk(site: Site, base: str) -> Iterator[Row]:
    for topic, pairs in crosswalk.crosswalk(site).topics:
        for each in pairs:
            target = (each.object.id, each.object.label, link(base, each.object.url)) if each.object else ("", "", "")
            yield (
                topic.id, topic.name, topic.object, each.subject_standard.short, each.subject.id, each.subject.label, each.match,
                each.object_standard.short, *target[:2], plain(site, each.text), each.basis, *_grounds(each.grounds),
                link(base, site.node(topic.id).url), link(base, each.subject.url), target[2],
            )  # fmt: skip


def _artefacts(site: Site, base: str) -> Iterator[Row]:
    for entry in sorted(site.catalogue.of("artefact"), key=lambda each: (order_of(each.id), each.id)):
        for version in entry.versions:
            yield _version(site, base, entry, version)


def _version(site: Site, base: str, entry: Artefact, each: Availability) -> Row:
    model = entry.model
    page = link(base, site.node(entry.id).url)
    return (
        entry.id, entry.name, entry.standard, site.standard_of(entry.id).short, each.version, each.status,
        joined(f"{name.kind} {name.name}" for name in each.names), each.path, plain(site, each.note), each.use_instead, each.not_checked,
        entry.topic, *((model.class_name, model.package, model.urn) if model else ("", "", "")), joined(entry.part_of),
        joined(f"{match.object} ({match.match})" for match in entry.represents), joined(entry.aliases), plain(site, entry.summary),
        len(site.graph.out(entry.id, "fit")), page,
    )  # fmt: skip


def _ledger(site: Site, base: str) -> Iterator[Row]:
    for entry in _entries(site):
        node = site.node(entry.id)
        for each in verdicts(site, entry):
            told = (each.state, each.count, each.primary, plain(site, each.reason), each.by, each.on)
            yield *_activity(node), each.standard.id, each.standard.short, *told, link(base, node.url)


def _tasks(site: Site, base: str) -> Iterator[Row]:
    for entry in _entries(site):
        for id, _, value in inner(entry):
            yield (
                *_activity(site.node(entry.id)),
                id,
                value.name,
                plain(site, value.purpose),
                *_task(value),
                link(base, site.node(id).url),
            )


def _task(value: Any) -> Row:
    """What a task says of itself; a sub-activity says less."""
    seen = joined(f"{each.source} {each.code}".strip() for each in getattr(value, "seen_in", ()))
    return (
        getattr(value, "status", "") or "proposed", _objects(getattr(value, "takes_in", ())), _objects(getattr(value, "gives_out", ())),
        joined(getattr(value, "inputs", ())), joined(getattr(value, "outputs", ())), seen, getattr(value, "superseded_by", ""), len(value.fits),
    )  # fmt: skip


def _objects(flows: Iterable[Flow]) -> str:
    return joined(flow.object for flow in flows)


def _gaps(site: Site, base: str) -> Iterator[Row]:
    for entry in _entries(site):
        node = site.node(entry.id)
        for each in verdicts(site, entry):
            if each.state != "fits":
                yield (
                    each.state,
                    *_activity(node),
                    each.standard.id,
                    each.standard.short,
                    plain(site, each.reason),
                    "",
                    each.by,
                    each.on,
                    link(base, node.url),
                )
        for limit in entry.limits:
            short = site.catalogue[limit.standard].short
            yield (
                "limit",
                *_activity(node),
                limit.standard,
                short,
                plain(site, limit.text),
                limit.basis,
                "",
                "",
                link(base, node.url),
            )


def _sources(site: Site, base: str) -> Iterator[Row]:
    for each in site.catalogue.of("source"):
        cited = len({edge.source for edge in site.graph.into(each.id, "cites")})
        told = (each.title, each.publisher, each.type, each.date, each.version, each.url, each.licence, each.read)
        yield each.id, *told, joined(each.about), cited, link(base, site.node(each.id).url)


_WHO = "activity code name"
_WITH = "evidence locators evidence_versions sources"
#: The tables by key, in the order in which they are offered.
PLANS: Mapping[str, Plan] = {
    "fits": Plan(
        "Fits", "Which artefact fits which activity, in which role, how strongly, and on what grounds.",
        f"{_WHO} task task_name standard standard_name artefact artefact_name role strength basis why {_WITH} evidence_notes "
        "edition reread page artefact_page", _fits,
    ),
    "crosswalk": Plan(
        "Crosswalk", "Which artefacts answer to one another across standards, and where there is no counterpart.",
        f"topic topic_name between from_standard from from_name match to_standard to to_name difference basis {_WITH} page from_page to_page", _crosswalk,
    ),
    "artefacts": Plan(
        "Artefacts", "Every artefact in every version of its standard, with its names in the official schemas.",
        "artefact artefact_name standard standard_name version status names path version_note use_instead not_checked "
        "about class package urn part_of gsim aliases summary fits artefact_page", _artefacts,
    ),
    "verdicts": Plan(
        "Verdicts", "For each activity and standard: some artefact fits, nothing fits (with the reason), or not yet considered.",
        f"{_WHO} standard standard_name verdict fits primary reason by on page", _ledger,
    ),
    "tasks": Plan(
        "Tasks", "The proposed third level: tasks below the sub-processes, sub-activities of the overarching activities.",
        f"{_WHO} task task_name purpose standing takes_in gives_out inputs outputs seen_in superseded_by fits page", _tasks,
    ),
    "gaps": Plan(
        "Gaps", "Where nothing fits, where nobody has looked yet, and what a standard cannot say.",
        f"verdict {_WHO} standard standard_name reason basis by on page", _gaps,
    ),
    "sources": Plan(
        "Sources", "Everything that the statements rest on.",
        "source title publisher type date source_version url licence read about cited page", _sources,
    ),
}  # fmt: skip
