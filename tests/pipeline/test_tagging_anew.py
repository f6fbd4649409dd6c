"""Reports are tagged anew when what is known of them changes; those that are due are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.cli import main
from briefing.errors import Cancelled
from briefing.extraction.edition import tags_version
from briefing.library import Library
from briefing.model import Metadata, PartialDate
from briefing.pipeline.examining import examine_library
from briefing.pipeline.importing import import_reports
from briefing.pipeline.retagging import Tagger, retag_reports
from briefing.progress import Silent
from tests.pipeline.test_examining import damage
from tests.pipeline.test_importing import TODAY, StopsAt, imported, memo

UNDATED = """Talks on the Lower Border

Armenia and Azerbaijan began negotiations on their border in Prague last November. On 12 May the
ministers of Armenia and Azerbaijan signed an agreement on the crossings.
"""
NOVEMBER, MAY = PartialDate(2022, 11), PartialDate(2023, 5, 12)
JUNE = Metadata(date=PartialDate(2023, 6, 10))


def undated(folder: Path) -> Path:
    path = folder / "undated.txt"
    path.write_text(UNDATED, "utf-8")
    return path


def days(library: Library) -> list[PartialDate]:
    (report,) = library.reports()
    return [day for one in library.findings_of(report.sha256) for day in one.dates]


def test_a_report_is_tagged_anew_under_another_language(library: Library, folder: Path) -> None:
    imported(library, memo(folder, "a.txt"))
    (report,) = library.reports()
    Tagger(library).correct(report.sha256, Metadata(language="fr"))
    assert library.tagged_otherwise(tags_version()) == ()
    tagged = library.findings_of(report.sha256)
    assert Tagger(library).tag(report.sha256) == 0
    Tagger(library).correct(report.sha256, Metadata(), alone=True)
    assert library.findings_of(report.sha256) != tagged


def test_a_stopped_import_leaves_dates_as_they_were(library: Library, folder: Path) -> None:
    imported(library, undated(folder))
    memo(folder, "y.txt")
    memo(folder, "z.txt")
    with pytest.raises(Cancelled):
        import_reports(library, [folder], StopsAt("z.txt"), JUNE, today=TODAY)
    assert days(library) == []
    assert library.tagged_otherwise(tags_version()) == ()


def test_a_correction_broken_off_before_its_dates_followed_is_told(
    library: Library, folder: Path
) -> None:
    imported(library, undated(folder))
    (report,) = library.reports()
    library.correct_metadata(report.sha256, Metadata(title="Talks"))
    assert library.tagged_otherwise(tags_version()) == ()
    library.correct_metadata(report.sha256, JUNE)
    assert library.tagged_otherwise(tags_version()) == (report.sha256,)
    assert retag_reports(library, Silent()).changed == 2
    assert days(library) == [NOVEMBER, MAY]


def test_a_report_read_anew_from_its_original_is_dated_by_its_correction(
    library: Library, folder: Path
) -> None:
    imported(library, undated(folder), given=JUNE)
    damage(library.folder, "DELETE FROM block WHERE number = 0")
    assert examine_library(library, Silent(), mend=True).is_whole
    assert days(library) == [NOVEMBER, MAY]


def test_commands_tell_of_reports_that_are_to_be_tagged_anew(
    library: Library, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imported(library, undated(folder))
    (report,) = library.reports()
    named = ["--library", str(library.folder)]
    assert main(["reports", *named]) == 0
    assert capsys.readouterr().err == ""
    library.correct_metadata(report.sha256, JUNE)
    assert main(["reports", *named]) == 0
    told = capsys.readouterr().err
    assert "1 report was tagged with other tables, by another version" in told
    assert "“retag” tags it anew" in told
    assert main(["retag", *named]) == 0
    assert capsys.readouterr().err == ""
