"""Keepers: who looks after a tool or a service, in the words of the data, each organisation named and linked once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from navigator.graph import Node
from navigator.model.practice import Organisation


@dataclass(frozen=True)
class Said:
    """A piece of a sentence: words, or the name of an organisation that has a page."""

    text: str
    node: Node | None = None


@dataclass(frozen=True)
class Keepers:
    """What is said of the keepers, and the organisations that are kept in mind but not named there."""

    said: tuple[Said, ...]
    others: tuple[Node, ...]


def keepers(text: str, organisations: tuple[Node, ...]) -> Keepers:
    """The sentence with the organisations linked where it names them, the others after it in the order of the data."""
    places = {name: node for node in organisations if (name := _named(text, node.value))}
    named = {node.id for node in places.values()}
    return Keepers(tuple(_pieces(text, places)), tuple(node for node in organisations if node.id not in named))


def _named(text: str, entry: Organisation) -> str:
    """The longest of an organisation's names that stands in a text as a word of its own."""
    names = sorted({name for name in (entry.name, entry.short, *entry.aliases) if name}, key=len, reverse=True)
    return next((name for name in names if re.search(_whole([name]), text)), "")


def _pieces(text: str, places: dict[str, Node]) -> Iterable[Said]:
    seen: set[str] = set()
    for piece in re.split(f"({_whole(sorted(places, key=len, reverse=True))})", text) if places else [text]:
        node = places.get(piece) if piece not in seen else None
        seen.add(piece)
        if piece:
            yield Said(piece, node)


def _whole(names: Iterable[str]) -> str:
    return rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)"
