"""The impact of a change as Markdown, and the command that tells it."""

from __future__ import annotations

from pathlib import Path

import pytest

from navigator import answer, cli, impact
from navigator.difference import compare
from navigator.view.site import Site
from tests import trees
from tests.trees import Tree

STEP = "data/gsbpm/sub-processes/4.3.yaml"
SUMMARY = (
    "1 activity gains fits; 1 activity loses fits; 1 activity has fits that say something else; 1 verdict changes; "
    "2 entries are named or described anew; no address disappears."
)
EXPECTED = f"""\
# What this change means

`new`, compared with `old`.

**{SUMMARY}**

## Fits

- **4.3 Run collection**
  - gains SDMX *Code list*, creates, primary, defined: Make the codes.
  - SDMX *Code list*, uses: strength supporting → primary, another reason
- **4.3.t01 Remind respondents**
  - loses DDI-L *QuestionItem*, documents (was supporting, practised)

## Verdicts

- **4.3 Run collection**, VTL: nothing fits → not yet considered

## Coverage

Sub-processes where something of a standard fits, where nothing does, and where nobody has looked:

| Standard | Fits before | Fits after | Nothing fits | Not yet considered |
| --- | ---: | ---: | ---: | ---: |
| SDMX | 1 (2 %) | 1 (2 %) | 0 | 43 |
| DDI-L | 1 (2 %) | 1 (2 %) | 0 | 43 |
| VTL | 0 (0 %) | 0 (0 %) | 1 → 0 | 43 → 44 |

## Artefacts, tools, use cases and other entries

- Renamed: Artefacts (1)
  - Code list (`sdmx:codelist`), was Codelist
- Described anew: Sub-processes (1)
  - 4.3 Run collection (`gsbpm:4.3`)

## Crosswalk

- changed: SDMX Code list – DDI-L QuestionItem: close (was related)
"""


def change(tree: Tree) -> Tree:
    """A tree with one change of each common sort."""
    text = (tree.root / STEP).read_text(encoding="utf-8")
    head, _, rest = text.partition("nothing_fits:")
    fit = "  - {artefact: sdmx:codelist, role: creates, strength: primary, why: Make the codes., basis: defined, evidence: [{source: src:handbook}]}\n"
    task, _, after = rest[rest.index("limits:") :].partition("    fits:\n")
    tree.write(STEP, head + fit + task + after[after.index("    seen_in:") :])
    tree.replace(
        STEP,
        "role: uses\n    strength: supporting\n    why: Answers are",
        "role: uses\n    strength: primary\n    why: Replies are",
    )
    tree.replace(STEP, "It leaves raw data", "It leaves data")
    tree.replace("data/artefacts/sdmx/codelist.yaml", "name: Codelist", "name: Code list")
    tree.replace("data/crosswalk/codelist.yaml", "match: related", "match: close")
    return tree


@pytest.fixture
def other(tmp_path: Path) -> Tree:
    return trees.plant(tmp_path / "other")


def test_a_change_is_told_in_sentences(example_site: Site, other: Tree) -> None:
    report = change(other).check()
    assert not report.errors, report.errors
    assert impact.markdown(compare(example_site, answer.site_of(report)), ("old", "new")) == EXPECTED


def test_no_change_is_told_in_one(example_site: Site) -> None:
    text = impact.markdown(compare(example_site, example_site), ("old", "new"))
    assert text == "# What this change means\n\n`new`, compared with `old`.\n\n**Nothing changes for a reader.**\n"


def test_what_goes_away_is_told(example: Tree, other: Tree) -> None:
    path = other.root / "data/tools/old-editor.yaml"
    path.unlink()
    text = impact.markdown(compare(answer.site_of(example.check()), answer.site_of(other.check())), ("old", "new"))
    assert "- Removed: Tools (1)\n" in text
    assert "## Addresses that disappear\n\n- `tools/old-editor.html`" in text
    assert "1 entry is removed; 1 address disappears." in text


def test_a_first_fit_is_called_the_first(example_site: Site, other: Tree) -> None:
    path = "data/gsbpm/sub-processes/5.4.yaml"
    fit = "fits:\n  - {artefact: sdmx:codelist, role: uses, strength: primary, why: Codes., basis: defined, evidence: [{source: src:handbook}]}\n"
    other.write(path, (other.root / path).read_text(encoding="utf-8") + fit)
    text = impact.markdown(compare(example_site, answer.site_of(other.check())), ("old", "new"))
    assert "- **5.4 Step 5.4**, SDMX: not yet considered → something fits (its first)" in text
    assert "SDMX in phase 5 Phase 5: 0 → 1 of 8 steps." in text


def test_text_of_the_data_is_no_markup(example_site: Site, other: Tree) -> None:
    other.replace(
        "data/artefacts/sdmx/codelist.yaml",
        "name: Codelist",
        "name: '<script>alert(1)</script> [x](javascript:y) `z` *w* | v'",
    )
    text = impact.markdown(compare(example_site, answer.site_of(other.check())), ("old", "new"))
    assert "&lt;script&gt;alert(1)&lt;/script&gt; \\[x\\](javascript:y) \\`z\\` \\*w\\* \\| v" in text
    assert "<script>" not in text


def test_a_long_list_is_cut_and_counted(example_site: Site, other: Tree) -> None:
    text = (other.root / "data/organisations/office.yaml").read_text(encoding="utf-8")
    for number in range(30):
        other.write(f"data/organisations/office-{number}.yaml", text.replace("name: ", f"name: Number {number} "))
    told = impact.markdown(compare(example_site, answer.site_of(other.check())), ("old", "new"))
    assert "- New: Organisations (30)" in told
    assert "  - and 10 more" in told


def test_the_command_compares_two_folders(example: Tree, other: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    change(other)
    assert cli.main(["diff", str(example.root), str(other.root), "--root", str(example.root)]) == 0
    assert capsys.readouterr().out == EXPECTED.replace(
        "`new`, compared with `old`.", f"`{other.root}`, compared with `{example.root}`."
    )


def test_the_command_takes_the_tree_as_the_other_state(
    example: Tree, other: Tree, capsys: pytest.CaptureFixture[str]
) -> None:
    change(other)
    assert cli.main(["diff", str(example.root), "--root", str(other.root)]) == 0
    assert f"The tree as it is, compared with `{example.root}`." in capsys.readouterr().out


def test_data_with_errors_are_compared_as_far_as_they_go(
    example: Tree, other: Tree, capsys: pytest.CaptureFixture[str]
) -> None:
    other.replace(STEP, "role: uses", "role: abuses")
    assert cli.main(["diff", str(example.root), "--root", str(other.root)]) == 0
    assert "> The tree as it is: its data have 1 error; what could be read was compared." in capsys.readouterr().out


def test_a_name_that_means_nothing_is_misuse(example: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["diff", "no-such-thing", "--root", str(example.root)]) == 2
    assert "no-such-thing: this is neither a folder that holds data nor a revision" in capsys.readouterr().err
