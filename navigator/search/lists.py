"""Lists of the search, kept as data: words that mean the same, places of the site, questions with their answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from navigator import schema, source
from navigator.problem import Problem, nearest
from navigator.schema import Schemas
from navigator.source import Source

FOLDER = "data/search"
FILES = ("questions", "synonyms")


@dataclass(frozen=True)
class Place:
    """A page that stands for no single thing: the map, the matrix."""

    id: str
    title: str
    url: str
    names: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True)
class Meaning:
    """What people say, each phrase alone, and what it is called in the field."""

    say: tuple[str, ...]
    mean: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """A question with the ids of its right answers, one of which must stand among the first ``within`` results."""

    question: str
    answers: tuple[str, ...]
    way: str
    within: int = 3
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


class _Own(Schemas):
    """The schemas of these lists, which are no kinds of entry."""

    @cached_property
    def validators(self) -> dict[str, Draft202012Validator]:
        registry: Registry[Any] = Registry().with_resources((name, Resource.from_contents(document)) for name, document in self.documents.items())
        return {
            name: Draft202012Validator(self.documents[f"{name}.schema.json"], registry=registry) for name in FILES if f"{name}.schema.json" in self.documents
        }


def read(root: Path) -> Lists:
    """The lists of a tree that :func:`check` found nothing against; what is missing is empty."""
    found = {name: _value(root, name) for name in FILES}
    questions, words = found["questions"], found["synonyms"]
    return Lists(
        tuple(_question(each) for each in questions.get("questions", ())),
        tuple(Place(each["id"], each["title"], each["url"], tuple(each.get("names", ())), each.get("text", "")) for each in words.get("places", ())),
        tuple(tuple(group) for group in words.get("same", ())),
        tuple(Meaning(tuple(each["say"]), tuple(each["mean"])) for each in words.get("meanings", ())),
        tuple(words.get("ignored", ())),
        tuple(words.get("weak", ())),
        {each["kind"]: tuple(each["words"]) for each in words.get("called", ())},
    )


def _value(root: Path, name: str) -> Mapping[str, Any]:
    path = root / FOLDER / f"{name}.yaml"
    item = source.read(path, root) if path.is_file() else []
    return item.value if isinstance(item, Source) and isinstance(item.value, dict) else {}


def _question(value: Mapping[str, Any]) -> Question:
    return Question(value["question"], tuple(value["answers"]), value["way"], value.get("within", 3), value.get("held", False), value.get("lang", ""))


def check(root: Path, schemas: Schemas, known: Mapping[str, bool]) -> Iterator[Problem]:
    """Everything that is wrong with data/search. ``known`` holds the ids of the entries."""
    own = _Own(schemas.documents)
    folder = root / FOLDER
    for path in sorted(folder.glob("*")) if folder.is_dir() else ():
        name = path.stem
        if path.suffix != ".yaml" or name not in own.validators:
            yield Problem(
                f"{FOLDER}/{path.name}", 1, 1, "stray-file", "no list of the search belongs here", f"known here: {', '.join(f'{each}.yaml' for each in FILES)}"
            )
            continue
        item = source.read(path, root)
        if isinstance(item, list):
            yield from item
            continue
        breaches = list(schema.check(item, name, own))
        yield from breaches
        if not breaches:
            yield from _unknown(item, known) if name == "questions" else _repeated(item)


def _unknown(item: Source, known: Mapping[str, bool]) -> Iterator[Problem]:
    """Answers that are no entry, and questions that stand twice."""
    first: dict[str, int] = {}
    for index, each in enumerate(item.value["questions"]):
        where = ("questions", index)
        line = first.setdefault(each["question"].lower(), index)
        if line != index:
            yield item.problem(
                (*where, "question"),
                "repeated-question",
                "this question stands here twice",
                f"the first is on line {item.place(('questions', line))[0]}; keep one",
            )
        for at, id in enumerate(each["answers"]):
            if id not in known and not id.startswith("page:"):
                near = nearest(id, [one for one in known if one.startswith(id.partition(":")[0] + ":")])
                yield item.problem(
                    (*where, "answers", at), "unknown-id", f'there is no "{id}"', f"did you mean {near}?" if near else "write the id of an entry"
                )


def _repeated(item: Source) -> Iterator[Problem]:
    """Places that stand twice."""
    first: dict[str, int] = {}
    for index, each in enumerate(item.value.get("places", ())):
        line = first.setdefault(each["id"], index)
        if line != index:
            yield item.problem(
                ("places", index, "id"), "repeated-place", "this place stands here twice", f"the first is on line {item.place(('places', line))[0]}; keep one"
            )
