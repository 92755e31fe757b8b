"""Views of the pages that tell how to take the catalogue elsewhere: the downloads with the API, and the RDF vocabulary."""

from __future__ import annotations

from dataclasses import dataclass

from navigator import kinds
from navigator.export import schema, url_of_json, vocabulary
from navigator.export.common import BASE, TITLE, as_of
from navigator.export.formats import FORMATS, Format, Offer
from navigator.graph import Node
from navigator.view.site import Site


@dataclass(frozen=True)
class Row:
    """One file: its format, its size in kB (0 while it is not made)."""

    format: Format
    size: int


@dataclass(frozen=True)
class Group:
    """Files of a family."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class KindRow:
    """One kind of thing in the API: one of its things, that thing's file, the schema of the kind."""

    name: str
    node: Node
    file: str
    schema: str


@dataclass(frozen=True)
class Use:
    """One example of use: what it does, in which language, the code."""

    title: str
    language: str
    code: str


@dataclass(frozen=True)
class DownloadsView:
    """Context of the page of downloads."""

    groups: tuple[Group, ...]
    day: str
    cite: str
    kinds: tuple[KindRow, ...]
    schemas: tuple[str, ...]
    uses: tuple[Use, ...]


@dataclass(frozen=True)
class VocabularyView:
    """Context of the page of the vocabulary: the terms by type."""

    namespace: str
    file: str
    groups: tuple[tuple[str, str, tuple[vocabulary.Term, ...]], ...]


#: Run by the tests, in the folder that holds site/.
PYTHON = """\
import json
from pathlib import Path

graph = json.loads(Path("site/api/v1/graph.json").read_text(encoding="utf-8"))
label = {node["id"]: node["label"] for node in graph["nodes"]}
inside = {node["id"] for node in graph["nodes"] if "gsbpm:4.3" in (node["id"], node.get("parent"))}
for edge in graph["edges"]:
    if edge["relation"] == "fit" and edge["target"] in inside and edge["strength"] == "primary":
        print(label[edge["source"]], edge["role"], edge["basis"])
"""
RDF = """\
from rdflib import Graph

graph = Graph().parse("site/downloads/navigator.ttl")
question = \"\"\"
    PREFIX nav: <NAMESPACE>
    PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
    PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
    SELECT ?name WHERE {
        ?fit a nav:Fit ; rdf:subject ?artefact ; nav:strength nav:strength-primary ;
             rdf:object <http://id.unece.org/activities/subProcess/4.3> .
        ?artefact skos:prefLabel ?name .
    } ORDER BY ?name
\"\"\"
for row in graph.query(question):
    print(row.name)
"""
_R = """\
fits <- read.csv("site/downloads/fits.csv", encoding = "UTF-8", colClasses = "character")
subset(fits, code == "4.3" & strength == "primary", c(standard_name, artefact_name, role, basis))
"""
_COMMAND = """\
navigator export fits.csv --out fits.csv
navigator export turtle --base https://statistics.example/navigator/ > navigator.ttl
"""


def downloads(site: Site, offer: Offer) -> DownloadsView:
    names = tuple(dict.fromkeys(each.group for each in FORMATS))
    rows = [Row(each, -(-offer.sizes.get(each.url, 0) // 1000)) for each in FORMATS]
    day = as_of(site)
    where = f" {offer.base}" if offer.base != BASE else ""
    return DownloadsView(
        groups=tuple(Group(name, tuple(row for row in rows if row.format.group == name)) for name in names),
        day=day,
        cite=f"{TITLE}, data of {day}.{where} Licence CC BY 4.0.",
        kinds=tuple(_kinds(site)),
        schemas=(f"{schema.FOLDER}/graph.schema.json", f"{schema.FOLDER}/thing.schema.json"),
        uses=_uses(offer.base),
    )


def _kinds(site: Site) -> list[KindRow]:
    first: dict[str, Node] = {}
    for node in site.graph.nodes.values():
        first.setdefault(node.kind, node)
    return [
        KindRow(name, first[kind], url_of_json(first[kind]), f"{schema.FOLDER}/{kind}.schema.json")
        for kind, name in kinds.PLURALS.items()
        if kind in first
    ]


def _uses(base: str) -> tuple[Use, ...]:
    return (
        Use("Primary fits at 4.3 and its tasks, from the API, in Python", "python", PYTHON),
        Use("The same from the table, in R", "r", _R),
        Use("The same from RDF, in SPARQL", "python", RDF.replace("NAMESPACE", vocabulary.namespace(base))),
        Use("Any file from the command line, for an address of your own", "bash", _COMMAND),
    )


def terms(site: Site, offer: Offer) -> VocabularyView:
    """The vocabulary by type of term. It is the same for every site but for its namespace."""
    listed = vocabulary.terms()
    groups = [("classes", "Classes", "class"), ("properties", "Properties", "property")]
    groups += [
        (f"{scheme.removesuffix('-list')}s", title, scheme.removesuffix("-list"))
        for scheme, title in vocabulary.schemes()
    ]
    return VocabularyView(
        vocabulary.namespace(offer.base),
        "downloads/vocabulary.ttl",
        tuple((id, title, tuple(term for term in listed if term.type == type)) for id, title, type in groups),
    )
