"""Measure what the project promises: the check, the full build beside plain MkDocs Material, the search. Prints a table."""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from markdownify import markdownify

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
    """As many hand-written Markdown pages as we generate, each with the words, headings, tables, lists and links of one of ours."""
    folder.mkdir(parents=True)
    for page in pages:
        path = folder / Path(page.url).with_suffix(".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        text = markdownify(str(page.content), heading_style="ATX", strip=["svg", "script", "style", "button"])
        path.write_text(re.sub(r"\]\(([^)#:]+)\.html", r"](\1.md", text), encoding="utf-8")


def plain_mkdocs(pages: list[File], nav: str, runs: int) -> list[float]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        written(pages, folder / "docs")
        (folder / "mkdocs.yml").write_text(PLAIN.format(nav=nav), encoding="utf-8")
        return seconds([sys.executable, "-m", "mkdocs", "build", "--quiet"], folder, runs)


def ours(folder: Path, runs: int) -> list[float]:
    """Each run into a folder of its own, as the other builds: to clear an old site takes seconds more."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir"]
    return [taken for run in range(runs) for taken in seconds([*command, str(folder / str(run))], ROOT, 1)]


def main() -> int:
    """Print each figure; plain MkDocs with every page in its navigation, the last of the builds, takes minutes."""
    told("navigator check (whole process)", seconds([sys.executable, "-m", "navigator", "check"], ROOT, 5))
    pages = [file for file in publish(ROOT) if file.page]
    with tempfile.TemporaryDirectory() as name:
        build = ours(Path(name), 3)
        told(f"full build of the navigator, {len(pages):,} generated pages, API and downloads", build)
        run("bench_pages.py", f"{name}/0")
    run("bench_search.py")
    shallow = plain_mkdocs(pages, SHALLOW, 1)
    told(f"plain MkDocs Material, {len(pages):,} written pages, shallow navigation", shallow)
    print(f"{'':<72} {shallow[0] / statistics.median(build):8.1f} times as long as ours", flush=True)
    deep = plain_mkdocs(pages, "", 1)
    told(f"plain MkDocs Material, {len(pages):,} written pages, default navigation", deep)
    print(f"{'':<72} {deep[0] / statistics.median(build):8.1f} times as long as ours", flush=True)
    return 0


def run(script: str, *arguments: str) -> None:
    subprocess.run([sys.executable, str(ROOT / "scripts" / script), *arguments], cwd=ROOT, check=True)


if __name__ == "__main__":
    raise SystemExit(main())
