"""The DDI file: valid against the official schema of Lifecycle 3.3, its references whole."""

from __future__ import annotations

from functools import cache
from importlib.metadata import distribution

import pytest
from lxml import etree

from navigator.check import Report
from navigator.export import ddi
from navigator.export.common import BASE, as_of
from navigator.view.site import Site
from tests.hostile import hostile

R, L, C = "{ddi:reusable:3_3}", "{ddi:logicalproduct:3_3}", "{ddi:conceptualcomponent:3_3}"


@cache
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(
        etree.parse(str(distribution("ddi-l").locate_file("ddi_l/schemas/ddi/v3_3/instance_3_3.xsd")))
    )


def errors(text: str) -> list[str]:
    schema().validate(etree.fromstring(text.encode()))
    return [str(error) for error in schema().error_log]


@pytest.fixture(scope="module")
def document(site_report: Site) -> etree._Element:
    return etree.fromstring(ddi.instance(site_report, BASE).encode())


def test_it_is_valid(site_report: Site) -> None:
    assert errors(ddi.instance(site_report, BASE)) == []


def test_codes_stand_inside_one_another_as_gsbpm_does(document: etree._Element, site_report: Site) -> None:
    codes = list(document.iter(f"{L}Code"))
    values = {code.findtext(f"{R}Value"): code for code in codes}
    assert len(values) == len(codes) == sum(id.startswith("gsbpm:") for id in site_report.graph.nodes)
    for step in site_report.steps:
        above = values[step.code].getparent()
        assert above.findtext(f"{R}Value") == step.code[0]
        assert values[step.code].get("levelNumber") == "2"
        assert [code.findtext(f"{R}Value") for code in values[step.code].iter(f"{L}Code")][1:] == [
            f"{step.code}.{task.code}" for task in step.tasks
        ]


def test_every_reference_leads_to_an_item(document: etree._Element) -> None:
    urns = [
        element.findtext(f"{R}URN")
        for element in document.iter()
        if element.find(f"{R}URN") is not None and element.find(f"{R}TypeOfObject") is None
    ]
    assert len(set(urns)) == len(urns)
    references = [element for element in document.iter() if element.find(f"{R}TypeOfObject") is not None]
    assert references
    kinds = {
        element.findtext(f"{R}URN"): etree.QName(element).localname
        for element in document.iter()
        if element.find(f"{R}TypeOfObject") is None
    }
    for element in references:
        assert kinds[element.findtext(f"{R}URN")] == element.findtext(f"{R}TypeOfObject")


def test_every_artefact_is_a_concept_in_the_group_of_its_standard(document: etree._Element, site_report: Site) -> None:
    named = {concept.findtext(f"{R}URN"): concept.findtext(f"{R}UserID") for concept in document.iter(f"{C}Concept")}
    assert set(named.values()) == {entry.id for entry in site_report.catalogue.of("artefact")}
    grouped = [
        (group.findtext(f"{R}UserID"), named[each.findtext(f"{R}URN")])
        for group in document.iter(f"{C}ConceptGroup")
        for each in group.iter(f"{R}ConceptReference")
    ]
    assert sorted(grouped) == sorted((entry.standard, entry.id) for entry in site_report.catalogue.of("artefact"))


def test_items_know_what_others_call_them(document: etree._Element) -> None:
    category = next(each for each in document.iter(f"{L}Category") if each.findtext(f"{R}UserID") == "gsbpm:4.3")
    assert [(each.get("typeOfUserID"), each.text) for each in category.findall(f"{R}UserID")] == [
        ("GSBPM standards navigator", "gsbpm:4.3"), ("COOS", "http://id.unece.org/activities/subProcess/4.3"),
    ]  # fmt: skip
    labels = {each.get("{http://www.w3.org/XML/1998/namespace}lang"): each.text for each in category.find(f"{R}Label")}
    assert labels["en"] == "Run collection"
    assert {"fr", "es"} <= set(labels)


def test_agency_and_version_come_from_site_and_data(site_report: Site) -> None:
    text = ddi.instance(site_report, "https://statistics.gov.example/n/")
    assert f"urn:ddi:example.gov.statistics:gsbpm-4-3:{as_of(site_report).replace('-', '.')}" in text
    assert errors(text) == []


def test_hostile_text_is_text(example_report: Report) -> None:
    text = ddi.instance(hostile(example_report), BASE)
    assert errors(text) == []
    assert "<script>" not in text


def test_two_files_are_the_same_bytes(example_site: Site) -> None:
    assert ddi.instance(example_site, BASE) == ddi.instance(example_site, BASE)
