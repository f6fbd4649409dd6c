"""A document that someone has changed since it was exported is not written over unasked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.errors import ExportError
from briefing.ledger import FILE, Guard, Ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    folder = tmp_path / "library"
    folder.mkdir()
    return Ledger(folder)


@pytest.fixture
def note(ledger: Ledger, tmp_path: Path) -> Path:
    path = tmp_path / "note.docx"
    Guard(ledger).write(path, b"as exported")
    return path


def test_what_is_as_it_was_written_may_be_replaced(ledger: Ledger, note: Path) -> None:
    Guard(ledger).check([note, note.with_name("new.docx")])
    assert ledger.changed(note) is None


def test_a_file_that_was_changed_is_refused_with_the_time(ledger: Ledger, note: Path) -> None:
    note.write_bytes(b"by a colleague")
    os.utime(note, (1_795_000_000, 1_795_000_000))
    with pytest.raises(
        ExportError, match=r"note\.docx was changed on \d+ November 2026, \d\d:\d\d"
    ):
        Guard(ledger).check([note])
    Guard(ledger, replace_changed=True).check([note])


def test_a_file_of_the_same_length_is_told_apart_by_its_digest(ledger: Ledger, note: Path) -> None:
    note.write_bytes(b"xx exported")
    assert ledger.changed(note) is not None


def test_a_copy_put_back_is_as_it_was(ledger: Ledger, note: Path) -> None:
    note.write_bytes(b"as exported")
    os.utime(note, (1_795_000_000, 1_795_000_000))
    assert ledger.changed(note) is None


def test_a_file_that_was_never_exported_is_refused_unless_that_is_all_one(
    ledger: Ledger, tmp_path: Path
) -> None:
    strange = tmp_path / "letter.docx"
    strange.write_text("mine")
    with pytest.raises(ExportError, match="was not exported from here"):
        Guard(ledger).check([strange])
    Guard(ledger, replace_strange=True).check([strange])


def test_a_changed_file_stays_though_strange_ones_may_be_replaced(
    ledger: Ledger, note: Path
) -> None:
    note.write_bytes(b"by a colleague")
    with pytest.raises(ExportError, match="was changed"):
        Guard(ledger, replace_strange=True).check([note])


def test_changed_files_of_a_folder_are_listed(ledger: Ledger, note: Path) -> None:
    other = note.with_name("memo.docx")
    Guard(ledger).write(other, b"memo")
    note.write_bytes(b"by a colleague")
    assert [one.path for one in ledger.changed_in(note.parent)] == [note]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"files": 3}', '{"files": {"a": 1}}'])
def test_a_list_that_cannot_be_read_counts_as_empty(ledger: Ledger, note: Path, text: str) -> None:
    (note.parent / "library" / FILE).write_text(text)
    assert ledger.changed(note) is not None
    Guard(ledger).write(note, b"again")
    assert ledger.changed(note) is None


def test_the_list_does_not_grow_without_end(
    ledger: Ledger, note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.ledger._MOST", 3)
    paths = [note.with_name(f"{number}.docx") for number in range(5)]
    for path in paths:
        Guard(ledger).write(path, b"x")
    assert [ledger.changed(path) is None for path in paths] == [False, False, True, True, True]


def test_without_a_folder_for_the_list_nothing_is_made(tmp_path: Path) -> None:
    Guard(Ledger(tmp_path / "gone")).write(tmp_path / "a.pdf", b"x")
    assert not (tmp_path / "gone").exists()


def test_a_name_that_is_no_text_is_remembered_too(ledger: Ledger, tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"caf\xe9.pdf")
    try:
        Guard(ledger).write(odd, b"x")
    except ExportError:
        pytest.skip("this file system takes no such names")
    assert ledger.changed(odd) is None
