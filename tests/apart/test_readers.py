"""Files are read apart: whatever one does to what reads it, the others and the program go on."""

from __future__ import annotations

import logging
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from briefing.apart import Limits, Readers, process, reader
from briefing.apart.outcome import Order, ReadFile
from briefing.apart.readers import awaited
from briefing.errors import Cancelled, ImportFailure
from briefing.importers import read_report

ROOT = Path(__file__).resolve().parent.parent.parent
MEMO = (
    b"Talks on the River\n\nArmenia and Georgia met in Tbilisi. They spoke of the lower border.\n"
)
LONG = MEMO * 20_000


@pytest.fixture(scope="module")
def readers() -> Iterator[Readers]:
    """One process, so that each test stands on what the one before has left of it."""
    made = Readers(1)
    yield made
    made.close()


def test_a_report_read_apart_is_the_report(readers: Readers) -> None:
    read = readers.read(MEMO, "memo.txt").result()
    assert read.report == read_report(MEMO, "memo.txt")
    assert len(read.findings) == 3
    assert readers.read(MEMO, "memo.txt", is_tagged=False).result().findings == ()


def test_a_file_that_is_no_report_is_refused_in_the_importers_words(readers: Readers) -> None:
    with pytest.raises(ImportFailure, match="The PDF is damaged"):
        readers.read(b"%PDF-1.7 and nothing else", "a.pdf").result()


def test_a_file_that_takes_too_long_is_one_failed_file(readers: Readers) -> None:
    with pytest.raises(ImportFailure, match="could not be read within 1 second"):
        readers.read(LONG * 8, "long.txt", Limits(seconds=1)).result()
    assert readers.read(MEMO, "memo.txt").result().findings


def test_a_file_that_needs_too_much_memory_is_one_failed_file(readers: Readers) -> None:
    with pytest.raises(ImportFailure, match="more than 8 MB of memory"):
        readers.read(LONG, "long.txt", Limits(mebibytes=8)).result()
    assert readers.read(MEMO, "memo.txt").result().findings


def test_what_is_no_longer_wanted_is_broken_off(readers: Readers) -> None:
    def asked_to_stop() -> None:
        raise Cancelled

    running, waiting = readers.read(LONG, "long.txt"), readers.read(MEMO, "memo.txt")
    with pytest.raises(Cancelled):
        awaited(running, asked_to_stop)
    readers.leave([running, waiting])
    assert waiting.cancelled()
    with pytest.raises(ImportFailure):
        running.result()
    assert readers.read(MEMO, "memo.txt").result().findings


@pytest.mark.parametrize(
    "does",
    [
        "import os; os._exit(3)",
        "import sys; sys.stdout.write('no answer ' * 9)",
        "import os, struct; os.write(1, struct.pack('!BQ', 1, 1) + b'\\xc0') "
        "+ os.write(1, struct.pack('!BQ', 2, 3) + b'\\xa2no')",
    ],
)
def test_a_process_that_a_file_has_broken_or_taken_over_is_one_failed_file(
    does: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = Readers(1)
    with monkeypatch.context() as patch:
        patch.setattr(process, "_BEGIN", does)
        with pytest.raises(ImportFailure, match="breaks the program that reads it"):
            broken.read(MEMO, "memo.txt").result()
    broken.close()


def test_a_defect_is_noted_without_a_word_of_the_report(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    defect = "sys.path.insert(0, sys.argv[1]); from briefing.apart import child"
    monkeypatch.setattr(
        process, "_BEGIN", f"import sys; {defect}; child.read_report = 7; child.main()"
    )
    defective = Readers(1)
    with caplog.at_level(logging.ERROR), pytest.raises(ImportFailure, match="breaks the program"):
        defective.read(MEMO, "memo.txt", is_tagged=False).result()
    defective.close()
    assert "child.py" in caplog.text
    assert "TypeError" in caplog.text
    assert "Tbilisi" not in caplog.text


def test_a_file_is_broken_off_at_whatever_moment_it_is_left() -> None:
    starting = Readers(1)
    for pause in (0.0, 0.0005, 0.002, 0.01, 0.05):
        answer = starting.read(LONG * 8, "long.txt")
        time.sleep(pause)
        starting.leave([answer])
        began = time.monotonic()
        with pytest.raises((ImportFailure, CancelledError)):
            answer.result()
        assert time.monotonic() - began < 30, "it was read to its end"
    starting.close()


def test_a_file_left_just_as_it_was_read_keeps_the_next_from_nothing() -> None:
    order = Order(MEMO, "memo.txt", "", Limits(60, 1024), False, "", False)
    one = reader.Reader()
    for _ in range(3):
        one.begin()
        assert one.read(order) == ReadFile(read_report(MEMO, "memo.txt"))
        one.break_off()
    one.end()


def test_a_program_that_ends_amid_a_file_does_not_wait_for_it() -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); from briefing.apart import shared_readers; "
        "shared_readers().read(b'Talks. ' * 4_000_000, 'long.txt')"
    )
    subprocess.run([sys.executable, "-c", script, str(ROOT)], check=True, timeout=60)  # noqa: S603
