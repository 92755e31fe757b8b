"""The page of a standard."""

from __future__ import annotations

from navigator.view import standard as standard_view
from navigator.view.site import Site


def test_the_page_of_a_standard(example_site: Site) -> None:
    view = standard_view.standard(example_site, example_site.catalogue["standard:sdmx"])
    assert (view.fits, view.steps) == (4, 1)
    assert [version.version for version, _ in view.versions] == ["3.0", "3.1"]
    assert [node.id for topic in view.topics for node in topic.nodes] == [
        "sdmx:code",
        "sdmx:codelist",
        "sdmx:key-family",
    ]
    assert [(move.old.version, move.new.version) for move in view.moves] == [("3.0", "3.1")]
    assert [each.node.id for each in view.moves[0].artefacts] == ["sdmx:codelist"]
