"""Who does it and with what: organisations, use cases, tools, services, neighbours, governance, sources."""

from __future__ import annotations

from dataclasses import dataclass

from navigator.model.common import Basis, Entry, Flow


@dataclass(frozen=True)
class StandardUsed:
    """A standard and the version that a use case used, as far as known."""

    standard: str
    version: str = ""


@dataclass(frozen=True)
class Step:
    """One step of a use case."""

    activity: str
    how: str
    artefacts: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class UseCase(Entry):
    name: str
    organisations: tuple[str, ...]
    year: str
    summary: str
    standards: tuple[StandardUsed, ...]
    steps: tuple[Step, ...]
    benefit: str
    lesson: str
    steps_basis: str
    basis: Basis
    programme: str = ""
    other_standards: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()

    kind = "use-case"


@dataclass(frozen=True)
class Handles:
    """A standard that a tool handles: versions, what it reads and writes."""

    standard: str
    versions: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    writes: tuple[str, ...] = ()
    artefacts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Standing:
    """Standing of a tool, with what was seen and when."""

    state: str
    evidence: str
    on: str = ""


@dataclass(frozen=True, kw_only=True)
class Tool(Entry):
    name: str
    summary: str
    url: str
    licence: str
    maintainer: str
    type: str
    activities: tuple[str, ...]
    status: Standing
    basis: Basis
    repository: str = ""
    organisations: tuple[str, ...] = ()
    platform: str = ""
    standards: tuple[Handles, ...] = ()
    formats: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    kind = "tool"


@dataclass(frozen=True, kw_only=True)
class Service(Entry):
    name: str
    summary: str
    activities: tuple[str, ...]
    standing: str
    basis: Basis
    url: str = ""
    organisations: tuple[str, ...] = ()
    maintainer: str = ""
    takes_in: tuple[Flow, ...] = ()
    gives_out: tuple[Flow, ...] = ()
    standards: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    kind = "service"


@dataclass(frozen=True, kw_only=True)
class Neighbour(Entry):
    name: str
    type: str
    summary: str
    maintainer: str
    url: str
    activities: tuple[str, ...]
    to_sdmx: str
    to_ddi: str
    basis: Basis
    short: str = ""
    version: str = ""
    date: str = ""
    notes: tuple[str, ...] = ()

    kind = "neighbour"


@dataclass(frozen=True)
class Helps:
    """A standard that helps with an aspect of interoperability, and how."""

    standard: str
    how: str


@dataclass(frozen=True, kw_only=True)
class Aspect(Entry):
    name: str
    question: str
    summary: str
    failure: str
    origin: str
    basis: Basis
    standards: tuple[Helps, ...] = ()
    artefacts: tuple[str, ...] = ()
    components: tuple[str, ...] = ()

    kind = "aspect"


@dataclass(frozen=True, kw_only=True)
class GovernanceRole(Entry):
    name: str
    summary: str
    activities: tuple[str, ...]
    origin: str
    basis: Basis
    counterparts: str = ""

    kind = "role"


@dataclass(frozen=True, kw_only=True)
class Organisation(Entry):
    name: str
    type: str
    country: str
    short: str = ""
    url: str = ""

    kind = "organisation"


@dataclass(frozen=True, kw_only=True)
class Document(Entry):
    """A source: a document, specification, page or repository that statements rest on."""

    title: str
    publisher: str
    type: str
    read: str
    url: str = ""
    date: str = ""
    about: tuple[str, ...] = ()
    version: str = ""
    licence: str = ""
    note: str = ""

    kind = "source"

    @property
    def label(self) -> str:
        return self.title
