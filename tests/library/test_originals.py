"""The originals are kept byte for byte, and what has been altered is not given out."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from briefing.errors import LibraryError
from briefing.library.originals import Originals

CONTENT = b"\x00\xff any bytes \r\n"
NAME = sha256(CONTENT).hexdigest()


def test_a_file_comes_back_byte_for_byte_and_nothing_else_is_left(tmp_path: Path) -> None:
    originals = Originals(tmp_path / "originals")
    originals.keep(NAME, CONTENT)
    originals.keep(NAME, CONTENT)
    assert originals.read(NAME) == CONTENT
    assert [path.name for path in (tmp_path / "originals").iterdir()] == [NAME]


def test_a_half_written_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(CONTENT[:3])
    Originals(tmp_path).keep(NAME, CONTENT)
    assert Originals(tmp_path).read(NAME) == CONTENT


def test_a_file_is_kept_under_its_own_hash_only(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="own SHA-256"):
        Originals(tmp_path).keep("../elsewhere", CONTENT)


def test_an_altered_or_missing_original_is_told(tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    with pytest.raises(LibraryError, match="cannot be read"):
        originals.read(NAME)
    (tmp_path / NAME).write_bytes(b"forged")
    with pytest.raises(LibraryError, match="has been altered"):
        originals.read(NAME)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "originals").write_text("a file in the way")
    with pytest.raises(LibraryError, match="cannot be written"):
        Originals(tmp_path / "originals").keep(NAME, CONTENT)
