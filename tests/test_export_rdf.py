"""The catalogue in RDF, read back with rdflib."""

from __future__ import annotations

import pytest
import rdflib
from rdflib.namespace import DCTERMS, FOAF, RDF, SKOS

from navigator.check import Report
from navigator.export import rdf, vocabulary
from navigator.export.common import BASE, uri
from navigator.view.site import Site
from tests.hostile import hostile

COOS = rdflib.Namespace("http://id.unece.org/activities/")
MODEL = rdflib.Namespace("http://id.unece.org/def/coos#")
NAV = rdflib.Namespace(vocabulary.namespace(BASE))


@pytest.fixture(scope="module")
def graph(site_report: Site) -> rdflib.Graph:
    return rdflib.Graph().parse(data=rdf.as_turtle(rdf.said(site_report, BASE), BASE), format="turtle")


def ours(id: str) -> rdflib.URIRef:
    return rdflib.URIRef(uri(BASE, id))


def test_both_spellings_say_the_same(graph: rdflib.Graph, site_report: Site) -> None:
    other = rdflib.Graph().parse(data=rdf.as_json_ld(rdf.said(site_report, BASE), BASE), format="json-ld")
    assert set(graph) == set(other)
    assert len(graph) > 10_000


def test_nothing_is_named_by_a_blank_node(graph: rdflib.Graph) -> None:
    assert not [term for triple in graph for term in triple if isinstance(term, rdflib.BNode)]


def test_activities_bear_their_coos_uris(graph: rdflib.Graph, site_report: Site) -> None:
    for step in site_report.steps:
        node = COOS[f"subProcess/{step.code}"]
        assert (node, RDF.type, MODEL.ActivityCategory) in graph
        assert (node, SKOS.notation, rdflib.Literal(step.code)) in graph
        assert (node, SKOS.prefLabel, rdflib.Literal(step.label, "en")) in graph
        assert (node, SKOS.broader, COOS[f"phase/{step.code[0]}"]) in graph
        assert (node, SKOS.inScheme, COOS.gsbpm) in graph
    assert (COOS["overarchingActivity/0.1"], SKOS.notation, rdflib.Literal("0.1")) in graph
    assert (COOS["activityArea/1"], RDF.type, MODEL.ActivityArea) in graph
    assert (COOS["activity/3.10"], SKOS.broader, COOS["activityArea/3"]) in graph


def test_nothing_is_minted_at_unece(graph: rdflib.Graph, site_report: Site) -> None:
    given = {node.value.coos for node in site_report.graph.nodes.values() if getattr(node.value, "coos", "")}
    known = given | {
        str(COOS[name]) for name in ("gsbpm", "gamso", "statisticalProductionProcess", "officialStatistics")
    }
    found = {
        str(term)
        for triple in graph
        for term in triple
        if str(term).startswith("http://id.unece.org/") and isinstance(term, rdflib.URIRef)
    }
    assert found - known <= {str(MODEL.ActivityCategory), str(MODEL.ActivityArea)}


def test_no_category_is_taken_for_an_activity(graph: rdflib.Graph) -> None:
    """COOS keeps models and reality apart: none of its properties between real activities may touch a category."""
    assert not [predicate for predicate in set(graph.predicates()) if str(predicate).startswith(str(MODEL))]


def test_tasks_are_concepts_of_ours_below_the_sub_process(graph: rdflib.Graph, site_report: Site) -> None:
    tasks = [node for node in site_report.graph.nodes.values() if node.kind == "task"]
    for node in tasks:
        assert (ours(node.id), RDF.type, MODEL.ActivityCategory) in graph
        assert (ours(node.id), SKOS.broader, COOS[f"subProcess/{node.parent.partition(':')[2]}"]) in graph
        assert (ours(node.id), SKOS.inScheme, rdflib.URIRef(f"{BASE}gsbpm/tasks")) in graph
    assert tasks


def test_one_preferred_label_for_each_language(graph: rdflib.Graph) -> None:
    for subject in set(graph.subjects(SKOS.prefLabel)):
        langs = [
            label.language for label in graph.objects(subject, SKOS.prefLabel) if isinstance(label, rdflib.Literal)
        ]
        assert len(set(langs)) == len(langs), subject
        assert not set(graph.objects(subject, SKOS.prefLabel)) & set(graph.objects(subject, SKOS.altLabel)), subject


def test_every_fit_is_a_statement_with_its_grounds(graph: rdflib.Graph, site_report: Site) -> None:
    edges = [edge for edge in site_report.graph.edges if edge.relation == "fit"]
    statements = set(graph.subjects(RDF.type, NAV.Fit))
    assert len(statements) == len(edges)
    for each in statements:
        said = graph.value(each, RDF.subject), graph.value(each, RDF.predicate), graph.value(each, RDF.object)
        assert said in graph
        assert said[1] == NAV.fits
        for predicate in (NAV.role, NAV.strength, NAV.basis, DCTERMS.description):
            assert len(list(graph.objects(each, predicate))) == 1, (each, predicate)
        assert all(graph.value(ground, DCTERMS.source) for ground in graph.objects(each, NAV.evidence))
    assert sum(1 for each in statements for _ in graph.objects(each, NAV.evidence)) == sum(
        len(edge.value.evidence) for edge in edges
    )


