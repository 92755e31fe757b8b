"""Names in the reader's language, in a real browser: chosen once, shown everywhere, the English always at hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import OpenPage, build, opener
from tests.test_labels import ARABIC, HOSTILE
from tests.trees import plant_site

ESCAPED = HOSTILE.replace("\u2028", " ").replace("\\", "\\\\").replace('"', '\\"')


def choose(page: Page, lang: str) -> None:
    """Choose a language and let the script with its names arrive."""
    page.get_by_label("Names of activities in").select_option(lang)
    page.wait_for_selector(f'[data-language][data-shown="{lang or "en"}"]')


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site in which a phase has an Arabic name and one that tries to break out."""
    tree = plant_site(tmp_path_factory.mktemp("labels") / "tree")
    labels = f'labels:\n  - {{lang: ar, text: "{ARABIC}", status: proposed}}\n  - {{lang: fr, text: "{ESCAPED}", status: national}}\n'
    path = tree.root / "data/gsbpm/phases/5.yaml"
    tree.write("data/gsbpm/phases/5.yaml", path.read_text(encoding="utf-8") + labels)
    return build(tree.root, tree.root.parent / "site")


@pytest.fixture
def open_small(browser: Browser, small: Path) -> Iterator[OpenPage]:
    yield from opener(browser, small)


def test_a_chosen_language_is_kept_from_page_to_page(open_page: OpenPage) -> None:
    page = open_page("gsbpm/4.3.html")
    assert page.locator("h1").inner_text() == "4.3 Run collection"
    choose(page, "fr")
    expect(page.locator("h1")).to_have_text("4.3 Procéder à la collecte", use_inner_text=True)
    assert page.locator(".crumbs a").last.inner_text() == "4 Collecter"
    page.locator(".crumbs a").last.click()
    expect(page.locator("h1")).to_have_text("4 Collecter")
    expect(page.get_by_role("link", name="4.3 Procéder à la collecte").first).to_be_visible()
    choose(page, "")
    assert page.locator("h1").inner_text() == "4 Collect"
    expect(page.get_by_role("link", name="4.3 Run collection").first).to_be_visible()
    page.reload()
    expect(page.locator("h1")).to_have_text("4 Collect")


def test_the_english_name_and_the_standing_are_at_hand(open_page: OpenPage) -> None:
    page = open_page("gsbpm/4.3.html")
    choose(page, "fr")
    note = page.locator(".name-note")
    assert note.locator(".name-english").inner_text() == "Run collection"
    expect(note).to_contain_text("French name: official, edition 5.1")
    link = page.locator(".crumbs a").last
    assert str(link.get_attribute("title")).startswith("Collect")
    name = page.locator('h1 [lang="fr"]')
    assert (name.inner_text(), name.get_attribute("dir")) == ("Procéder à la collecte", "auto")
    choose(page, "nb")
    expect(note).to_contain_text("Norwegian (Bokmål) name: national, edition 5.1")
    choose(page, "")
    expect(note).to_have_count(0)
    assert page.locator('h1 [lang="fr"]').count() == 0
    assert link.get_attribute("title") is None


def test_boxes_without_a_name_say_both_names(open_page: OpenPage) -> None:
    page = open_page("artefacts/ddi-l/instrument.html")
    cell = page.locator(".strip a.strip-cell[href$='gsbpm/4.3.html']")
    said = "each => [each.title, each.textContent.trim()]"
    before = cell.evaluate(said)
    choose(page, "es")
    both = "Ejecutar recolección (Run collection)"
    assert [text.replace(both, "Run collection") for text in cell.evaluate(said)] == before
    assert all(both in text for text in cell.evaluate(said))
    choose(page, "")
    assert cell.evaluate(said) == before


