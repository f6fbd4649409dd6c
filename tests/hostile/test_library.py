"""A library that an enemy has made: his statements are not run, and damage is one sentence."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from briefing.errors import DamagedError, LibraryError
from briefing.library import FindingQuery, Library
from tests.builders import a_report, found_in, original_of

_ENDLESS = "WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n)"


def _library(folder: Path, *statements: str) -> Path:
    report = a_report()
    with Library.open(folder) as library:
        finding = found_in(report, report.blocks[0].text)
        library.add(report, [finding], original_of(report), date(2026, 11, 21))
    with closing(sqlite3.connect(folder / "library.sqlite")) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return folder


@pytest.mark.parametrize(
    "statements",
    [
        ("DROP VIEW offered", "CREATE VIEW offered AS {} SELECT id, 'x' AS text FROM n"),
        ("CREATE VIEW more AS {} SELECT id FROM n",),
        ("CREATE TRIGGER t AFTER UPDATE ON report BEGIN DELETE FROM finding; END",),
        ("CREATE TRIGGER t AFTER INSERT ON report BEGIN SELECT * FROM ({} SELECT 1); END",),
    ],
)
def test_statements_of_somebody_else_are_not_run(
    tmp_path: Path, statements: tuple[str, ...]
) -> None:
    folder = _library(tmp_path, *(one.format(_ENDLESS) for one in statements))
    with pytest.raises(LibraryError, match="statements that this program has not put there"):
        Library.open(folder)


def test_an_index_with_settings_that_sqlite_refuses_is_damage(tmp_path: Path) -> None:
    changed = "UPDATE sqlite_schema SET sql = replace(sql, '1 2 3', '9999') WHERE name = '{}'"
    folder = _library(tmp_path, changed.format("finding_words"))
    with pytest.raises(DamagedError), Library.open(folder) as library:
        library.search("talks")


def test_a_defect_of_the_programs_own_is_no_damage(tmp_path: Path) -> None:
    with (
        Library.open(_library(tmp_path)) as library,
        pytest.raises(sqlite3.OperationalError, match="no such function"),
    ):
        library._database.rows("SELECT nonsense(1)")


def _search(library: Library) -> object:
    return library.search("talks")


def _open_report(library: Library) -> object:
    return library.report(library.reports()[0].sha256)


def _correct(library: Library) -> object:
    held = library.reports()[0]
    library.correct_metadata(held.sha256, held.metadata)
    return held


@pytest.mark.parametrize(
    ("statement", "use"),
    [
        ("DELETE FROM migration", _search),
        ("DROP TABLE finding_words", _search),
        ("DROP TABLE wording", _search),
        ("ALTER TABLE report DROP COLUMN remarks", _open_report),
        ("ALTER TABLE block RENAME TO blocks", _open_report),
        ("UPDATE block SET content = '{'", _open_report),
        ("UPDATE block SET content = replace(hex(zeroblob(9999)), '0', '[')", _open_report),
        ("UPDATE report SET metadata = '{\"title\": 7}'", _open_report),
        ("UPDATE report SET metadata = '{}'", _correct),
        ("UPDATE wording SET tags = '[[],[],[],[\"2022-99-99\"],[]]'", _search),
        ("UPDATE finding SET kind = 'poem'", lambda library: library.findings_of(_hash(library))),
        ("UPDATE sqlite_schema SET sql = 'CREATE TABLE x' WHERE name = 'finding'", _search),
    ],
)
def test_a_library_whose_rows_cannot_be_is_damaged(
    tmp_path: Path, statement: str, use: Callable[[Library], object]
) -> None:
    folder = _library(tmp_path, statement)
    with pytest.raises(LibraryError, match=r"damaged|restored"), Library.open(folder) as library:
        use(library)


def test_names_in_a_library_lead_to_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("not to be read", "utf-8")
    folder = _library(tmp_path / "library", "UPDATE report SET sha256 = '../../secret'")
    with Library.open(folder) as library, pytest.raises(LibraryError):
        library.original("../../secret")
    with Library.open(folder) as library:
        library.remove("../../secret")
    assert (tmp_path / "secret").exists()


def test_words_that_are_sought_are_no_statement(tmp_path: Path) -> None:
    with Library.open(_library(tmp_path)) as library:
        for words in (
            "'; DROP TABLE report; --",
            '" OR 1',
            "NEAR(",
            "text:*",
            "a AND (",
            "^",
            "\0",
        ):
            library.search(words)
            library.find_report(words) if library.contains(words) else None
        assert library.candidates(FindingQuery())


def _hash(library: Library) -> str:
    return library.reports()[0].sha256
