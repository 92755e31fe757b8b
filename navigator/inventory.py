"""Inventories: the names that the official schemas define, per standard and version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from navigator.problem import DataError, Problem


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
    """Read every inventory: tab-separated files named STANDARD-VERSION.tsv with kind, name and namespace. Raise DataError when one is broken."""
    held, problems = {}, []
    for path in sorted(folder.glob("*.tsv")):
        try:
            held[_key(path)] = parse(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            line = error.args[0] if isinstance(error, Broken) else 1
            hint = "make it anew with scripts/inventory.py"
            problems.append(
                Problem(f"data/inventories/{path.name}", line, 1, "inventory", "this is no row of an inventory", hint)
            )
    if problems:
        raise DataError(problems)
    return Inventories(held)


class Broken(ValueError):
    """A line that is no row. Carries its number."""


def parse(text: str) -> Inventory:
    """The inventory in a text: a line that says where the names were read, a line of headings, and a row for each name."""
    lines = text.splitlines()
    if not lines or not lines[0].startswith("# "):
        raise Broken(1)
    names = set()
    for number, line in enumerate(lines[2:], 3):
        cells = line.split("\t")
        if len(cells) != 3:
            raise Broken(number)
        names.add((cells[0], cells[1]))
    return Inventory(frozenset(names), lines[0].removeprefix("# "))


def _key(path: Path) -> tuple[str, str]:
    prefix, _, version = path.stem.rpartition("-")
    return prefix, version
