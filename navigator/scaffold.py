"""Scaffolds: the first draft of a new entry, which passes the check and says in each field what to write there."""

from __future__ import annotations

import json
import re
from pathlib import Path

from navigator import kinds

FOLDER = Path(__file__).parent / "scaffolds"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Refused(Exception):
    """The entry cannot be drafted; the text says why and what to do."""


def path_of(kind: str, name: str) -> str:
    """Where the file of a new entry belongs, relative to the root. An artefact is named STANDARD:NAME."""
    prefix, colon, local = name.rpartition(":")
    if not _ID.fullmatch(local):
        raise Refused(f'"{local}" is not a file name: use small letters, digits and hyphens')
    found = kinds.BY_NAME[kind]
    if found.prefix:
        if colon and f"{prefix}:" != found.prefix:
            raise Refused(f"the id of a {kind} starts with {found.prefix}")
        return f"data/{found.folder}/{local}.yaml"
    if not colon:
        raise Refused("name the standard too, as in sdmx:new-artefact")
    return f"data/{found.folder}/{prefix}/{local}.yaml"


def draft(kind: str, name: str, label: str, today: str) -> str:
    """The text of the new file."""
    local = name.rpartition(":")[2]
    text = label or local.replace("-", " ").capitalize()
    return (
        (FOLDER / f"{kind}.yaml")
        .read_text(encoding="utf-8")
        .format(label=json.dumps(text, ensure_ascii=False), today=today, year=today[:4])
    )
