"""A problem is a small, ordered value with three spellings."""

from __future__ import annotations

import json

from navigator.problem import DataError, Problem, as_github, as_json, as_text, errors, nearest, shorten, suggest

ONE = Problem("data/a.yaml", 3, 5, "enum", '"use" is not one of: uses', 'did you mean "uses"?')
OTHER = Problem("data/a.yaml", 12, 1, "orphan", "nothing links to this entry", severity="warning")


def test_a_problem_reads_as_place_severity_message_rule_and_hint() -> None:
    assert str(ONE) == 'data/a.yaml:3:5: error: "use" is not one of: uses [enum]\n    hint: did you mean "uses"?'
    assert str(OTHER) == "data/a.yaml:12:1: warning: nothing links to this entry [orphan]"


def test_problems_sort_by_place_as_numbers() -> None:
    assert sorted([OTHER, ONE]) == [ONE, OTHER]


def test_an_error_of_the_data_carries_every_problem_in_order() -> None:
    error = DataError(iter([OTHER, ONE]))
    assert error.problems == (ONE, OTHER)
    assert str(error) == f"{ONE}\n{OTHER}"


def test_warnings_do_not_keep_data_from_being_published() -> None:
    assert errors([ONE, OTHER]) == (ONE,)


def test_json_has_the_keys_that_others_rely_on() -> None:
    found = json.loads(as_json([ONE, OTHER]))
    assert [set(each) for each in found] == [{"path", "line", "column", "rule", "severity", "message", "hint"}] * 2
    assert found[0]["message"] == ONE.message


def test_the_spelling_for_github_escapes_what_would_break_a_command() -> None:
    odd = Problem("data/a,b.yaml", 1, 2, "rule", "50% of\nlines: bad")
    assert as_github([odd]) == "::error file=data/a%2Cb.yaml,line=1,col=2,title=rule::50%25 of%0Alines%3A bad"
    assert as_github([ONE]).endswith('uses. did you mean "uses"?')


def test_text_is_one_problem_after_the_other() -> None:
    assert as_text([ONE, OTHER]) == f"{ONE}\n{OTHER}"
    assert as_text([]) == ""


def test_the_nearest_word_is_found_and_a_far_one_is_not() -> None:
    assert nearest("codelst", ["code", "codelist", "concept"]) == "codelist"
    assert nearest("zebra", ["code", "codelist"]) == ""
    assert suggest("codelst", ["codelist"]) == 'did you mean "codelist"?'
    assert suggest("zebra", ["codelist"]) == ""


def test_long_values_are_cut_and_stand_on_one_line() -> None:
    assert shorten("a\n  b") == "a b"
    assert shorten("x" * 100) == "x" * 59 + "…"
    assert shorten(3.5) == "3.5"
