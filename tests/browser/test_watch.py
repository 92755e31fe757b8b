"""The watch itself: what the other tests rely on it to see, it sees."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Watch


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        ('<img src="https://example.org/a.png">', "leaves the folder: https://example.org/a.png"),
        ('<link rel="stylesheet" href="../outside.css">', "leaves the folder: "),
        ('<script src="missing.js"></script>', "cannot be loaded: "),
        ("<script>console.error('bad')</script>", "console: bad"),
        ("<script>throw new Error('thrown')</script>", "script: "),
        ("<script>alert(1)</script>", "dialog: 1"),
        ('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', ""),
    ],
)
def test_what_must_not_happen_is_seen(markup: str, seen: str, browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "outside.css").write_text("")
    (tmp_path / "site/index.html").write_text(f"<!doctype html><title>x</title>{markup}", encoding="utf-8")
    watch = Watch(tmp_path / "site")
    with browser.new_context() as context:
        watch.follow(context)
        context.new_page().goto((tmp_path / "site/index.html").as_uri())
    assert any(each.startswith(seen) for each in watch.found) if seen else watch.found == []
