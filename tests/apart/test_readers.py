"""Files are read apart: whatever one does to what reads it, the others and the program go on."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from briefing.apart import Limits, Readers, reader
from briefing.apart.readers import awaited
from briefing.errors import Cancelled, ImportFailure
from briefing.importers import read_report

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
        "import os, pickle, struct; p = pickle.dumps((1, print)); "
        "os.write(1, struct.pack('!Q', len(p)) + p)",
        "import os, pickle, struct; p = pickle.dumps((1, 'no report')); "
        "os.write(1, 2 * (struct.pack('!Q', len(p)) + p))",
    ],
)
def test_a_process_that_a_file_has_broken_or_taken_over_is_one_failed_file(
    does: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = Readers(1)
    with monkeypatch.context() as patch:
        patch.setattr(reader, "_BEGIN", does)
        with pytest.raises(ImportFailure, match="breaks the program that reads it"):
            broken.read(MEMO, "memo.txt").result()
    broken.close()


def test_a_defect_is_noted_without_a_word_of_the_report(
    readers: Readers, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR), pytest.raises(ImportFailure, match="breaks the program"):
        readers.read(7, "memo.txt").result()  # type: ignore[arg-type]
    assert "reading.py" in caplog.text
    assert "AttributeError" in caplog.text
