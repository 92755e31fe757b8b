"""Syntax: what the YAML parser complains of, told so that an author knows what to mend."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from navigator.problem import Problem, shorten

_QUOTE = "put the text in quotes"
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|={7}$)", re.M)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Saying:
    """How one complaint of the parser is told; with ``opening``, at the place where the thing began."""

    complaint: str
    message: str
    hint: str
    rule: str = "syntax"
    opening: bool = False


SAYINGS = (
    Saying(
        "mapping values are not allowed",
        "a colon stands where none is expected",
        'quote a text that holds ": ", or mend the indentation',
    ),
    Saying(
        "could not find expected ':'",
        "this line has no key",
        'write "key: text", or indent the line so that it belongs to the text above',
        opening=True,
    ),
    Saying(
        "did not find expected key",
        "this does not fit the lines above",
        "mend the indentation; a text with quotes inside needs quotes around all of it",
    ),
    Saying(
        "expected ',' or ']'",
        "the bracket [ that opens here is not closed",
        'add "]" after the last item',
        opening=True,
    ),
    Saying(
        "expected ',' or '}'",
        "the bracket { that opens here is not closed",
        'add "}" after the last value',
        opening=True,
    ),
    Saying(
        "unexpected end of stream", "the quote that opens here is not closed", "add the closing quote", opening=True
    ),
    Saying("tab character", "a tab stands here", "indent with blanks"),
    Saying("cannot start any token", "a text cannot start with SIGN", _QUOTE),
    Saying("alphabetic or numeric character", "a text cannot start with SIGN", _QUOTE, opening=True),
    Saying(
        "undefined alias",
        "aliases (*name) are not used here",
        "write the value out, or quote a text that starts with *",
        "alias",
    ),
    Saying(
        "second occurrence",
        "anchors (&name) are not used here",
        "remove it, or quote a text that starts with &",
        "alias",
    ),
    Saying(
        "undefined tag handle", "tags (!name) are not used here", "remove it, or quote a text that starts with !", "tag"
    ),
    Saying(
        "escape",
        "a backslash means something special between double quotes",
        "write it twice, or use single quotes around the text",
    ),
    Saying(
        "block sequence entries",
        "a list item cannot stand here",
        'begin each item on a line of its own with "- "; quote a text that starts with "- "',
    ),
    Saying("another document", "a second entry begins here", "keep one entry a file: remove the line ---"),
    Saying(
        "expected comment or line break",
        "nothing may follow | or > on its line",
        "begin the text on the next line, indented",
    ),
    Saying("expected node content", "a text cannot start with SIGN", _QUOTE),
    Saying("nesting depth", "the value is nested too deeply", "look for a stray bracket", "too-deep"),
)
_NOTHING = Saying("", "a value is missing here", "fill it in, and close the bracket before it")
_OTHER = Saying("", "this is not YAML: SAID", "mend the indentation, or put the text in quotes")


def told(name: str, text: str, error: yaml.YAMLError) -> Problem:
    """The parser's complaint about a file as one problem."""
    for pattern, message, hint in (
        (
            _CONFLICT,
            "a merge conflict was left in the file",
            "keep one of the two sides and remove the lines that begin with <<<<<<<, ======= and >>>>>>>",
        ),
        (_CONTROL, "a character that cannot be seen stands here", "remove it; it came with pasted text"),
    ):
        found = pattern.search(text)
        if found:
            return Problem(name, *_place(text, found.start()), "syntax", message, hint)
    return _complaint(name, text, error)


def _place(text: str, position: int) -> tuple[int, int]:
    before = text[:position]
    return before.count("\n") + 1, position - before.rfind("\n")


def _complaint(name: str, text: str, error: yaml.YAMLError) -> Problem:
    said = str(getattr(error, "problem", "") or getattr(error, "context", "") or error)
    saying = next((each for each in SAYINGS if each.complaint in said), _OTHER)
    marks = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    mark = marks[0] if saying.opening and marks[0] else marks[1] or marks[0]
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    sign = _sign(text, line, column)
    if sign == "\t":
        saying = next(each for each in SAYINGS if each.complaint == "tab character")
    elif not sign and "SIGN" in saying.message:
        saying = _NOTHING
    return Problem(
        name,
        line,
        column,
        saying.rule,
        saying.message.replace("SIGN", sign).replace("SAID", shorten(said)),
        saying.hint,
    )


def _sign(text: str, line: int, column: int) -> str:
    lines = text.split("\n")
    return lines[line - 1][column - 1 : column] if line <= len(lines) else ""
