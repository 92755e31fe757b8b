"""A tiny real site: MkDocs in a process of its own, started from another folder, as a person or a machine would start it."""

from __future__ import annotations

import filecmp
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.poison import HARMLESS, HOSTILE, poison
from tests.test_page import Shape
from tests.trees import ROOT, Tree, plant_site


def build(root: Path, target: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(root / "mkdocs.yml"), "-d", str(target)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **variables}
    return subprocess.run(
        command,
        cwd=target.parent,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def built(root: Path, target: Path, **variables: str) -> Path:
    done = build(root, target, **variables)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr.strip() == ""
    return target


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tiny")
    plant_site(folder / "tree")
    return built(folder / "tree", folder / "site")


def text_of(site: Path, page: str) -> str:
    return (site / page).read_text(encoding="utf-8")


def test_pages_of_data_and_of_people_stand_in_the_same_frame(site: Path) -> None:
    for page in ("gsbpm/4.3.html", "guide/index.html", "index.html"):
        text = text_of(site, page)
        assert "site-header" in text
        assert "site-footer" in text
        assert 'href="' + "../" * page.count("/") + 'standards/index.html"' in text
        assert "@@" not in text


def test_titles_and_descriptions_are_those_of_the_page(site: Path) -> None:
    text = text_of(site, "gsbpm/4.3.html")
    assert "<title>4.3 Run collection · GSBPM standards navigator</title>" in text
    assert '<meta name="description" content="Respondents are asked and reminded.">' in text


def test_a_page_carries_its_source_for_editing(site: Path) -> None:
    assert 'class="edit-link" href="../data/gsbpm/sub-processes/4.3.yaml"' in text_of(site, "gsbpm/4.3.html")
    assert (site / "data/gsbpm/sub-processes/4.3.yaml").read_bytes() == (
        ROOT / "tests/tree/data/gsbpm/sub-processes/4.3.yaml"
    ).read_bytes()


def test_computed_blocks_are_put_into_pages_of_people(site: Path) -> None:
    text = text_of(site, "guide/blocks.html")
    assert "<!-- computed" not in text
    assert text.count("<table>") > 3


def test_no_page_asks_another_host_for_anything(site: Path) -> None:
    asking = re.compile(
        r'<(?:script|img|iframe|source|link(?![^>]*rel="(?:canonical|license)"))\b[^>]*?(?:src|href)="(?:https?:)?//[^"]+"'
    )
    for page in site.rglob("*.html"):
        assert asking.findall(page.read_text(encoding="utf-8")) == [], page.name
    for sheet in site.rglob("*.css"):
        assert not re.search(r"url\(\s*[\"']?(?:https?:)?//|@import", sheet.read_text(encoding="utf-8")), sheet.name


def test_a_page_does_not_grow_with_the_number_of_pages(site: Path) -> None:
    """The navigation on a page is the same few links everywhere; nobody carries the list of all pages."""
    links = re.findall(r'<a[^>]* href="([^"]+)"', text_of(site, "gsbpm/5.2.html"))
    assert len(links) < 100


def differing(one: Path, other: Path) -> list[str]:
    names = {
        path.relative_to(folder).as_posix() for folder in (one, other) for path in folder.rglob("*") if path.is_file()
    }
    return sorted(
        filecmp.cmpfiles(one, other, sorted(names), shallow=False)[1]
        + filecmp.cmpfiles(one, other, sorted(names), shallow=False)[2]
    )


def test_two_builds_on_different_days_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    plant_site(tmp_path / "tree")
    later = built(
        tmp_path / "tree", tmp_path / "site", SOURCE_DATE_EPOCH="2000000000", PYTHONHASHSEED="5", TZ="Pacific/Auckland"
    )
    assert differing(site, later) == []


def test_bad_data_stop_the_build_with_the_report(tmp_path: Path) -> None:
    tree = plant_site(tmp_path / "tree")
    tree.replace("data/roles/steward.yaml", "origin: project", "origin: nobody")
    tree.write("data/tools/editor.yaml", 'name: "Editor')
    done = build(tree.root, tmp_path / "site")
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert 'data/roles/steward.yaml:6:9: error: "nobody" is not one of: framework, project [enum]' in said
    assert "data/tools/editor.yaml:1:7: error: the quote that opens here is not closed [syntax]" in said
    assert "2 problems; nothing was written" in said
    assert "Traceback" not in said
    assert list((tmp_path / "site").rglob("*")) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[away](nowhere.md)", "nowhere.md"),
        ("[gone](sdmx:no-such-thing)", "guide/new.html: ../artefacts/sdmx/no-such-thing.html"),
        ('<a href="../gsbpm/4.3.html#nowhere">x</a>', "guide/new.html: ../gsbpm/4.3.html#nowhere"),
    ],
)
def test_a_link_that_leads_nowhere_stops_the_build(text: str, told: str, tmp_path: Path) -> None:
    tree = plant_site(tmp_path / "tree")
    tree.write("content/guide/new.md", f"# New\n\n{text}\n")
    done = build(tree.root, tmp_path / "site")
    assert done.returncode == 1
    assert told in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_the_program_knows_nothing_of_mkdocs() -> None:
    for path in (ROOT / "navigator").rglob("*.py"):
        assert not re.search(r"^\s*(?:import|from) mkdocs", path.read_text(encoding="utf-8"), re.M), path


def _shapes(folder: Path, word: str) -> dict[str, Shape]:
    tree: Tree = plant_site(folder / "tree")
    poison(tree, tree.check(), word)
    site = built(tree.root, folder / "site")
    return {path.relative_to(site).as_posix(): Shape(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}


def test_text_of_any_field_stays_text_in_the_whole_site(tmp_path: Path) -> None:
    """As in test_page.py, but through MkDocs: titles, descriptions, and the blocks in people's Markdown."""
    hostile, harmless = _shapes(tmp_path / "hostile", HOSTILE), _shapes(tmp_path / "harmless", HARMLESS)
    assert set(hostile) == set(harmless)
    for page, shape in hostile.items():
        assert Counter(shape.tags) == Counter(harmless[page].tags), page
        assert not [address for address in shape.addresses if "javascript:" in address or "alert(" in address], page
    assert sum(HOSTILE in text for text in hostile["guide/blocks.html"].words) > 20
