"""The mapping sets, read and validated by the sssom package."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import pytest
from sssom.constants import SchemaValidationType
from sssom.parsers import parse_sssom_table
from sssom.util import MappingSetDataFrame
from sssom.validators import validate

from navigator.check import Report
from navigator.export import sssom
from navigator.export.common import BASE, LICENCE, as_of
from navigator.view.site import Site
from tests.hostile import hostile

SETS = (sssom.crosswalk, sssom.artefact_gsim)
#: What the validator of the package can do; Shacl and Sparql are not implemented there.
CHECKS = [
    SchemaValidationType.JsonSchema,
    SchemaValidationType.PrefixMapCompleteness,
    SchemaValidationType.StrictCurieFormat,
]
Write = Callable[[Site, str], str]


def read(text: str, folder: Path) -> MappingSetDataFrame:
    path = folder / "set.sssom.tsv"
    path.write_text(text, encoding="utf-8")
    return parse_sssom_table(path)


@pytest.mark.parametrize("write", SETS)
def test_the_validator_accepts_it(
    site_report: Site, tmp_path: Path, write: Write, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        found = validate(read(write(site_report, BASE), tmp_path), CHECKS)
    assert set(found) == set(CHECKS)
    assert [result.message for report in found.values() for result in report.results] == []
    said = {record.getMessage().partition(" [")[0] for record in caplog.records}
    assert said <= {"No attr for basis"}  # the package knows no extension slots; the specification does


def test_every_row_of_the_crosswalk_is_a_mapping(site_report: Site, tmp_path: Path) -> None:
    rows = read(sssom.crosswalk(site_report, BASE), tmp_path).df
    topics = site_report.catalogue.of("crosswalk")
    pairs = {(pair.subject, f"skos:{pair.match}Match", pair.object) for topic in topics for pair in topic.matches}
    none = {(each.subject, each.standard) for topic in topics for each in topic.none}
    there = rows[rows.object_id != "sssom:NoTermFound"]
    lacking = rows[rows.object_id == "sssom:NoTermFound"]
    assert set(zip(there.subject_id, there.predicate_id, there.object_id, strict=True)) == pairs
    assert set(zip(lacking.subject_id, lacking.object_source, strict=True)) == none
    assert set(rows.mapping_justification) == {"semapv:ManualMappingCuration"}


def test_every_tie_to_gsim_is_a_mapping(site_report: Site, tmp_path: Path) -> None:
    rows = read(sssom.artefact_gsim(site_report, BASE), tmp_path).df
    entries = site_report.catalogue.of("artefact")
    there = rows[rows.object_id != "sssom:NoTermFound"]
    assert set(zip(there.subject_id, there.predicate_id, there.object_id, strict=True)) == {
        (entry.id, f"skos:{match.match}Match", match.object) for entry in entries for match in entry.represents
    }
    assert set(rows[rows.object_id == "sssom:NoTermFound"].subject_id) == {
        entry.id for entry in entries if entry.represents_none
    }


def test_no_artefact_both_has_and_lacks_a_counterpart(site_report: Site, tmp_path: Path) -> None:
    rows = read(sssom.crosswalk(site_report, BASE), tmp_path).df
    there = rows[rows.object_id != "sssom:NoTermFound"]
    lacking = rows[rows.object_id == "sssom:NoTermFound"]
    assert not set(zip(there.subject_id, there.object_source, strict=True)) & set(
        zip(lacking.subject_id, lacking.object_source, strict=True)
    )


def test_both_sides_name_a_version_of_their_standard(site_report: Site, tmp_path: Path) -> None:
    rows = read(sssom.crosswalk(site_report, BASE), tmp_path).df
    for side in ("subject", "object"):
        for standard, version in zip(rows[f"{side}_source"], rows[f"{side}_source_version"], strict=True):
            assert version in {each.version for each in site_report.catalogue[standard].versions}


def test_the_head_says_what_the_set_is(site_report: Site, tmp_path: Path) -> None:
    found = read(sssom.crosswalk(site_report, "https://x.example/"), tmp_path)
    assert found.metadata["license"] == LICENCE
    assert found.metadata["mapping_set_id"] == "https://x.example/downloads/crosswalk.sssom.tsv"
    assert found.metadata["mapping_set_version"] == as_of(site_report)
    assert found.converter.expand("sdmx:codelist") == "https://x.example/artefacts/sdmx/codelist"


def test_the_basis_stands_in_a_declared_column(site_report: Site) -> None:
    lines = sssom.crosswalk(site_report, BASE).splitlines()
    assert "#  - slot_name: basis" in lines
    assert next(line for line in lines if not line.startswith("#")).split("\t")[-1] == "basis"


@pytest.mark.parametrize("write", SETS)
def test_hostile_text_stays_in_its_cell(example_report: Report, tmp_path: Path, write: Write) -> None:
    site = hostile(example_report)
    text = write(site, BASE)
    text.encode()
    table = [line for line in text.splitlines() if not line.startswith("#")]
    assert len({line.count("\t") for line in table}) == 1
    assert len(read(text, tmp_path).df) == len(table) - 1


@pytest.mark.parametrize("write", SETS)
def test_two_files_are_the_same_bytes(example_site: Site, write: Write) -> None:
    assert write(example_site, BASE) == write(example_site, BASE)
