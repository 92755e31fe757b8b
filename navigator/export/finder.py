"""What the page of the finder loads: every candidate with the points that the ranking adds up, and the words for its reasons."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from navigator import ranking, words
from navigator.export.common import named, plain
from navigator.export.script import script
from navigator.model.common import BASES, ROLES, STRENGTHS
from navigator.ranking import Candidate, Served, Tie
from navigator.view.site import Site

URL = "assets/finder-data.js"


@dataclass(frozen=True)
class _Numbers:
    """Things that several candidates name, each written once."""

    site: Site
    numbers: dict[str, int] = field(default_factory=dict)

    def of(self, id: str) -> int:
        return self.numbers.setdefault(id, len(self.numbers)) if id else -1

    def written(self) -> list[list[str]]:
        return [[each.id, named(each), each.url] for each in map(self.site.node, self.numbers)]


def data(site: Site) -> dict[str, Any]:
    """Places to choose, candidates with their points, and what they name."""
    things = _Numbers(site)
    places = [
        each.id
        for each in (
            *(activity for phase in site.phases for activity in (phase, *site.steps_of(phase))),
            *site.overarching,
        )
    ]
    return {
        "weights": {
            "here": ranking.HERE,
            "near": ranking.NEAR,
            "far": ranking.FAR,
            "held": ranking.HELD,
            "exchanged": ranking.EXCHANGED,
            "flow": ranking.FLOW,
        },
        "limits": {
            "most": ranking.MOST,
            "ofOne": ranking.OF_ONE_STANDARD,
            "standards": ranking.STANDARDS,
            "depth": ranking.DEPTH,
        },
        "roles": ROLES,
        "strengths": [[key, words.strengths[key]] for key in STRENGTHS],
        "bases": [[key, words.bases[key]] for key in BASES],
        "holdings": {each.key: each.name for each in site.finder.holdings},
        "partners": {each.key: [each.name, each.organisations] for each in site.finder.partners},
        "places": [[things.of(id), ", ".join(site.catalogue[id].aliases)] for id in places],
        "standards": {each.id: [each.short, site.node(each.id).url] for each in site.standards},
        "candidates": [_candidate(site, things, each) for each in ranking.candidates(site)],
        "things": things.written(),
    }


def _candidate(site: Site, things: _Numbers, each: Candidate) -> list[Any]:
    node = site.node(each.id)
    holdings = {key: _tie(things, tie) for key, tie in each.holdings.items()}
    partners = {key: _tie(things, tie) for key, tie in each.partners.items()}
    topic = words.topics.get(site.catalogue[each.id].topic, "")
    fits = [_fit(site, things, fit) for fit in each.fits]
    return [
        each.id,
        node.label,
        node.url,
        each.standard,
        topic,
        fits,
        [things.of(id) for id in each.flows],
        holdings,
        partners,
    ]


def _fit(site: Site, things: _Numbers, fit: Served) -> list[Any]:
    return [
        things.of(fit.activity), things.of(fit.step), ROLES.index(fit.role), STRENGTHS.index(fit.strength), BASES.index(fit.basis), fit.evidence, fit.points,
        plain(site, fit.why),
    ]  # fmt: skip


def _tie(things: _Numbers, tie: Tie) -> list[Any]:
    return [tie.points, things.of(tie.object), tie.match, tie.word, int(tie.topic), tie.served, tie.cases]


def finder_js(site: Site) -> str:
    return script("navigatorFinder", data(site))
