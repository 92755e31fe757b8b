"""The map: more overlays, by keyboard and by pointer; what boxes say; the state in the address; on paper and without scripts."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.server import serve

CODELIST = "artefact:sdmx:codelist"


def data_of(site: Path) -> dict[str, Any]:
    text = (site / "assets/map-data.js").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text.removeprefix("window.navigatorMap=").removesuffix(";\n"))
    return found


def fits_of(data: dict[str, Any], artefact: str) -> set[str]:
    """The boxes at which an artefact fits, phases left out."""
    number = next(index for index, (id, _) in enumerate(data["artefacts"]) if id == artefact)
    rows = data["fits"]
    return {data["places"][rows[at + 1]][0] for at in range(0, len(rows), 6) if rows[at] == number}


def tile(page: Page, id: str) -> Any:
    return page.locator(f'[data-map] a.tile[data-node="{id}"]')


def painted(page: Page) -> set[str]:
    """The boxes that an overlay has painted, phases left out."""
    ids: list[str] = page.locator("[data-map] a.tile:not(.tile-phase):has(.tile-over)").evaluate_all(
        "all => all.map(each => each.dataset.node)"
    )
    return set(ids)


def details(page: Page) -> Any:
    return page.locator("[data-map-details]")


def choose(page: Page, kind: str, field: str, words: str) -> None:
    """Lay an overlay over the map, by keyboard alone."""
    page.locator("#map-kind").select_option(kind)
    page.get_by_role("combobox", name=field, exact=True).focus()
    page.keyboard.type(words)
    page.keyboard.press("Enter")


def test_data_is_loaded_only_when_asked_for(open_page: OpenPage) -> None:
    page = open_page("index.html")
    assert page.evaluate("typeof window.navigatorMap") == "undefined"
    page.get_by_role("button", name="More overlays").click()
    expect(page.locator("#map-kind")).to_be_visible()
    assert page.evaluate("typeof window.navigatorMap") == "object"


def test_an_artefact_is_laid_over_by_keyboard(open_page: OpenPage, site: Path) -> None:
    page = open_page("index.html")
    more = page.get_by_role("button", name="More overlays")
    more.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#map-kind")).to_be_focused()
    page.keyboard.type("Art")
    page.keyboard.press("Tab")
    expect(page.get_by_role("combobox", name="Artefact", exact=True)).to_be_focused()
    page.keyboard.type("codelist")
    page.keyboard.press("Enter")
    expect(page.locator("[data-map-legend]")).to_contain_text("SDMX Codelist: its lifeline")
    assert page.url.endswith(f"#map={CODELIST}")
    assert painted(page) == fits_of(data_of(site), "sdmx:codelist")
    assert tile(page, "gsbpm:2.2").locator("use").get_attribute("href") == "#m-creates-primary"
    expect(tile(page, "gsbpm:2.2")).to_contain_text("creates (primary)")


def test_an_overlay_is_laid_over_and_taken_off_by_pointer(open_page: OpenPage) -> None:
    page = open_page("index.html")
    page.get_by_role("button", name="More overlays").click()
    page.get_by_role("combobox", name="Standard", exact=True).click()
    page.get_by_role("option", name="DDI Lifecycle").click()
    expect(page.locator("[data-map]")).to_have_attribute("data-overlay", "standard")
    page.get_by_role("button", name="clear the map").click()
    assert not painted(page)
    assert "#" not in page.url
    expect(page.get_by_role("radio", name="All", exact=True)).to_be_checked()


def test_hover_and_focus_tell_counts_and_names(open_page: OpenPage) -> None:
    page = open_page("index.html#map=standard:sdmx")
    expect(tile(page, "gsbpm:7.2").locator(".tile-over")).to_be_attached()
    tile(page, "gsbpm:2.2").hover()
    expect(details(page)).to_contain_text(
        re.compile(r"2\.2 Design variables \d+ fits, \d+ primary: .*Codelist \(creates, primary\)")
    )
    tile(page, "gsbpm:1.1").focus()
    expect(details(page)).to_contain_text("1.1 Identify needs")
    page.keyboard.press("ArrowRight")
    expect(tile(page, "gsbpm:2.1")).to_be_focused()
    expect(details(page)).to_contain_text("2.1")
    expect(details(page)).to_have_attribute("role", "status")


def test_the_plain_map_tells_its_counts_too(open_page: OpenPage) -> None:
    page = open_page("index.html")
    tile(page, "gsbpm:4.3").hover()
    expect(details(page)).to_contain_text(re.compile(r"4\.3 Run collection SDMX: \d+ .*DDI: \d+"))


def test_the_numbers_of_a_standard_are_those_of_its_family(open_page: OpenPage) -> None:
    page = open_page("index.html#map=standard:sdmx")
    expect(tile(page, "gsbpm:7.2").locator(".tile-over")).to_be_attached()
    for id in ("gsbpm:2.2", "gsbpm:5.3", "gsbpm:7.2", "gsbpm:oa.metadata", "gsbpm:4"):
        shown, family = (
            tile(page, id).locator(".tile-text").inner_text(),
            tile(page, id).locator(".share-sdmx").text_content(),
        )
        assert re.findall(r"\d+", shown) == re.findall(r"\d+", family or ""), id


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("role:exchanges", "exchanges: fits in this role"),
        ("evidence", "Evidence: share of the fits that are published or practised"),
        ("tasks", "Tasks: tasks and overarching sub-activities"),
        ("information-object:code-list", "Code List: where it is taken in"),
        ("family:ddi", ""),
    ],
)
def test_each_kind_of_overlay_comes_back_from_its_link(open_page: OpenPage, key: str, said: str) -> None:
    page = open_page(f"index.html#map={key}")
    if not said:
        expect(page.get_by_role("radio", name="DDI", exact=True)).to_be_checked()
        return
    expect(page.locator("[data-map-legend]")).to_contain_text(said)
    assert painted(page)
    assert page.url.endswith(f"#map={key}")


@pytest.mark.parametrize(
    ("kind", "rows"), [("use-case", "cases"), ("tool", "tools"), ("aspect", "aspects"), ("answers-for", "roles")]
)
def test_a_path_and_a_reach_touch_their_steps(open_page: OpenPage, site: Path, kind: str, rows: str) -> None:
    data = data_of(site)
    key, name, boxes = next(row for row in data[rows] if len(row[2]) > 2)
    page = open_page(f"index.html#map={kind}:{key}")
    expect(page.locator("[data-map-legend]")).to_contain_text(name)
    flat = [box for step in boxes for box in step] if kind == "use-case" else boxes
    assert painted(page) == {data["places"][box][0] for box in flat}
    if kind == "use-case":
        first = data["places"][boxes[0][0]][0]
        expect(tile(page, first).locator(".tile-number").first).to_have_text("1")


def test_the_list_says_the_same_as_the_picture(open_page: OpenPage) -> None:
    page = open_page(f"index.html#map={CODELIST}")
    box = page.locator("[data-map-list]")
    box.locator("summary").click()
    expect(box.locator("li").first).to_be_visible()
    assert box.locator("li").count() == len(painted(page))


def test_a_link_to_nothing_says_so(open_page: OpenPage) -> None:
    page = open_page("index.html#map=artefact:sdmx:nothing")
    expect(details(page)).to_contain_text('The map knows no overlay "artefact:sdmx:nothing".')
    for key in ("standard:constructor", "nonsense", "use-case:%ff"):
        page.evaluate("key => { location.hash = `#map=${key}`; }", key)
        expect(details(page)).to_contain_text(f'The map knows no overlay "{key}".')
        assert not painted(page)


def test_a_change_of_the_address_changes_the_picture(open_page: OpenPage) -> None:
    page = open_page(f"index.html#map={CODELIST}")
    expect(page.locator("[data-map-legend]")).to_contain_text("SDMX Codelist")
    page.evaluate("location.hash = '#map=standard:vtl'")
    expect(page.locator("[data-map-legend]")).to_contain_text("VTL")
    page.get_by_role("radio", name="SDMX", exact=True).check(force=True)
    expect(page.locator("[data-map-legend]")).to_be_hidden()
    assert page.url.endswith("#map=family:sdmx")


def test_an_entry_page_leads_to_its_overlay(open_page: OpenPage) -> None:
    page = open_page("artefacts/sdmx/codelist.html")
    page.get_by_role("link", name="Lay it over the map of the process.").click()
    expect(page.locator("[data-map-legend]")).to_contain_text("SDMX Codelist")


def test_without_scripts_the_map_still_switches(open_page: OpenPage) -> None:
    page = open_page("index.html", java_script_enabled=False)
    expect(page.get_by_role("button", name="More overlays")).to_be_hidden()
    page.get_by_text("DDI", exact=True).first.click()
    expect(tile(page, "gsbpm:4.3").locator(".share-sdmx")).to_be_hidden()
    expect(tile(page, "gsbpm:4.3").locator(".share-ddi")).to_be_visible()


def test_on_paper_the_picture_stays_and_its_controls_go(open_page: OpenPage) -> None:
    page = open_page(f"index.html#map={CODELIST}")
    expect(page.locator("[data-map-legend]")).to_contain_text("SDMX Codelist")
    page.emulate_media(media="print")
    expect(page.locator("[data-map-tools]")).to_be_hidden()
    expect(details(page)).to_be_hidden()
    expect(tile(page, "gsbpm:2.2").locator(".tile-over")).to_be_visible()


def test_on_a_phone_nothing_is_wider_than_the_page(open_page: OpenPage) -> None:
    page = open_page(f"index.html#map={CODELIST}", viewport={"width": 390, "height": 844}, has_touch=True)
    expect(page.locator("[data-map-legend]")).to_contain_text("SDMX Codelist")
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_over_http_it_is_the_same(browser: Browser, site: Path) -> None:
    with serve(site) as address:
        page = browser.new_page()
        page.goto(f"{address}/index.html")
        page.get_by_role("button", name="More overlays").click()
        choose(page, "artefact", "Artefact", "codelist")
        expect(page.locator("[data-map-legend]")).to_contain_text("SDMX Codelist")
        assert page.url == f"{address}/index.html#map={CODELIST}"
        page.reload()
        expect(tile(page, "gsbpm:2.2").locator(".tile-over")).to_be_attached()
        page.context.close()
