"""The page of an overarching activity."""

from __future__ import annotations

from navigator.view import overarching
from navigator.view.fits import count, rows_at
from navigator.view.site import Site


def test_the_page_of_an_overarching_activity(example_site: Site) -> None:
    view = overarching.overarching(example_site, example_site.catalogue["gsbpm:oa.quality"])
    assert [sub.id for sub in view.subs] == ["gsbpm:oa.quality.s01"]
    assert [node.id for node in view.subs[0].gamso] == ["gamso:3.3"]
    assert len(view.subs[0].rows) == 1
    assert [node.id for node, _, _ in view.gamso] == ["gamso:3.3"]
    assert [node.id for node, _ in view.in_phases] == ["gsbpm:4"]


def test_an_artefact_stands_once_with_its_sub_activities(site_report: Site) -> None:
    told = 0
    for entry in site_report.overarching:
        view = overarching.overarching(site_report, entry)
        first = tuple(row for group in view.primary for row in group.rows)
        for rows in (first, view.supporting, view.possible):
            names = [row.fit.artefact for row in rows]
            assert len(names) == len(set(names)), entry.id
            told += sum(len(row.also) for row in rows)
            assert all(each.activity.id != entry.id for row in rows for each in row.also)
        rows = rows_at(site_report, site_report.within(entry.id))
        assert view.supporting_count == sum(row.fit.strength == "supporting" for row in rows)
        assert view.possible_count == sum(row.fit.strength == "possible" for row in rows)
        assert count(first) == sum(row.fit.strength == "primary" for row in rows)
    assert told > 0
