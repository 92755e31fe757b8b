"""Our own RDF vocabulary: small, documented term by term, used only where no established term says the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from navigator import kinds, words
from navigator.export.common import TITLE
from navigator.export.turtle import RDF_TYPE, Literal, Triple, gathered, turtle
from navigator.graph import RELATIONS

#: Established vocabularies that we use.
OUTSIDE = {
    "coos": "http://id.unece.org/def/coos#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org-vocabulary": "http://www.w3.org/ns/org#",  # org: is the prefix of our organisations
    "owl": "http://www.w3.org/2002/07/owl#",
    "pav": "http://purl.org/pav/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
#: The same relation in SKOS, Dublin Core or COOS: these need no term of ours.
ESTABLISHED = {"match", "represents", "part-of", "is-a", "supersedes", "cites"}


@dataclass(frozen=True)
class Term:
    """One term. ``type`` is class, property or the scheme of an individual; ``above`` the wider established term."""

    name: str
    type: str
    label: str
    comment: str
    above: str = ""


def namespace(base: str) -> str:
    return f"{base}vocabulary.html#"


def camel(words: str) -> str:
    """The words of a kind as the name of a class: use-case is UseCase."""
    return "".join(part[:1].upper() + part[1:] for part in words.split("-"))


def lower_camel(words: str) -> str:
    """The words of a relation as the name of a property: takes-in is takesIn."""
    name = camel(words)
    return name[:1].lower() + name[1:]


_CLASSES = (
    Term(
        "Fit",
        "class",
        "Fit",
        "The statement that an artefact fits an activity: which role it plays there, how strongly it is recommended, why, and on what grounds.",
        "rdf:Statement",
    ),
    Term(
        "Mapping",
        "class",
        "Mapping",
        "The statement that an artefact answers to another artefact or to an information object. Its predicate is a SKOS mapping relation, or noCounterpartIn.",
        "rdf:Statement",
    ),
    Term(
        "Evidence",
        "class",
        "Evidence",
        "A source that a statement rests on, with the place in it and the version of the standard that it speaks of.",
    ),
    Term(
        "NothingFits",
        "class",
        "Nothing fits",
        "The verdict that a standard was looked at and has nothing to offer at an activity.",
    ),
    Term("Limit", "class", "Limit", "What a standard cannot say at an activity although some of it fits."),
    Term("Availability", "class", "Availability", "An artefact in one version of its standard."),
    Term(
        "Artefact",
        "class",
        "Artefact",
        "A part of a standard that someone creates or handles, such as the SDMX Codelist or the DDI QuestionItem.",
        "skos:Concept",
    ),
    Term(
        "Standard",
        "class",
        "Standard or model",
        "A standard or model; the scheme of its artefacts or information objects.",
        "dcterms:Standard",
    ),
    Term(
        "InformationObject",
        "class",
        "Information object",
        "A class of GSIM 2.0: the bridge between activities and artefacts.",
        "skos:Concept",
    ),
    Term(
        "Crosswalk",
        "class",
        "Crosswalk topic",
        "What artefacts of several standards have in common, and the mappings between them.",
    ),
    Term(
        "HandOver",
        "class",
        "Hand-over",
        "A place in the process where content leaves one standard for another: what is lost and what is gained.",
    ),
    Term("UseCase", "class", "Use case", "What an organisation did: a path of activities with artefacts."),
    Term("Tool", "class", "Tool", "A program that handles artefacts."),
    Term(
        "Service",
        "class",
        "Service",
        "A statistical service in the sense of the Common Statistical Production Architecture.",
    ),
    Term(
        "Neighbour",
        "class",
        "Neighbouring standard",
        "A standard that a statistician meets beside those that the navigator maps.",
    ),
    Term("Aspect", "class", "Interoperability aspect", "One side of interoperability to be covered."),
    Term(
        "Role",
        "class",
        "Role in governance",
        "Who answers for something, in the sense of data and metadata governance.",
    ),
    Term(
        "Organisation", "class", "Organisation", "A statistical office or another body.", "org-vocabulary:Organization"
    ),
    Term(
        "Source",
        "class",
        "Source",
        "A document, specification, page or repository that statements rest on.",
        "dcterms:BibliographicResource",
    ),
    Term("Example", "class", "Worked example", "A small valid file that shows artefacts in use."),
)
_COMMENTS = {
    "fits": "The subject is an artefact of use at the object, an activity. The instance of Fit says in which role and on what grounds.",
    "takesIn": "The activity takes in the information object. No official table of inputs and outputs exists: most of these links are proposed.",
    "givesOut": "The activity gives out the information object. No official table of inputs and outputs exists: most of these links are proposed.",
    "handsOver": "Content leaves the first artefact for the second one at some step of the process.",
    "refersTo": "The first artefact points to the second one.",
    "relatesTo": "A relation that GSIM defines between two information objects.",
    "carriedOutIn": "The use case, hand-over or example has a part at the activity.",
    "handles": "The use case, tool, service or hand-over works with the artefact, standard or tool.",
    "serves": "The tool, service, standard or neighbouring standard is of use at the activity, or for the aspect.",
    "keptBy": "The organisation looks after the tool or service.",
    "doneBy": "The organisation did what the use case tells.",
    "shows": "The example shows the artefact, or the use case shows the hand-over.",
    "tiesTo": "Two activities of GSBPM and GAMSO meet.",
    "covers": "The activity has a check for the aspect of interoperability.",
    "answersFor": "Somebody in this role answers for a check at the activity.",
    "about": "The subject speaks of the object.",
}
_OWN = (
    Term("role", "property", "role", "What the activity does with the artefact."),
    Term("strength", "property", "strength", "How strongly the artefact is recommended at the activity."),
    Term("basis", "property", "basis", "What a statement rests on."),
    Term("evidence", "property", "evidence", "Evidence of a statement."),
    Term("locator", "property", "locator", "Section, page or file inside the source."),
    Term(
        "speaksOfVersion",
        "property",
        "speaks of version",
        "Version of the standard that the evidence speaks of, or GSBPM edition for a fit.",
    ),
    Term(
        "readAgainFor",
        "property",
        "to be re-read for",
        "Newer version of the standard than all the evidence speaks of.",
    ),
    Term("standard", "property", "standard", "The standard that a verdict or a limit speaks of."),
    Term("activity", "property", "activity", "The activity that a verdict or a limit speaks of."),
    Term("lookedBy", "property", "looked by", "Who looked and found nothing."),
    Term("availability", "property", "availability", "The artefact in one version of its standard."),
    Term("version", "property", "version", "A version of a standard; of a standard itself, one that it has."),
    Term(
        "status",
        "property",
        "status",
        "What became of the artefact in that version: introduced, present, changed, renamed, removed or absent.",
    ),
    Term("schemaName", "property", "schema name", "What the official schema of that version calls the artefact."),
    Term("noCounterpartIn", "property", "no counterpart in", "Nothing in the standard answers to the artefact."),
)
_SCHEMES = (("role", "Roles", words.roles), ("strength", "Strengths", words.strengths), ("basis", "Bases", words.bases))


def terms() -> tuple[Term, ...]:
    """Every term of ours: classes, properties, and the individuals of the three closed lists."""
    relations = (
        Term(lower_camel(key), "property", RELATIONS[key][0], _COMMENTS[lower_camel(key)])
        for key in RELATIONS
        if key not in ESTABLISHED and key != "fit"
    )
    fits = Term("fits", "property", "fits", _COMMENTS["fits"])
    individuals = (
        Term(f"{scheme}-{key}", scheme, key, text[:1].upper() + text[1:] + ".")
        for scheme, _, listed in _SCHEMES
        for key, text in listed.items()
    )
    return (*_CLASSES, fits, *relations, *_OWN, *individuals)


def schemes() -> tuple[tuple[str, str], ...]:
    """The closed lists: the name of the scheme and its title."""
    return tuple((f"{key}-list", title) for key, title, _ in _SCHEMES)


def class_of(kind: str) -> str:
    """The class of the entries of a kind; empty for activities, which COOS has a class for."""
    name = camel(kind)
    return name if name in {term.name for term in _CLASSES} and kind in kinds.BY_NAME else ""


def ttl(base: str) -> str:
    """The vocabulary as a file: every term of ours with its label and meaning."""
    return turtle(gathered(_statements(base)), {**OUTSIDE, "nav": namespace(base)}, f"The vocabulary of the {TITLE}.")


def _statements(base: str) -> Iterator[Triple]:
    ours, skos, rdfs, owl = namespace(base), OUTSIDE["skos"], OUTSIDE["rdfs"], OUTSIDE["owl"]
    here = ours.removesuffix("#")
    yield here, RDF_TYPE, f"{owl}Ontology"
    yield here, f"{OUTSIDE['dcterms']}title", Literal(f"Vocabulary of the {TITLE}", "en")
    for name, title in schemes():
        yield ours + name, RDF_TYPE, f"{skos}ConceptScheme"
        yield ours + name, f"{rdfs}label", Literal(title, "en")
        yield ours + name, f"{rdfs}comment", Literal(f"The closed list of {title.lower()}.", "en")
        yield ours + name, f"{rdfs}isDefinedBy", here
    for term in terms():
        subject = ours + term.name
        yield subject, f"{rdfs}label", Literal(term.label, "en")
        yield subject, f"{rdfs}comment", Literal(term.comment, "en")
        yield subject, f"{rdfs}isDefinedBy", here
        yield from _typed(subject, term, ours)


def _typed(subject: str, term: Term, ours: str) -> Iterator[Triple]:
    """A class, a property, or a concept in its closed list."""
    if term.type in ("class", "property"):
        yield subject, RDF_TYPE, OUTSIDE["rdfs"] + "Class" if term.type == "class" else OUTSIDE["rdf"] + "Property"
        prefix, _, local = term.above.partition(":")
        if prefix:
            yield subject, f"{OUTSIDE['rdfs']}subClassOf", OUTSIDE[prefix] + local
    else:
        yield subject, RDF_TYPE, f"{OUTSIDE['skos']}Concept"
        yield subject, f"{OUTSIDE['skos']}inScheme", f"{ours}{term.type}-list"
        yield subject, f"{OUTSIDE['skos']}prefLabel", Literal(term.label, "en")
        yield subject, f"{OUTSIDE['skos']}notation", Literal(term.label)
