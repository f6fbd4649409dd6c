"""Which importer reads a file, and which files are refused."""

from __future__ import annotations

import hashlib

import pytest

from briefing.errors import ImportFailure
from briefing.importers import IMPORTERS, Importer, read_report
from briefing.importers.reading import importer_for
from briefing.model import Metadata, PartialDate

SENTENCE = "The two ministries have exchanged drafts since March, and the border has been open."


def test_what_is_given_overrules_what_the_file_says() -> None:
    given = Metadata(title="Another title", date=PartialDate(2020))
    report = read_report(f"A Title Here\n\n{SENTENCE}\n".encode(), "a.txt", given)
    assert report.metadata.title == "Another title"
    assert report.metadata.date == PartialDate(2020)


def test_a_report_is_known_by_the_digest_of_its_bytes() -> None:
    data = SENTENCE.encode()
    assert read_report(data, "a.txt").sha256 == hashlib.sha256(data).hexdigest()


def test_language_is_told_where_there_is_enough_text() -> None:
    french = (
        "Les deux ministères ont échangé des projets depuis mars, et la frontière est ouverte. "
    )
    assert read_report((french * 3).encode(), "a.txt").metadata.language == "fr"
    assert read_report(b"The border is open again.", "a.txt").metadata.language == ""


def test_a_web_page_called_text_is_read_as_what_it_is_and_says_so() -> None:
    report = read_report(f"<html><body><p>{SENTENCE}</p></body></html>".encode(), "a.txt")
    assert report.format == "html"
    assert "web page" in report.remarks[0]


def test_text_called_html_is_read() -> None:
    assert read_report(SENTENCE.encode(), "a.html").blocks[0].text == SENTENCE


@pytest.mark.parametrize("name", ["a.pdf", "a.docx"])
def test_a_web_page_called_pdf_or_word_is_refused(name: str) -> None:
    with pytest.raises(ImportFailure, match="it holds a web page"):
        read_report(f"<html><body><p>{SENTENCE}</p></body></html>".encode(), name)


@pytest.mark.parametrize(
    "data",
    [b"", b"   \n\n", b"\0" * 4096, bytes(range(256)) * 40, b"\x89PNG\r\n\x1a\n" + bytes(3000)],
    ids=["nothing", "blank", "zeros", "binary", "picture"],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a"])
def test_empty_and_binary_files_are_refused_in_a_sentence(data: bytes, name: str) -> None:
    with pytest.raises(ImportFailure) as caught:
        read_report(data, name)
    assert caught.value.message.endswith(".")
    assert caught.value.hint


def test_garbled_text_is_refused() -> None:
    with pytest.raises(ImportFailure, match="garbled"):
        read_report(("}{3$ %&x /()=9 §§" * 200).encode(), "a.txt")


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(ImportFailure, match="no text"):
        read_report(b"<html><body><img src=a.png></body></html>", "a.html")


@pytest.mark.parametrize("importer", IMPORTERS, ids=lambda importer: importer.id)
def test_every_importer_names_itself_and_survives_foreign_bytes(importer: Importer) -> None:
    assert importer.name
    assert all(ending.startswith(".") and ending.islower() for ending in importer.extensions)
    assert importer.load().recognises(b"\x00\x01\x02\xff" * 100) is False


def test_endings_are_claimed_once() -> None:
    endings = [ending for importer in IMPORTERS for ending in importer.extensions]
    assert len(endings) == len(set(endings))


def test_an_unknown_ending_is_read_by_content() -> None:
    assert importer_for(SENTENCE.encode(), "notes").id == "text"
    assert importer_for(b"# A\n\n## B\n\n## C\n\ntext", "notes.x").id == "markdown"


def test_a_text_longer_than_any_report_is_refused_at_once() -> None:
    data = b"Armenia and Azerbaijan talk. " * 600_000
    with pytest.raises(ImportFailure, match="more than 16 MB of text"):
        read_report(data, "endless.txt")
