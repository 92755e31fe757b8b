"""The graph page: find, focus, open, leave out, the way between two things; drawing and list say the same."""

from __future__ import annotations

import itertools
import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.server import serve

DRAWN = "() => window.navigatorExplorer.cy.nodes(':selectable').map(each => Number(each.id()))"


@pytest.fixture(scope="module")
def graph(site: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site / "api/v1/graph.json").read_text(encoding="utf-8"))
    return found


def ready(page: Page) -> Page:
    """The page with its drawing there."""
    page.wait_for_function("window.navigatorExplorer")
    return page


def drawn(page: Page) -> set[str]:
    """The ids of the things in the drawing."""
    ids = page.evaluate("() => window.navigatorGraph.nodes.map(each => each[0])")
    return {ids[number] for number in page.evaluate(DRAWN)}


def neighbours(graph: dict[str, Any], id: str) -> set[str]:
    pairs = [(edge["source"], edge["target"]) for edge in graph["edges"]]
    near = {b for a, b in pairs if a == id} | {a for a, b in pairs if b == id}
    return {each for each in near if not each.startswith("src:")} - {id}


def listed(page: Page) -> set[str]:
    """The addresses in the list of neighbours."""
    links: list[str] = page.locator("[data-explore-list] a.explore-page").evaluate_all(
        "all => all.map(each => each.getAttribute('href'))"
    )
    return {link.removeprefix("./") for link in links}


def said(page: Page) -> Any:
    return page.locator("[data-explore-said]")


def find(page: Page, field: str, words: str) -> None:
    page.get_by_role("combobox", name=field, exact=True).focus()
    page.keyboard.type(words)
    page.keyboard.press("Enter")


def test_all_of_it_is_drawn_and_listed_by_kind(open_page: OpenPage, graph: dict[str, Any]) -> None:
    page = ready(open_page("graph.html"))
    everything = {node["id"] for node in graph["nodes"] if node["kind"] != "source"}
    assert drawn(page) == everything
    summaries = page.locator("[data-explore-list] summary").all_inner_texts()
    assert sum(int(re.findall(r"\((\d+)\)", text)[0]) for text in summaries) == len(everything)
    page.locator("[data-explore-list] summary", has_text="Phases").click()
    expect(page.locator("[data-explore-list]").get_by_role("button", name="4 Collect")).to_be_visible()


def test_find_by_keyboard_shows_the_neighbours_in_drawing_and_list(open_page: OpenPage, graph: dict[str, Any]) -> None:
    page = ready(open_page("graph.html"))
    find(page, "Find", "codelist")
    expect(said(page)).to_contain_text(re.compile(r"Codelist, SDMX artefact, \d+ neighbours"))
    assert page.url.endswith("#focus=sdmx:codelist")
    near = neighbours(graph, "sdmx:codelist")
    assert drawn(page) == near | {"sdmx:codelist"}
    urls = {node["id"]: node["url"] for node in graph["nodes"]}
    assert listed(page) == {urls[id] for id in near}


def test_neighbours_are_opened_and_closed_from_the_list(open_page: OpenPage, graph: dict[str, Any]) -> None:
    page = ready(open_page("graph.html#focus=gsbpm:5.2"))
    opened = page.get_by_role("button", name="ClassificationIndex: its neighbours too")
    opened.click()
    assert page.url.endswith("#focus=gsbpm:5.2&open=ddi-l:classification-index")
    assert drawn(page) == neighbours(graph, "gsbpm:5.2") | neighbours(graph, "ddi-l:classification-index") | {
        "gsbpm:5.2"
    }
    expect(page.locator("[data-explore-list] h2")).to_have_count(2)
    page.get_by_role("button", name="ClassificationIndex: its neighbours too", pressed=True).first.click()
    assert page.url.endswith("#focus=gsbpm:5.2")


def test_a_name_in_the_list_becomes_the_focus(open_page: OpenPage) -> None:
    page = ready(open_page("graph.html#focus=gsbpm:5.2"))
    page.locator("[data-explore-list]").get_by_role("button", name="Representation Map", exact=True).click()
    expect(said(page)).to_contain_text("Representation Map, SDMX artefact")
    assert "#focus=sdmx:representation-map" in page.url


def test_kinds_and_relations_can_be_left_out(open_page: OpenPage, graph: dict[str, Any]) -> None:
    page = ready(open_page("graph.html#focus=gsbpm:5.2"))
    kinds = {node["id"]: node["kind"] for node in graph["nodes"]}
    assert any(kinds[id] == "tool" for id in drawn(page))
    page.locator(".explore-filter summary").click()
    page.get_by_role("checkbox", name=re.compile("^Tools")).uncheck()
    assert not any(kinds[id] == "tool" for id in drawn(page))
    page.get_by_role("checkbox", name=re.compile("^fits")).uncheck()
    assert page.url.endswith("#focus=gsbpm:5.2&without=tool,fit")
    fits = {edge["source"] for edge in graph["edges"] if edge["relation"] == "fit" and edge["target"] == "gsbpm:5.2"}
    others = {edge["source"] for edge in graph["edges"] if edge["relation"] != "fit" and edge["target"] == "gsbpm:5.2"}
    assert not (fits - others) & drawn(page)
    expect(page.locator("[data-explore-left]")).to_contain_text("left out: Tools, fits")


