"""The pages of GAMSO."""

from __future__ import annotations

from navigator.model import counting
from navigator.page import Page, Renderer
from navigator.view import gamso
from navigator.view.site import Site


def test_gamso_pages_know_what_touches_them(example_site: Site) -> None:
    view = gamso.gamso(example_site, example_site.catalogue["gamso:3.3"])
    assert [node.id for node, _ in view.touches] == ["gsbpm:4.3"]
    assert [node.id for node, _ in view.tied] == ["gsbpm:oa.quality"]
    assert [node.id for node in view.subs] == ["gsbpm:oa.quality.s01"]
    assert [node.id for node in gamso.gamso(example_site, example_site.catalogue["gamso:3"]).activities] == [
        "gamso:3.3"
    ]


def test_what_an_activity_touches_stands_in_the_order_of_the_codes(site_report: Site) -> None:
    touched = [[node.id for node in touches] for _, touches, _ in gamso.gamso_index(site_report).activities]
    assert any(len(ids) > 1 for ids in touched)
    assert touched == [sorted(ids, key=counting) for ids in touched]


def test_an_overarching_activity_stands_once_with_all_that_is_said_of_the_tie(site_report: Site) -> None:
    """3.1 touches process data management, which is tied to it as well."""
    view = gamso.gamso(site_report, site_report.catalogue["gamso:3.1"])
    assert [(node.id, len(ties)) for node, ties in view.tied] == [
        ("gsbpm:oa.data-supplier", 1),
        ("gsbpm:oa.process-data", 2),
    ]
    for activity in site_report.catalogue.of("gamso-activity"):
        view = gamso.gamso(site_report, activity)
        assert not [node for node, _ in view.touches if node.kind == "overarching-activity"]
        tied = [node.id for node, _ in view.tied]
        assert len(tied) == len(set(tied))


def test_the_second_level_is_told_without_a_direct_tie_too(site_report: Site) -> None:
    view = gamso.gamso(site_report, site_report.catalogue["gamso:1.2"])
    assert (view.tied, [node.id for node in view.subs]) == ((), ["gsbpm:oa.metadata.s01"])
    page = Page("gamso/1.2.html", "Govern and Lead", "gamso-activity", id="gamso:1.2")
    content = Renderer(site_report).render(page, "gamso", view).content
    assert "At the second level:" in content
    assert '<h1>GAMSO activity <span class="code">1.2</span>' in content


def test_the_picture_tells_the_same(site_report: Site) -> None:
    view = gamso.gamso_index(site_report)
    for node, touches, tied in view.activities:
        page = gamso.gamso(site_report, node.value)
        assert {each.id for each in touches} == {each.id for each, _ in page.touches}
        assert [each.id for each in tied] == [each.id for each, _ in page.tied]
        assert [each.code for each in touches] == sorted(each.code for each in touches)
