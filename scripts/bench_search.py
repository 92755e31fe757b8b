"""Measure the search in a real browser: how often a right page stands among the first three, ours beside the theme's own, and how soon.

python scripts/bench_search.py                our search, and the theme's on the same pages (some minutes)
python scripts/bench_search.py --ours         our search only
python scripts/bench_search.py --minisearch FILE    also MiniSearch, from its UMD file
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Page, sync_playwright

from navigator import check
from navigator.search import index
from navigator.search.documents import Document
from navigator.search.index import Index
from navigator.search.lists import Question
from tests.browser.server import serve

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PAGE = '<!doctype html><meta charset="utf-8"><meta name="navigator-root" content=""><title>search</title><body><script src="assets/search.js"></script>'
THEME = "site_name: theme\nuse_directory_urls: false\ntheme: {name: material, font: false}\nplugins: [search]\nnav: [index.md]\nnot_in_nav: '/**'\n"
KEYS = """async words => {
  const box = document.querySelector('#search-words'), times = [];
  for (const text of words) for (let end = 1; end <= text.length; end++) {
    const start = performance.now();
    box.value = text.slice(0, end);
    box.dispatchEvent(new Event('input'));
    await new Promise(done => requestAnimationFrame(done));
    times.push(performance.now() - start);
  }
  return times;
}"""
RANK = "asked => { const engine = NavigatorSearch(NAVIGATOR_INDEX); return asked.map(each => engine.search(each, '', '', 10).map(hit => hit.doc.id)); }"
MINI = """([docs, asked]) => {
  const mini = new MiniSearch({ fields: ['title', 'names', 'code', 'text', 'more'], searchOptions: { boost: { title: 4, names: 3, code: 4, text: 1, more: .5 }, prefix: true, fuzzy: .2 } });
  mini.addAll(docs);
  return asked.map(each => mini.search(each).slice(0, 10).map(hit => hit.id));
}"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Measure the search in a real browser.")
    parser.add_argument("--ours", action="store_true", help="leave out the theme's own search")
    parser.add_argument("--minisearch", default="", metavar="FILE", help="also measure MiniSearch, from its UMD file")
    options = parser.parse_args(arguments)
    graph = check.load(ROOT).graph
    made, words = index.make(graph, ROOT)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as name:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        print(
            f"{len(made.documents):,} pages, {len(words.questions)} questions; index {len(index.script(made).encode()) / 1000:,.0f} kB"
        )
        page = ours(browser.new_page(), Path(name) / "real", made)
        told("our search", words.questions, page.evaluate(RANK, [each.question for each in words.questions]))
        soon("key to results, the real index", page, words.questions)
        large = index.build(synthetic(made.documents, 10_000), words)
        soon("key to results, 10,000 entries", ours(browser.new_page(), Path(name) / "large", large), words.questions)
        if options.minisearch:
            told(
                "MiniSearch",
                words.questions,
                mini(browser.new_page(), made.documents, words.questions, Path(options.minisearch)),
            )
        if not options.ours:
            with theme(Path(name) / "theme", made.documents) as address:
                some = words.questions[::5]  # each takes most of a second
                told(
                    "the theme's own search, every fifth",
                    some,
                    asked_of_theme(browser.new_page(), address, made.documents, some),
                )
        browser.close()
    return 0


def chromium() -> str | None:
    """The machine's Chromium, or Playwright's own."""
    return os.environ.get("CHROMIUM") or next((found for found in map(shutil.which, NAMES) if found), None)


def told(name: str, questions: Sequence[Question], found: Sequence[Sequence[str]]) -> None:
    """How often a right page is first, and among the first three; apart for those that were asked when the search had been tuned."""
    pairs = list(zip(questions, found, strict=True))
    for kind, some in (
        ("", pairs),
        (", asked last", [pair for pair in pairs if pair[0].held]),
        (", used in tuning", [pair for pair in pairs if not pair[0].held]),
    ):
        first = sum(bool(ids) and ids[0] in each.answers for each, ids in some) / len(some)
        three = sum(bool(set(ids[:3]) & set(each.answers)) for each, ids in some) / len(some)
        print(f"{name + kind:<44} first {first:6.1%}   among the first three {three:6.1%}   of {len(some)}", flush=True)


