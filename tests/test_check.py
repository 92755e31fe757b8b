"""The check: any tree gives a report, never a traceback and never half an answer; the real data give an empty one."""

from __future__ import annotations

import re
import string
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from navigator import check, reference
from navigator.answer import site_of
from navigator.check import Report
from navigator.problem import DataError
from navigator.rules import RULES
from navigator.source import Source, Where
from tests.trees import ROOT, Tree, all_pages, plant, unbundle

REJECTED = Path(__file__).parent / "rejected"


def test_the_real_data_have_no_problems(report: Report) -> None:
    assert [str(problem) for problem in report.problems] == []


def test_the_counts_say_what_was_checked(report: Report, root: Path) -> None:
    files = [
        path for path in (root / "data").rglob("*.yaml") if path.relative_to(root / "data").parts[0] not in check.OTHER
    ]
    assert report.counts.files == len(files)
    assert report.counts.references > 10_000
    assert report.counts.fits == sum(edge.relation == "fit" for edge in report.graph.edges)
    assert report.counts.rules == len(RULES)
    assert str(check.Counts(1234, 5678, 9, 10)) == "1,234 files, 5,678 references, 10 fits and 9 rules checked"


def test_a_check_of_nothing_is_seen(tmp_path: Path) -> None:
    (tmp_path / "data/schema").mkdir(parents=True)
    for path in (ROOT / "data/schema").iterdir():
        (tmp_path / "data/schema" / path.name).write_bytes(path.read_bytes())
    assert str(check.check(tmp_path).counts).startswith("0 files, 0 references, 0 fits")
    with pytest.raises(DataError, match="there is no entry in the data"):
        check.load(tmp_path)


def test_bad_data_are_not_loaded_and_all_problems_are_told(tree: Tree) -> None:
    tree.lay("# file: data/roles/steward.yaml\nname: [\n# file: data/tools/editor.yaml\nname: Editor\n")
    with pytest.raises(DataError) as caught:
        check.load(tree.root)
    assert len({problem.path for problem in caught.value.problems}) == 2


def test_warnings_alone_do_not_refuse(tree: Tree) -> None:
    tree.write("data/sources/leaflet.yaml", "title: Leaflet\npublisher: Office\ntype: documentation\nread: not read\n")
    report = check.load(tree.root)
    assert [problem.severity for problem in report.problems] == ["warning"]


@pytest.mark.parametrize("name", ["dreadful", "dreadful-in-meaning"])
def test_one_dreadful_record_has_each_fault_told_once(name: str, tree: Tree) -> None:
    tree.lay((REJECTED / "all" / f"{name}.yaml").read_text(encoding="utf-8"))
    problems = tree.problems()
    assert len(problems) >= 15
    assert len({problem.rule for problem in problems}) >= 8
    assert len({(problem.path, problem.line, problem.column) for problem in problems}) == len(problems)
    assert all(problem.hint for problem in problems)


def test_problems_come_sorted_by_place(tree: Tree) -> None:
    tree.lay((REJECTED / "all" / "dreadful.yaml").read_text(encoding="utf-8"))
    problems = tree.problems()
    assert list(problems) == sorted(problems)


def test_every_problem_has_a_remedy_and_a_place_that_exists() -> None:
    for words in REJECTED.rglob("*.errors.txt"):
        said = words.read_text(encoding="utf-8").splitlines()
        assert len(said) % 2 == 0, f"{words} has a problem without a hint"
        files = unbundle(words.with_name(words.name.removesuffix(".errors.txt") + ".yaml").read_text(encoding="utf-8"))
        for place in said[::2]:
            path, line, column, *_ = place.split(":")
            lines = (files.get(path) or "").split("\n")
            assert path not in files or int(column) <= len(lines[int(line) - 1]) + 1


def test_an_unknown_id_suppresses_what_follows_from_it(tree: Tree) -> None:
    """A task of a file that cannot be read is not a second problem."""
    tree.write("data/gsbpm/sub-processes/4.3.yaml", "names: {")
    tree.replace("data/roles/steward.yaml", "[gsbpm:4.3]", "[gsbpm:4.3, gsbpm:4.3.t02, gsbpm:4.3.t99]")
    assert [problem.path for problem in tree.problems()] == ["data/gsbpm/sub-processes/4.3.yaml"]


