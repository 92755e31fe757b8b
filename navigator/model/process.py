"""GSBPM and GAMSO: phases, sub-processes, tasks, overarching activities, areas and activities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from navigator.model.common import Basis, Entry, Evidence, Fit, Flow, Limit, NothingFits

EDITIONS = ("5.0", "5.1", "5.2")
EDITION = "5.2"


@dataclass(frozen=True)
class Sighting:
    """Where a task was seen: a national model, with its own code and name."""

    source: str
    code: str = ""
    name: str = ""


@dataclass(frozen=True)
class Task:
    """A level-3 task, proposed by this project."""

    code: str
    name: str
    purpose: str
    status: str
    takes_in: tuple[Flow, ...] = ()
    gives_out: tuple[Flow, ...] = ()
    inputs: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    fits: tuple[Fit, ...] = ()
    seen_in: tuple[Sighting, ...] = ()
    superseded_by: str = ""


@dataclass(frozen=True)
class Guidance:
    """When SDMX alone suits, when DDI alone, when both and how they hand over."""

    lead: str
    sdmx_alone: tuple[str, ...]
    ddi_alone: tuple[str, ...]
    together: tuple[str, ...]
    basis: Basis
    why: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Check:
    """One thing to cover so that data stay interoperable, and the evidence that it was done."""

    aspect: str
    check: str
    done_when: str
    basis: Basis
    artefacts: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class InPhase:
    """What an overarching activity means in one phase."""

    phase: str
    text: str


@dataclass(frozen=True)
class GamsoTie:
    """How an overarching activity meets a GAMSO activity."""

    activity: str
    text: str
    basis: Basis
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class SubActivity:
    """An overarching sub-activity (level 2)."""

    code: str
    name: str
    purpose: str
    gamso: tuple[str, ...]
    basis: Basis
    in_phases: tuple[InPhase, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    fits: tuple[Fit, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Activity(Entry):
    """What phases, sub-processes and overarching activities share."""

    names: Mapping[str, str]
    summary: str
    facts: tuple[str, ...] = ()
    coos: str = ""
    nothing_fits: tuple[NothingFits, ...] = ()

    @property
    def label(self) -> str:
        return self.names[EDITION]

    @property
    def code(self) -> str:
        return self.local


@dataclass(frozen=True, kw_only=True)
class Phase(Activity):
    kind = "phase"


@dataclass(frozen=True, kw_only=True)
class SubProcess(Activity):
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    takes_in: tuple[Flow, ...] = ()
    gives_out: tuple[Flow, ...] = ()
    fits: tuple[Fit, ...] = ()
    limits: tuple[Limit, ...] = ()
    guidance: Guidance | None = None
    interoperability: tuple[Check, ...] = ()
    tasks: tuple[Task, ...] = ()

    kind = "sub-process"

    @property
    def phase(self) -> str:
        return f"gsbpm:{self.code[0]}"


@dataclass(frozen=True, kw_only=True)
class OverarchingActivity(Activity):
    gamso: tuple[GamsoTie, ...]
    actions: tuple[str, ...] = ()
    in_phases: tuple[InPhase, ...] = ()
    takes_in: tuple[Flow, ...] = ()
    gives_out: tuple[Flow, ...] = ()
    fits: tuple[Fit, ...] = ()
    limits: tuple[Limit, ...] = ()
    sub_activities: tuple[SubActivity, ...] = ()

    kind = "overarching-activity"


@dataclass(frozen=True)
class Touch:
    """A GSBPM activity that a GAMSO activity touches."""

    activity: str
    basis: Basis
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class GamsoArea(Entry):
    name: str
    summary: str
    coos: str
    facts: tuple[str, ...] = ()

    kind = "gamso-area"


@dataclass(frozen=True, kw_only=True)
class GamsoActivity(Entry):
    name: str
    summary: str
    coos: str
    facts: tuple[str, ...] = ()
    touches: tuple[Touch, ...] = ()
    items: tuple[str, ...] = ()

    kind = "gamso-activity"

    @property
    def area(self) -> str:
        return f"gamso:{self.local.partition('.')[0]}"
