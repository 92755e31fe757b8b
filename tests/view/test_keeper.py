"""Keepers: each organisation is named and linked once, in the words and the order of the data."""

from __future__ import annotations

from dataclasses import replace

import pytest

from navigator.graph import Node
from navigator.view.keeper import keepers
from navigator.view.site import Site


@pytest.fixture
def offices(example_site: Site) -> tuple[Node, Node]:
    """Two organisations: one of several names, one of a single name."""
    node = example_site.node("org:office")
    first = replace(node.value, name="Office of Statland", short="OSL", aliases=("Statland Office",))
    return (
        replace(node, id="org:zoo", value=first),
        replace(node, id="org:bank", value=replace(node.value, name="Bank", short="", aliases=())),
    )


def test_an_organisation_is_named_and_linked_once(offices: tuple[Node, Node]) -> None:
    found = keepers("Office of Statland (OSL)", offices[:1])
    assert [(each.text, bool(each.node)) for each in found.said] == [("Office of Statland", True), (" (OSL)", False)]
    assert not found.others


def test_several_stand_in_the_words_and_the_order_of_the_data(offices: tuple[Node, Node]) -> None:
    found = keepers("Bank, with OSL", offices)
    assert [each.node.id for each in found.said if each.node] == ["org:bank", "org:zoo"]
    assert "".join(each.text for each in found.said) == "Bank, with OSL"


def test_who_is_not_named_stands_behind_in_the_order_of_the_data(offices: tuple[Node, Node]) -> None:
    assert keepers("The owner", offices).others == offices
    assert keepers("Bankers and OSLO", offices).others == offices, "a part of a word is not a name"


def test_every_organisation_of_the_data_is_linked_exactly_once(site_report: Site) -> None:
    for entry in (*site_report.catalogue.of("tool"), *site_report.catalogue.of("service")):
        found = keepers(entry.maintainer, site_report.nodes(entry.organisations))
        linked = [each.node.id for each in found.said if each.node] + [node.id for node in found.others]
        assert sorted(linked) == sorted(entry.organisations), entry.id
