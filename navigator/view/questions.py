"""View of the questions: what people ask, the pages that answer, and how soon the search must find one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from navigator.page import Page, Renderer
from navigator.search.lists import Question
from navigator.view.index import Made

if TYPE_CHECKING:
    from navigator.search.documents import Document

WAYS = {
    "plain": "In plain words", "synonym": "By another word for it", "typo": "With a typing mistake", "name": "By its name",
    "element": "By the name of an element", "code": "By its code", "abbreviation": "By an abbreviation", "old-name": "By a name of an earlier edition",
    "language": "In another language", "office": "By an office",
}  # fmt: skip
#: Where the page stands; what it shows comes with the questions.
_TITLE = "Questions that the search must answer"
_TEXT = "Every question of the test set, with the place at which its answer is found."
PAGE = Made("questions.html", _TITLE, "questions", _TEXT, "questions", lambda site: None, wide=True)


@dataclass(frozen=True)
class Answer:
    """A page that answers: its id, its title, its address, and the short name of its standard."""

    id: str
    title: str
    url: str
    standard: str = ""


@dataclass(frozen=True)
class Row:
    """One question with its answers."""

    question: Question
    answers: tuple[Answer, ...]

    @property
    def told_apart(self) -> tuple[tuple[Answer, str], ...]:
        """Each answer, with the standard where another answer has the same title."""
        times = Counter(each.title for each in self.answers)
        return tuple((each, each.standard if times[each.title] > 1 else "") for each in self.answers)


@dataclass(frozen=True)
class QuestionsView:
    """Context of the page: questions in groups by how they are asked."""

    groups: tuple[tuple[str, str, tuple[Row, ...]], ...]
    count: int
    held: int


def view(questions: Iterable[Question], find: Callable[[str], Answer | None]) -> QuestionsView:
    """The view of questions; ``find`` knows the page of an id."""
    rows: dict[str, list[Row]] = {way: [] for way in WAYS}
    for each in questions:
        rows[each.way].append(Row(each, tuple(answer for answer in map(find, each.answers) if answer)))
    groups = tuple((way, title, tuple(rows[way])) for way, title in WAYS.items() if rows[way])
    every = [row for _, _, group in groups for row in group]
    return QuestionsView(groups, len(every), sum(row.question.held for row in every))


def answers(documents: tuple[Document, ...]) -> dict[str, Answer]:
    """Everything that can be found as an answer, by its id."""
    shorts = {each.standard: each.title for each in documents if each.kind == "standard"}
    return {
        each.id: Answer(each.id, f"{each.code} {each.title}".strip(), each.url, shorts.get(each.standard, ""))
        for each in documents
    }


def page(renderer: Renderer, questions: Iterable[Question], documents: Iterable[Document]) -> Page:
    """The page, finished."""
    known = answers(tuple(documents))
    return renderer.render(
        Page(PAGE.url, PAGE.title, PAGE.kind, PAGE.description, wide=True), PAGE.template, view(questions, known.get)
    )
