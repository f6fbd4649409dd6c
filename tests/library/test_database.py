"""Opening, refusing, and saying in words what is wrong with a library."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from briefing.errors import LibraryError
from briefing.library import Library, migrations
from briefing.library.database import APPLICATION_ID, Database
from briefing.model import Metadata
from briefing.pipeline.examining import examine_library
from briefing.progress import Silent
from tests.builders import TALKS, a_report, found_in, original_of

FILE = "library.sqlite"


def changed(folder: Path, sql: str) -> None:
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as connection:
        connection.execute(sql)


def test_a_new_library_is_marked_as_ours_and_keeps_a_write_ahead_log(tmp_path: Path) -> None:
    Library.open(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_missing_library_is_not_made_when_it_should_exist(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="There is no library in"):
        Library.open(tmp_path / "none", create=False)
    assert not (tmp_path / "none").exists()


def test_a_library_of_a_newer_program_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    Library.open(tmp_path).close()
    changed(tmp_path, "INSERT INTO migration VALUES (99, 'what_we_do_not_know')")
    with pytest.raises(LibraryError, match="newer version of the program"):
        Library.open(tmp_path)


def test_a_file_of_another_program_is_refused(tmp_path: Path) -> None:
    changed(tmp_path, "CREATE TABLE bookmarks (url)")
    with pytest.raises(LibraryError, match="belongs to another program"):
        Library.open(tmp_path)


def test_a_file_that_is_no_database_is_called_damaged(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"Dear diary, " * 200)
    with pytest.raises(LibraryError, match="is damaged or is not a library"):
        Library.open(tmp_path)


def test_a_library_cut_short_is_called_damaged(tmp_path: Path) -> None:
    Library.open(tmp_path).close()
    whole = (tmp_path / FILE).read_bytes()
    (tmp_path / FILE).write_bytes(whole[: len(whole) // 2])
    with pytest.raises(LibraryError, match="is damaged"), Library.open(tmp_path) as library:
        library.reports()


def test_a_folder_that_is_a_file_is_an_error_in_words(tmp_path: Path) -> None:
    (tmp_path / "library").write_text("not a folder")
    with pytest.raises(LibraryError, match="cannot be made"):
        Library.open(tmp_path / "library")


def test_a_library_held_by_another_program_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.library.database.WAIT_MS", 50)
    report = a_report()
    with (
        Library.open(tmp_path) as library,
        closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="in use by another program"):
            library.add(report, (), original_of(report), date(2023, 6, 1))
        other.execute("ROLLBACK")
        library.add(report, (), original_of(report), date(2023, 6, 1))
        assert len(library.reports()) == 1


def test_a_full_disk_is_told_and_nothing_is_half_written(tmp_path: Path) -> None:
    report = a_report("One long paragraph. " * 50_000)
    with Library.open(tmp_path) as library:
        library._database.run("PRAGMA max_page_count = 60")
        with pytest.raises(LibraryError, match="disk is full"):
            library.add(report, (), original_of(report), date(2023, 6, 1))
        assert library.reports() == ()
    assert not list((tmp_path / "originals").iterdir())


LINKS = pytest.mark.skipif(sys.platform == "win32", reason="Windows lets not everyone make links")


def write_protect(folder: Path) -> Path:
    """Let nothing be written beside the library's file, whoever runs the tests."""
    hindrance = folder / f"{FILE}-shm"
    hindrance.symlink_to(folder / "nowhere" / "at all")
    return hindrance


@LINKS
def test_a_library_that_cannot_be_written_can_be_read_and_written_again_later(
    tmp_path: Path,
) -> None:
    first, second = a_report(), a_report("The accord was signed in Vienna.")
    with Library.open(tmp_path) as library:
        library.add(first, (), original_of(first), date(2023, 6, 1))
    hindrance = write_protect(tmp_path)
    with Library.open(tmp_path) as library:
        assert library.report(first.sha256) == first
        before = library.revision()
        assert examine_library(library, Silent()).is_whole
        with pytest.raises(LibraryError, match="it is write-protected"):
            library.add(second, (), original_of(second), date(2023, 6, 1))
        hindrance.unlink()
        library.add(second, (), original_of(second), date(2023, 6, 1))
        assert library.revision() != before
        assert len(library.reports()) == 2


