"""A library looked over: what is wrong is named, what can be mended is, and the rest is left."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.extraction.rules import RuleJudge
from briefing.library import FindingQuery, Library
from briefing.library.examining import Harm
from briefing.model import Facet, Metadata, TagRule
from briefing.pipeline.examining import Examined, examine_folder, examine_library
from briefing.progress import Silent
from tests.pipeline.test_importing import imported, memo


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def library(folder: Path, tmp_path: Path) -> Iterator[Library]:
    with Library.open(folder) as opened:
        imported(opened, memo(tmp_path / "reports", "talks.txt"))
        yield opened


def only(library: Library) -> str:
    (report,) = library.reports()
    return report.sha256


def damage(folder: Path, *statements: str) -> None:
    """Change the library's file behind the program's back."""
    with sqlite3.connect(folder / "library.sqlite") as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for statement in statements:
            connection.execute(statement)
    connection.close()


def harms(examined: Examined) -> list[Harm]:
    return [fault.harm for fault in examined.open]


def looked_over(library: Library, *, mend: bool = False) -> Examined:
    return examine_library(library, Silent(), mend=mend)


def test_whole_library_has_no_fault(library: Library) -> None:
    library.rulebook.add([TagRule("ceasefire", Facet.THEME, "energy", adds=True)], RuleJudge())
    passage = library.findings_of(only(library))[-1].passage
    library.correct_tags(passage, ("JP",), ("energy",))
    examined = looked_over(library)
    assert examined.is_whole
    assert examined.reports == 1


def test_altered_original_is_named_and_left(library: Library, folder: Path) -> None:
    (folder / "originals" / only(library)).write_bytes(b"forged")
    examined = looked_over(library, mend=True)
    assert harms(examined) == [Harm.ORIGINAL]
    assert "talks.txt" in examined.open[0].what
    assert (folder / "originals" / only(library)).read_bytes() == b"forged"


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM finding_region",
        "INSERT INTO finding_theme SELECT 'nuclear', 0.5, id, 0.5 FROM finding WHERE kind = 'body'",
        "UPDATE finding_code SET code = 'f-aaaaaaaaaa'",
        "UPDATE report SET findings = 0",
        "UPDATE report SET first_day = '1999-01-01'",
        "UPDATE finding SET before = NULL WHERE before IS NOT NULL",
    ],
)
def test_index_of_findings_is_made_anew(library: Library, folder: Path, statement: str) -> None:
    before = library.candidates(FindingQuery())
    count = library.summary(only(library)).findings
    damage(folder, statement)
    assert harms(looked_over(library)) == [Harm.INDEX]
    assert not looked_over(library, mend=True).open
    assert looked_over(library).is_whole
    assert library.candidates(FindingQuery()) == before
    assert library.summary(only(library)).findings == count


def test_index_of_words_is_made_anew(library: Library, folder: Path) -> None:
    word = library.candidates(FindingQuery())[0].finding.text.split()[0]
    damage(folder, "INSERT INTO finding_words (finding_words) VALUES ('delete-all')")
    assert not library.search(word)
    assert harms(looked_over(library)) == [Harm.WORDS]
    assert [fault.harm for fault in looked_over(library, mend=True).mended] == [Harm.WORDS]
    assert library.search(word)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE block SET content = 'no JSON' WHERE number = 0",
        "DELETE FROM block WHERE number = 0",
        "UPDATE report SET metadata = '{'",
        "UPDATE report SET overlay = '[]'",
        "UPDATE wording SET text = text || ' not'",
        "UPDATE wording SET tags = '[]'",
        "UPDATE wording SET paragraph = 99",
        "DELETE FROM wording WHERE finding = (SELECT min(id) FROM finding WHERE kind = 'body')",
        "DELETE FROM finding WHERE id = (SELECT min(id) FROM finding WHERE kind = 'body')",
    ],
)
def test_damaged_text_is_read_anew_from_the_original(
    library: Library, folder: Path, statement: str
) -> None:
    sha256 = only(library)
    before, text = library.findings_of(sha256), library.report(sha256)
    passage = before[-1].passage
    library.correct_tags(passage, ("JP",), None)
    corrected = library.findings_of(sha256)
    damage(folder, statement)
    assert Harm.TEXT in harms(looked_over(library))
    assert looked_over(library, mend=True).is_whole
    assert library.report(sha256) == text
    if "text ||" not in statement:  # corrections are found again by the words
        assert library.findings_of(sha256) == corrected


def test_damaged_text_without_its_original_is_left(library: Library, folder: Path) -> None:
    (folder / "originals" / only(library)).unlink()
    damage(folder, "DELETE FROM block WHERE number = 0")
    examined = looked_over(library, mend=True)
    assert set(harms(examined)) == {Harm.ORIGINAL, Harm.TEXT}


def test_rows_of_no_report_are_deleted(library: Library, folder: Path) -> None:
    damage(folder, "INSERT INTO block VALUES (4711, 0, '{}')")
    assert harms(looked_over(library)) == [Harm.ORPHANS]
    assert looked_over(library, mend=True).is_whole
    assert looked_over(library).is_whole


def test_what_deleting_rows_brings_to_light_is_mended_at_once(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    imported(library, memo(tmp_path / "reports", "other.txt", "Vienna"))
    damage(folder, "DELETE FROM report WHERE id = 1")
    assert looked_over(library, mend=True).is_whole
    assert looked_over(library).is_whole


def test_missing_indexes_are_made_anew(library: Library, folder: Path) -> None:
    damage(folder, "DROP INDEX finding_by_place", "DROP INDEX region_by_finding")
    assert harms(looked_over(library)) == [Harm.PATHS]
    assert looked_over(library, mend=True).is_whole
    assert looked_over(library).is_whole


def cut_short(folder: Path) -> None:
    os.truncate(folder / "library.sqlite", 20_000)


def emptied(folder: Path) -> None:
    os.truncate(folder / "library.sqlite", 0)


def spoilt(folder: Path) -> None:
    (folder / "library.sqlite").write_bytes(b"no library at all " * 500)


def without_findings(folder: Path) -> None:
    damage(folder, "DROP VIEW offered")


def with_statements(folder: Path) -> None:
    damage(folder, "CREATE TRIGGER mine AFTER INSERT ON block BEGIN SELECT 1; END")


@pytest.mark.parametrize("spoil", [cut_short, emptied, spoilt, without_findings, with_statements])
def test_library_that_cannot_be_read_is_made_anew_from_its_originals(
    library: Library, folder: Path, spoil: Callable[[Path], None]
) -> None:
    sha256 = only(library)
    passage = library.findings_of(sha256)[-1].passage
    library.correct_tags(passage, ("JP",), None)
    library.correct_metadata(sha256, Metadata(title="As I call it"))
    corrected = library.findings_of(sha256)
    library.close()
    spoil(folder)
    assert not examine_folder(folder, Silent()).is_whole
    assert (folder / "originals" / sha256).exists()
    assert examine_folder(folder, Silent(), mend=True).is_whole
    with Library.open(folder) as mended:
        assert examine_folder(folder, Silent()).is_whole
        assert len(mended.findings_of(sha256)) == len(corrected)
        if spoil in (without_findings, with_statements):  # what he said can be read
            assert mended.findings_of(sha256) == corrected
            assert mended.summary(sha256).metadata.title == "As I call it"
            assert mended.summary(sha256).file_name == "talks.txt"
    aside = list(folder.glob("library damaged *.sqlite"))
    assert len(aside) == (spoil is not emptied)


def test_what_broken_off_work_left_is_deleted(library: Library, folder: Path) -> None:
    originals = folder / "originals"
    (originals / ("0" * 64)).write_bytes(b"of no report")
    old, new = originals / ".0123.tmp", originals / ".4567.tmp"
    old.write_bytes(b"half")
    new.write_bytes(b"being written")
    os.utime(old, (0, 0))
    assert sorted(fault.value for fault in harms(looked_over(library))) == ["leftover", "stray"]
    assert looked_over(library, mend=True).is_whole
    assert sorted(path.name for path in originals.iterdir()) == sorted([only(library), new.name])


def test_command_tells_and_mends(
    library: Library, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library.close()
    damage(folder, "DELETE FROM finding_region")
    assert main(["check-library", "--library", str(folder)]) == 1
    assert "check-library --mend" in capsys.readouterr().err
    assert main(["check-library", "--mend", "--library", str(folder)]) == 0
    assert "the library is whole" in capsys.readouterr().out
    assert main(["check-library", "--library", str(folder)]) == 0
