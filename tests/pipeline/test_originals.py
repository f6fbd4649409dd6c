"""The original file of a report, for another program to open."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.errors import ExportError, LibraryError
from briefing.library import Library
from briefing.pipeline.originals import save_original, show_original
from tests.pipeline.test_importing import imported, memo


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as opened:
        imported(opened, memo(tmp_path / "reports", "talks.txt"))
        yield opened


def only(library: Library) -> str:
    (report,) = library.reports()
    return report.sha256


def test_copy_has_its_own_name_and_cannot_be_changed_by_mistake(
    library: Library, tmp_path: Path
) -> None:
    path = show_original(library, only(library), tmp_path / "shown")
    assert path.name == "talks.txt"
    assert path.read_bytes() == (tmp_path / "reports" / "talks.txt").read_bytes()
    assert not path.stat().st_mode & 0o222
    assert show_original(library, only(library), tmp_path / "shown") == path


def test_copies_of_yesterday_are_deleted(library: Library, tmp_path: Path) -> None:
    old = tmp_path / "shown" / "ab" / "old.txt"
    old.parent.mkdir(parents=True)
    old.write_text("old", "utf-8")
    long_ago = time.time() - 3 * 24 * 3600
    os.utime(old, (long_ago, long_ago))
    show_original(library, only(library), tmp_path / "shown")
    assert not old.parent.exists()


def test_name_that_says_nothing_of_the_format_gets_the_right_ending(
    library: Library, tmp_path: Path
) -> None:
    other = tmp_path / "reports" / "memo.exe"
    other.write_bytes(b"<!doctype html><title>Talks</title><p>" + b"They met in Prague. " * 20)
    assert not imported(library, other).failed
    sha256 = next(one.sha256 for one in library.reports() if one.format == "html")
    assert show_original(library, sha256, tmp_path / "shown").suffix == ".html"


def test_file_of_the_same_name_is_not_overwritten(library: Library, tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text("mine", "utf-8")
    with pytest.raises(ExportError, match="there already"):
        save_original(library, only(library), tmp_path)
    assert (tmp_path / "talks.txt").read_text("utf-8") == "mine"


def test_missing_original_is_told(library: Library, tmp_path: Path) -> None:
    (tmp_path / "library" / "originals" / only(library)).unlink()
    with pytest.raises(LibraryError, match="cannot be read"):
        show_original(library, only(library), tmp_path / "shown")


def test_command_writes_the_original_and_says_where(
    library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    place = str(tmp_path / "library")
    assert main(["original", "talks.txt", "--library", place, "--out", str(out)]) == 0
    assert capsys.readouterr().out.strip() == str(out / "talks.txt")
    assert (out / "talks.txt").is_file()
