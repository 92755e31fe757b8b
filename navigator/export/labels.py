"""Names in other languages, for the switch in the header: which languages there are, and what things are called in them."""

from __future__ import annotations

from collections import Counter
from typing import Any

from navigator import words
from navigator.export.script import script
from navigator.model.common import Entry, Label
from navigator.view.site import Site

LANGUAGES_URL = "assets/languages.js"
LABELS_URL = "assets/labels.js"

#: The order in which names are preferred.
STATUSES = ("official", "national", "proposed")


def languages(site: Site) -> list[list[Any]]:
    """Every language that the data holds names in: its tag, its English name, how many names there are, out of how many."""
    named = [entry for entry in site.catalogue.entries.values() if entry.labels]
    found = Counter(lang for entry in named for lang in {label.lang for label in entry.labels})
    return [[lang, words.languages.get(lang, lang), found[lang], len(named)] for lang in sorted(found)]


def names(site: Site) -> dict[str, dict[str, Any]]:
    """By the address of a page: the English name, and by language the names as (text, status, edition), the best first."""
    named = (entry for entry in site.catalogue.entries.values() if entry.labels)
    return {site.node(entry.id).url: {"en": entry.label, **_by_language(entry)} for entry in named}


def _by_language(entry: Entry) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for label in sorted(entry.labels, key=_rank):
        found.setdefault(label.lang, []).append([label.text, label.status, label.edition])
    return found


def _rank(label: Label) -> tuple[str, int, tuple[int, ...]]:
    """Official before national before proposed, and of equals the newer edition first."""
    edition = tuple(-int(part) for part in label.edition.split(".") if part.isdigit())
    return label.lang, STATUSES.index(label.status), edition or (1,)


def languages_js(site: Site) -> str:
    return script("navigatorLanguages", languages(site))


def labels_js(site: Site) -> str:
    return script("navigatorLabels", names(site))
