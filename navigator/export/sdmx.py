"""SDMX: GSBPM and the artefacts as codelists, the fits as a data set with its structure (SDMX-ML 3.0, SDMX-CSV 2.0)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from navigator import words
from navigator.export.common import TITLE, as_of, plain
from navigator.export.markup import document, element, labels, texts
from navigator.export.table import safe
from navigator.graph import Node
from navigator.model import counting
from navigator.view.site import Site, order_of

_SCHEMAS = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0"
_NAMESPACES = {"mes": f"{_SCHEMAS}/message", "str": f"{_SCHEMAS}/structure", "com": f"{_SCHEMAS}/common"}
AGENCY = "NAVIGATOR"
#: A version without an extension may never change its content in SDMX 3; the navigator's content does.
VERSION, _GSBPM_VERSION = "1.0.0-draft", "5.2.0-draft"
_NOT_IN_ID = re.compile(r"[^A-Za-z0-9_-]+")
_CONCEPTS = {
    "ACTIVITY": "GSBPM activity", "ARTEFACT": "Artefact of a standard", "ROLE": "What the activity does with the artefact",
    "STRENGTH": "How strongly it is recommended", "BASIS": "What the statement rests on", "WHY": "What one does with it there",
}  # fmt: skip
_CODED = {
    "ACTIVITY": "CL_GSBPM",
    "ARTEFACT": "CL_ARTEFACT",
    "ROLE": "CL_FIT_ROLE",
    "STRENGTH": "CL_FIT_STRENGTH",
    "BASIS": "CL_FIT_BASIS",
}
_LISTS = (
    ("CL_FIT_ROLE", "Roles of fits", words.roles),
    ("CL_FIT_STRENGTH", "Strengths of fits", words.strengths),
    ("CL_FIT_BASIS", "Bases of statements", words.bases),
)


def code_of(id: str) -> str:
    """The id of a thing as an SDMX code. Codes may hold no dot and must start with a letter: gsbpm:4.3 is GSBPM_4_3."""
    prefix, _, local = id.partition(":")
    return _NOT_IN_ID.sub("_", f"{prefix.upper() if prefix == 'gsbpm' else prefix}_{local}")


def structure(site: Site, base: str) -> str:
    """The structure message: codelists with parents, concepts, the structure of the fits and their dataflow."""
    header = (
        element("mes:ID", "GSBPM_NAVIGATOR"), element("mes:Test", "false"), element("mes:Prepared", f"{as_of(site)}T00:00:00"),
        element("mes:Sender", id=AGENCY),
    )  # fmt: skip
    structures = (
        element("str:Codelists", children=_codelists(site, base)), element("str:ConceptSchemes", children=[_concepts()]),
        element("str:Dataflows", children=[_dataflow()]), element("str:DataStructures", children=[_data_structure()]),
    )  # fmt: skip
    children = (element("mes:Header", children=header), element("mes:Structures", children=structures))
    return document(element("mes:Structure", children=children), _NAMESPACES)


def data(site: Site) -> str:
    """The fits as a data set in SDMX-CSV 2.0."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["STRUCTURE", "STRUCTURE_ID", "ACTION", *_CONCEPTS])
    edges = sorted(
        (edge for edge in site.graph.edges if edge.relation == "fit"),
        key=lambda edge: (counting(edge.target), order_of(edge.source), edge.source, edge.value.role),
    )
    for edge in edges:
        fit = edge.value
        writer.writerow(
            [
                "dataflow",
                f"{AGENCY}:DF_FITS({VERSION})",
                "I",
                code_of(edge.target),
                code_of(edge.source),
                fit.role,
                fit.strength,
                fit.basis,
                safe(plain(site, fit.why)),
            ]
        )
    return out.getvalue()


def _maintained(tag: str, id: str, name: str, children: Iterable[Element], version: str = VERSION) -> Element:
    return element(
        tag, children=(element("com:Name", name, xml_lang="en"), *children), id=id, agencyID=AGENCY, version=version
    )


def _codelists(site: Site, base: str) -> Iterator[Element]:
    """In the order of their ids."""
    yield _maintained("str:Codelist", "CL_ARTEFACT", "Standards and their artefacts", _artefacts(site, base))
    for id, title, listed in sorted(_LISTS):
        codes = (
            element(
                "str:Code",
                children=[element("com:Name", key, xml_lang="en"), element("com:Description", text, xml_lang="en")],
                id=key,
            )
            for key, text in listed.items()
        )
        yield _maintained("str:Codelist", id, title, codes)
    yield _maintained(
        "str:Codelist",
        "CL_GSBPM",
        "Activities of GSBPM 5.2, with tasks proposed by the navigator",
        _activities(site, base),
        _GSBPM_VERSION,
    )


