"""The officer's tags lie over those of extraction, wherever findings are read or asked for."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.errors import Cancelled, LibraryError
from briefing.library import FindingQuery, Library
from briefing.model import CORRECTED, Evidence, Facet, Finding, Metadata, Passage, TextKind
from briefing.quotations import full_code
from tests.builders import TALKS, a_finding, a_report, found_in, original_of
from tests.pipeline.test_importing import imported, memo

GAS = "Georgia doubled its gas transit."


@pytest.fixture
def talks(library: Library) -> Finding:
    """A finding about Armenia and Azerbaijan, on diplomacy; another one follows it."""
    report = a_report(f"{TALKS} {GAS}")
    gas = found_in(report, GAS, about=("GE",), themes=("energy",))
    gas = replace(gas, needs_context=True)
    findings = [found_in(report, TALKS, mentions=("AM",)), gas]
    library.add(report, findings, original_of(report), date(2023, 6, 1))
    return findings[0]


def asked(library: Library, *, region: str = "", theme: str = "") -> list[str]:
    query = FindingQuery(
        regions=frozenset(filter(None, [region])), themes=frozenset(filter(None, [theme]))
    )
    return [one.finding.text for one in library.candidates(query)]


def test_corrected_tags_are_read_everywhere_with_the_reason(
    library: Library, talks: Finding
) -> None:
    library.correct_tags(talks.passage, ("GE", "eu"), ("energy",))
    first, second = library.candidates(FindingQuery())
    assert first.corrected
    assert (first.finding.about, first.finding.themes) == (("GE", "eu"), ("energy",))
    assert first.finding.mentions == ("AM",)
    assert Evidence(Facet.ABOUT, "GE", "", CORRECTED) in first.finding.evidence
    assert Evidence(Facet.THEME, "energy", "", CORRECTED) in first.finding.evidence
    assert not second.corrected
    assert second.before == first.finding
    assert library.findings_of(talks.passage.report)[0] == first.finding
    assert library.search("Prague")[0] == first


def test_queries_follow_the_corrections(library: Library, talks: Finding) -> None:
    library.correct_tags(talks.passage, ("GE",), ("energy",))
    assert asked(library, region="GE") == asked(library, theme="energy") == [TALKS, GAS]
    assert asked(library, region="AZ") == asked(library, theme="diplomacy") == []
    assert asked(library, region="AM") == [TALKS], "it still names Armenia"


def test_withdrawn_corrections_restore_what_extraction_said(
    library: Library, talks: Finding
) -> None:
    library.correct_tags(talks.passage, ("GE",), ())
    library.correct_tags(talks.passage, None, None)
    first, _ = library.candidates(FindingQuery())
    assert first.finding == talks
    assert not first.corrected
    assert asked(library, region="AZ") == asked(library, theme="diplomacy") == [TALKS]
    assert asked(library, region="GE") == [GAS]


def test_a_later_correction_takes_the_place_of_an_earlier_one(
    library: Library, talks: Finding
) -> None:
    library.correct_tags(talks.passage, ("GE",), None)
    library.correct_tags(talks.passage, None, ("energy",))
    first, _ = library.candidates(FindingQuery())
    assert (first.finding.about, first.finding.themes) == (("AM", "AZ"), ("energy",))


def test_emptied_tags_still_show_that_they_were_corrected(library: Library, talks: Finding) -> None:
    library.correct_tags(talks.passage, (), ())
    first, _ = library.candidates(FindingQuery())
    assert (first.finding.about, first.finding.themes) == ((), ())
    assert first.corrected
    assert asked(library, theme="diplomacy") == []


def test_correcting_a_heading_does_not_make_it_a_finding(library: Library) -> None:
    report = a_report("A heading on Georgia")
    heading = found_in(report, "A heading on Georgia", kind=TextKind.HEADING, about=())
    library.add(report, [heading], original_of(report), date(2023, 6, 1))
    library.correct_tags(heading.passage, ("GE",), None)
    assert library.findings_of(report.sha256)[0].about == ("GE",)
    assert asked(library, region="GE") == []


def test_a_place_without_a_finding_is_refused(library: Library, talks: Finding) -> None:
    with pytest.raises(LibraryError, match="no finding in this place") as caught:
        library.correct_tags(Passage(talks.passage.report, 7, 0, 5), ("GE",), None)
    assert caught.value.hint
    with pytest.raises(LibraryError):
        library.correct_tags(a_finding().passage, ("GE",), None)


def test_findings_are_read_by_their_passages(library: Library, talks: Finding) -> None:
    elsewhere = Passage("cd" * 32, 0, 0, 5)
    found = library.stored_many([talks.passage, elsewhere, talks.passage])
    assert list(found) == [talks.passage]
    stored = library.stored(talks.passage)
    assert stored is not None
    assert stored == found[talks.passage]
    assert stored.finding == talks
    assert library.stored(elsewhere) is None


LATER_SCHEMA = """
    ALTER TABLE report DROP COLUMN tables;
    DROP TABLE kept_correction;
    DROP TABLE rule_hit;
    DROP TABLE tag_rule;
    DROP TABLE finding_code;
    DROP TABLE tag_correction;
    DROP INDEX finding_by_place;
    DROP INDEX region_by_finding;
    DROP INDEX theme_by_finding;
    DELETE FROM migration WHERE number > 1;
