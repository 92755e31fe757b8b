"""The pages of GAMSO."""

from __future__ import annotations

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
