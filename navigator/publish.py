"""The line itself: data on disk → check → link → view → pages and exports. Read this and you know the program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from navigator import check, pages
from navigator.check import Report
from navigator.export import api
from navigator.page import Page, Renderer
from navigator.view.site import Site


@dataclass(frozen=True)
class File:
    """One file of the site. A page still needs the shell of the theme; everything else is finished."""

    url: str
    content: str | bytes
    page: Page | None = None


def publish(root: Path, edit: str = "") -> Iterator[File]:
    """All files of the site. Raises DataError, before the first one, when the data cannot be published."""
    report = check.load(root)
    site = Site(report.catalogue, report.graph, report.inventories)
    texts = example_texts(report, root)
    for page in pages.pages(site, Renderer(site, edit), texts):
        yield File(page.url, page.content, page)
    yield from exports(report)
    yield from sources(report, root)


def exports(report: Report) -> Iterator[File]:
    """The catalogue in other people's formats."""
    yield File(api.GRAPH_URL, api.graph_json(report.graph))
    for url, text in api.things(report.graph):
        yield File(url, text)


def sources(report: Report, root: Path) -> Iterator[File]:
    """The data themselves, as they were read: what "edit this page" opens when no repository is named."""
    for source in report.catalogue.sources.values():
        yield File(source.path, (root / source.path).read_bytes())
    for example in report.catalogue.of("example"):
        yield File(f"data/examples/{example.file}", (root / "data/examples" / example.file).read_bytes())


def example_texts(report: Report, root: Path) -> dict[str, str]:
    """The text of each example file, by the example's id."""
    return {each.id: (root / "data/examples" / each.file).read_text(encoding="utf-8") for each in report.catalogue.of("example")}
