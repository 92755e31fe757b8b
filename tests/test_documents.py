"""What people write about the project is held against the project: rules, fields, commands, links, walks."""

from __future__ import annotations

import ast
import dataclasses
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from navigator import blocks, cli, fields, kinds, links, model, rules, schema
from navigator.check import Report
from navigator.graph import RELATIONS
from navigator.model.common import Entry
from navigator.view.site import Site

ROOT = Path(__file__).resolve().parents[1]
CONTENT = ROOT / "content"
PAGES = sorted(CONTENT.rglob("*.md"))
STANDARDS = ("sdmx", "ddi-c", "ddi-l", "ddi-cdi", "ddi-cv", "vtl", "xkos", "sdtl", "other")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def sections(name: str) -> dict[str, str]:
    """The text below each second-level heading of a page."""
    parts = re.split(r"^## (.+)$", read(name), flags=re.M)
    return dict(zip((head.split(" {:")[0].strip() for head in parts[1::2]), parts[2::2], strict=True))


def rules_of_code() -> Iterator[str]:
    """Every rule id that the modules before the rules give to a problem."""
    place = {"Problem": 3, "problem": 1, "key_problem": 1, "refuse": 0}
    for name in ("source", "schema", "check", "syntax", "inventory", "finder"):
        for node in ast.walk(ast.parse(read(f"navigator/{name}.py"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in place:
                at = place[getattr(node.func, "attr", getattr(node.func, "id", ""))] - any(
                    isinstance(each, ast.Starred) for each in node.args
                )
                if at < len(node.args) and isinstance(node.args[at], ast.Constant):
                    yield node.args[at].value


REJECTED = ROOT / "tests/rejected"


def test_every_rule_has_its_entry() -> None:
    known = (
        {each.id for each in rules.RULES}
        | set(rules_of_code())
        | {path.name for path in REJECTED.iterdir() if path.name != "all"}
    )
    written = {head.strip("`") for head in sections("content/contribute/rules.md")} - {"How to read a problem"}
    assert written == known


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.id)
def test_an_entry_says_what_the_rule_says(rule: rules.Rule) -> None:
    entry = " ".join(sections("content/contribute/rules.md")[rule.id].split())
    assert rule.text in entry
    assert "Passes" in entry
    assert "Fails" in entry
    assert ("A warning" in entry) == (rule.severity == "warning")


def test_the_fields_page_is_made_from_the_schemas() -> None:
    assert read("content/contribute/fields.md") == fields.fields_page(schema.read(ROOT / "data/schema")), (
        "run: python scripts/fields.py"
    )


@pytest.mark.parametrize(
    "folder", [path for path in sorted(REJECTED.iterdir()) if path.name != "all"], ids=lambda path: path.name
)
def test_an_entry_quotes_what_the_check_says(folder: Path) -> None:
    quoted = re.findall(r"^It says: `(.+)`$", sections("content/contribute/rules.md")[folder.name], re.M)
    said = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.errors.txt"))
    assert quoted
    assert [words for words in quoted if words not in said] == []


def properties(value: object) -> Iterator[str]:
    """Every property named anywhere in a schema."""
    if isinstance(value, dict):
        yield from value.get("properties", {})
        for child in value.values():
            yield from properties(child)
    elif isinstance(value, list):
        for child in value:
            yield from properties(child)


@pytest.mark.parametrize("path", sorted((ROOT / "data/schema").glob("*.json")), ids=lambda path: path.name)
def test_the_fields_page_names_every_property(path: Path) -> None:
    text = read("content/contribute/fields.md")
    document = json.loads(path.read_text(encoding="utf-8"))
    section = text if path.name.startswith("common") else sections("content/contribute/fields.md")[document["title"]]
    named = re.findall(r"^\| `([^`]+)`", section, re.M)
    assert [
        key for key in properties(document) if not any(path == key or path.endswith(f".{key}") for path in named)
    ] == []


def samples() -> Iterator[tuple[str, str]]:
    """Each YAML sample of the pages on contributing, with the kind that its first line names; a part of a sub-process names none."""
    for path in sorted((CONTENT / "contribute").glob("*.md")):
        if path.stem not in ("rules", "fields"):
            for text in re.findall(r"```yaml\n(.*?)```", path.read_text(encoding="utf-8"), re.S):
                named = re.match(r"# yaml-language-server: \$schema=[./]*/([a-z-]+)\.schema\.json\n", text)
                yield text, named[1] if named else ""


@pytest.mark.parametrize(("text", "kind"), samples())
def test_samples_of_the_pages_pass_their_schemas(text: str, kind: str) -> None:
    validator = schema.read(ROOT / "data/schema").validators[kind or "sub-process"]
    errors = [error for error in validator.iter_errors(yaml.safe_load(text)) if kind or error.absolute_path]
    assert [error.message for error in errors] == []


@pytest.fixture(scope="module")
def made(site_report: Site) -> dict[str, str]:
    return blocks.blocks(site_report)


def test_every_block_is_asked_for_and_every_one_asked_for_is_made(made: dict[str, str]) -> None:
    asked = [name for path in PAGES for name in blocks.named(path.read_text(encoding="utf-8"))]
    assert sorted(asked) == sorted(made)


@pytest.mark.parametrize("name", ["lead-map", "leads", "companions"])
def test_the_guide_speaks_of_every_step(name: str, made: dict[str, str], report: Report) -> None:
    assert [step.code for step in report.catalogue.of("sub-process") if f"[{step.code}" not in made[name]] == []


def test_the_map_of_hand_overs_holds_them_all(made: dict[str, str], report: Report) -> None:
    assert [each.id for each in report.catalogue.of("hand-over") if f"]({each.id})" not in made["hand-overs"]] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(CONTENT).as_posix())
def test_every_id_leads_somewhere(path: Path, made: dict[str, str], report: Report) -> None:
    ids = re.findall(r"\]\(([a-z-]+:[A-Za-z0-9.-]+)\)", blocks.fill(path.read_text(encoding="utf-8"), made))
    assert [id for id in ids if id not in report.graph.nodes] == []
    assert [id for id in ids if not links.kind_of(id)] == []


def walks() -> Iterator[tuple[str, str]]:
    """Each artefact that a step of the three walks names, with the step."""
    for line in read("content/guide/first-steps.md").splitlines():
        step = re.match(r"- \[[0-9.]+\]\((gsbpm:[0-9.]+)\)", line)
        for id in re.findall(r"\]\(([a-z-]+:[a-z0-9-]+)\)", line) if step else ():
            if id.partition(":")[0] in STANDARDS:
                yield step[1], id


def test_every_artefact_of_a_walk_is_a_fit_at_its_step(site_report: Site) -> None:
    inside = [(step.id, id) for step in site_report.steps for id in site_report.within(step.id)]
    fitting = {(step, edge.source) for step, id in inside for edge in site_report.graph.into(id, "fit")}
    named = set(walks())
    assert len(named) > 80
    assert sorted(named - fitting) == []


def test_the_readme_names_every_target() -> None:
    targets = re.findall(r"^([a-z-]+):.*##", read("Makefile"), re.M)
    assert targets
    assert [name for name in targets if f"make {name}" not in read("README.md")] == []


def test_the_readme_names_every_command() -> None:
    parser = cli._parser()
    commands = next(action.choices for action in parser._actions if isinstance(action.choices, dict))
    assert commands
    assert [name for name in commands if f"navigator {name}" not in read("README.md")] == []


def test_the_readme_names_every_script() -> None:
    scripts = [path.name for path in (ROOT / "scripts").glob("*.py") if not path.name.startswith("_")]
    assert [name for name in scripts if f"scripts/{name}" not in read("README.md")] == []


def test_the_data_page_names_every_kind_and_relation(made: dict[str, str]) -> None:
    text = blocks.fill(read("content/about/data.md"), made)
    assert [kind for kind in (*kinds.PLURALS, *RELATIONS) if f"`{kind}`" not in text] == []


@pytest.mark.parametrize("kind", ["aspect", "role"])
def test_the_governance_pages_lead_to_all_of_it(kind: str, made: dict[str, str], report: Report) -> None:
    text = "".join(
        blocks.fill(path.read_text(encoding="utf-8"), made) for path in (CONTENT / "governance").glob("*.md")
    )
    assert [entry.id for entry in report.catalogue.of(kind) if f"]({entry.id})" not in text] == []


def test_what_travels_with_the_site_is_attributed() -> None:
    folders = [path.name for path in (ROOT / "overrides/assets/vendor").iterdir() if path.is_dir()]
    assert folders
    assert [name for name in folders if f"assets/vendor/{name}" not in read("content/about/attribution.md")] == []
    assert [name for name in folders if not (ROOT / "overrides/assets/vendor" / name / "LICENSE").is_file()] == []


def test_no_promise_is_left_open() -> None:
    words = re.compile(r"\b(TODO|FIXME|TBD|lorem ipsum|coming soon)\b", re.I)
    written = [
        *PAGES,
        *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
        *(ROOT / "docs").rglob("*.md"),
    ]
    assert [path.name for path in written if words.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("kind", model.ENTRIES)
def test_schemas_and_dataclasses_name_the_same_keys(kind: str) -> None:
    """docs/decisions/0003 says so."""
    given = {each.name for each in dataclasses.fields(Entry)}
    keys = {each.metadata.get("key", each.name) for each in dataclasses.fields(model.ENTRIES[kind])}
    named = set(schema.read(ROOT / "data/schema").documents[f"{kind}.schema.json"]["properties"])
    assert keys - given <= named <= keys
