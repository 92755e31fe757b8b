"""Work aside: a second core makes one part of the site while this one makes the rest."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TypeVar

Result = TypeVar("Result")


def start(work: Callable[[], Result]) -> Callable[[], Result]:
    """Start the work in a process of its own; the call that comes back waits for its result, or raises what it raised.

    Where a process can't be split safely (other systems than Linux, several threads, as under ``mkdocs serve``) or
    there is one core only, the work is done when its result is asked for. The result is the same.
    """
    if sys.platform != "linux" or threading.active_count() > 1 or (os.cpu_count() or 1) < 2:
        return work
    context = get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(work, theirs), daemon=True)
    process.start()
    theirs.close()

    def result() -> Result:
        try:
            value, error = ours.recv()
        except EOFError:
            raise RuntimeError("the process that worked aside ended without a result") from None
        process.join()
        if error:
            raise error
        return value  # type: ignore[no-any-return]

    return result


def _send(work: Callable[[], object], pipe: Connection) -> None:
    try:
        pipe.send((work(), None))
    except Exception as error:  # whatever it is, the process that asked is to raise it
        pipe.send((None, error))
