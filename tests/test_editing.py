"""While people edit: what they edit shows at once, the rest follows, and bad data change nothing."""

from __future__ import annotations

import filecmp
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from navigator.editing import Editing, touched
from navigator.problem import DataError
from tests.test_hooks import built
from tests.trees import Tree, plant, plant_site

STEP = "data/gsbpm/sub-processes/4.3.yaml"
SAID = "Respondents are asked and reminded."


@pytest.fixture
def edited(tmp_path: Path) -> tuple[Tree, Path, list[str], Editing]:
    """A tree with its site, the calls for a whole build, and what follows the edits."""
    tree = plant_site(tmp_path / "tree")
    site = built(tree.root, tmp_path / "site")
    calls: list[str] = []
    return tree, site, calls, Editing(tree.root, site, lambda: calls.append("built"))


def text_of(site: Path, url: str) -> str:
    return (site / url).read_text(encoding="utf-8")


def test_an_edit_shows_on_its_page_and_on_those_around_it(edited: tuple[Tree, Path, list[str], Editing]) -> None:
    tree, site, calls, editing = edited
    tree.replace(STEP, SAID, "Respondents are visited. <b>")
    tree.replace(STEP, '"5.2": Run collection', '"5.2": Run the collection')
    editing.soon()
    page = text_of(site, "gsbpm/4.3.html")
    assert "Respondents are visited. &lt;b&gt;" in page
    assert "<title>4.3 Run the collection · GSBPM standards navigator</title>" in page
    assert "Run the collection" in text_of(site, "gsbpm/4.html")
    assert calls == []  # the guide names 4.3 too: that follows
    editing.rest()
    assert calls == ["built"]


def test_the_site_is_as_if_it_had_been_built_anew(
    edited: tuple[Tree, Path, list[str], Editing], tmp_path: Path
) -> None:
    tree, site, _, editing = edited
    tree.replace(STEP, SAID, "Respondents are visited.")
    editing.soon()
    editing.rest()
    anew = built(tree.root, tmp_path / "anew")
    names = [path.relative_to(anew).as_posix() for path in anew.rglob("*") if path.is_file()]
    assert len(names) > 200
    assert filecmp.cmpfiles(anew, site, names, shallow=False)[1:] == ([], [])


def test_an_entry_that_is_new_gets_its_page_and_one_that_is_gone_loses_it(
    edited: tuple[Tree, Path, list[str], Editing],
) -> None:
    tree, site, _, editing = edited
    old = tree.root / "data/sources/handbook.yaml"
    tree.write(
        "data/sources/booklet.yaml",
        old.read_text(encoding="utf-8").replace("title:", "title: A booklet of").replace("A booklet of ", ""),
    )
    editing.soon()
    assert (site / "sources/booklet.html").is_file()
    assert 'data-id="src:booklet"' in text_of(site, "sources/booklet.html")
    (tree.root / "data/sources/booklet.yaml").unlink()
    editing.soon()
    assert not (site / "sources/booklet.html").exists()


def test_bad_data_are_told_and_change_nothing(edited: tuple[Tree, Path, list[str], Editing]) -> None:
    tree, site, _, editing = edited
    before = text_of(site, "gsbpm/4.3.html")
    tree.replace(STEP, SAID, "[half")
    with pytest.raises(DataError):
        editing.follow()
    editing.rest()
    assert text_of(site, "gsbpm/4.3.html") == before


def test_what_is_not_data_takes_a_whole_build(edited: tuple[Tree, Path, list[str], Editing]) -> None:
    tree, _, calls, editing = edited
    tree.write("content/guide/new.md", "# New\n")
    editing.follow()
    assert calls == ["built"]
    editing.follow(pause=1000)
    assert calls == ["built"]


def test_what_is_computed_inside_pages_of_people_takes_a_whole_build(
    edited: tuple[Tree, Path, list[str], Editing],
) -> None:
    tree, _, calls, editing = edited
    path = tree.root / "data/roles/steward.yaml"
    text = path.read_text(encoding="utf-8")
    tree.write("data/roles/steward.yaml", re.sub(r"(?m)^name: .*$", "name: Guardian of data", text))
    editing.soon()
    editing.rest()
    assert calls == ["built"]


def test_a_later_edit_stops_what_follows_an_earlier_one(edited: tuple[Tree, Path, list[str], Editing]) -> None:
    tree, site, _, editing = edited
    tree.replace(STEP, SAID, "Respondents are visited.")
    editing.follow(pause=1000)
    editing.rest(edit=0)
    assert "Respondents are visited." not in text_of(site, "print/phase-4.html")
    editing.rest(edit=1)
    assert "Respondents are visited." in text_of(site, "print/phase-4.html")


def test_what_an_edit_touches(tmp_path: Path) -> None:
    tree = plant(tmp_path)
    before = tree.check()
    assert touched(before, tree.check()) == frozenset()
    tree.replace(STEP, SAID, "Respondents are visited.")
    found = touched(before, tree.check())
    assert {"gsbpm/4.3.html", "gsbpm/4.html"} <= found
    assert "gsbpm/1.1.html" not in found


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Tree, str]]:
    """A small tree served as people serve it, and its address."""
    tree = plant_site(tmp_path / "tree")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(tree.root / "mkdocs.yml"), "-a", f"127.0.0.1:{port}"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(command, cwd=tree.root, env=environment, stderr=subprocess.DEVNULL) as process:
        yield tree, f"http://127.0.0.1:{port}"
        process.terminate()


def shown(address: str, words: str) -> bool:
    """Whether a page comes to say something, within half a minute."""
    for _ in range(300):
        try:
            with urlopen(address) as answer:
                if words in answer.read().decode():
                    return True
        except OSError:
            pass
        time.sleep(0.1)
    return False


def test_people_who_serve_the_site_see_their_edits(served: tuple[Tree, str]) -> None:
    tree, address = served
    assert shown(f"{address}/gsbpm/4.3.html", SAID)
    time.sleep(1)  # the watcher looks at the folder for the first time after the first build
    tree.replace(STEP, SAID, "Respondents are visited.")
    assert shown(f"{address}/gsbpm/4.3.html", "Respondents are visited.")
    assert shown(f"{address}/print/phase-4.html", "Respondents are visited.")
