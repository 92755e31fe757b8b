"""Golden pages: one page of each kind, made from the small tree, byte for byte as somebody once looked at it and found it right.

After a deliberate change of a template: ``pytest tests/test_golden.py --golden``, then read the difference before committing it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from navigator.check import Report
from navigator.page import Page
from navigator.publish import example_texts
from navigator.view.site import Site
from tests.trees import Tree, all_pages

GOLDEN = Path(__file__).parent / "golden"
#: The page that stands for its kind, where it is not the first of it.
CHOSEN = {
    "phase": "gsbpm/4.html",
    "sub-process": "gsbpm/4.3.html",
    "artefact": "artefacts/sdmx/codelist.html",
    "standard": "standards/sdmx.html",
    "index": "standards/index.html",
    "table": "artefacts/index.html",
}


@pytest.fixture(scope="session")
def made(example: Tree, example_report: Report, example_site: Site) -> dict[str, Page]:
    """One page of each kind by its address."""
    everything = all_pages(example_site, example_texts(example_report, example.root))
    by_kind = {page.kind: page for page in reversed(everything)}
    by_kind |= {page.kind: page for page in everything if CHOSEN.get(page.kind) == page.url}
    return {page.url: page for page in by_kind.values()}


def test_every_kind_of_page_has_a_golden_one(made: dict[str, Page], golden: bool) -> None:
    if golden:
        for old in GOLDEN.rglob("*.html"):
            old.unlink()
        for url, page in made.items():
            (GOLDEN / url).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / url).write_text(page.content, encoding="utf-8", newline="\n")
    assert {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*.html")} == set(made)


@pytest.mark.parametrize("url", sorted(path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*.html")))
def test_a_page_is_as_it_was(url: str, made: dict[str, Page]) -> None:
    assert made[url].content.split("\n") == (GOLDEN / url).read_text(encoding="utf-8").split("\n")
    assert made[url].content.encode() == (GOLDEN / url).read_bytes()
