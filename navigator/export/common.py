"""What every serialiser shares: addresses, prose without brackets, the day of the data, text that XML allows."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urlsplit

from navigator import kinds
from navigator.graph import Node
from navigator.reference import in_prose
from navigator.view.site import ORDER, Site

#: Where the site stands while its owner has not said so.
BASE = "https://example.org/navigator/"
TITLE = "GSBPM standards navigator"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
FOLDER = "downloads"

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NO_IRI = re.compile(r"""[\x00-\x20<>"{}|\\^`\ud800-\udfff]""")


def address(base: str) -> str:
    """The address of a site as the start of URIs: with a slash at its end; a stand-in where the site has none."""
    return f"{base.rstrip('/')}/" if base else BASE


@cache
def namespaces(base: str) -> dict[str, str]:
    """What the prefix of an id stands for: with it, every id of the navigator is a CURIE."""
    found = {
        kind.prefix.partition(":")[0]: base + kind.pages
        for kind in kinds.KINDS
        if kind.prefix and kind.prefix.endswith(":")
    }
    return found | {prefix: f"{base}artefacts/{prefix}/" for prefix in ORDER}


def uri(base: str, id: str) -> str:
    """The URI of a thing under our own base."""
    prefix, _, local = id.partition(":")
    return namespaces(base).get(prefix, f"{base}{prefix}/") + local


def link(base: str, url: str) -> str:
    """The address of a page as a download gives it: absolute where the site has an address, else seen from the file."""
    return f"../{url}" if base == BASE else base + url


def iri(text: str) -> str:
    """A web address with what no IRI may hold written in per cent."""
    return _NO_IRI.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace")), text)


def plain(site: Site, text: str) -> str:
    """Prose in which each id in square brackets is replaced by the name of its entry."""
    if "[" not in text:
        return text
    nodes = site.graph.nodes
    return "".join(
        (nodes[piece].label if piece in nodes else f"[{piece}]") if kind == "id" else piece
        for kind, piece in in_prose(text)
    )


def named(node: Node) -> str:
    """A node as people call it: with its code where it has one."""
    return f"{node.code} {node.label}".strip()


def day(on: str) -> str:
    """A date as a whole day: a year or a month stands for its first one."""
    return f"{on}-01-01"[:10]


def as_of(site: Site) -> str:
    """The day of the newest look at any entry: the date that a file bears, since no clock may say so."""
    return max(
        (day(entry.review.on) for entry in site.catalogue.entries.values() if entry.review), default="1970-01-01"
    )


def agency(base: str) -> str:
    """The owner in a URN: the site's host read backwards, as DDI agencies are named."""
    host = urlsplit(base).hostname or "example.org"
    return ".".join(reversed(host.split(".")))


def xml_text(text: str) -> str:
    """Text without the characters that no XML document may hold."""
    return _NO_XML.sub("\ufffd", text)
