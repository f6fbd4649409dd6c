"""A document that came back: what is verbatim, altered, removed and added is told by finding."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.model.checked import CheckedDocument, Edit, Fate
from briefing.model.trace import PartKind
from briefing.pipeline.checking_documents import check_document, codes_in
from briefing.tracing import PayloadError, read_payload
from briefing.verifying.docx_reading import read_docx
from briefing.verifying.pdf_reading import read_pdf
from briefing.verifying.returned import UnreadableError
from tests import briefs
from tests.verifying import documents

FINDINGS = briefs.brief().findings
NAMES = {"pdf": documents.pdf_file, "docx": documents.word_file}


def checked(data: bytes, folder: Path) -> CheckedDocument:
    path = folder / "came back"
    path.write_bytes(data)
    return check_document(path)


def fates(result: CheckedDocument) -> dict[str, Fate]:
    """Return the fates of the findings that are not verbatim."""
    return {one.code: one.fate for one in result.findings if one.fate is not Fate.VERBATIM}


@pytest.mark.parametrize("template", ["note", "memo", "visit", "talking"])
@pytest.mark.parametrize("format_id", ["pdf", "docx"])
def test_a_document_as_it_was_made_is_verbatim(
    template: str, format_id: str, tmp_path: Path
) -> None:
    result = checked(NAMES[format_id](template), tmp_path)
    assert [part for part in result.parts if part.fate is not Fate.VERBATIM] == []
    assert result.added == ()
    assert result.is_verbatim
    assert [one.code for one in result.findings] == [one.code for one in FINDINGS]


def test_it_says_that_the_file_alone_proves_nothing(tmp_path: Path) -> None:
    (remark,) = checked(documents.pdf_file(), tmp_path).remarks
    assert "only the library" in remark


def test_an_altered_finding_is_named_with_its_words(tmp_path: Path) -> None:
    changed = documents.edited(
        documents.word_file(), ("of November 2020 named", "of May 2021 named")
    )
    result = checked(changed, tmp_path)
    assert fates(result) == {"f-0001": Fate.ALTERED}
    (finding,) = [one for one in result.findings if one.code == "f-0001"]
    told = [(run.edit, run.words) for run in finding.runs]
    assert (Edit.GONE, "November 2020") in told
    assert (Edit.NEW, "May 2021") in told
    assert finding.place == "2, p. 4 ¶ 2"
    assert not result.is_verbatim


def test_a_finding_taken_out_is_removed_though_the_annex_still_holds_its_words(
    tmp_path: Path,
) -> None:
    data = documents.word_file()
    gone = documents.paragraph_with(data, "Tbilisi has hosted four")
    result = checked(documents.edited(data, (gone, "")), tmp_path)
    assert fates(result) == {"f-0006": Fate.REMOVED}
    assert result.added == ()


def test_a_finding_put_elsewhere_is_verbatim_and_said_to_be_moved(tmp_path: Path) -> None:
    data = documents.word_file()
    one = documents.paragraph_with(data, "Tbilisi has hosted four")
    other = documents.paragraph_with(data, "Membership of the pact")
    result = checked(documents.edited(data, (one, ""), (other, other + one)), tmp_path)
    assert set(fates(result).values()) == {Fate.MOVED}
    assert result.is_verbatim


def test_what_is_added_is_told_with_what_it_stands_behind(tmp_path: Path) -> None:
    data = documents.word_file()
    one = documents.paragraph_with(data, "Tbilisi has hosted four")
    new = "<w:p><w:r><w:t>Nobody has said this before.</w:t></w:r></w:p>"
    result = checked(documents.edited(data, (one, one + new)), tmp_path)
    (added,) = result.added
    assert added.words == "Nobody has said this before."
    assert added.after == "[2, p. 9 ¶ 7] report of 2010"
    assert fates(result) == {}


def test_words_put_behind_a_finding_and_before_its_mark_alter_it(tmp_path: Path) -> None:
    data = documents.word_file()
    changed = documents.edited(data, ("begins.", "begins, they say."))
    assert fates(checked(changed, tmp_path)) == {"f-0012": Fate.ALTERED}


def test_judgements_and_headings_are_compared_too(tmp_path: Path) -> None:
    data = documents.edited(
        documents.word_file(),
        ("Judgements of the desk", "Findings of the desk"),
        ("highly likely", "almost certain"),
    )
    result = checked(data, tmp_path)
    changed = {part.kind: part.fate for part in result.parts if part.fate is not Fate.VERBATIM}
    assert changed == {PartKind.HEADING: Fate.ALTERED, PartKind.JUDGEMENT: Fate.ALTERED}
    assert fates(result) == {}
    assert not result.is_verbatim


def test_a_passage_altered_in_the_annex_leaves_its_finding_verbatim(tmp_path: Path) -> None:
    data = documents.word_file()
    text = documents.main_part(data)
    at = text.rindex("It then turns to another matter.")
    changed = text[:at] + text[at:].replace("another matter", "nothing else", 1)
    result = checked(documents.with_part(data, {documents.MAIN: changed.encode()}), tmp_path)
    assert fates(result) == {}
    assert [one.kind for one in result.parts if one.fate is Fate.ALTERED] == [PartKind.PASSAGE]


def test_capitals_of_a_finding_count(tmp_path: Path) -> None:
    data = documents.edited(documents.word_file(), ("Neither side has yet", "neither side has yet"))
    assert fates(checked(data, tmp_path)) == {"f-0007": Fate.ALTERED}


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_one_character_altered_in_a_finding_names_that_finding_and_no_other(
    tmp_path: Path, data: st.DataObject
) -> None:
    finding = data.draw(st.sampled_from(FINDINGS))
    words = finding.text[:-25]  # Word has the last words, 24 characters at most, apart
    at = data.draw(st.integers(0, len(words) - 1).filter(lambda n: words[n] != " "))
    letter = data.draw(st.sampled_from("abcdefgXYZ0123456789").filter(lambda c: c != words[at]))
    changed = words[:at] + letter + words[at + 1 :]
    result = checked(documents.edited(documents.word_file(), (words, changed)), tmp_path)
    assert fates(result) == {finding.code: Fate.ALTERED}
    assert result.added == ()


# --- what cannot be compared


def test_a_file_without_data_is_one_sentence(tmp_path: Path) -> None:
    bare = documents.with_part(
        documents.word_file(), {"customXml/deskbriefTrace1.xml": b"<nothing/>"}
    )
    with pytest.raises(UnreadableError, match="carries no data of this program"):
        checked(bare, tmp_path)


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7\nnothing", b"PK\x03\x04 nothing", b"hello", b"PK"]
)
def test_a_damaged_file_is_told(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        checked(data, tmp_path)


@pytest.mark.parametrize("name", ["customXml/deskbriefTrace1.xml", "word/document.xml"])
def test_a_part_whose_packed_bytes_are_spoilt_is_told(name: str) -> None:
    data = bytearray(documents.word_file())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = archive.getinfo(name)
    begin = part.header_offset + 30 + len(name)  # the bytes after the part's own head
    data[begin : begin + part.compress_size] = b"\xff" * part.compress_size
    with pytest.raises(UnreadableError, match="damaged"):
        read_docx(bytes(data))


@pytest.mark.parametrize("cut", [500, 5_000, 50_000])
@pytest.mark.parametrize("format_id", ["pdf", "docx"])
def test_a_file_cut_short_is_told(format_id: str, cut: int, tmp_path: Path) -> None:
    with pytest.raises((UnreadableError, PayloadError)):
        checked(NAMES[format_id]()[:cut], tmp_path)


def test_an_entity_in_a_word_file_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("do not tell", "utf-8")
    spoilt = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    text = documents.main_part(documents.word_file())
    head, _, rest = text.partition("?>")
    evil = f"{head}?>{spoilt}{rest}".replace("Neither side", "&e; Neither side", 1)
    returned = read_docx(
        documents.with_part(documents.word_file(), {documents.MAIN: evil.encode()})
    )
    assert "do not tell" not in returned.text


def carried() -> bytes:
    data = read_docx(documents.word_file()).data
    assert data is not None
    return data


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"format": "deskbrief-trace"', '"format": "other"'),
        ('"version": 1', '"version": true'),
        ('"version": 1', '"version": "1"'),
        ('"start": 37', '"start": -37'),
        ('"start": 37', '"start": 38'),
        ('"source": 1', '"source": 99'),
        ('"code": "f-0000"', '"code": "<script>"'),
        ('"kind": "heading"', '"kind": "else"'),
        ('"own": -1', '"own": 5'),
        ('"parts": [', '"parts": ["x", '),
    ],
)
def test_data_that_the_program_never_writes_are_refused(old: str, new: str) -> None:
    data = carried().decode()
    assert old in data
    with pytest.raises(PayloadError):
        read_payload(data.replace(old, new, 1).encode())


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b"\xff\xfe", b"[" * 100_000])
def test_data_that_are_no_data_are_refused(data: bytes) -> None:
    with pytest.raises(PayloadError):
        read_payload(data)


def test_data_of_a_newer_program_are_told_as_such() -> None:
    with pytest.raises(PayloadError, match="newer version"):
        read_payload(carried().replace(b'"version": 1', b'"version": 2', 1))


# --- what is carried


def test_pdf_and_word_carry_the_same_data_and_no_surroundings() -> None:
    pdf, word = (
        read_payload(r.data or b"")
        for r in (read_pdf(documents.pdf_file()), read_docx(documents.word_file()))
    )
    assert pdf == word
    quoted = [q for one in pdf.traces[0].findings for q in one.finding.quotations]
    assert not any(one.prefix or one.suffix for one in quoted)


def test_without_an_annex_no_more_of_a_report_is_carried_than_is_printed() -> None:
    brief = briefs.brief(briefs.request(annex=False))
    data = read_pdf(documents.exported(brief, "pdf")).data or b""
    assert b"It then turns to another matter" not in data
    assert b"The ceasefire of November 2020" in data


def test_codes_and_marks_lead_to_findings_without_the_brief(tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    path.write_bytes(documents.pdf_file())
    (full,) = codes_in(path, "f-0001")
    assert codes_in(path, " F\u20110001") == (full,)
    assert codes_in(path, "[2, p. 4 ¶ 2]") == (full,)
    assert codes_in(path, "f-9999") == ()


def test_tracked_changes_count_as_made(tmp_path: Path) -> None:
    data = documents.word_file()
    one = documents.paragraph_with(data, "Neither side has yet")
    struck = (
        one.replace("<w:r>", '<w:del w:id="900" w:author="x"><w:r>', 1)
        .replace("</w:r>", "</w:r></w:del>", 1)
        .replace("<w:t ", "<w:delText ", 1)
        .replace("</w:t>", "</w:delText>", 1)
    )
    result = checked(documents.edited(data, (one, struck)), tmp_path)
    assert "f-0007" in fates(result)
    assert any("tracked changes" in remark for remark in result.remarks)


def test_two_briefs_alike_but_for_the_day_carry_different_days() -> None:
    made = briefs.brief()
    later = replace(made, issued=made.issued.replace(year=2027))
    data = read_docx(documents.exported(later, "docx")).data or b""
    assert read_payload(data).traces[0].issued.year == 2027


@pytest.mark.parametrize("format_id", ["pdf", "docx"])
def test_findings_in_other_scripts_are_verbatim_as_they_were_made(
    format_id: str, tmp_path: Path
) -> None:
    made = briefs.brief_of(
        "بدأت المحادثات بين العاصمتين في ربيع عام 2023 ولم تنته بعد.",
        "Переговоры начались весной 2023 года в Тбилиси — «нейтральной» столице.",
        "Les deux ministères ont échangé des projets; l’accord, signé à Genève, n’est pas ratifié.",
        "The efficient office \ufb01nally re\u00adsigned.",
    )
    result = checked(documents.exported(made, format_id), tmp_path)
    assert [part for part in result.parts if part.fate is not Fate.VERBATIM] == []
    assert result.is_verbatim
