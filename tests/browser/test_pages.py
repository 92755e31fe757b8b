"""Every kind of page from disk: nothing asked of the network, nothing cut off, everything in its place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import OpenPage, build, opener
from tests.browser.kinds import PAGES
from tests.poison import HOSTILE, poison
from tests.trees import plant_site

LAPTOP = {"viewport": {"width": 1366, "height": 768}, "color_scheme": "light"}
PHONE = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark", "has_touch": True, "is_mobile": True}
LOOK = """() => ({
    over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    levels: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(each => each.checkVisibility()).map(each => Number(each.tagName[1])),
    paper: getComputedStyle(document.body).backgroundColor,
    edits: [...document.querySelectorAll('article a.edit-link')].map(each => each.getAttribute('href')),
})"""


def test_a_page_of_every_kind_is_looked_at(site: Path) -> None:
    """A new kind of page has to be added to kinds.py."""
    kinds = {
        match
        for path in site.rglob("*.html")
        for match in re.findall(r'class="sheet (kind-[a-z-]+|prose)"', path.read_text(encoding="utf-8"))
    }
    seen = {
        match
        for page in PAGES
        for match in re.findall(r'class="sheet (kind-[a-z-]+|prose)"', (site / page).read_text(encoding="utf-8"))
    }
    assert kinds == seen


@pytest.mark.parametrize("screen", [LAPTOP, PHONE], ids=["laptop-light", "phone-dark"])
def test_pages_fit_the_screen_have_headings_in_order_and_can_be_edited(
    screen: dict[str, object], open_page: OpenPage, site: Path
) -> None:
    page = open_page(PAGES[0], **screen)
    faults: dict[str, list[str]] = {}
    for path in PAGES:
        page.goto((site / path).as_uri())
        found = page.evaluate(LOOK)
        faults[path] = [
            *([f"{found['over']} pixels too wide"] if found["over"] > 0 else []),
            *([f"headings {found['levels']}"] if not _in_order(found["levels"]) else []),
            *(
                [f"background {found['paper']}"]
                if (found["paper"] == "rgb(255, 255, 255)") != (screen is LAPTOP)
                else []
            ),
            *(f"edits {link}" for link in found["edits"] if not ((site / path).parent / link).resolve().is_file()),
        ]
    assert {path: said for path, said in faults.items() if said} == {}


def _in_order(levels: list[int]) -> bool:
    """One heading of the first level, at the start, and none that skips a level."""
    return levels[0] == 1 and levels.count(1) == 1 and all(after <= before + 1 for before, after in pairwise(levels))


def test_the_process_can_be_walked_and_first_choices_are_seen_without_scrolling(open_page: OpenPage) -> None:
    """From 1.1 by the link to the next one to 8.3: on each page the first fit, or why there is none, stands above the fold."""
    page = open_page("gsbpm/1.1.html", **LAPTOP)
    codes, low = [], {}
    while True:
        codes.append(page.locator("h1 .code").inner_text())
        first = page.locator(".reach tr.fit:visible, .reach > p:visible, .verdicts li:visible").first
        box = first.bounding_box()
        if not box or box["y"] + box["height"] > 768:
            low[codes[-1]] = box
        following = page.locator("a[rel=next]")
        if not following.count():
            break
        with page.expect_navigation():
            following.click()
    assert codes == [
        f"{phase}.{step}" for phase, steps in enumerate((6, 6, 7, 4, 8, 5, 5, 3), 1) for step in range(1, steps + 1)
    ]
    assert low == {}


def test_the_whole_first_group_of_a_full_step_is_above_the_fold(open_page: OpenPage) -> None:
    box = open_page("gsbpm/4.3.html", **LAPTOP).locator(".reach tbody").first.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 768


@pytest.mark.parametrize("step", ["2.3", "4.3", "5.1", "5.2", "7.4", "oa.quality"])
def test_on_a_phone_the_summary_is_whole_and_first_choices_stand_on_the_first_screen(
    step: str, open_page: OpenPage
) -> None:
    """The steps with the longest summaries."""
    page = open_page(f"gsbpm/{step}.html", **PHONE)
    assert page.locator(".head .summary").evaluate("each => each.scrollHeight <= each.clientHeight + 1")
    rows = page.locator(".reach tr.fit")
    for index in range(min(3, rows.count())):
        box = rows.nth(index).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 844, index


def test_on_a_phone_a_button_opens_what_is_cut_and_closes_it_again(open_page: OpenPage) -> None:
    page = open_page("gsbpm/5.1.html", **PHONE)
    row = page.locator(".reach tr.fit").first
    why, button = row.locator(".fit-why"), row.get_by_role("button")
    cut = "each => each.scrollHeight > each.clientHeight + 1"
    expect(button).to_have_attribute("aria-expanded", "false")
    assert button.inner_text().startswith("more")
    assert why.evaluate(cut)
    expect(row.locator(".source").first).to_be_hidden()
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    assert not why.evaluate(cut)
    expect(row.locator(".source").first).to_be_visible()
    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "false")


def test_on_a_phone_nothing_is_cut_without_scripts_nor_on_a_laptop(open_page: OpenPage) -> None:
    cut = "all => all.filter(each => each.scrollHeight > each.clientHeight + 1).length"
    plain = open_page("gsbpm/5.1.html", **PHONE, java_script_enabled=False)
    assert plain.locator(".reach .fit-more").count() == 0
    assert plain.locator(".reach .source").first.is_visible()
    wide = open_page("gsbpm/5.1.html", **LAPTOP)
    assert wide.locator(".reach .fit-why").evaluate_all(cut) == 0
    expect(wide.locator(".reach .fit-more").first).to_be_hidden()


def test_standards_are_filtered_by_their_names(open_page: OpenPage) -> None:
    page = open_page("gsbpm/oa.metadata.html", **LAPTOP)
    select = page.locator(".filters label", has_text="Standard").locator("select")
    names = select.locator("option").all_inner_texts()
    assert {"SDMX", "DDI Lifecycle", "DDI Codebook"} <= set(names)
    assert names[1:] == sorted(names[1:], key=str.casefold)
    select.select_option("DDI Lifecycle")
    shown = {row.get_attribute("data-short") for row in page.locator("tr.fit:not([hidden])").all()}
    assert shown == {"DDI Lifecycle"}


def test_ways_from_a_page(open_page: OpenPage, site: Path) -> None:
    page = open_page("gsbpm/4.3.html", **LAPTOP)
    crumbs = page.locator(".crumbs a")
    assert crumbs.all_inner_texts() == ["Process", "4 Collect"]
    assert [page.locator(f"a[rel={rel}]").get_attribute("title") for rel in ("prev", "next")] == [
        "4.2 Set up collection",
        "4.4 Finalise collection",
    ]
    edit = page.locator("a.edit-link")
    assert edit.get_attribute("title") == "data/gsbpm/sub-processes/4.3.yaml"
    assert (site / "gsbpm" / str(edit.get_attribute("href"))).resolve() == site / "data/gsbpm/sub-processes/4.3.yaml"
    crumbs.nth(1).click()
    expect(page.locator("h1")).to_have_text("4 Collect")


def test_the_contents_list_leads_to_its_headings(open_page: OpenPage) -> None:
    page = open_page("gsbpm/4.3.html", **LAPTOP)
    links = page.locator(".contents a")
    assert links.count() > 6
    for index in range(links.count()):
        links.nth(index).click()
        heading = page.locator(str(links.nth(index).get_attribute("href")))
        assert heading.is_visible()
        box = heading.bounding_box()
        assert box is not None
        assert 0 <= box["y"] < 768


def test_a_page_reads_without_scripts(open_page: OpenPage) -> None:
    page = open_page("gsbpm/4.3.html", **LAPTOP, java_script_enabled=False)
    assert page.locator(".reach tr.fit").count() > 3
    assert page.locator(".filters").is_hidden()
    assert (
        open_page("index.html", **LAPTOP, java_script_enabled=False).locator("[data-map] a.tile").count() == 8 + 44 + 6
    )


def test_the_page_for_errors_can_be_read(open_page: OpenPage, site: Path) -> None:
    assert "404" in (site / "404.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small real site with hostile words in every field."""
    folder = tmp_path_factory.mktemp("poisoned")
    tree = plant_site(folder / "tree")
    assert poison(tree, tree.check()) > 300
    return build(tree.root, folder / "site")


