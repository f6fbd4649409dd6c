"""Documents that came back: whatever was done to one, it costs a sentence and no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import ImportFailure
from briefing.pipeline.checking_documents import check_document, read_document_file
from briefing.verifying.reading import read_returned
from briefing.verifying.returned import UnreadableError
from tests.hostile.archives import bomb, packed
from tests.verifying import documents

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PARAGRAPH = "<w:p><w:r><w:t>Talks.</w:t></w:r></w:p>"


def _word(body: str, before: str = "") -> bytes:
    text = f"{before}<w:document {_W}><w:body>{body}</w:body></w:document>"
    return packed({"word/document.xml": text.encode()})


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (bomb(_word(_PARAGRAPH)), "unpacks to more than can be read"),
        (_word("<w:p>" * 50_000 + "</w:p>" * 50_000), "no Word file, or damaged"),
        (_word("<w:p>&x;", '<!DOCTYPE w [<!ENTITY x "x">]>'), "no Word file, or damaged"),
        (packed({"word/other.xml": b"<x/>"}), "no Word file, or damaged"),
        (b"%PDF-1.7\n" + b"<<" * 50_000, "damaged or protected"),
        (b"MZ", "neither a PDF nor a Word file"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        read_returned(data, "note.docx")


def test_no_entity_brings_in_another_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Perlmutter", "utf-8")
    entity = f'<!DOCTYPE w [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY y "Austernschale">]>'
    text = "<w:p><w:r><w:t>a&x;b&y;c</w:t></w:r></w:p>"
    read = read_returned(_word(_PARAGRAPH + text, entity), "note.docx").text
    assert "Perlmutter" not in read
    assert "Talks." in read


def test_a_document_is_read_in_a_process_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def here(*_: object) -> None:
        raise AssertionError("it is read in the program's own process")

    monkeypatch.setattr("briefing.verifying.docx_reading.read_docx", here)
    path = tmp_path / "note.docx"
    path.write_bytes(documents.word_file())
    assert check_document(path).is_verbatim


def test_what_is_no_file_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(ImportFailure, match="no regular file"):
        read_document_file(tmp_path)
