"""What stands around the text of a plain text file: numbers, credits, links, contacts, sources."""

from __future__ import annotations

import pytest

from briefing.importers import read_report
from briefing.model import Block, BlockKind

TEXT = (
    "The harbour authority has moved most of its traffic to the northern quay, where the water is"
    " deep enough for larger ships."
)


def last(*lines: str) -> Block:
    """Return the block of the last of ``lines``, which stand after three paragraphs."""
    text = "\n\n".join(["The Northern Quay", TEXT, TEXT, TEXT, *lines])
    return read_report(text.encode(), "report.txt").blocks[-1]


@pytest.mark.parametrize(
    "line",
    [
        "Page 6 of 6",
        "[Photo: Jane Doe / Harbour Images]",
        "Continued on page 7",
        "Read more: The railway to the port",
        "Get the latest analysis delivered to your inbox every Friday.",
        "Privacy policy | Terms of use | Contact us",
        "Home > Research > Commentary",
        "Tagged: harbour, cranes",
        "S/2024/318",
        "(Applause.)",
        "Contents ........................ 3",
    ],
)
def test_lines_of_page_and_site_are_furniture(line: str) -> None:
    assert last(line, TEXT).kind is BlockKind.PARAGRAPH
    blocks = read_report(f"{TEXT}\n\n{TEXT}\n\n{line}\n\n{TEXT}".encode(), "report.txt").blocks
    assert [block.kind for block in blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
        BlockKind.FURNITURE,
        BlockKind.PARAGRAPH,
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Media enquiries: Office of the Harbour Master, (02) 5550 0147",
        "For further information contact: Planning Unit, +47 555 0199",
        "Last updated: 29 Mar. 2017 14:59",
        "Printed on recycled paper",
        "JEL No. F13, F51",
        "(Signed) Ruth Amstad",
    ],
)
def test_lines_about_the_publication_are_no_text(line: str) -> None:
    assert last(line).kind is BlockKind.META


@pytest.mark.parametrize(
    "line",
    [
        "For further information on the cranes, please see the yearly report of the authority.",
        "We thank the host city for its warm welcome and for the care it has shown to all of us.",
        "The press office of the harbour said that the cranes would stand still for another week.",
        "Reply came within a week, and it was not the one for which the shipping lines had hoped.",
    ],
)
def test_sentences_that_begin_like_a_notice_stay_text(line: str) -> None:
    assert last(line).kind is BlockKind.PARAGRAPH


def test_an_endnote_without_a_number_is_told_by_its_build() -> None:
    block = last(
        'Harbour Board, "Depths and Draughts of the Basin", HB/2023/24, Ghent, 31 May 2023.'
    )
    assert block.kind is BlockKind.FOOTNOTE


def test_a_sentence_with_a_quotation_is_no_endnote() -> None:
    block = last('The board said, "We will not dredge the basin in winter", in a note of May 2023.')
    assert block.kind is BlockKind.PARAGRAPH


def test_what_follows_a_list_of_related_pages_at_the_end_belongs_to_it() -> None:
    assert last("Related content", "Podcast: The Quay in 2030").kind is BlockKind.FURNITURE


def test_comments_below_a_post_are_no_text() -> None:
    block = last('12 thoughts on "The Northern Quay"', "Mary says:", f"Well said. {TEXT}")
    assert block.kind is BlockKind.FURNITURE


def test_a_line_in_front_of_long_lines_does_not_make_them_wrapped() -> None:
    text = (
        f"Jane Doe\nHarbour Institute\njane@harbour.example\n\n{TEXT} {TEXT}\n\nOne\ntwo\n\n{TEXT}"
    )
    blocks = read_report(text.encode(), "report.txt").blocks
    assert f"{TEXT} {TEXT}" in [block.text for block in blocks]


@pytest.mark.parametrize("heading", ["Über die Autorin", "Sobre el autor", "About the author"])
def test_what_stands_under_a_heading_about_the_author_is_no_text(heading: str) -> None:
    assert last(heading, "Sie forscht am Hafeninstitut in Ostburg.").kind is BlockKind.META
