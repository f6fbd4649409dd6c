"""The window asks the core: callbacks come back on its own thread, or not at all."""

from __future__ import annotations

import os
import signal
import threading
import weakref
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from briefing.errors import BriefingError
from briefing.model import ReportSummary
from briefing.model.desk import ImportReview
from briefing.service.calls import ImportReports, ListReports, ListVocabulary, ReadReport
from briefing.service.messages import Places, Stopped
from gui.tasks import Lane, ServiceTasks

SLOW = 60_000


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tasks")


@pytest.fixture
def tasks(qtbot: QtBot, folder: Path) -> Iterator[ServiceTasks]:
    made = ServiceTasks(Places(folder / "library"))
    yield made
    made.close()


def test_an_answer_comes_on_the_thread_of_the_window(qtbot: QtBot, tasks: ServiceTasks) -> None:
    heard: list[tuple[object, int]] = []
    tasks.run(ListReports(), lambda answer: heard.append((answer, threading.get_ident())))
    assert not heard
    qtbot.waitUntil(lambda: bool(heard), timeout=SLOW)
    assert heard == [((), threading.get_ident())]


def test_a_failure_goes_to_whoever_asked(qtbot: QtBot, tasks: ServiceTasks) -> None:
    failed: list[BriefingError] = []
    tasks.run(ReadReport("ab" * 32), lambda _: pytest.fail("it is not there"), failed=failed.append)
    qtbot.waitUntil(lambda: bool(failed), timeout=SLOW)
    assert "holds no report" in failed[0].message


def test_a_failure_nobody_waits_for_is_shown(
    qtbot: QtBot, tasks: ServiceTasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[BriefingError] = []
    monkeypatch.setattr("gui.messages.tell", lambda _, error, *__: told.append(error))
    tasks.run(ReadReport("ab" * 32), lambda _: pytest.fail("it is not there"))
    qtbot.waitUntil(lambda: bool(told), timeout=SLOW)


def test_of_calls_with_one_key_only_the_latest_is_answered(
    qtbot: QtBot, tasks: ServiceTasks
) -> None:
    answered: list[int] = []

    def note(n: int, _answer: object) -> None:
        answered.append(n)

    for n in range(5):
        tasks.run(ListVocabulary(), partial(note, n), replaces="words")
    qtbot.waitUntil(lambda: bool(answered), timeout=SLOW)
    tasks.run(ListReports(), lambda _: answered.append(99))
    qtbot.waitUntil(lambda: 99 in answered, timeout=SLOW)
    assert answered == [4, 99]


def test_whoever_is_gone_hears_nothing(qtbot: QtBot, tasks: ServiceTasks) -> None:
    heard: list[object] = []
    owner = QObject()
    tasks.run(ListReports(), heard.append, owner=owner)
    del owner
    tasks.run(ListReports(), lambda _: heard.append("later"))
    qtbot.waitUntil(lambda: "later" in heard, timeout=SLOW)
    assert heard == ["later"]


def test_a_cancelled_call_says_so_once_it_has_ended(
    qtbot: QtBot, tasks: ServiceTasks, tmp_path: Path
) -> None:
    for n in range(30):
        text = f"Armenia and Azerbaijan met {n} times in Prague to talk peace.\n"
        (tmp_path / f"{n}.txt").write_text(text * 3)
    ended: list[str] = []
    names: list[str] = []
    task = tasks.run(
        ImportReports((tmp_path,)),
        lambda _: ended.append("done"),
        step=lambda _done, _total, name: names.append(name),
        stopped=lambda: ended.append("stopped"),
        lane=Lane.LIBRARY,
    )
    qtbot.waitUntil(lambda: bool(names), timeout=SLOW)
    task.cancel()
    qtbot.waitUntil(lambda: bool(ended), timeout=SLOW)
    assert ended == ["stopped"]


def test_what_one_lane_imports_the_other_sees(
    qtbot: QtBot, tasks: ServiceTasks, tmp_path: Path
) -> None:
    path = tmp_path / "talks.txt"
    path.write_text("Armenia and Azerbaijan resumed talks on their border in Prague.\n")
    seen: list[tuple[ReportSummary, ...]] = []
    tasks.run(
        ImportReports((path,)),
        lambda _: tasks.run(ListReports(), seen.append),
        lane=Lane.LIBRARY,
    )
    qtbot.waitUntil(lambda: bool(seen), timeout=SLOW)
    assert "talks.txt" in [report.file_name for report in seen[0]]


def test_after_the_process_has_died_calls_are_answered_again(
    qtbot: QtBot, tasks: ServiceTasks
) -> None:
    heard: list[object] = []
    tasks.run(ListVocabulary(), heard.append)
    qtbot.waitUntil(lambda: len(heard) == 1, timeout=SLOW)
    os.kill(tasks.pids()[Lane.DESK], signal.SIGKILL)
    tasks.run(ListVocabulary(), heard.append, failed=heard.append)
    qtbot.waitUntil(lambda: len(heard) == 2, timeout=SLOW)
    tasks.run(ListVocabulary(), heard.append)
    qtbot.waitUntil(lambda: len(heard) == 3, timeout=SLOW)
    assert type(heard[2]) is type(heard[0])


def test_closing_the_window_ends_the_processes(qtbot: QtBot, folder: Path) -> None:
    tasks = ServiceTasks(Places(folder / "library"))
    heard: list[object] = []
    tasks.run(ListReports(), heard.append)
    qtbot.waitUntil(lambda: bool(heard), timeout=SLOW)
    (pid,) = tasks.pids().values()
    tasks.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_what_has_been_answered_is_let_go(qtbot: QtBot, tasks: ServiceTasks) -> None:
    heard: list[object] = []
    waiting = Waiting()
    gone = weakref.ref(waiting)
    tasks.run(ListReports(), waiting.take, replaces="reports")
    tasks.run(ListReports(), heard.append)
    del waiting
    qtbot.waitUntil(lambda: bool(heard), timeout=SLOW)
    assert gone() is None


class Waiting:
    """Somebody who waits for an answer."""

    def take(self, _answer: object) -> None:
        """Take the answer."""


def test_another_place_drops_no_call(qtbot: QtBot, tasks: ServiceTasks, tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text("Armenia and Azerbaijan met in Prague to talk peace.\n")
    heard: list[object] = []
    begun: list[str] = []
    tasks.run(
        ImportReports((tmp_path,)),
        heard.append,
        failed=heard.append,
        step=lambda done, total, name: begun.append(name),
    )
    tasks.run(ListReports(), heard.append, failed=heard.append)
    qtbot.waitUntil(lambda: bool(begun), timeout=SLOW)
    tasks.move(Places(tmp_path / "other"))
    tasks.run(ListReports(), heard.append, failed=heard.append)
    qtbot.waitUntil(lambda: len(heard) == 3, timeout=SLOW)
    assert isinstance(heard[0], ImportReview)
    assert heard[2] == ()


def test_a_call_broken_off_by_nobody_fails_for_whoever_asked(
    qtbot: QtBot, tasks: ServiceTasks
) -> None:
    failed: list[BriefingError] = []
    task = tasks.run(ListReports(), lambda _: pytest.fail("it is gone"), failed=failed.append)
    tasks._clients[Lane.DESK]._deliver(Stopped(task.job))  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: bool(failed), timeout=SLOW)
    assert "broken off" in failed[0].message
