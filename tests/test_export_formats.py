"""The list of formats, the files of the site, and the command that writes one of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from navigator import cli, publish
from navigator.check import Report
from navigator.export import api
from navigator.export.common import BASE
from navigator.export.formats import BY_KEY, FORMATS, Material, files
from navigator.view.site import Site
from tests.trees import Tree


def test_keys_and_files_are_unique() -> None:
    assert len(BY_KEY) == len(FORMATS) == len({each.url for each in FORMATS})


def test_the_formats_that_were_promised_are_there() -> None:
    promised = "fits.csv crosswalk.csv artefacts.csv verdicts.csv tasks.csv gaps.csv xlsx turtle json-ld sssom sssom-gsim sdmx ddi graphml graph.json"
    assert set(promised.split()) <= set(BY_KEY)


@pytest.mark.parametrize("key", BY_KEY)
def test_every_format_is_told_of_in_full(key: str) -> None:
    made = BY_KEY[key]
    assert made.text.endswith(".")
    assert all((made.group, made.title, made.spec))
    assert made.spec_url.startswith(("https://", "http://graphml."))


@pytest.mark.parametrize("key", BY_KEY)
def test_every_format_is_the_same_bytes_twice(example_site: Site, key: str) -> None:
    assert BY_KEY[key].write(Material(example_site)) == BY_KEY[key].write(Material(example_site))


def test_the_site_offers_every_file_and_schema(example_report: Report, example_site: Site) -> None:
    made = [file.url for file in publish.exports(example_report, example_site, BASE)]
    assert len(set(made)) == len(made)
    assert {each.url for each in FORMATS} <= set(made)
    assert {"api/v1/schema/graph.schema.json", "api/v1/schema/artefact.schema.json"} <= set(made)


def test_the_graph_is_written_once(example_site: Site) -> None:
    assert api.GRAPH_URL not in dict(files(Material(example_site)))


def test_the_command_lists_the_formats(example: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", "--root", str(example.root)]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list(BY_KEY)


def test_the_command_writes_to_standard_output(
    example: Tree, example_site: Site, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert cli.main(["export", "fits.csv", "--root", str(example.root)]) == 0
    assert capsysbinary.readouterr().out == str(BY_KEY["fits.csv"].write(Material(example_site))).encode()


def test_the_command_writes_a_file(example: Tree, example_site: Site, tmp_path: Path) -> None:
    assert cli.main(["export", "xlsx", "--out", str(tmp_path / "n.xlsx"), "--root", str(example.root)]) == 0
    assert (tmp_path / "n.xlsx").read_bytes() == BY_KEY["xlsx"].write(Material(example_site))


def test_the_command_takes_an_address(example: Tree, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.main(["export", "turtle", "--base", "https://x.example/n", "--root", str(example.root)]) == 0
    text = capsysbinary.readouterr().out.decode()
    assert "@prefix sdmx: <https://x.example/n/artefacts/sdmx/> ." in text
    assert BASE not in text


def test_the_command_gives_the_graph_of_the_api(
    example: Tree, example_report: Report, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert cli.main(["export", "graph.json", "--root", str(example.root)]) == 0
    assert json.loads(capsysbinary.readouterr().out) == json.loads(api.graph_json(example_report.graph))


def test_a_misspelt_format_is_met_with_the_nearest(example: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", "turtel", "--root", str(example.root)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert 'there is no format "turtel"; did you mean turtle?' in told.err


def test_a_file_that_cannot_be_written_is_told(
    example: Tree, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        cli.main(["export", "fits.csv", "--out", str(tmp_path / "no" / "fits.csv"), "--root", str(example.root)]) == 2
    )
    assert "No such file or directory" in capsys.readouterr().err


def test_bad_data_are_not_exported(tree: Tree, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tree.replace("data/gsbpm/sub-processes/4.3.yaml", "artefact: sdmx:codelist", "artefact: sdmx:codelst")
    assert cli.main(["export", "fits.csv", "--out", str(tmp_path / "fits.csv"), "--root", str(tree.root)]) == 1
    assert "did you mean sdmx:codelist?" in capsys.readouterr().err
    assert not (tmp_path / "fits.csv").exists()
