"""A document that came back, compared with the library: data that lie along with it are caught."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from briefing.library import Library
from briefing.model import Brief, BriefRequest
from briefing.model.checked import Backing, CheckedDocument, Fate
from briefing.model.trace import PartKind
from briefing.pipeline.building import build_brief
from briefing.pipeline.checking_documents import check_document
from tests import briefs
from tests.builders import a_report, a_taxonomy, found_in, original_of
from tests.verifying import documents

DAY = date(2026, 11, 21)
WORDS = "The peacekeeping contingent that Russia stationed near Gyumri has 1,960 troops."
REPORT = a_report("A first paragraph.", f"{WORDS} Nobody counts them again.", file_name="one.txt")
DATA = "customXml/deskbriefTrace1.xml"


def held(library: Library) -> None:
    finding = found_in(REPORT, WORDS, about=("AM", "RU"), strength=0.9)
    library.add(REPORT, [finding], original_of(REPORT), DAY)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as opened:
        held(opened)
        yield opened


@pytest.fixture
def word_file(library: Library) -> bytes:
    """Return the Word file of a brief with one finding."""
    request = BriefRequest(("AM",), ("diplomacy",), max_findings=1, charts=())
    brief: Brief = build_brief(library, request, a_taxonomy(), today=DAY).brief
    assert [finding.text for finding in brief.findings] == [WORDS]
    return documents.exported(brief, "docx")


def checked(data: bytes, folder: Path, library: Library | None) -> CheckedDocument:
    path = folder / "came back.docx"
    path.write_bytes(data)
    return check_document(path, library)


def with_data(data: bytes, *changes: tuple[str, str]) -> bytes:
    """Return a Word file whose data and text say something else everywhere."""
    carried, text = documents.part(data, DATA), documents.main_part(data)
    for old, new in changes:
        assert old in carried
        carried, text = carried.replace(old, new), text.replace(old, new)
    return documents.with_part(data, {DATA: carried.encode(), documents.MAIN: text.encode()})


def backings(result: CheckedDocument) -> list[Backing]:
    return [one.backing for one in result.findings]


def test_what_stands_in_the_library_is_said_to_stand(
    word_file: bytes, library: Library, tmp_path: Path
) -> None:
    result = checked(word_file, tmp_path, library)
    assert backings(result) == [Backing.STANDS]
    passages = [one.backing for one in result.parts if one.kind is PartKind.PASSAGE]
    assert passages == [Backing.STANDS]
    assert result.is_verbatim
    assert result.remarks == ()


def test_forged_data_pass_without_the_library_and_are_caught_with_it(
    word_file: bytes, library: Library, tmp_path: Path
) -> None:
    forged = with_data(word_file, ("1,960", "9,960"))
    alone = checked(forged, tmp_path, None)
    assert [one.fate for one in alone.findings] == [Fate.VERBATIM]
    assert "only the library" in alone.remarks[0]
    result = checked(forged, tmp_path, library)
    assert backings(result) == [Backing.CONTRADICTED]
    assert not result.is_verbatim


def test_a_text_forged_behind_a_true_quotation_is_caught(
    word_file: bytes, library: Library, tmp_path: Path
) -> None:
    carried, text = documents.part(word_file, DATA), documents.main_part(word_file)
    head, parts, rest = carried.partition('"parts": [')
    forged = head + parts + rest.replace("1,960 troops", "9,960 troops")
    changed = {DATA: forged.encode(), documents.MAIN: text.replace("1,960", "9,960").encode()}
    result = checked(documents.with_part(word_file, changed), tmp_path, library)
    assert backings(result) == [Backing.CONTRADICTED]


def test_a_passage_forged_in_the_annex_is_caught(
    word_file: bytes, library: Library, tmp_path: Path
) -> None:
    forged = with_data(word_file, ("Nobody counts them", "Everybody counts them"))
    result = checked(forged, tmp_path, library)
    assert backings(result) == [Backing.STANDS]
    passages = [one.backing for one in result.parts if one.kind is PartKind.PASSAGE]
    assert passages == [Backing.CONTRADICTED]
    assert not result.is_verbatim


def test_a_report_that_the_library_lacks_leaves_the_question_open(
    word_file: bytes, library: Library, tmp_path: Path
) -> None:
    library.remove(REPORT.sha256)
    result = checked(word_file, tmp_path, library)
    assert backings(result) == [Backing.NO_REPORT]
    assert not [one for one in result.parts if one.backing is Backing.CONTRADICTED]


def test_a_document_of_other_reports_is_told_as_such(library: Library, tmp_path: Path) -> None:
    result = checked(documents.word_file(), tmp_path, library)
    assert set(backings(result)) == {Backing.NO_REPORT}
    assert len(result.findings) == len(briefs.brief().findings)
