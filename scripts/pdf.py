"""Make PDF files of the documents to print, with headless Chromium: build/navigator.pdf and one for each phase.

The site must be built first; ``make pdf`` does both. Without make: mkdocs build, then python scripts/pdf.py.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
MISSING = (
    "no Chromium was found. Install one (apt-get install chromium, or: .venv/bin/python -m playwright install chromium) "
    "or name it in the variable CHROMIUM"
)
#: From this version on Chromium sets running titles and page numbers as the style sheet says; older ones need templates.
MARGIN_BOXES = 131
NUMBERS = '<div style="width:100%;font-size:8px;padding:0 15mm;text-align:right"><span class="pageNumber"></span> / <span class="totalPages"></span></div>'

#: A link to a page of the site leads to its place in the document if it has one; on paper no other can be followed.
LINKS = """() => {
  const places = new Map([...document.querySelectorAll("[data-page]")].map((each) => [each.dataset.page, each.id]));
  for (const link of document.querySelectorAll("a[href]")) {
    if (link.protocol !== "file:" || link.getAttribute("href").startsWith("#")) continue;
    const place = [...places].find(([page]) => link.pathname.endsWith("/" + page));
    if (place && !link.hash) link.setAttribute("href", "#" + place[1]); else link.removeAttribute("href");
  }
}"""


def documents(site: Path) -> Iterator[tuple[Path, str]]:
    """Each document with the name of its PDF file."""
    for page in sorted((site / "print").glob("*.html")):
        yield page, "navigator.pdf" if page.stem == "all" else f"{page.stem}.pdf"


def find_chromium(playwright: Playwright) -> str:
    """The Chromium to use: the one that is named, the machine's, or Playwright's own; empty where there is none."""
    candidates = [os.environ.get("CHROMIUM"), *map(shutil.which, NAMES), playwright.chromium.executable_path]
    return next((each for each in candidates if each and Path(each).is_file()), "")


def write(browser: Browser, page: Path, target: Path) -> None:
    """Print one page to one file."""
    view = browser.new_page()
    view.goto(page.as_uri())
    view.evaluate(LINKS)
    modern = int(browser.version.partition(".")[0]) >= MARGIN_BOXES
    templates = (
        {}
        if modern
        else {"display_header_footer": True, "header_template": "<span></span>", "footer_template": NUMBERS}
    )
    view.pdf(path=target, prefer_css_page_size=True, print_background=True, outline=True, tagged=True, **templates)
    view.close()


def main(arguments: list[str] | None = None) -> int:
    """0: all files are written; 1: there is no Chromium; 2: the site is not built."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the built site (default: site)")
    parser.add_argument("--to", type=Path, default=ROOT / "build", help="the folder to write into (default: build)")
    options = parser.parse_args(arguments)
    found = list(documents(options.site))
    if not found:
        print(f"{options.site} holds no documents to print; build the site first: make site", file=sys.stderr)
        return 2
    options.to.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        chromium = find_chromium(playwright)
        if not chromium:
            print(MISSING, file=sys.stderr)
            return 1
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        for page, name in found:
            write(browser, page, options.to / name)
            print(options.to / name)
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
