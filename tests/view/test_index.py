"""Lists: every entry is in a list of its kind, every list leads to pages."""

from __future__ import annotations

from typing import Any

import pytest

from navigator.graph import Node
from navigator.kinds import BY_NAME
from navigator.view.index import LISTINGS, home, listings
from navigator.view.site import Site


def nodes_in(value: Any) -> set[str]:
    """The ids of all nodes that a view holds."""
    if isinstance(value, Node):
        return {value.id}
    if isinstance(value, tuple | list):
        return {id for each in value for id in nodes_in(each)}
    if isinstance(value, dict):
        return {id for each in value.values() for id in nodes_in(each)}
    if hasattr(value, "__dataclass_fields__") and not hasattr(value, "path"):
        return {id for each in vars(value).values() for id in nodes_in(each)}
    return set()


KINDS = [
    "standard",
    "artefact",
    "information-object",
    "hand-over",
    "use-case",
    "tool",
    "service",
    "neighbour",
    "organisation",
    "source",
    "example",
]


@pytest.mark.parametrize("kind", KINDS)
def test_every_entry_is_in_the_list_of_its_kind(kind: str, site_report: Site) -> None:
    made = next(made for made in LISTINGS if made.url == f"{BY_NAME[kind].pages}index.html")
    assert {entry.id for entry in site_report.catalogue.of(kind)} <= nodes_in(made.view(site_report))


def test_lists_stand_at_addresses_of_their_own_and_an_empty_kind_has_none(example_site: Site) -> None:
    urls = [listing.url for listing in listings(example_site)]
    assert len(urls) == len(set(urls))
    assert "services/index.html" in urls
    assert "matrix/sdmx.html" in urls
    assert "matrix/vtl.html" not in urls


def test_the_home_page_counts_what_is_there(site_report: Site) -> None:
    assert all(number == len(site_report.catalogue.of(kind)) for kind, number, _ in home(site_report).counts)


def test_standards_stand_in_the_usual_order(site_report: Site) -> None:
    view = next(made.view(site_report) for made in LISTINGS if made.url == "standards/index.html")
    assert [name for name, _ in view.groups] == ["sdmx", "ddi", "companion", "model", "other"]
    shown = [node.id.partition(":")[2] for name, nodes in view.groups for node in nodes if name in ("ddi", "companion")]
    assert shown == ["ddi-l", "ddi-c", "ddi-cdi", "ddi-cv", "vtl", "xkos", "sdtl"]
