"""The page of an overarching activity."""

from __future__ import annotations

from navigator.view import overarching
from navigator.view.site import Site


def test_the_page_of_an_overarching_activity(example_site: Site) -> None:
    view = overarching.overarching(example_site, example_site.catalogue["gsbpm:oa.quality"])
    assert [sub.id for sub in view.subs] == ["gsbpm:oa.quality.s01"]
    assert [node.id for node in view.subs[0].gamso] == ["gamso:3.3"]
    assert len(view.subs[0].rows) == 1
    assert [node.id for node, _, _ in view.gamso] == ["gamso:3.3"]
    assert [node.id for node, _ in view.in_phases] == ["gsbpm:4"]
