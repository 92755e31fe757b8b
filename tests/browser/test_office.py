"""An office's picture: files in, the map painted, two offices compared, gaps out; nothing kept unless asked, nothing sent."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.server import serve

HEAD = "navigator-office: 1\noffice: Statistics North\n"
OLDER = HEAD + 'gsbpm: "5.1"\nentries:\n  gsbpm:2.2: in use\n  gsbpm:2.3: planned\n'

#: Files that cannot be read, and what is said of them.
BROKEN = [
    ("", "cannot be read as YAML or JSON"),
    ("- 1\n", "line 1: The file should begin with"),
    ("just words", "line 1: The file should begin with"),
    ("office: North\n", "line 1: There is no \"navigator-office: 1\""),
    ("navigator-office: 2\nentries: {}\n", "line 1: This page reads \"navigator-office: 1\", not \"2\""),
    (HEAD + "entries:\n  gsbpm:4.3: [in use\n  gsbpm:4.4: planned\n", "line 5: this cannot be read as YAML or JSON"),
    (HEAD + "entries:\n\tgsbpm:4.3: in use\n", "line 4: this cannot be read as YAML or JSON: tab characters"),
    (HEAD + "entries:\n  gsbpm:4.3: in use\n  gsbpm:4.3: planned\n", "line 5: this cannot be read as YAML or JSON: duplicated mapping key"),
    (HEAD + "entries: &all\n  gsbpm:4.3: *all\n", "line 4"),
    (HEAD + "entries: !!js/function 'x'\n", "line 3"),
    (HEAD + "entries: in use\n", "line 3: \"entries\" should hold one line"),
    (HEAD, "\"entries\" should hold one line"),
    ('{"navigator-office": 1,\n "entries": {"gsbpm:4.3": "in use"\n', "cannot be read as YAML or JSON"),
    (HEAD + "entries: " + "{a: " * 40 + "1" + "}" * 40, "line 3: this cannot be read as YAML or JSON"),
    ("navigator-office: 1\n# " + "x" * 500_000, "longer than 500,000 characters"),
]  # fmt: skip
#: Entries with something odd about them, and what is said of it.
ODD = [
    (
        "gsbpm:4.3: inuse",
        'line 4: gsbpm:4.3: the status is one of in use, planned, not applicable, not "inuse"; did you mean "in use"?',
    ),
    (
        "sdmx:code-list: in use",
        "line 4: sdmx:code-list is not known here and is left out; the nearest is sdmx:codelist (Codelist).",
    ),
    ("4.3: in use", "the nearest is gsbpm:4.3 (Run collection)"),
    ("Design variable descriptions: in use", "the nearest is gsbpm:2.2 (Design variables)"),
    ("xyzzy: in use", "line 4: xyzzy is not known here and is left out."),
    ("__proto__: in use", "line 4: __proto__ is not known here and is left out."),
    (
        "gsbpm:4.3: {status: in use, colour: red}",
        'line 4: gsbpm:4.3: "colour" is not read; the fields are status, team, note, artefacts.',
    ),
    ("gsbpm:4.3: {status: in use, team: [a, b]}", 'line 4: gsbpm:4.3: "team" should be a text.'),
    ("gsbpm:4.3: {artefacts: {sdmx:codelist: maybe}}", "line 4: gsbpm:4.3, sdmx:codelist: the status is one of"),
]


def give(page: Page, text: str, slot: str = "a", name: str = "office.yaml") -> None:
    """Choose a file with this text."""
    page.locator(f"#office-{slot}").set_input_files({"name": name, "mimeType": "text/yaml", "buffer": text.encode()})


def said(page: Page) -> Any:
    return page.locator("[data-office-said]")


def tile(page: Page, id: str) -> Any:
    return page.locator(f'[data-map] a.tile[data-node="{id}"]')


def act(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def saved(page: Page, name: str) -> str:
    """The text of the file that a button hands out."""
    with page.expect_download() as download:
        act(page, name)
    return Path(download.value.path()).read_text(encoding="utf-8-sig")


def test_the_example_paints_the_map_with_word_and_pattern(open_page: OpenPage) -> None:
    page = open_page("office.html")
    act(page, "Try the example")
    expect(said(page)).to_contain_text("Statistics Exampleland, 20 entries, GSBPM 5.2")
    for id, state, word in (
        ("gsbpm:2.3", "in-use", "in use"),
        ("gsbpm:3.1", "planned", "planned"),
        ("gsbpm:6.4", "not-applicable", "not applicable"),
    ):
        expect(tile(page, id)).to_have_attribute("data-state", state)
        expect(tile(page, id).locator(".bar-state")).to_contain_text(word)
    borders = {
        tile(page, id).evaluate("each => getComputedStyle(each).borderLeftStyle")
        for id in ("gsbpm:2.3", "gsbpm:3.1", "gsbpm:6.4")
    }
    assert len(borders) == 3
    tile(page, "gsbpm:4.3").hover()
    expect(page.locator("[data-map-details]")).to_contain_text("4.3 Run collection in use; ask Field operations")


def test_a_file_is_chosen_by_keyboard_and_read_as_json_too(open_page: OpenPage) -> None:
    page = open_page("office.html")
    give(
        page,
        json.dumps({"navigator-office": 1, "office": "North", "entries": {"gsbpm:4.3": "in use"}}),
        name="north.json",
    )
    expect(said(page)).to_contain_text("North, 1 entries")
    page.get_by_role("button", name="Forget").focus()
    page.keyboard.press("Enter")
    expect(said(page)).to_contain_text("Forgotten")
    assert page.locator("[data-map] .tile-over").count() == 0


def test_a_file_is_dropped_on_the_map(open_page: OpenPage) -> None:
    page = open_page("office.html")
    transfer = page.evaluate_handle(
        "text => { const each = new DataTransfer(); each.items.add(new File([text], 'north.yaml')); return each; }",
        HEAD + "entries: {gsbpm:4.3: planned}\n",
    )
    page.locator("[data-map]").dispatch_event("drop", {"dataTransfer": transfer})
    expect(tile(page, "gsbpm:4.3")).to_have_attribute("data-state", "planned")


def test_two_offices_stand_side_by_side(open_page: OpenPage) -> None:
    page = open_page("office.html")
    give(page, HEAD + "entries: {gsbpm:4.3: in use, gsbpm:2.2: in use, gsbpm:3.1: planned}\n")
    expect(said(page)).to_contain_text("Statistics North")
    give(page, HEAD.replace("North", "South") + "entries: {gsbpm:4.3: in use, gsbpm:2.2: planned}\n", slot="b")
    expect(said(page)).to_contain_text("A: Statistics North, 3 entries. B: Statistics South, 2 entries.")
    for id, state, mark in (
        ("gsbpm:4.3", "same", "= same"),
        ("gsbpm:2.2", "different", "≠ different"),
        ("gsbpm:3.1", "different", "only A"),
    ):
        expect(tile(page, id)).to_have_attribute("data-state", state)
        expect(tile(page, id)).to_contain_text(mark)
    row = page.locator("[data-office-lists] tr", has_text="2.2 Design variables")
    expect(row).to_contain_text("≠ different")
    act(page, "Swap A and B")
    expect(said(page)).to_contain_text("A: Statistics South")
    expect(tile(page, "gsbpm:3.1")).to_contain_text("only B")


def test_gaps_are_activities_with_primary_fits_and_nothing_in_use(open_page: OpenPage, site: Path) -> None:
    data = json.loads(
        (site / "assets/map-data.js")
        .read_text(encoding="utf-8")
        .removeprefix("window.navigatorMap=")
        .removesuffix(";\n")
    )
    fits = data["fits"]
    primary = {data["places"][fits[at + 1]][0] for at in range(0, len(fits), 6) if fits[at + 4] == 0}
    used = {
        data["places"][fits[at + 1]][0]
        for at in range(0, len(fits), 6)
        if data["artefacts"][fits[at]][0] == "sdmx:codelist"
    }
    planned = sorted(primary - used - {"gsbpm:4.3", "gsbpm:2.3"})[0]
    page = open_page("office.html")
    give(
        page,
        HEAD
        + f"entries: {{gsbpm:4.3: in use, gsbpm:2.3: not applicable, {planned}: planned, sdmx:codelist: in use}}\n",
    )
    expect(said(page)).to_contain_text("4 entries")
    rows = list(csv.DictReader(io.StringIO(saved(page, "Gaps as CSV"), newline="")))
    assert {row["activity"] for row in rows} == primary - used - {"gsbpm:4.3", "gsbpm:2.3"}
    assert {row["office"] for row in rows} == {"Statistics North"}
    assert {row["status"] for row in rows if row["activity"] == planned} == {"planned"}
    assert page.locator(".office-gaps li").count() == len({row["activity"] for row in rows})


def test_no_cell_of_the_gaps_is_a_formula(open_page: OpenPage) -> None:
    page = open_page("office.html")
    give(
        page,
        'navigator-office: 1\noffice: "=1+1"\nentries:\n  gsbpm:3.1: {status: planned, team: "@SUM(A1)", note: "-2, \\"two\\"\\nlines"}\n',
    )
    expect(said(page)).to_contain_text("=1+1, 1 entries")
    rows = list(csv.DictReader(io.StringIO(saved(page, "Gaps as CSV"), newline="")))
    assert not any(cell[:1] in ("=", "+", "-", "@") for row in rows for cell in row.values())
    assert next(row["note"] for row in rows if row["note"]) == '\'-2, "two"\nlines'


def test_the_picture_as_json_is_read_as_the_same_picture(open_page: OpenPage) -> None:
    page = open_page("office.html")
    act(page, "Try the example")
    expect(said(page)).to_contain_text("20 entries")
    text = saved(page, "Picture as JSON")
    assert json.loads(text)["entries"]["gsbpm:2.2"]["artefacts"] == {
        "ddi-l:variable": "in use",
        "sdmx:codelist": "planned",
    }
    before = page.locator("[data-office-lists]").inner_text()
    act(page, "Forget")
    give(page, text, name="picture.json")
    expect(said(page)).to_contain_text("Statistics Exampleland, 20 entries, GSBPM 5.2, 2026-11-26.")
    assert page.locator("[data-office-lists]").inner_text() == before
    assert saved(page, "Picture as JSON") == text


def test_a_broken_file_gets_a_message_with_its_line(open_page: OpenPage) -> None:
    page = open_page("office.html")
    for number, (text, message) in enumerate(BROKEN):
        give(page, text, name=f"broken-{number}.yaml")
        expect(page.locator(".office-problem")).to_contain_text(f"broken-{number}.yaml")
        expect(page.locator(".office-problem")).to_contain_text(message)
        assert page.locator("[data-map] .tile-over").count() == 0
        expect(page.get_by_role("button", name="Gaps as CSV")).to_be_disabled()


def test_what_is_odd_about_an_entry_is_told_with_its_line(open_page: OpenPage) -> None:
    page = open_page("office.html")
    for number, (entry, remark) in enumerate(ODD):
        give(page, HEAD + f"entries:\n  {entry}\n", name=f"odd-{number}.yaml")
        expect(said(page)).to_contain_text(f"odd-{number}.yaml, line 4")
        expect(said(page)).to_contain_text(remark)
        assert page.locator(".office-problem").count() == 0


def test_a_file_for_an_older_edition_is_told_what_changed(open_page: OpenPage) -> None:
    page = open_page("office.html")
    give(page, OLDER)
    expect(said(page)).to_contain_text("wrote for GSBPM 5.1")
    expect(page.locator(".office-changes")).to_contain_text(
        '2.2 was "Design variable descriptions", is "Design variables"'
    )
    expect(page.locator(".office-changes")).to_contain_text("that the file does not name")
    give(page, OLDER.replace("5.1", "4.0"), name="old.yaml")
    expect(said(page)).to_contain_text("line 3: GSBPM 4.0 is not known here; known are 5.0, 5.1, 5.2.")


def test_a_superseded_id_is_read_as_its_successor(open_page: OpenPage) -> None:
    page = open_page("office.html")
    expect(page.locator("[data-office-tools]")).to_be_visible()
    page.wait_for_function("window.navigatorMap")
    page.evaluate("window.navigatorMap.superseded['gsbpm:4.9'] = 'gsbpm:4.4'")
    give(page, HEAD + "entries: {gsbpm:4.9: in use}\n")
    expect(said(page)).to_contain_text(
        "line 3: gsbpm:4.9 was superseded by gsbpm:4.4 (Finalise collection); it is read as that."
    )
    expect(tile(page, "gsbpm:4.4")).to_have_attribute("data-state", "in-use")


def test_text_stays_text(open_page: OpenPage) -> None:
    page = open_page("office.html")
    evil = "<img src=x onerror=alert(1)>"
    give(
        page,
        f'navigator-office: 1\noffice: "{evil}"\nentries:\n  gsbpm:4.3: {{status: in use, team: "{evil}", note: "{evil}"}}\n  "{evil}": in use\n',
    )
    expect(said(page)).to_contain_text(evil)
    tile(page, "gsbpm:4.3").hover()
    expect(page.locator("[data-map-details]")).to_contain_text(evil)
    assert page.locator('img[src="x"]').count() == 0


def test_nothing_is_kept_until_asked_and_nothing_after_forgetting(open_page: OpenPage) -> None:
    page = open_page("office.html")
    kept = "() => localStorage.getItem('navigator.office')"
    give(page, OLDER)
    expect(said(page)).to_contain_text("Statistics North")
    assert page.evaluate(kept) is None
    page.get_by_role("checkbox", name="keep in this browser").check()
    expect(said(page)).to_contain_text("Statistics North")
    assert json.loads(page.evaluate(kept)) == [{"name": "office.yaml", "text": OLDER}]
    page.reload()
    expect(tile(page, "gsbpm:2.2")).to_have_attribute("data-state", "in-use")
    expect(page.get_by_role("checkbox", name="keep in this browser")).to_be_checked()
    act(page, "Forget")
    assert page.evaluate(kept) is None
    page.reload()
    expect(page.locator("[data-office-tools]")).to_be_visible()
    page.wait_for_function("window.navigatorOffice")
    assert page.locator("[data-map] .tile-over").count() == 0


def test_the_home_map_paints_it_too(open_page: OpenPage) -> None:
    page = open_page("index.html")
    page.get_by_role("button", name="More overlays").click()
    page.locator("#map-kind").select_option("office")
    page.locator("#map-office-file").set_input_files(
        {"name": "north.yaml", "mimeType": "text/yaml", "buffer": OLDER.encode()}
    )
    expect(page.locator("[data-map-legend]")).to_contain_text("Statistics North: its picture")
    expect(tile(page, "gsbpm:2.3")).to_have_attribute("data-state", "planned")
    page.locator("#map-office-file").set_input_files({"name": "bad.yaml", "mimeType": "text/yaml", "buffer": b"a: [1"})
    expect(page.locator(".map-office")).to_contain_text("bad.yaml, line 1: this cannot be read as YAML or JSON")


def test_over_http_it_is_the_same(browser: Browser, site: Path) -> None:
    with serve(site) as address:
        page = browser.new_page()
        page.goto(f"{address}/office.html")
        give(page, OLDER)
        expect(tile(page, "gsbpm:2.2")).to_have_attribute("data-state", "in-use")
        assert "gsbpm:2.2" in saved(page, "Picture as JSON")
        assert page.request.get(f"{address}/api/v1/schema/office.schema.json").ok
        assert page.request.get(f"{address}/downloads/office-example.yaml").ok
        page.context.close()
