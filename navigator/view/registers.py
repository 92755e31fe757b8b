"""Views of registers: who appears in the navigator, and the services that were described."""

from __future__ import annotations

from navigator.graph import Node
from navigator.model.practice import Organisation, Service
from navigator.view.site import Site
from navigator.view.tables import Cell, Row, TableView, by_name, phases_of, steps_cell


def organisations(site: Site) -> TableView:
    def row(entry: Organisation) -> Row:
        into = site.graph.into
        did, kept = (site.sources_of(into(entry.id, relation)) for relation in ("done-by", "kept-by"))
        keys = {"type": entry.type, "country": entry.country, "known": _known_for(did, kept)}
        cells = (Cell(entry.type), Cell(entry.country), Cell(nodes=did), Cell(nodes=kept))
        return Row(site.node(entry.id), cells, keys)

    return TableView(
        "Organisations", "Offices and bodies that appear in the navigator: what they did, and what they look after.",
        ("Organisation", "Kind", "Country", "Use cases", "Tools and services"),
        tuple(row(each) for each in by_name(site.catalogue.of("organisation"))),
        (("type", "Kind"), ("country", "Country"), ("known", "Known for")),
        "Countries by their ISO code; INT is an international body, EU the European Union.",
    )  # fmt: skip


def _known_for(did: tuple[Node, ...], kept: tuple[Node, ...]) -> str:
    """What a reader may look for an organisation by."""
    known = {"use cases": bool(did), "tools and services": bool(kept), "neither": not did and not kept}
    return "|".join(word for word, true in known.items() if true)


def services(site: Site) -> TableView:
    def row(entry: Service) -> Row:
        makers = site.nodes(entry.organisations)
        cells = (Cell(entry.summary), Cell(entry.standing), Cell(nodes=makers), steps_cell(site, entry.activities))
        return Row(site.node(entry.id), cells, {"phase": phases_of(entry.activities)})

    return TableView(
        "CSPA services", "Services described in the sense of the Common Statistical Production Architecture, with their present standing.",
        ("Service", "What it does", "Standing", "Kept by", "Steps"),
        tuple(row(each) for each in by_name(site.catalogue.of("service"))),
        (("phase", "Phase"),),
    )  # fmt: skip
