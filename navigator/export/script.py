"""Data for browser scripts: a plain script that sets one global, so that it loads from disk as from a server."""

from __future__ import annotations

import json
from typing import Any


def script(name: str, value: Any) -> str:
    """A script file that sets ``window.NAME``. The value is data: no text in it can become code or markup."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f"window.{name}={text};\n"
