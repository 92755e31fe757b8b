"""The line itself: data on disk → check → link → view → pages and exports. Read this and you know the program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from navigator import aside, blocks, check, pages
from navigator.check import Report
from navigator.export import api, compare, finder, formats, labels, printed, schema
from navigator.export import map as picture
from navigator.export.common import address
from navigator.page import Page, Renderer
from navigator.search import index
from navigator.view import questions
from navigator.view.site import Site


@dataclass(frozen=True)
class File:
    """One file of the site. A page still needs the shell of the theme; everything else is finished."""

    url: str
    content: str | bytes
    page: Page | None = None
    block: str = ""  # the name of a computed part of people's pages, which is put in there and not written by itself

    @property
    def size(self) -> int:
        """In bytes."""
        return len(self.content.encode() if isinstance(self.content, str) else self.content)


def publish(root: Path, edit: str = "", base: str = "") -> Iterator[File]:
    """All files of the site, whose address is ``base`` if it has one. Raises DataError, before the first one, when the data cannot be published."""
    report = check.load(root)
    base = address(base)
    site = Site(report.catalogue, report.graph, report.inventories, report.finder)
    renderer = Renderer(site, edit)
    rest = aside.start(lambda: (*exports(report, site, base), *searched(site, renderer, root), *scripts(site)))
    for page in pages.entries(site, renderer, example_texts(report, root)):
        yield File(page.url, page.content, page)
    made = rest()
    for page in pages.listings(site, renderer, formats.Offer(base, {file.url: file.size for file in made})):
        yield File(page.url, page.content, page)
    yield from made
    yield from sources(report, root)
    yield from (File("", text, block=name) for name, text in blocks.blocks(site).items())


def exports(report: Report, site: Site, base: str) -> Iterator[File]:
    """The catalogue in other people's formats."""
    yield File(api.GRAPH_URL, api.graph_json(report.graph))
    for url, text in (*api.things(report.graph), *schema.schemas(report.schemas, base)):
        yield File(url, text)
    for url, content in formats.files(formats.Material(site, base)):
        yield File(url, content)


def searched(site: Site, renderer: Renderer, root: Path) -> Iterator[File]:
    """The index of the search, and the page of the questions that it must answer."""
    found, lists = index.make(site.graph, root)
    yield File(index.URL, index.script(found))
    page = questions.page(renderer, lists.questions, found.documents)
    yield File(page.url, page.content, page)


def scripts(site: Site) -> Iterator[File]:
    """What browsers read beside the pages: data as plain scripts, running titles as a style sheet."""
    yield File(labels.LANGUAGES_URL, labels.languages_js(site))
    yield File(labels.LABELS_URL, labels.labels_js(site))
    for url, text in picture.files(site):
        yield File(url, text)
    yield from (File(url, text) for url, text in compare.scripts(site))
    yield File(finder.URL, finder.finder_js(site))
    yield File(printed.URL, printed.titles_css(site))


def sources(report: Report, root: Path) -> Iterator[File]:
    """The data themselves, as they were read: what "edit this page" opens when no repository is named."""
    for source in report.catalogue.sources.values():
        yield File(source.path, (root / source.path).read_bytes())
    for example in report.catalogue.of("example"):
        yield File(f"data/examples/{example.file}", (root / "data/examples" / example.file).read_bytes())


def example_texts(report: Report, root: Path) -> dict[str, str]:
    """The text of each example file, by the example's id."""
    return {
        each.id: (root / "data/examples" / each.file).read_text(encoding="utf-8")
        for each in report.catalogue.of("example")
    }
