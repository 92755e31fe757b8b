"""The line: everything or nothing, in the same bytes each time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from navigator.problem import DataError
from navigator.publish import File, publish
from tests.trees import ROOT, Tree

PRINT = """
import hashlib, sys
from pathlib import Path
from navigator.publish import publish
for file in publish(Path(sys.argv[1])):
    content = file.content.encode() if isinstance(file.content, str) else file.content
    print(file.url or file.block, hashlib.sha256(content).hexdigest())
"""


@pytest.fixture(scope="session")
def files(example: Tree) -> dict[str, File]:
    return {file.url or file.block: file for file in publish(example.root)}


def printed(root: Path, seed: str, zone: str) -> str:
    """Names and sums of everything that is published, made by a process of its own with other hashes and another clock."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", PRINT, str(root)], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("which", ["small", "real"])
def test_two_runs_give_the_same_bytes(which: str, example: Tree) -> None:
    root = example.root if which == "small" else ROOT
    one, other = printed(root, "1", "Pacific/Auckland"), printed(root, "77", "America/Lima")
    assert one.splitlines() == other.splitlines()
    assert len(one.splitlines()) > 200


def test_nothing_is_published_of_bad_data(tree: Tree) -> None:
    tree.write("data/roles/steward.yaml", "name: [")
    with pytest.raises(DataError):
        next(publish(tree.root))


def test_every_address_is_written_once(files: dict[str, File], example: Tree) -> None:
    assert len(files) == len(list(publish(example.root)))
    assert not [url for url in files if url.startswith(("/", "..")) or "\\" in url]


def test_data_are_carried_as_they_are(files: dict[str, File], example: Tree) -> None:
    for path in ("data/gsbpm/sub-processes/4.3.yaml", "data/examples/codelist.xml"):
        content = files[path].content
        assert isinstance(content, bytes)
        assert content == (example.root / path).read_bytes()


def test_every_thing_has_a_page_or_a_place_and_a_json_file(files: dict[str, File], example: Tree) -> None:
    graph = json.loads(files["api/v1/graph.json"].content)
    for node in graph["nodes"]:
        address, _, place = node["url"].partition("#")
        assert address in files, node
        assert not place or f'id="{place}"' in str(files[address].content), node
        assert json.loads(files[node["json"]].content)["id"] == node["id"]


def test_pages_link_to_the_repository_when_it_is_named(example: Tree) -> None:
    page = next(
        file for file in publish(example.root, "https://code.example.org/edit/main") if file.url == "gsbpm/4.3.html"
    )
    assert 'href="https://code.example.org/edit/main/data/gsbpm/sub-processes/4.3.yaml"' in str(page.content)
