"""The pages of downloads and of the vocabulary, and the examples on them, which are run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from navigator import publish
from navigator.check import Report
from navigator.export import rdf, vocabulary
from navigator.export.common import BASE
from navigator.export.formats import FORMATS, NO_OFFER, Offer
from navigator.view import downloads
from navigator.view.site import Site


@pytest.fixture(scope="module")
def folder(report: Report, site_report: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds site/ with the graph and the Turtle file of the real data."""
    found = tmp_path_factory.mktemp("unpacked")
    wanted = {"api/v1/graph.json", "downloads/navigator.ttl"}
    for file in publish.exports(report, site_report, BASE):
        if file.url in wanted:
            target = found / "site" / file.url
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.content.encode() if isinstance(file.content, str) else file.content)
    return found


def run(code: str, folder: Path) -> list[str]:
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_the_page_lists_every_file_with_its_size(example_site: Site) -> None:
    view = downloads.downloads(example_site, Offer(BASE, {"downloads/fits.csv": 1001}))
    rows = [row for group in view.groups for row in group.rows]
    assert [row.format for row in rows] == list(FORMATS)
    assert {row.format.key: row.size for row in rows if row.size} == {"fits.csv": 2}


def test_the_page_names_a_file_and_a_schema_of_each_kind(site_report: Site) -> None:
    view = downloads.downloads(site_report, NO_OFFER)
    assert {row.node.kind for row in view.kinds} == {node.kind for node in site_report.graph.nodes.values()}
    assert {row.schema for row in view.kinds} == {f"api/v1/schema/{row.node.kind}.schema.json" for row in view.kinds}


def test_the_citation_has_the_address_once_there_is_one(example_site: Site) -> None:
    assert "https://x.example/" in downloads.downloads(example_site, Offer("https://x.example/")).cite
    assert "http" not in downloads.downloads(example_site, NO_OFFER).cite


def test_the_example_in_python_runs(folder: Path, site_report: Site) -> None:
    lines = run(downloads.PYTHON, folder)
    within = site_report.within("gsbpm:4.3")
    primary = [edge for id in within for edge in site_report.graph.into(id, "fit") if edge.value.strength == "primary"]
    assert len(lines) == len(primary) > 3
    assert sorted(lines) == sorted(
        f"{site_report.node(edge.source).label} {edge.value.role} {edge.value.basis}" for edge in primary
    )


def test_the_example_in_sparql_runs(folder: Path, site_report: Site) -> None:
    lines = run(
        next(use.code for use in downloads.downloads(site_report, NO_OFFER).uses if "rdflib" in use.code), folder
    )
    primary = [edge for edge in site_report.graph.into("gsbpm:4.3", "fit") if edge.value.strength == "primary"]
    assert sorted(lines) == sorted(site_report.node(edge.source).label for edge in primary)


def test_the_vocabulary_page_tells_every_term(example_site: Site) -> None:
    view = downloads.terms(example_site, NO_OFFER)
    told = [term for _, _, terms in view.groups for term in terms]
    assert len(told) == len(vocabulary.terms())
    assert set(told) == set(vocabulary.terms())
    assert view.namespace == rdf.prefixes(BASE)["nav"]
    ids = [id for id, _, _ in view.groups]
    assert not set(ids) & {term.name for term in vocabulary.terms()}
