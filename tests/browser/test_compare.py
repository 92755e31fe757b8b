"""Comparing in a real browser: by pointer and by keyboard, by link, on a phone, without JavaScript."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage

PHONE = {"width": 390, "height": 844}
PAIR = "compare.html#compare=gsbpm:5.3,gsbpm:6.2"
VERSIONS = "compare.html#compare=standard:sdmx@2.1,standard:sdmx@3.1"


def heads(page: Page) -> list[str]:
    expect(page.locator("table.compare")).to_be_visible()
    return [re.sub(r"\s+", " ", text).strip() for text in page.locator("table.compare thead th").all_inner_texts()]


def row(page: Page, title: str) -> Any:
    return (
        page.locator("table.compare tbody tr")
        .filter(has=page.locator("th", has_text=re.compile(rf"^{re.escape(title)}")))
        .first
    )


def test_a_link_opens_the_comparison(open_page: OpenPage) -> None:
    page = open_page(PAIR)
    assert heads(page) == ["5.3 Review and validate", "6.2 Validate outputs"]
    expect(page.locator("[data-compare-kind]")).to_have_value("sub-process")
    expect(page.locator("[data-compare-starts]")).to_be_hidden()


def test_same_and_different_are_said_by_sign_and_word(open_page: OpenPage) -> None:
    page = open_page("compare.html#compare=gsbpm:5.3,gsbpm:5.4")
    heads(page)
    said = {"same": ("=", "the same"), "part": ("≈", "partly the same"), "different": ("≠", "different")}
    seen = set()
    for each in page.locator("table.compare tbody tr").all():
        state = each.get_attribute("data-state") or ""
        assert each.locator(".compare-state").inner_text() == "".join(said[state])
        seen.add(state)
    assert seen == set(said)
    shared = row(page, "SDMX artefacts").locator("td").first.locator("li").first
    assert shared.inner_text().startswith("=")
    assert shared.locator(".visually-hidden").first.text_content() == "in all: "


def test_a_row_that_is_the_same_holds_the_same(open_page: OpenPage) -> None:
    page = open_page("compare.html#compare=gsbpm:5.3,gsbpm:5.4,gsbpm:5.5")
    assert len(heads(page)) == 3
    for each in page.locator('table.compare tr[data-state="same"]').all():
        assert len(set(each.locator("td").all_inner_texts())) == 1
    assert row(page, "Phase").get_attribute("data-state") == "same"
    assert row(page, "What is done here").get_attribute("data-state") == "different"


def test_what_is_in_all_comes_first_and_in_one_order(open_page: OpenPage) -> None:
    page = open_page("compare.html#compare=gsbpm:7.1,gsbpm:7.2,gsbpm:7.3")
    heads(page)
    lengths = []
    for each in page.locator('table.compare tr[data-state="part"]').all():
        lists = [cell.locator("li").all_inner_texts() for cell in each.locator("td").all()]
        shared = [[text for text in texts if text.startswith("=")] for texts in lists]
        assert all(same == shared[0] == texts[: len(same)] for same, texts in zip(shared, lists, strict=True))
        lengths.append(len(shared[0]))
    assert max(lengths) > 1


def test_only_what_differs_can_be_kept_and_sent(open_page: OpenPage) -> None:
    page = open_page("compare.html#compare=gsbpm:5.3,gsbpm:5.4")
    heads(page)
    assert page.locator('tr[data-state="same"]').count()
    page.get_by_label("only what differs").check()
    expect(page.locator('tr[data-state="same"]')).to_have_count(0)
    assert page.url.endswith("&differs")
    page.reload()
    heads(page)
    assert page.locator('tr[data-state="same"]').count() == 0


def test_choosing_by_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page("compare.html")
    first = page.get_by_role("combobox", name="this")
    first.focus()
    page.keyboard.type("review and")
    expect(page.get_by_role("option", name="5.3 Review and validate")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    second = page.get_by_role("combobox", name="with", exact=True)
    expect(second).to_be_focused()
    page.keyboard.type("6.")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert heads(page) == ["5.3 Review and validate", "6.2 Validate outputs"]
    assert page.url.endswith("#compare=gsbpm:5.3,gsbpm:6.2")
    page.get_by_role("combobox", name="with", exact=True).focus()
    page.keyboard.type("zzzz")
    expect(page.locator(".pick-list:visible li")).to_have_text(["nothing is called so"])
    page.keyboard.press("Escape")
    expect(page.locator(".pick-list:visible")).to_have_count(0)


def test_choosing_by_pointer_finds_aliases_and_takes_away_again(open_page: OpenPage) -> None:
    page = open_page("compare.html")
    page.get_by_label("Compare", exact=False).first.select_option("artefact")
    page.get_by_role("combobox", name="this").fill("questionnaire text")
    page.get_by_role("option", name="QuestionItem").first.click()
    page.get_by_role("combobox", name="with", exact=True).fill("qstn")
    page.get_by_role("option", name="Question (qstn)").click()
    assert len(heads(page)) == 2
    page.get_by_role("button", name="Remove QuestionItem").click()
    expect(page.locator("table.compare thead th")).to_have_count(1)
    page.get_by_role("button", name="Remove Question (qstn)").click()
    expect(page.locator("table.compare")).to_have_count(0)
    expect(page.locator("[data-compare-starts]")).to_be_visible()


def test_versions_show_which_artefacts_differ(open_page: OpenPage) -> None:
    page = open_page(VERSIONS)
    assert heads(page) == ["SDMX 2.1", "SDMX 3.1"]
    gone = row(page, "Structure Set")
    assert gone.locator("td").nth(0).inner_text().startswith("●")
    assert "not there" in gone.locator("td").nth(1).inner_text()
    new = row(page, "Metadata Provision Agreement")
    assert "not there" in new.locator("td").nth(0).inner_text()
    assert "introduced in 3.0" in new.locator("td").nth(1).inner_text()
    number = int(page.locator(".compare-section").inner_text().split()[0])
    assert number == page.locator(".compare-section ~ tr[data-state=different]").count() > 20
    same = page.locator("details summary", has_text="are the same in all")
    assert int(same.inner_text().split()[0]) > 10


def test_versions_of_two_standards_are_not_mixed_up(open_page: OpenPage) -> None:
    page = open_page("compare.html#compare=standard:sdmx@3.1,standard:ddi-l@3.3")
    assert heads(page) == ["SDMX 3.1", "DDI Lifecycle 3.3"]
    assert "versions of one standard only" in row(page, "Artefacts").inner_text()


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("gsbpm/4.3.html", "sub-process"),
        ("artefacts/sdmx/codelist.html", "artefact"),
        ("standards/sdmx.html", "standard"),
        ("tools/eno.html", "tool"),
    ],
)
def test_a_page_leads_to_its_comparison(address: str, kind: str, open_page: OpenPage) -> None:
    page = open_page(address)
    id = page.locator("#content").get_attribute("data-id")
    page.get_by_role("link", name="compare", exact=True).click()
    assert page.url.endswith(f"compare.html#compare={id}")
    expect(page.locator("[data-compare-kind]")).to_have_value(kind)
    assert len(heads(page)) == 1
    assert str(page.locator("table.compare thead a").get_attribute("href")).endswith(address)
    expect(page.locator("[data-compare-said]")).to_have_text("Choose what to compare it with.")


@pytest.mark.parametrize(
    "bad", ["gsbpm:9.9", "sdmx:codelist,gsbpm:4.3", "%E0%A4%A", "<img src=x onerror=alert(1)>", "standard:sdmx@9"]
)
def test_an_address_that_names_nothing_is_told_and_breaks_nothing(bad: str, open_page: OpenPage) -> None:
    page = open_page(f"compare.html#compare={bad}")
    expect(page.get_by_role("combobox").first).to_be_visible()
    said = page.locator("[data-compare-said]")
    if bad != "%E0%A4%A":
        expect(said).to_contain_text("Not found among the")
    assert page.locator("img").count() == 0


def test_every_kind_draws_a_table_for_its_first_three(open_page: OpenPage) -> None:
    page = open_page("compare.html")
    for kind in page.locator("[data-compare-kind] option").evaluate_all("all => all.map((each) => each.value)"):
        page.locator("[data-compare-kind]").select_option(kind)
        page.wait_for_function("(name) => window[name]", arg=f"navigatorCompare_{kind.replace('-', '_')}")
        ids = page.evaluate(
            "(name) => window[name].entries.slice(0, 3).map((each) => each[0])",
            f"navigatorCompare_{kind.replace('-', '_')}",
        )
        page.evaluate("(ids) => { location.hash = '#compare=' + ids.map(encodeURIComponent).join(',') }", ids)
        expect(page.locator("table.compare thead th")).to_have_count(3)
        assert page.locator("table.compare tbody tr").count() >= 4
        assert page.locator("table.compare tbody td:not(:empty)").count()


def test_it_fits_a_phone(open_page: OpenPage) -> None:
    for address in (PAIR, VERSIONS, "compare.html#compare=sdmx:codelist,ddi-l:code-list,ddi-cdi:code-list"):
        page = open_page(address, viewport=PHONE)
        heads(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_javascript_the_page_says_where_to_read(open_page: OpenPage) -> None:
    page = open_page("compare.html", java_script_enabled=False)
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.locator("[data-compare]")).to_be_hidden()
    expect(page.locator("[data-compare-starts]")).to_be_hidden()
    page.locator("noscript a", has_text="crosswalk").click()
    assert page.url.endswith("crosswalk.html")
