"""Mapping sets in SSSOM: the crosswalk between standards, and the ties of artefacts to GSIM information objects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields

from navigator.export import vocabulary
from navigator.export.common import LICENCE, TITLE, as_of, day, iri, namespaces, plain
from navigator.model.common import Evidence
from navigator.model.standards import Artefact, Crosswalk
from navigator.view.site import Site

_BREAKS = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]+")
#: What an artefact without a counterpart is matched to, after the SSSOM specification.
_NONE = "sssom:NoTermFound"
_OUTSIDE = {
    "semapv": "https://w3id.org/semapv/vocab/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "sssom": "https://w3id.org/sssom/",
}


@dataclass(frozen=True)
class Row:
    """One row. The names are those of the SSSOM slots; ``basis`` is an extension of ours."""

    subject_id: str
    subject_label: str
    predicate_id: str
    object_id: str
    object_label: str
    mapping_justification: str
    subject_source: str
    subject_source_version: str
    object_source: str
    object_source_version: str
    mapping_date: str
    see_also: str
    comment: str
    basis: str


def crosswalk(site: Site, base: str) -> str:
    """The crosswalk between artefacts of different standards."""
    rows = (row for topic in site.catalogue.of("crosswalk") for row in _topic(site, topic))
    text = "Which artefacts of SDMX, DDI and their companions answer to one another, and where there is no counterpart."
    return _document(site, base, ("crosswalk", f"{TITLE}: crosswalk", text), rows)


def artefact_gsim(site: Site, base: str) -> str:
    """Which GSIM information objects the artefacts represent."""
    rows = (row for entry in site.catalogue.of("artefact") for row in _artefact(site, entry))
    text = "Which GSIM 2.0 information objects the artefacts of SDMX, DDI and their companions represent, and which represent none."
    return _document(site, base, ("artefact-gsim", f"{TITLE}: artefacts and GSIM 2.0", text), rows)


def _topic(site: Site, topic: Crosswalk) -> Iterator[Row]:
    on = day(topic.review.on) if topic.review else ""
    for pair in topic.matches:
        yield _row(site, (pair.subject, pair.match, pair.object), "", (pair.difference, pair.basis, on), pair.evidence)
    for none in topic.none:
        yield _row(site, (none.subject, "related", _NONE), none.standard, (none.reason, none.basis, on), none.evidence)


def _artefact(site: Site, entry: Artefact) -> Iterator[Row]:
    on = day(entry.review.on) if entry.review else ""
    for match in entry.represents:
        yield _row(site, (entry.id, match.match, match.object), "", (match.note, match.basis, on), entry.sources)
    if entry.represents_none:
        yield _row(
            site, (entry.id, "related", _NONE), "standard:gsim", (entry.represents_none, "proposed", on), entry.sources
        )


def _row(
    site: Site,
    said: tuple[str, str, str],
    object_standard: str,
    told: tuple[str, str, str],
    evidence: tuple[Evidence, ...],
) -> Row:
    """One mapping. Each side names its standard, and the version that the evidence speaks of, else the newest."""
    subject, match, object = said
    text, basis, on = told
    source, target = _standard(subject), object_standard or _standard(object)
    return Row(
        subject, site.node(subject).label, f"skos:{match}Match", object, site.node(object).label if object != _NONE else "", "semapv:ManualMappingCuration",
        source, _version(site, source, evidence), target, _version(site, target, evidence), on, "|".join(_addresses(site, evidence)), plain(site, text), basis,
    )  # fmt: skip


def _standard(id: str) -> str:
    return f"standard:{id.partition(':')[0]}"


def _version(site: Site, standard: str, evidence: Iterable[Evidence]) -> str:
    about = [each.version for each in evidence if each.version and standard in site.catalogue[each.source].about]
    known = [each.version for each in site.catalogue[standard].versions]
    spoken = [version for version in known if version in about]
    return spoken[-1] if spoken else str(site.catalogue[standard].current)


def _addresses(site: Site, evidence: Iterable[Evidence]) -> list[str]:
    urls = (site.catalogue[each.source].url for each in evidence)
    return list(dict.fromkeys(iri(url).replace("|", "%7C") for url in urls if url))


def _document(site: Site, base: str, said: tuple[str, str, str], rows: Iterable[Row]) -> str:
    key, title, text = said
    made = sorted(
        set(rows), key=lambda row: (row.subject_id, row.object_source, row.object_id, row.predicate_id, row.comment)
    )
    used = {
        value.partition(":")[0]
        for row in made
        for value in (row.subject_id, row.object_id, row.subject_source, row.object_source)
    }
    curies = {
        **{prefix: name for prefix, name in namespaces(base).items() if prefix in used},
        **_OUTSIDE,
        "nav": vocabulary.namespace(base),
    }
    head = _head(
        site,
        curies,
        {
            "mapping_set_id": f"{base}downloads/{key}.sssom.tsv",
            "mapping_set_title": title,
            "mapping_set_description": text,
            "mapping_provider": base,
        },
    )
    columns = [field.name for field in fields(Row)]
    lines = ["\t".join(columns), *("\t".join(_cell(getattr(row, column)) for column in columns) for row in made)]
    return "".join(f"{line}\n" for line in (*head, *lines))


def _head(site: Site, curies: Mapping[str, str], said: Mapping[str, str]) -> Iterator[str]:
    """The metadata of a set: YAML behind number signs."""
    yield "#curie_map:"
    for prefix, name in sorted(curies.items()):
        yield f"#  {prefix}: {_yaml(name)}"
    for key, value in said.items():
        yield f"#{key}: {_yaml(value)}"
    yield f"#mapping_set_version: {_yaml(as_of(site))}"
    yield f"#license: {_yaml(LICENCE)}"
    yield f"#publication_date: {_yaml(as_of(site))}"
    yield "#subject_type: skos concept"
    yield "#object_type: skos concept"
    yield "#extension_definitions:"
    yield "#  - slot_name: basis"
    yield "#    property: nav:basis"
    yield "#    type_hint: xsd:string"


def _yaml(text: str) -> str:
    """A text as YAML reads it back, whatever it holds."""
    return '"' + _BREAKS.sub(" ", text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _cell(text: str) -> str:
    """A cell: one line without tabs, quoted where it holds a quotation mark."""
    text = _BREAKS.sub(" ", text)
    return '"' + text.replace('"', '""') + '"' if '"' in text else text
