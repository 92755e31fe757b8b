"""The search itself. The browser ranks in the same way (overrides/assets/search-engine.js); a test holds the two together."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from navigator.search.analysis import parts, single, stem
from navigator.search.documents import Document
from navigator.search.index import PRIOR, STEPS, Index

#: What a way from a word to a stem is worth.
EXACT, PREFIX, TYPED, ONE, TWO, SAME = 1.0, 0.75, 0.35, 0.75, 0.5, 0.7
WEAK, COVERED = 0.35, 0.5
#: What a phrase counts for each of its telling words, which then count less themselves.
PHRASE = 0.7
#: How much a document keeps that answers only a part of what was asked.
PART = 0.5
#: What it is worth that a name says just what was asked: titles, other names.
TITLE, NAME = 1.15, 0.85
FOCUS = 1.0
#: How far a stem of a name counts that stands for a word of the question without being it.
LOOSE = 4
LOOKED_AT = 120
#: What it is worth that a kind is asked for by its name: "tool", "use case".
CALLED = 1.6


@dataclass(frozen=True)
class Hit:
    """A document that answers, and how well."""

    document: Document
    score: float


#: What may stand for something that is asked: stems that must come together, and how much they are worth.
Choice = tuple[tuple[str, ...], float]


@dataclass(frozen=True)
class Slot:
    """One thing asked for, and what may stand for it."""

    weight: float
    choices: tuple[Choice, ...]


def search(index: Index, words: str, kind: str = "", standard: str = "", limit: int = 20) -> list[Hit]:
    """The documents that answer, best first."""
    slots = _slots(index, words)
    scores = _scores(index, slots)
    first = _exact(index, words)
    best = sorted(scores, key=lambda number: (-scores[number], number))[:LOOKED_AT]
    asked = _asked(slots)
    called = _called(index, words)
    typed = parts(words)
    telling = _telling(index, typed)
    hits = {number: scores[number] * _named(index, index.documents[number], typed, asked, telling) * called.get(index.documents[number].kind, 1.0) for number in best}
    hits.update((number, 1000.0) for number in first)
    chosen = (Hit(index.documents[number], hits[number]) for number in sorted(hits, key=lambda number: (-hits[number], number)))
    return [hit for hit in chosen if kind in ("", hit.document.kind) and standard in ("", hit.document.standard)][:limit]


def _called(index: Index, words: str) -> dict[str, float]:
    """The kinds that are asked for by name."""
    stems = {stem(word) for word in parts(words)}
    return {kind: CALLED for kind, names in index.called.items() if stems & names}


def _exact(index: Index, words: str) -> list[int]:
    """Documents whose code or id was typed."""
    typed = " ".join(words.lower().split())
    return [number for number, each in enumerate(index.documents) if typed and typed in (each.id.lower(), each.code.lower())]


def _slots(index: Index, text: str) -> list[Slot]:
    """What is asked for: each phrase that is known as one, and each word."""
    words = parts(text)
    stems = [stem(word) for word in words]
    telling = [number for number, word in enumerate(words) if word not in index.ignored] or list(range(len(words)))
    unfinished = len(words) - 1 if text[-1:].isalnum() else -1
    choices = {number: list(_choices(index, words[number], stems[number], number == unfinished)) for number in telling}
    slots = []
    covered: set[int] = set()
    for held, meant in _phrases(index, words, stems, choices).items():
        if len(held) == 1:
            choices[held[0]] += meant
        else:
            covered.update(held)
            slots.append(Slot(PHRASE * max(1, len(held)), tuple(meant)))
    for number in telling:
        weight = (WEAK if stems[number] in index.weak else 1.0) * (COVERED if number in covered else 1.0)
        slots.append(Slot(weight, tuple(choices[number])))
    return slots


def _phrases(index: Index, words: list[str], stems: list[str], choices: dict[int, list[Choice]]) -> dict[tuple[int, ...], list[Choice]]:
    """The phrases in a question by the telling words that they hold, each with what it may mean; smaller ones are part of larger ones."""
    said_as = [{stems[number], *(_corrected(choices[number]) if number in choices and stems[number] not in index.postings else ())} for number in range(len(words))]
    found: list[tuple[tuple[int, ...], list[Choice]]] = []
    for said, mean in index.triggers:
        places = [next((number for number, known in enumerate(said_as) if each in known), -1) for each in said]
        if -1 not in places:
            found.append((tuple(sorted({number for number in places if number in choices})), [(each, SAME) for each in mean]))
    for start, length in _joins(words, stems, index):
        held = tuple(range(start, start + length))
        joined = stem("".join(words[start : start + length]))
        found.append((tuple(number for number in held if number in choices) or held, [(_one(joined), EXACT), *((each, SAME) for each in index.same.get(joined, ()))]))
    merged: dict[tuple[int, ...], list[Choice]] = {}
    for held, meant in sorted(found, key=lambda each: -len(each[0])):
        whole = next((each for each in merged if set(held) <= set(each)), held)
        merged.setdefault(whole, []).extend(meant)
    return merged


def _corrected(choices: list[Choice]) -> list[str]:
    return [stems[0] for stems, worth in choices if worth >= TWO and len(stems) == 1]


def _one(term: str) -> tuple[str, ...]:
    return (term,)


def _joins(words: list[str], stems: list[str], index: Index) -> Iterator[tuple[int, int]]:
    """Runs of two to four words that are known as one."""
    for start in range(len(words)):
        for length in (4, 3, 2):
            if start + length <= len(words) and stem("".join(words[start : start + length])) in index.postings:
                yield start, length
                break


def _choices(index: Index, word: str, term: str, unfinished: bool) -> Iterator[Choice]:
    known = term in index.postings or term in index.same
    if known:
        yield from _meant(index, term, EXACT)
    if len(word) > 2 and (unfinished or not known):
        for longer in _longer(index, word, term, 0 if known else 2):
            yield _one(longer), TYPED if known else PREFIX
    if not known:
        for near, worth in _near(index, word, term):
            yield from _meant(index, near, worth)
        yield from ((_one(each), PREFIX) for each in _split(index, word))


def _meant(index: Index, term: str, worth: float) -> Iterator[Choice]:
    if term in index.postings:
        yield _one(term), worth
    yield from ((each, worth * SAME) for each in index.same.get(term, ()))


def _longer(index: Index, word: str, term: str, most: int) -> list[str]:
    """Terms that go on where the word stops, or up to ``most`` letters before."""
    start = word if len(word) < len(term) + 3 else term
    for cut in range(most + 1):
        begun = start[: len(start) - cut]
        if len(begun) < 3:
            break
        found = [each for each in index.terms if each.startswith(begun) and each != term]
        if found:
            return sorted(found, key=len)[:12]
    return []


def _split(index: Index, word: str) -> list[str]:
    """Two known words that were written as one."""
    for cut in range(4, len(word) - 3):
        one, other = stem(word[:cut]), stem(word[cut:])
        if one in index.postings and other in index.postings and one not in index.ignored:
            return [one, other]
    return []


def _near(index: Index, word: str, term: str) -> list[tuple[str, float]]:
    """Known words that differ by a typing mistake or two, nearest first, each with its worth."""
    flat = single(word)
    allowed = 0 if len(flat) < 4 else 1 if len(flat) < 7 else 2
    if not allowed or any(letter.isdigit() for letter in flat):
        return []
    found = []
    for each in index.vocabulary:
        if each[0] == flat[0] or each[1:2] == flat[0]:
            far = min(apart(term, each, allowed), apart(flat, single(index.surfaces.get(each, each)), allowed))
            if far <= allowed:
                found.append((far, each))
    least = min(found, default=(0, ""))[0]
    return [(each, ONE if far == 1 else TWO) for far, each in sorted(found) if far == least][:6]


def apart(one: str, other: str, most: int) -> int:
    """How many letters must be changed, left out, put in or exchanged with the next; more than ``most`` is told as ``most + 1``."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            value = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                value = min(value, last[j - 2] + 1)
            row.append(value)
        if min(row) > most:
            return most + 1
    return row[-1]


