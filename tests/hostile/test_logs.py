"""Neither the log nor what is passed on of a fault holds a word of a report."""

from __future__ import annotations

import errno
import logging
from datetime import date
from pathlib import Path

import pytest

from briefing.library import Library
from briefing.pipeline.importing import import_reports
from briefing.progress import Silent
from briefing.wordless import wordless, wordless_trace
from gui import log

_WORD = "Perlmutter"
_TEXT = f"Talks with {_WORD}\n\nArmenia and {_WORD} exchanged fire along their border in 2022.\n"


def _stumble(table: dict[str, str]) -> str:
    try:
        return table[_WORD]
    except KeyError as error:
        raise ValueError("no such thing: " + _WORD) from error


def test_a_trace_tells_where_and_what_but_not_on_which_words() -> None:
    with pytest.raises(ValueError, match=_WORD) as caught:
        _stumble({})
    told = wordless_trace(caught.value)
    assert "Perlmutter" not in told
    assert told.count("test_logs.py") == 3
    assert told.index("KeyError") < told.index("ValueError")


def test_a_trace_names_what_is_of_the_program() -> None:
    with pytest.raises(AttributeError) as caught:
        None.split()  # type: ignore[attr-defined]
    assert "'NoneType' object has no attribute 'split'" in wordless_trace(caught.value)


def test_what_a_sentence_quotes_is_left_out() -> None:
    assert wordless(f"The template writes “{_WORD}” loose.") == "The template writes “…” loose."
    assert wordless(f"Cut short: “{_WORD}") == "Cut short: “…”"


def test_the_log_holds_no_word_of_what_an_exception_quotes(tmp_path: Path) -> None:
    handler = log.begin(tmp_path)
    assert handler is not None
    try:
        int(_WORD)
    except ValueError:
        logging.getLogger("gui.test").exception("a page could not be drawn")
    log.end(handler)
    written = (tmp_path / "deskbrief.log").read_text("utf-8")
    assert "a page could not be drawn" in written
    assert "ValueError" in written
    assert _WORD not in written


def test_an_import_that_fails_leaves_no_word_of_a_report_behind(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    files = {
        "sound.txt": _TEXT.encode(),
        "torn.html": f"<html><body>{'<div>' * 900}{_TEXT}".encode(),
        "torn.docx": b"PK\x03\x04word/" + _TEXT.encode(),
        "torn.pdf": b"%PDF-1.7\n" + _TEXT.encode(),
        "torn.txt": _TEXT.encode() + bytes(range(256)) * 9,
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    with caplog.at_level(logging.DEBUG), Library.open(tmp_path / "library") as library:
        paths = [tmp_path / name for name in files]
        outcome = import_reports(library, paths, Silent(), today=date(2026, 11, 21))
    assert len(outcome.imported) == 1
    assert len(outcome.failed) == 4
    told = [f"{failed.error.message} {failed.error.hint}" for failed in outcome.failed]
    shown = capfd.readouterr()
    assert _WORD not in "\n".join([caplog.text, shown.out, shown.err, *told])


def test_disk_that_is_full_spills_nothing_of_the_log_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    handler = log.begin(tmp_path)
    assert handler is not None

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(handler, "flush", full)
    logging.getLogger("gui.test").warning("%s", _WORD)
    monkeypatch.undo()
    log.end(handler)
    assert capsys.readouterr().err == ""
