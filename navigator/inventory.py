"""Inventories: the names that the official schemas define, per standard and version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Inventory:
    """The names of one version of a standard, as (kind, name), and where they were read."""

    names: frozenset[tuple[str, str]]
    source: str


@dataclass(frozen=True)
class Inventories:
    """All inventories, by (prefix of the standard, version)."""

    held: Mapping[tuple[str, str], Inventory]

    def names(self, prefix: str, version: str) -> frozenset[tuple[str, str]] | None:
        """The names that a version defines, or None where no inventory is held."""
        found = self.held.get((prefix, version))
        return found.names if found else None


def read(folder: Path) -> Inventories:
    """Read every inventory: tab-separated files named STANDARD-VERSION.tsv with kind, name and namespace."""
    return Inventories({_key(path): _read(path) for path in sorted(folder.glob("*.tsv"))})


def _key(path: Path) -> tuple[str, str]:
    prefix, _, version = path.stem.rpartition("-")
    return prefix, version


def _read(path: Path) -> Inventory:
    first, _, *rows = path.read_text(encoding="utf-8").splitlines()
    cells = (row.split("\t") for row in rows)
    return Inventory(frozenset((kind, name) for kind, name, *_ in cells), first.removeprefix("# "))
