"""The catalogue as RDF: COOS names the activities where it can, SKOS and Dublin Core say what they can, the rest is our vocabulary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from navigator.export import things, turtle, vocabulary
from navigator.export.common import LICENCE, TITLE, as_of
from navigator.export.names import ACTIVITIES, Names, prefixes
from navigator.export.turtle import RDF_TYPE, Literal, Said, Triple
from navigator.export.vocabulary import lower_camel
from navigator.graph import Edge
from navigator.model.common import Evidence
from navigator.view.fits import reread
from navigator.view.site import Site

_SCHEMES = (
    ("gsbpm/tasks", "Tasks below the sub-processes of GSBPM, proposed"),
    ("gsbpm/activities", "Activities and overarching sub-activities without a COOS URI"),
)
_HEAD = (
    f"{TITLE}: activities, artefacts, fits, crosswalk and sources.\n"
    "Activities bear their COOS URIs where COOS has one. Their names are those of GSBPM 5.2, whereas COOS follows 5.1:\n"
    "a store that holds both knows some activities by two preferred labels."
)


def as_turtle(said: Said, base: str) -> str:
    return turtle.turtle(said, prefixes(base), _HEAD)


def as_json_ld(said: Said, base: str) -> str:
    return turtle.json_ld(said, prefixes(base))


def said(site: Site, base: str) -> Said:
    """Everything that the catalogue says, in the order of both spellings."""
    return turtle.gathered(statements(site, base))


def statements(site: Site, base: str) -> Iterator[Triple]:
    """Everything that the catalogue says, as RDF statements."""
    names = Names(site, base)
    yield from _dataset(names)
    for node in site.graph.nodes.values():
        yield from things.statements(names, node)
    for edge in site.graph.edges:
        yield from _edge(names, edge)
    for entry in (*site.steps, *site.overarching):
        yield from _verdicts(names, entry)
    for topic in site.catalogue.of("crosswalk"):
        for none in topic.none:
            yield from _no_counterpart(names, none.subject, none.standard, (none.reason, none.basis, none.evidence))
    for artefact in site.catalogue.of("artefact"):
        if artefact.represents_none:
            yield from _no_counterpart(names, artefact.id, "standard:gsim", (artefact.represents_none, "proposed", ()))


def _dataset(names: Names) -> Iterator[Triple]:
    base = names.base
    yield base, RDF_TYPE, names["dcat:Dataset"]
    yield base, names["dcterms:title"], Literal(TITLE, "en")
    yield base, names["dcterms:license"], LICENCE
    yield base, names["dcterms:modified"], names.date(as_of(names.site))
    yield base, names["dcterms:conformsTo"], vocabulary.namespace(base).removesuffix("#")
    for scheme, title in _SCHEMES:
        yield base + scheme, RDF_TYPE, names["skos:ConceptScheme"]
        yield base + scheme, names["skos:prefLabel"], Literal(title, "en")


def _edge(names: Names, edge: Edge) -> Iterator[Triple]:
    """One edge of the graph as a statement; fits and mappings also as things that say why."""
    source, target = names.things[edge.source], names.things[edge.target]
    if edge.relation == "fit":
        yield from _fit(names, edge)
    elif edge.relation in ("match", "represents"):
        yield from _mapping(names, edge)
    elif edge.relation == "part-of":
        if names.site.node(edge.source).kind in ACTIVITIES:
            if not edge.target.startswith("standard:"):
                yield source, names["skos:broader"], target
        else:
            yield source, names["dcterms:isPartOf"], target
    else:
        term = {"is-a": "skos:broader", "supersedes": "dcterms:replaces", "cites": "dcterms:references"}.get(
            edge.relation
        )
        yield source, names[term or f"nav:{lower_camel(edge.relation)}"], target


def _reified(
    names: Names, place: str, kind: str, triple: Triple, grounds: tuple[str, str, tuple[Evidence, ...]]
) -> Iterator[Triple]:
    """A statement, and the statement as a thing of its own with its text, basis and evidence."""
    text, basis, evidence = grounds
    yield triple
    yield place, RDF_TYPE, names[kind]
    yield place, names["rdf:subject"], triple[0]
    yield place, names["rdf:predicate"], triple[1]
    yield place, names["rdf:object"], triple[2]
    yield place, names["nav:basis"], names[f"nav:basis-{basis}"]
    if text:
        yield place, names["dcterms:description"], names.say(text)
    for number, each in enumerate(evidence, 1):
        yield from _evidence(names, place, f"{place}#evidence-{number}", each)


def _evidence(names: Names, place: str, here: str, each: Evidence) -> Iterator[Triple]:
    yield place, names["nav:evidence"], here
    yield here, RDF_TYPE, names["nav:Evidence"]
    yield here, names["dcterms:source"], names.things[each.source]
    if each.locator:
        yield here, names["nav:locator"], Literal(each.locator)
    if each.version:
        yield here, names["nav:speaksOfVersion"], Literal(each.version)
    if each.note:
        yield here, names["dcterms:description"], names.say(each.note)


def _fit(names: Names, edge: Edge) -> Iterator[Triple]:
    fit = edge.value
    place = f"{names.base}fits/{edge.target.partition(':')[2]}/{edge.source.replace(':', '/')}/{fit.role}"
    triple: Triple = (names.things[edge.source], names["nav:fits"], names.things[edge.target])
    yield from _reified(names, place, "nav:Fit", triple, (fit.why, fit.basis, fit.evidence))
    yield place, names["nav:role"], names[f"nav:role-{fit.role}"]
    yield place, names["nav:strength"], names[f"nav:strength-{fit.strength}"]
    if fit.edition:
        yield place, names["nav:speaksOfVersion"], Literal(f"GSBPM {fit.edition}")
    newer = reread(names.site, names.site.standard_of(edge.source), fit.evidence)
    if newer:
        yield place, names["nav:readAgainFor"], Literal(newer)


def _mapping(names: Names, edge: Edge) -> Iterator[Triple]:
    value = edge.value
    place = f"{names.base}mappings/{edge.source.replace(':', '/')}/{edge.target.replace(':', '/')}"
    triple: Triple = (names.things[edge.source], names[f"skos:{value.match}Match"], names.things[edge.target])
    text = value.difference if edge.relation == "match" else value.note
    yield from _reified(names, place, "nav:Mapping", triple, (text, value.basis, getattr(value, "evidence", ())))


def _no_counterpart(
    names: Names, subject: str, standard: str, grounds: tuple[str, str, tuple[Evidence, ...]]
) -> Iterator[Triple]:
    place = f"{names.base}mappings/{subject.replace(':', '/')}/none/{standard.partition(':')[2]}"
    yield from _reified(
        names,
        place,
        "nav:Mapping",
        (names.things[subject], names["nav:noCounterpartIn"], names.things[standard]),
        grounds,
    )


def _verdicts(names: Names, entry: Any) -> Iterator[Triple]:
    """What was looked at and does not fit, and what a standard cannot say."""
    here = names.things[entry.id]
    for each in entry.nothing_fits:
        place = f"{names.base}verdicts/{entry.code}/{each.standard.partition(':')[2]}"
        yield place, RDF_TYPE, names["nav:NothingFits"]
        yield place, names["nav:activity"], here
        yield place, names["nav:standard"], names.things[each.standard]
        yield place, names["dcterms:description"], names.say(each.reason)
        yield place, names["nav:lookedBy"], Literal(each.by)
        yield place, names["dcterms:date"], names.date(each.on)
    for number, limit in enumerate(entry.limits, 1):
        place = f"{names.base}limits/{entry.code}/{number}"
        yield place, RDF_TYPE, names["nav:Limit"]
        yield place, names["nav:activity"], here
        yield place, names["nav:standard"], names.things[limit.standard]
        yield place, names["nav:basis"], names[f"nav:basis-{limit.basis}"]
        yield place, names["dcterms:description"], names.say(limit.text)
