"""Lists of the search, kept as data: words that mean the same, places of the site, questions with their answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from navigator import schema, source
from navigator.problem import Problem, nearest, suggest
from navigator.schema import Schemas
from navigator.search.weights import PRIOR
from navigator.source import Source, Where

FOLDER = "data/search"
FILES = ("questions", "synonyms")
#: How people ask, in a folder of its own: one file for each family of entries, as there are many.
ASKED = "asked"


@dataclass(frozen=True)
class Place:
    """Other names of a page that stands for no single thing: the map, the matrix."""

    page: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Meaning:
    """What people say, each phrase alone, and what it is called in the field."""

    say: tuple[str, ...]
    mean: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """A question with the ids of its right answers, one of which must stand among the first ``within`` results; 0: none is found yet."""

    question: str
    answers: tuple[str, ...]
    way: str
    within: int = 5
    held: bool = False
    lang: str = ""


@dataclass(frozen=True)
class Lists:
    """Everything in data/search. ``same`` are groups of words that mean the same."""

    questions: tuple[Question, ...] = ()
    places: tuple[Place, ...] = ()
    same: tuple[tuple[str, ...], ...] = ()
    meanings: tuple[Meaning, ...] = ()
    ignored: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    called: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    asked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def read(root: Path) -> Lists:
    """The lists of a tree that :func:`check` found nothing against; what is missing is empty."""
    folder = root / FOLDER
    questions, words = (_value(folder / f"{name}.yaml", root) for name in FILES)
    asked = [each for path in sorted((folder / ASKED).glob("*.yaml")) for each in _value(path, root).get(ASKED, ())]
    return Lists(
        tuple(_question(each) for each in questions.get("questions", ())),
        tuple(Place(each["page"], tuple(each["names"])) for each in words.get("places", ())),
        tuple(tuple(group) for group in words.get("same", ())),
        tuple(Meaning(tuple(each["say"]), tuple(each["mean"])) for each in words.get("meanings", ())),
        tuple(words.get("ignored", ())),
        tuple(words.get("weak", ())),
        {each["kind"]: tuple(each["words"]) for each in words.get("called", ())},
        {each["of"]: tuple(each["say"]) for each in asked},
    )


def _value(path: Path, root: Path) -> Mapping[str, Any]:
    item = source.read(path, root) if path.is_file() else []
    return item.value if isinstance(item, Source) and isinstance(item.value, dict) else {}


def _question(value: Mapping[str, Any]) -> Question:
    return Question(
        value["question"],
        tuple(value["answers"]),
        value["way"],
        _within(value.get("within", "5")),
        value.get("held", False),
        value.get("lang", ""),
    )


def _within(text: str) -> int:
    return 0 if text == "open" else int(text)


def check(root: Path, schemas: Schemas, known: Mapping[str, bool]) -> Iterator[Problem]:
    """Everything that is wrong with data/search. ``known`` holds the ids of the entries."""
    folder = root / FOLDER
    asked = []
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.is_dir() and path.suffix != ".yaml":
            continue
        name = _list_of(path.relative_to(folder))
        if not name:
            yield _stray(path.relative_to(root))
            continue
        item = source.read(path, root)
        if isinstance(item, list):
            yield from item
            continue
        breaches = list(schema.check(item, name, schemas))
        yield from breaches
        if not breaches and name == ASKED:
            asked.append(item)
        elif not breaches:
            yield from _MORE[name](item, known)
    yield from _people(asked, known)


def _list_of(path: Path) -> str:
    """The list that a file in data/search holds, by its place there, or an empty string."""
    name = path.parts[0] if len(path.parts) == 2 else path.stem if path.stem in FILES else ""
    return name if path.suffix == ".yaml" and (name == ASKED) == (len(path.parts) == 2) else ""


def _stray(path: Path) -> Problem:
    known = f"{', '.join(f'{each}.yaml' for each in FILES)} and {ASKED}/<name>.yaml"
    return Problem(path.as_posix(), 1, 1, "stray-file", "no list of the search belongs here", f"known here: {known}")


def _people(items: Iterable[Source], known: Mapping[str, bool]) -> Iterator[Problem]:
    """Things that are no entry, and things that stand twice, be it in two files."""
    first: dict[str, str] = {}
    for item in items:
        for index, each in enumerate(item.value[ASKED]):
            where, id = (ASKED, index, "of"), each["of"]
            here = f"{item.path}, line {item.place(where)[0]}"
            if first.setdefault(id, here) != here:
                yield item.problem(
                    where, "repeated-key", f'"{id}" stands twice', f"the first is in {first[id]}; keep one"
                )
            yield from _unknown(item, where, id, known)


def _questions(item: Source, known: Mapping[str, bool]) -> Iterator[Problem]:
    """Answers that are no entry, and questions that stand twice."""
    yield from _repeated(item, "questions", "question")
    for index, each in enumerate(item.value["questions"]):
        for at, id in enumerate(each["answers"]):
            if not id.startswith("page:"):
                yield from _unknown(item, ("questions", index, "answers", at), id, known)


def _unknown(item: Source, where: Where, id: str, known: Mapping[str, bool]) -> Iterator[Problem]:
    if id not in known:
        near = nearest(id, [one for one in known if one.startswith(id.partition(":")[0] + ":")])
        hint = f"did you mean {near}?" if near else "write the id of an entry"
        yield item.problem(where, "unknown-id", f'there is no "{id}"', hint)


def _words(item: Source, known: Mapping[str, bool]) -> Iterator[Problem]:
    """Pages and kinds that stand twice, and kinds that there are not."""
    yield from _repeated(item, "places", "page")
    yield from _repeated(item, "called", "kind")
    for index, each in enumerate(item.value.get("called", ())):
        if each["kind"] not in PRIOR:
            yield item.problem(
                ("called", index, "kind"),
                "enum",
                f'"{each["kind"]}" is not one of: {", ".join(sorted(PRIOR))}',
                suggest(each["kind"], PRIOR),
            )


def _repeated(item: Source, part: str, key: str) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for index, each in enumerate(item.value.get(part, ())):
        before = first.setdefault(each[key].lower(), index)
        if before != index:
            line = item.place((part, before))[0]
            yield item.problem(
                (part, index, key),
                "repeated-key",
                f'"{each[key]}" stands here twice',
                f"the first is on line {line}; keep one",
            )


_MORE = {"questions": _questions, "synonyms": _words}
