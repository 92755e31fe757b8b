"""Answers of the command line: from words to an activity, from an activity to its fits, from one thing to another."""

from __future__ import annotations

from itertools import pairwise

import pytest

from navigator import answer
from navigator.answer import Unknown
from navigator.graph import RELATIONS
from navigator.model.common import STRENGTHS
from navigator.view.site import Site


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("4.3", "gsbpm:4.3"),
        ("gsbpm:4.3", "gsbpm:4.3"),
        ("4", "gsbpm:4"),
        ("4.3.t01", "gsbpm:4.3.t01"),
        ("oa.quality", "gsbpm:oa.quality"),
        ("quality", "gsbpm:oa.quality"),
        ("Run collection", "gsbpm:4.3"),
        ("  RUN   COLLECTION ", "gsbpm:4.3"),
        ("run colection", "gsbpm:4.3"),
        ("fieldwork", "gsbpm:4.3"),
        ("Gérer la qualité", "gsbpm:oa.quality"),
    ],
)
def test_an_activity_is_found_by_code_name_alias_and_with_a_slip(words: str, id: str, site_report: Site) -> None:
    if id == "gsbpm:oa.quality" and words.startswith("G"):
        words = next(label.text for label in site_report.catalogue[id].labels if label.lang == "fr")
    assert answer.activity(site_report, words).id == id


def test_names_of_older_editions_are_found(site_report: Site) -> None:
    for step in site_report.steps:
        for name in step.names.values():
            found = answer.activity(site_report, name)
            assert name in {*found.value.names.values()}, name


@pytest.mark.parametrize("words", ["", "   ", "xyzzy qqqq", "9.9"])
def test_words_that_name_nothing_say_so(words: str, site_report: Site) -> None:
    with pytest.raises(Unknown):
        answer.activity(site_report, words)


def test_fits_come_best_first_and_can_be_narrowed(site_report: Site) -> None:
    node = site_report.node("gsbpm:4.3")
    rows = answer.which(site_report, node)
    strengths = [STRENGTHS.index(row.fit.strength) for row in rows]
    assert strengths == sorted(strengths)
    assert {row.standard.family for row in answer.which(site_report, node, "ddi")} == {"ddi"}
    assert {row.standard.local for row in answer.which(site_report, node, "ddi-l")} == {"ddi-l"}
    assert {row.fit.role for row in answer.which(site_report, node, role="uses")} == {"uses"}
    assert answer.which(site_report, node, "xyzzy") == ()


def test_a_version_keeps_only_artefacts_that_it_has(example_site: Site) -> None:
    node = example_site.node("gsbpm:4.3")
    assert [row.artefact.id for row in answer.which(example_site, node, "sdmx", version="3.1")] == ["sdmx:codelist"]
    assert [row.artefact.id for row in answer.which(example_site, node, "sdmx", version="3.0")] == [
        "sdmx:codelist",
        "sdmx:code",
    ]
    assert answer.which(example_site, node, "sdmx", version="1.0") == ()


def test_the_text_of_an_answer(example_site: Site) -> None:
    node = example_site.node("gsbpm:4.3")
    said = answer.which_text(example_site, node, answer.which(example_site, node, "ddi"))
    assert said == (
        "4.3 Run collection\n\n"
        "primary    ddi-l:question-item  uses\n    The interviewer reads the question out.\n    published: Handbook of examples, page 43 (3.3)\n\n"
        "supporting ddi-l:question-item  documents at 4.3.t01\n    The reminder repeats the wording of the question.\n    practised: Handbook of examples\n\n"
        "nothing fits: VTL: Nothing is computed while people are being asked."
    )


def test_an_answer_of_nothing_says_so(example_site: Site) -> None:
    node = example_site.node("gsbpm:5.2")
    assert answer.which_text(example_site, node, ()) == "5.2 Step 5.2\n\nno fit answers to this"


def test_the_json_of_an_answer(example_site: Site) -> None:
    found = answer.which_json(answer.which(example_site, example_site.node("gsbpm:4.3"), "ddi"))
    assert found[0] == {
        "artefact": "ddi-l:question-item", "label": "QuestionItem", "activity": "gsbpm:4.3", "role": "uses", "strength": "primary",
        "why": "The interviewer reads the question out.", "basis": "published",
        "evidence": [{"source": "src:handbook", "locator": "page 43", "version": "3.3", "note": "It speaks of interviews only."}],
    }  # fmt: skip


def test_a_thing_is_found_and_a_slip_is_answered_with_the_nearest(example_site: Site) -> None:
    assert answer.thing(example_site.graph, "sdmx:codelist").label == "Codelist"
    with pytest.raises(Unknown, match='there is no "sdmx:codelst"; did you mean sdmx:codelist'):
        answer.thing(example_site.graph, "sdmx:codelst")


def test_what_is_known_of_a_thing(example_site: Site) -> None:
    said = answer.show_text(example_site.graph, example_site.node("sdmx:codelist"))
    assert said.startswith("sdmx:codelist  Codelist\nartefact, page artefacts/sdmx/codelist.html\n")
    for words in (
        "also called: list of codes",
        "3.1: renamed",
        "represents:\n  gsim:code-list",
        "supersedes:\n  sdmx:key-family",
    ):
        assert words in said


def test_everything_can_be_shown(site_report: Site) -> None:
    for node in site_report.graph.nodes.values():
        assert answer.show_text(site_report.graph, node).startswith(f"{node.id}  {node.label}\n")


def test_the_way_between_two_things(example_site: Site) -> None:
    assert answer.path(example_site.graph, "role:steward", "sdmx:code") == [
        ("role:steward", "answers for", "gsbpm:4.3"),
        ("gsbpm:4.3", "is served by", "sdmx:code"),
    ]
    assert answer.path(example_site.graph, "sdmx:code", "sdmx:code") == []


def test_a_way_is_one_of_edges_that_are_there(site_report: Site) -> None:
    steps = answer.path(site_report.graph, "tool:eno", "sdmx:codelist")
    assert steps
    assert (steps[0][0], steps[-1][2]) == ("tool:eno", "sdmx:codelist")
    said = {words for pair in RELATIONS.values() for words in pair}
    assert all(relation in said for _, relation, _ in steps)
    assert all(one[2] == other[0] for one, other in pairwise(steps))


def test_a_source_alone_connects_nothing(example_site: Site) -> None:
    assert answer.path(example_site.graph, "src:project-judgement", "sdmx:code") == []