def _activities(site: Site, base: str) -> Iterator[Element]:
    """Phases, sub-processes, tasks, overarching activities: each names its parent."""
    for id in sorted((id for id in site.graph.nodes if id.startswith("gsbpm:")), key=counting):
        node = site.node(id)
        parent = next((edge.target for edge in site.graph.out(id, "part-of") if edge.target.startswith("gsbpm:")), "")
        notes = [
            ("NOTATION", node.code or id.partition(":")[2], ""),
            *([("COOS", "", node.value.coos)] if getattr(node.value, "coos", "") else []),
        ]
        yield _code(site, base, node, parent, notes)


def _artefacts(site: Site, base: str) -> Iterator[Element]:
    """Standards, and below each its artefacts."""
    for standard in site.standards:
        yield _code(site, base, site.node(standard.id), "", [])
    for entry in sorted(site.catalogue.of("artefact"), key=lambda entry: (order_of(entry.id), entry.id)):
        yield _code(site, base, site.node(entry.id), entry.standard, [])


def _code(site: Site, base: str, node: Node, parent: str, notes: Iterable[tuple[str, str, str]]) -> Element:
    value = node.value
    children = [
        element(
            "com:Annotations",
            children=[_annotation(*note) for note in (("ID", node.id, ""), *notes, ("PAGE", "", base + node.url))],
        ),
        *texts("com:Name", labels(value, node.label)),
        element(
            "com:Description",
            plain(site, getattr(value, "summary", "") or getattr(value, "purpose", "")),
            xml_lang="en",
        ),
        *([element("str:Parent", code_of(parent))] if parent else []),
    ]
    return element("str:Code", children=children, id=code_of(node.id))


def _annotation(kind: str, title: str, url: str) -> Element:
    children = [
        *([element("com:AnnotationTitle", title)] if title else []),
        element("com:AnnotationType", kind),
        *([element("com:AnnotationURL", url)] if url else []),
    ]
    return element("com:Annotation", children=children)


def _concepts() -> Element:
    concepts = (
        element("str:Concept", children=[element("com:Name", name, xml_lang="en")], id=id)
        for id, name in _CONCEPTS.items()
    )
    return _maintained("str:ConceptScheme", "CS_FITS", "Concepts of the fits", concepts)


def _dataflow() -> Element:
    return _maintained(
        "str:Dataflow",
        "DF_FITS",
        f"{TITLE}: fits",
        [element("str:Structure", f"{_urn('datastructure.DataStructure')}={AGENCY}:DSD_FITS({VERSION})")],
    )


def _data_structure() -> Element:
    """Activity, artefact and role identify a fit; strength, basis and why describe it."""
    dimensions = [
        element("str:Dimension", children=_component(id), id=id, position=str(place))
        for place, id in enumerate(("ACTIVITY", "ARTEFACT", "ROLE"), 1)
    ]
    relation = element("str:AttributeRelationship", children=[element("str:Observation")])
    attributes = [
        element("str:Attribute", children=[*_component(id), relation], id=id, usage="mandatory")
        for id in ("STRENGTH", "BASIS", "WHY")
    ]
    lists = [
        element("str:DimensionList", children=dimensions, id="DimensionDescriptor"),
        element("str:AttributeList", children=attributes, id="AttributeDescriptor"),
    ]
    return _maintained(
        "str:DataStructure", "DSD_FITS", "Fits", [element("str:DataStructureComponents", children=lists)]
    )


def _component(id: str) -> list[Element]:
    represented = element("str:TextFormat", textType="String")
    if id in _CODED:
        version = _GSBPM_VERSION if id == "ACTIVITY" else VERSION
        represented = element("str:Enumeration", f"{_urn('codelist.Codelist')}={AGENCY}:{_CODED[id]}({version})")
    return [
        element("str:ConceptIdentity", f"{_urn('conceptscheme.Concept')}={AGENCY}:CS_FITS({VERSION}).{id}"),
        element("str:LocalRepresentation", children=[represented]),
    ]


def _urn(kind: str) -> str:
    return f"urn:sdmx:org.sdmx.infomodel.{kind}"
