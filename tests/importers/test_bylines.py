"""By-lines of several parts and the heads of memos."""

from __future__ import annotations

import pytest

from briefing.importers import read_report
from briefing.importers.bylines import byline_says
from briefing.model import BlockKind, PartialDate

TEXT = (
    "The harbour authority has moved most of its traffic to the northern quay, where the water is"
    " deep enough for larger ships."
)


@pytest.mark.parametrize(
    "line",
    [
        "By Clara Whitcombe · Harbour Magazine · 18 September 2025 · 9 min read",
        "By Clara Whitcombe | Harbour Magazine | September 18, 2025",
        "Harbour Magazine · By Clara Whitcombe · 18 September 2025",
    ],
)
def test_a_byline_of_several_parts_gives_author_publisher_and_day(line: str) -> None:
    report = read_report(f"The Northern Quay\n\n{line}\n\n{TEXT}\n\n{TEXT}".encode(), "a.txt")
    assert report.blocks[1].kind is BlockKind.META
    assert report.blocks[2].text == TEXT
    assert report.metadata.authors == ("Clara Whitcombe",)
    assert report.metadata.publisher == "Harbour Magazine"
    assert report.metadata.date == PartialDate(2025, 9, 18)


def test_a_sentence_with_a_dash_is_no_byline() -> None:
    assert byline_says("By Easter the quay was closed – nobody knew for how long") is None


def test_the_subject_of_a_memo_is_its_title() -> None:
    report = read_report(
        f"MEMORANDUM\n\nTO: Harbour Master\nFROM: Planning Unit\nDATE: 12 May 2025\n"
        f"SUBJECT: Ice on the northern route\n\n{TEXT}\n\n{TEXT}".encode(),
        "memo.txt",
    )
    assert report.metadata.title == "Ice on the northern route"
    assert [block.kind.value for block in report.blocks] == [
        *["meta"] * 4,
        "heading",
        *["paragraph"] * 2,
    ]
