"""View of the page on which an office paints its own picture of the process."""

from __future__ import annotations

from dataclasses import dataclass

from navigator.export import office
from navigator.view.map import Map, whole_map
from navigator.view.site import FAMILIES, Site

STATUSES = {
    "in use": "the office works this way today",
    "planned": "it has decided to",
    "not applicable": "it does not do this, or does not need it",
}


@dataclass(frozen=True)
class OfficeView:
    """Context of the page: the map to be painted, the words of the file, what can be downloaded."""

    map: Map
    families: dict[str, str]
    statuses: dict[str, str]
    example: str
    example_url: str
    schema_url: str


def picture(site: Site) -> OfficeView:
    return OfficeView(whole_map(site), FAMILIES, STATUSES, office.example_text(), office.EXAMPLE_URL, office.SCHEMA_URL)
