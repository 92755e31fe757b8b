"""Measure what the project promises: the check, the full build beside plain MkDocs Material, the search. Prints a table."""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from html import unescape
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from navigator.publish import File, publish

PLAIN = """site_name: plain
use_directory_urls: false
theme: {{name: material, font: false}}
plugins: [search]
markdown_extensions: [tables, toc]
{nav}
"""
SHALLOW = "nav: [index.md]\nnot_in_nav: '/**'\n"


def seconds(command: list[str], folder: Path, runs: int) -> list[float]:
    """Wall seconds of a command as a whole process, run after run."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(
            command,
            cwd=folder,
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        )
        taken.append(time.perf_counter() - start)
    return taken


def told(name: str, taken: list[float]) -> None:
    print(
        f"{name:<72} {statistics.median(taken):8.2f} s   ({min(taken):.2f} to {max(taken):.2f}, {len(taken)} runs)",
        flush=True,
    )


def written(pages: list[File], folder: Path) -> None:
    """As many hand-written Markdown pages as we generate, each with the words, headings and links of one of ours."""
    folder.mkdir(parents=True)
    for page in pages:
        path = folder / Path(page.url).with_suffix(".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(blocks(str(page.content))), encoding="utf-8")


def blocks(html: str) -> Iterator[str]:
    """The blocks of a page as Markdown: headings, list items and paragraphs with their links."""
    for match in re.finditer(r"<(h1|h2|h3|li|p|td|th|dt|dd)\b[^>]*>(.*?)</\1>", html, re.S):
        tag, inner = match.groups()
        inner = re.sub(
            r'<a [^>]*href="([^"#]+)(?:#[^"]*)?"[^>]*>(.*?)</a>',
            lambda a: f"[{a[2]}]({a[1].replace('.html', '.md')})",
            inner,
            flags=re.S,
        )
        text = " ".join(unescape(re.sub(r"<[^>]+>", "", inner)).split())
        sign = {"h1": "# ", "h2": "## ", "h3": "### ", "li": "- "}.get(tag, "")
        if text:
            yield f"{sign}{text}\n\n"


def plain_mkdocs(pages: list[File], nav: str, runs: int) -> list[float]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        written(pages, folder / "docs")
        (folder / "mkdocs.yml").write_text(PLAIN.format(nav=nav), encoding="utf-8")
        return seconds([sys.executable, "-m", "mkdocs", "build", "--quiet"], folder, runs)


def ours(runs: int) -> list[float]:
    with tempfile.TemporaryDirectory() as name:
        return seconds([sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", f"{name}/site"], ROOT, runs)


def main() -> int:
    """Print each figure; plain MkDocs with every page in its navigation, the last of the builds, takes minutes."""
    told("navigator check (whole process)", seconds([sys.executable, "-m", "navigator", "check"], ROOT, 5))
    pages = [file for file in publish(ROOT) if file.page]
    build = ours(3)
    told(f"full build of the navigator, {len(pages):,} generated pages, API and downloads", build)
    shallow = plain_mkdocs(pages, SHALLOW, 1)
    told(f"plain MkDocs Material, {len(pages):,} written pages, shallow navigation", shallow)
    print(f"{'':<72} {shallow[0] / statistics.median(build):8.1f} times as long as ours", flush=True)
    deep = plain_mkdocs(pages, "", 1)
    told(f"plain MkDocs Material, {len(pages):,} written pages, default navigation", deep)
    print(f"{'':<72} {deep[0] / statistics.median(build):8.1f} times as long as ours", flush=True)
    search = ROOT / "scripts/bench_search.py"
    if search.exists() and shutil.which("chromium"):
        subprocess.run([sys.executable, str(search)], cwd=ROOT, check=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
