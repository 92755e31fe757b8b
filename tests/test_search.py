"""The search: what the index holds, how questions are understood, and that every question of the set finds its answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from navigator.check import Report
from navigator.cli import main
from navigator.graph import Graph
from navigator.search import analysis, asking, index, lists, query, told
from navigator.search.documents import Document
from navigator.search.index import Index
from navigator.search.lists import Lists, Meaning, Question
from navigator.view import questions
from tests.trees import ROOT, Tree

SET = lists.read(ROOT).questions


@pytest.fixture(scope="module")
def real(report: Report, root: Path) -> Index:
    return index.make(report.graph, root)[0]


def small(*documents: Document, **words: object) -> Index:
    """An index of a few documents."""
    return index.build(documents, Lists(**words))  # type: ignore[arg-type]


def ids(hits: list[query.Hit]) -> list[str]:
    return [hit.document.id for hit in hits]


@pytest.mark.parametrize("asked", SET, ids=lambda each: each.question)
def test_every_question_finds_its_answer(real: Index, asked: Question) -> None:
    found = ids(query.search(real, asked.question, limit=asked.within or 20))
    assert not asked.within or set(found) & set(asked.answers), found


def test_most_questions_find_their_answer_among_the_first_three(real: Index) -> None:
    kept = sum(bool(set(ids(query.search(real, each.question, limit=3))) & set(each.answers)) for each in SET)
    assert kept >= 0.95 * len(SET), f"{kept} of {len(SET)}"


def test_the_question_set_is_wide(report: Report) -> None:
    assert len(SET) >= 160
    assert sum(each.way in ("typo", "synonym", "abbreviation", "old-name", "language") for each in SET) * 3 >= len(SET)
    assert sum(each.held for each in SET) * 10 >= len(SET)
    named = {report.graph.nodes[id].kind for each in SET for id in each.answers if id in report.graph.nodes}
    assert named >= {
        "phase",
        "sub-process",
        "task",
        "overarching-activity",
        "gamso-activity",
        "standard",
        "artefact",
        "information-object",
        "use-case",
        "tool",
        "service",
        "neighbour",
        "aspect",
        "role",
        "crosswalk",
        "hand-over",
    }
    phases = {id[6] for each in SET for id in each.answers if id.startswith("gsbpm:") and id[6].isdigit()}
    assert phases == set("12345678")


def test_every_page_that_answers_is_found_in_the_index(real: Index) -> None:
    known = {each.id for each in real.documents}
    assert {id for each in SET for id in each.answers} - known == set()


def test_everything_can_be_found(real: Index, report: Report) -> None:
    assert set(report.graph.nodes) <= {each.id for each in real.documents}
    assert len({each.id for each in real.documents}) == len(real.documents)


def test_the_index_is_the_same_each_time(report: Report, root: Path) -> None:
    assert index.script(index.make(report.graph, root)[0]) == index.script(index.make(report.graph, root)[0])


def test_the_index_is_small(real: Index) -> None:
    assert len(index.script(real).encode()) < 600 * len(real.documents)


def value(text: str) -> dict[str, object]:
    assert text.startswith("window.NAVIGATOR_INDEX=")
    assert text.endswith(";\n")
    read: dict[str, object] = json.loads(text.removeprefix("window.NAVIGATOR_INDEX=")[:-2])
    return read


def test_text_cannot_leave_the_script() -> None:
    evil = "</script><script>alert(1)</script> \u2028 \u2029 \" ' \\ --> <!--"
    text = index.script(small(Document("a:b", "tool", evil, "a.html", names=(evil,), text=evil)))
    assert not set("<>\u2028\u2029") & set(text)
    assert text.count("\n") == 1
    docs = value(text)["docs"]
    assert isinstance(docs, list)
    assert docs[0][3] == evil


def test_postings_are_packed_by_distance() -> None:
    made = small(
        *(
            Document(f"tool:{number}", "tool", "alpha" if number in (0, 1, 40) else "beta", "x.html")
            for number in range(41)
        )
    )
    packed = dict(
        zip(
            str(value(index.script(made))["terms"]).split(" "),
            str(value(index.script(made))["postings"]).split(" "),
            strict=True,
        )
    )
    letter = packed["alpha"][0]
    assert packed["alpha"] == f"{letter}{letter}17{letter}"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organisation", "organizations"), ("labour", "labor"), ("catalogue", "catalog"), ("programme", "programs"), ("centre", "center"), ("licence", "license"),
        ("analyse", "analyzing"), ("harmonised", "harmonization"), ("classification", "classifying"), ("imputation", "imputed"), ("weights", "weighting"),
        ("aggregate", "aggregation"), ("labelled", "labeled"), ("confidential", "confidentiality"[:12]), ("measure", "measurements"), ("échantillon", "echantillon"),
        ("Størrelse", "storrelse"), ("codes", "coding"), ("estimate", "estimation"), ("respondent", "responds"), ("measurement", "measured"), ("seasonally", "seasonal"),
    ],
)  # fmt: skip
def test_words_of_one_stem(one: str, other: str) -> None:
    assert [analysis.stem(word) for word in analysis.parts(one)] == [
        analysis.stem(word) for word in analysis.parts(other)
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [("code", "codex"), ("class", "classification"), ("file", "fill"), ("universe", "university"), ("edition", "editing"), ("format", "form"), ("policy", "police"), ("variable", "variance"), ("interviewer", "interviews"), ("enumerator", "enumeration")],
)  # fmt: skip
def test_words_that_are_kept_apart(one: str, other: str) -> None:
    assert analysis.stem(one) != analysis.stem(other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("IfThenElse", ["if", "then", "else"]), ("OBS_STATUS", ["obs", "status"]), ("5.1.t03 and 4.3", ["5.1.t03", "and", "4.3"]), ("DDI-CDI 1.0", ["ddi", "cdi", "1.0"]),
        ("eXchange", ["exchange"]), ("XMLSchema", ["xml", "schema"]), ("Zürich’s Straße", ["zurich", "s", "strasse"]), ("الوصفية", ["الوصفية"]), ("", []),
    ],
)  # fmt: skip
def test_words_of_a_text(text: str, words: list[str]) -> None:
    assert list(analysis.parts(text)) == words


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [
        ("weight", "weigth", 1),
        ("metadta", "metadata", 1),
        ("abc", "abc", 0),
        ("code", "codelist", 3),
        ("kitten", "sitting", 3),
    ],
)
def test_letters_that_are_wrong(one: str, other: str, far: int) -> None:
    assert asking.apart(one, other, 2) == far == asking.apart(other, one, 2)


def page(id: str, title: str, names: tuple[str, ...] = (), text: str = "", kind: str = "tool", **more: str) -> Document:
    return Document(f"x:{id}", kind, title, f"{id}.html", names=names, text=text, **more)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("questionnaire", "a"), ("questionaire", "a"), ("quest", "a"), ("survey form", "a"), ("surveyform", "a"), ("codelist", "b"), ("code list", "b"), ("CodeLists", "b"), ("4.3", "c"),
        ("x:d", "d"), ("who did answer for others", "d"), ("weights", "e"), ("weigthing", "e"), ("DSD", "f"), ("disc controll", "g"), ("ifthenelse", "h"), ("IfThenElse", "h"), ("if then else", "h"),
    ],
)  # fmt: skip
def test_ways_to_ask(asked: str, found: str) -> None:
    made = small(
        page("a", "Questionnaire", ("survey form",)), page("b", "Codelist"), page("c", "Run collection", code="4.3"), page("d", "Response unit", ("proxy response",)), page("e", "Weighting"),
        page("f", "Data structure definition"), page("g", "Disclosure control"), page("h", "IfThenElse", text="A branch."), page("i", "Other", text="Something else about a 4.3 of the data."),
        ignored=("a the of who did",), same=(("data structure definition", "DSD"),), meanings=(Meaning(("answer for others",), ("proxy response",)),),
    )  # fmt: skip
    assert ids(query.search(made, asked))[:1] == [f"x:{found}"]


def test_a_title_counts_more_than_a_name_and_a_name_more_than_text() -> None:
    made = small(
        page("text", "One", text="alpha"), page("name", "Two", ("alpha",)), page("title", "alpha"), page("none", "beta")
    )
    assert ids(query.search(made, "alpha")) == ["x:title", "x:name", "x:text"]


def test_a_hit_tells_the_name_by_which_it_was_found() -> None:
    made = small(page("a", "Mode of data collection", ("interview mode", "survey mode")))
    assert query.search(made, "interview mode")[0].name == "interview mode"
    assert query.search(made, "mode of data collection")[0].name == ""


def test_only_a_kind_or_a_standard() -> None:
    made = small(
        page("a", "alpha"), page("b", "alpha", kind="task"), page("c", "alpha", kind="artefact", standard="sdmx")
    )
    assert ids(query.search(made, "alpha", kind="task")) == ["x:b"]
    assert ids(query.search(made, "alpha", standard="sdmx")) == ["x:c"]
    assert query.search(made, "alpha", kind="tool", standard="sdmx") == []


def test_a_kind_can_be_asked_for() -> None:
    words = {"called": {"tool": ("software",)}}
    made = small(
        page("a", "alpha", kind="artefact"),
        page("b", "alpha beta gamma", kind="tool"),
        page("c", "delta", kind="artefact"),
        **words,
    )
    assert ids(query.search(made, "alpha"))[0] == "x:a"
    assert ids(query.search(made, "alpha software"))[0] == "x:b"


@pytest.mark.parametrize(
    "words", ["", " ", "?!", "the", "\u0000", "a" * 5000, "<script>", "[]{}()*+.^$|\\", "é" * 300, "0", "-1.5.t"]
)
def test_any_words_are_borne(real: Index, words: str) -> None:
    assert len(query.search(real, words)) <= 20


def test_nothing_found_names_the_nearest_words() -> None:
    made = small(page("a", "Weighting"))
    assert told.nothing(made, "zzz") == 'nothing is found for "zzz"'
    assert "did you mean weighting?" in told.nothing(made, "weightinx")


SYNONYMS = "ignored: [the]\n"


def bundle(name: str, text: str) -> str:
    return f"# file: data/search/{name}.yaml\n{text}"


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (
            "questions",
            "questions:\n  - question: where\n    answers: [gsbpm:9.9]\n    way: plain\n",
            'there is no "gsbpm:9.9"',
        ),
        (
            "questions",
            "questions:\n  - {question: a b, answers: [gsbpm:4.3], way: plain}\n  - {question: A b, answers: [gsbpm:4.3], way: plain}\n",
            "stands here twice",
        ),
        ("questions", "questions:\n  - {question: where, answers: [gsbpm:4.3], way: shouted}\n", "is not one of"),
        ("questions", "questions: []\n", "nothing stands here"),
        ("synonyms", "ignored: [on]\n", "on is read as true"),
        ("synonyms", "ignored: [the]\nsame: [[one]]\n", "nothing stands here"),
        ("synonyms", "ignored: [the]\ncalled: [{kind: thing, words: [thing]}]\n", "is not one of"),
        (
            "synonyms",
            "ignored: [the]\nplaces: [{page: a.html, names: [a]}, {page: a.html, names: [b]}]\n",
            "stands here twice",
        ),
        ("words", "ignored: [the]\n", "no list of the search belongs here"),
        ("asked", "asked:\n  - {of: gsbpm:4.3, say: [where]}\n", "no list of the search belongs here"),
        ("asked/more/deep", "asked:\n  - {of: gsbpm:4.3, say: [where]}\n", "no list of the search belongs here"),
        ("asked/gsbpm", "asked:\n  - {of: gsbpm:9.9, say: [where]}\n", 'there is no "gsbpm:9.9"'),
        (
            "asked/gsbpm",
            "asked:\n  - {of: gsbpm:4.3, say: [where]}\n  - {of: gsbpm:4.3, say: [when]}\n",
            '"gsbpm:4.3" stands twice',
        ),
        ("synonyms", "ignored: [the\n", "is not closed"),
    ],
)
def test_the_check_refuses(problems_of: Callable[[str], list[str]], name: str, text: str, told: str) -> None:
    problems = problems_of(bundle(name, text))
    assert len(problems) == 1, problems
    assert told in problems[0]
    assert f"data/search/{name}.yaml:" in problems[0]


def test_a_tree_without_lists_is_fine(tree: Tree) -> None:
    assert lists.read(tree.root) == Lists()
    assert tree.told() == []


def test_no_phrase_is_understood_by_words_that_say_nothing() -> None:
    """A phrase that comes down to one weak word would be heard in every question."""
    every = lists.read(ROOT)
    ignored = {word for text in every.ignored for word in analysis.parts(text)}
    weak = {analysis.stem(word) for text in every.weak for word in analysis.parts(text)}
    said = [say for group in every.same for say in group] + [say for each in every.meanings for say in each.say]
    assert [
        say
        for say in said
        if len(analysis.parts(say)) > 1
        and len(set(index.phrase(say, ignored))) == 1
        and set(index.phrase(say, ignored)) <= weak
    ] == []


def test_the_page_of_questions(example_report: Report) -> None:
    view = questions.view(
        [Question("a", ("x:1", "x:2"), "typo", held=True), Question("b", ("x:1",), "plain")],
        {"x:1": questions.Answer("x:1", "One", "1.html")}.get,
    )
    assert [way for way, _, _ in view.groups] == ["plain", "typo"]
    assert (view.count, view.held) == (2, 1)
    assert view.groups[1][2][0].answers == (questions.Answer("x:1", "One", "1.html"),)


def test_the_command_searches(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(ROOT), "search", "run", "colection"]) == 0
    assert capsys.readouterr().out.startswith("gsbpm:4.3  4.3 Run collection (sub-process")
    assert main(["--root", str(ROOT), "search", "interview mode", "--kind", "artefact", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found[0]["id"] == "ddi-c:coll-mode"
    assert {each["kind"] for each in found} == {"artefact"}
    assert set(found[0]) == {"id", "kind", "title", "url", "score", "found_by"}
    assert main(["--root", str(ROOT), "search", "qqqq"]) == 1


def test_graph_of_one(example_report: Report, tmp_path: Path) -> None:
    """A small tree without words of the search is searched all the same."""
    graph: Graph = example_report.graph
    made, _ = index.make(graph, tmp_path)
    some = next(node for node in graph.nodes.values() if node.kind == "sub-process")
    assert some.id in ids(query.search(made, some.label))
