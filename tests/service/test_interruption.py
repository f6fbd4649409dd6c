"""A job is left between two instructions, never outside its bounds."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from briefing.pipeline.desk import Desk
from briefing.service.core import Core
from briefing.service.interruption import Interruption, Superseded
from briefing.service.messages import Places


@pytest.fixture
def interruption() -> Iterator[Interruption]:
    before = signal.getsignal(signal.SIGINT)
    yield Interruption()
    signal.signal(signal.SIGINT, before)


def work() -> None:
    end = time.monotonic() + 5
    while time.monotonic() < end:
        pass
    raise AssertionError("nothing interrupted the work")


def run(interruption: Interruption, job: int) -> str:
    """Do a job as the worker does, and return how it ended."""
    interruption.begin(job)
    try:
        try:
            interruption.allow()
            work()
        finally:
            interruption.end()
    except Superseded:
        return "left"
    finally:
        interruption.end()
    return "done"


def repeat(interruption: Interruption) -> None:
    for _ in range(3):
        interruption.repeat()


def test_a_running_job_is_left_at_once(interruption: Interruption) -> None:
    threading.Timer(0.05, interruption.ask, (7,)).start()
    begun = time.monotonic()
    assert run(interruption, 7) == "left"
    assert time.monotonic() - begun < 1


def test_a_job_asked_to_stop_before_it_may_be_left_is_left_when_it_may(
    interruption: Interruption,
) -> None:
    interruption.begin(7)
    interruption.ask(7)
    with pytest.raises(Superseded):
        interruption.allow()
    interruption.end()


def test_another_job_is_left_alone(interruption: Interruption) -> None:
    interruption.begin(7)
    interruption.allow()
    interruption.ask(6)
    assert not interruption.unwanted
    interruption.end()
    interruption.ask(7)
    signal.raise_signal(signal.SIGINT)


def test_a_job_that_changes_things_is_asked_and_not_thrown_out(interruption: Interruption) -> None:
    interruption.begin(7)
    interruption.ask(7)
    signal.raise_signal(signal.SIGINT)
    assert interruption.unwanted
    interruption.end()


def test_nothing_is_thrown_while_a_module_is_loaded(interruption: Interruption) -> None:
    interruption.begin(7)
    interruption.allow()
    loading = compile("run()", "<frozen importlib._bootstrap>", "exec")
    exec(loading, {"run": lambda: interruption.ask(7)})  # noqa: S102 - stands for an import
    assert interruption.pending
    with pytest.raises(Superseded):
        repeat(interruption)
    interruption.end()


def test_a_drawing_that_would_swallow_the_interruption_is_finished_first(
    interruption: Interruption,
) -> None:
    drawn = []

    def draw_inside() -> None:
        interruption.ask(7)
        drawn.append("half")
        drawn.append("whole")

    swallowing = "def draw():\n try:\n  inside()\n except BaseException:\n  pass\n"
    names = {"inside": draw_inside}
    path = "somewhere/weasyprint/images.py"
    exec(compile(swallowing, path, "exec"), names)  # noqa: S102 - stands for the library's drawing
    interruption.begin(7)
    interruption.allow()
    names["draw"]()
    assert drawn == ["half", "whole"]
    with pytest.raises(Superseded):
        interruption.repeat()
    interruption.end()


def test_nothing_is_thrown_while_it_is_held(interruption: Interruption) -> None:
    interruption.begin(1)
    whole = False
    with pytest.raises(Superseded):  # noqa: PT012 - the point is where it is thrown
        interruption.allow()
        with interruption.hold():
            interruption.ask(1)
            end = time.monotonic() + 0.05
            while time.monotonic() < end:
                interruption.repeat()
            whole = True
        interruption.repeat()
        work()
    assert whole
    interruption.end()


def test_a_renewal_that_fails_is_done_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Desk) -> NoReturn:
        raise Superseded

    renewed: list[Desk] = []
    core = Core(Places(tmp_path / "library"))
    try:
        with monkeypatch.context() as broken:
            broken.setattr(Desk, "invalidate", fail)
            with pytest.raises(Superseded):
                _ = core.desk
        with monkeypatch.context() as counted:
            counted.setattr(Desk, "invalidate", lambda desk: renewed.append(desk))
            assert core.desk is core.desk
        assert len(renewed) == 1
    finally:
        core.close()
