"""A library on a drive that was taken out is not begun anew in the drive's place."""

from __future__ import annotations

import shutil
from os.path import ismount
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.errors import LibraryError
from briefing.library import Library
from briefing.pipeline.examining import examine_folder, remedy
from briefing.pipeline.opening import is_gone, open_library
from briefing.progress import Silent
from briefing.resources import USER_DATA
from tests.pipeline.test_importing import imported, memo


@pytest.fixture
def mounted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Return the folders that are drives: one at first, beside those of the machine."""
    drives = {str(tmp_path / "drive")}
    monkeypatch.setattr(
        "briefing.safekeeping.drives.ismount", lambda path: path in drives or ismount(path)
    )
    return drives


@pytest.fixture
def taken_out(tmp_path: Path, mounted: set[str]) -> Path:
    """Return the place of a library that was there; its drive is out, the place itself stays."""
    folder = tmp_path / "drive" / "library"
    with open_library(folder) as library:
        imported(library, memo(tmp_path / "reports", "talks.txt"))
    folder.parent.rename(tmp_path / "elsewhere")
    folder.mkdir(parents=True)
    mounted.clear()
    return folder


def bring_back(folder: Path) -> None:
    shutil.rmtree(folder.parent)
    (folder.parent.parent / "elsewhere").rename(folder.parent)


def test_nothing_is_begun_where_a_library_was_and_it_opens_once_it_is_back(taken_out: Path) -> None:
    for create in (True, False):
        with pytest.raises(LibraryError, match="is not there") as told:
            open_library(taken_out, create=create)
        assert told.value.hint.startswith("Connect the drive")
    assert not list(taken_out.iterdir())
    bring_back(taken_out)
    with open_library(taken_out) as library:
        assert len(library.reports()) == 1


def test_import_by_command_line_begins_none_in_its_place(
    taken_out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = memo(tmp_path / "reports", "more.txt")
    assert main(["import", "--library", str(taken_out), str(report)]) != 0
    assert "is not there" in capsys.readouterr().err
    assert not list(taken_out.iterdir())


def test_one_that_never_comes_back_is_begun_anew_by_mending_alone(taken_out: Path) -> None:
    (fault,) = examine_folder(taken_out, Silent()).open
    assert "is not there" in fault.what
    assert "empty" in remedy(fault)
    assert not list(taken_out.iterdir())
    assert examine_folder(taken_out, Silent(), mend=True).is_whole
    with open_library(taken_out) as library:
        assert library.reports() == ()


def test_one_that_was_taken_away_while_its_drive_is_there_is_begun_anew(
    tmp_path: Path, mounted: set[str]
) -> None:
    assert mounted
    for folder in (tmp_path / "drive" / "library", tmp_path / "library"):
        open_library(folder).close()
        shutil.rmtree(folder)
        assert not is_gone(folder)
        open_library(folder).close()


@pytest.mark.usefixtures("mounted")
def test_list_that_cannot_be_read_or_written_keeps_no_library_from_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    monkeypatch.setenv(USER_DATA, str(data))
    (data / "drives.json").mkdir(parents=True)
    library = tmp_path / "drive" / "library"
    open_library(library).close()
    (data / "drives.json").rmdir()
    (data / "drives.json").write_text('["no drives"', "utf-8")
    open_library(library).close()
    assert Library.open(library, create=False).reports() == ()
