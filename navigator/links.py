"""Links: ids to addresses in people's Markdown, and the check that every link of the finished site leads somewhere."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from navigator import kinds

_MARKDOWN = re.compile(r"\]\(([a-z-]+:[A-Za-z0-9.-]+)\)")
_HREF = re.compile(
    r"""<(?:a|link|area|use|script|img|source)\b[^>]*?\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.I
)
_OUTSIDE = ("http:", "https:", "mailto:", "data:")
_ID = re.compile(r"""\s(?:id|name)=(?:"([^"]+)"|'([^']+)'|([^\s>]+))""")


@dataclass(frozen=True, order=True)
class Broken:
    """A link that leads nowhere."""

    page: str
    link: str

    def __str__(self) -> str:
        return f"{self.page}: {self.link}"


def to_pages(markdown: str, page: str) -> str:
    """Markdown in which every link to an id leads to the page of that id, seen from ``page``."""

    def replace(match: re.Match[str]) -> str:
        kind = kind_of(match[1])
        return f"]({relative(kinds.url_of(kind, match[1]), page)})" if kind else match[0]

    return _MARKDOWN.sub(replace, markdown)


def relative(url: str, page: str) -> str:
    """The address of ``url`` as seen from ``page``, both relative to the site's root."""
    path, sharp, fragment = url.partition("#")
    return posixpath.relpath(path, posixpath.dirname(page) or ".") + sharp + fragment


def kind_of(id: str) -> str:
    """The kind that an id names by its form alone, or an empty string."""
    prefix, _, local = id.partition(":")
    if prefix == "gsbpm":
        if local.startswith("oa."):
            return "overarching-sub-activity" if local.count(".") == 2 else "overarching-activity"
        return ("phase", "sub-process", "task")[min(local.count("."), 2)]
    if prefix == "gamso":
        return "gamso-activity" if "." in local else "gamso-area"
    if prefix in ("sdmx", "ddi-c", "ddi-l", "ddi-cdi", "ddi-cv", "vtl", "xkos", "sdtl", "other"):
        return "artefact"
    return next((kind.name for kind in kinds.KINDS if kind.prefix == f"{prefix}:"), "")


def broken(site: Path) -> list[Broken]:
    """Every link in the finished site that leads to a page or a place that is not there.

    The page for errors is left out: a server shows it at any address, so MkDocs roots its links at the host.
    """
    texts = {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(site.rglob("*.html"))
        if path.name != "404.html"
    }
    places = {name: {a or b or c for a, b, c in _ID.findall(text)} for name, text in texts.items()}
    known: dict[tuple[str, str], bool] = {}  # the pages of a folder mostly share their links
    found = []
    for name, text in texts.items():
        folder = posixpath.dirname(name)
        for link in dict.fromkeys(a or b or c for a, b, c in _HREF.findall(text)):
            if link.startswith(_OUTSIDE):
                continue
            seen = (name if link[:1] in "#?" else folder, link)
            if seen not in known:
                known[seen] = _leads(link, name, site, places)
            if not known[seen]:
                found.append(Broken(name, link))
    return sorted(found)


def _leads(link: str, page: str, site: Path, places: dict[str, set[str]]) -> bool:
    parts = urlsplit(link)
    path, fragment = unquote(parts.path), unquote(parts.fragment)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    if target.startswith(".."):
        return False
    if target not in places:
        return (site / target).is_file()
    return (
        not fragment or fragment in places[target] or "=" in fragment
    )  # name=value is a state that the page's script reads
