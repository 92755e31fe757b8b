"""Told: what the command line says when something was searched for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from navigator.search.analysis import parts
from navigator.search.asking import near
from navigator.search.documents import brief
from navigator.search.index import Index
from navigator.search.query import Hit


def as_text(hits: Iterable[Hit]) -> str:
    """Each result with its kind, its page, and the name by which it was found."""
    return "\n".join(_line(hit) for hit in hits)


def _line(hit: Hit) -> str:
    document = hit.document
    title = f"{document.code} {document.title}" if document.code else document.title
    called = f", also called {hit.name}" if hit.name else ""
    return f"{document.id}  {title} ({document.kind}{called})\n    {brief(document) or document.url}"


def as_json(hits: Iterable[Hit]) -> list[dict[str, Any]]:
    """The results as plain data."""
    return [
        {
            "id": hit.document.id, "kind": hit.document.kind, "title": hit.document.title, "url": hit.document.url,
            "score": round(hit.score, 3), "found_by": hit.name,
        }
        for hit in hits
    ]  # fmt: skip


def nothing(index: Index, words: str) -> str:
    """What to say when nothing was found: the nearest words."""
    known = [index.surfaces.get(term, term) for word in parts(words) for term, _ in near(index, word)]
    return f'nothing is found for "{words}"' + (f"; did you mean {', '.join(dict.fromkeys(known))}?" if known else "")
