"""A site whose every text tries to break out of whatever it is written into."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from navigator import answer, graph
from navigator.check import Report
from navigator.model import Catalogue
from navigator.view.site import Site

#: A formula, markup, quotes, escapes, separators, a control character and half a character.
TEXT = "=1+1 \"'<script>alert(1)</script>&]]>\\n {{ x }} | a\tb\nc # \x0b\ud800\u2028 end"
#: Fields that people read as words; ids, codes, dates and closed lists stay as they are.
_WORDS = {
    "name",
    "title",
    "summary",
    "why",
    "note",
    "purpose",
    "reason",
    "text",
    "difference",
    "locator",
    "publisher",
    "by",
    "aliases",
    "inputs",
    "outputs",
    "path_",
}


def hostile(report: Report) -> Site:
    """The site of a report with every word in it made hostile."""
    entries = {id: _spoilt(entry) for id, entry in report.catalogue.entries.items()}
    catalogue = Catalogue(entries, report.catalogue.sources)
    return answer.site_of(replace(report, catalogue=catalogue, graph=graph.link(catalogue)))


def _spoilt(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(_spoilt, value))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {}
    for field in fields(value):
        item = getattr(value, field.name)
        if field.name in _WORDS and isinstance(item, str) and item:
            changed[field.name] = TEXT
        elif field.name in _WORDS and isinstance(item, tuple) and item and isinstance(item[0], str):
            changed[field.name] = (TEXT,)
        else:
            changed[field.name] = _spoilt(item)
    return replace(value, **changed)
