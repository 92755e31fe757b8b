"""The vocabulary of our own: whole, documented, and nothing used that is not in it."""

from __future__ import annotations

import rdflib
from rdflib.namespace import RDF, RDFS, SKOS

from navigator import kinds, words
from navigator.export import vocabulary
from navigator.export.common import BASE
from navigator.graph import RELATIONS


def graph() -> rdflib.Graph:
    return rdflib.Graph().parse(data=vocabulary.ttl(BASE), format="turtle")


def test_every_term_has_label_and_comment() -> None:
    found = graph()
    ours = {subject for subject in found.subjects() if str(subject).startswith(vocabulary.namespace(BASE))}
    assert len(ours) == len(vocabulary.terms()) + len(vocabulary.schemes())
    for subject in ours:
        assert found.value(subject, RDFS.label), subject
        assert str(found.value(subject, RDFS.comment)).endswith("."), subject
        assert found.value(subject, RDFS.isDefinedBy) == rdflib.URIRef(BASE + "vocabulary.html")


def test_names_are_unique() -> None:
    names = [term.name for term in vocabulary.terms()]
    assert len(set(names)) == len(names)


def test_every_relation_has_a_term_or_an_established_one() -> None:
    names = {term.name for term in vocabulary.terms()}
    for relation in RELATIONS:
        assert relation in vocabulary.ESTABLISHED or relation == "fit" or vocabulary.lower_camel(relation) in names


def test_closed_lists_are_those_of_the_program() -> None:
    found = graph()
    for scheme, listed in (("role", words.roles), ("strength", words.strengths), ("basis", words.bases)):
        members = found.subjects(SKOS.inScheme, rdflib.URIRef(f"{vocabulary.namespace(BASE)}{scheme}-list"))
        assert {str(found.value(member, SKOS.notation)) for member in members} == set(listed)


def test_wider_terms_are_established_ones() -> None:
    for term in vocabulary.terms():
        assert not term.above or term.above.partition(":")[0] in vocabulary.OUTSIDE
    assert set(graph().objects(None, RDFS.subClassOf)) >= {RDF.Statement, SKOS.Concept}


def test_no_prefix_stands_for_established_terms_and_for_entries_of_ours() -> None:
    assert [each.prefix for each in kinds.KINDS if each.prefix.rstrip(":") in vocabulary.OUTSIDE] == []
    organisation = rdflib.URIRef(f"{vocabulary.namespace(BASE)}Organisation")
    assert graph().value(organisation, RDFS.subClassOf) == rdflib.URIRef("http://www.w3.org/ns/org#Organization")


def test_every_kind_has_a_class_or_is_an_activity() -> None:
    without = {kind for kind in kinds.PLURALS if not vocabulary.class_of(kind)}
    assert without == {
        "phase",
        "sub-process",
        "overarching-activity",
        "gamso-area",
        "gamso-activity",
        "task",
        "overarching-sub-activity",
    }


def test_two_files_are_the_same_bytes() -> None:
    assert vocabulary.ttl(BASE) == vocabulary.ttl(BASE)
