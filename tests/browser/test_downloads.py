"""The page of downloads in a real browser: every file is there, nothing is cut off, nothing is fetched."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

from navigator.export.formats import FORMATS
from tests.browser.conftest import OpenPage


def test_every_file_of_the_list_is_in_the_site(open_page: OpenPage, site: Path) -> None:
    page = open_page("downloads.html")
    addresses = page.eval_on_selector_all("table.downloads th a", "links => links.map(link => link.href)")
    files = [Path(unquote(urlsplit(address).path)) for address in addresses]
    assert [file.relative_to(site).as_posix() for file in files] == [each.url for each in FORMATS]
    sizes = [
        int(text.removesuffix(" kB").replace(",", ""))
        for text in page.locator("table.downloads td.number").all_inner_texts()
    ]
    assert [(file.stat().st_size + 999) // 1000 for file in files] == sizes


def test_nothing_is_cut_off_on_a_phone(open_page: OpenPage) -> None:
    page = open_page("downloads.html", viewport={"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    wide = page.eval_on_selector_all(
        "table.stacked *", "parts => parts.filter(part => part.getBoundingClientRect().right > innerWidth).length"
    )
    assert wide == 0


def test_a_term_of_the_vocabulary_is_found_at_its_address(open_page: OpenPage) -> None:
    page = open_page("vocabulary.html#NothingFits")
    assert "looked at and has nothing to offer" in page.locator("dt:target + dd").inner_text()
