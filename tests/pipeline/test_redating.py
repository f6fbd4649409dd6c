"""A report's date is what the officer knows it to be, and tells which “last November” is meant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.library import Library
from briefing.model import Metadata, PartialDate
from briefing.pipeline.importing import import_reports
from briefing.pipeline.undoing import Changes
from briefing.progress import Silent

TODAY = date(2023, 6, 1)
MEMO = """Talks on the Lower Border

The two governments of Armenia and Georgia signed a treaty on their border last November in Tbilisi.
"""


@pytest.fixture
def memo(tmp_path: Path) -> Path:
    path = tmp_path / "memo.txt"
    path.write_text(MEMO, "utf-8")
    return path


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as opened:
        yield opened


def imported(library: Library, memo: Path, day: str = "") -> str:
    given = Metadata(date=PartialDate.parse(day) if day else None)
    import_reports(library, [memo], Silent(), given, today=TODAY)
    return library.reports()[0].sha256


def told(library: Library, sha256: str) -> list[str]:
    return [str(day) for finding in library.findings_of(sha256) for day in finding.dates]


def test_the_date_given_with_a_file_tells_its_relative_dates(library: Library, memo: Path) -> None:
    assert told(library, imported(library, memo, "2022-03")) == ["2021-11"]


def test_the_date_of_a_sidecar_tells_them_too(library: Library, memo: Path) -> None:
    memo.with_name("memo.txt.toml").write_text('date = "2021-12"\n', "utf-8")
    assert told(library, imported(library, memo)) == ["2021-11"]


def test_a_date_corrected_later_tells_others(library: Library, memo: Path) -> None:
    assert told(library, imported(library, memo)) == []
    assert told(library, imported(library, memo, "2023-02")) == ["2022-11"]
    assert told(library, imported(library, memo, "2020-02")) == ["2019-11"]


def test_an_import_taken_back_tells_what_it_told_before(library: Library, memo: Path) -> None:
    sha256 = imported(library, memo, "2022-03")
    changes = Changes(library)
    changes.correct(sha256)
    imported(library, memo, "2020-02")
    changes.take_back()
    assert told(library, sha256) == ["2021-11"]


def test_the_command_that_corrects_dates_anew(library: Library, memo: Path) -> None:
    sha256 = imported(library, memo)
    place = ["--library", str(library.folder)]
    assert main(["correct", sha256[:8], "--date", "2022-03", *place]) == 0
    assert told(library, sha256) == ["2021-11"]
    assert main(["correct", sha256[:8], "--withdraw", *place]) == 0
    assert told(library, sha256) == []
