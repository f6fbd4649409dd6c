"""A pack that came back: what layout makes of it is no change; changes are told by brief."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from briefing.exporters.docx_pack import export_pack_docx
from briefing.exporters.pdf_pack import PackPrinter
from briefing.model.checked import CheckedDocument, Fate
from briefing.model.pack import Copy, PageCount, RenderedPack
from briefing.pipeline.checking_documents import check_document
from briefing.tracing import read_payload
from briefing.tracing.making import payload_of
from tests import packs
from tests.verifying import documents


@lru_cache(maxsize=1)
def pack() -> RenderedPack:
    """Return a note and a memo of the same findings, for both sides, as a numbered copy."""
    return packs.pack(2, copy=Copy(1, 2, "The Minister"))


@lru_cache(maxsize=1)
def word_file() -> bytes:
    counted = PageCount({"control": 5, "b1": 9, "b2": 13}, {"control": 1, "b1": 3, "b2": 2})
    return export_pack_docx(pack(), counted).data


def checked(data: bytes, folder: Path) -> CheckedDocument:
    path = folder / "came back"
    path.write_bytes(data)
    return check_document(path)


@pytest.mark.parametrize("format_id", ["pdf", "docx"])
def test_a_pack_as_it_was_made_is_verbatim(format_id: str, tmp_path: Path) -> None:
    data = word_file() if format_id == "docx" else PackPrinter().export(pack()).data
    result = checked(data, tmp_path)
    assert result.briefs == ()
    assert result.is_verbatim
    assert result.title == "The talks in Tbilisi"


def test_changes_are_told_by_brief_though_both_print_the_same_finding(tmp_path: Path) -> None:
    text = documents.main_part(word_file())
    memo = text.index("Subject: ")
    changed = text[memo:].replace("of November 2020 named", "of May 2021 named", 1)
    gone = documents.paragraph_with(word_file(), "Tbilisi has hosted four")
    one = documents.paragraph_with(word_file(), "Membership of the pact")
    new = "<w:p><w:r><w:t>Nobody has said this before.</w:t></w:r></w:p>"
    first = text[:memo].replace(gone, "", 1).replace(one, one + new, 1)
    data = documents.with_part(word_file(), {documents.MAIN: (first + changed).encode()})
    result = checked(data, tmp_path)
    note, memo_name = result.briefs
    assert note.startswith("Tab 1: ")
    assert memo_name.startswith("Tab 2: ")
    told = {(one.brief, one.code): one.fate for one in result.parts if one.is_telling}
    assert told == {(note, "f-0006"): Fate.REMOVED, (memo_name, "f-0001"): Fate.ALTERED}
    assert [(one.brief, one.words) for one in result.added] == [
        (note, "Nobody has said this before.")
    ]


def test_words_added_to_a_page_left_blank_are_told(tmp_path: Path) -> None:
    label = "This page is intentionally left blank"
    data = documents.edited(word_file(), (label, f"{label} for Novak"))
    (added,) = checked(data, tmp_path).added
    assert added.words == "for Novak"


def test_a_page_number_that_another_program_counts_otherwise_is_no_change(tmp_path: Path) -> None:
    entry = documents.paragraph_with(word_file(), "PAGEREF b2 ")
    renumbered = entry.replace(">13<", ">15<")
    assert renumbered != entry
    result = checked(documents.edited(word_file(), (entry, renumbered)), tmp_path)
    assert result.is_verbatim


def test_parts_of_a_pack_say_in_which_brief_they_stand() -> None:
    parts = read_payload(payload_of(pack().whole)).parts
    assert {part.brief for part in parts if part.code} == {1, 2}
    assert {part.brief for part in parts} == {0, 1, 2}
    assert parts[-1].brief == 0  # the key to likelihood
