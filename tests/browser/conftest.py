"""A real Chromium on a real site, opened from disk, with the network watched."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
MISSING = "no Chromium was found. Install one (apt-get install chromium, or: .venv/bin/python -m playwright install chromium), or name it in the variable CHROMIUM"

#: Milliseconds after which a page that does not come is given up: many, since a build machine may be slow.
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)

OpenPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


def find_chromium(playwright: Playwright) -> str:
    """The Chromium to use: the one that is named, the machine's, or Playwright's own. Without one the tests fail."""
    candidates = [os.environ.get("CHROMIUM"), *map(shutil.which, NAMES), playwright.chromium.executable_path]
    found = next((each for each in candidates if each and Path(each).is_file()), None)
    if not found:
        pytest.fail(MISSING, pytrace=False)
    return found


def build(root: Path, target: Path) -> Path:
    """Build the site of the tree at ``root`` with MkDocs in a process of its own, started from elsewhere."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(root / "mkdocs.yml"), "-d", str(target)]
    done = subprocess.run(
        command,
        cwd=target.parent,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.fail(f"the site cannot be built\n{done.stdout[-3000:]}{done.stderr[-3000:]}", pytrace=False)
    return target


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once. NAVIGATOR_SITE may name one that stands already, while somebody writes tests."""
    if os.environ.get("NAVIGATOR_SITE"):
        return Path(os.environ["NAVIGATOR_SITE"]).resolve()
    return build(ROOT, tmp_path_factory.mktemp("real") / "site")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(playwright), args=ARGUMENTS)
        yield browser
        browser.close()


class Watch:
    """What must not happen on a page: a request that leaves the folder, an error in the console or in a script."""

    def __init__(self, folder: Path) -> None:
        self.inside = folder.as_uri() + "/"
        self.found: list[str] = []

    def follow(self, context: BrowserContext) -> None:
        context.on("request", lambda request: self._request(request.url))
        context.on("requestfailed", lambda request: self._failed(request))
        context.on("console", lambda message: message.type == "error" and self.found.append(f"console: {message.text}"))
        context.on("weberror", lambda error: self.found.append(f"script: {error.error}"))
        context.on("dialog", lambda dialog: (self.found.append(f"dialog: {dialog.message}"), dialog.dismiss()))

    def _request(self, url: str) -> None:
        if not url.startswith((self.inside, "data:", "blob:")):
            self.found.append(f"leaves the folder: {url}")

    def _failed(self, request: Any) -> None:
        if request.failure != "net::ERR_ABORTED":
            self.found.append(f"cannot be loaded: {request.url} ({request.failure})")


def opener(browser: Browser, folder: Path) -> Iterator[OpenPage]:
    """A function that opens pages of ``folder`` from disk; at the end, whatever a :class:`Watch` saw fails the test."""
    watch = Watch(folder)
    contexts: list[BrowserContext] = []

    def open_page(path: str = "index.html", **options: Any) -> Page:
        options.setdefault("viewport", {"width": 1366, "height": 768})
        context = browser.new_context(**options)
        contexts.append(context)
        watch.follow(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        address, _, fragment = path.partition("#")
        page.goto((folder / address).as_uri() + (f"#{fragment}" if fragment else ""))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not watch.found, "\n".join(dict.fromkeys(watch.found))


@pytest.fixture
def open_page(browser: Browser, site: Path) -> Iterator[OpenPage]:
    """Open a page of the real site: ``open_page("gsbpm/4.3.html", viewport={...}, color_scheme="dark", ...)``."""
    yield from opener(browser, site)
