"""Pages and documents on paper, as Chromium prints them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scripts import pdf
from tests.browser import conftest
from tests.browser.conftest import OpenPage

A4 = (595, 842)


def sheets(data: bytes) -> list[tuple[int, int]]:
    """The size of each page of a PDF file, in points."""
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", data)
    assert len(boxes) == len(re.findall(rb"/Type /Page\b", data))
    return [(round(float(width)), round(float(height))) for width, height in boxes]


def printed(open_page: OpenPage, address: str, **options: str) -> bytes:
    page = open_page(address, **options)
    return page.pdf(prefer_css_page_size=True, print_background=True)


@pytest.mark.parametrize(
    "address",
    ["gsbpm/4.3.html", "artefacts/sdmx/codelist.html", "standards/vtl.html", "guide/index.html", "print/phase-8.html"],
)
def test_a_page_prints_upright(address: str, open_page: OpenPage) -> None:
    assert set(sheets(printed(open_page, address))) == {A4}


@pytest.mark.parametrize(
    ("address", "most"),
    [("index.html", 1), ("matrix/index.html", 1), ("matrix/sdmx.html", 1), ("matrix/ddi-l.html", 1)],
)
def test_the_map_and_the_matrices_fit_on_one_sheet_on_its_side(address: str, most: int, open_page: OpenPage) -> None:
    found = sheets(printed(open_page, address))
    assert set(found) == {A4[::-1]}
    assert len(found) <= most


@pytest.mark.parametrize(
    "address",
    ["gsbpm/4.3.html", "index.html", "matrix/index.html", "artefacts/ddi-l/question-item.html", "print/phase-4.html"],
)
def test_on_paper_nothing_can_be_clicked_and_nothing_is_dark(address: str, open_page: OpenPage) -> None:
    page = open_page(address, color_scheme="dark", viewport={"width": 688, "height": 1000})
    page.emulate_media(media="print", color_scheme="dark")
    left = "button, select, input, .site-header, .site-footer, .contents, .bar, .filters, .headerlink"
    shown = page.locator(left).evaluate_all(
        "all => all.filter((each) => each.checkVisibility()).map((each) => each.outerHTML.slice(0, 90))"
    )
    assert shown == []
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator("h1").first.evaluate("each => getComputedStyle(each).color") == "rgb(0, 0, 0)"
    assert (
        page.locator("#content").evaluate("each => getComputedStyle(each).getPropertyValue('--paper').trim()") == "#fff"
    )


def test_on_paper_folded_parts_are_open_and_sources_whole(open_page: OpenPage) -> None:
    page = open_page("gsbpm/4.3.html")
    page.emulate_media(media="print")
    assert page.locator("details:not(.edition) .derived li").first.is_visible()
    cut = page.locator(".fit-basis .source").evaluate_all(
        "all => all.filter((each) => getComputedStyle(each).textOverflow === 'ellipsis').length"
    )
    assert cut == 0


def test_addresses_of_links_are_printed_once(open_page: OpenPage) -> None:
    page = open_page("tools/eno.html")
    page.emulate_media(media="print")
    after = "each => getComputedStyle(each, '::after').content"
    named = page.locator("#content a.is-address").first
    assert named.inner_text() == named.get_attribute("href")
    assert named.evaluate(after) == "none"
    other = open_page("standards/sdmx.html")
    other.emulate_media(media="print")
    link = other.get_by_role("link", name="Official site")
    assert str(link.get_attribute("href")) in link.evaluate(after)


def test_the_running_title_is_the_name_of_the_page(open_page: OpenPage) -> None:
    page = open_page("gsbpm/4.3.html")
    assert (
        page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--page-title')")
        == '"4.3 Run collection"'
    )


def test_a_document_holds_its_phase_and_all_its_links_lead_somewhere(open_page: OpenPage) -> None:
    page = open_page("print/phase-4.html")
    steps = page.locator(".printed-step[data-page]").evaluate_all("all => all.map((each) => each.dataset.page)")
    assert steps == ["gsbpm/4.1.html", "gsbpm/4.2.html", "gsbpm/4.3.html", "gsbpm/4.4.html"]
    targets = page.locator('.printed a[href^="#"]').evaluate_all(
        "all => all.map((each) => each.getAttribute('href').slice(1))"
    )
    lost = [each for each in dict.fromkeys(targets) if not page.evaluate("(id) => !!document.getElementById(id)", each)]
    assert lost == []
    whole = open_page("print/all.html")
    assert whole.locator(".printed-phase").count() == 8
    assert whole.locator(".printed-phase .printed-step[data-page]").count() == 44
    assert whole.locator(".printed-overarching .printed-step").count() == 6
    step = "#s-4-3 .printed-fits"
    assert whole.locator(step).inner_text() == page.locator(step).inner_text()


def test_the_pdf_files_are_made_on_request(browser: Browser, site: Path, tmp_path: Path) -> None:
    documents = dict(pdf.documents(site))
    assert sorted(documents.values()) == ["navigator.pdf", *(f"phase-{number}.pdf" for number in range(1, 9))]
    target = tmp_path / "phase-8.pdf"
    pdf.write(browser, site / "print/phase-8.html", target)
    data = target.read_bytes()
    assert set(sheets(data)) == {A4}
    assert len(sheets(data)) >= 4
    assert b"/Outlines" in data, "the bookmarks are missing"
    assert b"file://" not in data, "a link on paper leads to the disk of the maker"
    assert data.count(b"/Dest") > 20


def test_chromium_is_found_as_the_tests_find_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (pdf.NAMES, pdf.ARGUMENTS) == (conftest.NAMES, conftest.ARGUMENTS)
    assert pdf.main(["--site", str(tmp_path), "--to", str(tmp_path / "build")]) == 2
    assert "build the site first" in capsys.readouterr().err
    assert not (tmp_path / "build").exists()
