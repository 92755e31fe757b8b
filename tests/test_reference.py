"""References: every id that an entry names is found, with its place."""

from __future__ import annotations

from collections import Counter

from navigator import reference
from navigator.check import Report
from navigator.reference import Reference, in_prose
from tests.places import spots


def test_prose_is_cut_at_the_ids_in_square_brackets() -> None:
    assert list(in_prose("See [sdmx:codelist] and [4.3], [a b:c].")) == [
        ("text", "See "), ("id", "sdmx:codelist"), ("text", " and [4.3], [a b:c]."),
    ]  # fmt: skip
    assert list(in_prose("[gsbpm:4.3.t02][src:a]")) == [("id", "gsbpm:4.3.t02"), ("id", "src:a")]
    assert list(in_prose("nothing here")) == [("text", "nothing here")]
    assert list(in_prose("")) == []


def test_pieces_of_prose_put_together_are_the_prose() -> None:
    text = "a [[x]] b [sdmx:code] c ](javascript:x) [http://x] [gsbpm:4] d"
    assert "".join(piece if kind == "text" else f"[{piece}]" for kind, piece in in_prose(text)) == text


def test_ids_are_found_in_fields_lists_and_prose(example_report: Report) -> None:
    source = example_report.catalogue.sources["gsbpm:4.3"]
    found = list(reference.find(source, "sub-process", example_report.schemas))
    assert Reference(("fits", 0, "artefact"), "ddi-l:question-item") in found
    assert Reference(("facts", 0), "gsbpm:5.3") in found
    assert Reference(("fits", 1, "why"), "sdmx:codelist") in found
    assert Reference(("tasks", 3, "superseded_by"), "gsbpm:4.3.t01") in found
    assert Reference(("interoperability", 0, "roles", 0), "role:steward") in found


def test_every_value_that_a_schema_calls_an_id_is_a_reference(example_report: Report) -> None:
    for entry in example_report.catalogue.entries.values():
        source = example_report.catalogue.sources[entry.id]
        named = Counter(
            spot.where for spot in spots(source.value, entry.kind, example_report.schemas) if spot.name in reference.IDS
        )
        found = Counter(
            each.where
            for each in reference.find(source, entry.kind, example_report.schemas)
            if source.at(each.where) == each.id
        )
        assert named == found, entry.id


def test_values_of_a_wrong_type_are_passed_over(example_report: Report) -> None:
    from navigator.source import Source

    odd = Source(
        "x.yaml", {"fits": "text", "tasks": {"a": 1}, "facts": [None, 3, ["[sdmx:code]"]], "sources": [[]]}, {}, {}, {}
    )
    assert list(reference.find(odd, "sub-process", example_report.schemas)) == []
