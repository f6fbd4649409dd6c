"""A report taken out leaves nothing behind, and may come in again."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing.errors import LibraryError
from briefing.library import FindingQuery, Library
from briefing.model import Report
from tests.builders import TALKS, a_block, a_finding, a_report, found_in, original_of

TODAY = date(2023, 6, 1)
GAS = "Georgia doubled its gas transit."
TABLES = (
    "report",
    "block",
    "finding",
    "wording",
    "finding_region",
    "finding_theme",
    "finding_date",
    "tag_correction",
    "finding_code",
    "rule_hit",
)


def kept(library: Library, text: str, file_name: str) -> Report:
    report = a_report(text, file_name=file_name)
    library.add(report, [found_in(report, text, dates=("2021",))], original_of(report), TODAY)
    return report


def rows(folder: Path) -> set[int]:
    """Return how many rows the tables hold that speak of reports."""
    with closing(sqlite3.connect(folder / "library.sqlite")) as connection:
        return {
            connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608
            for name in TABLES
        }


def test_report_findings_words_corrections_and_original_are_all_gone(
    library: Library, tmp_path: Path
) -> None:
    talks, gas = kept(library, TALKS, "talks.txt"), kept(library, GAS, "gas.txt")
    (finding,) = library.findings_of(talks.sha256)
    library.correct_tags(finding.passage, ("GE",), ())
    library.remove(talks.sha256)
    assert [report.file_name for report in library.reports()] == ["gas.txt"]
    assert library.search("talks") == ()
    assert [one.finding.text for one in library.candidates(FindingQuery())] == [GAS]
    assert [path.name for path in (tmp_path / "library/originals").iterdir()] == [gas.sha256]
    library.remove(gas.sha256)
    assert rows(tmp_path / "library") == {0}


def test_full_text_index_stays_whole(library: Library, tmp_path: Path) -> None:
    talks, _ = kept(library, TALKS, "talks.txt"), kept(library, GAS, "gas.txt")
    library.remove(talks.sha256)
    with closing(sqlite3.connect(tmp_path / "library/library.sqlite")) as connection:
        connection.execute("INSERT INTO finding_words (finding_words) VALUES ('integrity-check')")
    assert [one.finding.text for one in library.search("transit")] == [GAS]


def test_what_was_removed_comes_in_again_with_its_corrected_tags(library: Library) -> None:
    report = kept(library, TALKS, "talks.txt")
    (before,) = library.findings_of(report.sha256)
    library.correct_tags(before.passage, ("GE",), None)
    (corrected,) = library.findings_of(report.sha256)
    library.remove(report.sha256)
    kept(library, TALKS, "talks.txt")
    assert library.findings_of(report.sha256) == (corrected,)
    asked = library.candidates(FindingQuery(regions=frozenset({"GE"})))
    assert [one.finding.text for one in asked] == [TALKS]
    assert library.original(report.sha256) == original_of(report)
    library.correct_tags(before.passage, None, None)
    library.remove(report.sha256)
    kept(library, TALKS, "talks.txt")
    assert library.findings_of(report.sha256) == (before,), "what was withdrawn stays withdrawn"


def test_corrected_tags_follow_the_words_where_another_reading_puts_them(library: Library) -> None:
    first = a_report(f"{GAS} {TALKS} {TALKS}")
    twice = TALKS + " " + TALKS
    start = first.blocks[0].text.index(twice)
    one, two = (
        a_finding(TALKS, report=first.sha256, start=start),
        a_finding(TALKS, report=first.sha256, start=start + len(TALKS) + 1),
    )
    library.add(first, [one, two], original_of(first), TODAY)
    library.correct_tags(two.passage, ("GE",), ("energy",))
    library.remove(first.sha256)
    anew = replace(first, blocks=(a_block(GAS), a_block(twice)))
    moved = [
        a_finding(TALKS, report=first.sha256, block=1),
        a_finding(TALKS, report=first.sha256, block=1, start=len(TALKS) + 1),
    ]
    library.add(anew, moved, original_of(first), TODAY)
    assert [one.about for one in library.findings_of(first.sha256)] == [("AM", "AZ"), ("GE",)]


def test_nothing_of_a_removed_report_can_be_read_from_what_is_remembered(
    library: Library, tmp_path: Path
) -> None:
    report = kept(library, TALKS, "talks.txt")
    (finding,) = library.findings_of(report.sha256)
    library.correct_tags(finding.passage, ("GE",), None)
    library.remove(report.sha256)
    with closing(sqlite3.connect(tmp_path / "library/library.sqlite")) as connection:
        (row,) = connection.execute("SELECT * FROM kept_correction").fetchall()
    assert row[1:] == ('["GE"]', None)
    assert report.sha256 not in row[0]


def test_removing_what_is_not_there_is_told(library: Library) -> None:
    with pytest.raises(LibraryError, match="holds no report"):
        library.remove("ab" * 32)


def test_a_missing_original_does_not_keep_a_report_in(library: Library, tmp_path: Path) -> None:
    report = kept(library, TALKS, "talks.txt")
    (tmp_path / "library/originals" / report.sha256).unlink()
    library.remove(report.sha256)
    assert library.reports() == ()


def test_sweeping_leaves_the_original_of_a_report_alone(library: Library, tmp_path: Path) -> None:
    report = kept(library, TALKS, "talks.txt")
    orphan = tmp_path / "library/originals" / ("cd" * 32)
    orphan.write_bytes(b"left by an import that was cut short")
    library.sweep(report.sha256)
    library.sweep(orphan.name)
    library.sweep("../library.sqlite")
    assert library.original(report.sha256) == original_of(report)
    assert not orphan.exists()
    assert (tmp_path / "library/library.sqlite").exists()


def test_revision_changes_with_every_change_and_only_then(library: Library, tmp_path: Path) -> None:
    seen = [library.revision()]
    assert library.revision() == seen[0]
    report = kept(library, TALKS, "talks.txt")
    seen.append(library.revision())
    (finding,) = library.findings_of(report.sha256)
    library.candidates(FindingQuery())
    assert library.revision() == seen[-1]
    library.correct_tags(finding.passage, (), None)
    seen.append(library.revision())
    with Library.open(tmp_path / "library") as elsewhere:
        kept(elsewhere, GAS, "gas.txt")
    seen.append(library.revision())
    library.remove(report.sha256)
    seen.append(library.revision())
    assert len(set(seen)) == len(seen)