def test_the_crosswalk_is_in_skos(graph: rdflib.Graph, site_report: Site) -> None:
    for topic in site_report.catalogue.of("crosswalk"):
        for pair in topic.matches:
            assert (ours(pair.subject), SKOS[f"{pair.match}Match"], ours(pair.object)) in graph
    for artefact in site_report.catalogue.of("artefact"):
        for match in artefact.represents:
            assert (ours(artefact.id), SKOS[f"{match.match}Match"], ours(match.object)) in graph


def test_a_reified_statement_is_also_stated(graph: rdflib.Graph) -> None:
    for each in graph.subjects(RDF.type, NAV.Mapping):
        assert (
            graph.value(each, RDF.subject),
            graph.value(each, RDF.predicate),
            graph.value(each, RDF.object),
        ) in graph


def test_lacks_of_a_counterpart_are_stated(graph: rdflib.Graph, site_report: Site) -> None:
    lacks = {(none.subject, none.standard) for topic in site_report.catalogue.of("crosswalk") for none in topic.none}
    lacks |= {
        (artefact.id, "standard:gsim") for artefact in site_report.catalogue.of("artefact") if artefact.represents_none
    }
    assert set(graph.subject_objects(NAV.noCounterpartIn)) == {
        (ours(subject), ours(standard)) for subject, standard in lacks
    }


def test_sources_are_in_dublin_core(graph: rdflib.Graph, site_report: Site) -> None:
    for source in site_report.catalogue.of("source"):
        assert (ours(source.id), DCTERMS.title, rdflib.Literal(source.title, "en")) in graph
        assert (ours(source.id), RDF.type, DCTERMS.BibliographicResource) in graph


def test_every_thing_is_there_with_its_page(graph: rdflib.Graph, site_report: Site) -> None:
    ids = {str(found) for found in graph.objects(None, DCTERMS.identifier)}
    assert ids == set(site_report.graph.nodes)
    pages = {str(page) for page in graph.objects(None, FOAF.page)}
    assert {BASE + node.url for node in site_report.graph.nodes.values()} <= pages


def test_only_documented_terms_of_ours_are_used(graph: rdflib.Graph) -> None:
    documented = {NAV[term.name] for term in vocabulary.terms()}
    used = {term for triple in graph for term in triple if str(term).startswith(str(NAV))}
    assert used <= documented


def test_every_term_of_ours_is_used(graph: rdflib.Graph) -> None:
    """Lists are closed: a word of theirs may wait for its first use."""
    used = {str(term) for triple in graph for term in triple}
    for term in vocabulary.terms():
        assert term.type not in ("class", "property") or str(NAV[term.name]) in used, term.name


def test_dates_have_the_datatype_of_what_they_are(graph: rdflib.Graph) -> None:
    for date in graph.objects(None, DCTERMS.issued):
        assert isinstance(date, rdflib.Literal)
        assert date.datatype in {rdflib.XSD.gYear, rdflib.XSD.gYearMonth, rdflib.XSD.date}
        assert not date.ill_typed


def test_another_base_moves_what_is_ours_and_nothing_else(example_site: Site) -> None:
    base = "https://statistics.example/n/"
    text = rdf.as_turtle(rdf.said(example_site, base), base)
    assert BASE not in text
    moved = rdflib.Graph().parse(data=text.replace(base, BASE), format="turtle")
    assert set(moved) == set(
        rdflib.Graph().parse(data=rdf.as_turtle(rdf.said(example_site, BASE), BASE), format="turtle")
    )


def test_two_files_are_the_same_bytes(example_site: Site) -> None:
    one, other = rdf.said(example_site, BASE), rdf.said(example_site, BASE)
    assert rdf.as_turtle(one, BASE) == rdf.as_turtle(other, BASE)
    assert rdf.as_json_ld(one, BASE) == rdf.as_json_ld(other, BASE)


def test_hostile_text_stays_in_its_literal(example_report: Report, example_site: Site) -> None:
    said = rdf.said(hostile(example_report), BASE)
    one = rdflib.Graph().parse(data=rdf.as_turtle(said, BASE), format="turtle")
    other = rdflib.Graph().parse(data=rdf.as_json_ld(said, BASE), format="json-ld")
    plain = rdflib.Graph().parse(data=rdf.as_turtle(rdf.said(example_site, BASE), BASE), format="turtle")
    assert set(one) == set(other)
    assert set(one.subjects()) == set(plain.subjects())
    assert any("<script>" in str(text) for text in one.objects())
