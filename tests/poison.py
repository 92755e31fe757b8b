"""Text that must stay text, written into every field of a tree that takes words."""

from __future__ import annotations

import yaml

from navigator import finder
from navigator.check import Report
from navigator.source import Where
from tests.places import changed, spots
from tests.trees import Tree

#: Two words only, since names have few.
HOSTILE = "<script>alert(1)</script><img/src=x/onerror=alert(2)>{{7*7}}{%if%}[x](javascript:alert(3))[[x]]</p>\"'&lt;`b`*c* {:onclick=alert(4)}"
#: Of the same length and without any meaning, to compare with.
HARMLESS = "".join(" " if sign == " " else "z" for sign in HOSTILE)
#: A name that a machine looks up in an inventory.
_SPARED = {("versions", "names", "name")}


def poison(tree: Tree, report: Report, word: str = HOSTILE) -> int:
    """Put a word at the end of every line and every prose of the tree; say into how many."""
    files = [(entry.path, entry.kind) for entry in report.catalogue.entries.values()]
    return sum(_poison(tree, path, kind, report, word) for path, kind in [*files, (finder.FILE, "finder")])


def _poison(tree: Tree, path: str, kind: str, report: Report, word: str) -> int:
    count, value = 0, yaml.safe_load((tree.root / path).read_text(encoding="utf-8"))
    for spot in spots(value, kind, report.schemas):
        if spot.name in ("line", "prose") and _keys(spot.where) not in _SPARED:
            kept = spot.value[: spot.schema["maxLength"] - len(word)]
            value = changed(value, spot.where, f"{kept}{word}")
            count += 1
    tree.write(path, yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000))
    return count


def _keys(where: Where) -> tuple[str, ...]:
    return tuple(step for step in where if isinstance(step, str))
