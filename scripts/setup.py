"""Make .venv from the lock files. Works on a machine with Python and nothing else; the twin of the Makefile's first step."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
LOCKS = {"requirements.lock": [], "requirements-schemas.lock": ["--no-deps", "--ignore-requires-python"]}
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")


def main() -> int:
    """Make the environment, install what the lock files name, and leave a mark that it is ready."""
    if sys.version_info < (3, 11):
        print("Python 3.11 or newer is needed")
        return 2
    if not (BIN / ("python.exe" if os.name == "nt" else "python")).exists():
        print("making .venv ...")
        venv.create(VENV, with_pip=True)
    for lock, options in LOCKS.items():
        print(f"installing what {lock} names ...")
        command = [str(BIN / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *options]
        if subprocess.run([*command, "-r", str(ROOT / lock)], check=False).returncode:
            print("the packages could not be installed; see the lines above")
            return 1
    (VENV / "ready").touch()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
