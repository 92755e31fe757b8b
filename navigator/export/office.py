"""The file of an office's picture: its schema and an example to start from."""

from __future__ import annotations

from pathlib import Path

from navigator.export import API

SCHEMA_URL = f"{API}/schema/office.schema.json"
EXAMPLE_URL = "downloads/office-example.yaml"
_FOLDER = Path(__file__).parent / "schemas"


def schema_text() -> str:
    """The JSON Schema of the file."""
    return (_FOLDER / "office.schema.json").read_text(encoding="utf-8")


def example_text() -> str:
    """A made-up office's file that shows everything the schema allows."""
    return (_FOLDER / "office-example.yaml").read_text(encoding="utf-8")