def soon(name: str, page: Page, questions: Sequence[Question]) -> None:
    """Time from a key press until the results stand in the page, for every key of every fourth question."""
    times = sorted(page.evaluate(KEYS, [each.question for each in questions[::4]]))
    print(
        f"{name:<44} median {statistics.median(times):5.1f} ms   95 of 100 within {times[int(0.95 * len(times))]:5.1f} ms   of {len(times)} keys",
        flush=True,
    )


def ours(page: Page, folder: Path, made: Index) -> Page:
    """A page from disk with our search, opened and loaded."""
    (folder / "assets").mkdir(parents=True)
    for each in ("search.js", "search-engine.js"):
        shutil.copy(ROOT / "overrides/assets" / each, folder / "assets")
    (folder / "assets/search-index.js").write_text(index.script(made), encoding="utf-8")
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    page.goto((folder / "index.html").as_uri())
    page.keyboard.press("/")
    page.wait_for_function("() => window.NAVIGATOR_INDEX && window.NavigatorSearch")
    return page


def synthetic(documents: Sequence[Document], count: int) -> tuple[Document, ...]:
    """So many documents: the real ones, again and again, each time with a third of the words exchanged."""
    chance = random.Random(1)
    words = sorted({word for document in documents for word in document.text.split()})

    def mixed(text: str) -> str:
        return " ".join(chance.choice(words) if chance.random() < 0.33 else word for word in text.split())

    made = list(documents)
    while len(made) < count:
        one = documents[len(made) % len(documents)]
        made.append(
            replace(
                one,
                id=f"{one.id}-{len(made)}",
                code="",
                title=mixed(one.title),
                names=tuple(map(mixed, one.names)),
                text=mixed(one.text),
                more=mixed(one.more),
            )
        )
    return tuple(made)


def mini(page: Page, documents: Sequence[Document], questions: Sequence[Question], file: Path) -> Any:
    """The first ten of MiniSearch, with boosts, prefixes and fuzziness, on the same fields."""
    page.add_script_tag(path=str(file))
    fields = [
        {
            "id": each.id,
            "title": each.title,
            "names": " ".join(each.names),
            "code": each.code,
            "text": each.text,
            "more": each.more,
        }
        for each in documents
    ]
    return page.evaluate(MINI, [fields, [each.question for each in questions]])


def theme(folder: Path, documents: Sequence[Document]) -> AbstractContextManager[str]:
    """A site made of the same documents, with the search of the theme, at its address."""
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(THEME, encoding="utf-8")
    (folder / "docs/index.md").write_text("# Home\n", encoding="utf-8")
    for number, each in enumerate(documents):
        text = "\n\n".join((f"# {each.code} {each.title}", ", ".join(each.names), each.text, each.more)).replace(
            "<", "&lt;"
        )
        (folder / f"docs/d{number}.md").write_text(text, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "-f",
        str(folder / "mkdocs.yml"),
        "-d",
        str(folder / "site"),
    ]
    subprocess.run(command, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, stderr=subprocess.DEVNULL)
    return serve(folder / "site")


def asked_of_theme(
    page: Page, address: str, documents: Sequence[Document], questions: Sequence[Question]
) -> list[list[str]]:
    """The first three of the theme's search for each question, typed into its own field."""
    page.goto(f"{address}/index.html")
    page.keyboard.press("/")
    page.wait_for_function(
        "() => !/Initializing/i.test(document.querySelector('.md-search-result__meta').textContent)", timeout=60_000
    )
    return [[documents[number].id for number in first_three(page, each.question)] for each in questions]


def first_three(page: Page, words: str) -> list[int]:
    """Type, wait until the results stay as they are, and read where the first three lead."""
    box = page.locator("[data-md-component=search-query]")
    box.fill(words[:-1])
    page.wait_for_timeout(60)
    box.press_sequentially(words[-1])
    shown: list[str] = ["?"]
    for _ in range(40):
        page.wait_for_timeout(120)
        now = page.eval_on_selector_all(
            ".md-search-result__item",
            "all => all.slice(0, 3).map(each => each.querySelector('a').getAttribute('href'))",
        )
        if now == shown:
            break
        shown = now
    return [
        int(each.rpartition("/d")[2].partition(".")[0])
        for each in shown
        if "/d" in each and each.rpartition("/d")[2].partition(".")[0].isdigit()
    ]


if __name__ == "__main__":
    raise SystemExit(main())
