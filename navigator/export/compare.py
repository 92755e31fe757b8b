"""What the page of comparisons loads: every thing that can stand beside another, one script for each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from navigator.export import comparable
from navigator.export.common import plain
from navigator.export.comparable import Row, Things
from navigator.export.script import script
from navigator.model.standards import Artefact, Availability, Standard
from navigator.view.site import Site

MAKERS: dict[str, tuple[str, Callable[[Site, Things, Any], Iterator[Row]]]] = {
    "sub-process": ("Sub-processes", comparable.sub_process),
    "artefact": ("Artefacts", comparable.artefact),
    "standard": ("Standards and models", comparable.standard),
    "use-case": ("Use cases", comparable.use_case),
    "tool": ("Tools", comparable.tool),
}
#: What can be compared: each kind with the name of its choice.
KINDS = {name: title for name, (title, _) in MAKERS.items()} | {"version": "Versions of a standard"}


def kind(site: Site, things: Things, name: str) -> dict[str, Any]:
    """All things of one kind: their rows in one order, their values without the empty ones."""
    _, make = MAKERS[name]
    heads: dict[str, str] = {}
    found = []
    for entry in site.catalogue.of(name):
        rows = list(make(site, things, entry))
        heads.update({key: title for key, title, _ in rows})
        found.append(
            [
                entry.id,
                things.number(entry.id),
                _apart(site, entry),
                ", ".join(entry.aliases[:8]),
                {key: items for key, _, items in rows if items},
            ]
        )
    return {"rows": list(heads.items()), "entries": found}


def _apart(site: Site, entry: Any) -> str:
    """What tells apart things of the same name."""
    return site.standard_of(entry.id).short if entry.kind == "artefact" else getattr(entry, "short", "")


def versions(site: Site, things: Things) -> dict[str, Any]:
    """Every version of every standard, and for each standard what each version holds of its artefacts."""
    found, held = [], {}
    for each in site.catalogue.of("standard"):
        for version in each.versions:
            rows = {
                "date": [version.date],
                "status": [version.status],
                "note": [plain(site, version.note)],
                "namespace": [version.namespace],
            }
            values = {key: items for key, items in rows.items() if items[0]}
            found.append([f"{each.id}@{version.version}", things.number(each.id), "", each.name, values])
        table = [[things.number(own.id), [_state(site, item) for item in own.versions]] for own in _own(site, each)]
        if table:
            held[each.id] = {"order": [version.version for version in each.versions], "artefacts": table}
    heads = [("date", "Date"), ("status", "Standing"), ("note", "What it brought"), ("namespace", "Namespace")]
    return {
        "rows": heads,
        "entries": found,
        "held": held,
        "shorts": {each.id: each.short for each in site.catalogue.of("standard")},
    }


def _own(site: Site, entry: Standard) -> list[Artefact]:
    return sorted(
        (each for each in site.catalogue.of("artefact") if each.standard == entry.id),
        key=lambda each: (each.name.lower(), each.id),
    )


def _state(site: Site, item: Availability) -> list[str]:
    """An artefact in one version: version, status, names, and the remark, from the right without what is empty."""
    state = [item.version, item.status, ", ".join(name.name for name in item.names), plain(site, item.note)]
    while not state[-1]:
        state.pop()
    return state


def compare(site: Site, name: str) -> dict[str, Any]:
    """All of one kind that can be compared, and the things that its values name."""
    things = Things(site)
    made = versions(site, things) if name == "version" else kind(site, things, name)
    return {**made, "things": things.written()}


def scripts(site: Site) -> Iterator[tuple[str, str]]:
    """One script for each kind, loaded when the kind is chosen: its address and its text."""
    for name in KINDS:
        yield f"assets/compare-{name}.js", script(f"navigatorCompare_{name.replace('-', '_')}", compare(site, name))
