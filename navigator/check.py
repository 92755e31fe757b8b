"""The check: from a tree on disk to a catalogue and its graph, or to everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from navigator import graph, inventory, kinds, model, reference, rules, schema, source
from navigator.graph import Graph
from navigator.inventory import Inventories
from navigator.kinds import Kind
from navigator.model import Catalogue
from navigator.problem import DataError, Problem, errors, nearest, suggest
from navigator.reference import Reference
from navigator.schema import Schemas
from navigator.source import Source

#: Folders below data/ that hold no entries.
OTHER = ("schema", "inventories")
#: Files that may stand beside the entries in data/examples.
_EXAMPLE_FILES = "examples"


@dataclass(frozen=True)
class Counts:
    """What was checked, so that a check that ran on nothing is seen."""

    files: int
    references: int
    rules: int
    fits: int

    def __str__(self) -> str:
        return f"{self.files:,} files, {self.references:,} references, {self.fits:,} fits and {self.rules} rules checked"


@dataclass(frozen=True)
class Report:
    """The outcome of a check. ``catalogue`` and ``graph`` hold what could be understood."""

    problems: tuple[Problem, ...]
    counts: Counts
    catalogue: Catalogue
    graph: Graph
    schemas: Schemas
    inventories: Inventories

    @property
    def errors(self) -> tuple[Problem, ...]:
        return errors(self.problems)


def check(root: Path) -> Report:
    """Check the tree at ``root``. Every problem is told, each once; nothing is written and nothing raised."""
    schemas = schema.read(root / "data/schema")
    files, problems = _read_all(root)
    known = _known(files)
    found = {item.path: list(reference.find(item, kind.name, schemas)) for item, kind in files.values() if item is not None}
    clean: list[tuple[Source, Kind]] = []
    for item, kind in files.values():
        if item is None:
            continue
        breaches = list(schema.check(item, kind.name, schemas))
        told = {(each.line, each.column) for each in breaches}
        strangers = [each for each in _unknown(item, found[item.path], known) if (each.line, each.column) not in told]
        problems += breaches + strangers
        if not breaches:
            clean.append((item, kind))
    catalogue = model.build(clean)
    links = graph.link(catalogue)
    inventories = inventory.read(root / "data/inventories")
    if len(clean) == len(files) and not problems:
        problems += rules.check_all(rules.Data(catalogue, links, inventories))
    elif clean:
        problems += _where_clean(rules.check_all(rules.Data(catalogue, links, inventories)), problems)
    counts = Counts(len(files), sum(map(len, found.values())), len(rules.RULES), sum(edge.relation == "fit" for edge in links.edges))
    return Report(tuple(sorted(set(problems))), counts, catalogue, links, schemas, inventories)


def load(root: Path) -> Report:
    """As :func:`check`, but raise :class:`DataError` when the data cannot be published."""
    report = check(root)
    if report.errors:
        raise DataError(report.problems)
    if not report.counts.files:
        raise DataError([Problem("data", 1, 1, "empty", "there is no entry in the data", "run this at the root of the navigator, or name it with --root")])
    return report


#: Rules that speak of what is missing: they cannot judge while other files are broken.
_NEED_ALL = {"complete", "orphan", "verdict", "evidence-version"}


def _where_clean(found: Iterator[Problem], problems: list[Problem]) -> list[Problem]:
    broken = {each.path for each in problems}
    return [each for each in found if each.rule not in _NEED_ALL and each.path not in broken]


def _read_all(root: Path) -> tuple[dict[str, tuple[Source | None, Kind]], list[Problem]]:
    """Every entry file by id, read if it can be; and what is wrong with the files as such."""
    files: dict[str, tuple[Source | None, Kind]] = {}
    problems: list[Problem] = []
    folder = root / "data"
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if name.split("/")[0] in OTHER or _is_plain_folder(path):
            continue
        kind = kinds.of_path(name)
        if kind is None or path.suffix != ".yaml":
            problems += _stray(name, path)
            continue
        id = kinds.id_of(kind, name)
        read = source.read(path, root)
        if isinstance(read, list):
            problems += read
            files[id] = (None, kind)
        else:
            files[id] = (read, kind)
    return files, problems


def _is_plain_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink() and path.suffix != ".yaml"


def _stray(name: str, path: Path) -> Iterator[Problem]:
    if name.split("/")[0] == _EXAMPLE_FILES and path.suffix != ".yml":
        return
    if path.suffix == ".yml":
        hint = "name it .yaml"
    else:
        hint = suggest(name.rpartition("/")[0], [kind.folder for kind in kinds.KINDS]) or "move it to the folder of its kind, with the ending .yaml"
    yield Problem(f"data/{name}", 1, 1, "stray-file", "no entry belongs here", hint)


def _known(files: Mapping[str, tuple[Source | None, Kind]]) -> dict[str, bool]:
    """Every id that may be named; True where what lies inside it could be read."""
    known = {}
    for id, (item, _) in files.items():
        known[id] = item is not None
        value = item.value if item is not None and isinstance(item.value, dict) else {}
        for key in ("tasks", "sub_activities"):
            inside = value.get(key)
            for entry in inside if isinstance(inside, list) else ():
                if isinstance(entry, dict) and isinstance(entry.get("code"), str):
                    known[f"{id}.{entry['code']}"] = True
    return known


def _unknown(item: Source, references: list[Reference], known: Mapping[str, bool]) -> Iterator[Problem]:
    for each in references:
        if each.id in known or known.get(each.id.rpartition(".")[0]) is False:
            continue
        prefix = each.id.partition(":")[0]
        same = [id for id in known if id.startswith(f"{prefix}:")]
        near = nearest(each.id, same)
        hint = f"did you mean {near}?" if near else f"write one of the {len(same)} ids that start with {prefix}:" if same else "write the id of an entry"
        yield item.problem(each.where, "unknown-id", f'there is no "{each.id}"', hint)
