"""Work aside gives what work in place gives: its result, or its error."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable

import pytest

from navigator import aside


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a build: one thread, two cores."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems work in place")
@pytest.mark.usefixtures("alone")
def test_the_work_is_done_in_another_process() -> None:
    assert aside.start(os.getpid)() != os.getpid()


@pytest.mark.parametrize(("name", "value"), [("active_count", 2), ("cpu_count", 1)])
@pytest.mark.usefixtures("alone")
def test_with_other_threads_or_one_core_it_is_done_here(name: str, value: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading if name == "active_count" else os, name, lambda: value)
    assert aside.start(os.getpid)() == os.getpid()


@pytest.mark.usefixtures("alone")
def test_a_large_result_arrives_whole() -> None:
    assert aside.start(lambda: ["x" * 1_000_000] * 20)() == ["x" * 1_000_000] * 20


@pytest.mark.usefixtures("alone")
def test_an_error_is_raised_where_the_result_is_asked_for() -> None:
    result = aside.start(lambda: {}["missing"])
    with pytest.raises(KeyError, match="missing"):
        result()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems work in place")
@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("work", [lambda: os._exit(3), lambda: lambda: None], ids=["dies", "cannot-be-sent"])
def test_a_process_that_cannot_answer_is_told(work: Callable[[], object]) -> None:
    with pytest.raises(Exception, match=r"without a result|pickle"):
        aside.start(work)()
