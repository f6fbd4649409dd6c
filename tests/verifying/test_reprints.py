"""A document that was printed anew carries no data: it is checked by the codes that it prints."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from briefing.library import Library
from briefing.model import BriefRequest
from briefing.model.checked import Backing, CheckedDocument, Edit, Fate
from briefing.pipeline.building import build_brief
from briefing.pipeline.checking_documents import check_document
from briefing.verifying.printed_codes import by_codes, without_edges
from briefing.verifying.returned import UnreadableError
from tests.builders import a_report, a_taxonomy, found_in, original_of
from tests.verifying import documents

DAY = date(2026, 11, 21)
TROOPS = "The peacekeeping contingent that Russia stationed near Gyumri has 1,960 troops."
TALKS = "Armenia and Azerbaijan agreed in Tbilisi on two thirds of their common border."
REPORT = a_report(f"{TROOPS} Nobody counts them again.", TALKS, file_name="one.txt")
DATA = "customXml/deskbriefTrace1.xml"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    findings = [found_in(REPORT, one, about=("AM",)) for one in (TROOPS, TALKS)]
    with Library.open(tmp_path / "library") as opened:
        opened.add(REPORT, findings, original_of(REPORT), DAY)
        yield opened


@pytest.fixture
def saved_anew(library: Library) -> bytes:
    """Return the Word file of a brief as a program saves it that keeps the text alone."""
    request = BriefRequest(("AM",), ("diplomacy",), charts=())
    brief = build_brief(library, request, a_taxonomy(), today=DAY).brief
    assert sorted(one.text for one in brief.findings) == [TALKS, TROOPS]
    return documents.with_part(documents.exported(brief, "docx"), {DATA: None})


def checked(data: bytes, folder: Path, library: Library | None) -> CheckedDocument:
    path = folder / "came back.docx"
    path.write_bytes(data)
    return check_document(path, library)


def test_findings_are_compared_in_the_text_and_beside_their_codes(
    saved_anew: bytes, library: Library, tmp_path: Path
) -> None:
    result = checked(saved_anew, tmp_path, library)
    assert [one.fate for one in result.findings] == [Fate.VERBATIM] * 2
    assert [one.backing for one in result.findings] == [Backing.STANDS] * 2
    assert [one.place for one in result.findings] == ["1 ¶ 1", "1 ¶ 2"]
    assert result.title == "came back.docx"
    assert result.program.startswith("Deskbrief ")


def test_it_is_never_said_to_be_wholly_as_it_was(
    saved_anew: bytes, library: Library, tmp_path: Path
) -> None:
    result = checked(saved_anew, tmp_path, library)
    assert not result.is_verbatim
    (said,) = result.remarks
    assert "Judgements and other words of the desk" in said
    assert "cannot be told" in said


def test_a_finding_changed_in_the_text_is_told_word_by_word(
    saved_anew: bytes, library: Library, tmp_path: Path
) -> None:
    changed = documents.edited(saved_anew, ("has 1,960", "has 9,160"))
    (troops, talks) = checked(changed, tmp_path, library).findings
    assert (troops.fate, talks.fate) == (Fate.ALTERED, Fate.VERBATIM)
    told = [(run.edit, run.words) for run in troops.runs if run.edit is not Edit.KEPT]
    assert told == [(Edit.GONE, "1,960"), (Edit.NEW, "9,160")]
    assert troops.backing is Backing.STANDS


def test_a_finding_changed_in_text_and_annex_is_not_what_the_library_says(
    saved_anew: bytes, library: Library, tmp_path: Path
) -> None:
    text = documents.main_part(saved_anew).replace("1,960", "9,160")
    changed = documents.with_part(saved_anew, {documents.MAIN: text.encode()})
    (troops, _) = checked(changed, tmp_path, library).findings
    assert (troops.fate, troops.backing) == (Fate.ALTERED, Backing.CONTRADICTED)


def test_a_finding_taken_out_of_the_text_is_missed(
    saved_anew: bytes, library: Library, tmp_path: Path
) -> None:
    gone = documents.paragraph_with(saved_anew, "Armenia and Azerbaijan agreed in Tbilisi")
    text = documents.main_part(saved_anew).replace(gone, "", 1)
    changed = documents.with_part(saved_anew, {documents.MAIN: text.encode()})
    fates = {one.text: one.fate for one in checked(changed, tmp_path, library).findings}
    assert fates == {TROOPS: Fate.VERBATIM, TALKS: Fate.REMOVED}


def test_what_the_library_does_not_hold_is_not_compared(saved_anew: bytes, tmp_path: Path) -> None:
    with Library.open(tmp_path / "empty") as empty:
        result = checked(saved_anew, tmp_path, empty)
    assert {one.fate for one in result.findings} == {Fate.NOT_COMPARED}
    assert "its report is not in" not in result.remarks[0]
    assert "not in this library" in result.remarks[1]


def test_without_a_library_it_says_what_to_do(saved_anew: bytes, tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="carries no data") as raised:
        checked(saved_anew, tmp_path, None)
    assert "verify --with-library" in raised.value.hint


def test_heads_and_feet_that_divide_a_finding_are_taken_out() -> None:
    said = ("The talks went on", "in the capitals. No date", "was named.")
    pages = [f"SECRET A title {one} EUR/1 Page {n} of 3" for n, one in enumerate(said, 1)]
    assert " ".join(without_edges(pages).split("\n")) == " ".join(said)
    assert without_edges(["Only one page."]) == "Only one page."


def test_the_number_with_which_a_page_s_text_begins_is_not_taken_for_that_of_the_page() -> None:
    pages = [
        "Head of the Desk 16 March came. Page 4 of 9",
        "Head of the Desk 2014 ended. Page 5 of 9",
    ]
    assert without_edges(pages) == "16 March came.\n2014 ended."


def test_what_only_a_figure_quotes_is_known_by_the_words_behind_its_code() -> None:
    text = (
        "Passages 1 ¶ 3 · Novak, 2024 · f-3k7q in Figure 1 · f-abcd · f-2222 in\nFigure 12 Words."
    )
    (passage,) = by_codes(text).passages
    assert passage.codes == ("f-3k7q", "f-abcd", "f-2222")
    assert passage.charted == {"f-3k7q", "f-2222"}
    assert passage.text.strip() == "Words."


def test_codes_are_read_with_the_passage_that_they_stand_beside() -> None:
    text = (
        "As reports say [1 ¶ 3]. Passages 1, p. 9 ¶ 3 · 2 ¶ 4 · Novak, 2024 · f-3k7q · says "
        "the same as f\u2011abcd The passage. 2 ¶ 8 · Novak · f-2222 Another. "
        "1 ¶ 1 · Ada · f-4444 Next."
    )
    coded = by_codes(text)
    assert coded.before == "As reports say [1 ¶ 3]. Passages "
    assert [(one.place, one.codes) for one in coded.passages] == [
        ("1, p. 9 ¶ 3", ("f-3k7q", "f-abcd")),
        ("2 ¶ 8", ("f-2222",)),
        ("1 ¶ 1", ("f-4444",)),
    ]
    assert [one.is_last for one in coded.passages] == [False, True, False]
    assert coded.passages[0].text.strip() == "The passage."
