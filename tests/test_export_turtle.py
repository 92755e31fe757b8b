"""RDF statements and their two spellings, read back with rdflib."""

from __future__ import annotations

import pytest
import rdflib
from rdflib.compare import isomorphic

from navigator.export.turtle import RDF_TYPE, Literal, Triple, gathered, json_ld, turtle
from tests.hostile import TEXT

PREFIXES = {"ex": "https://x.example/", "xsd": "http://www.w3.org/2001/XMLSchema#"}
THING = "https://x.example/thing"
TRIPLES: list[Triple] = [
    (THING, "https://x.example/says", Literal("b", "en")),
    (THING, "https://x.example/says", Literal("a", "en")),
    (THING, "https://x.example/says", Literal("a", "en")),
    (THING, "https://x.example/on", Literal("2026-11-26", "", "http://www.w3.org/2001/XMLSchema#date")),
    (THING, "https://x.example/likes", "https://x.example/4.3.t02"),
    (THING, "https://x.example/likes", "https://elsewhere.example/a/b?c=d"),
    (THING, RDF_TYPE, "https://x.example/Thing"),
]


def test_turtle_is_short_sorted_and_says_each_thing_once() -> None:
    assert turtle(gathered(TRIPLES), PREFIXES, "A file.") == (
        "# A file.\n"
        "@prefix ex: <https://x.example/> .\n"
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
        "\n"
        "ex:thing a ex:Thing ;\n"
        "    ex:likes <https://elsewhere.example/a/b?c=d>, ex:4.3.t02 ;\n"
        '    ex:on "2026-11-26"^^xsd:date ;\n'
        '    ex:says "a"@en, "b"@en .\n'
    )


def test_the_order_of_the_statements_does_not_matter() -> None:
    backwards = gathered(reversed(TRIPLES))
    assert turtle(backwards, PREFIXES) == turtle(gathered(TRIPLES), PREFIXES)
    assert json_ld(backwards, PREFIXES) == json_ld(gathered(TRIPLES), PREFIXES)


def test_both_spellings_say_the_same() -> None:
    said = gathered(TRIPLES)
    one = rdflib.Graph().parse(data=turtle(said, PREFIXES), format="turtle")
    other = rdflib.Graph().parse(data=json_ld(said, PREFIXES), format="json-ld")
    assert len(one) == 6
    assert isomorphic(one, other)


@pytest.mark.parametrize(
    "text", ['a "b" \\ c', "tab\tand\nnewline\r", "\x01\x1f\x7f", "\\", '"', 'ends with \\"', "“é” 中 🎲"]
)
def test_a_text_comes_back_as_it_was(text: str) -> None:
    said = gathered([(THING, "https://x.example/says", Literal(text, "en"))])
    for data, format in ((turtle(said, PREFIXES), "turtle"), (json_ld(said, PREFIXES), "json-ld")):
        assert [str(found) for found in rdflib.Graph().parse(data=data, format=format).objects()] == [text]


def test_what_no_file_can_hold_is_replaced() -> None:
    said = gathered([(THING, "https://x.example/says", Literal(TEXT + "\x00"))])
    for text in (turtle(said, PREFIXES), json_ld(said, PREFIXES)):
        text.encode()
        assert "\ufffd" in text


@pytest.mark.parametrize("local", ["a/b", "a.", "-a", "", "a?b", "é"])
def test_only_safe_names_are_shortened(local: str) -> None:
    said = gathered([(f"https://x.example/{local}", RDF_TYPE, "https://x.example/Thing")])
    assert f"<https://x.example/{local}> a ex:Thing" in turtle(said, PREFIXES)
