"""The scripts of the map, the office's picture and the graph stay small and plain; libraries are what they say they are."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

OWN = (
    "pieces", "map", "overlays", "office", "office-file", "office-paint", "office-map",
    "graph", "graph-ways", "graph-layout", "graph-draw", "graph-list",
)  # fmt: skip


#: What a script at file:// cannot do, and what would make markup of text.
NEVER = re.compile(
    r"\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|fetch\(|XMLHttpRequest|eval\(|import\s|export\s|https?:)"
)
SVG = "http://www.w3.org/2000/svg"


@pytest.fixture(scope="module")
def assets(root: Path) -> Path:
    return root / "overrides/assets"


@pytest.mark.parametrize("name", OWN)
def test_a_script_is_small_and_works_from_disk(assets: Path, name: str) -> None:
    text = (assets / f"{name}.js").read_text(encoding="utf-8")
    assert len(text.encode()) <= 10_240
    assert '"use strict";' in text
    assert not NEVER.search(text.replace(SVG, ""))


def test_every_library_has_its_licence_and_its_sum(assets: Path) -> None:
    listed = (assets / "vendor/LIBRARIES.txt").read_text(encoding="utf-8")
    files = sorted((assets / "vendor").rglob("*.js"))
    assert files
    for file in files:
        assert hashlib.sha256(file.read_bytes()).hexdigest() in listed, file.name
        assert file.name in listed
        assert "Permission is hereby granted" in (file.parent / "LICENSE").read_text(encoding="utf-8")
