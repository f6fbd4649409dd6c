from __future__ import annotations

import io

import pikepdf
import pytest

from briefing.errors import ImportFailure
from briefing.importers.pdf import PDF
from briefing.importers.pdf.legibility import is_legible
from tests.importers.made_pdfs import Line, drawn, running, saved

_TEXT = [Line(72, 700, "The council met in the capital and agreed on a common position.")]


def _with_picture(data: bytes, *numbers: int) -> bytes:
    """Return the PDF with the pages of these numbers replaced by a picture over the whole page."""
    document = pikepdf.open(io.BytesIO(data))
    for number in numbers:
        page = document.pages[number - 1]
        picture = document.make_stream(
            b"\x80", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=1, Height=1,
            ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8,
        )  # fmt: skip
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=picture))
        page.obj.Contents = document.make_stream(b"q 595 0 0 842 0 0 cm /Im Do Q")
    return saved(document)


def _locked(data: bytes) -> bytes:
    document = pikepdf.open(io.BytesIO(data))
    return saved(document, encryption=pikepdf.Encryption(user="secret", owner="secret"))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"%PDF-1.4 and then nothing that could be read", "damaged"),
        (_locked(drawn(_TEXT)), "password"),
        (_with_picture(drawn(_TEXT), 1), "scan"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_with_a_hint(data: bytes, words: str) -> None:
    with pytest.raises(ImportFailure, match=words) as caught:
        PDF.read(data)
    assert caught.value.message.endswith(".")
    assert caught.value.hint


def test_pages_that_are_pictures_are_named_and_the_others_read() -> None:
    draft = PDF.read(_with_picture(drawn(_TEXT, _TEXT, _TEXT, _TEXT), 2, 3))
    assert len(running(draft)) == 2
    assert draft.remarks == ("Pages 2 to 3 are pictures without text and were not read.",)


def test_one_page_that_is_a_picture_is_named_in_the_singular() -> None:
    draft = PDF.read(_with_picture(drawn(_TEXT, _TEXT), 2))
    assert draft.remarks == ("Page 2 is a picture without text and was not read.",)


def test_page_of_more_characters_than_any_text_is_cut_and_named() -> None:
    lines = [Line(20, 20 + 1.1 * number, "word " * 9, size=1) for number in range(700)]
    (remark,) = PDF.read(drawn(lines)).remarks
    assert remark == "Page 1 holds more text than is read of one page and was cut."


def test_truncated_file_is_read_or_refused_in_a_sentence() -> None:
    whole = drawn(_TEXT, _TEXT)
    for length in range(0, len(whole), 97):
        try:
            texts = running(PDF.read(whole[:length]))
        except ImportFailure as failure:
            texts = [failure.message]
        assert all(texts)
        assert texts


def test_name_of_a_draft_is_no_title_and_creation_date_no_publication_date() -> None:
    metadata = PDF.read(drawn(_TEXT, title="Microsoft Word - draft3.doc")).metadata
    assert metadata.title == ""
    assert metadata.date is None


@pytest.mark.parametrize(
    "text",
    [
        "\x01\x02\x03\x04 \x05\x06\x07 \x08\x0e\x0f\x10 \x11\x12",
        "\ue012\ue013\ue014 \ue015\ue016 \ue017\ue018\ue019",
        "7KH FRXQFLO PHW LQ WKH FDSLWDO DQG DJUHHG RQ D FRPPRQ SRVLWLRQ ".swapcase() * 12,
    ],
)
def test_inner_codes_of_fonts_are_not_legible(text: str) -> None:
    assert not is_legible(text)


@pytest.mark.parametrize(
    "text",
    [
        "Les ministres se sont réunis à Genève pour examiner la situation." * 8,
        "El Consejo de Seguridad aprobó la resolución por unanimidad." * 8,
        "Совет Безопасности единогласно принял резолюцию о прекращении огня." * 8,
        "اعتمد مجلس الأمن القرار بالإجماع في جلسته المعقودة اليوم." * 8,
        "2019 12.4 13.5 1,204 (3.2%) 2020 11.9 14.1 1,310 (3.4%) 2021 10.2" * 20,
        "UNSC OSCE NATO CSTO EAEU GUAM UNDP UNHCR IMF WTO " * 20,
    ],
)
def test_languages_figures_and_abbreviations_are_legible(text: str) -> None:
    assert is_legible(text)
