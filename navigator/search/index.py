"""The index: for each stem the documents that hold it and how much it counts there, and the text that the browser loads."""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path

from navigator import kinds
from navigator.graph import Graph
from navigator.search import analysis, documents, lists
from navigator.search.analysis import parts, runs, single, stem
from navigator.search.documents import Document, brief
from navigator.search.lists import Lists
from navigator.search.weights import FIELDS, PRIOR, SATURATION, STEPS, WEIGHTS, Weights

URL = "assets/search-index.js"
PLURALS = kinds.PLURALS | {"guide": "Guide and method", "page": "Pages of the site"}
Stems = tuple[str, ...]


@dataclass(frozen=True)
class Index:
    """Everything that a search needs, in Python as in the browser.

    ``same`` is what a stem also means, ``triggers`` are phrases of several stems with what they mean, ``surfaces`` the word that a stem most often stands for,
    ``called`` the words by which a kind is asked for.
    """

    documents: tuple[Document, ...]
    postings: Mapping[str, tuple[tuple[int, int], ...]] = field(repr=False)
    same: Mapping[str, tuple[Stems, ...]] = field(repr=False)
    triggers: tuple[tuple[Stems, tuple[Stems, ...]], ...] = field(repr=False)
    surfaces: Mapping[str, str] = field(repr=False)
    called: Mapping[str, frozenset[str]]
    ignored: frozenset[str]
    weak: frozenset[str]
    weights: Weights = WEIGHTS

    @cached_property
    def terms(self) -> tuple[str, ...]:
        return tuple(sorted(self.postings))

    @cached_property
    def vocabulary(self) -> tuple[tuple[str, str], ...]:
        """Every stem that means something here, with the word that it most often stands for, double letters written once."""
        return tuple((term, single(self.surfaces.get(term, term))) for term in sorted({*self.postings, *self.same}))

    @cached_property
    def _places(self) -> Mapping[str, tuple[int, ...]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, document in enumerate(self.documents):
            for name in dict.fromkeys((document.id.lower(), document.code.lower())):
                found[name].append(number)
        return {name: tuple(numbers) for name, numbers in found.items() if name}

    def places(self, words: str) -> tuple[int, ...]:
        """The documents whose code or id was typed."""
        return self._places.get(" ".join(words.lower().split()), ())

    @cached_property
    def _names(self) -> dict[str, tuple[str, Stems]]:
        return {}

    def name(self, text: str) -> tuple[str, Stems]:
        """A name as one word, and the stems of what it says."""
        if text not in self._names:
            words = parts(text)
            telling = [word for word in words if word not in self.ignored] or words
            self._names[text] = "".join(words), tuple(dict.fromkeys(map(stem, telling)))
        return self._names[text]

    def knows(self, term: str) -> bool:
        return term in self.postings or term in self.same


def make(graph: Graph, root: Path) -> tuple[Index, Lists]:
    """The index of everything in a graph and of the pages that people write, and the lists that it was made with."""
    found = lists.read(root)
    return build(documents.documents(graph, found, root), found), found


def build(every: tuple[Document, ...], words: Lists) -> Index:
    """The index of documents."""
    counted = [_fields(document) for document in every]
    average = {name: sum(sum(each[name].values()) for each in counted) / max(1, len(counted)) or 1 for name in FIELDS}
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, each in enumerate(counted):
        for term, impact in _impacts(each, average).items():
            found[term].append((number, impact))
    ignored = frozenset(word for text in words.ignored for word in parts(text))
    weak = frozenset(stem(word) for text in words.weak for word in parts(text))
    called = {
        kind: frozenset(stem(word) for text in texts for word in parts(text)) for kind, texts in words.called.items()
    }
    same, triggers = _meanings(words, ignored)
    return Index(
        every,
        {term: tuple(found[term]) for term in sorted(found)},
        same,
        triggers,
        _surfaces(every, words),
        called,
        ignored,
        weak,
    )


def _fields(document: Document) -> dict[str, Counter[str]]:
    return {
        "title": _stems(document.title),
        "code": _stems(f"{document.kind} {document.code}" if document.code else ""),
        "names": sum((_stems(name) for name in document.names), Counter()),
        "asked": sum((_stems(phrase) for phrase in document.asked), Counter()),
        "text": _stems(document.text),
        "more": _stems(f"{document.more} {PLURALS.get(document.kind, '')} {document.standard}"),
    }


def _stems(text: str) -> Counter[str]:
    return Counter([*map(stem, parts(text)), *runs(text)])


def _impacts(counted: Mapping[str, Counter[str]], average: Mapping[str, float]) -> dict[str, int]:
    """How much each stem of a document counts there, from 1 to STEPS."""
    weights: defaultdict[str, float] = defaultdict(float)
    for name, (boost, b) in FIELDS.items():
        length = sum(counted[name].values())
        for term, times in counted[name].items():
            weights[term] += boost * min(times, 3) / (1 - b + b * length / average[name])
    return {
        term: max(1, min(STEPS, math.ceil(STEPS * weight / (SATURATION + weight)))) for term, weight in weights.items()
    }


def _surfaces(every: Iterable[Document], words: Lists) -> dict[str, str]:
    """For each stem the word that stands for it most often."""
    counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    said = (" ".join(each) for each in (*words.same, *(each.say for each in words.meanings)))
    for text in (*(" ".join((d.title, *d.names, *d.asked, d.text, d.more)) for d in every), *said):
        for word in parts(text):
            counted[stem(word)][word] += 1
    return {term: min(stood, key=lambda word: (-stood[word], word)) for term, stood in counted.items()}


def _meanings(
    words: Lists, ignored: frozenset[str]
) -> tuple[dict[str, tuple[Stems, ...]], tuple[tuple[Stems, tuple[Stems, ...]], ...]]:
    """Meanings by single stem, and those that take several stems together to be meant."""
    single_ones: defaultdict[str, dict[Stems, None]] = defaultdict(dict)
    several: defaultdict[Stems, dict[Stems, None]] = defaultdict(dict)
    pairs = [(say, [other for other in group if other != say]) for group in words.same for say in group]
    pairs += [(say, list(each.mean)) for each in words.meanings for say in each.say]
    for say, mean in pairs:
        said = phrase(say, ignored)
        (single_ones[said[0]] if len(said) == 1 else several[said]).update(
            dict.fromkeys(phrase(each, ignored) for each in mean)
        )
    return {term: tuple(single_ones[term]) for term in sorted(single_ones)}, tuple(
        (said, tuple(several[said])) for said in sorted(several)
    )


def phrase(text: str, ignored: Iterable[str]) -> Stems:
    """The stems of a phrase without the words that say nothing, unless fewer than two others are left of several."""
    words = parts(text)
    telling = [word for word in words if word not in ignored]
    return tuple(map(stem, telling if len(telling) > 1 or len(words) == len(telling) else words))


def script(index: Index) -> str:
    """The index as a plain script that sets one global."""
    names, standards = (
        sorted({document.kind for document in index.documents}),
        sorted({document.standard for document in index.documents}),
    )
    value = {
        "kinds": [[name, PLURALS.get(name, name), PRIOR[name], " ".join(sorted(index.called.get(name, ())))] for name in names],
        "standards": standards,
        "docs": [[d.id, names.index(d.kind), standards.index(d.standard), d.title, d.url, d.code, "|".join(d.names), brief(d)] for d in index.documents],
        "terms": " ".join(index.terms),
        "surfaces": " ".join("" if index.surfaces.get(term, term) == term else index.surfaces[term] for term in index.terms),
        "postings": " ".join(_packed(index.postings[term]) for term in index.terms),
        "same": {term: [" ".join(each) for each in targets] for term, targets in index.same.items()},
        "said": {term: index.surfaces[term] for term in index.same if term not in index.postings and index.surfaces.get(term, term) != term},
        "triggers": [[" ".join(said), *(" ".join(each) for each in mean)] for said, mean in index.triggers],
        "ignored": " ".join(sorted(index.ignored)),
        "weak": " ".join(sorted(index.weak)),
        "letters": analysis.LETTERS, "words": analysis.WHOLE, "endings": analysis.ENDINGS, "weights": asdict(index.weights), "steps": STEPS,
    }  # fmt: skip
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign, escaped in (("<", "\\u003c"), (">", "\\u003e"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029")):
        text = text.replace(sign, escaped)
    return f"window.NAVIGATOR_INDEX={text};\n"


def _packed(postings: Iterable[tuple[int, int]]) -> str:
    """Postings in letters: the distance to the document before in base 32 unless it is 1, then how much the stem counts, from A to Z."""
    last, pieces = -1, []
    for number, impact in postings:
        pieces.append(("" if number - last == 1 else _base32(number - last)) + chr(64 + impact))
        last = number
    return "".join(pieces)


def _base32(number: int) -> str:
    digits = ""
    while number:
        digits = "0123456789abcdefghijklmnopqrstuv"[number % 32] + digits
        number //= 32
    return digits
