"""The IRIs of terms and things, and the prefixes that shorten them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from navigator.export import vocabulary
from navigator.export.common import iri, namespaces, plain, uri
from navigator.export.turtle import Literal
from navigator.export.vocabulary import OUTSIDE
from navigator.view.site import Site

COOS = "http://id.unece.org/activities/"
#: Kinds that COOS knows as categories of activities.
ACTIVITIES = (
    "phase",
    "sub-process",
    "task",
    "overarching-activity",
    "overarching-sub-activity",
    "gamso-area",
    "gamso-activity",
)
_DATES = {4: "gYear", 7: "gYearMonth", 10: "date"}


@dataclass(frozen=True)
class Names:
    """The IRIs of terms and things for one base."""

    site: Site
    base: str

    def __getitem__(self, term: str) -> str:
        """An established term, such as skos:broader, or one of ours, such as nav:Fit."""
        if term not in self._terms:
            prefix, _, local = term.partition(":")
            self._terms[term] = (vocabulary.namespace(self.base) if prefix == "nav" else OUTSIDE[prefix]) + local
        return self._terms[term]

    @cached_property
    def _terms(self) -> dict[str, str]:
        return {}

    @cached_property
    def things(self) -> dict[str, str]:
        """The IRI of everything by its id: that of COOS where it has one, otherwise ours."""
        return {
            id: iri(getattr(node.value, "coos", "")) or uri(self.base, id) for id, node in self.site.graph.nodes.items()
        }

    def date(self, text: str) -> Literal:
        """A year, a month or a day, with the datatype of what it is."""
        return Literal(text, "", self[f"xsd:{_DATES[len(text)]}"])

    def say(self, text: str) -> Literal:
        return Literal(plain(self.site, text), "en")


def prefixes(base: str) -> dict[str, str]:
    """All prefixes of the files: those of ids, of established vocabularies and of ours."""
    return {**OUTSIDE, **namespaces(base), "nav": vocabulary.namespace(base)}
