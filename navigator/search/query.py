"""The search itself. The browser ranks in the same way (overrides/assets/search-engine.js); a test holds the two together."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from navigator.search.analysis import parts, stem
from navigator.search.asking import Slot, slots
from navigator.search.documents import Document
from navigator.search.index import Index
from navigator.search.weights import PRIOR, STEPS


@dataclass(frozen=True)
class Hit:
    """A document that answers, how well, and the name by which it was found where that is not its title."""

    document: Document
    score: float
    name: str = ""


@dataclass(frozen=True)
class Asked:
    """A question as names are compared with it: its words, what each stem counts, what may stand for it."""

    typed: str
    said: frozenset[str]
    telling: dict[str, float]
    stems: dict[str, float]


def search(index: Index, words: str, kind: str = "", standard: str = "", limit: int = 20) -> list[Hit]:
    """The documents that answer, best first."""
    found = slots(index, words)
    scores = _scores(index, found, kind, standard)
    exact = {number for number in index.places(words) if _fits(index.documents[number], kind, standard)}
    best = sorted(scores, key=lambda number: (-scores[number], number))[: index.weights.look]
    asked = _asked(index, parts(words), found)
    hits = [
        _hit(index, number, 1000.0 if number in exact else scores[number], asked) for number in sorted({*best, *exact})
    ]
    return sorted(hits, key=lambda hit: -hit.score)[:limit]


def _fits(document: Document, kind: str, standard: str) -> bool:
    return kind in ("", document.kind) and standard in ("", document.standard)


def _hit(index: Index, number: int, score: float, asked: Asked) -> Hit:
    document = index.documents[number]
    said, name = _named(index, document, asked)
    called = index.weights.called if index.called.get(document.kind, frozenset()) & asked.said else 1.0
    return Hit(document, score * (1 + said) * called, name)


def _rarity(index: Index, term: str) -> float:
    count = len(index.postings.get(term, ()))
    return math.log(1 + (len(index.documents) - count + 0.5) / (count + 0.5))


def _scores(index: Index, found: list[Slot], kind: str, standard: str) -> dict[int, float]:
    """What each document gets for all that was asked, more if it answers all of it."""
    total: dict[int, float] = {}
    answered: dict[int, float] = {}
    for slot in found:
        for number, value in _best(index, slot).items():
            total[number] = total.get(number, 0.0) + slot.weight * value
            answered[number] = answered.get(number, 0.0) + slot.weight
    asked = sum(slot.weight for slot in found if slot.choices) or 1.0
    part = index.weights.part
    return {
        number: value * (part + (1 - part) * answered[number] / asked) * PRIOR[index.documents[number].kind]
        for number, value in total.items()
        if _fits(index.documents[number], kind, standard)
    }


def _best(index: Index, slot: Slot) -> dict[int, float]:
    """What each document gets for one slot: that of its best choice; a choice of several stems counts by the share that is there."""
    best: dict[int, float] = {}
    for stems, worth in slot.choices:
        total: dict[int, float] = {}
        count: dict[int, int] = {}
        for term in stems:
            rarity = _rarity(index, term)
            for number, impact in index.postings.get(term, ()):
                total[number] = total.get(number, 0.0) + rarity * impact / STEPS
                count[number] = count.get(number, 0) + 1
        for number, value in total.items():
            best[number] = max(best.get(number, 0.0), worth * value * count[number] / len(stems) ** 2)
    return best


def _asked(index: Index, words: Sequence[str], found: list[Slot]) -> Asked:
    chosen = [word for word in words if word not in index.ignored] or words
    telling = {
        each: (index.weights.weak if each in index.weak else 1.0) * _rarity(index, each) for each in map(stem, chosen)
    }
    stems: dict[str, float] = {}
    for slot in found:
        for choice, worth in slot.choices:
            stems.update((term, max(stems.get(term, 0.0), worth)) for term in choice)
    return Asked("".join(words), frozenset(map(stem, words)), telling, stems)


def _named(index: Index, document: Document, asked: Asked) -> tuple[float, str]:
    """How well a name of the document says what was asked and little else, and which name that is."""
    weights = index.weights
    best = (_says(index, document.title, asked) * weights.title, "")
    for name in document.names:
        best = max(best, (_says(index, name, asked) * weights.name, name), key=lambda each: each[0])
    return best


def _says(index: Index, name: str, asked: Asked) -> float:
    joined, stems = index.name(name)
    if joined == asked.typed:
        return index.weights.whole
    worth = sum(asked.stems.get(each, 0.0) for each in stems)
    said = sum(value for each, value in asked.telling.items() if each in stems)
    loose = sum(asked.stems.get(each, 0.0) for each in stems if each not in asked.telling) * index.weights.loose
    focus = min(1.0, (said + loose) / (sum(asked.telling.values()) or 1.0))
    return float((worth / (len(stems) or 1)) ** 2 * focus**index.weights.focus)
