"""What stands around an artefact: each thing under one heading."""

from __future__ import annotations

from dataclasses import fields

from navigator.view.relatives import Relatives, relatives
from navigator.view.site import Site


def test_nothing_stands_under_two_headings_but_what_refers_both_ways(site_report: Site) -> None:
    for artefact in site_report.catalogue.of("artefact"):
        found = relatives(site_report, artefact)
        near = {*found.wholes, *found.parts, *found.vocabularies, *found.used_by}
        assert not near & {*found.refers_to, *found.referred_by}, artefact.id
        assert all(len(set(nodes)) == len(nodes) for nodes in vars(found).values()), artefact.id


def test_no_tie_is_lost(site_report: Site) -> None:
    for artefact in site_report.catalogue.of("artefact"):
        found: Relatives = relatives(site_report, artefact)
        told = {node.id for field in fields(found) for node in getattr(found, field.name)}
        ties = {edge.target for edge in site_report.graph.out(artefact.id, "refers-to")}
        ties |= {edge.source for edge in site_report.graph.into(artefact.id, "refers-to")}
        ties |= {edge.source for edge in site_report.graph.into(artefact.id, "part-of")}
        assert ties <= told, artefact.id


def test_an_element_takes_terms_from_a_vocabulary_and_the_vocabulary_is_used_by_it(site_report: Site) -> None:
    element = relatives(site_report, site_report.catalogue["ddi-c:anly-unit"])
    vocabulary = relatives(site_report, site_report.catalogue["ddi-cv:analysis-unit"])
    assert [node.id for node in element.vocabularies] == ["ddi-cv:analysis-unit"]
    assert "ddi-c:anly-unit" in {node.id for node in vocabulary.used_by}
    assert not vocabulary.vocabularies
    assert not element.used_by
