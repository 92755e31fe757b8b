"""The index of sources, and what a source says of its own edition and of how far it was read."""

from __future__ import annotations

import re

from navigator.model.practice import Document
from navigator.model.standards import Standard
from navigator.view.site import Site
from navigator.view.tables import Cell, Row, TableView


def sources(site: Site) -> TableView:
    def row(entry: Document) -> Row:
        about = site.nodes(entry.about)
        citations = len(site.graph.into(entry.id, "cites"))
        cells = (
            Cell(entry.publisher),
            Cell(entry.date[:4]),
            Cell(entry.type),
            Cell(read(entry)),
            Cell(f"{citations:,}"),
            Cell(nodes=about),
        )
        keys = {
            "type": entry.type,
            "standard": "|".join(node.label for node in about),
            "read": read(entry),
            "year": entry.date[:4],
        }
        return Row(site.node(entry.id), cells, keys)

    entries = sorted(site.catalogue.of("source"), key=lambda entry: (entry.title.lower(), entry.id))
    return TableView(
        "Sources", "Everything that statements of the navigator rest on.",
        ("Source", "Publisher", "Year", "Kind", "Read", "Citations", "About"),
        tuple(row(entry) for entry in entries),
        (("type", "Kind"), ("standard", "About"), ("read", "Read"), ("year", "Year")),
        "Citations count how often statements name the source as what they rest on. The page of each lists them, with the places in it. Read tells how far the editors read it.",
    )  # fmt: skip


def read(entry: Document) -> str:
    """How far the editors read a source; nothing of their own judgement, which is no document."""
    return "" if entry.type == "judgement" else entry.read


def edition(site: Site, entry: Document) -> str:
    """What the version of a source is a version of: a standard that it speaks of, or itself. Empty where the title tells."""
    if not entry.version or re.search(rf"(?<![\d.]){re.escape(entry.version)}(?![\d]|\.\d)", entry.title):
        return ""
    about: list[Standard] = [site.catalogue[id] for id in entry.about]
    spoken = [each for each in about if entry.type != "guideline" and _speaks_of(entry, each)]
    if not spoken:
        return f"its own version {entry.version}"
    named = [each for each in spoken if each.short.lower() in entry.title.lower()]
    return f"for {(named or spoken)[0].short} {entry.version}"


def _speaks_of(entry: Document, standard: Standard) -> bool:
    """Whether a version is one of a standard, and the title is not that of a format with versions of its own, as SDMX-CSV."""
    known = entry.version in {each.version for each in standard.versions}
    return known and not re.search(rf"\b{re.escape(standard.short)}-\w", entry.title)
