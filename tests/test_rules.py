"""The rules: each is documented where it is written, refuses its example (test_rejected.py) and accepts what is right."""

from __future__ import annotations

import pytest

from navigator import rules
from navigator.check import Report
from tests.trees import Tree


def test_ids_are_unique_and_texts_say_something() -> None:
    ids = [rule.id for rule in rules.RULES]
    assert len(ids) == len(set(ids))
    assert all(rule.text.endswith(".") and len(rule.text) > 20 for rule in rules.RULES)
    assert [rule.id for rule in rules.described()] == sorted(ids)


@pytest.mark.parametrize("rule", [rule.id for rule in rules.RULES])
def test_a_rule_accepts_the_real_data_and_the_small_tree(rule: str, report: Report, example_report: Report) -> None:
    assert [str(problem) for problem in (*report.problems, *example_report.problems) if problem.rule == rule] == []


def lay(tree: Tree, old: str, new: str, path: str = "data/gsbpm/sub-processes/4.3.yaml") -> list[str]:
    tree.replace(path, old, new)
    return tree.told()


def test_an_artefact_may_stand_twice_in_different_roles(tree: Tree) -> None:
    assert lay(tree, "role: documents", "role: updates") == []


def test_a_standard_that_only_a_task_uses_has_something_to_offer(tree: Tree) -> None:
    told = lay(tree, "  - standard: standard:vtl\n", "  - standard: standard:ddi-l\n")
    assert [line.partition("error: ")[2] for line in told] == [
        "standard:ddi-l is said to have nothing here, but a fit names one of its artefacts [verdict]"
    ]


def test_evidence_of_another_kind_of_document_may_have_any_version(tree: Tree) -> None:
    """The version of a document that is not about the standard is its own."""
    tree.replace("data/sources/handbook.yaml", "about: [standard:sdmx, standard:ddi-l]", "about: [standard:vtl]")
    assert lay(tree, 'version: "3.3"\n        note', 'version: "17"\n        note') == []


def test_a_detour_of_three_is_a_ring(tree: Tree) -> None:
    tree.replace(
        "data/artefacts/sdmx/codelist.yaml", "refers_to: [sdmx:code]", "refers_to: [sdmx:code]\npart_of: [sdmx:item]"
    )
    tree.write(
        "data/artefacts/sdmx/item.yaml",
        (tree.root / "data/artefacts/sdmx/code.yaml").read_text().replace("[sdmx:codelist]", "[sdmx:code]"),
    )
    assert tree.told() == [
        "data/artefacts/sdmx/code.yaml:10:10: error: this closes a ring: sdmx:code → sdmx:codelist → sdmx:item → sdmx:code [cycle]"
    ]


def test_a_retired_entry_may_name_its_past_and_prose_may_speak_of_it(tree: Tree) -> None:
    tree.replace("data/artefacts/sdmx/key-family.yaml", "sources:", "refers_to: [sdmx:key-family]\nsources:")
    assert lay(tree, "Only checks of form", "Only [sdmx:key-family] and checks of form") == []


def test_the_successor_at_the_end_of_the_row_is_named(tree: Tree) -> None:
    text = (tree.root / "data/artefacts/sdmx/key-family.yaml").read_text()
    tree.write(
        "data/artefacts/sdmx/older.yaml", text.replace("superseded_by: sdmx:codelist", "superseded_by: sdmx:key-family")
    )
    tree.replace("data/artefacts/sdmx/code.yaml", "part_of:", "refers_to: [sdmx:older]\npart_of:")
    assert [problem.hint for problem in tree.problems()] == ["write sdmx:codelist"]


def test_a_tree_without_sub_processes_need_not_be_whole(tree: Tree) -> None:
    for path in (tree.root / "data/gsbpm/sub-processes").iterdir():
        path.unlink()
    assert "complete" not in {problem.rule for problem in tree.problems()}


def test_rules_that_ask_for_what_is_missing_wait_until_files_can_be_read(tree: Tree) -> None:
    tree.write("data/gsbpm/sub-processes/5.2.yaml", "names: [")
    assert [problem.rule for problem in tree.problems()] == ["syntax"]


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("Select the sample", ""),
        ("Document decisions", ""),
        ("Comment on drafts", ""),
        ("Compute and check the weights of all households now", "has 9 words"),
        ("Coding", "does not start with a verb"),
        ("Selection of units", "does not start with a verb"),
        ("Data cleaning", "does not start with a verb"),
        (",", "does not start with a verb"),
        ("Clean and then code", "speaks of an order"),
        ("Publish in SDMX", "names SDMX"),
        ("Open Editor", "names Editor"),
    ],
)
def test_names_of_tasks(name: str, fault: str, tree: Tree) -> None:
    told = lay(tree, "name: Receive files", f'name: "{name}"')
    assert [fault in line for line in told] == ([True] if fault else [])


@pytest.mark.parametrize(
    ("statuses", "faults"),
    [
        ("introduced present changed renamed removed removed", 0),
        ("absent absent introduced present", 0),
        ("removed introduced", 0),
        ("present introduced", 1),
        ("absent changed", 1),
        ("present absent", 1),
        ("absent removed", 1),
        ("removed present", 1),
    ],
)
def test_the_order_of_statuses(statuses: str, faults: int, tree: Tree) -> None:
    lines = "".join(
        f'  - {{version: "{9 + n}", status: {status}, not_checked: made up}}\n'
        for n, status in enumerate(statuses.split())
    )
    tree.replace(
        "data/artefacts/ddi-l/question-item.yaml",
        '  - version: "3.3"\n    status: present\n    not_checked: no inventory is held here\n',
        lines,
    )
    assert [problem.rule for problem in tree.problems()] == ["version-order"] * faults
