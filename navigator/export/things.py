"""Each thing in RDF: what it is called, what it is, where its page stands."""

from __future__ import annotations

from collections.abc import Iterator

from navigator.export import vocabulary
from navigator.export.common import iri
from navigator.export.names import ACTIVITIES, COOS, Names
from navigator.export.turtle import RDF_TYPE, Literal, Triple
from navigator.graph import Node
from navigator.model.process import EDITION

_PROCESS = f"{COOS}statisticalProductionProcess"


def statements(names: Names, node: Node) -> Iterator[Triple]:
    """What a thing is called, what it is, where its page stands."""
    subject, value = names.things[node.id], node.value
    yield subject, names["dcterms:identifier"], Literal(node.id)
    yield subject, names["foaf:page"], names.base + node.url
    yield from _labels(names, subject, node)
    for field in ("summary", "purpose", "note"):
        if getattr(value, field, ""):
            yield subject, names["dcterms:description"], names.say(getattr(value, field))
    kind = vocabulary.class_of(node.kind)
    if kind:
        yield subject, RDF_TYPE, names[f"nav:{kind}"]
    if node.kind in ACTIVITIES:
        yield from _activity(names, subject, node)
    elif node.kind in _MORE:
        yield from _MORE[node.kind](names, subject, node)


def _labels(names: Names, subject: str, node: Node) -> Iterator[Triple]:
    """One preferred label a language: official and national ones; everything else is an alternative."""
    value, preferred = node.value, {"en": node.label}
    for label in getattr(value, "labels", ()):
        if label.status != "proposed":
            preferred.setdefault(label.lang, label.text)
    for lang, text in preferred.items():
        yield subject, names["skos:prefLabel"], Literal(text, lang)
    others = {("en", alias) for alias in getattr(value, "aliases", ())} | {
        (label.lang, label.text) for label in getattr(value, "labels", ())
    }
    for lang, text in others | {("en", name) for name in getattr(value, "names", {}).values()}:
        if preferred[lang] != text if lang in preferred else True:
            yield subject, names["skos:altLabel"], Literal(text, lang)
    for edition, name in getattr(value, "names", {}).items():
        if edition != EDITION and name != node.label:
            yield subject, names["skos:historyNote"], Literal(f"Called “{name}” in GSBPM {edition}.", "en")


def _activity(names: Names, subject: str, node: Node) -> Iterator[Triple]:
    """A category of activities in the sense of COOS, in its scheme, below its wider one."""
    area = node.kind == "gamso-area"
    yield subject, RDF_TYPE, names["coos:ActivityArea" if area else "coos:ActivityCategory"]
    yield subject, RDF_TYPE, names["skos:Concept"]
    coos = subject.startswith(COOS)
    yield subject, names["skos:notation"], Literal(subject.rpartition("/")[2] if coos else node.id.partition(":")[2])
    scheme = (
        f"{COOS}{'gamso' if node.id.startswith('gamso') else 'gsbpm'}"
        if coos
        else names.base + ("gsbpm/tasks" if node.kind == "task" else "gsbpm/activities")
    )
    yield subject, names["skos:inScheme"], scheme
    if node.kind in ("phase", "overarching-activity"):
        yield subject, names["skos:broader"], _PROCESS
    elif area:
        yield subject, names["skos:broader"], f"{COOS}officialStatistics"


def _standard(names: Names, subject: str, node: Node) -> Iterator[Triple]:
    yield subject, RDF_TYPE, names["skos:ConceptScheme"]
    if node.value.short != node.label:
        yield subject, names["skos:altLabel"], Literal(node.value.short, "en")
    yield subject, names["foaf:homepage"], iri(node.value.url)
    for each in node.value.versions:
        yield subject, names["nav:version"], Literal(each.version)


def _artefact(names: Names, subject: str, node: Node) -> Iterator[Triple]:
    """An artefact is a concept in the scheme of its standard; each version of the standard has or lacks it."""
    yield subject, RDF_TYPE, names["skos:Concept"]
    yield subject, names["skos:inScheme"], names.things[node.value.standard]
    for each in node.value.versions:
        place = iri(f"{subject}#{each.version.replace(' ', '_')}")
        yield subject, names["nav:availability"], place
        yield place, RDF_TYPE, names["nav:Availability"]
        yield place, names["nav:version"], Literal(each.version)
        yield place, names["nav:status"], Literal(each.status)
        for name in each.names:
            yield place, names["nav:schemaName"], Literal(name.name)


def _object(names: Names, subject: str, node: Node) -> Iterator[Triple]:
    yield subject, RDF_TYPE, names["skos:Concept"]
    yield subject, names["skos:inScheme"], names.things["standard:gsim"]


def _source(names: Names, subject: str, node: Node) -> Iterator[Triple]:
    """A source in the terms of Dublin Core."""
    value = node.value
    yield subject, RDF_TYPE, names["dcterms:BibliographicResource"]
    yield subject, names["dcterms:title"], Literal(value.title, "en")
    yield subject, names["dc:publisher"], Literal(value.publisher)
    yield subject, names["dc:type"], Literal(value.type)
    if value.date:
        yield subject, names["dcterms:issued"], names.date(value.date)
    if value.url:
        yield subject, names["foaf:page"], iri(value.url)
    if value.version:
        yield subject, names["pav:version"], Literal(value.version)
    if value.licence:
        yield subject, names["dc:rights"], Literal(value.licence)


_MORE = {"standard": _standard, "artefact": _artefact, "information-object": _object, "source": _source}
