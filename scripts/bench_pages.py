"""Measure how soon a page can be read from disk in a real browser, and how much it weighs.

python scripts/bench_pages.py [SITE]    SITE: a finished site (default: site)
"""

from __future__ import annotations

import gzip
import statistics
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, sync_playwright

from scripts.bench_search import chromium
from tests.browser.kinds import PAGES

#: Milliseconds from the wish to open a page until its text stands there, and until everything is loaded.
TIMES = "() => { const t = performance.getEntriesByType('navigation')[0]; const p = performance.getEntriesByName('first-contentful-paint')[0]; return [p ? p.startTime : t.domContentLoadedEventEnd, t.loadEventEnd]; }"
RUNS = 5


def opened(browser: Browser, address: str) -> tuple[float, float]:
    """Readable and loaded, in milliseconds, of a page opened in a browser that has nothing of it in memory."""
    with browser.new_context(viewport={"width": 1366, "height": 768}) as context:
        page = context.new_page()
        page.goto(address)
        page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length")
        readable, loaded = page.evaluate(TIMES)
        return readable, loaded


def main() -> int:
    """Print the figures."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "site").resolve()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        taken = {path: [opened(browser, (site / path).as_uri()) for _ in range(RUNS)] for path in PAGES}
        browser.close()
    for number, name in enumerate(("readable", "loaded")):
        medians = {path: statistics.median(run[number] for run in runs) for path, runs in taken.items()}
        slowest = max(medians, key=medians.__getitem__)
        print(
            f"{f'a page from disk {name}, one of each of {len(PAGES)} kinds':<60} median {statistics.median(medians.values()):5.0f} ms"
            f"   slowest {medians[slowest]:5.0f} ms ({slowest})"
        )
    sizes = {path: len(gzip.compress(path.read_bytes())) / 1000 for path in site.rglob("*.html")}
    largest = sorted(sizes, key=sizes.__getitem__, reverse=True)[:3]
    print(
        f"{f'size of a page, compressed, of {len(sizes):,}':<60} median {statistics.median(sizes.values()):5.0f} kB"
        f"   largest {', '.join(f'{sizes[path]:.0f} kB ({path.relative_to(site)})' for path in largest)}"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
