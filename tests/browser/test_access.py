"""Accessible: axe-core finds nothing on a page of any kind, light or dark, wide or narrow.

tests/vendor/axe.min.js is axe-core 4.14.1 (Mozilla Public License 2.0, tests/vendor/axe-LICENSE.txt).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage
from tests.browser.kinds import PAGES

AXE = Path(__file__).parents[1] / "vendor" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """options => axe.run(document, options).then(found => found.violations.map(each =>
    `${each.id}: ${each.help} (${each.nodes.length}) ` + each.nodes.slice(0, 3).map(node => node.html.slice(0, 120)).join(' | ')))"""
#: Rows of one table and items of one list are made alike: some of each are enough, and long pages stay quick.
SHORTEN = """() => document.querySelectorAll('table, tbody, ul, ol, article, section').forEach(parent =>
    [...parent.children].filter((child, at) => at >= 20 && child.tagName === parent.children[at - 20].tagName).forEach(child => child.remove()))"""
EVERYTHING = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"], "preload": False}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"], "preload": False}


def violations(page: Page, width: int, scheme: str, options: dict[str, Any]) -> list[str]:
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    found: list[str] = page.evaluate(RUN, options)
    return [f"{width} {scheme}: {each}" for each in found]


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(path: str, open_page: OpenPage) -> None:
    """All rules once wide and light, once narrow and dark; what colours change, in the other two as well."""
    page = open_page(path, viewport={"width": 1280, "height": 844}, reduced_motion="reduce")
    page.add_script_tag(path=AXE)
    page.evaluate(SHORTEN)
    found = violations(page, 1280, "light", EVERYTHING) + violations(page, 1280, "dark", COLOURS)
    found += violations(page, 390, "dark", EVERYTHING) + violations(page, 390, "light", COLOURS)
    assert found == []


@pytest.mark.parametrize("words", ["which towns does this region contain", "zzzzqqqq", ""])
def test_axe_finds_nothing_in_the_search(words: str, open_page: OpenPage) -> None:
    page = open_page("gsbpm/4.3.html", viewport={"width": 1280, "height": 844}, reduced_motion="reduce")
    page.add_script_tag(path=AXE)
    page.keyboard.press("/")
    page.locator("#search-words").fill(words)
    page.wait_for_function("() => window.NAVIGATOR_INDEX && window.NavigatorSearch")
    page.wait_for_timeout(100)
    assert violations(page, 1280, "light", EVERYTHING) + violations(page, 390, "dark", EVERYTHING) == []


def test_axe_would_find_something(open_page: OpenPage) -> None:
    page = open_page("about/index.html")
    page.add_script_tag(path=AXE)
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<button></button><p style=\"color:#ccc;background:#fff\">faint</p>')"
    )
    assert {each.split(":")[1].strip() for each in violations(page, 1280, "light", EVERYTHING)} == {
        "button-name",
        "color-contrast",
        "region",
    }


def test_nothing_moves_when_people_ask_for_calm(open_page: OpenPage) -> None:
    page = open_page("index.html", reduced_motion="reduce")
    moving = """[...document.querySelectorAll('.site *')].filter(node => parseFloat(getComputedStyle(node).transitionDuration) > 0.01
        || parseFloat(getComputedStyle(node).animationDuration) > 0.01).length"""
    assert page.evaluate(moving) == 0
