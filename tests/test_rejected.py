"""Every refusal has an example and its exact words.

``rejected/RULE/CASE.yaml`` is a bundle (see ``trees.unbundle``) that is laid over the small tree;
``CASE.errors.txt`` beside it holds what the check then says, and nothing else is said.
A new case needs no code: write the bundle, run ``pytest tests/test_rejected.py --golden``, read what came out.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from navigator import check, reference, rules, schema, source, syntax
from navigator.problem import as_text
from tests.trees import ROOT, Tree, plant

REJECTED = Path(__file__).parent / "rejected"
CASES = sorted(REJECTED.rglob("*.yaml"))


def _name(path: Path) -> str:
    return path.relative_to(REJECTED).with_suffix("").as_posix()


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    return plant(tmp_path_factory.mktemp("rejected") / "tree")


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_rejected(case: Path, own: Tree, golden: bool) -> None:
    with own.under(case.read_text(encoding="utf-8")) as tree:
        problems = tree.problems()
    said = as_text(problems) + "\n"
    expected = case.with_suffix(".errors.txt")
    if golden:
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")
    if case.parent.name != "all":
        assert case.parent.name in {problem.rule for problem in problems}


def test_every_rule_has_a_rejected_example() -> None:
    """A rule that refuses nothing guards nothing."""
    assert {each.id for each in rules.RULES} - {case.parent.name for case in CASES} == set()


#: What cannot be written down in a bundle; test_source.py and test_check.py make these on disk.
ON_DISK = {"outside", "not-a-file", "too-large", "unreadable", "encoding", "too-deep"}


def test_every_complaint_of_the_parser_has_a_rejected_example() -> None:
    words = "\n".join(path.read_text(encoding="utf-8") for path in REJECTED.rglob("*.errors.txt"))
    untold = [
        saying.message
        for saying in syntax.SAYINGS
        if saying.message.replace("SIGN", "") not in re.sub(r"(cannot start with ).", r"\1", words)
    ]
    assert untold == []


@pytest.mark.parametrize("module", [source, schema, check], ids=lambda module: module.__name__)
def test_every_other_refusal_has_a_rejected_example(module: object) -> None:
    code = Path(str(getattr(module, "__file__", ""))).read_text(encoding="utf-8")
    told = set(re.findall(r'(?:Problem\([^"\n]*|problem\([^"\n]*|refuse\()"([a-z]+(?:-[a-z]+)*)", (?!\d)', code))
    assert told, "no refusal was found in the code: mend this test"
    assert told - ON_DISK - {case.parent.name for case in CASES} == set()


def test_every_pattern_of_the_schemas_has_a_rejected_example() -> None:
    """The case is named after the definition, or after the schema and the key that hold the pattern."""
    wanted = set()
    for name, document in schema.read(ROOT / "data" / "schema").documents.items():
        wanted |= {key for key, value in document.get("$defs", {}).items() if "pattern" in value}
        wanted |= {f"{name.partition('.')[0]}-{key}" for key in _patterns(document)}
    assert wanted - {case.stem for case in CASES if case.parent.name == "pattern"} == set()


def _patterns(value: object, key: str = "") -> set[str]:
    if not isinstance(value, dict):
        return set()
    found = {key} if "pattern" in value else set()
    for name, child in value.get("properties", {}).items():
        found |= _patterns(child, name)
    return found | _patterns(value.get("items"), key)


def test_every_case_has_its_words_and_the_other_way_round() -> None:
    assert {path.name.removesuffix(".errors.txt") for path in REJECTED.rglob("*.txt")} == {case.stem for case in CASES}


def test_references_know_every_definition_whose_values_are_ids() -> None:
    """A new kind of id in the schemas is checked only when the references know it."""
    definitions = schema.read(ROOT / "data" / "schema").documents["common.schema.json"]["$defs"]
    assert {
        name for name, value in definitions.items() if str(value.get("description", "")).startswith("Id of ")
    } == reference.IDS
