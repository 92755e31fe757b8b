"""Remarks on evidence that many rows of a table bear: told once beside the table, by number in the rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from navigator.view.fits import Ground


def frequent(rows: Iterable[Iterable[Ground]], often: int = 1) -> tuple[str, ...]:
    """The remarks that more rows than ``often`` bear, the most frequent first."""
    counted = Counter(
        note for grounds in rows for note in dict.fromkeys(each.evidence.note for each in grounds) if note
    )
    kept = (note for note, count in counted.items() if count > often)
    return tuple(sorted(kept, key=lambda note: (-counted[note], note)))


def numbered(grounds: tuple[Ground, ...], remarks: tuple[str, ...]) -> tuple[tuple[Ground, ...], tuple[int, ...]]:
    """The grounds of a row without the remarks that are told beside the table, and the numbers of these."""
    borne = {each.evidence.note for each in grounds}
    kept = tuple(
        replace(each, evidence=replace(each.evidence, note="")) if each.evidence.note in remarks else each
        for each in grounds
    )
    return kept, tuple(number for number, said in enumerate(remarks, 1) if said in borne)
