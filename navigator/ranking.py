"""The ranking of the guided finder: which artefacts answer to a place in the process, a thing in the hand, a partner.

The ranking is done twice, here and in overrides/assets/finder.js, from the same numbers; a test holds them together.
All points are whole numbers, so that both come to the same order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from navigator.finder import Holding, Partner
from navigator.graph import Edge
from navigator.model.standards import Artefact
from navigator.view.site import Site, order_of

#: Points of a fit by strength and basis; each piece of evidence up to three adds one.
STRENGTH = {"primary": 12, "supporting": 6, "possible": 2}
BASIS = {"published": 4, "practised": 4, "defined": 2, "derived": 1, "proposed": 0}
#: Points for representing an information object that the thing in the hand is, or that an exchange needs.
MATCH = {"exact": 10, "close": 9, "narrow": 5, "broad": 5, "related": 3}
TOPIC, WORD = 8, 7
#: A tie of fewer points is too thin to count.
LEAST = 5
#: How much each answer weighs: a fit at the very place counts twice, in the same phase once, elsewhere a third.
HERE, NEAR, FAR = 6, 3, 1
HELD, EXCHANGED, FLOW = 4, 2, 12
#: How many artefacts an answer names, how many of one standard; how many standards, judged by how many artefacts.
MOST, OF_ONE_STANDARD, STANDARDS, DEPTH = 5, 3, 2, 10


@dataclass(frozen=True)
class Served:
    """One fit of a candidate: where, how, and how many points it is worth."""

    activity: str
    role: str
    strength: str
    basis: str
    evidence: int
    points: int
    why: str

    @property
    def step(self) -> str:
        """The sub-process or overarching activity in which it stands."""
        head, dot, last = self.activity.rpartition(".")
        return head if dot and last[0] in "st" and last[1:].isdigit() else self.activity


@dataclass(frozen=True)
class Tie:
    """Why an artefact belongs to an answer: points, and what they rest on."""

    points: int
    object: str = ""
    match: str = ""
    word: str = ""
    topic: bool = False
    served: int = -1
    cases: int = 0


@dataclass(frozen=True)
class Candidate:
    """An artefact with all that the ranking looks at. ``flows`` are steps that take in or give out what it represents."""

    id: str
    standard: str
    fits: tuple[Served, ...]
    flows: tuple[str, ...]
    holdings: Mapping[str, Tie] = field(hash=False)
    partners: Mapping[str, Tie] = field(hash=False)


@dataclass(frozen=True)
class Answer:
    """One artefact that answers: its points, the fit that speaks for it, how near that fit is."""

    candidate: Candidate
    points: int
    served: Served
    near: int
    flow: bool
    held: Tie | None
    exchanged: Tie | None


def candidates(site: Site) -> tuple[Candidate, ...]:
    """Every artefact that fits somewhere, in the order of standards and names."""
    found = (each for each in site.catalogue.of("artefact") if site.graph.out(each.id, "fit"))
    practice = {each.key: _practice(site, each.organisations) for each in site.finder.partners}
    return tuple(
        _candidate(site, each, practice) for each in sorted(found, key=lambda each: (order_of(each.id), each.id))
    )


def _candidate(site: Site, entry: Artefact, practice: Mapping[str, Practice]) -> Candidate:
    fits = tuple(served(edge) for edge in site.graph.out(entry.id, "fit"))
    holdings = {each.key: _held(entry, each) for each in site.finder.holdings}
    partners = {each.key: _exchanged(entry, each, fits, practice[each.key]) for each in site.finder.partners}
    flows = tuple(sorted(set(_flows(site, entry))))
    return Candidate(
        entry.id, entry.standard, fits, flows,
        {key: tie for key, tie in holdings.items() if tie.points >= LEAST}, {key: tie for key, tie in partners.items() if tie.points},
    )  # fmt: skip


def served(edge: Edge) -> Served:
    fit = edge.value
    points = STRENGTH[fit.strength] + BASIS[fit.basis] + min(len(fit.evidence), 3)
    return Served(edge.target, fit.role, fit.strength, fit.basis, len(fit.evidence), points, fit.why)


def _flows(site: Site, entry: Artefact) -> Iterator[str]:
    for tie in entry.represents:
        if tie.match in ("exact", "close"):
            yield from (
                edge.source for relation in ("takes-in", "gives-out") for edge in site.graph.into(tie.object, relation)
            )


def _represented(entry: Artefact, objects: Iterable[str]) -> tuple[int, str, str]:
    """The best tie to one of some information objects: points, object, match."""
    found = [(MATCH[tie.match], tie.object, tie.match) for tie in entry.represents if tie.object in objects]
    return max(found, key=lambda each: each[0]) if found else (0, "", "")


def _held(entry: Artefact, holding: Holding) -> Tie:
    points, object, match = _represented(entry, holding.objects)
    word = _named(entry, holding.words)
    topic = entry.topic in holding.topics
    return Tie(points + WORD * bool(word) + TOPIC * topic, object, match, word, topic)


def _named(entry: Artefact, words: Iterable[str]) -> str:
    """The name or alias of an artefact that has a word beginning with one of ``words``."""
    names = (entry.name, *entry.aliases)
    return next(
        (
            name
            for word in words
            for name in names
            if f" {word}" in f" {name.lower().replace('(', ' ').replace('-', ' ')}"
        ),
        "",
    )


def _exchanged(entry: Artefact, partner: Partner, fits: tuple[Served, ...], practice: Practice) -> Tie:
    points, object, match = _represented(entry, partner.objects)
    topic = entry.topic in partner.topics
    here = [
        (fit.points, -index)
        for index, fit in enumerate(fits)
        if fit.role == "exchanges" and fit.step in partner.activities
    ]
    best, at = max(here, default=(0, 1))
    cases = practice.cases[entry.id]
    return Tie(
        points // 2 + TOPIC * topic + best + 2 * min(cases, 4) + practice.share(entry.standard),
        object,
        match,
        "",
        topic,
        -at,
        cases,
    )


@dataclass(frozen=True)
class Practice:
    """What organisations of some types handle: in how many use cases each artefact, how often each standard."""

    cases: Counter[str]
    standards: Counter[str]

    def share(self, standard: str) -> int:
        """0 to 12: the part that a standard has in it."""
        return 12 * self.standards[standard] // max(self.standards.total(), 1)


def _practice(site: Site, types: tuple[str, ...]) -> Practice:
    cases = [
        case
        for case in site.catalogue.of("use-case")
        if any(site.catalogue[id].type in types for id in case.organisations)
    ]
    handled = [{id for step in case.steps for id in step.artefacts} for case in cases]
    return Practice(
        Counter(id for ids in handled for id in ids), Counter(site.standard_of(id).id for ids in handled for id in ids)
    )


def _near(fit: Served, place: str) -> int:
    """How near a fit stands to a step or phase; without a place everything is near."""
    if not place or fit.step == place or fit.step.startswith(f"{place}."):
        return HERE
    return NEAR if fit.step[:7] == place[:7] and place[6:7].isdigit() else FAR


def _answer(each: Candidate, place: str, holding: str, partner: str) -> Answer:
    nears = [(_near(fit, place), fit) for fit in each.fits]
    near, fit = max(nears, key=lambda pair: pair[0] * pair[1].points)
    held, exchanged = each.holdings.get(holding), each.partners.get(partner)
    flow = near < HERE and place in each.flows
    points = near * fit.points + FLOW * flow + min(len(each.fits), 6)
    points += HELD * held.points if held else 0
    points += EXCHANGED * exchanged.points if exchanged else 0
    return Answer(each, points, fit, near, flow, held, exchanged)


def rank(among: Iterable[Candidate], place: str = "", holding: str = "", partner: str = "") -> tuple[Answer, ...]:
    """All artefacts that answer, best first. Each argument may be empty: not known, or no matter."""
    found = [_answer(each, place, holding, partner) for each in among if not holding or holding in each.holdings]
    return tuple(sorted(found, key=lambda answer: -answer.points))


def shortened(ranked: Iterable[Answer]) -> tuple[Answer, ...]:
    """The first few of a ranking, not too many of them of one standard."""
    kept: list[Answer] = []
    for answer in ranked:
        if (
            len(kept) < MOST
            and sum(each.candidate.standard == answer.candidate.standard for each in kept) < OF_ONE_STANDARD
        ):
            kept.append(answer)
    return tuple(kept)


def leading(ranked: Sequence[Answer]) -> tuple[str, ...]:
    """The one or two standards that the best artefacts belong to."""
    points: Counter[str] = Counter()
    for answer in ranked[:DEPTH]:
        points[answer.candidate.standard] += answer.points
    first = max(points.values(), default=0)
    return tuple(id for id, sum in sorted(points.items(), key=lambda pair: -pair[1])[:STANDARDS] if 3 * sum >= first)
