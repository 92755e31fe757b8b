"""By keyboard: one stop for a map or a table, arrows inside it; switches that keep the reader's place."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage

FOCUS = "document.activeElement.getAttribute('href') || document.activeElement.tagName"


def focused(page: Page) -> str:
    return str(page.evaluate(FOCUS))


def press(page: Page, *keys: str) -> list[str]:
    """What has the focus after each key."""
    found = []
    for key in keys:
        page.keyboard.press(key)
        found.append(focused(page))
    return found


def test_the_skip_link_comes_first_and_skips(open_page: OpenPage) -> None:
    page = open_page("gsbpm/4.3.html")
    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    expect(skip).to_be_focused()
    box = skip.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#content').contains(document.activeElement)")


def test_what_has_the_focus_is_seen(open_page: OpenPage) -> None:
    page = open_page("gsbpm/4.3.html")
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none", focused(page)


def test_the_map_is_one_stop_and_arrows_move_in_it(open_page: OpenPage) -> None:
    page = open_page("index.html")
    assert page.locator("[data-map] a.tile[tabindex='0']").count() == 1
    assert page.locator("[data-map] a.tile[tabindex='-1']").count() == 8 + 44 + 6 - 1
    page.locator("[data-map] a.tile[href='gsbpm/4.2.html']").focus()
    assert press(page, "ArrowDown", "ArrowUp", "ArrowUp") == ["gsbpm/4.3.html", "gsbpm/4.2.html", "gsbpm/4.1.html"]
    assert press(page, "ArrowRight", "ArrowLeft") == ["gsbpm/5.1.html", "gsbpm/4.1.html"]
    assert press(page, "End", "Home")[0] == "gsbpm/8.3.html"
    page.keyboard.press("Tab")
    assert not page.evaluate("document.querySelector('[data-map]').contains(document.activeElement)")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.querySelector('[data-map]').contains(document.activeElement)")


def test_a_box_of_the_map_opens_its_page(open_page: OpenPage) -> None:
    page = open_page("index.html")
    page.locator("[data-map] a.tile[href='gsbpm/4.2.html']").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("4.3 Run collection")


@pytest.mark.parametrize("path", ["matrix/index.html", "matrix/ddi-l.html"])
def test_the_matrix_is_one_stop_and_arrows_move_in_it(path: str, open_page: OpenPage) -> None:
    page = open_page(path)
    table = page.locator("[data-matrix]")
    assert (table.locator("thead a[tabindex='0']").count(), table.locator("tbody a[tabindex='0']").count()) == (1, 1)
    assert table.locator("a:not([tabindex])").count() == 0
    table.locator("tbody th[scope=row] a").nth(2).focus()
    start = page.evaluate("document.activeElement.getBoundingClientRect().top")
    assert press(page, "ArrowDown")[0].startswith("../gsbpm/")
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") != start
    page.keyboard.press("Tab")
    assert not page.evaluate("document.querySelector('[data-matrix] tbody').contains(document.activeElement)")


def test_headings_of_the_matrix_stay_in_sight(open_page: OpenPage) -> None:
    page = open_page("matrix/index.html")
    head = page.locator("[data-matrix] thead th").nth(1)
    before = head.bounding_box()
    page.locator(".matrix-scroll").evaluate("box => { box.scrollTop = box.scrollHeight; }")
    assert not page.locator("[data-matrix] tbody tr").first.evaluate("row => row.getBoundingClientRect().bottom > 0")
    assert head.bounding_box() == before


def test_the_matrix_can_be_filtered(open_page: OpenPage) -> None:
    page = open_page("matrix/index.html")
    for name in ("Phase", "Standard", "Role", "Strength", "Basis"):
        assert page.locator("[data-matrix-tools] label", has_text=name).locator("select").count() == 1, name
    page.locator("[data-matrix-tools] label", has_text="Phase").locator("select").select_option(index=4)
    rows = page.locator("[data-matrix] tbody:not([hidden]) tr th[scope=row] a")
    assert all("gsbpm/4." in str(link.get_attribute("href")) for link in rows.all())
    assert rows.count() == 4


def test_the_edition_switch_keeps_the_place_from_page_to_page(open_page: OpenPage) -> None:
    page = open_page("gsbpm/2.2.html")
    names = {
        button: page.locator(f".edition li:has([data-edition='{button}']) a").text_content()
        for button in ("5.0", "5.1", "5.2")
    }
    page.locator(".edition summary").focus()
    page.keyboard.press("Enter")
    page.locator("[data-edition='5.0']").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(f"2.2 {names['5.0']}")
    assert page.locator("[data-edition='5.0']").get_attribute("aria-pressed") == "true"
    assert page.url.endswith("gsbpm/2.2.html")
    with page.expect_navigation():
        page.locator("a[rel=next]").click()
    expect(page.locator(".edition-current")).to_have_text("5.0")
    page.reload()
    expect(page.locator(".edition-current")).to_have_text("5.0")


def test_fits_can_be_filtered_by_standard_role_and_basis(open_page: OpenPage) -> None:
    page = open_page("gsbpm/4.3.html")
    every = page.locator("tr.fit").count()
    select = page.locator(".filters label", has_text="Standard").locator("select")
    select.focus()
    select.select_option("ddi-l")
    shown = page.locator("tr.fit:not([hidden])")
    assert 0 < shown.count() < every
    assert {row.get_attribute("data-standard") for row in shown.all()} == {"ddi-l"}
    select.select_option("")
    assert page.locator("tr.fit:not([hidden])").count() == every


def test_a_table_that_scrolls_can_be_reached(open_page: OpenPage) -> None:
    page = open_page("artefacts/ddi-l/question-item.html", viewport={"width": 390, "height": 844})
    stuck = """() => [...document.querySelectorAll('.site *')].filter(node => node.scrollWidth > node.clientWidth + 1
        && ['auto', 'scroll'].includes(getComputedStyle(node).overflowX) && node.tabIndex < 0 && !node.querySelector('a, button, select, input'))
        .map(node => node.outerHTML.slice(0, 80))"""
    assert page.evaluate(stuck) == []
