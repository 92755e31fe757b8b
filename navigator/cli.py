"""The command ``navigator``: check the data, and answer from it without a browser."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from navigator import answer, check
from navigator.export import api
from navigator.problem import FORMATS, DataError

FINE, FOUND, MISUSE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command. 0: fine; 1: problems found, or nothing answers; 2: misuse."""
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="navigator", description="Which standard fits at which step of producing official statistics.")
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
    one.add_argument("--role", default="", choices=("", "creates", "uses", "updates", "exchanges", "documents"), help="only this role")
    one.add_argument("--version", default="", help="only artefacts that this version of their standard has")
    one.add_argument("--format", choices=("text", "json"), default="text")
    one = command("show", _show, "Tell what is known of a thing.")
    one.add_argument("id", metavar="ID", help="for example sdmx:codelist")
    one.add_argument("--format", choices=("text", "json"), default="text")
    one = command("path", _path, "Tell how two things are connected.")
    one.add_argument("ids", nargs=2, metavar="ID")
    one.add_argument("--format", choices=("text", "json"), default="text")
    return parser


def _check(options: argparse.Namespace, root: Path) -> int:
    report = check.check(root)
    told = FORMATS[options.format](report.problems)
    if told:
        print(told)
    count = len(report.problems)
    print(f"{count or 'no'} problem{'' if count == 1 else 's'}; {report.counts}", file=sys.stderr if options.format != "text" else sys.stdout)
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
    print(_json({**api.node_json(node), "data": api.as_json(node.value)}) if options.format == "json" else answer.show_text(graph, node))
    return FINE


def _path(options: argparse.Namespace, root: Path) -> int:
    graph = check.load(root).graph
    start, end = (answer.thing(graph, id).id for id in options.ids)
    steps = answer.path(graph, start, end)
    if options.format == "json":
        print(_json([{"from": one, "relation": relation, "to": other} for one, relation, other in steps]))
    else:
        label = graph.nodes
        print("\n".join(f"{one} ({label[one].label}) {relation} {other} ({label[other].label})" for one, relation, other in steps) or "nothing connects them")
    return FINE if steps or start == end else FOUND


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)
