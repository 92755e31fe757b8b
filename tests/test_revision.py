"""Revisions: a folder as it is, or the data of a commit in a folder of their own."""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

from navigator import check, revision
from navigator.revision import NoRevision
from tests import trees
from tests.trees import Tree

IDENTITY = ["-c", "user.name=Tests", "-c", "user.email=tests@office.example.org", "-c", "commit.gpgsign=false"]


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(root), *IDENTITY, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Tree:
    """A small tree in a repository of its own, changed once since the tag v1."""
    tree = trees.plant(tmp_path / "repository")
    git(tree.root, "init", "--quiet", "--initial-branch=main")
    git(tree.root, "add", "--all")
    git(tree.root, "commit", "--quiet", "--message", "First")
    git(tree.root, "tag", "v1")
    tree.replace("data/artefacts/sdmx/codelist.yaml", "name: Codelist", "name: Code list")
    git(tree.root, "commit", "--quiet", "--all", "--message", "Second")
    return tree


def name_of_codelist(root: Path) -> str:
    return str(check.check(root).catalogue["sdmx:codelist"].name)


@pytest.mark.parametrize(
    ("name", "said"), [("v1", "Codelist"), ("HEAD", "Code list"), ("HEAD~1", "Codelist"), ("main", "Code list")]
)
def test_a_revision_is_the_data_as_they_were(repository: Tree, name: str, said: str) -> None:
    with revision.tree(name, repository.root) as root:
        assert name_of_codelist(root) == said
        assert check.check(root).errors == ()


def test_the_folder_of_a_revision_goes_away(repository: Tree) -> None:
    with revision.tree("v1", repository.root) as root:
        assert root.is_dir()
    assert not root.exists()


def test_a_folder_is_taken_as_it_is(repository: Tree) -> None:
    with revision.tree(str(repository.root), repository.root) as root:
        assert root == repository.root


def test_data_with_other_schemas_get_those_of_today(repository: Tree) -> None:
    """An older state may have had other schemas, or lacked one: it is read by those that the program knows."""
    git(repository.root, "rm", "--quiet", "data/schema/tool.schema.json")
    git(repository.root, "commit", "--quiet", "--message", "Third")
    shutil.copy(trees.ROOT / "data/schema/tool.schema.json", repository.root / "data/schema")
    with revision.tree("HEAD", repository.root) as root:
        assert check.check(root).errors == ()


def test_a_folder_with_other_schemas_stays_as_it_is(repository: Tree, tmp_path: Path) -> None:
    older = trees.plant(tmp_path / "older")
    (older.root / "data/schema/tool.schema.json").unlink()
    with revision.tree(str(older.root), repository.root) as root:
        assert root != older.root
        assert check.check(root).errors == ()
    assert not (older.root / "data/schema/tool.schema.json").exists()


def test_a_tree_below_the_top_of_its_repository_is_found(tmp_path: Path) -> None:
    tree = trees.plant(tmp_path / "repository" / "inside")
    git(tmp_path / "repository", "init", "--quiet")
    git(tmp_path / "repository", "add", "--all")
    git(tmp_path / "repository", "commit", "--quiet", "--message", "First")
    with revision.tree("HEAD", tree.root) as root:
        assert name_of_codelist(root) == "Codelist"


@pytest.mark.parametrize("name", ["no-such-branch", "--output=stolen", "-x", "v1:data", "HEAD; rm -rf /"])
def test_what_is_no_revision_is_refused(repository: Tree, name: str) -> None:
    with pytest.raises(NoRevision), revision.tree(name, repository.root):
        pytest.fail("it was taken for a revision")
    assert not (repository.root / "stolen").exists()


def test_a_revision_without_data_is_refused(repository: Tree) -> None:
    git(repository.root, "rm", "--quiet", "-r", "data")
    git(repository.root, "commit", "--quiet", "--message", "Third")
    with pytest.raises(NoRevision, match="no data in this revision"), revision.tree("HEAD", repository.root):
        pytest.fail("it was taken for data")


def test_a_folder_outside_any_repository_is_told(example: Tree, tmp_path: Path) -> None:
    with pytest.raises(NoRevision, match="nor a revision that git knows"), revision.tree("HEAD", tmp_path):
        pytest.fail("it was taken for a revision")


def test_without_git_two_folders_are_asked_for(repository: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NoRevision, match="name two folders instead"), revision.tree("HEAD", repository.root):
        pytest.fail("git was found")


def test_only_plain_files_inside_are_unpacked(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as tar:
        for name in ("data/a.yaml", "../outside.yaml", "/tmp/navigator-absolute.yaml"):
            member = tarfile.TarInfo(name)
            member.size = 2
            tar.addfile(member, io.BytesIO(b"a\n"))
        link = tarfile.TarInfo("data/link.yaml")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)
    inside = tmp_path / "inside"
    inside.mkdir()
    revision.unpack(packed.getvalue(), inside)
    assert [
        path.relative_to(tmp_path).as_posix()
        for path in sorted(tmp_path.rglob("*"))
        if path.is_file() or path.is_symlink()
    ] == ["inside/data/a.yaml"]
    assert not Path("/tmp/navigator-absolute.yaml").exists()
