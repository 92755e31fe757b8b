"""The kinds: every path has one kind, every id one page."""

from __future__ import annotations

import re

import pytest

from navigator import kinds, links
from navigator.check import Report


@pytest.mark.parametrize(
    ("path", "id", "url"),
    [
        ("gsbpm/phases/4.yaml", "gsbpm:4", "gsbpm/4.html"),
        ("gsbpm/sub-processes/4.3.yaml", "gsbpm:4.3", "gsbpm/4.3.html"),
        ("gsbpm/overarching/quality.yaml", "gsbpm:oa.quality", "gsbpm/oa.quality.html"),
        ("gsbpm/gamso/areas/3.yaml", "gamso:3", "gamso/3.html"),
        ("gsbpm/gamso/activities/3.3.yaml", "gamso:3.3", "gamso/3.3.html"),
        ("standards/ddi-l.yaml", "standard:ddi-l", "standards/ddi-l.html"),
        ("artefacts/sdmx/codelist.yaml", "sdmx:codelist", "artefacts/sdmx/codelist.html"),
        ("information-objects/code-list.yaml", "gsim:code-list", "information-objects/code-list.html"),
        ("crosswalk/codelist.yaml", "crosswalk:codelist", "crosswalk.html#codelist"),
        ("hand-overs/a-to-b.yaml", "handover:a-to-b", "hand-overs/a-to-b.html"),
        ("use-cases/census.yaml", "case:census", "use-cases/census.html"),
        ("tools/editor.yaml", "tool:editor", "tools/editor.html"),
        ("services/coding.yaml", "service:coding", "services/coding.html"),
        ("neighbours/dcat.yaml", "neighbour:dcat", "neighbours/dcat.html"),
        ("aspects/legal.yaml", "aspect:legal", "aspects/legal.html"),
        ("roles/steward.yaml", "role:steward", "roles/steward.html"),
        ("organisations/office.yaml", "org:office", "organisations/office.html"),
        ("sources/handbook.yaml", "src:handbook", "sources/handbook.html"),
        ("examples/sdmx-dsd-2.1.yaml", "example:sdmx-dsd-2.1", "examples/sdmx-dsd-2.1.html"),
    ],
)
def test_a_path_gives_the_id_and_the_id_the_page(path: str, id: str, url: str) -> None:
    kind = kinds.of_path(path)
    assert kind is not None
    assert kinds.id_of(kind, path) == id
    assert kinds.url_of(kind.name, id) == url
    assert links.kind_of(id) == kind.name


@pytest.mark.parametrize(
    "path", ["4.yaml", "gsbpm/4.yaml", "artefacts/codelist.yaml", "tools/deep/editor.yaml", "nowhere/a.yaml"]
)
def test_other_paths_have_no_kind(path: str) -> None:
    assert kinds.of_path(path) is None


def test_what_lies_inside_an_entry_has_a_place_on_its_page() -> None:
    assert kinds.url_of("task", "gsbpm:4.3.t02") == "gsbpm/4.3.html#t02"
    assert kinds.url_of("overarching-sub-activity", "gsbpm:oa.quality.s01") == "gsbpm/oa.quality.html#s01"


def test_no_two_kinds_can_claim_one_id() -> None:
    for one in kinds.KINDS:
        for other in kinds.KINDS:
            if one is not other and one.prefix == other.prefix:
                samples = ["4", "4.3", "3.10", "10", "quality"]
                assert not [name for name in samples if re.fullmatch(one.form, name) and re.fullmatch(other.form, name)]


def test_every_entry_of_the_data_stands_at_an_address_of_its_own(report: Report) -> None:
    addresses = [node.url for node in report.graph.nodes.values()]
    assert len(addresses) == len(set(addresses))
    assert all(re.fullmatch(r"[a-z0-9./-]+\.html(#[A-Za-z0-9.-]+)?", address) for address in addresses)


def test_every_id_of_the_data_shows_its_kind_by_its_form(report: Report) -> None:
    assert {id: node.kind for id, node in report.graph.nodes.items() if links.kind_of(id) != node.kind} == {}
