"""All pages: which view and which template make each, and where each stands."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from navigator import export
from navigator.export.formats import NO_OFFER, Offer
from navigator.graph import Node
from navigator.model.common import Entry
from navigator.model.process import EDITIONS, Activity
from navigator.page import Page, Renderer, first_sentence
from navigator.view import (
    artefact,
    gamso,
    hand_over,
    index,
    information_object,
    overarching,
    phase,
    practice,
    standard,
    step,
)
from navigator.view.site import Site

Crumbs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Made:
    """How the page of one kind of entry is made."""

    template: str
    view: Callable[..., Any]
    crumbs: Callable[[Site, Any], Crumbs]


def _under(*crumbs: tuple[str, str]) -> Callable[[Site, Any], Crumbs]:
    return lambda site, entry: crumbs


_PROCESS = ("Process", "index.html#map")
_GUIDES = {
    "gamso": ("GAMSO", "gamso/index.html"),
    "standards": ("Standards", "standards/index.html"),
}


def _sub_process_crumbs(site: Site, entry: Any) -> Crumbs:
    phase = site.node(entry.phase)
    return (_PROCESS, (f"{phase.code} {phase.label}", phase.url))


def _artefact_crumbs(site: Site, entry: Any) -> Crumbs:
    standard = site.standard_of(entry.id)
    return (_GUIDES["standards"], (standard.short, f"standards/{standard.local}.html"))


MADE: Mapping[str, Made] = {
    "phase": Made("phase", phase.phase, _under(_PROCESS)),
    "sub-process": Made("sub-process", step.sub_process, _sub_process_crumbs),
    "overarching-activity": Made("overarching-activity", overarching.overarching, _under(_PROCESS)),
    "gamso-area": Made("gamso", gamso.gamso, _under(_GUIDES["gamso"])),
    "gamso-activity": Made("gamso", gamso.gamso, _under(_GUIDES["gamso"])),
    "standard": Made("standard", standard.standard, _under(_GUIDES["standards"])),
    "artefact": Made("artefact", artefact.artefact, _artefact_crumbs),
    "information-object": Made(
        "information-object", information_object.information_object, _under(("GSIM", "information-objects/index.html"))
    ),
    "hand-over": Made("hand-over", hand_over.hand_over, _under(("Hand-overs", "hand-overs/index.html"))),
    "use-case": Made("use-case", practice.use_case, _under(("Use cases", "use-cases/index.html"))),
    "tool": Made("serving", practice.serving, _under(("Tools", "tools/index.html"))),
    "service": Made("serving", practice.serving, _under(("CSPA services", "services/index.html"))),
    "neighbour": Made("serving", practice.serving, _under(("Neighbouring standards", "neighbours/index.html"))),
    "aspect": Made("aspect", practice.aspect, _under(("Governance", "governance/index.html"))),
    "role": Made("role", practice.role, _under(("Governance", "governance/index.html"))),
    "organisation": Made("organisation", practice.organisation, _under(("Organisations", "organisations/index.html"))),
    "source": Made("source", practice.source, _under(("Sources", "sources/index.html"))),
    "example": Made("example", artefact.example, _under(("Worked examples", "examples/index.html"))),
}


def entries(
    site: Site, renderer: Renderer, texts: Mapping[str, str], only: Container[str] | None = None
) -> Iterator[Page]:
    """The page of every entry, finished, or ``only`` those with certain addresses. ``texts`` holds the text of each example file by the example's id."""
    for entry in site.catalogue.entries.values():
        if entry.kind in MADE and (only is None or site.node(entry.id).url in only):
            yield _page(site, renderer, entry, texts)


def listings(site: Site, renderer: Renderer, offer: Offer = NO_OFFER) -> Iterator[Page]:
    """The pages that list and compare entries, finished. ``offer`` holds the sizes of the downloads."""
    for listing in index.listings(site, offer):
        page = Page(
            listing.url, listing.title, listing.kind, listing.description, crumbs=listing.crumbs, wide=listing.wide
        )
        yield renderer.render(page, listing.template, listing.view)


def _page(site: Site, renderer: Renderer, entry: Entry, texts: Mapping[str, str]) -> Page:
    made = MADE[entry.kind]
    view = made.view(site, entry, texts) if entry.kind in ("artefact", "example") else made.view(site, entry)
    node = site.node(entry.id)
    page = Page(
        url=node.url,
        title=_title(node),
        kind=entry.kind,
        description=first_sentence(getattr(entry, "summary", "") or node.label),
        id=entry.id,
        source=entry.path,
        json=export.url_of_json(node),
        coos=getattr(entry, "coos", ""),
        crumbs=made.crumbs(site, entry),
        previous=getattr(view, "previous", None),
        next=getattr(view, "next", None),
        editions=_editions(entry),
        basis=getattr(view, "basis", ()),
        review=entry.review,
    )
    return renderer.render(page, made.template, view)


def _title(node: Node) -> str:
    return f"{node.code} {node.label}" if node.code else node.label


def _editions(entry: Entry) -> tuple[tuple[str, str], ...]:
    if not isinstance(entry, Activity):
        return ()
    return tuple((edition, entry.names[edition]) for edition in reversed(EDITIONS) if edition in entry.names)