def test_what_lies_in_a_folder_that_stands_for_a_file_is_not_told_as_well(tree: Tree) -> None:
    (tree.root / "data/tools/new.yaml/deep").mkdir(parents=True)
    tree.write("data/tools/new.yaml/deep/entry.yaml", "name: x\n")
    assert tree.told() == ["data/tools/new.yaml:1:1: error: a file is expected here [not-a-file]"]


def test_hidden_files_are_passed_over(tree: Tree) -> None:
    for name in (".DS_Store", ".editor.yaml.swp"):
        tree.write(f"data/tools/{name}", b"\x00\xff")
    assert tree.told() == []


def test_odd_files_on_the_disk(tree: Tree, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("title: secret\n")
    (tree.root / "data/sources/secret.yaml").symlink_to(tmp_path / "secret.yaml")
    (tree.root / "data/sources/loop.yaml").symlink_to(tree.root / "data/sources/loop.yaml")
    (tree.root / "data/sources/all").symlink_to(tmp_path)
    tree.write("data/sources/big.yaml", b"note: " + b"x" * 10_000_000)
    tree.write("data/sources/latin.yaml", "title: Büro\n".encode("latin-1"))
    tree.write("data/sources/none.yaml", "")
    told = {line.split(":")[0].rpartition("/")[2]: line.rpartition("[")[2].rstrip("]") for line in tree.told()}
    assert told.pop("loop.yaml") in ("unreadable", "not-a-file")
    assert told == {
        "secret.yaml": "outside",
        "all": "stray-file",
        "big.yaml": "too-large",
        "latin.yaml": "encoding",
        "none.yaml": "empty",
    }


@pytest.mark.parametrize("content", [None, b"\xff\xfe", b"x" * 600_000])
def test_an_example_whose_file_cannot_be_shown_is_told(content: bytes | None, tree: Tree) -> None:
    if content is None:
        (tree.root / "data/examples/codelist.xml").unlink()
    else:
        tree.write("data/examples/codelist.xml", content)
    assert [problem.rule for problem in tree.problems()] in (["example-file"], ["encoding"], ["too-large"])


@pytest.mark.parametrize(
    ("path", "content", "rule"),
    [
        ("data/schema/phase.schema.json", b"{", "schema"),
        ("data/schema/phase.schema.json", b"\xff", "schema"),
        ("data/schema/phase.schema.json", b"[1]", "schema"),
        ("data/inventories/sdmx-3.0.tsv", b"\xff", "inventory"),
        ("data/inventories/sdmx-3.0.tsv", b"", "inventory"),
        ("data/inventories/sdmx-3.0.tsv", b"# source\nkind\tname\tnamespace\nelement Code\n", "inventory"),
    ],
)
def test_broken_schemas_and_inventories_are_told(path: str, content: bytes, rule: str, tree: Tree) -> None:
    tree.write(path, content)
    problems = tree.problems()
    assert [(problem.path, problem.rule) for problem in problems] == [(path, rule)]
    assert tree.check().counts.files == 0


KEYS = st.sampled_from(
    [
        "names",
        "name",
        "fits",
        "tasks",
        "sources",
        "review",
        "code",
        "artefact",
        "evidence",
        "5.2",
        "versions",
        "is_a",
        "labels",
        "on",
    ]
)
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.dates(), st.text(max_size=20),
    st.sampled_from(["sdmx:codelist", "gsbpm:4.3", "src:handbook", "[sdmx:nothing]", "3.10", "yes", "primary", "uses", "2026-01-31"]),
)  # fmt: skip
GROUPS = st.dictionaries(KEYS | st.text(max_size=8), SCALARS | st.lists(SCALARS, max_size=3), max_size=5)
VALUES = (
    SCALARS
    | st.lists(SCALARS | GROUPS, max_size=4)
    | st.dictionaries(KEYS, SCALARS | GROUPS | st.lists(GROUPS, max_size=3), max_size=6)
)
FILES = st.sampled_from(
    [
        "gsbpm/phases/5.yaml", "gsbpm/sub-processes/4.3.yaml", "gsbpm/overarching/quality.yaml", "gsbpm/gamso/activities/3.3.yaml", "standards/sdmx.yaml",
        "artefacts/sdmx/codelist.yaml", "information-objects/code-list.yaml", "crosswalk/codelist.yaml", "examples/codelist.yaml", "tools/editor.yaml",
    ]
)  # fmt: skip
QUIET = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="session")
def any_tree(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, bytes], Report]:
    """The report on the small tree with one file of it replaced."""
    tree = plant(tmp_path_factory.mktemp("any") / "tree")

    def any_tree(path: str, content: bytes) -> Report:
        before = (tree.root / "data" / path).read_bytes()
        try:
            tree.write(f"data/{path}", content)
            return tree.check()
        finally:
            tree.write(f"data/{path}", before)

    return any_tree


