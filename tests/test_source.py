"""A source: one parse keeps value and place; whatever else lies on the disk is a problem and never a traceback."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from navigator import source
from navigator.problem import Problem
from navigator.source import Source

ENTRY = """# a comment
name: Office
aliases:
  - one
  - "two: three"
nested:
  inner: {deep: "1.10"}
"""


def read(tmp_path: Path, content: str | bytes, name: str = "entry.yaml") -> Source | list[Problem]:
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return source.read(tmp_path / name, tmp_path)


def refused(tmp_path: Path, content: str | bytes) -> str:
    found = read(tmp_path, content)
    assert isinstance(found, list), f"read as {found}"
    return "\n".join(map(str, found))


def test_values_and_places_come_from_one_parse(tmp_path: Path) -> None:
    found = read(tmp_path, ENTRY)
    assert isinstance(found, Source)
    assert found.path == "entry.yaml"
    assert found.value == {"name": "Office", "aliases": ["one", "two: three"], "nested": {"inner": {"deep": "1.10"}}}
    assert found.place(("name",)) == (2, 7)
    assert found.place(("aliases", 1)) == (5, 5)
    assert found.place(("nested", "inner", "deep")) == (7, 17)
    assert found.at(("aliases", 1)) == "two: three"


def test_a_place_that_is_not_there_is_that_of_what_is_around_it(tmp_path: Path) -> None:
    found = read(tmp_path, ENTRY)
    assert isinstance(found, Source)
    assert found.place(("aliases", 7, "text")) == found.place(("aliases",)) == (4, 3)
    assert found.key_problem(("nested", "inner"), "rule", "text").column == 3
    assert found.key_problem(("nested", "nothing"), "rule", "text").line == 7


def test_misread_values_keep_what_was_written(tmp_path: Path) -> None:
    found = read(tmp_path, "a: 3.10\nb: NO\nc: 2026-01-31\nd: ~\ne: '3.10'\n")
    assert isinstance(found, Source)
    assert found.raw == {("a",): "3.10", ("b",): "NO", ("c",): "2026-01-31", ("d",): "~"}
    assert found.value["e"] == "3.10"


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    found = read(tmp_path, b"\xef\xbb\xbfname: Office\r\nshort: O\r\n")
    assert isinstance(found, Source)
    assert found.value == {"name": "Office", "short": "O"}
    assert found.place(("short",)) == (2, 8)


def test_another_encoding_is_told_with_its_place(tmp_path: Path) -> None:
    told = refused(tmp_path, "name: Büro\nshort: Ämter\n".encode("latin-1"))
    assert (
        told == "entry.yaml:1:8: error: the file is not in UTF-8 [encoding]\n    hint: save it as UTF-8 in your editor"
    )


def test_utf_16_is_told(tmp_path: Path) -> None:
    assert "[encoding]" in refused(tmp_path, "name: Office\n".encode("utf-16"))


def test_ten_megabytes_in_one_value_are_told_without_being_read(tmp_path: Path) -> None:
    told = refused(tmp_path, b"name: " + b"x" * 10_000_000)
    assert (
        told
        == "entry.yaml:1:1: error: the file is larger than 500,000 bytes [too-large]\n    hint: split it, or look for pasted data"
    )


@pytest.mark.parametrize(
    "text",
    ["[" * 50_000, "{a: " * 50_000, "- " * 50_000, "a:\n" + "".join(f"{' ' * depth}-\n" for depth in range(1, 500))],
)
def test_bottomless_nesting_is_told(tmp_path: Path, text: str) -> None:
    assert "[too-deep]" in refused(tmp_path, text)


def test_a_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "entry.yaml").mkdir()
    found = source.read(tmp_path / "entry.yaml", tmp_path)
    assert list(map(str, found if isinstance(found, list) else [])) == [
        "entry.yaml:1:1: error: a file is expected here [not-a-file]\n    hint: rename the folder or remove it"
    ]


def test_a_link_that_leads_outside_is_told_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("name: secret\n")
    (tmp_path / "tree").mkdir()
    (tmp_path / "tree/entry.yaml").symlink_to(tmp_path / "secret.yaml")
    found = source.read(tmp_path / "tree/entry.yaml", tmp_path / "tree")
    assert list(map(str, found if isinstance(found, list) else [])) == [
        "entry.yaml:1:1: error: the link leads outside the data [outside]\n    hint: put the file itself here"
    ]


def test_a_link_inside_the_tree_is_read(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("name: Office\n")
    (tmp_path / "entry.yaml").symlink_to(tmp_path / "real.yaml")
    assert isinstance(source.read(tmp_path / "entry.yaml", tmp_path), Source)


@pytest.mark.parametrize("target", ["nowhere.yaml", "entry.yaml"])
def test_a_link_to_nothing_or_to_itself_is_told(tmp_path: Path, target: str) -> None:
    (tmp_path / "entry.yaml").symlink_to(tmp_path / target)
    found = source.read(tmp_path / "entry.yaml", tmp_path)
    assert isinstance(found, list)
    assert found[0].rule in ("not-a-file", "unreadable")


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    (tmp_path / "entry.yaml").touch()
    found = source.read(tmp_path / "entry.yaml", tmp_path)
    assert list(map(str, found if isinstance(found, list) else [])) == [
        "entry.yaml:1:1: error: the file cannot be read: Permission denied [unreadable]\n    hint: check its rights"
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system knows no named pipes")
def test_a_pipe_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "entry.yaml")
    found = source.read(tmp_path / "entry.yaml", tmp_path)
    assert isinstance(found, list)
    assert found[0].rule == "not-a-file"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a: !!python/object/apply:os.system ['true']", "tag"),
        ("a: &x [*x]", "alias"),
        ("a: 1" + "0" * 5000, "unquoted"),
        ("a: 0x_", "unquoted"),
        ("a: \x07", "syntax"),
        ("a: b: c", "syntax"),
        ("%YAML 9.9\n---\na: b", "syntax"),
        ("? [a]\n: b", "key"),
        ("~: b", "unquoted"),
        ("a: !own b", "tag"),
        ("\t", "syntax"),
    ],
)
def test_what_is_not_plain_data_is_told(tmp_path: Path, text: str, rule: str) -> None:
    found = read(tmp_path, text)
    assert isinstance(found, list)
    assert [problem.rule for problem in found] == [rule]


def test_a_laughing_alias_is_told_once_and_not_unfolded(tmp_path: Path) -> None:
    lines = ["a0: &a0 [ha]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40)]
    found = read(tmp_path, "\n".join(lines))
    assert isinstance(found, list)
    assert [(problem.rule, problem.line) for problem in found] == [("alias", 1)]
