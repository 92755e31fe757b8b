"""The check: from a tree on disk to a catalogue and its graph, or to everything that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from navigator import finder, graph, inventory, kinds, model, reference, rules, schema, source
from navigator.finder import Finder
from navigator.graph import Graph
from navigator.inventory import Inventories
from navigator.kinds import Kind
from navigator.model import Catalogue
from navigator.problem import DataError, Problem, errors, nearest
from navigator.reference import Reference
from navigator.schema import Schemas
from navigator.search import lists
from navigator.source import Source

#: What below data/ holds no entries.
OTHER = ("schema", "inventories", "search", "finder.yaml")
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
        return (
            f"{self.files:,} files, {self.references:,} references, {self.fits:,} fits and {self.rules} rules checked"
        )


@dataclass(frozen=True)
class Report:
    """The outcome of a check. ``catalogue`` and ``graph`` hold what could be understood."""

    problems: tuple[Problem, ...]
    counts: Counts
    catalogue: Catalogue
    graph: Graph
    schemas: Schemas
    inventories: Inventories
    finder: Finder = field(default_factory=Finder)

    @property
    def errors(self) -> tuple[Problem, ...]:
        return errors(self.problems)


def check(root: Path) -> Report:
    """Check the tree at ``root``. Every problem is told, each once; nothing is written and nothing raised."""
    try:
        schemas = schema.read(root / "data/schema")
        inventories = inventory.read(root / "data/inventories")
    except DataError as error:
        nothing = model.build([])
        return Report(error.problems, Counts(0, 0, 0, 0), nothing, graph.link(nothing), Schemas({}), Inventories({}))
    return _check(root, schemas, inventories)


def _check(root: Path, schemas: Schemas, inventories: Inventories) -> Report:
    files, problems = _read_all(root)
    known = _known(files)
    found = {
        item.path: list(reference.find(item, kind.name, schemas)) for item, kind in files.values() if item is not None
    }
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
    problems += _examples(root, catalogue)
    problems += lists.check(root, schemas, known)
    meant = chain(
        finder.check(root, schemas, catalogue, known), rules.check_all(rules.Data(catalogue, links, inventories, found))
    )
    problems += _where_clean(meant, problems) if problems else meant
    counts = Counts(
        len(files), sum(map(len, found.values())), len(rules.RULES), sum(edge.relation == "fit" for edge in links.edges)
    )
    questions = finder.read(root) if not any(each.path == finder.FILE for each in problems) else Finder()
    return Report(tuple(sorted(set(problems))), counts, catalogue, links, schemas, inventories, questions)


def load(root: Path) -> Report:
    """As :func:`check`, but raise :class:`DataError` when the data cannot be published."""
    report = check(root)
    if report.errors:
        raise DataError(report.problems)
    if not report.counts.files:
        raise DataError(
            [
                Problem(
                    "data",
                    1,
                    1,
                    "empty",
                    "there is no entry in the data",
                    "run this at the root of the navigator, or name it with --root",
                )
            ]
        )
    return report


#: Rules that speak of what is missing: they cannot judge while other files are broken.
_NEED_ALL = {"complete", "home", "orphan", "verdict", "evidence-version", "unknown-word"}


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
        if name.split("/")[0] in OTHER or _passed_over(path, folder):
            continue
        kind = kinds.of_path(name)
        if kind is None or path.suffix != ".yaml":
            problems += _stray(name, path)
            continue
        if not re.fullmatch(kind.form, path.stem):
            problems.append(_misnamed(kind, path, f"data/{name}"))
            continue
        id = kinds.id_of(kind, name)
        read = source.read(path, root)
        if isinstance(read, list):
            problems += read
            files[id] = (None, kind)
        else:
            files[id] = (read, kind)
    return files, problems


def _passed_over(path: Path, folder: Path) -> bool:
    """Folders of any name, what hides behind a dot, and what lies in a folder that stands in place of a file."""
    hidden = path.name.startswith(".") and path.suffix != ".yaml"
    inside = any(each.suffix == ".yaml" for each in path.relative_to(folder).parents)
    return hidden or inside or (path.is_dir() and not path.is_symlink() and path.suffix != ".yaml")


def _misnamed(kind: Kind, path: Path, name: str) -> Problem:
    if "[1-" in kind.form:
        return Problem(
            name,
            1,
            1,
            "file-name",
            f'"{path.stem}" is no code in the model',
            "name the file by a code that GSBPM or GAMSO has",
        )
    return Problem(
        name,
        1,
        1,
        "file-name",
        f'"{path.stem}" cannot be the id of an entry',
        "use small letters and digits, with hyphens between the words",
    )


def _stray(name: str, path: Path) -> Iterator[Problem]:
    folder = name.rpartition("/")[0]
    if folder == _EXAMPLE_FILES and path.suffix not in (".yaml", ".yml"):
        return
    own = next((kind for kind in kinds.KINDS if kind.folder == folder), None)
    near = nearest(folder, [kind.folder for kind in kinds.KINDS])
    if path.suffix == ".yml":
        hint = "name it .yaml"
    elif own and not own.prefix:
        hint = f"move it into the folder of its standard, below data/{folder}"
    elif path.suffix != ".yaml":
        hint = "move it out of data/; entries end in .yaml"
    else:
        hint = f"did you mean data/{near}?" if near and not own else "move it to the folder of its kind"
    yield Problem(f"data/{name}", 1, 1, "stray-file", "no entry belongs here", hint)


def _examples(root: Path, catalogue: Catalogue) -> Iterator[Problem]:
    """What is wrong with the files that the worked examples show."""
    for entry in catalogue.of("example"):
        path = root / "data/examples" / entry.file
        found = source.text(path, root) if path.exists() or path.is_symlink() else None
        if found is None:
            message = f'there is no file "{entry.file}" beside this entry'
            yield catalogue.sources[entry.id].problem(
                ("file",), "example-file", message, "add it to data/examples, or mend the name"
            )
        elif isinstance(found, Problem):
            yield found


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
        if each.id not in known and known.get(each.id.rpartition(".")[0]) is not False:
            yield item.problem(each.where, "unknown-id", f'there is no "{each.id}"', _known_instead(each.id, known))


def _known_instead(id: str, known: Mapping[str, bool]) -> str:
    parent = id.rpartition(".")[0]
    inside = [each for each in known if each.rpartition(".")[0] == parent]
    same = (
        inside
        if parent in known and parent.count(".")
        else [each for each in known if each.startswith(id.partition(":")[0] + ":")]
    )
    near = nearest(id, same)
    if near:
        return f"did you mean {near}?"
    if not same:
        return (
            f"nothing stands inside {parent}"
            if parent in known
            else "write the id of an entry; for a remark use round brackets"
        )
    return (
        f"known: {', '.join(same)}"
        if len(same) <= 8
        else f"write one of the {len(same)} ids that start with {id.partition(':')[0]}:"
    )
