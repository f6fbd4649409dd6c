"""The title block of plain text: which line is the title, who wrote it, when, for whom."""

from __future__ import annotations

import pytest

from briefing.importers import read_report
from briefing.model import BlockKind, PartialDate, Report

BODY = (
    "The harbour authority has moved most of its traffic to the northern quay, where the water is"
    " deep enough for larger ships.\n\nDredging of the southern basin was put off again, although"
    " two of the shipping lines had asked for it.\n"
)


def read(head: str, body: str = BODY) -> Report:
    return read_report(f"{head}\n\n{body}".encode(), "report.txt")


def of_kind(report: Report, kind: BlockKind) -> list[str]:
    return [block.text for block in report.blocks if block.kind is kind]


def test_a_series_line_with_number_and_month_is_no_title_and_gives_the_date() -> None:
    report = read(
        "DISCUSSION PAPER · No. 12 · March 2023\n\nThe Northern Quay: Room for Larger Ships\n\n"
        "Jane Doe and Ruth Amstad, Institute for Harbour Studies"
    )
    assert report.metadata.title == "The Northern Quay: Room for Larger Ships"
    assert report.metadata.authors == ("Jane Doe", "Ruth Amstad")
    assert report.metadata.date == PartialDate(2023, 3)
    assert of_kind(report, BlockKind.HEADING) == ["The Northern Quay: Room for Larger Ships"]


def test_place_and_delivery_notice_above_a_speech_are_not_its_title() -> None:
    report = read(
        "City Hall, Rotterdam\nCheck against delivery\n\nStatement: Our Harbour and the Next Decade"
    )
    assert report.metadata.title == "Statement: Our Harbour and the Next Decade"
    assert of_kind(report, BlockKind.META) == ["City Hall, Rotterdam", "Check against delivery"]


def test_the_name_of_a_yearbook_above_the_title_is_not_the_title() -> None:
    report = read("Harbour Studies Yearbook 2022\n\nQuays, Cranes and Customs\n\nJane T. Doe-Lind")
    assert report.metadata.title == "Quays, Cranes and Customs"
    assert report.metadata.authors == ("Jane T. Doe-Lind",)


def test_a_headline_of_two_sentences_above_a_byline_is_the_title() -> None:
    report = read(
        "The port wants a railway. Its neighbours object.\n\n"
        "By our correspondents in Ghent and Lille\n\nUpdated 2 May 2023, 07:10 GMT"
    )
    assert report.metadata.title == "The port wants a railway. Its neighbours object."
    assert report.metadata.authors == ()
    assert report.metadata.date == PartialDate(2023, 5, 2)


def test_the_body_named_alone_above_the_title_is_the_publisher() -> None:
    report = read("Ministry of Harbours\n\nA Plan for the Southern Basin\n\n4 June 2021")
    assert report.metadata.publisher == "Ministry of Harbours"
    assert report.metadata.title == "A Plan for the Southern Basin"


def test_the_office_after_an_author_is_not_the_publisher() -> None:
    report = read("A Plan for the Southern Basin\n\nJane Doe\nSenior Fellow, Harbour Programme")
    assert report.metadata.publisher == ""
    assert of_kind(report, BlockKind.META) == ["Jane Doe", "Senior Fellow, Harbour Programme"]


def test_a_press_release_keeps_its_number_and_its_notice_out_of_the_title() -> None:
    report = read(
        "Press Release No. 25/118\n\nFOR IMMEDIATE RELEASE\n\nApril 16, 2025\n\n"
        "Harbour Board Concludes Its Yearly Review of the Northern Quay"
    )
    expected = "Harbour Board Concludes Its Yearly Review of the Northern Quay"
    assert report.metadata.title == expected
    assert report.metadata.date == PartialDate(2025, 4, 16)


def test_the_line_of_a_journal_gives_the_year_and_its_authors_lose_their_marks() -> None:
    report = read(
        "Journal of Harbour Studies, Vol. 12, No. 3, 2024, pp. 211-230\n"
        "https://doi.org/10.1234/jhs.2024\n\nRESEARCH ARTICLE\n\nCranes as Leverage\n\n"
        "Jane Doe¹* and Mark O. Feld²\n\nReceived 1 May 2023; Accepted 3 June 2023"
    )
    assert report.metadata.title == "Cranes as Leverage"
    assert report.metadata.authors == ("Jane Doe", "Mark O. Feld")
    assert report.metadata.date == PartialDate(2024)
    assert report.metadata.address == "https://doi.org/10.1234/jhs.2024"


def test_the_name_and_the_menu_of_a_blog_stand_above_the_title() -> None:
    report = read(
        "The Long Quay\nNotes on harbours and customs\n\nHome  About  Archive  Contact\n\n"
        "Why the cranes stood still\nPosted on June 3, 2024 by Jane Doe | 12 Comments"
    )
    assert report.metadata.title == "Why the cranes stood still"
    assert report.metadata.authors == ("Jane Doe",)
    assert report.metadata.date == PartialDate(2024, 6, 3)


def test_the_day_counts_where_another_line_gives_only_its_month() -> None:
    report = read(
        "HARBOUR WATCH MONTHLY\nIssue 4 | May 2023\n\nCranes at Rest\n\nGhent, 28 May 2023"
    )
    assert report.metadata.date == PartialDate(2023, 5, 28)


def test_a_town_and_its_country_are_no_author() -> None:
    report = read("Cranes at Rest and Quays at Work\n\n3 May 2023\nGhent, Belgium")
    assert report.metadata.authors == ()


def test_authors_who_keep_their_copyright_are_not_the_publisher() -> None:
    report = read(
        "Cranes at Rest\n\nJane Doe\nThomas R. Grund",
        BODY + "\n© 2023 by Jane Doe and Thomas R. Grund. All rights reserved.\n",
    )
    assert report.metadata.publisher == ""
    assert report.metadata.date == PartialDate(2023)


def test_names_and_offices_repeated_before_the_text_are_no_text() -> None:
    report = read(
        "CRANES AT REST\n\nJane Doe",
        "Cranes at Rest\nJane Doe\nDepartment of Harbours\nUniversity of Ghent\n\nABSTRACT\n\n"
        + BODY,
    )
    assert of_kind(report, BlockKind.HEADING) == ["CRANES AT REST", "ABSTRACT"]
    assert len(of_kind(report, BlockKind.PARAGRAPH)) == 2


@pytest.mark.parametrize(
    "line",
    ["The Basin", "Cranes, Quays and Courts", "What the Ministry Wants", "A Harbour in Confidence"],
)
def test_a_line_like_any_other_stays_the_title(line: str) -> None:
    assert read(f"{line}\n\nJane Doe").metadata.title == line
