"""Text that must stay text, written into every field of a tree that takes words."""

from __future__ import annotations

import yaml

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
    count = 0
    for entry in report.catalogue.entries.values():
        value = report.catalogue.sources[entry.id].value
        for spot in spots(value, entry.kind, report.schemas):
            if spot.name in ("line", "prose") and _keys(spot.where) not in _SPARED:
                kept = spot.value[: spot.schema["maxLength"] - len(word)]
                value = changed(value, spot.where, f"{kept}{word}")
                count += 1
        tree.write(entry.path, yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000))
    return count


def _keys(where: Where) -> tuple[str, ...]:
    return tuple(step for step in where if isinstance(step, str))