"""
"""Takes away all that the library has gained since its first version."""


def test_a_library_of_the_former_schema_is_brought_up_to_date(
    library: Library, talks: Finding, tmp_path: Path
) -> None:
    library.close()
    folder = tmp_path / "library"
    with closing(sqlite3.connect(folder / "library.sqlite")) as connection:
        connection.executescript(LATER_SCHEMA)
    with Library.open(folder, create=False) as upgraded:
        assert upgraded.findings_of(talks.passage.report)[0] == talks
        (found,) = upgraded.findings_of_code(full_code(talks.passage)[:9])
        assert found.finding == talks
        upgraded.correct_tags(talks.passage, ("GE",), None)
        assert asked(upgraded, region="GE") == [TALKS, GAS]
        upgraded.remove(talks.passage.report)
        assert upgraded.findings_of_code(full_code(talks.passage)) == ()


class _Watching:
    """Notes the steps of bringing a library up to date; stops at one of them."""

    def __init__(self, stop_at: int | None = None) -> None:
        self.total, self.steps, self.stop_at = 0, 0, stop_at

    def start(self, total: int) -> None:
        self.total = total

    def step(self, _what: str) -> None:
        if self.steps == self.stop_at:
            raise Cancelled
        self.steps += 1


def test_bringing_up_to_date_tells_its_steps_and_broken_off_leaves_the_library_as_it_was(
    library: Library, talks: Finding, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.library.migrations._SLICE", 1)
    library.close()
    folder = tmp_path / "library"
    with closing(sqlite3.connect(folder / "library.sqlite")) as connection:
        connection.executescript("DELETE FROM migration WHERE number > 5;")
        before = list(connection.iterdump())
        for last in (0, 1):
            with pytest.raises(Cancelled):
                Library.open(folder, progress=_Watching(stop_at=last))
            assert list(connection.iterdump()) == before
    watching = _Watching()
    with Library.open(folder, progress=watching) as upgraded:
        assert (watching.steps, watching.total) == (4, 4)
        assert upgraded._database.is_index_whole("finding_words")
        assert upgraded.search("talks")[0].finding == talks
        assert asked(upgraded, region="GE") == [GAS]


def test_corrections_of_metadata_are_told_and_replaced_as_a_whole(
    library: Library, talks: Finding
) -> None:
    sha = talks.passage.report
    said = library.summary(sha).metadata
    library.replace_corrections(sha, Metadata(title="Corrected", language="fr"))
    library.replace_corrections(sha, Metadata(title="Anew"))
    summary = library.summary(sha)
    assert (summary.metadata.title, summary.metadata.language) == ("Anew", said.language)
    assert summary.stated == said
    assert library.corrections(sha) == Metadata(title="Anew")
    library.replace_corrections(sha, Metadata())
    assert library.summary(sha).metadata == said


def test_emptied_field_stays_empty_until_it_is_filled_or_withdrawn(
    library: Library, tmp_path: Path
) -> None:
    imported(library, memo(tmp_path / "reports", "talks.txt"))
    sha = library.reports()[0].sha256
    assert library.summary(sha).metadata.authors == ("Ada Novak",)
    library.correct_metadata(sha, Metadata().without(["authors"]))
    library.correct_metadata(sha, Metadata(publisher="Institute"))
    said = library.summary(sha).metadata
    assert (said.authors, said.publisher) == ((), "Institute")
    library.correct_metadata(sha, Metadata(authors=("Ida Kranz",)))
    assert library.summary(sha).metadata.authors == ("Ida Kranz",)
    library.correct_metadata(sha, Metadata())
    assert library.summary(sha).metadata.authors == ("Ada Novak",)


def test_command_empties_a_field(
    library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imported(library, memo(tmp_path / "reports", "talks.txt"))
    place = str(tmp_path / "library")
    assert main(["correct", "talks.txt", "--empty", "authors", "--library", place]) == 0
    assert library.reports()[0].metadata.authors == ()
    both = ["--empty", "authors", "--author", "Ida Kranz"]
    assert main(["correct", "talks.txt", *both, "--library", place]) == 2


def test_title_cannot_be_emptied() -> None:
    with pytest.raises(ValueError, match="title"):
        Metadata().without(["title"])
