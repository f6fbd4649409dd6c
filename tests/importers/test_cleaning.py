"""Characters, hyphens, dates, note calls: the small pieces."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.importers import read_report
from briefing.importers.calls import remove_calls
from briefing.importers.characters import clean, pieces, set_pieces
from briefing.importers.dates import date_in_line, parse_date
from briefing.importers.draft import DraftBlock
from briefing.importers.hyphens import Hyphens
from briefing.importers.names import CommonWords, byline, names_in
from briefing.model import BlockKind, PartialDate


@pytest.mark.parametrize(
    ("dirty", "cleaned"),
    [
        ("of\ufb01ce \ufb02oor", "office floor"),
        ("co\u00adoper\u200bation", "cooperation"),
        ("cafe\u0301", "café"),
        ("a\u00a0b\u202fc\t d", "a b c d"),
        ("bell\x07 and null\x00", "bell and null"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("zero\u200cwidth", "zerowidth"),
    ],
)
def test_characters_that_nobody_sees_are_gone(dirty: str, cleaned: str) -> None:
    assert clean(dirty) == cleaned


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(st.lists(st.text(st.sampled_from("ab "), max_size=6), min_size=1, max_size=5))
def test_page_breaks_stay_inside_the_text(parts: list[str]) -> None:
    block = DraftBlock(BlockKind.PARAGRAPH, "", page=1)
    set_pieces(block, parts)
    assert list(block.page_breaks) == sorted(block.page_breaks)
    assert all(0 <= offset <= len(block.text) for offset in block.page_breaks)
    assert "".join(pieces(block)) == block.text


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("the co-", "operation of", "the cooperation of"),
        ("a multidirec-", "tional policy", "a multidirectional policy"),
        ("Azerbaijan-", "Moldova", "Azerbaijan-Moldova"),
        ("a self-", "made state", "a self-made state"),
        ("the deci\u00ad", "sion", "the decision"),
        ("region—", "including", "region—including"),
        ("2014 –", "a year", "2014 – a year"),
        ("see http://a.org/b/", "c.html", "see http://a.org/b/c.html"),
    ],
)
def test_line_ends_are_joined(first: str, second: str, joined: str) -> None:
    hyphens = Hyphens(["Cooperation is a word here.", first, second])
    assert hyphens.join(first, second) == joined


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("13 September 2022", PartialDate(2022, 9, 13)),
        ("September 13, 2022", PartialDate(2022, 9, 13)),
        ("Updated April 22, 2026", PartialDate(2026, 4, 22)),
        ("Brussels, 5 May 2021", PartialDate(2021, 5, 5)),
        ("mars 2020", PartialDate(2020, 3)),
        ("3. Oktober 1990", PartialDate(1990, 10, 3)),
        ("04/22/2026", PartialDate(2026, 4, 22)),
        ("03/04/2026", None),
        ("31 February 2020", None),
        ("in the spring of 2020", None),
    ],
)
def test_a_date_is_read_exactly_or_not_at_all(text: str, date: PartialDate | None) -> None:
    assert date_in_line(text) == date


def test_a_time_of_day_after_the_date_is_passed_over() -> None:
    assert parse_date("2023-05-12T08:00:00+02:00") == PartialDate(2023, 5, 12)


def test_bylines_and_lines_of_names() -> None:
    common = CommonWords(["the security of water dilemmas is old"])
    assert byline("By: Valley Affairs Staff") == ("Valley Affairs Staff",)
    assert byline("By Monday the border was open.") == ()
    assert names_in("Dr. Jane Doe, John B. Roe and Pia van der Berg", common) == (
        "Jane Doe",
        "John B. Roe",
        "Pia van der Berg",
    )
    assert names_in("Security Dilemmas", common) == ()


def test_only_figures_that_count_on_are_taken_for_calls() -> None:
    blocks = [
        DraftBlock(
            BlockKind.PARAGRAPH, "It fell.1 Later, in 2000, 3 states left.2 It rose by 2.5."
        ),
        DraftBlock(BlockKind.FOOTNOTE, "1 Cf. Doe, p. 3."),
    ]
    assert remove_calls(blocks)[0].text == "It fell. Later, in 2000, 3 states left. It rose by 2.5."


def test_without_notes_glued_figures_stay() -> None:
    block = DraftBlock(BlockKind.PARAGRAPH, "The engine of type B.1 failed.")
    assert remove_calls([block])[0].text == "The engine of type B.1 failed."


def test_long_runs_of_signs_do_not_hold_up_the_reading() -> None:
    spaces = "share" + " " * 5000 + "zz. The border has been open since March, and lorries pass."
    dots = "The border has been open since March. " * 600 + ". " * 20_000 + "end"
    assert read_report(spaces.encode(), "a.txt").blocks[0].text.startswith("share zz.")
    assert read_report(dots.encode(), "a.md").blocks
