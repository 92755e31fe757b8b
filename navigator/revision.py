"""A revision: the data as a folder holds them, or as they were at a commit, to be read by today's rules."""

from __future__ import annotations

import filecmp
import io
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

_DATA, _SCHEMA = Path("data"), Path("data/schema")


class NoRevision(Exception):
    """The name is neither a folder with data nor a revision that git knows."""


@contextmanager
def tree(name: str, root: Path) -> Iterator[Path]:
    """The tree that a name means: a folder that holds data, else a git revision of the tree at ``root``.

    The program reads data that keep the schemas of ``root``. Data with other schemas are copied for the while and get these.
    """
    folder = Path(name)
    if (folder / _SCHEMA).is_dir() and same(folder / _SCHEMA, root / _SCHEMA):
        yield folder
        return
    with TemporaryDirectory(prefix="navigator-") as made:
        copy = Path(made)
        if (folder / _SCHEMA).is_dir():
            shutil.copytree(folder / _DATA, copy / _DATA, symlinks=True)
        else:
            unpack(archive(name, root), copy)
        if not (copy / _SCHEMA).is_dir():
            raise NoRevision(f"{name}: there are no data of a navigator in it (data/schema is missing)")
        shutil.rmtree(copy / _SCHEMA)
        shutil.copytree(root / _SCHEMA, copy / _SCHEMA)
        yield copy


def same(one: Path, other: Path) -> bool:
    """Whether two folders hold the same files."""
    found = filecmp.dircmp(one, other)
    _, differ, odd = filecmp.cmpfiles(one, other, found.common_files, shallow=False)
    return not (found.left_only or found.right_only or found.common_dirs or found.common_funny or differ or odd)


def archive(name: str, root: Path) -> bytes:
    """The folder data at a revision as a tar file."""
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if commit is None:
        raise NoRevision(f"{name}: this is neither a folder that holds data nor a revision that git knows at {root}")
    packed = _git(root, "archive", "--format=tar", commit.decode().strip(), "--", "data")
    if packed is None:
        raise NoRevision(f"{name}: there are no data in this revision")
    return packed


def _git(root: Path, *arguments: str) -> bytes | None:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)
    except FileNotFoundError:
        raise NoRevision("git is not installed; name two folders instead") from None
    return done.stdout if done.returncode == 0 else None


def unpack(packed: bytes, folder: Path) -> None:
    """Write the plain files of a tar file below a folder; links and whatever would land outside are left out."""
    with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
        for member in tar:
            target = folder / member.name
            file = (
                tar.extractfile(member)
                if member.isfile() and target.resolve().is_relative_to(folder.resolve())
                else None
            )
            if file is not None:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(file.read())
