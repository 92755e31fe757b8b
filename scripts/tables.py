"""Make the computed tables in content/ from the data, or say which have drifted from it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # the program is not installed

from navigator import check, tables
from navigator.view.site import Site

ROOT = Path(__file__).resolve().parents[1]
CONTENT = ROOT / "content"


def main(arguments: list[str] | None = None) -> int:
    """Write the pages whose tables changed; with --check write nothing and end with 1 when there are any."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; end with 1 when a page has drifted")
    options = parser.parse_args(arguments)
    report = check.load(ROOT)
    made = tables.tables(Site(report.catalogue, report.graph, report.inventories))
    drifted = 0
    for path in sorted(CONTENT.rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        new = tables.fill(text, made)
        if new != text:
            drifted += 1
            print(f"{path.relative_to(ROOT).as_posix()} " + ("is not what the data say; run: python scripts/tables.py" if options.check else "made anew"))
            if not options.check:
                path.write_text(new, encoding="utf-8", newline="\n")
    return 1 if drifted and options.check else 0


if __name__ == "__main__":
    raise SystemExit(main())
