"""The guided finder in a real browser: it ranks as the program does, by pointer and by keyboard, by link, on a phone, as a plain table."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from navigator import ranking
from navigator.view.site import Site
from tests.browser.conftest import OpenPage

PHONE = {"width": 390, "height": 844}
ASKED = "finder.html#where=gsbpm:7.2&hold=aggregates&with=international"


def names(page: Page) -> list[str]:
    expect(page.locator(".finder-artefacts > li").first).to_be_visible()
    return page.locator(".finder-name a").all_inner_texts()


def test_the_browser_ranks_as_the_program_does(open_page: OpenPage, site_report: Site) -> None:
    """Every place with every thing to hold, the partners taking turns."""
    places = ["", *(each.id for each in (*site_report.phases, *site_report.steps, *site_report.overarching))]
    holdings, partners = (
        ["", *(each.key for each in part)] for part in (site_report.finder.holdings, site_report.finder.partners)
    )
    asked = [
        [place, holding, partners[(at + index) % len(partners)]]
        for at, place in enumerate(places)
        for index, holding in enumerate(holdings)
    ]
    page = open_page("finder.html")
    page.wait_for_function("window.navigatorFinder")
    found = page.evaluate(
        """(asked) => asked.map(([place, holding, partner]) => {
             const { answers, standards } = navigatorFinderPage.rank(place, holding, partner);
             return [answers.map((each) => [each.candidate[0], each.points]), standards];
           })""",
        asked,
    )
    among = ranking.candidates(site_report)
    for question, answer in zip(asked, found, strict=True):
        ranked = ranking.rank(among, *question)
        wanted = [[each.candidate.id, each.points] for each in ranking.shortened(ranked)]
        assert answer == [wanted, list(ranking.leading(ranked))], question


def test_a_link_opens_the_answer_with_its_reasons(open_page: OpenPage, site_report: Site) -> None:
    page = open_page(ASKED)
    wanted = ranking.shortened(
        ranking.rank(ranking.candidates(site_report), "gsbpm:7.2", "aggregates", "international")
    )
    assert names(page) == [site_report.node(answer.candidate.id).label for answer in wanted]
    assert len(wanted) + page.locator(".finder-standards > li").count() <= 7
    for item, answer in zip(page.locator(".finder-artefacts > li").all(), wanted, strict=True):
        served, tie = answer.served, answer.held
        assert tie
        expect(item).to_contain_text(site_report.node(served.activity).label)
        expect(item).to_contain_text(f"({served.role}): ")
        reasons = item.locator(".finder-reasons")
        expect(reasons).to_contain_text(f"{served.basis} {served.evidence} source")
        if tie.object:
            expect(reasons).to_contain_text(
                f"Aggregates and tables: represents GSIM {site_report.node(tie.object).label} ({tie.match})"
            )
    first = page.locator(".finder-artefacts > li").first
    expect(first).to_contain_text("Reach for it first at 7.2 Produce dissemination products (exchanges)")
    expect(first.locator(".finder-reasons")).to_contain_text("use cases (international organisation, central bank)")
    expect(page.locator(".finder-standards > li").first).to_contain_text("SDMX")
    assert all(link.get_attribute("href") for link in page.locator("[data-finder-answer] a").all())
    for name, key in (("where", "gsbpm:7.2"), ("hold", "aggregates"), ("with", "international")):
        assert page.locator(f'input[name="{name}"]:checked').get_attribute("value") == key


def test_every_link_of_an_answer_leads_to_a_page(open_page: OpenPage) -> None:
    page = open_page("finder.html#hold=codebook&with=users")
    names(page)
    page.locator(".finder-name a").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert "/artefacts/" in page.url


def test_asking_by_pointer(open_page: OpenPage) -> None:
    page = open_page("finder.html")
    expect(page.locator("[data-finder-said]")).to_have_text("Answer at least one question.")
    page.get_by_label("4 Collect", exact=True).check()
    page.get_by_label("Questionnaire or form", exact=True).check()
    page.get_by_label("Respondents", exact=True).check()
    assert page.url.endswith("#where=gsbpm:4&hold=questionnaire&with=respondents")
    assert names(page)[0] == "Instrument"
    expect(page.locator('[data-finder-text="with"]')).to_contain_text("answer questions")
    page.get_by_role("button", name="Start again").click()
    expect(page.locator(".finder-artefacts")).to_have_count(0)
    assert page.locator('input[name="hold"]:checked').get_attribute("value") == ""
    page.get_by_role("link", name="We keep a classification").click()
    assert "Codelist" in names(page)


def test_asking_by_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page("finder.html")
    page.get_by_role("combobox", name="A step").focus()
    page.keyboard.type("weights")
    expect(page.get_by_role("option", name="5.6 Calculate weights")).to_be_visible()
    page.keyboard.press("Enter")
    assert page.url.endswith("#where=gsbpm:5.6")
    expect(page.locator("[data-finder-step]")).to_contain_text("5.6 Calculate weights")
    assert "Weighting" in names(page)
    page.keyboard.press("Tab")
    expect(page.locator('input[name="hold"]:focus')).to_have_count(1)
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Microdata", exact=True)).to_be_checked()
    assert page.url.endswith("#where=gsbpm:5.6&hold=microdata")


def test_a_place_far_from_any_fit_is_said_to_be_so(open_page: OpenPage) -> None:
    page = open_page("finder.html#where=gsbpm:4&hold=questionnaire")
    assert names(page)[1] == "QuestionItem"
    expect(page.locator(".finder-artefacts > li").nth(1)).to_contain_text(
        "Not fitted here so far, but elsewhere: reach for it first at 2.3 Design collection"
    )


def test_an_address_that_names_nothing_breaks_nothing(open_page: OpenPage) -> None:
    page = open_page("finder.html#where=gsbpm:9.9&hold=<img src=x onerror=alert(1)>&with=%E0")
    expect(page.locator("[data-finder-said]")).to_have_text("Answer at least one question.")
    assert page.locator("img").count() == 0


def test_it_fits_a_phone(open_page: OpenPage) -> None:
    page = open_page(ASKED, viewport=PHONE)
    names(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_javascript_it_is_a_table(open_page: OpenPage) -> None:
    page = open_page("finder.html", java_script_enabled=False)
    expect(page.locator("[data-finder]")).to_be_hidden()
    cells = page.locator(".finder-table tbody tr").filter(has_text="Rules and checks").locator("td")
    assert cells.count() == 8
    assert cells.first.inner_text() == "nothing fits"
    assert "Datapoint ruleset" in cells.nth(1).inner_text()
    cells.nth(1).get_by_role("link", name="Datapoint ruleset").click()
    assert page.url.endswith("artefacts/vtl/datapoint-ruleset.html")
