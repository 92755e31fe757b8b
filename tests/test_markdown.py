"""Text of the data in people's pages: words stay words, whatever they hold."""

from __future__ import annotations

import pytest
from markdown import Markdown

from navigator import markdown
from navigator.graph import Node

EXTENSIONS = ["attr_list", "tables", "footnotes", "def_list"]


def shown(text: str) -> str:
    """A text as a cell of a table, after Markdown."""
    return Markdown(extensions=EXTENSIONS).convert(f"| a | b |\n| --- | --- |\n| {markdown.escaped(text)} | c |\n")


@pytest.mark.parametrize(
    "text",
    [
        "*one* _two_ `three`",
        "a | b",
        "[a](javascript:alert(1))",
        "<script>alert(1)</script>",
        "R&D",
        "back\\slash",
        "2 < 3 > 1",
        "end {: onclick=alert(1) }",
        "[^1] ![x](y)",
        "~5",
    ],
)
def test_words_stay_words(text: str) -> None:
    html = shown(text)
    plain = html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert f"<td>{text}</td>" in plain
    assert "<script" not in html
    assert "href" not in html
    assert "<em" not in html


def test_lines_become_one() -> None:
    assert markdown.escaped("a\n| b |\n# c") == r"a \| b \| # c"


def test_code_cannot_leave_its_backticks() -> None:
    assert markdown.code("a|b`c") == r"a\|bc"


def test_an_id_in_prose_becomes_a_link_with_the_name_of_its_entry() -> None:
    node = Node("sdmx:codelist", "artefact", "Code_list", "artefacts/sdmx/codelist.html", None)
    assert (
        markdown.said("see [sdmx:codelist] *there*, not [sdmx:nothing]", {node.id: node})
        == r"see [Code\_list](sdmx:codelist) \*there\*, not sdmx:nothing"
    )
