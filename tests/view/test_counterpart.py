"""Counterparts: seen from either side, and what many of them bear told once."""

from __future__ import annotations

from navigator.model.common import Evidence
from navigator.view.counterpart import Counterpart, counterparts, remarked
from navigator.view.fits import Ground
from navigator.view.remarks import frequent
from navigator.view.site import Site


def test_a_counterpart_is_seen_from_both_sides_and_turns_round(site_report: Site) -> None:
    turned = {"broad": "narrow", "narrow": "broad"}
    seen = 0
    for topic in site_report.catalogue.of("crosswalk"):
        for pair in topic.matches:
            there = [each.match for each in counterparts(site_report, pair.subject) if each.node.id == pair.object]
            back = [each.match for each in counterparts(site_report, pair.object) if each.node.id == pair.subject]
            assert pair.match in there
            assert turned.get(pair.match, pair.match) in back
            seen += 1
    assert seen > 100


def pair(site: Site, *notes: str) -> Counterpart:
    source, node = site.node("src:handbook"), site.node("sdmx:codelist")
    grounds = tuple(Ground(Evidence(source=source.id, note=note), source) for note in notes)
    return Counterpart(node, site.standard_of(node.id), "close", "None.", "proposed", grounds, node)


def test_a_remark_of_several_counterparts_is_told_once_and_marked_at_each(example_site: Site) -> None:
    rows = [pair(example_site, "Ours.", "Only here."), pair(example_site, "Ours.", "Ours."), pair(example_site, "")]
    remarks = frequent(row.grounds for row in rows)
    assert remarks == ("Ours.",)
    told = [remarked(row, remarks) for row in rows]
    assert [row.remarks for row in told] == [(1,), (1,), ()]
    assert [[each.evidence.note for each in row.grounds] for row in told] == [["", "Only here."], ["", ""], [""]]


def test_a_remark_of_one_counterpart_stays_with_it(example_site: Site) -> None:
    assert frequent([pair(example_site, "Only here.", "Only here.").grounds]) == ()
