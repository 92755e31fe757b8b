"""Views of lists: the home page, the indexes of each kind, the matrix, the crosswalk, the state of the navigator."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from navigator import kinds
from navigator.graph import Node
from navigator.model.standards import Standard
from navigator.view import matrix, process, standards
from navigator.view.site import FAMILIES, Site
from navigator.view.state import state


@dataclass(frozen=True)
class Listing:
    """One page that lists things: where it stands, how it is made, what it shows."""

    url: str
    title: str
    kind: str
    description: str
    template: str
    view: Any
    crumbs: tuple[tuple[str, str], ...] = ()
    wide: bool = False


@dataclass(frozen=True)
class HomeView:
    """Context of the home page."""

    map: process.Map
    families: dict[str, str]
    standards: tuple[Standard, ...]
    counts: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True)
class IndexView:
    """Context of an index: entries of a kind in groups."""

    title: str
    lede: str
    groups: tuple[tuple[str, tuple[Node, ...]], ...]
    count: int


def listings(site: Site) -> Iterator[Listing]:
    """Every listing of the site."""
    yield Listing("index.html", "GSBPM standards navigator", "home", _HOME, "home", home(site), wide=True)
    yield Listing("gsbpm/concordance.html", "Concordance of GSBPM 5.0, 5.1 and 5.2", "concordance", "What the activities of GSBPM are called in each edition.", "concordance", process.concordance(site), (("Process", "index.html#map"),))
    yield Listing("matrix/index.html", "Matrix of sub-processes and standards", "matrix", "Every fit at a glance.", "matrix", matrix.by_standard(site), wide=True)
    for standard in site.standards:
        view = matrix.by_artefact(site, standard)
        if view.heads:
            yield Listing(f"matrix/{standard.local}.html", f"Matrix of sub-processes and {standard.short} artefacts", "matrix", f"Where each artefact of {standard.short} fits.", "matrix", view, (("Matrix", "matrix/index.html"),), wide=True)
    yield Listing("crosswalk.html", "Crosswalk SDMX, DDI, GSIM", "crosswalk", "Which artefacts answer to one another, and how well.", "crosswalk", standards.crosswalk(site), (("Standards", "standards/index.html"),), wide=True)
    yield Listing("state.html", "State of the navigator", "state", "What is covered, what is open, and how to help.", "state", state(site))
    for kind, made in INDEXES.items():
        if site.catalogue.of(kind):
            yield made(site)


_HOME = "Which part of SDMX, DDI and their companions fits at each step of producing official statistics, with evidence."


def home(site: Site) -> HomeView:
    counted = [(kind, len(site.catalogue.of(kind)), f"{kinds.BY_NAME[kind].pages}index.html") for kind in ("artefact", "information-object", "use-case", "tool", "neighbour", "source") if site.catalogue.of(kind)]
    return HomeView(process.whole_map(site), FAMILIES, site.ledger, tuple(counted))


def _index(kind: str, title: str, lede: str, field: str = "", crumbs: tuple[tuple[str, str], ...] = ()) -> Any:
    def make(site: Site) -> Listing:
        entries = site.catalogue.of(kind)
        groups: dict[str, list[Node]] = {}
        for entry in entries:
            groups.setdefault(str(getattr(entry, field)) if field else "", []).append(site.node(entry.id))
        view = IndexView(title, lede, tuple((name, tuple(sorted(nodes, key=lambda node: node.label.lower()))) for name, nodes in sorted(groups.items())), len(entries))
        return Listing(f"{kinds.BY_NAME[kind].pages}index.html", title, "index", lede, "index", view, crumbs)

    return make


INDEXES = {
    "standard": _index("standard", "Standards and models", "What each is for, its versions, and the part of the process that it covers.", "family"),
    "artefact": _index("artefact", "Artefacts", "Every part of a standard that someone creates or handles.", "standard", (("Standards", "standards/index.html"),)),
    "information-object": _index("information-object", "GSIM information objects", "The 127 classes of GSIM 2.0 by group: the bridge between steps of the process and artefacts of the standards.", "group"),
    "gamso-activity": _index("gamso-activity", "GAMSO 1.2", "What a statistical organisation does around production.", "area"),
    "hand-over": _index("hand-over", "Hand-overs", "Where content leaves one standard for another: through what, what is lost, what is gained."),
    "use-case": _index("use-case", "Use cases", "What organisations really did, step by step."),
    "tool": _index("tool", "Tools", "Tools and services with what they read and write.", "type"),
    "service": _index("service", "CSPA services", "Services described in the sense of the Common Statistical Production Architecture."),
    "neighbour": _index("neighbour", "Neighbouring standards", "Standards that a statistician meets beside SDMX and DDI.", "type"),
    "organisation": _index("organisation", "Organisations", "Offices and bodies that appear in the navigator.", "type"),
    "source": _index("source", "Sources", "Everything that statements of the navigator rest on.", "type"),
    "example": _index("example", "Worked examples", "Small valid files, one continuing story.", "standard"),
}
