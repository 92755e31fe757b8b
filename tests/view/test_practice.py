"""Views of practice: who did what, where, with which tools, on which grounds."""

from __future__ import annotations

from navigator.view import practice
from navigator.view.site import Site


def test_every_kind_of_practice_has_a_view_that_follows_from_the_graph(example_site: Site) -> None:
    catalogue = example_site.catalogue
    assert practice.use_case(example_site, catalogue["case:census"]).entry is catalogue["case:census"]
    assert practice.aspect(example_site, catalogue["aspect:semantic"]).entry is catalogue["aspect:semantic"]
    for id in ("tool:editor", "service:coding", "neighbour:registry"):
        assert practice.serving(example_site, catalogue[id]).entry is catalogue[id]


def test_an_organisation_shows_what_it_did_and_keeps(example_site: Site) -> None:
    view = practice.organisation(example_site, example_site.catalogue["org:office"])
    shown = {
        node.id for value in vars(view).values() if isinstance(value, tuple) for node in value if hasattr(node, "id")
    }
    assert {"case:census", "tool:editor", "service:coding"} <= shown


def test_a_source_shows_everything_that_rests_on_it(report: object, site_report: Site) -> None:
    """Every entry that cites a source is on the page of the source, once for each kind."""
    for document in site_report.catalogue.of("source")[::10]:
        view = practice.source(site_report, document)
        shown = {getattr(node, "parent", "") or node.id for node in _nodes(view)}
        cited = {
            site_report.node(edge.source).parent or edge.source for edge in site_report.graph.into(document.id, "cites")
        }
        assert cited <= shown, document.id


def _nodes(value: object) -> list[object]:
    if hasattr(value, "url") and hasattr(value, "kind") and hasattr(value, "id"):
        return [value]
    if isinstance(value, tuple):
        return [node for each in value for node in _nodes(each)]
    if hasattr(value, "__dataclass_fields__") and not hasattr(value, "path"):
        return [node for each in vars(value).values() for node in _nodes(each)]
    return []
