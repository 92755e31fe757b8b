"""Small trees for the tests: the example in tests/tree, filled up to a whole GSBPM, with other files laid over it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from navigator import check
from navigator.check import Report
from navigator.problem import Problem

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = Path(__file__).parent / "tree"
PHASES = {"1": 6, "2": 6, "3": 7, "4": 4, "5": 8, "6": 5, "7": 5, "8": 3}
_MARK = re.compile(r"^# file: (\S+)$", re.M)


@dataclass(frozen=True)
class Tree:
    """A tree on disk to write bad data into."""

    root: Path

    def write(self, path: str, content: str | bytes) -> Path:
        """Write one file, named from the root of the tree."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
        return target

    def lay(self, bundle: str) -> None:
        """Lay the files of a bundle over the tree."""
        for path, content in unbundle(bundle).items():
            self.write(path, content)

    def replace(self, path: str, old: str, new: str) -> None:
        """Change one text in one file; it must be there."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text, f"{path} does not say {old!r}"
        self.write(path, text.replace(old, new, 1))

    def check(self) -> Report:
        return check.check(self.root)

    def problems(self) -> tuple[Problem, ...]:
        return self.check().problems

    def told(self) -> list[str]:
        """The problems without their hints, one line each."""
        return [str(problem).partition("\n")[0] for problem in self.problems()]


def unbundle(text: str) -> Mapping[str, str]:
    """Files by path. A bundle names each file in a line ``# file: PATH``, which stays the first line of the file."""
    starts = [(match[1], match.start()) for match in _MARK.finditer(text)]
    ends = [start for _, start in starts[1:]] + [len(text)]
    return {path: text[start:end] for (path, start), end in zip(starts, ends, strict=True)}


def plant(root: Path, schemas: Path = ROOT / "data" / "schema") -> Tree:
    """The example tree at ``root``, valid and whole."""
    shutil.copytree(EXAMPLE, root, dirs_exist_ok=True)
    shutil.copytree(schemas, root / "data" / "schema", dirs_exist_ok=True)
    tree = Tree(root)
    for path, text in skeleton():
        if not (root / path).exists():
            tree.write(path, text)
    return tree


def skeleton() -> Iterator[tuple[str, str]]:
    """The bare phases and sub-processes that every tree must have."""
    for phase, number in PHASES.items():
        yield f"data/gsbpm/phases/{phase}.yaml", _bare(f"Phase {phase}", phase)
        for index in range(1, number + 1):
            code = f"{phase}.{index}"
            yield f"data/gsbpm/sub-processes/{code}.yaml", _bare(f"Step {code}", code) + "inputs: [Something]\noutputs: [Something else]\n"


def _bare(name: str, code: str) -> str:
    return (
        f'names:\n  "5.1": {name}\n  "5.2": {name}\nsummary: What is done in {code}.\ncoos: http://id.example.org/{code}\n'
        'sources: [{source: src:handbook}]\nreview: {state: compiled, "on": "2026-01-31"}\n'
    )