@pytest.fixture
def open_poisoned(browser: Browser, poisoned: Path) -> Iterator[OpenPage]:
    yield from opener(browser, poisoned)


def _harmless(page: Page) -> None:
    """Nothing of the hostile words has become part of the page."""
    assert (
        page.locator("img[src=x], [onclick], [onerror], a[href^='javascript:'], script:text('alert(1)')").count() == 0
    )


def test_hostile_words_are_shown_as_words_on_every_page(open_poisoned: OpenPage, poisoned: Path) -> None:
    """The watch fails the test when anything of them runs."""
    page = open_poisoned("index.html")
    graph = json.loads((poisoned / "api/v1/graph.json").read_text(encoding="utf-8"))
    addresses = sorted(
        {node["url"].partition("#")[0] for node in graph["nodes"] if not re.fullmatch(r"gsbpm/[1-35-8].*", node["url"])}
    )
    listings = sorted(
        {path.relative_to(poisoned).as_posix() for path in poisoned.rglob("*.html")}
        - {node["url"] for node in graph["nodes"]}
        - {"404.html"}
    )
    for address in addresses + listings:
        page.goto((poisoned / address).as_uri())
        _harmless(page)
    assert len(addresses) > 30
    page.goto((poisoned / "gsbpm/4.3.html").as_uri())
    assert page.locator("h1").inner_text() == f"4.3 Run collection{HOSTILE}"
    assert f"The interviewer reads the question out.{HOSTILE}" in page.locator(".reach").inner_text()
    assert page.title().startswith(f"4.3 Run collection{HOSTILE}")


def test_hostile_words_are_words_to_the_scripts_as_well(open_poisoned: OpenPage) -> None:
    """Editions, filters, search and what else builds parts of a page in the browser."""
    page = open_poisoned("gsbpm/4.3.html")
    page.locator("details.edition summary").click()
    page.locator("[data-edition='5.0']").click()
    expect(page.locator("h1")).to_have_text(f"4.3 Do the collection{HOSTILE}")
    page.locator("[data-search-open]").first.click()
    page.keyboard.type("codelist")
    page.get_by_role("dialog").get_by_text(HOSTILE[:8]).first.wait_for()
    _harmless(page)
    for path in (
        "compare.html#compare=gsbpm:4.3",
        "graph.html",
        "finder.html",
        "office.html",
        "matrix/sdmx.html",
        "artefacts/index.html",
        "crosswalk.html",
    ):
        page = open_poisoned(path)
        for select in page.locator("select:visible").all()[:4]:
            options = select.locator("option").all()
            if len(options) > 1 and select.is_enabled():
                select.select_option(index=len(options) - 1)
        _harmless(page)