@LINKS
def test_a_library_whose_log_cannot_be_read_is_not_shown_without_what_is_in_it(
    tmp_path: Path,
) -> None:
    Library.open(tmp_path).close()
    (tmp_path / f"{FILE}-wal").write_bytes(b"what was written last")
    write_protect(tmp_path)
    with pytest.raises(LibraryError, match="cannot be opened"):
        Library.open(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets no open file be moved")
def test_a_library_that_goes_away_is_told_and_gone_on_with_when_it_is_back(tmp_path: Path) -> None:
    report, place, away = a_report(), tmp_path / "library", tmp_path / "away"
    with Library.open(place) as library:
        place.rename(away)
        for ask in (
            library.revision,
            lambda: library.add(report, (), original_of(report), date(2023, 6, 1)),
        ):
            with pytest.raises(LibraryError, match="is no longer there"):
                ask()
        assert not place.exists()
        shutil.copytree(away, place)  # another file by the same name
        library.add(report, (), original_of(report), date(2023, 6, 1))
    with Library.open(place) as library:
        assert library.report(report.sha256) == report


def test_a_failed_migration_leaves_the_library_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks_off(database: Database) -> None:
        database.run("CREATE TABLE half_done (id)")
        raise KeyboardInterrupt

    Library.open(tmp_path).close()
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, breaks_off))
    with pytest.raises(KeyboardInterrupt):
        Library.open(tmp_path)
    monkeypatch.undo()
    with Library.open(tmp_path) as library:
        assert library.reports() == ()
        tables = library._database.rows("SELECT name FROM sqlite_schema")
    assert "half_done" not in [row["name"] for row in tables]


def test_a_migration_added_later_is_carried_out_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def adds_notes(database: Database) -> None:
        database.run("CREATE TABLE note (text)")

    Library.open(tmp_path).close()
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, adds_notes))
    for _ in range(2):
        with Library.open(tmp_path) as library:
            done = library._database.rows("SELECT number, name FROM migration ORDER BY number")
    known = [(n, done_one.__name__) for n, done_one in enumerate(migrations.MIGRATIONS, 1)]
    assert [tuple(row) for row in done] == known
    assert known[-1][1] == "adds_notes"


DAMAGES = (
    "UPDATE report SET metadata = '{\"title\": '",
    "UPDATE report SET metadata = '[]'",
    "UPDATE report SET metadata = '" + "[" * 5000 + "'",
    "UPDATE report SET remarks = 'none'",
    "UPDATE report SET overlay = '{}'",
    "UPDATE report SET file_name = CAST(x'ff' AS TEXT)",
    'UPDATE block SET content = \'{"kind": "poem"}\'',
    "UPDATE wording SET tags = '[]'",
    "UPDATE wording SET tags = '[[], [], [], [\"2022-02-31\"], []]'",
    "UPDATE finding SET kind = 'poem'",
    "DROP TABLE wording",
    "DROP TABLE finding_words",
    "ALTER TABLE report DROP COLUMN overlay",
)


def used(library: Library, sha256: str) -> None:
    library.reports()
    library.report(sha256)
    library.findings_of(sha256)
    library.correct_metadata(sha256, Metadata("U"))
    library.search("talks")


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda sql: sql[:50])
def test_a_library_with_a_broken_row_or_table_is_called_damaged(
    tmp_path: Path, damage: str
) -> None:
    report = a_report()
    with Library.open(tmp_path) as library:
        library.add(
            report, [found_in(report, TALKS)], original_of(report), date(2023, 6, 1), Metadata("T")
        )
    changed(tmp_path, damage)
    with pytest.raises(LibraryError, match="is damaged"), Library.open(tmp_path) as library:
        used(library, report.sha256)


def test_what_a_foreign_schema_hides_in_its_views_is_not_trusted(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        row = library._database.row("PRAGMA trusted_schema")
    assert row is not None
    assert row[0] == 0


def test_a_folder_whose_name_is_too_long_is_an_error_in_words(tmp_path: Path) -> None:
    for create in (False, True):
        with pytest.raises(LibraryError, match=r"aaa cannot be (opened|made): file name too long"):
            Library.open(tmp_path / ("a" * 300), create=create)
