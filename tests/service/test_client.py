"""The process of the core: started when needed, replaced when it dies, gone when it should be."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from briefing.model import ReportSummary
from briefing.model.desk import Vocabulary
from briefing.service.calls import ListReports, ListVocabulary, ReadReport
from briefing.service.client import DIED
from briefing.service.messages import Done, Failed, Places, Started
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
