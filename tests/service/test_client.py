"""The process of the core: started when needed, replaced when it dies, gone when it should be."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pytest

from briefing.model import ReportSummary
from briefing.model.desk import Vocabulary
from briefing.service.calls import Call, ImportReports, ListReports, ListVocabulary, ReadReport
from briefing.service.client import CANNOT_START, DIED
from briefing.service.messages import Done, Failed, Places, Started, Step, Stopped
from tests.service.conftest import Asking


def test_calls_are_answered_one_after_the_other(client: Asking) -> None:
    first, second = client.submit(ListVocabulary()), client.submit(ListReports())
    assert isinstance(client.outcome(second), Done)
    assert client.listener.of(first) == [Started, Done]
    answered = [one.job for one in client.listener.heard if isinstance(one, Done)]
    assert answered.index(first) < answered.index(second)


def test_what_can_be_picked_comes_whole(client: Asking) -> None:
    vocabulary = client.ask(ListVocabulary())
    assert isinstance(vocabulary, Vocabulary)
    assert {"note", "memo"} <= {template.name for template in vocabulary.templates}
    assert vocabulary.taxonomy.regions["AM"].name == "Armenia"
    assert vocabulary.formats[0].extension == ".pdf"


def test_what_goes_wrong_keeps_its_words(client: Asking) -> None:
    failed = client.outcome(client.submit(ReadReport("ab" * 32)))
    assert isinstance(failed, Failed)
    assert failed.kind == "LibraryError"
    assert failed.error().message == "The library holds no report abababababab."


def test_a_process_that_dies_fails_its_call_and_the_next_is_answered(places: Places) -> None:
    client = Asking(places)
    try:
        client.ask(ListReports())
        assert client.pid is not None
        os.kill(client.pid, signal.SIGSTOP)  # so that the call is surely under way
        first = client.pid
        doomed, behind = client.submit(ListReports()), client.submit(ListVocabulary())
        os.kill(first, signal.SIGKILL)
        assert isinstance(client.outcome(behind), Done)
        assert isinstance(client.outcome(doomed), Done)  # neither had begun: both are asked again
        assert client.pid != first
    finally:
        client.close()


def test_a_process_that_cannot_live_is_not_started_for_ever(places: Places) -> None:
    client = Asking(places)
    try:
        client.ask(ListReports())
        job = client.submit(ListReports())
        for _ in range(2):
            pid = client.pid
            if pid is not None:
                os.kill(pid, signal.SIGKILL)
        outcome = client.outcome(job)
        assert isinstance(outcome, (Done, Failed))
        if isinstance(outcome, Failed):
            assert outcome.words == DIED
    finally:
        client.close()


def test_closing_leaves_no_process_behind(places: Places) -> None:
    client = Asking(places)
    client.ask(ListReports())
    pid = client.pid
    assert pid is not None
    client.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_an_idle_process_ends_and_comes_back_when_it_is_needed(places: Places) -> None:
    client = Asking(places, idle=0.05)
    try:
        client.ask(ListReports())
        gone = client.listener
        while client.pid is not None:
            gone.wait(1, Done)
        assert isinstance(client.ask(ListReports()), tuple)
    finally:
        client.close()


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs the list of open files")
def test_no_socket_is_opened(client: Asking) -> None:
    client.ask(ListReports())
    for pid in (os.getpid(), client.pid):
        opened = [
            str(link.readlink()) for link in Path(f"/proc/{pid}/fd").iterdir() if link.exists()
        ]
        assert not [name for name in opened if name.startswith("socket:")]


def test_an_interrupt_at_the_terminal_does_not_end_the_process(client: Asking) -> None:
    client.ask(ListReports())
    assert client.pid is not None
    os.kill(client.pid, signal.SIGINT)
    answer = client.ask(ListReports())
    assert isinstance(answer, tuple)
    assert all(isinstance(one, ReportSummary) for one in answer)


def reports_in(folder: Path, count: int) -> Path:
    """Write some reports, and return their folder."""
    folder.mkdir()
    for n in range(count):
        text = f"Armenia and Azerbaijan met {n} times in Prague to talk peace.\n" * 3
        (folder / f"{n}.txt").write_text(text)
    return folder


def test_moving_lets_what_runs_finish_and_asks_for_the_rest_elsewhere(tmp_path: Path) -> None:
    client = Asking(Places(tmp_path / "old"))
    try:
        running = client.submit(ImportReports((reports_in(tmp_path / "in", 20),)))
        behind = client.submit(ListReports())
        client.listener.wait(running, Step)
        client.move(Places(tmp_path / "new"))
        later = client.submit(ListReports())
        for job in (behind, later):
            done = client.outcome(job)
            assert isinstance(done, Done), done
            assert done.value == ()
        assert client.listener.of(running)[-1] is Done
        answered = [one.job for one in client.listener.heard if isinstance(one, Done)]
        assert answered == [running, behind, later]
    finally:
        client.close()


def test_what_waits_for_a_move_can_be_cancelled(tmp_path: Path) -> None:
    client = Asking(Places(tmp_path / "old"))
    try:
        running = client.submit(ImportReports((reports_in(tmp_path / "in", 20),)))
        client.listener.wait(running, Step)
        client.move(Places(tmp_path / "new"))
        later = client.submit(ListReports())
        client.cancel(later)
        assert isinstance(client.outcome(later), Stopped)
        client.cancel(running)
        assert isinstance(client.outcome(running), Stopped)
        assert client.ask(ListReports()) == ()
    finally:
        client.close()


def test_an_idle_process_moves_at_once(tmp_path: Path) -> None:
    client = Asking(Places(tmp_path / "old"))
    try:
        client.ask(ImportReports((reports_in(tmp_path / "in", 1),)))
        client.move(Places(tmp_path / "new"))
        assert client.ask(ListReports()) == ()
        client.move(Places(tmp_path / "old"))
        client.move(Places(tmp_path / "old"))
        reports = client.ask(ListReports())
        assert isinstance(reports, tuple)
        assert len(reports) == 1
    finally:
        client.close()


def test_a_call_whose_process_cannot_be_started_fails_and_the_next_is_answered(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> NoReturn:
        raise OSError("no more processes")

    client = Asking(places)
    try:
        with monkeypatch.context() as patch:
            patch.setattr("briefing.service.client.Child", refuse)
            failed = client.outcome(client.submit(ListReports()))
        assert isinstance(failed, Failed)
        assert failed.words == CANNOT_START
        assert isinstance(client.ask(ListReports()), tuple)
    finally:
        client.close()


@dataclass(frozen=True, slots=True)
class Unsendable(Call[None]):
    """A call that cannot be packed."""

    value: object


def test_a_call_that_cannot_be_sent_fails_and_the_next_is_answered(client: Asking) -> None:
    failed = client.outcome(client.submit(Unsendable(lambda: None)))
    assert isinstance(failed, Failed)
    assert "lambda" in failed.details
    assert isinstance(client.ask(ListReports()), tuple)


def test_an_answer_that_cannot_be_read_fails_its_call_and_the_next_is_answered(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = Asking(places)
    try:
        client.ask(ListReports())
        with monkeypatch.context() as patch:
            patch.setattr("briefing.service.client.put_together", lambda *_: 1 / 0)
            assert isinstance(client.outcome(client.submit(ListVocabulary())), Failed)
        assert isinstance(client.ask(ListReports()), tuple)
    finally:
        client.close()


def test_a_call_that_nobody_stopped_and_that_was_broken_off_has_failed(client: Asking) -> None:
    job = client.submit(ListReports())
    client._deliver(Stopped(job))
    failed = client.outcome(job)
    assert isinstance(failed, Failed)
    assert "broken off" in failed.words
    assert "again" in failed.hint


def test_several_processes_end_together(tmp_path: Path) -> None:
    clients = [Asking(Places(tmp_path / name)) for name in "abc"]
    for client in clients:
        client.ask(ListReports())
        assert client.pid is not None
        os.kill(client.pid, signal.SIGSTOP)  # it will have to be ended by force
    begun = time.monotonic()
    for client in clients:
        client.dismiss()
    for client in clients:
        client.close()
    assert time.monotonic() - begun < 4.0
