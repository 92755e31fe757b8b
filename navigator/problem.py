"""A problem: one mistake in the data, said so that its author can mend it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: where it is, which rule it breaks, what to do about it.

    ``path`` is relative to the root of the tree, with forward slashes; ``line`` and ``column`` count from 1.
    """

    path: str
    line: int
    column: int
    rule: str
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        text = f"{self.path}:{self.line}:{self.column}: {self.severity}: {self.message} [{self.rule}]"
        return f"{text}\n    hint: {self.hint}" if self.hint else text


class DataError(Exception):
    """The data cannot be published. Carries every problem, not just the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Only the problems that keep the data from being published."""
    return tuple(each for each in problems if each.severity == "error")


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that ``word`` most likely means, or an empty string."""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), "")


def suggest(word: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known word, or an empty string."""
    found = nearest(word, known)
    return f'did you mean "{found}"?' if found else ""


def shorten(value: object, limit: int = 60) -> str:
    """A value as it may stand in a message: on one line, cut where it is long."""
    text = " ".join(str(value).split()) if isinstance(value, str) else str(value)
    return text if len(text) <= limit else text[: limit - 1] + "…"


def as_text(problems: Iterable[Problem]) -> str:
    return "\n".join(map(str, problems))


def as_json(problems: Iterable[Problem]) -> str:
    """A list of ``{path, line, column, rule, message, hint, severity}``."""
    return json.dumps([asdict(each) for each in problems], indent=2, ensure_ascii=False)


def as_github(problems: Iterable[Problem]) -> str:
    """Workflow commands, which GitHub shows beside the lines of a pull request."""
    return "\n".join(
        f"::{each.severity} file={_escape(each.path)},line={each.line},col={each.column},title={_escape(each.rule)}::"
        + _escape(f"{each.message}. {each.hint}" if each.hint else each.message)
        for each in problems
    )


def _escape(text: str) -> str:
    for sign, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")):
        text = text.replace(sign, code)
    return text


FORMATS = {"text": as_text, "json": as_json, "github": as_github}
