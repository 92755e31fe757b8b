"""Small trees for the tests: the example in tests/tree, filled up to a whole GSBPM, with other files laid over it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from navigator import blocks, check, pages
from navigator.check import Report
from navigator.page import Page, Renderer
from navigator.problem import Problem
from navigator.view.site import Site

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = Path(__file__).parent / "tree"
PHASES = {"1": 6, "2": 6, "3": 7, "4": 4, "5": 8, "6": 5, "7": 5, "8": 3}
_MARK = re.compile(r"^# (file|no file): (.+)$", re.M)


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
            if content is None:
                (self.root / path).unlink()
            else:
                self.write(path, content)

    @contextmanager
    def under(self, bundle: str) -> Iterator[Tree]:
        """This tree with the files of a bundle laid over it for a while."""
        before = {
            path: (self.root / path).read_bytes() if (self.root / path).exists() else None for path in unbundle(bundle)
        }
        self.lay(bundle)
        yield self
        for path, content in before.items():
            if content is None:
                (self.root / path).unlink()
            else:
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


def unbundle(text: str) -> Mapping[str, str | None]:
    """Files by path. A bundle names each file in a line ``# file: PATH``, which stays the first line of the file.

    A line ``# no file: PATH`` takes a file away.
    """
    found = list(_MARK.finditer(text))
    ends = [match.start() for match in found[1:]] + [len(text)]
    return {
        match[2]: text[match.start() : end] if match[1] == "file" else None
        for match, end in zip(found, ends, strict=True)
    }


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
            yield (
                f"data/gsbpm/sub-processes/{code}.yaml",
                _bare(f"Step {code}", code) + "inputs: [Something]\noutputs: [Something else]\n",
            )


def _bare(name: str, code: str) -> str:
    return (
        f'names:\n  "5.1": {name}\n  "5.2": {name}\nsummary: What is done in {code}.\ncoos: http://id.example.org/{code}\n'
        'sources: [{source: src:handbook}]\nreview: {state: compiled, "on": "2026-01-31"}\n'
    )


def plant_site(root: Path) -> Tree:
    """The example tree with all that MkDocs needs to build a site of it: the real hooks and theme, and a stub for each page of people."""
    tree = plant(root)
    for name in ("hooks", "overrides", "navigator"):
        (root / name).symlink_to(ROOT / name, target_is_directory=True)
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    asked = []
    for page in sorted((ROOT / "content").rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        asked += blocks.named(text)
        anchors = "".join(f"\n## {match} {{#{match}}}\n" for match in re.findall(r"\{#([\w-]+)\}", text))
        tree.write(page.relative_to(ROOT).as_posix(), f"# {page.stem}\n{anchors}")
    marks = "".join(f"\n## {name}\n\n<!-- computed: {name} -->\n" for name in sorted(set(asked)))
    tree.write("content/guide/blocks.md", f"# Blocks\n{marks}")
    return tree


def all_pages(site: Site, texts: Mapping[str, str]) -> list[Page]:
    """Every generated page of a site; ``texts`` holds the text of each example file by the example's id."""
    renderer = Renderer(site)
    return [*pages.entries(site, renderer, texts), *pages.listings(site, renderer)]
