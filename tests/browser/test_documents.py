"""The pages that people write, in a real browser: nothing is cut off, asked from elsewhere or left uncomputed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import ROOT, OpenPage

PAGES = sorted(
    path.relative_to(ROOT / "content").with_suffix(".html").as_posix() for path in (ROOT / "content").rglob("*.md")
)
PHONE = {"width": 390, "height": 844}


@pytest.mark.parametrize("address", PAGES)
def test_a_page_fits_a_phone_and_names_its_place(address: str, open_page: OpenPage) -> None:
    page = open_page(address, viewport=PHONE)
    assert page.locator("#content h1").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert "<!-- computed:" not in page.content()
    assert page.locator(".crumbs a").count() == (0 if address.endswith("/index.html") else 1)


def test_the_lead_of_a_step_leads_to_its_reasons(open_page: OpenPage) -> None:
    page = open_page("guide/sdmx-or-ddi.html")
    page.get_by_role("link", name="2.4 DDI").click()
    page.wait_for_url("**/gsbpm/2.4.html#choose")
    assert page.get_by_role("heading", name="Alone or together?").is_visible()


def test_the_table_of_hand_overs_folds_on_a_phone(open_page: OpenPage) -> None:
    page = open_page("guide/hand-overs.html", viewport=PHONE)
    lost = page.locator("#content table tbody tr").first.locator("td").nth(4)
    box = lost.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE["width"]


def test_every_page_has_its_source(site: Path) -> None:
    assert [address for address in PAGES if not (site / address).is_file()] == []
