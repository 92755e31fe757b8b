"""Views of lists: the home page, the indexes of each kind, the matrix, the crosswalk, the state of the navigator."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from navigator import kinds, words
from navigator.export.formats import NO_OFFER, Offer
from navigator.graph import Node
from navigator.model.standards import Standard
from navigator.view import (
    concordance,
    crosswalk,
    derivation,
    downloads,
    examples,
    explore,
    gamso,
    map,
    matrix,
    office,
    printed,
    registers,
    sources,
    tables,
)
from navigator.view.compare import compare
from navigator.view.finder import finder
from navigator.view.site import FAMILIES, Site, order_of
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

    map: map.Map
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


@dataclass(frozen=True)
class Made:
    """How a listing is made, and whether there is anything to list."""

    url: str
    title: str
    kind: str
    description: str
    template: str
    view: Callable[[Site], Any]
    crumbs: tuple[tuple[str, str], ...] = ()
    wide: bool = False
    needs: str = ""


_DOWNLOADS = "The whole catalogue in the formats of others."


def listings(site: Site, offer: Offer = NO_OFFER) -> Iterator[Listing]:
    """Every listing of the site; one whose kind has no entry is left out."""
    for made in LISTINGS:
        if not made.needs or site.catalogue.of(made.needs):
            yield Listing(
                made.url,
                made.title,
                made.kind,
                made.description,
                made.template,
                made.view(site),
                made.crumbs,
                made.wide,
            )
    for standard in site.standards:
        yield from _matrix_of(site, standard)
    yield from _printed(site)
    yield Listing(
        "downloads.html", "Downloads and API", "downloads", _DOWNLOADS, "downloads", downloads.downloads(site, offer)
    )
    crumbs = (("Downloads", "downloads.html"),)
    yield Listing(
        "vocabulary.html",
        "RDF vocabulary",
        "vocabulary",
        "The terms of our own in the RDF.",
        "vocabulary",
        downloads.terms(site, offer),
        crumbs,
    )


def _matrix_of(site: Site, standard: Standard) -> Iterator[Listing]:
    view = matrix.by_artefact(site, standard)
    if view.heads:
        title = f"Matrix of sub-processes and {standard.short} artefacts"
        text = f"Where each artefact of {standard.short} fits."
        yield Listing(
            f"matrix/{standard.local}.html",
            title,
            "matrix",
            text,
            "matrix",
            view,
            (("Matrix", "matrix/index.html"),),
            wide=True,
        )


def _printed(site: Site) -> Iterator[Listing]:
    for name, view in printed.documents(site):
        crumbs = _PROCESS if view.whole else (*_PROCESS, (view.title, view.phases[0].view.node.url))
        title = "The whole reference, to print" if view.whole else f"{view.title}, to print"
        yield Listing(f"print/{name}.html", title, "printed", view.lede, "printed", view, crumbs, wide=True)


_HOME = (
    "Which part of SDMX, DDI and their companions fits at each step of producing official statistics, with evidence."
)


def home(site: Site) -> HomeView:
    counted = [
        (kind, len(site.catalogue.of(kind)), f"{kinds.BY_NAME[kind].pages}index.html")
        for kind in ("artefact", "information-object", "use-case", "tool", "service", "neighbour", "source")
        if site.catalogue.of(kind)
    ]
    return HomeView(map.whole_map(site), FAMILIES, site.ledger, tuple(counted))


def _index(kind: str, title: str, lede: str, field: str) -> Callable[[Site], IndexView]:
    def make(site: Site) -> IndexView:
        entries = site.catalogue.of(kind)
        groups: dict[str, list[Node]] = {}
        for entry in entries:
            groups.setdefault(str(getattr(entry, field)), []).append(site.node(entry.id))
        ordered = tuple((name, tuple(sorted(groups[name], key=_in_group))) for name in sorted(groups, key=_in_order))
        return IndexView(title, lede, ordered, len(entries))

    return make


def _in_group(node: Node) -> tuple[int, str]:
    """Where a standard stands in its group: in the usual order, others after it by name."""
    return (order_of(node.id.partition(":")[2]), node.label.lower())


def _in_order(name: str) -> tuple[int, str]:
    """Where a group stands: families in the order of their words, others after them by name."""
    families = list(words.families)
    return (families.index(name) if name in families else len(families), name)


_PROCESS = (("Process", "index.html#map"),)
_STANDARDS = (("Standards", "standards/index.html"),)

LISTINGS = (
    Made("index.html", "GSBPM standards navigator", "home", _HOME, "home", home, wide=True),
    Made("gsbpm/concordance.html", "Concordance of GSBPM 5.0, 5.1 and 5.2", "concordance", "What the activities of GSBPM are called in each edition.", "concordance", concordance.concordance, _PROCESS),
    Made("gsbpm/tasks.html", "Tasks", "table", "The third level of GSBPM, proposed.", "table", tables.tasks, _PROCESS, wide=True, needs="sub-process"),
    Made("gamso/index.html", "GAMSO 1.2", "gamso-index", "How GSBPM sits in GAMSO.", "gamso-index", gamso.gamso_index, needs="gamso-area"),
    Made("matrix/index.html", "Matrix of sub-processes and standards", "matrix", "Every fit at a glance.", "matrix", matrix.by_standard, wide=True),
    Made("standards/index.html", "Standards and models", "index", "What each is for, its versions, and the part of the process that it covers.", "index", _index("standard", "Standards and models", "What each is for, its versions, and the part of the process that it covers.", "family"), needs="standard"),
    Made("artefacts/index.html", "Artefacts", "table", "Every part of a standard that someone creates or handles.", "table", tables.artefacts, _STANDARDS, wide=True, needs="artefact"),
    Made("crosswalk.html", "Crosswalk SDMX, DDI, GSIM", "crosswalk", "Which artefacts answer to one another, and how well.", "crosswalk", crosswalk.crosswalk, _STANDARDS, wide=True),
    Made("hand-overs/index.html", "Hand-over map", "table", "Where content leaves one standard for another.", "table", tables.hand_overs, _STANDARDS, wide=True, needs="hand-over"),
    Made("examples/index.html", "Worked examples", "table", "Small files of an invented office that show artefacts at work, step by step.", "table", examples.examples, _STANDARDS, wide=True, needs="example"),
    Made("information-objects/index.html", "GSIM information objects", "table", "The 127 classes of GSIM 2.0.", "table", tables.information_objects, wide=True, needs="information-object"),
    Made("derivation.html", "Assertion and derivation", "derivation", "Where asserted and derived fits agree and where not.", "derivation", derivation.derivation, (("GSIM", "information-objects/index.html"),), needs="sub-process"),
    Made("use-cases/index.html", "Use cases", "table", "What organisations really did, step by step.", "table", tables.use_cases, wide=True, needs="use-case"),
    Made("organisations/index.html", "Organisations", "table", "Offices and bodies that appear in the navigator.", "table", registers.organisations, wide=True, needs="organisation"),
    Made("tools/index.html", "Tools", "table", "Tools with what they read and write.", "table", tables.tools, wide=True, needs="tool"),
    Made("services/index.html", "CSPA services", "table", "Services described in the sense of CSPA.", "table", registers.services, wide=True, needs="service"),
    Made("neighbours/index.html", "Neighbouring standards", "table", "Standards that a statistician meets beside SDMX and DDI.", "table", tables.neighbours, wide=True, needs="neighbour"),
    Made("sources/index.html", "Sources", "table", "Everything that statements of the navigator rest on.", "table", sources.sources, wide=True, needs="source"),
    Made("finder.html", "Which standard?", "finder", "Three questions: where you are, what you hold, with whom you exchange it.", "finder", finder, wide=True),
    Made("compare.html", "Compare", "compare", "Two or three steps, artefacts, standards, versions, use cases or tools side by side.", "compare", compare, wide=True),
    Made("office.html", "Your office's picture", "office", "Paint the map with what your office uses and plans, without a server.", "office", office.picture, _PROCESS, wide=True),
    Made("graph.html", "The graph", "graph", "Everything the navigator knows and how it hangs together: find, follow, and the way between two things.", "graph", explore.explore, wide=True),
    Made("state.html", "State of the navigator", "state", "What is covered, what is open, and how to help.", "state", state),
)  # fmt: skip