def _rarity(index: Index, term: str) -> float:
    count = len(index.postings.get(term, ()))
    return math.log(1 + (len(index.documents) - count + 0.5) / (count + 0.5))


def _scores(index: Index, slots: list[Slot]) -> dict[int, float]:
    """What each document gets for all that was asked, more if it answers all of it."""
    total: dict[int, float] = {}
    answered: dict[int, float] = {}
    asked = sum(slot.weight for slot in slots if slot.choices) or 1.0
    for slot in slots:
        for number, value in _best(index, slot).items():
            total[number] = total.get(number, 0.0) + slot.weight * value
            answered[number] = answered.get(number, 0.0) + slot.weight
    return {number: value * (PART + (1 - PART) * answered[number] / asked) * PRIOR.get(index.documents[number].kind, 0.8) for number, value in total.items()}


def _best(index: Index, slot: Slot) -> dict[int, float]:
    """What each document gets for one slot: that of its best choice."""
    best: dict[int, float] = {}
    for stems, worth in slot.choices:
        found: dict[int, list[float]] = {}
        for term in stems:
            rarity = _rarity(index, term)
            for number, impact in index.postings.get(term, ()):
                found.setdefault(number, []).append(rarity * impact / STEPS)
        for number, values in found.items():
            share = len(values) / len(stems)
            value = worth * share * sum(values) / len(stems)
            if value > best.get(number, 0.0):
                best[number] = value
    return best


def _asked(slots: list[Slot]) -> dict[str, float]:
    """Every stem that may stand for something asked, with its worth."""
    asked: dict[str, float] = {}
    for slot in slots:
        for stems, worth in slot.choices:
            for term in stems:
                asked[term] = max(asked.get(term, 0.0), worth)
    return asked


def _telling(index: Index, words: list[str]) -> dict[str, float]:
    """The stems of a question with what each counts: rare words say more."""
    chosen = [word for word in words if word not in index.ignored] or words
    return {each: (WEAK if each in index.weak else 1.0) * _rarity(index, each) for each in map(stem, chosen)}


def _named(index: Index, document: Document, words: list[str], asked: dict[str, float], telling: dict[str, float]) -> float:
    """At least 1, more if a name of the document says what was asked and little else."""
    typed = "".join(words)
    all_said = sum(telling.values()) or 1.0
    best = 0.0
    for worth, name in ((TITLE, document.title), *((NAME, each) for each in document.names)):
        pieces = parts(name)
        if "".join(pieces) == typed:
            best = max(best, 1.6 * worth)
            continue
        stems = {stem(word) for word in pieces if word not in index.ignored} or {stem(word) for word in pieces}
        cover = sum(asked.get(each, 0.0) for each in stems) / (len(stems) or 1)
        said = sum(value for each, value in telling.items() if each in stems)
        loose = sum(asked.get(each, 0.0) for each in stems if each not in telling) * LOOSE
        focus = min(1.0, (said + loose) / all_said)
        best = max(best, worth * cover**2 * focus**FOCUS)
    return 1 + best
