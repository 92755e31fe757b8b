"""The search in a real browser: typing, keyboard, filters, from disk and over HTTP, and the whole question set."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from navigator.check import Report
from navigator.search import index, lists, query
from tests.browser import server
from tests.browser.conftest import OpenPage
from tests.trees import ROOT

SET = lists.read(ROOT).questions


@pytest.fixture
def over_http(browser: Browser, site: Path) -> Iterator[Page]:
    with server.serve(site) as address:
        page = browser.new_page()
        page.goto(f"{address}/gsbpm/4.3.html")
        yield page
        page.close()


def search(page: Page, words: str) -> list[str]:
    """Open the search by its key, type, and tell where the results lead."""
    page.locator("body").press("/")
    return retype(page, words)


def retype(page: Page, words: str) -> list[str]:
    box = page.get_by_role("combobox", name="Search the navigator")
    expect(box).to_be_focused()
    box.fill("")
    box.press_sequentially(words)
    expect(page.locator(".search-hit, .search-nothing").first).to_be_visible()
    page.wait_for_function(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"
    )
    return [
        str(link).rpartition("/site/")[2] or str(link)
        for link in page.eval_on_selector_all(".search-hit", "all => all.map(each => each.href)")
    ]


@pytest.mark.parametrize(
    "path",
    ["index.html", "gsbpm/4.3.html", "artefacts/sdmx/codelist.html", "guide/index.html", "state.html", "graph.html"],
)
def test_typing_finds_from_disk(open_page: OpenPage, path: str) -> None:
    assert search(open_page(path), "run collection")[0].endswith("gsbpm/4.3.html")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("4.3", "gsbpm/4.3.html"), ("5.1.t03", "gsbpm/5.1.html#t03"), ("GAMSO 3.3", "gamso/3.3.html"), ("interview mode", "artefacts/ddi-c/coll-mode.html"), ("provisional value", "artefacts/sdmx/cl-obs-status.html"),
        ("enumarator training", "artefacts/ddi-c/collector-training.html"), ("metadta management", "gsbpm/oa.metadata.html"), ("weigthing", "weight"), ("IfThenElse", "artefacts/ddi-l/if-then-else.html"),
        ("OBS_STATUS", "artefacts/sdmx/cl-obs-status.html"), ("Procéder à la collecte", "gsbpm/4.3.html"), ("Manage user support", "gsbpm/7.5.html"), ("insee", "organisations/insee.html"),
    ],
)  # fmt: skip
def test_words_codes_names_and_mistakes(open_page: OpenPage, words: str, found: str) -> None:
    assert any(found in each for each in search(open_page("gsbpm/4.3.html"), words)[:3])


def test_it_works_over_http(over_http: Page) -> None:
    assert search(over_http, "interview mode")[0].endswith("artefacts/ddi-c/coll-mode.html")
    over_http.keyboard.press("Enter")
    over_http.wait_for_url("**/artefacts/ddi-c/coll-mode.html")


def test_the_index_is_loaded_only_when_it_is_needed(open_page: OpenPage) -> None:
    page = open_page("gsbpm/4.3.html")
    assert page.evaluate("() => window.NAVIGATOR_INDEX === undefined && window.NavigatorSearch === undefined")
    search(page, "data")
    assert page.evaluate("() => window.NAVIGATOR_INDEX.docs.length > 1000")


def test_everything_by_keyboard(open_page: OpenPage) -> None:
    page = open_page("gsbpm/4.3.html")
    search(page, "code list")
    box, options = page.get_by_role("combobox", name="Search the navigator"), page.locator("#search-list [role=option]")
    expect(box).to_have_attribute("aria-expanded", "true")

    def chosen() -> int:
        return int(
            page.evaluate(
                "() => [...document.querySelectorAll('#search-list [role=option]')].findIndex(each => each.id === document.activeElement.getAttribute('aria-activedescendant'))"
            )
        )

    last = options.count() - 1
    places = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "End", "ArrowDown", "ArrowUp", "Home"):
        box.press(key)
        places.append(chosen())
    assert places == [1, 2, 1, last, 0, last, 0]
    assert options.nth(0).get_attribute("aria-selected") == "true"
    assert page.locator("#search-list [aria-selected=true]").count() == 1
    box.press("Escape")
    expect(page.locator("dialog.search-dialog")).to_be_hidden()
    page.keyboard.press("Control+k")
    expect(box).to_be_focused()
    target = str(options.nth(1).get_attribute("href"))
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url(f"**/{target.removeprefix('../')}")


def test_the_focus_returns_to_where_it_was(open_page: OpenPage) -> None:
    page = open_page("gsbpm/4.3.html")
    button = page.get_by_role("button", name="Search")
    button.click()
    expect(page.get_by_role("combobox", name="Search the navigator")).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()


def test_a_slash_in_a_field_is_a_slash(open_page: OpenPage) -> None:
    page = open_page("index.html")
    page.locator("#home-words").press_sequentially("a/b")
    expect(page.locator("#home-words")).to_have_value("a/b")
    assert page.locator("dialog.search-dialog[open]").count() == 0


def test_the_form_of_the_home_page_passes_its_words(open_page: OpenPage) -> None:
    page = open_page("index.html")
    page.locator("#home-words").fill("sampling frame")
    page.locator("#home-words").press("Enter")
    expect(page.get_by_role("combobox", name="Search the navigator")).to_have_value("sampling frame")
    expect(page.locator(".search-hit").first).to_be_visible()


def test_results_stand_in_groups_with_their_reason(open_page: OpenPage) -> None:
    page = open_page("gsbpm/4.3.html")
    search(page, "interview mode")
    groups = page.locator("#search-list [role=group]")
    expect(groups.first).to_have_attribute("aria-labelledby", "search-group-0")
    assert page.locator(".search-kind").first.inner_text() == "Best answers"
    assert "Artefacts" in page.locator(".search-kind").all_inner_texts()
    assert groups.first.locator("[role=option]").count() == 3
    assert "also called interview mode" in page.locator(".search-why").first.inner_text()
    assert "DDI-C artefact" in page.locator(".search-what").first.inner_text()


def test_filters_by_kind_and_standard(open_page: OpenPage) -> None:
    page = open_page("gsbpm/4.3.html")
    search(page, "code list")
    page.locator(".search-filters select").nth(0).select_option("information-object")
    assert all(
        "/information-objects/" in str(each)
        for each in page.eval_on_selector_all(".search-hit", "all => all.map(each => each.href)")
    )
    page.locator(".search-filters select").nth(0).select_option("")
    page.locator(".search-filters select").nth(1).select_option("vtl")
    found = page.eval_on_selector_all(".search-hit", "all => all.map(each => each.href)")
    assert found
    assert all("/vtl" in str(each) for each in found)
    page.locator(".search-filters select").nth(0).select_option("tool")
    page.get_by_role("button", name="Search everything").click()
    assert page.locator(".search-hit").count() > len(found)


def test_an_empty_result_says_what_to_try(open_page: OpenPage) -> None:
    page = open_page("gsbpm/4.3.html")
    search(page, "qqqqq")
    expect(page.get_by_role("status")).to_have_text("Nothing found.")
    for name, target in (
        ("map of the process", "index.html#map"),
        ("matrix", "matrix/index.html"),
        ("finder", "finder.html"),
    ):
        link = page.locator(".search-nothing").get_by_role("link", name=name)
        assert str(link.evaluate("each => each.href")).endswith(target)


def test_the_number_of_results_is_told(open_page: OpenPage) -> None:
    page = open_page("gsbpm/4.3.html")
    search(page, "calibration")
    status = page.locator(".search-status")
    assert status.get_attribute("role") == "status"
    assert status.inner_text() == f"{page.locator('.search-hit').count()} results"


def test_what_is_typed_stays_text(open_page: OpenPage) -> None:
    page = open_page("gsbpm/4.3.html")
    search(page, "<img src=x onerror=alert(1)> data")
    assert page.locator("dialog.search-dialog img").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fills_a_phone_without_scrolling_sideways(open_page: OpenPage, scheme: str) -> None:
    page = open_page("gsbpm/4.3.html", viewport={"width": 390, "height": 844}, color_scheme=scheme)
    page.get_by_role("button", name="Search").click()
    retype(page, "statistical classification of economic activities")
    assert page.evaluate(
        "() => { const d = document.querySelector('.search-dialog'); return d.scrollWidth <= d.clientWidth && d.clientWidth === innerWidth; }"
    )


def test_the_browser_ranks_as_the_command_does(open_page: OpenPage, report: Report) -> None:
    """Both languages have the same ranking: the first ten of every question are equal."""
    page = open_page("questions.html")
    page.wait_for_selector("[data-questions-sum]:not([hidden])", state="attached", timeout=60_000)
    made, _ = index.make(report.graph, ROOT)
    script = "asked => { const engine = NavigatorSearch(NAVIGATOR_INDEX); return asked.map(each => engine.search(each, '', '', 10).map(hit => hit.doc.id)); }"
    extra = ["collecti", "v", "4", "IfThen", "ouliers data", "the of", "Über Größe", "run coll", "الوصفية"]
    asked = [each.question for each in SET] + extra
    found = page.evaluate(script, asked)
    assert dict(zip(asked, found, strict=True)) == {
        each: [hit.document.id for hit in query.search(made, each, limit=10)] for each in asked
    }


def test_the_browser_answers_the_question_set(open_page: OpenPage) -> None:
    """Typing each question, a right page stands among the first three results for 95 of 100."""
    page = open_page("questions.html")
    page.wait_for_selector("[data-questions-sum]:not([hidden])", state="attached", timeout=60_000)
    assert float(str(page.locator("[data-questions-sum]").get_attribute("data-questions-sum"))) >= 95
    places = page.eval_on_selector_all(
        "[data-question]",
        "all => all.map(each => [each.dataset.question, +each.querySelector('.questions-place').dataset.place, +each.dataset.within])",
    )
    assert [question for question, place, within in places if within and not 0 < place <= within] == []
    assert len(places) == len(SET)


def test_the_dialog_shows_first_what_ranks_first(open_page: OpenPage, report: Report) -> None:
    """What stands first in the dialog are the best answers of any kind, in their order."""
    made, _ = index.make(report.graph, ROOT)
    page = open_page("gsbpm/4.3.html")
    page.locator("body").press("/")
    for each in SET[::20]:
        shown = retype(page, each.question)[:3]
        ranked = [hit.document.url for hit in query.search(made, each.question, limit=3)]
        assert all(one.endswith(other) for one, other in zip(shown, ranked, strict=False)), each.question
