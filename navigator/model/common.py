"""What entries of several kinds are made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Basis = Literal["published", "practised", "defined", "derived", "proposed"]
Role = Literal["creates", "uses", "updates", "exchanges", "documents"]
Strength = Literal["primary", "supporting", "possible"]
MatchKind = Literal["exact", "close", "broad", "narrow", "related"]

ROLES: tuple[Role, ...] = ("creates", "uses", "updates", "exchanges", "documents")
STRENGTHS: tuple[Strength, ...] = ("primary", "supporting", "possible")
BASES: tuple[Basis, ...] = ("published", "practised", "defined", "derived", "proposed")


@dataclass(frozen=True)
class Evidence:
    """A source, the place in it, and the version of the standard that it speaks of."""

    source: str
    locator: str = ""
    version: str = ""
    note: str = ""


@dataclass(frozen=True)
class Label:
    """A name in another language. ``status``: official, national or proposed."""

    lang: str
    text: str
    status: str
    edition: str = ""
    source: str = ""


@dataclass(frozen=True)
class Review:
    """How far an entry was checked (compiled or reviewed), and the day of the last look."""

    state: str
    on: str


@dataclass(frozen=True)
class Fit:
    """The statement that an artefact fits an activity."""

    artefact: str
    role: Role
    strength: Strength
    why: str
    basis: Basis
    evidence: tuple[Evidence, ...]
    edition: str = ""


@dataclass(frozen=True)
class NothingFits:
    """The verdict that a standard was looked at and has nothing to offer."""

    standard: str
    reason: str
    by: str
    on: str


@dataclass(frozen=True)
class Limit:
    """What a standard cannot say at a step even though some of it fits."""

    standard: str
    text: str
    basis: Basis


@dataclass(frozen=True)
class Flow:
    """One information object that an activity takes in or gives out."""

    object: str
    basis: Basis
    capacity: str = field(default="", metadata={"key": "as"})
    note: str = ""


@dataclass(frozen=True)
class Match:
    """Tie of an artefact to a GSIM information object."""

    object: str
    match: MatchKind
    basis: Basis
    note: str = ""


@dataclass(frozen=True)
class Link:
    """A link into documentation outside the site."""

    label: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What every entry has. ``id`` and ``path`` come from the file name, not from the file."""

    id: str
    path: str
    aliases: tuple[str, ...] = ()
    labels: tuple[Label, ...] = ()
    sources: tuple[Evidence, ...] = ()
    review: Review | None = None
    superseded_by: str = ""

    kind = ""

    @property
    def label(self) -> str:
        """The name that pages, lists and the graph show."""
        return getattr(self, "name", self.id)

    @property
    def local(self) -> str:
        """The id without its prefix: 4.3, codelist, oa.quality."""
        return self.id.partition(":")[2]