def test_a_link_brings_the_state_back(open_page: OpenPage) -> None:
    page = ready(open_page("graph.html#focus=gsbpm:5.2&open=ddi-l:classification-index&without=tool"))
    expect(page.locator("[data-explore-list] h2")).to_have_count(2)
    expect(page.get_by_role("combobox", name="Find", exact=True)).to_have_value("5.2 Classify and code")
    page.locator(".explore-filter summary").click()
    expect(page.get_by_role("checkbox", name=re.compile("^Tools"))).not_to_be_checked()


def steps_of(page: Page) -> list[tuple[str, str, str]]:
    """The way as it is told: from, relation, to."""
    rows = page.locator(".explore-way li")
    return [tuple(rows.nth(index).locator("a, em").all_inner_texts()) for index in range(rows.count())]  # type: ignore[misc]


def test_an_id_alone_is_a_focus(open_page: OpenPage) -> None:
    page = ready(open_page("graph.html#gsbpm:5.7"))
    expect(page.locator("[data-explore-list] h2").first).to_contain_text("5.7 Calculate aggregates")
    page.evaluate("() => { location.hash = '#sdmx:nothing'; }")
    expect(said(page)).to_contain_text("The graph knows no sdmx:nothing.")


def test_the_way_between_two_things_is_told_and_drawn(open_page: OpenPage, graph: dict[str, Any]) -> None:
    page = ready(open_page("graph.html"))
    find(page, "The way from", "questionitem")
    find(page, "to", "dataflow")
    expect(page.locator(".explore-way")).to_be_visible()
    steps = steps_of(page)
    assert steps[0][0] == "QuestionItem"
    assert steps[-1][2] == "Dataflow"
    assert all(one[2] == other[0] for one, other in itertools.pairwise(steps))
    assert page.url.endswith("#from=ddi-l:question-item&to=sdmx:dataflow")
    way = page.locator(".explore-way a").evaluate_all(
        "all => all.map(each => each.getAttribute('href').replace(/^\\.\\//, ''))"
    )
    urls = {node["url"]: node["id"] for node in graph["nodes"]}
    ids = [urls[link] for link in way]
    assert drawn(page) == set(ids)
    words = {(edge["source"], edge["target"]): graph["meta"]["relations"][edge["relation"]] for edge in graph["edges"]}
    for (start, end), (_, relation, _) in zip(zip(ids[::2], ids[1::2], strict=True), steps, strict=True):
        said = {words[(start, end)]["out"]} if (start, end) in words else set()
        said |= {words[(end, start)]["in"]} if (end, start) in words else set()
        assert relation.strip() in said


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("ddi-l:question-item", "sdmx:data-set"),
        ("gsim:code-list", "org:eurostat"),
        ("xkos:correspondence", "gsbpm:7.2"),
    ],
)
def test_no_way_runs_through_a_standard_when_there_is_another(open_page: OpenPage, start: str, end: str) -> None:
    page = ready(open_page(f"graph.html#from={start}&to={end}"))
    expect(page.locator(".explore-way")).to_be_visible()
    links = page.locator(".explore-way a").evaluate_all("all => all.map(each => each.getAttribute('href'))")
    assert 2 <= len(links) <= 12
    assert not any("standards/" in link for link in links)


def test_what_is_left_out_is_no_way(open_page: OpenPage) -> None:
    page = ready(open_page("graph.html#from=ddi-l:question-item&to=sdmx:dataflow&without=hands-over"))
    expect(page.locator(".explore-way")).to_be_visible()
    assert not any("hands over" in relation for _, relation, _ in steps_of(page))
    everything = ",".join(page.locator("[data-explore-relation]").evaluate_all("all => all.map(each => each.value)"))
    page = ready(open_page(f"graph.html#from=ddi-l:question-item&to=sdmx:dataflow&without={everything}"))
    expect(page.locator("[data-explore-list]")).to_contain_text("no way leads from the one to the other")


def test_the_drawing_is_walked_by_keyboard(open_page: OpenPage) -> None:
    page = ready(open_page("graph.html#focus=gsbpm:5.2"))
    drawing = page.locator("[data-explore-drawing]")
    drawing.focus()
    page.keyboard.press("ArrowRight")
    expect(said(page)).not_to_contain_text("Classify and code")
    name = said(page).locator("a").inner_text()
    page.keyboard.press("e")
    assert "&open=" in page.url
    before = page.evaluate("() => window.navigatorExplorer.cy.zoom()")
    page.keyboard.press("+")
    assert page.evaluate("() => window.navigatorExplorer.cy.zoom()") > before
    page.keyboard.press("Enter")
    expect(page.locator("[data-explore-list] h2").first).to_contain_text(name)
    assert "&open=" not in page.url


