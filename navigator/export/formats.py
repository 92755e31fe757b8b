"""The formats in which the catalogue is offered: one list for the site, its page of downloads and the command."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial

from navigator.export import api, ddi, graphml, rdf, sdmx, sssom, table, tables, vocabulary, workbook
from navigator.export.common import BASE, FOLDER
from navigator.export.table import Table
from navigator.export.turtle import Said
from navigator.view.site import Site


@dataclass(frozen=True, eq=False)
class Material:
    """What the formats are made from: the site, its address, and what several formats share, made once."""

    site: Site
    base: str = BASE

    @cached_property
    def tables(self) -> Mapping[str, Table]:
        return {key: tables.make(key, self.site, self.base) for key in tables.PLANS}

    @cached_property
    def said(self) -> Said:
        return rdf.said(self.site, self.base)


@dataclass(frozen=True)
class Format:
    """One format: its name on the command line, its file, what it is, who specifies it, how it is written."""

    key: str
    file: str
    group: str
    title: str
    text: str
    spec: str
    spec_url: str
    write: Callable[[Material], str | bytes] = field(repr=False)

    @property
    def url(self) -> str:
        """Where the file stands, from the root of the site."""
        return self.file if "/" in self.file else f"{FOLDER}/{self.file}"


@dataclass(frozen=True)
class Offer:
    """The files of a site as its page of downloads tells of them: the address of the site, the size of each file."""

    base: str = BASE
    sizes: Mapping[str, int] = field(default_factory=dict)


def _csv(key: str) -> Format:
    plan = tables.PLANS[key]
    name = f"{key}.csv"
    return Format(
        name,
        name,
        "Tables",
        plan.title,
        plan.text,
        "CSV (RFC 4180), UTF-8",
        "https://www.rfc-editor.org/rfc/rfc4180",
        partial(_table, key),
    )


def _table(key: str, material: Material) -> str:
    return table.csv_text(material.tables[key])


def _metadata(material: Material) -> str:
    return table.metadata((f"{key}.csv", made) for key, made in material.tables.items())


_SDMX = ("SDMX-ML 3.0", "https://sdmx.org/standards-2/")
_SSSOM = ("SSSOM/TSV", "https://mapping-commons.github.io/sssom/")
_TURTLE = ("RDF 1.1 Turtle", "https://www.w3.org/TR/turtle/")

#: Every format, in the order in which it is offered.
FORMATS: tuple[Format, ...] = (
    Format(
        "xlsx", "navigator.xlsx", "Spreadsheet", "Workbook",
        "The matrix, fits, artefacts, tasks, crosswalk, verdicts, gaps and sources as sheets with filters and links.",
        "Office Open XML (ISO/IEC 29500)", "https://www.iso.org/standard/71691.html", lambda m: workbook.xlsx(m.site, m.base, m.tables),
    ),
    *map(_csv, tables.PLANS),
    Format(
        "csvw", "tables.csv-metadata.json", "Tables", "What the columns hold", "Each file and column of the tables, described for machines.",
        "CSV on the Web", "https://www.w3.org/TR/tabular-metadata/", _metadata,
    ),
    Format(
        "turtle", "navigator.ttl", "Linked data", "Everything in Turtle",
        "Activities with their COOS URIs, tasks, artefacts by version, fits and mappings with their grounds, use cases, tools and sources.",
        *_TURTLE, lambda m: rdf.as_turtle(m.said, m.base),
    ),
    Format(
        "json-ld", "navigator.jsonld", "Linked data", "Everything in JSON-LD", "The same statements.",
        "JSON-LD 1.1", "https://www.w3.org/TR/json-ld11/", lambda m: rdf.as_json_ld(m.said, m.base),
    ),
    Format(
        "vocabulary", "vocabulary.ttl", "Linked data", "Vocabulary", "The terms of our own that the two files use, each with its meaning.",
        *_TURTLE, lambda m: vocabulary.ttl(m.base),
    ),
    Format(
        "sssom", "crosswalk.sssom.tsv", "Mapping sets", "Crosswalk of SDMX, DDI and their companions",
        "Pairs of artefacts with SKOS match, difference and versions; where there is no counterpart, sssom:NoTermFound.",
        *_SSSOM, lambda m: sssom.crosswalk(m.site, m.base),
    ),
    Format(
        "sssom-gsim", "artefact-gsim.sssom.tsv", "Mapping sets", "Artefacts and GSIM 2.0", "Which information objects the artefacts represent.",
        *_SSSOM, lambda m: sssom.artefact_gsim(m.site, m.base),
    ),
    Format(
        "sdmx", "gsbpm.sdmx.xml", "SDMX and DDI", "Structures in SDMX",
        "Codelists of GSBPM (with parents, down to the tasks) and of the artefacts by standard; the structure of the fits.",
        *_SDMX, lambda m: sdmx.structure(m.site, m.base),
    ),
    Format(
        "sdmx-csv", "fits.sdmx.csv", "SDMX and DDI", "Fits as SDMX data", "One observation for each fit, with the codes of the structures.",
        "SDMX-CSV 2.0", "https://github.com/sdmx-twg/sdmx-csv", lambda m: sdmx.data(m.site),
    ),
    Format(
        "ddi", "gsbpm.ddi.xml", "SDMX and DDI", "GSBPM and artefacts in DDI",
        "Categories and a code list of GSBPM in three levels; the artefacts as concepts, in a group for each standard.",
        "DDI Lifecycle 3.3", "https://ddialliance.org/ddi-lifecycle", lambda m: ddi.instance(m.site, m.base),
    ),
    Format(
        "graphml", "navigator.graphml", "Graph", "The graph in GraphML", "Every thing and every relation, for Gephi, yEd, Cytoscape, igraph or networkx.",
        "GraphML", "http://graphml.graphdrawing.org/", lambda m: graphml.graphml(m.site, m.base),
    ),
    Format(
        "graph.json", api.GRAPH_URL, "Graph", "The graph in JSON", "Every thing and every relation; the entry to the API.",
        "JSON Schema 2020-12", "https://json-schema.org/draft/2020-12", lambda m: api.graph_json(m.site.graph),
    ),
)  # fmt: skip
#: What a page of downloads says while no file is made.
NO_OFFER = Offer()
BY_KEY: Mapping[str, Format] = {each.key: each for each in FORMATS}


def files(material: Material) -> tuple[tuple[str, str | bytes], ...]:
    """The address and content of every file that the site offers, apart from the API."""
    return tuple((each.url, each.write(material)) for each in FORMATS if each.url != api.GRAPH_URL)
