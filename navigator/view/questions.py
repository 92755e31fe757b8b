"""View of the questions: what people ask, the pages that answer, and how soon the search must find one of them."""

from __future__ import annotations

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
    """A page that answers: its id, its title, its address."""

    id: str
    title: str
    url: str


@dataclass(frozen=True)
class Row:
    """One question with its answers."""

    question: Question
    answers: tuple[Answer, ...]


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


def page(renderer: Renderer, questions: Iterable[Question], documents: Iterable[Document]) -> Page:
    """The page, finished."""
    known = {
        each.id: Answer(each.id, f"{each.code} {each.title}" if each.code else each.title, each.url)
        for each in documents
    }
    return renderer.render(
        Page(PAGE.url, PAGE.title, PAGE.kind, PAGE.description, wide=True), PAGE.template, view(questions, known.get)
    )