def test_the_drawing_answers_the_pointer(open_page: OpenPage) -> None:
    page = ready(open_page("graph.html#focus=gsbpm:5.2"))
    spot = page.evaluate(
        "() => { const each = window.navigatorExplorer.cy.nodes()[3].renderedPosition(); return [each.x, each.y]; }"
    )
    name = page.evaluate("() => window.navigatorExplorer.cy.nodes()[3].data('label')")
    box = page.locator("[data-explore-drawing]").bounding_box()
    assert box
    page.mouse.click(box["x"] + spot[0], box["y"] + spot[1])
    expect(said(page).locator("a")).to_have_text(name)
    page.get_by_role("button", name="Focus", exact=True).click()
    expect(page.locator("[data-explore-list] h2").first).to_contain_text(name)


def test_the_page_scrolls_over_a_drawing_that_is_not_in_use(open_page: OpenPage) -> None:
    page = ready(open_page("graph.html#focus=gsbpm:5.2", viewport={"width": 1366, "height": 500}))
    before = page.evaluate("() => window.navigatorExplorer.cy.zoom()")
    page.locator("[data-explore-drawing]").hover()
    page.mouse.wheel(0, 200)
    page.wait_for_function("window.scrollY > 0")
    assert page.evaluate("() => window.navigatorExplorer.cy.zoom()") == before


def test_a_link_to_nothing_shows_all_and_says_so(open_page: OpenPage) -> None:
    page = ready(open_page("graph.html#focus=sdmx:nothing"))
    expect(said(page)).to_contain_text("The graph knows no sdmx:nothing.")
    for fragment in ("focus=__proto__", "open=sdmx:codelist", "without=nonsense", "focus=%E0%A4%A", "from=a:b&to=c:d"):
        page.evaluate("fragment => { location.hash = `#${fragment}`; }", fragment)
        expect(page.locator("[data-explore-list]")).to_contain_text("Everything by kind")
    expect(said(page)).to_contain_text("The graph knows no a:b, c:d.")


def test_reduced_motion_is_respected(open_page: OpenPage) -> None:
    page = ready(open_page("graph.html#focus=sdmx:codelist", reduced_motion="reduce"))
    page.get_by_role("button", name="Zoom in").click(click_count=8)
    moving = page.evaluate(
        """() => {
            const { cy, select } = window.navigatorExplorer;
            const far = cy.nodes().filter(each => each.renderedPosition().x > cy.width())[0];
            select(Number(far.id()));
            return [cy.animated(), far.renderedPosition().x <= cy.width()];
        }"""
    )
    assert moving == [False, True]


def test_in_the_dark_the_drawing_is_dark(open_page: OpenPage) -> None:
    page = ready(open_page("graph.html#focus=gsbpm:5.2", color_scheme="dark"))
    ink = page.evaluate("() => getComputedStyle(document.body).getPropertyValue('--ink').trim()")
    red, green, blue = (int(ink[at : at + 2], 16) for at in (1, 3, 5))
    assert page.evaluate("() => window.navigatorExplorer.cy.nodes()[0].style('color')") == f"rgb({red},{green},{blue})"
    assert red > 200


def test_on_paper_the_drawing_is_a_picture_of_all_of_it(open_page: OpenPage) -> None:
    page = ready(open_page("graph.html#focus=sdmx:codelist"))
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    paper = page.locator(".explore-paper")
    expect(paper).to_be_visible()
    assert paper.evaluate("each => each.decode().then(() => each.naturalWidth)") > 1000
    expect(page.locator("[data-explore-ask]")).to_be_hidden()


def test_without_scripts_it_says_where_to_look(open_page: OpenPage) -> None:
    page = open_page("graph.html", java_script_enabled=False)
    expect(page.locator("[data-explore]")).to_be_hidden()
    expect(page.get_by_role("link", name="JSON file")).to_be_visible()


def test_every_page_leads_into_the_graph(open_page: OpenPage) -> None:
    page = open_page("gsbpm/4.3.html")
    page.get_by_role("link", name="Explore from here in the graph").click()
    expect(said(page)).to_contain_text("4.3 Run collection, sub-process")


def test_over_http_it_is_the_same(browser: Browser, site: Path) -> None:
    with serve(site) as address:
        page = browser.new_page()
        page.goto(f"{address}/graph.html#focus=gsbpm:5.2")
        ready(page)
        expect(said(page)).to_contain_text("5.2 Classify and code")
        find(page, "Find", "codelist")
        assert page.url == f"{address}/graph.html#focus=sdmx:codelist"
        page.context.close()