def sound(report: Report) -> None:
    """What every report must be."""
    assert report.counts.files > 70
    for problem in report.problems:
        assert problem.path.startswith("data/")
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.message
        assert problem.hint
        assert "\n" not in problem.message


@given(path=FILES, content=st.binary(max_size=200))
@QUIET
def test_any_bytes_give_a_report(path: str, content: bytes, any_tree: Callable[[str, bytes], Report]) -> None:
    sound(any_tree(path, content))


@given(path=FILES, content=st.text(alphabet=string.printable + "äß→🙂\u2028\u0085", max_size=200))
@QUIET
def test_any_text_gives_a_report(path: str, content: str, any_tree: Callable[[str, bytes], Report]) -> None:
    sound(any_tree(path, content.encode()))


@given(path=FILES, value=VALUES)
@QUIET
def test_any_structure_gives_a_report(path: str, value: Any, any_tree: Callable[[str, bytes], Report]) -> None:
    sound(any_tree(path, yaml.safe_dump(value, allow_unicode=True).encode()))


@given(data=st.data())
@QUIET
def test_any_bent_entry_gives_a_report(
    data: st.DataObject, any_tree: Callable[[str, bytes], Report], example: Tree
) -> None:
    """A real entry with one piece of its text taken out or written twice, as hasty editing does."""
    path = data.draw(FILES)
    text = (example.root / "data" / path).read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 80)))
    put = data.draw(st.sampled_from(["", text[start:end] * 2, "\t", ": ", "- ", "[", '"', "\n", "&x ", "*x"]))
    sound(any_tree(path, (text[:start] + put + text[end:]).encode()))


def test_whatever_passes_the_check_can_be_published(tree: Tree, example_report: Report) -> None:
    """Ids are exchanged for others that have their form, in every field that holds ids: the pages must follow, or the check must refuse."""
    published = 0
    waiting = _exchanges(example_report)
    while waiting:
        now = {source.path: (source, where, other) for source, where, other in reversed(waiting)}
        waiting = [each for each in waiting if each not in now.values()]
        changed = {path: _exchanged(tree, *exchange) for path, exchange in now.items()}
        before = {path: (tree.root / path).read_text(encoding="utf-8") for path in changed}
        for path, text in changed.items():
            tree.write(path, text)
        while refused := {problem.path for problem in tree.check().errors}:
            for path in refused:
                tree.write(path, before.pop(path))
        published += len(before)
        _publish(tree)
        for path, text in before.items():
            tree.write(path, text)
    assert published > 100


def _publish(tree: Tree) -> None:
    report = tree.check()
    assert report.errors == ()
    site = site_of(report)
    assert len(all_pages(site, {each.id: "" for each in report.catalogue.of("example")})) > 80


def _exchanged(tree: Tree, source: Source, where: Where, other: str) -> str:
    lines = (tree.root / source.path).read_text(encoding="utf-8").split("\n")
    line, column = source.place(where)
    lines[line - 1] = lines[line - 1][: column - 1] + lines[line - 1][column - 1 :].replace(
        str(source.at(where)), other, 1
    )
    return "\n".join(lines)


def _exchanges(report: Report) -> list[tuple[Source, Where, str]]:
    """One exchange for each field that holds ids and each kind of thing whose id has the form that the field wants."""
    forms = [
        re.compile(report.schemas.documents["common.schema.json"]["$defs"][name]["pattern"])
        for name in sorted(reference.IDS - {"thing"})
    ]
    seen, found = set(), []
    for entry in report.catalogue.entries.values():
        source = report.catalogue.sources[entry.id]
        for each in reference.find(source, entry.kind, report.schemas):
            field = (entry.kind, tuple(step for step in each.where if isinstance(step, str)))
            for id, node in report.graph.nodes.items():
                same_form = any(form.fullmatch(id) and form.fullmatch(each.id) for form in forms)
                if same_form and id != each.id and source.at(each.where) == each.id and (field, node.kind) not in seen:
                    seen.add((field, node.kind))
                    found.append((source, each.where, id))
    return found