def test_edition_and_language_work_together(open_page: OpenPage) -> None:
    page = open_page("gsbpm/2.2.html")
    new = page.locator("h1").inner_text()
    choose(page, "fr")
    french = page.locator("h1").inner_text()
    assert french not in (new, "")
    names = dict(page.locator("h1 .edition-name").evaluate("each => Object.entries(each.dataset)"))
    page.locator(".edition summary").click()
    page.get_by_role("button", name="5.0", exact=True).click()
    assert page.locator("h1").inner_text() == french
    assert page.locator(".name-english").inner_text() == names["e50"]
    choose(page, "")
    assert page.locator("h1 .edition-name").inner_text() == names["e50"]
    page.locator(".edition summary").click()
    page.get_by_role("button", name="5.2", exact=True).click()
    assert page.locator("h1").inner_text() == new


def test_a_language_with_few_names_says_so_and_leaves_the_rest_in_english(open_page: OpenPage) -> None:
    page = open_page("gsbpm/4.3.html")
    assert page.get_by_label("Names of activities in").locator("option[value=de]").inner_text() == "Deutsch (8 names)"
    choose(page, "de")
    assert page.locator("h1").inner_text() == "4.3 Run collection"
    expect(page.locator(".crumbs a").last).to_have_text("4 Daten gewinnen", use_inner_text=True)


@pytest.mark.parametrize(
    "address",
    ["index.html", "matrix/index.html", "crosswalk.html", "finder.html", "print/phase-4.html", "guide/index.html"],
)
def test_switching_there_and_back_leaves_a_page_as_it_was(address: str, open_page: OpenPage) -> None:
    page = open_page(address)
    before = page.locator("#content").inner_text()
    for lang in ("fr", "nb"):
        choose(page, lang)
    choose(page, "")
    assert page.locator("#content").inner_text() == before


def test_a_comparison_speaks_the_language_too(open_page: OpenPage) -> None:
    page = open_page("compare.html#compare=gsbpm:4.3,gsbpm:4.4")
    choose(page, "fr")
    expect(page.locator("table.compare thead th").first).to_have_text("4.3 Procéder à la collecte")


def test_arabic_runs_from_the_right_in_a_page_that_runs_from_the_left(open_small: OpenPage) -> None:
    page = open_small("gsbpm/5.html")
    choose(page, "ar")
    name = page.locator('h1 [lang="ar"]')
    expect(name).to_have_text(ARABIC)
    assert name.evaluate("each => getComputedStyle(each).direction") == "rtl"
    assert page.locator("h1").evaluate("each => getComputedStyle(each).direction") == "ltr"
    code, text = page.locator("h1 .code").bounding_box(), name.bounding_box()
    assert code
    assert text
    assert code["x"] < text["x"]
    expect(page.locator(".name-note")).to_contain_text("Arabic name: proposed")
    assert page.locator(".name-english").inner_text() == "Phase 5"


def test_a_name_that_is_markup_stays_text(open_small: OpenPage) -> None:
    page = open_small("gsbpm/5.html")
    choose(page, "fr")
    assert " ".join(page.locator('h1 [lang="fr"]').inner_text().split()) == " ".join(HOSTILE.split())
    assert page.locator("#content img").count() == 0
    page = open_small("index.html")
    choose(page, "fr")
    assert page.locator("#content img").count() == 0
    assert page.locator('.tile-phase[href$="gsbpm/5.html"] [lang="fr"]').count() == 1


def test_the_choice_is_a_control_by_keyboard_and_on_a_phone(open_page: OpenPage) -> None:
    page = open_page("gsbpm/4.html", viewport={"width": 390, "height": 844})
    select = page.get_by_label("Names of activities in")
    select.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(select).to_have_value("es")
    expect(page.locator("h1")).to_have_text("4 Recolección")
    assert page.locator("label.language").get_attribute("data-tag") == "es"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_javascript_there_is_no_switch(open_page: OpenPage) -> None:
    page = open_page("gsbpm/4.html", java_script_enabled=False)
    expect(page.locator("[data-language]")).to_be_hidden()
    expect(page.locator("h1")).to_have_text("4 Collect")
