"""Make content/contribute/fields.md from the schemas, or say that it has drifted from them."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # the program is not installed

from navigator import fields, schema

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "content/contribute/fields.md"


def main(arguments: list[str] | None = None) -> int:
    """Write the page; with --check write nothing and end with 1 when it is not what the schemas say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; end with 1 when the page has drifted")
    options = parser.parse_args(arguments)
    text = fields.fields_page(schema.read(ROOT / "data/schema"))
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == text:
        return 0
    if options.check:
        print(f"{PAGE.relative_to(ROOT).as_posix()} is not what the schemas say; run: python scripts/fields.py")
        return 1
    PAGE.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
