"""Asking: what the words of a question stand for, typing mistakes, other words for the same and phrases understood."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from navigator.search.analysis import parts, single, stem
from navigator.search.index import Index, Stems

#: What may stand for something that is asked: stems that must come together, and how much they are worth.
Choice = tuple[Stems, float]
Choices = dict[int, list[Choice]]


@dataclass(frozen=True)
class Slot:
    """One thing asked for, and what may stand for it."""

    weight: float
    choices: tuple[Choice, ...]


def slots(index: Index, text: str) -> list[Slot]:
    """What is asked for: each phrase that is known as one, and each word."""
    words = parts(text)
    stems = [stem(word) for word in words]
    telling = [number for number, word in enumerate(words) if word not in index.ignored] or list(range(len(words)))
    unfinished = len(words) - 1 if text[-1:].isalnum() else -1
    choices = {number: list(_choices(index, words[number], stems[number], number == unfinished)) for number in telling}
    found: list[Slot] = []
    covered: set[int] = set()
    phrases = _phrases(index, words, stems, choices)
    for held, meant in phrases.items():
        if len(held) == 1:
            choices[held[0]] += meant
        else:
            covered.update(held)
            found.append(Slot(_phrase_weight(index, held, stems), tuple(meant)))
    return found + [
        Slot(_weight(index, stems[number], number in covered), tuple(choices[number])) for number in telling
    ]


def _phrase_weight(index: Index, held: tuple[int, ...], stems: Sequence[str]) -> float:
    """A phrase counts by its telling words, those that say little less."""
    return index.weights.phrase * max(
        1.0, sum(index.weights.weak if stems[number] in index.weak else 1.0 for number in held)
    )


def _weight(index: Index, term: str, covered: bool) -> float:
    return (index.weights.weak if term in index.weak else 1.0) * (index.weights.covered if covered else 1.0)


def _phrases(
    index: Index, words: Sequence[str], stems: Sequence[str], choices: Choices
) -> dict[tuple[int, ...], list[Choice]]:
    """The phrases in a question by the telling words that they hold, each with what it may mean; smaller ones are part of larger ones."""
    found = [*_triggered(index, stems, choices), *_joined(index, words, choices)]
    merged: dict[tuple[int, ...], list[Choice]] = {}
    for held, meant in sorted(found, key=lambda each: -len(each[0])):
        whole = next((each for each in merged if set(held) <= set(each)), held)
        merged.setdefault(whole, []).extend(meant)
    return merged


def _triggered(index: Index, stems: Sequence[str], choices: Choices) -> Iterator[tuple[tuple[int, ...], list[Choice]]]:
    """Phrases all of whose words stand somewhere in the question."""
    first: dict[str, int] = {}
    for number, term in enumerate(stems):
        for likely in (term, *_corrected(index, term, choices.get(number, []))):
            first.setdefault(likely, number)
    for said, mean in index.triggers:
        if all(each in first for each in said):
            yield (
                tuple(sorted({first[each] for each in said if first[each] in choices})),
                [(each, index.weights.same) for each in mean],
            )


def _corrected(index: Index, term: str, choices: list[Choice]) -> list[str]:
    """What an unknown word was probably meant to be."""
    return (
        []
        if index.knows(term)
        else [stems[0] for stems, worth in choices if worth >= index.weights.two and len(stems) == 1]
    )


def _joined(index: Index, words: Sequence[str], choices: Choices) -> Iterator[tuple[tuple[int, ...], list[Choice]]]:
    """Runs of two to four words that are known as one."""
    for start in range(len(words)):
        for length in (4, 3, 2):
            term = stem("".join(words[start : start + length]))
            held = tuple(range(start, start + length))
            telling = tuple(number for number in held if number in choices)
            if start + length <= len(words) and term in index.postings and (telling or len(term) > 5):
                yield telling or held, list(_meant(index, term, 1.0))
                break


def _choices(index: Index, word: str, term: str, unfinished: bool) -> Iterator[Choice]:
    """What may stand for one word."""
    weights, known = index.weights, index.knows(term)
    if known:
        yield from _meant(index, term, 1.0)
    if len(word) > 2 and (unfinished or not known):
        yield from (
            ((each,), weights.typed if known else weights.prefix)
            for each in _longer(index, word, term, 0 if known else 2)
        )
    if not known:
        for each, distance in near(index, word):
            yield from _meant(index, each, weights.one if distance == 1 else weights.two)
        yield from (((each,), weights.prefix) for each in _split(index, word))


def _meant(index: Index, term: str, worth: float) -> Iterator[Choice]:
    if term in index.postings:
        yield (term,), worth
    yield from ((each, worth * index.weights.same) for each in index.same.get(term, ()))


def _longer(index: Index, word: str, term: str, most: int) -> list[str]:
    """Terms that go on where the word stops, or up to ``most`` letters before."""
    start = word if len(word) < len(term) + 3 else term
    for cut in range(most + 1):
        begun = start[: len(start) - cut]
        found = [each for each in _starting(index.terms, begun) if each != term] if len(begun) > 2 else []
        if found:
            return sorted(found, key=len)[:12]
    return []


def _starting(terms: Sequence[str], begun: str) -> Sequence[str]:
    return terms[bisect_left(terms, begun) : bisect_left(terms, begun + "\U0010ffff")]


def _split(index: Index, word: str, most: int = 3) -> list[str]:
    """Two or three known words that were written as one."""
    for cut in range(4, len(word) - 2):
        one, rest = stem(word[:cut]), word[cut:]
        if one not in index.postings:
            continue
        if stem(rest) in index.postings:
            return [one, stem(rest)]
        others = _split(index, rest, most - 1) if most > 2 else []
        if others:
            return [one, *others]
    return []


def near(index: Index, word: str) -> list[tuple[str, int]]:
    """Known stems that differ from a word by a typing mistake or two, each with the number of mistakes; only the nearest."""
    flat, term = single(word), stem(word)
    most = 0 if len(flat) < 5 else 1 if len(flat) < 7 else 2
    if not most or not flat.isalpha():
        return []
    found = []
    for each, surface in index.vocabulary:
        if each[0] == flat[0] or each[1:2] == flat[0]:
            far = min(apart(term, each, most), apart(flat, surface, most))
            if far <= most:
                found.append((far, each))
    least = min(found, default=(0, ""))[0]
    return [(each, far) for far, each in sorted(found) if far == least][:6]


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
