"""A source: one YAML file, read once, with its value and the place of everything in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from navigator import syntax
from navigator.problem import Problem, shorten

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

#: Path of keys and indexes inside a file, for example ("fits", 0, "why").
Where = tuple[str | int, ...]
Place = tuple[int, int]

MAX_BYTES = 500_000
MAX_DEPTH = 20
_PLAIN = {f"tag:yaml.org,2002:{name}" for name in ("str", "map", "seq", "value")}
_MISREAD = {f"tag:yaml.org,2002:{name}" for name in ("int", "float", "bool", "null", "timestamp")}


@dataclass(frozen=True)
class Source:
    """One YAML file: its value, and the line and column of every key and value."""

    path: str
    value: Any
    places: dict[Where, Place] = field(repr=False)
    keys: dict[Where, Place] = field(repr=False)
    raw: dict[Where, str] = field(repr=False)

    def place(self, where: Where) -> Place:
        """Line and column of a value, or of the nearest thing around it that exists."""
        while where and where not in self.places:
            where = where[:-1]
        return self.places.get(where, (1, 1))

    def at(self, where: Where) -> Any:
        """The value at a place that exists."""
        value = self.value
        for step in where:
            value = value[step]
        return value

    def problem(self, where: Where, rule: str, message: str, hint: str = "") -> Problem:
        return Problem(self.path, *self.place(where), rule, message, hint)

    def key_problem(self, where: Where, rule: str, message: str, hint: str = "") -> Problem:
        """A problem with a key itself, at the key and not at its value."""
        return Problem(self.path, *self.keys.get(where, self.place(where)), rule, message, hint)


def read(path: Path, root: Path) -> Source | list[Problem]:
    """Read one file below ``root``: a source, or everything that is wrong with it."""
    name = path.relative_to(root).as_posix()
    found = text(path, root)
    if isinstance(found, Problem):
        return [found]
    try:
        return _parsed(name, found)
    except yaml.YAMLError as error:
        return [syntax.told(name, found, error)]
    except RecursionError:
        return [Problem(name, 1, 1, "too-deep", "the value is nested too deeply", "look for a stray bracket")]


@lru_cache(maxsize=8192)  # while people edit, all files but one are as they were
def _parsed(name: str, text: str) -> Source | list[Problem]:
    loader = Loader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return [Problem(name, 1, 1, "empty", "the file is empty", "write the entry, or remove the file")]
        source = Source(name, None, {}, {}, {})
        anchors = list(_anchors(name, text))
        problems = anchors + [each for each in _walk(node, source, loader) if not (anchors and each.rule == "too-deep")]
        return problems or Source(name, _value(node, (), source, loader), source.places, source.keys, source.raw)
    finally:
        loader.dispose()


_resolved = lru_cache(maxsize=8)(Path.resolve)


def text(path: Path, root: Path) -> str | Problem:
    """The text of a file below ``root``, or what keeps it from being one."""
    name = path.relative_to(root).as_posix()

    def refuse(rule: str, message: str, hint: str, line: int = 1, column: int = 1) -> Problem:
        return Problem(name, line, column, rule, message, hint)

    try:
        if not path.resolve().is_relative_to(_resolved(root)):
            return refuse("outside", "the link leads outside the data", "put the file itself here")
        if not path.is_file():
            return refuse("not-a-file", "a file is expected here", "rename the folder or remove it")
        if path.stat().st_size > MAX_BYTES:
            return refuse(
                "too-large", f"the file is larger than {MAX_BYTES:,} bytes", "split it, or look for pasted data"
            )
        data = path.read_bytes()
    except (OSError, RuntimeError) as error:
        return refuse(
            "unreadable", f"the file cannot be read: {getattr(error, 'strerror', None) or error}", "check its rights"
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before) - (before.rfind(b"\n") + 1) + 1
        return refuse("encoding", "the file is not in UTF-8", "save it as UTF-8 in your editor", line, column)


def _anchors(name: str, text: str) -> Iterator[Problem]:
    """The first anchor: what is aliased is written twice here, and YAML drops the rest of a text that starts with &."""
    if "&" in text:
        token = next((token for token in yaml.scan(text, Loader=Loader) if isinstance(token, yaml.AnchorToken)), None)
        if token:
            place = token.start_mark.line + 1, token.start_mark.column + 1
            hint = "write the value out wherever it is needed; quote a text that starts with &"
            yield Problem(name, *place, "alias", "anchors (&name) and aliases (*name) are not used here", hint)


def _walk(root: yaml.Node, source: Source, loader: Any) -> Iterator[Problem]:
    """Note every place; yield repeated keys, tags, misread values and nesting that the data may not have."""
    seen: set[int] = set()
    todo: list[tuple[Where, yaml.Node]] = [((), root)]
    while todo:
        where, node = todo.pop()
        source.places[where] = place = (node.start_mark.line + 1, node.start_mark.column + 1)
        if id(node) in seen:
            return  # an alias: its anchor has been told
        seen.add(id(node))
        if len(where) > MAX_DEPTH:
            yield Problem(source.path, *place, "too-deep", "the value is nested too deeply", "look for a stray bracket")
            return
        if node.tag not in _PLAIN | _MISREAD:
            tag = shorten(node.tag.replace("tag:yaml.org,2002:", "!!"))
            yield Problem(
                source.path, *place, "tag", f"{tag} is not plain data", "remove it, or quote a text that starts with !"
            )
        elif node.tag in _MISREAD:
            yield from _misread(node, source.path, place, loader)
        elif isinstance(node, yaml.MappingNode):
            yield from _entries(node, where, source, todo)
        elif isinstance(node, yaml.SequenceNode):
            todo += [((*where, index), child) for index, child in enumerate(node.value)]


def _entries(
    node: yaml.MappingNode, where: Where, source: Source, todo: list[tuple[Where, yaml.Node]]
) -> Iterator[Problem]:
    for key, child in node.value:
        place = key.start_mark.line + 1, key.start_mark.column + 1
        if not isinstance(key, yaml.ScalarNode):
            yield Problem(
                source.path,
                *place,
                "key",
                "a key must be one word",
                "quote a text that starts with a bracket, or mend the brackets",
            )
            continue
        if key.tag == "tag:yaml.org,2002:merge":
            yield Problem(source.path, *place, "tag", "<< is not plain data", "write the values out here")
            continue
        if key.tag in _MISREAD:
            word = shorten(key.value)
            yield Problem(
                source.path,
                *place,
                "unquoted",
                f"the key {word} is a text only when it is quoted",
                f'quote it: "{word}"',
            )
            continue
        inner = (*where, key.value)
        if inner in source.keys:
            first = source.keys[inner][0]
            yield Problem(
                source.path,
                *place,
                "duplicate-key",
                f'"{shorten(key.value)}" stands here twice',
                f"the first is on line {first}; keep one",
            )
            continue
        source.keys[inner] = place
        todo.append((inner, child))


def _misread(node: yaml.Node, path: str, place: Place, loader: Any) -> Iterator[Problem]:
    """A text that YAML takes for a date or a number that cannot be."""
    try:
        loader.construct_object(node)
    except ValueError:
        taken = "a date" if node.tag.endswith("timestamp") else "a number"
        yield Problem(
            path,
            *place,
            "unquoted",
            f"{shorten(node.value)} is taken for {taken}, and not a possible one",
            f'quote it: "{shorten(node.value)}"',
        )


def _value(node: yaml.Node, where: Where, source: Source, loader: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _value(child, (*where, key.value), source, loader) for key, child in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_value(child, (*where, index), source, loader) for index, child in enumerate(node.value)]
    if node.tag in _MISREAD:
        source.raw[where] = node.value
        return loader.construct_object(node)
    return node.value
