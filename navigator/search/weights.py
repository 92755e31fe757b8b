"""Weights of the search. They go into the index, so the browser ranks with the same numbers."""

from __future__ import annotations

from dataclasses import dataclass

#: How much a stem counts in each field of a document, and how far the length of the field weakens it.
FIELDS = {
    "title": (8.0, 0.35),
    "code": (6.0, 0.0),
    "names": (5.0, 0.2),
    "asked": (4.0, 0.3),
    "text": (1.6, 0.4),
    "more": (0.6, 0.5),
}
#: The more often a stem stands in a document the less each further time counts.
SATURATION = 2.5
#: How much a stem counts in a document is stored in so many steps, each one letter.
STEPS = 26
#: How likely a kind is to be what people look for.
PRIOR = {
    "phase": 0.95, "sub-process": 1.12, "overarching-activity": 1.08, "task": 0.9, "overarching-sub-activity": 0.82, "gamso-area": 0.85,
    "gamso-activity": 0.92, "standard": 1.1, "artefact": 1.0, "information-object": 0.84, "crosswalk": 0.72, "hand-over": 0.82, "use-case": 0.86,
    "tool": 0.95, "service": 0.8, "neighbour": 0.92, "aspect": 1.0, "role": 0.92, "organisation": 0.75, "source": 0.4, "example": 0.45, "guide": 0.7,
    "page": 0.8,
}  # fmt: skip


@dataclass(frozen=True)
class Weights:
    """What counts how much when a question is answered."""

    prefix: float = 0.75  #: a word that goes on where an unknown one stops
    typed: float = 0.35  #: a word that goes on where a known one stops
    one: float = 0.75  #: a word with one typing mistake
    two: float = 0.5  #: a word with two
    same: float = 0.73  #: a word that means the same
    weak: float = 0.4  #: a word that says little
    phrase: float = 0.55  #: a known phrase, for each of its telling words ...
    covered: float = 0.5  #: ... which then count less themselves
    part: float = 0.4  #: what a document keeps that answers nothing but a part
    title: float = 1.3  #: the title says just what was asked
    name: float = 0.85  #: another name does
    whole: float = 1.6  #: ... to the letter
    loose: float = 2.5  #: a stem of a name that only stands for a word of the question
    focus: float = 0.7  #: how strictly names are kept to what was asked
    called: float = 1.7  #: the kind is asked for by its name: "tool", "use case"
    look: int = 120  #: so many documents are looked at closely


WEIGHTS = Weights()
