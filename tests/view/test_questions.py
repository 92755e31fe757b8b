"""The questions: pages that answer are told apart where they bear one name."""

from __future__ import annotations

from navigator.search.documents import Document
from navigator.search.lists import Question
from navigator.view.questions import Answer, Row, answers


def test_equal_names_bear_their_standard_and_others_do_not() -> None:
    documents = (
        Document("standard:sdmx", "standard", "SDMX", "standards/sdmx.html", standard="sdmx"),
        Document("standard:ddi-l", "standard", "DDI Lifecycle", "standards/ddi-l.html", standard="ddi-l"),
        Document("sdmx:concept", "artefact", "Concept", "artefacts/sdmx/concept.html", standard="sdmx"),
        Document("ddi-l:concept", "artefact", "Concept", "artefacts/ddi-l/concept.html", standard="ddi-l"),
        Document("gsbpm:1.4", "sub-process", "Identify concepts", "gsbpm/1.4.html", "1.4", "gsbpm"),
    )
    known = answers(documents)
    row = Row(QUESTION, tuple(known[id] for id in ("sdmx:concept", "gsbpm:1.4", "ddi-l:concept")))
    assert [(answer.title, standard) for answer, standard in row.told_apart] == [
        ("Concept", "SDMX"), ("1.4 Identify concepts", ""), ("Concept", "DDI Lifecycle"),
    ]  # fmt: skip
    alone = Row(QUESTION, (known["sdmx:concept"],))
    assert alone.told_apart == ((Answer("sdmx:concept", "Concept", "artefacts/sdmx/concept.html", "SDMX"), ""),)


QUESTION = Question("concept", ("sdmx:concept",), "name")
