"""Steps that the graph suggests for an artefact."""

from __future__ import annotations

from navigator.view.site import Site
from navigator.view.suggestion import suggested


def test_a_suggestion_is_a_step_that_nobody_asserted(site_report: Site) -> None:
    found = 0
    for artefact in site_report.catalogue.of("artefact"):
        fits = {edge.target for edge in site_report.graph.out(artefact.id, "fit")}
        steps = {node.id for each in suggested(site_report, artefact) for node in each.steps}
        assert not steps & (fits | {id.rpartition(".t")[0] for id in fits}), artefact.id
        found += len(steps)
    assert found > 100


def test_a_step_stands_once_on_each_side_however_often_it_takes_the_object(site_report: Site) -> None:
    (found,) = suggested(site_report, site_report.catalogue["ddi-cdi:data-set"])
    assert (found.object.id, found.match) == ("gsim:data-set", "close")
    edges = [edge.source for edge in site_report.graph.into("gsim:data-set", "takes-in")]
    assert edges.count("gsbpm:6.2") > 1, "the tree no longer has the case that this test is about"
    for side in (found.taken_in, found.given_out):
        assert len(set(side)) == len(side)
    assert len(found.steps) < len(found.taken_in) + len(found.given_out)
