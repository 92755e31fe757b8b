"""On paper: the content without the means to move about, and a PDF that has pages."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import OpenPage

GONE = [".site-header", ".site-footer", ".contents", ".bar", ".filters", ".headerlink", "a.skip"]


@pytest.mark.parametrize(
    "path", ["gsbpm/4.3.html", "artefacts/sdmx/codelist.html", "matrix/index.html", "index.html", "guide/index.html"]
)
def test_paper_carries_no_navigation(path: str, open_page: OpenPage) -> None:
    page = open_page(path, color_scheme="dark")
    page.emulate_media(media="print")
    for selector in GONE:
        for found in page.locator(selector).all():
            assert not found.is_visible(), selector
    assert page.locator("h1").is_visible()
    ink, paper = page.evaluate(
        "[getComputedStyle(document.querySelector('h1')).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert sum(map(int, re.findall(r"\d+", ink)[:3])) < 300, f"{ink} on {paper} is not dark on light"


def test_nothing_stays_folded_on_paper(open_page: OpenPage) -> None:
    page = open_page("gsbpm/4.3.html")
    page.emulate_media(media="print")
    assert page.locator(".reach tr.fit").first.is_visible()
    assert page.locator("#sources").is_visible()


def test_a_pdf_has_pages(open_page: OpenPage) -> None:
    page = open_page("gsbpm/4.3.html")
    content = page.pdf(format="A4")
    assert content.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", content)) in range(2, 15)
