"""The command: what it prints and the code with which it ends, as a shell sees them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from navigator import cli
from tests.trees import ROOT, Tree

Capture = pytest.CaptureFixture[str]


def run(*arguments: object) -> int:
    """The exit code; argparse ends the process where the command is misused."""
    try:
        return cli.main([str(each) for each in arguments])
    except SystemExit as end:
        return int(end.code or 0)


def test_check_of_good_data_says_what_it_checked(example: Tree, capsys: Capture) -> None:
    assert run("--root", example.root, "check") == 0
    assert capsys.readouterr().out == f"no problems; {example.check().counts}\n"


def test_check_of_bad_data_tells_all_and_ends_with_1(tree: Tree, capsys: Capture) -> None:
    tree.replace("data/roles/steward.yaml", "origin: project", "origin: nobody")
    tree.replace("data/aspects/semantic.yaml", "basis: published", "basis: guess")
    assert run("--root", tree.root, "check") == 1
    out = capsys.readouterr().out
    assert out.startswith('data/aspects/semantic.yaml:12:8: error: "guess" is not one of: published')
    assert "data/roles/steward.yaml:6:9: error:" in out
    assert out.splitlines()[-1] == f"2 problems; {tree.check().counts}"


def test_one_problem_is_one(tree: Tree, capsys: Capture) -> None:
    tree.replace("data/roles/steward.yaml", "origin: project", "origin: nobody")
    run("--root", tree.root, "check")
    assert capsys.readouterr().out.splitlines()[-1].startswith("1 problem; ")


def test_warnings_are_told_and_end_with_0(tree: Tree, capsys: Capture) -> None:
    tree.write("data/sources/leaflet.yaml", "title: Leaflet\npublisher: Office\ntype: documentation\nread: not read\n")
    assert run("--root", tree.root, "check") == 0
    assert "warning: nothing links to this entry" in capsys.readouterr().out


def test_json_is_a_list_and_the_count_goes_elsewhere(tree: Tree, capsys: Capture) -> None:
    tree.replace("data/roles/steward.yaml", "origin: project", "origin: nobody")
    assert run("check", "--root", tree.root, "--format", "json") == 1
    captured = capsys.readouterr()
    assert [
        (each["path"], each["line"], each["column"], each["rule"], each["severity"])
        for each in json.loads(captured.out)
    ] == [("data/roles/steward.yaml", 6, 9, "enum", "error")]
    assert captured.err.startswith("1 problem; ")


def test_json_of_no_problems_is_an_empty_list(example: Tree, capsys: Capture) -> None:
    assert run("check", "--root", example.root, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_github_sees_annotations(tree: Tree, capsys: Capture) -> None:
    tree.replace("data/roles/steward.yaml", "origin: project", "origin: nobody")
    assert run("check", "--root", tree.root, "--format", "github") == 1
    assert capsys.readouterr().out.startswith("::error file=data/roles/steward.yaml,line=6,col=9,title=enum::")


def test_the_root_may_stand_before_or_after_the_command(example: Tree, capsys: Capture) -> None:
    assert run("--root", example.root, "which", "4.3") == run("which", "4.3", "--root", example.root) == 0
    out = capsys.readouterr().out
    assert out[: len(out) // 2] == out[len(out) // 2 :]


def test_a_check_of_nothing_ends_with_1(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "data/schema").mkdir(parents=True)
    for path in (ROOT / "data/schema").iterdir():
        (tmp_path / "data/schema" / path.name).write_bytes(path.read_bytes())
    assert run("--root", tmp_path, "check") == 1
    assert capsys.readouterr().out.startswith("no problems; 0 files")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--root", "/nowhere", "check"],
        [],
        ["bake"],
        ["check", "--format", "xml"],
        ["which"],
        ["which", "4.3", "--role", "eats"],
        ["show"],
        ["path", "sdmx:code"],
        ["check", "--nonsense"],
    ],
)
def test_misuse_ends_with_2_and_says_why(
    arguments: list[str], capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert run(*arguments) == 2
    captured = capsys.readouterr()
    assert captured.err
    assert "Traceback" not in captured.err
    assert captured.out == ""


def test_which_narrows(example: Tree, capsys: Capture) -> None:
    assert (
        run(
            "--root",
            example.root,
            "which",
            "run",
            "collection",
            "--standard",
            "SDMX",
            "--role",
            "uses",
            "--version",
            "3.0",
            "--format",
            "json",
        )
        == 0
    )
    assert [each["artefact"] for each in json.loads(capsys.readouterr().out)] == ["sdmx:codelist", "sdmx:code"]


def test_which_without_an_answer_ends_with_1(example: Tree, capsys: Capture) -> None:
    assert run("--root", example.root, "which", "5.2") == 1
    assert "no fit answers to this" in capsys.readouterr().out
    assert run("--root", example.root, "which", "xyzzy") == 1
    assert capsys.readouterr().err == 'no activity is called "xyzzy"\n'


def test_show_as_text_and_json(example: Tree, capsys: Capture) -> None:
    assert run("--root", example.root, "show", "sdmx:codelist") == 0
    assert capsys.readouterr().out.startswith("sdmx:codelist  Codelist\n")
    assert run("--root", example.root, "show", "sdmx:codelist", "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["id"], found["kind"], found["data"]["topic"]) == ("sdmx:codelist", "artefact", "classification")


def test_show_of_something_unknown_names_the_nearest(example: Tree, capsys: Capture) -> None:
    assert run("--root", example.root, "show", "sdmx:codelst") == 1
    assert capsys.readouterr().err == 'there is no "sdmx:codelst"; did you mean sdmx:codelist?\n'


def test_path_as_text_and_json(example: Tree, capsys: Capture) -> None:
    assert run("--root", example.root, "path", "role:steward", "sdmx:code") == 0
    assert capsys.readouterr().out == (
        "role:steward (Steward) answers for gsbpm:4.3 (Run collection)\ngsbpm:4.3 (Run collection) is served by sdmx:code (Code)\n"
    )
    assert run("--root", example.root, "path", "role:steward", "sdmx:code", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)[0] == {
        "from": "role:steward",
        "relation": "answers for",
        "to": "gsbpm:4.3",
    }


def test_path_between_what_nothing_connects(example: Tree, capsys: Capture) -> None:
    assert run("--root", example.root, "path", "src:project-judgement", "sdmx:code") == 1
    assert capsys.readouterr().out == "nothing connects them\n"


@pytest.mark.parametrize("command", [["which", "4.3"], ["show", "sdmx:code"], ["path", "sdmx:code", "gsbpm:4.3"]])
def test_answers_from_bad_data_are_refused_with_the_report(command: list[str], tree: Tree, capsys: Capture) -> None:
    tree.write("data/roles/steward.yaml", 'name: "Steward')
    assert run("--root", tree.root, *command) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(
        "data/roles/steward.yaml:1:7: error: the quote that opens here is not closed [syntax]"
    )


def test_as_a_module_from_another_folder_on_a_poor_terminal(tree: Tree, tmp_path: Path) -> None:
    """Signs that the terminal lacks are written as their codes; the report comes whole."""
    tree.write(
        "data/roles/steward.yaml",
        (tree.root / "data/roles/steward.yaml").read_text().replace("origin: project", "origin: prøject→"),
    )
    done = subprocess.run(
        [sys.executable, "-m", "navigator", "--root", str(tree.root), "check"],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == ""
    assert '"pr\\xf8ject\\u2192" is not one of: framework, project [enum]' in done.stdout


def test_every_command_has_help(capsys: Capture) -> None:
    assert run("--help") == 0
    out = capsys.readouterr().out
    for command in ("check", "which", "show", "path"):
        assert f"\n    {command} " in out
        assert run(command, "--help") == 0
        assert len(capsys.readouterr().out.splitlines()) > 3
