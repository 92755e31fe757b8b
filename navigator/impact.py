"""The impact of a change, as Markdown for a pull request: the difference in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from navigator import kinds
from navigator.difference import Coverage, Difference, FitChange, Thing, VerdictChange
from navigator.export.common import named
from navigator.graph import Node
from navigator.view.fits import FitRow, Verdict

_MARKS = re.compile(r"([\\`*_\[\]#|]|~(?=~))")
_VERDICTS = {"fits": "something fits", "nothing-fits": "nothing fits", "not-considered": "not yet considered"}
_THINGS = {
    "new": "New", "gone": "Removed", "moved": "Under another id", "renamed": "Renamed", "retired": "Retired", "reworded": "Described anew",
}  # fmt: skip
#: How many of a long list are named; the rest is counted.
_MANY = 20


def markdown(difference: Difference, names: tuple[str, str], notes: Iterable[str] = ()) -> str:
    """The report. ``names`` are those of the two states, ``notes`` what else must be known of them."""
    parts = [f"# What this change means\n\n{_called(names[1])}, compared with {_called(names[0])}."]
    parts += [f"> {_said(note)}" for note in notes]
    parts.append(f"**{summary(difference)}**")
    for title, lines in _sections(difference):
        if lines:
            parts.append(f"## {title}\n\n" + "\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _called(name: str) -> str:
    """The name of a state: a revision or a folder as code, other words as they are."""
    return _said(name) if " " in name or "`" in name else f"`{name}`"


def summary(difference: Difference) -> str:
    """The change in one sentence."""
    if difference.empty:
        return "Nothing changes for a reader."
    gained = {change.activity.id for change in difference.fits if change.before is None}
    lost = {change.activity.id for change in difference.fits if change.after is None}
    changed = {change.activity.id for change in difference.fits if change.before and change.after}
    new, gone = ([thing for thing in difference.things if thing.change == word] for word in ("new", "gone"))
    said = [
        *_counted(len(gained), "activity gains fits", "activities gain fits"),
        *_counted(len(lost), "activity loses fits", "activities lose fits"),
        *_counted(
            len(changed), "activity has fits that say something else", "activities have fits that say something else"
        ),
        *_counted(len(difference.verdicts), "verdict changes", "verdicts change"),
        *_counted(len(new), "entry is new", "entries are new"),
        *_counted(len(gone), "entry is removed", "entries are removed"),
        *_counted(
            len(difference.things) - len(new) - len(gone),
            "entry is named or described anew",
            "entries are named or described anew",
        ),
        *_counted(len(difference.reread), "fit is to be re-read", "fits are to be re-read"),
        f"{len(difference.gone) or 'no'} {'address disappears' if len(difference.gone) < 2 else 'addresses disappear'}",
    ]
    text = "; ".join(said)
    return f"{text[:1].upper()}{text[1:]}."


def _counted(count: int, one: str, many: str) -> Iterator[str]:
    if count:
        yield f"{count} {one if count == 1 else many}"


def _sections(difference: Difference) -> Iterator[tuple[str, list[str]]]:
    yield "Fits", list(_fits(difference.fits))
    yield "Verdicts", [_verdict(change) for change in difference.verdicts]
    yield "Coverage", list(_coverage(difference)) if difference.fits or difference.verdicts else []
    yield "Artefacts, tools, use cases and other entries", list(_things(difference.things))
    yield "Crosswalk", _some([f"- {verb}: {_said(text)}" for verb, text in difference.pairs])
    yield "Addresses that disappear", _some([f"- `{url}`" for url in difference.gone])
    yield (
        "To be re-read",
        [*_some([_reread(row) for row in difference.reread]), *_some([_read(row) for row in difference.read])],
    )


def _fits(changes: tuple[FitChange, ...]) -> Iterator[str]:
    """By activity; inside it by standard."""
    for _, group in groupby(changes, key=lambda change: change.activity.id):
        here = list(group)
        yield f"- **{_said(_name(here[0].activity))}**"
        yield from (f"  - {_fit(change)}" for change in here)


def _name(node: Node) -> str:
    return named(node) if node.code else f"{node.label} (overarching)"


def _fit(change: FitChange) -> str:
    row = change.row
    what = f"{_said(row.standard.short)} *{_said(row.artefact.label)}*, {row.fit.role}"
    if change.before is None:
        return f"gains {what}, {row.fit.strength}, {row.fit.basis}: {_said(row.fit.why)}"
    if change.after is None:
        return f"loses {what} (was {row.fit.strength}, {row.fit.basis})"
    one, other = change.before.fit, change.after.fit
    told = [
        f"{part} {getattr(one, part)} → {getattr(other, part)}" for part in ("strength", "basis") if part in change.says
    ]
    told += [f"another {word}" for part, word in (("why", "reason"), ("evidence", "evidence")) if part in change.says]
    return f"{what}: {', '.join(told)}"


def _verdict(change: VerdictChange) -> str:
    before, after = change.before, change.after
    first = " (its first)" if before.state != "fits" and after.state == "fits" else ""
    reason = f": {_said(after.reason)}" if after.reason else ""
    return f"- **{_said(_name(change.activity))}**, {_said(after.standard.short)}: {_state(before)} → {_state(after)}{first}{reason}"


def _state(verdict: Verdict) -> str:
    return _VERDICTS[verdict.state]


def _coverage(difference: Difference) -> Iterator[str]:
    """Each standard over the sub-processes, then the phases in which something changed."""
    yield "Sub-processes where something of a standard fits, where nothing does, and where nobody has looked:"
    yield ""
    yield "| Standard | Fits before | Fits after | Nothing fits | Not yet considered |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for each in difference.coverage:
        cells = (
            _share(each, each.before["fits"]),
            _share(each, each.after["fits"]),
            _step(each, "nothing-fits"),
            _step(each, "not-considered"),
        )
        yield f"| {_said(each.standard)} | {' | '.join(cells)} |"
    for each in difference.phases:
        if each.before["fits"] != each.after["fits"]:
            yield f"\n{_said(each.standard)} in phase {_said(each.part)}: {each.before['fits']} → {each.after['fits']} of {each.total} steps."


def _share(coverage: Coverage, count: int) -> str:
    return f"{count} ({100 * count / coverage.total:.0f} %)" if coverage.total else "0"


def _step(coverage: Coverage, word: str) -> str:
    before, after = coverage.before[word], coverage.after[word]
    return str(after) if before == after else f"{before} → {after}"


def _things(things: tuple[Thing, ...]) -> Iterator[str]:
    """By what happened and by kind; of a long list the first are named."""
    for change, title in _THINGS.items():
        for kind, name in kinds.PLURALS.items():
            lines = [f"  - {_thing(each)}" for each in things if each.change == change and each.node.kind == kind]
            if lines:
                yield f"- {title}: {name} ({len(lines)})"
                yield from _some(lines)


def _thing(thing: Thing) -> str:
    what = f"{_said(named(thing.node))} (`{thing.node.id}`)"
    return what + {
        "moved": f", was `{thing.note}`",
        "renamed": f", was {_said(thing.note)}",
        "retired": f", use `{thing.note}`",
    }.get(thing.change, "")


def _reread(row: FitRow) -> str:
    return f"- {_where(row)}; the evidence is older than {_said(row.standard.short)} {_said(row.reread)}"


def _read(row: FitRow) -> str:
    return f"- {_where(row)}, is up to date again"


def _where(row: FitRow) -> str:
    return f"{_said(_name(row.activity))}: {_said(row.standard.short)} *{_said(row.artefact.label)}*, {row.fit.role}"


def _some(lines: list[str]) -> list[str]:
    indent = " " * (len(lines[0]) - len(lines[0].lstrip())) if lines else ""
    return lines if len(lines) <= _MANY else [*lines[:_MANY], f"{indent}- and {len(lines) - _MANY} more"]


def _said(text: str) -> str:
    """A text that Markdown shows as it is, on one line."""
    return _MARKS.sub(r"\\\1", " ".join(text.split())).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
