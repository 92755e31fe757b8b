"""Standards and their parts: versions, artefacts, information objects, crosswalk, hand-overs, examples."""

from __future__ import annotations

from dataclasses import dataclass, field

from navigator.model.common import Basis, Entry, Evidence, Link, Match, MatchKind


@dataclass(frozen=True)
class Version:
    """One version of a standard."""

    version: str
    status: str
    date: str = ""
    namespace: str = ""
    note: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Change:
    """What changed on the way to a version, and what to do about it."""

    to: str
    text: str
    artefacts: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Standard(Entry):
    name: str
    short: str
    family: str
    summary: str
    url: str
    versions: tuple[Version, ...]
    facts: tuple[str, ...] = ()
    maintainer: str = ""
    licence: str = ""
    uses: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    part_of: str = ""
    links: tuple[Link, ...] = ()

    kind = "standard"

    @property
    def label(self) -> str:
        return self.short

    @property
    def current(self) -> str:
        """The newest version that is not a draft."""
        return next((each.version for each in reversed(self.versions) if each.status != "draft"), "")


@dataclass(frozen=True)
class Name:
    """A name that the official schema of a version defines."""

    kind: str
    name: str


@dataclass(frozen=True)
class Availability:
    """The artefact in one version of its standard."""

    version: str
    status: str
    names: tuple[Name, ...] = ()
    not_checked: str = ""
    path: str = ""
    use_instead: str = ""
    note: str = ""

    @property
    def there(self) -> bool:
        return self.status not in ("absent", "removed")


@dataclass(frozen=True)
class Model:
    """Where an artefact stands in its standard's model."""

    class_name: str = field(default="", metadata={"key": "class"})
    package: str = ""
    urn: str = ""
    namespace: str = ""
    maintainable: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Artefact(Entry):
    name: str
    topic: str
    summary: str
    versions: tuple[Availability, ...]
    model: Model | None = None
    part_of: tuple[str, ...] = ()
    refers_to: tuple[str, ...] = ()
    represents: tuple[Match, ...] = ()
    represents_none: str = ""
    neighbour: str = ""
    codes: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()

    kind = "artefact"

    @property
    def standard(self) -> str:
        return f"standard:{self.id.partition(':')[0]}"


@dataclass(frozen=True)
class Relation:
    """An outgoing relation of an information object."""

    verb: str
    object: str


@dataclass(frozen=True)
class Since:
    """What became of an information object since GSIM 1.2."""

    change: str
    was: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class InformationObject(Entry):
    name: str
    group: str
    summary: str
    since_1_2: Since
    is_a: str = ""
    relations: tuple[Relation, ...] = ()
    attributes: tuple[str, ...] = ()

    kind = "information-object"


@dataclass(frozen=True)
class Pair:
    """Two artefacts that answer to one another, with the difference in one sentence."""

    subject: str
    object: str
    match: MatchKind
    difference: str
    basis: Basis
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class NoCounterpart:
    """An artefact for which another standard has no counterpart."""

    subject: str
    standard: str
    reason: str
    basis: Basis
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Crosswalk(Entry):
    name: str
    summary: str
    object: str = ""
    matches: tuple[Pair, ...] = ()
    none: tuple[NoCounterpart, ...] = ()

    kind = "crosswalk"


@dataclass(frozen=True, kw_only=True)
class HandOver(Entry):
    name: str
    summary: str
    activities: tuple[str, ...]
    origin: tuple[str, ...] = field(metadata={"key": "from"})
    target: tuple[str, ...] = field(metadata={"key": "to"})
    through: str
    lost: tuple[str, ...]
    gained: tuple[str, ...]
    basis: Basis
    evidence: tuple[Evidence, ...]
    artefacts: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    reverse: str = ""

    kind = "hand-over"


@dataclass(frozen=True, kw_only=True)
class Example(Entry):
    title: str
    file: str
    format: str
    standard: str
    version: str
    artefacts: tuple[str, ...]
    schema: str
    story: str
    activities: tuple[str, ...] = ()
    note: str = ""

    kind = "example"

    @property
    def label(self) -> str:
        return self.title
