"""The index: for each stem the documents that hold it and how much it counts there, and the text that the browser loads."""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from navigator import kinds
from navigator.search import analysis
from navigator.search.analysis import parts, runs, stem
from navigator.search.documents import Document, brief
from navigator.search.lists import Lists

#: How much a stem counts in each field of a document, and how far the length of the field weakens it.
FIELDS = {"title": (7.0, 0.35), "code": (6.0, 0.0), "names": (5.0, 0.2), "text": (1.6, 0.4), "more": (0.7, 0.5)}
#: The more often a stem stands in a document the less each further time counts.
SATURATION = 3.0
#: Impacts are stored in so many steps, each one letter.
STEPS = 26
#: How much a kind is likely to be what people look for.
PRIOR = {
    "phase": 0.95, "sub-process": 1.12, "overarching-activity": 1.08, "task": 0.86, "overarching-sub-activity": 0.82, "gamso-area": 0.85, "gamso-activity": 0.92,
    "standard": 1.1, "artefact": 1.0, "information-object": 0.84, "crosswalk": 0.72, "hand-over": 0.82, "use-case": 0.86, "tool": 0.9, "service": 0.8,
    "neighbour": 0.92, "aspect": 1.0, "role": 0.92, "organisation": 0.75, "source": 0.4, "example": 0.55, "guide": 0.85, "page": 0.9,
}  # fmt: skip
#: How a kind is called, in one word or two, in results and filters.
SINGULAR = {"sub-process": "step", "phase": "phase", "artefact": "artefact", "guide": "guide", "page": "page", "source": "source", "role": "role"}


@dataclass(frozen=True)
class Index:
    """Everything that a search needs, in Python as in the browser."""

    documents: tuple[Document, ...]
    postings: Mapping[str, tuple[tuple[int, int], ...]] = field(repr=False)
    same: Mapping[str, tuple[tuple[str, ...], ...]] = field(repr=False)
    triggers: tuple[tuple[tuple[str, ...], tuple[tuple[str, ...], ...]], ...] = field(repr=False)
    surfaces: Mapping[str, str] = field(repr=False)
    called: Mapping[str, frozenset[str]]
    ignored: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()

    @cached_property
    def terms(self) -> tuple[str, ...]:
        return tuple(sorted(self.postings))

    @cached_property
    def vocabulary(self) -> tuple[str, ...]:
        """Every stem that means something here, in a document or by its meaning."""
        return tuple(sorted({*self.postings, *self.same}))

    @cached_property
    def position(self) -> Mapping[str, int]:
        return {document.id: number for number, document in enumerate(self.documents)}


def build(documents: tuple[Document, ...], lists: Lists) -> Index:
    """The index of documents."""
    counted = [_fields(document) for document in documents]
    average = {name: sum(sum(each[name].values()) for each in counted) / max(1, len(counted)) or 1 for name in FIELDS}
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, each in enumerate(counted):
        for term, impact in sorted(_impacts(each, average).items()):
            found[term].append((number, impact))
    ignored, weak = frozenset(word for text in lists.ignored for word in parts(text)), frozenset(stem(word) for text in lists.weak for word in parts(text))
    same, triggers = _meanings(lists, ignored)
    called = {kind: frozenset(stem(word) for text in texts for word in parts(text)) for kind, texts in lists.called.items()}
    return Index(documents, {term: tuple(found[term]) for term in sorted(found)}, same, triggers, _surfaces(documents, lists), called, ignored, weak)


def _surfaces(documents: Iterable[Document], lists: Lists) -> dict[str, str]:
    """For each stem the word that stands for it most often."""
    counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    said = [" ".join((*group, *())) for group in lists.same] + [" ".join(each.say) for each in lists.meanings]
    for text in (*(" ".join((d.title, *d.names, d.text, d.more)) for d in documents), *said):
        for word in parts(text):
            counted[stem(word)][word] += 1
    return {term: min(words, key=lambda word: (-words[word], word)) for term, words in counted.items()}


def _fields(document: Document) -> dict[str, Counter[str]]:
    return {
        "title": _stems(document.title),
        "code": _stems(f"{document.kind} {document.code}" if document.code else ""),
        "names": sum((_stems(name) for name in document.names), Counter()),
        "text": _stems(document.text),
        "more": _stems(f"{document.more} {kinds.PLURALS.get(document.kind, '')} {document.standard}"),
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
    return {term: max(1, min(STEPS, math.ceil(STEPS * weight / (SATURATION + weight)))) for term, weight in weights.items()}


Stems = tuple[str, ...]


def _meanings(lists: Lists, ignored: frozenset[str]) -> tuple[dict[str, tuple[Stems, ...]], tuple[tuple[Stems, tuple[Stems, ...]], ...]]:
    """Meanings by single stem, and those that take several stems together to be meant."""
    single: defaultdict[str, dict[Stems, None]] = defaultdict(dict)
    several: defaultdict[Stems, dict[Stems, None]] = defaultdict(dict)
    pairs = [(say, [other for other in group if other != say]) for group in lists.same for say in group]
    pairs += [(say, list(each.mean)) for each in lists.meanings for say in each.say]
    for say, mean in pairs:
        said = key(say, ignored)
        if len(said) == 1 and len(parts(say)) > 1:
            said = key(say, ())
        targets = dict.fromkeys(key(each, ignored) for each in mean)
        (single[said[0]] if len(said) == 1 else several[said]).update(targets)
    return {term: tuple(single[term]) for term in sorted(single)}, tuple((said, tuple(several[said])) for said in sorted(several))


def key(text: str, ignored: Iterable[str]) -> Stems:
    """The stems of a phrase without the words that say nothing, unless there are no others."""
    words = parts(text)
    return tuple(map(stem, [word for word in words if word not in ignored] or words))


def script(index: Index) -> str:
    """The index as a plain script that sets one global."""
    documents = index.documents
    names = sorted({document.kind for document in documents})
    standards = sorted({document.standard for document in documents})
    value = {
        "kinds": [[name, kinds.PLURALS.get(name, {"guide": "Guide", "page": "Pages of the site"}.get(name, name)), PRIOR.get(name, 0.8)] for name in names],
        "standards": standards,
        "docs": [[d.id, names.index(d.kind), standards.index(d.standard), d.title, d.url, d.code, "|".join(d.names), brief(d)] for d in documents],
        "called": {kind: " ".join(sorted(index.called[kind])) for kind in sorted(index.called)},
        "terms": " ".join(index.terms),
        "surfaces": " ".join("" if index.surfaces.get(term, term) == term else index.surfaces[term] for term in index.terms),
        "postings": " ".join(_packed(index.postings[term]) for term in index.terms),
        "same": {term: [" ".join(each) for each in targets] for term, targets in index.same.items()},
        "triggers": [[" ".join(said), *(" ".join(each) for each in mean)] for said, mean in index.triggers],
        "ignored": " ".join(sorted(index.ignored)),
        "weak": " ".join(sorted(index.weak)),
        "letters": analysis.LETTERS,
        "whole": analysis.WHOLE,
        "endings": analysis.ENDINGS,
    }
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign, escaped in (("<", "\\u003c"), (">", "\\u003e"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029")):
        text = text.replace(sign, escaped)
    return f"window.NAVIGATOR_INDEX={text};\n"


def _packed(postings: Iterable[tuple[int, int]]) -> str:
    """Postings in letters: the distance to the document before in base 32, then the impact from A to Z."""
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
