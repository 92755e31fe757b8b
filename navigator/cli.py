"""The command ``navigator``: check the data, and answer from it without a browser."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path

from navigator import answer, check, scaffold
from navigator.export import api
from navigator.problem import FORMATS, DataError, nearest
from navigator.search import index, query, told
from navigator.search.weights import PRIOR

FINE, FOUND, MISUSE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command. 0: fine; 1: problems found, or nothing answers; 2: misuse."""
    _print_anything()
    parser = _parser()
    options = parser.parse_args(arguments)
    root = Path(options.root)
    if not (root / "data" / "schema").is_dir():
        print(f"{root}: no navigator stands here (data/schema is missing); name its root with --root", file=sys.stderr)
        return MISUSE
    try:
        run: Callable[[argparse.Namespace, Path], int] = options.run
        return run(options, root)
    except DataError as error:
        print(FORMATS["text"](error.problems), file=sys.stderr)
        return FOUND
    except answer.Unknown as error:
        print(error, file=sys.stderr)
        return FOUND
    except BrokenPipeError:
        return FINE


def _print_anything() -> None:
    """Let a terminal that lacks a sign (→ on some, odd file names on all) show a stand-in for it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="navigator", description="Which standard fits at which step of producing official statistics."
    )
    parser.add_argument("--root", default=".", metavar="DIR", help="the tree to work on (default: this folder)")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace, Path], int], text: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=text, description=text)
        added.set_defaults(run=run)
        added.add_argument("--root", default=argparse.SUPPRESS, metavar="DIR", help=argparse.SUPPRESS)
        return added

    one = command("check", _check, "Tell every problem in the data, each with its place and its remedy.")
    one.add_argument("--format", choices=tuple(FORMATS), default="text", help="how to tell it")
    one = command("which", _which, "Tell the fits at an activity, best first.")
    one.add_argument("activity", nargs="+", metavar="ACTIVITY", help="a code or words: 4.3, run collection")
    one.add_argument("--standard", default="", help="only this standard or family: sdmx, ddi, ddi-l, vtl ...")
    one.add_argument(
        "--role",
        default="",
        choices=("", "creates", "uses", "updates", "exchanges", "documents"),
        help="only this role",
    )
    one.add_argument("--version", default="", help="only artefacts that this version of their standard has")
    one.add_argument("--format", choices=("text", "json"), default="text")
    one = command("show", _show, "Tell what is known of a thing.")
    one.add_argument("id", metavar="ID", help="for example sdmx:codelist")
    one.add_argument("--format", choices=("text", "json"), default="text")
    one = command("path", _path, "Tell how two things are connected.")
    one.add_argument("ids", nargs=2, metavar="ID")
    one.add_argument("--format", choices=("text", "json"), default="text")
    one = command("search", _search, "Find pages by plain words, names or codes; typing mistakes are forgiven.")
    one.add_argument("words", nargs="+", metavar="WORDS")
    one.add_argument(
        "--kind",
        default="",
        choices=("", *sorted(PRIOR)),
        metavar="KIND",
        help="only this kind: artefact, task, tool, use-case ...",
    )
    one.add_argument("--format", choices=("text", "json"), default="text")
    one = command("export", _export, "Write the catalogue in another format; without one, tell which there are.")
    one.add_argument(
        "key", nargs="?", default="", metavar="FORMAT", help="fits.csv, xlsx, turtle, sssom, sdmx, ddi, graphml ..."
    )
    one.add_argument("--out", default="", metavar="FILE", help="the file to write (default: standard output)")
    one.add_argument("--base", default="", metavar="URL", help="where the site stands: the start of URIs")
    one = command("diff", _diff, "Tell what a change means, as Markdown for a pull request.")
    one.add_argument("before", metavar="BASE", help="a folder that holds data, or a git revision: main, v1.0, HEAD~1")
    one.add_argument(
        "after", nargs="?", default="", metavar="HEAD", help="the same for the other state (default: the tree as it is)"
    )
    one = command("new", _new, "Draft the file of a new entry, which passes the check and says what to write where.")
    one.add_argument("kind", choices=scaffold.NAMES)
    one.add_argument("name", metavar="NAME", help="the file name, or standard:name for an artefact")
    one.add_argument("--label", default="", help="the name that pages show")
    return parser


def _new(options: argparse.Namespace, root: Path) -> int:
    try:
        path = root / scaffold.path_of(options.kind, options.name)
    except scaffold.Refused as error:
        print(error, file=sys.stderr)
        return MISUSE
    if path.exists():
        print(f"{path} is there already", file=sys.stderr)
        return FOUND
    if not path.parent.is_dir():
        print(f"{path.parent} is not there; is the standard spelt right?", file=sys.stderr)
        return MISUSE
    path.write_text(
        scaffold.draft(options.kind, options.name, options.label, date.today().isoformat()), encoding="utf-8"
    )
    print(f"{path}: fill it in, then run: navigator check")
    return FINE


def _check(options: argparse.Namespace, root: Path) -> int:
    report = check.check(root)
    told = FORMATS[options.format](report.problems)
    if told:
        print(told)
    count = len(report.problems)
    print(
        f"{count or 'no'} problem{'' if count == 1 else 's'}; {report.counts}",
        file=sys.stderr if options.format != "text" else sys.stdout,
    )
    return FOUND if report.errors or not report.counts.files else FINE


def _which(options: argparse.Namespace, root: Path) -> int:
    site = answer.site_of(check.load(root))
    node = answer.activity(site, " ".join(options.activity))
    rows = answer.which(site, node, options.standard.lower(), options.role, options.version)
    print(_json(answer.which_json(rows)) if options.format == "json" else answer.which_text(site, node, rows))
    return FINE if rows else FOUND


def _show(options: argparse.Namespace, root: Path) -> int:
    graph = check.load(root).graph
    node = answer.thing(graph, options.id)
    print(
        _json({**api.node_json(node), "data": api.as_json(node.value)})
        if options.format == "json"
        else answer.show_text(graph, node)
    )
    return FINE


def _search(options: argparse.Namespace, root: Path) -> int:
    found, _ = index.make(check.load(root).graph, root)
    words = " ".join(options.words)
    hits = query.search(found, words, options.kind, limit=10)
    if options.format == "json":
        print(_json(told.as_json(hits)))
    else:
        print(told.as_text(hits) or told.nothing(found, words))
    return FINE if hits else FOUND


def _path(options: argparse.Namespace, root: Path) -> int:
    graph = check.load(root).graph
    start, end = (answer.thing(graph, id).id for id in options.ids)
    steps = answer.path(graph, start, end)
    if options.format == "json":
        print(_json([{"from": one, "relation": relation, "to": other} for one, relation, other in steps]))
    else:
        label = graph.nodes
        print(
            "\n".join(
                f"{one} ({label[one].label}) {relation} {other} ({label[other].label})"
                for one, relation, other in steps
            )
            or "nothing connects them"
        )
    return FINE if steps or start == end else FOUND


def _export(options: argparse.Namespace, root: Path) -> int:
    from navigator.export import common, formats  # here, because the spreadsheet's library takes a while to load

    if not options.key:
        print("\n".join(f"{each.key:<15} {each.title}: {each.spec}" for each in formats.FORMATS))
        return FINE
    if options.key not in formats.BY_KEY:
        near = nearest(options.key, formats.BY_KEY)
        print(f'there is no format "{options.key}"' + (f"; did you mean {near}?" if near else ""), file=sys.stderr)
        print(f"known: {', '.join(formats.BY_KEY)}", file=sys.stderr)
        return MISUSE
    made = formats.BY_KEY[options.key].write(
        formats.Material(answer.site_of(check.load(root)), common.address(options.base))
    )
    content = made.encode() if isinstance(made, str) else made
    if options.out:
        return _write(Path(options.out), content)
    if isinstance(made, bytes) and sys.stdout.isatty():
        print("this is no text for a terminal; name a file with --out", file=sys.stderr)
        return MISUSE
    sys.stdout.buffer.write(content)
    return FINE


def _write(path: Path, content: bytes) -> int:
    try:
        path.write_bytes(content)
    except OSError as error:
        print(f"{path}: {error.strerror}", file=sys.stderr)
        return MISUSE
    return FINE


def _diff(options: argparse.Namespace, root: Path) -> int:
    from navigator import difference, impact, revision
    from navigator.page import plural

    names = (options.before, options.after or "The tree as it is")
    try:
        with revision.tree(options.before, root) as old, revision.tree(options.after or str(root), root) as new:
            reports = check.check(old), check.check(new)
            found = difference.compare(*map(answer.site_of, reports))
    except revision.NoRevision as error:
        print(error, file=sys.stderr)
        return MISUSE
    broken = ((name, len(report.errors)) for name, report in zip(names, reports, strict=True) if report.errors)
    notes = [
        f"{name}: its data have {plural(count, 'error')}; what could be read was compared." for name, count in broken
    ]
    print(impact.markdown(found, names, notes), end="")
    return FINE


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)
