"""Endnotes and footnotes with numbers, and the lists that only look like them."""

from __future__ import annotations

import pytest

from briefing.importers import read_report
from briefing.importers.citations import cites
from briefing.model import BlockKind

BODY = (
    "Ice and Insurance\n\nRates on the northern route have doubled since the last winter, and the"
    " smaller lines have left it.{0} The ministry has so far refused to act as an insurer.{1}\n\n"
    "Four houses write nine tenths of the policies, and two of them belong to one family.{2}\n\n"
)
ENTRIES = (
    "Harbour Board of Norland, 'Rates and Claims', Ostburg, 14 March 2024.",
    "Ministry of Finance of Norland, press statement, 3 February 2024.",
    'On the count of policies, see J. Mertens, "Ice and Money", Harbour Law 12 (2022) 41-67.',
)


def read(text: str) -> list[tuple[str, str]]:
    report = read_report(text.encode(), "paper.txt")
    return [(block.kind.value, block.text) for block in report.blocks]


def notes(text: str) -> list[str]:
    return [words for kind, words in read(text) if kind == "footnote"]


@pytest.mark.parametrize("form", ["{}. ", "[{}] ", "({}) ", "{} "])
@pytest.mark.parametrize("heading", ["", "Notes\n\n", "ANMERKUNGEN\n\n"])
def test_numbered_citations_after_the_last_paragraph_are_notes(form: str, heading: str) -> None:
    entries = [form.format(number) + entry for number, entry in enumerate(ENTRIES, 1)]
    text = BODY.format("[1]", "[2]", "[3]") + heading + "\n".join(entries)
    assert notes(text) == entries


def test_a_note_over_two_lines_is_one() -> None:
    text = BODY.format("", "", "") + (
        "1. Norland Parliament, document NP/2023/118, 9 May 2023; see also the report of the\n"
        "Harbour Committee, vol. 3.\n"
        "2. J. Mertens, 'Leaving It to the Lines', Harbour Paper 3, 2020.\n"
    )
    assert notes(text) == [
        "1. Norland Parliament, document NP/2023/118, 9 May 2023; see also the report of the"
        " Harbour Committee, vol. 3.",
        "2. J. Mertens, 'Leaving It to the Lines', Harbour Paper 3, 2020.",
    ]


def test_notes_at_the_foot_of_a_page_leave_the_sentence_whole() -> None:
    text = (
        "The second claim took eleven years. It was brought before the court in Ostburg by\n"
        "a line which had lost its only icebreaker, and it turned on one word in the text.1\n"
        "The court held that the word meant nothing, and in the end it sent the parties home\n"
        "with\n\n"
        "1 Norland Parliament, Official Record, 3 June 1957, col. 118.\n"
        "2 J. Mertens, 'Ice and Money', Review of Harbour Law 12 (2022) 41-67; the judgment\n"
        "itself is printed in Harbour Cases, vol. 3.\n\n"
        "their costs. Since then no line has gone to court again over ice, and the houses\n"
        "that write the policies have learned their lesson.2\n"
    )
    blocks = read(text)
    assert [kind for kind, _ in blocks] == ["paragraph", "footnote", "footnote"]
    assert "sent the parties home with their costs." in blocks[0][1]


def test_a_called_note_between_paragraphs_is_one() -> None:
    text = BODY.format("1", "", "") + (
        "1 Ministry of Finance of Norland, press statement, 3 February 2024.\n\n"
        "The third claim is still open, and it may well be the last of its kind on this coast,"
        " since the houses no longer write policies of this form. None of them has said so in"
        " public, but the brokers in Ostburg and the lines that they serve know it very well.\n"
    )
    assert notes(text) == ["1 Ministry of Finance of Norland, press statement, 3 February 2024."]


def test_numbered_recommendations_stay_a_list() -> None:
    text = BODY.format("[1]", "[2]", "") + (
        "Recommendations\n\n"
        "1. The government should publish the rates it pays, as it did in 2019.\n"
        "2. Parliament should ask for a count of the claims by 31 December 2025.\n"
        "3. Close the pool after two winters.\n"
    )
    assert [kind for kind, _ in read(text)][-3:] == ["list_item"] * 3


def test_bracketed_calls_of_plainly_numbered_notes_are_taken_out() -> None:
    entries = "\n".join(f"{n}. {entry}" for n, entry in enumerate(ENTRIES, 1))
    text = BODY.format("[1]", "[2]", "[3]") + "Endnotes\n\n" + entries
    assert not [words for kind, words in read(text) if kind == "paragraph" and "[" in words]


def test_citations_listed_last_on_a_page_without_numbers_are_notes() -> None:
    items = "".join(f"<li>{entry}</li>" for entry in ENTRIES)
    text = BODY.format("", "", "")
    page = "".join(f"<p>{part}</p>" for part in text.strip().split("\n\n")[1:])
    report = read_report(
        f"<html><body><h1>Ice</h1>{page}{page}<ol>{items}</ol></body></html>".encode(), "p.html"
    )
    assert [block.kind for block in report.blocks][-3:] == [BlockKind.FOOTNOTE] * 3


@pytest.mark.parametrize(
    "entry",
    [
        "Association of Insurers, Yearbook 2023, table 4.",
        "J. Mertens, “Ice and Money”, Review of Harbour Law 12 (2022) 41-67.",
        "Interview with the harbour master, Ostburg, May 2023.",
        "H. Osk, The Flood and After, Ostburg 1964.",
        "NP/2023/118, 9 May 2023.",
        "For an earlier view, see Petrel, 'Leaving It to the Lines'.",
    ],
)
def test_what_names_a_source_cites(entry: str) -> None:
    assert cites(entry)


@pytest.mark.parametrize(
    "entry",
    [
        "The government should publish its rates by the end of 2025.",
        "Publish the rates.",
        "Norland joined the convention in March 2024.",
        "Ask the board, as in 2019, for a count of the claims.",
    ],
)
def test_what_recommends_or_tells_does_not_cite(entry: str) -> None:
    assert not cites(entry)
