"""Editing: while people edit the data, the pages of what they edit change at once, and the rest of the site behind them."""

from __future__ import annotations

import html
import re
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from navigator import blocks, check, pages
from navigator.answer import site_of
from navigator.check import Report
from navigator.page import Page, Renderer
from navigator.problem import DataError
from navigator.publish import File, example_texts, publish

#: What stands around the content of a page in the frame of the theme.
BEGIN, END = "<!-- page -->", "<!-- end of page -->"
_CONTENT = re.compile(f"{BEGIN}.*{END}", re.S)
_TITLE = re.compile(r"(?<=<title>).*?(?= · )", re.S)
_DESCRIPTION = re.compile(r'(?<=<meta name="description" content=").*?(?=">)', re.S)
#: Folders and files beside the data of which a site is made; they are rendered by the theme, all at once.
_BESIDE = ("content", "hooks", "navigator", "overrides", "mkdocs.yml")


class Editing:
    """A built site that follows the edits of its data.

    ``build`` makes the whole site anew; it is called when anything beside the data has changed, or what is computed from
    the data inside pages that people write.
    """

    def __init__(self, root: Path, site: Path, build: Callable[[], None], edit: str = "", base: str = "") -> None:
        self._root, self._site, self._build, self._edit, self._base = root, site, build, edit, base
        self._report = check.check(root)
        self._beside = self._stamp()
        self._edits = 0
        self._blocks = blocks.blocks(site_of(self._report))
        self._behind: threading.Timer | None = None

    def follow(self, pause: float = 2.0) -> None:
        """Show what was edited; after a pause without edits the rest follows. Raises DataError, and writes nothing, when the data cannot be published."""
        self._edits += 1
        if self._behind:
            self._behind.cancel()
        if self._stamp() != self._beside:
            self._beside = self._stamp()
            self._build()
            self._report = check.load(self._root)
            return
        self.soon()
        self._behind = threading.Timer(pause, self.rest, [self._edits])
        self._behind.daemon = True
        self._behind.start()

    def soon(self) -> None:
        """Write the pages of the entries that differ, and of all that has to do with them; remove those of entries that are gone."""
        report = check.load(self._root)
        before, self._report = self._report, report
        site = site_of(report)
        texts, only = example_texts(report, self._root), touched(before, report)
        for page in pages.entries(site, Renderer(site, self._edit), texts, only):
            self._show(page)
        for id in before.catalogue.entries.keys() - report.catalogue.entries.keys():
            self._place(before.graph.nodes[id].url.partition("#")[0]).unlink(missing_ok=True)

    def rest(self, edit: int = 0) -> None:
        """Write everything that differs, unless another edit comes between, which then tells what is wrong with the data."""
        made = blocks.blocks(site_of(self._report))
        if made != self._blocks:
            self._blocks = made
            self._build()
            return
        with suppress(DataError):
            for file in publish(self._root, self._edit, self._base):
                if self._edits != edit:
                    return
                if file.page:
                    self._show(file.page)
                elif file.url:
                    self._write(file)

    def _show(self, page: Page) -> None:
        """A page in the frame that it has, or in that of another page of its folder."""
        place = self._place(page.url)
        framed = place if place.is_file() else next(place.parent.glob("*.html"), None)
        if framed is None:
            return
        new = old = framed.read_text(encoding="utf-8")
        for part, said in (
            (_TITLE, html.escape(page.title)),
            (_DESCRIPTION, html.escape(page.description)),
            (_CONTENT, f"{BEGIN}{page.content}{END}"),
        ):
            new = _put(new, part, said)
        if framed != place or new != old:
            place.write_text(new, encoding="utf-8")

    def _write(self, file: File) -> None:
        place = self._place(file.url)
        content = file.content.encode() if isinstance(file.content, str) else file.content
        if not place.is_file() or place.read_bytes() != content:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)

    def _place(self, url: str) -> Path:
        return self._site / url

    def _stamp(self) -> tuple[tuple[str, int], ...]:
        beside: Iterable[Path] = (
            path for name in _BESIDE for path in ((self._root / name), *(self._root / name).rglob("*"))
        )
        return tuple(
            (str(path), path.stat().st_mtime_ns) for path in beside if path.is_file() and path.suffix != ".pyc"
        )


def _put(text: str, part: re.Pattern[str], said: str) -> str:
    return part.sub(lambda _: said, text, count=1)


def touched(before: Report, after: Report) -> frozenset[str]:
    """The addresses of the pages of entries that differ, and of all that has to do with them."""
    old, new = before.catalogue.entries, after.catalogue.entries
    changed = {id for id in old.keys() | new.keys() if old.get(id) != new.get(id)}
    found: set[str] = set()
    for graph in (before.graph, after.graph):
        page = {id: node.url.partition("#")[0] for id, node in graph.nodes.items()}
        own = {page[id] for id in changed & page.keys()}
        both = ({page[edge.source], page[edge.target]} for edge in graph.edges)
        found |= own.union(*(pair for pair in both if pair & own))
    return frozenset(found)
