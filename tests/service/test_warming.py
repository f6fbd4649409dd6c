"""While nobody asks for anything, what the first preview needs is loaded, and memory given back."""

from __future__ import annotations

from multiprocessing import Pipe
from pathlib import Path

import pytest

from briefing.service import resting, worker
from briefing.service.calls import ListReports
from briefing.service.core import Core
from briefing.service.messages import Ask, Places
from briefing.service.warming import STEPS


@pytest.mark.parametrize("step", STEPS)
def test_each_step_works_with_an_empty_library(step: object, tmp_path: Path) -> None:
    core = Core(Places(tmp_path / "library"))
    assert callable(step)
    step(core)
    core.close()


def test_a_library_at_fault_does_not_end_the_process(tmp_path: Path) -> None:
    (tmp_path / "library").write_text("no folder")
    core = Core(Places(tmp_path / "library"))
    core.make_ready()
    for _ in STEPS:
        assert core.to_warm
        core.warm()
    assert not core.to_warm


def test_free_memory_is_given_back_once_after_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls, answers = Pipe(duplex=False)
    at_work = worker.Worker(calls, answers, Places(tmp_path / "library"))
    given = []

    def give_back() -> None:
        resting.give_back()
        given.append(at_work._quiet())
        at_work._closing = True

    monkeypatch.setattr(worker, "give_back", give_back)
    monkeypatch.setattr(worker, "_RESTING", 0.01)
    assert at_work._quiet() is None
    at_work._waiting.append(Ask(1, ListReports()))
    assert at_work._next() == Ask(1, ListReports())
    assert at_work._next() is None
    assert given == [None]
