from __future__ import annotations

import pytest

from briefing.importers.pdf import PDF
from tests.importers.made_pdfs import Line, drawn, running, typeset

_FIRST = "The council met in the capital and agreed on a common position."
_SECOND = "Its members will meet again before the end of the year."


def test_lines_drawn_in_no_order_are_read_from_the_top() -> None:
    lines = [
        Line(72, 700 - 14 * n, f"Line {n} of the statement by the minister,") for n in range(9)
    ]
    shuffled = [lines[n] for n in (4, 0, 8, 2, 6, 1, 7, 3, 5)]
    text = " ".join(running(PDF.read(drawn(shuffled))))
    assert [text.index(f"Line {n} ") for n in range(9)] == sorted(
        text.index(f"Line {n} ") for n in range(9)
    )


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_page_shown_rotated_reads_as_upright(angle: int) -> None:
    lines = [Line(72, 700, _FIRST), Line(72, 686, _SECOND)]
    assert " ".join(running(PDF.read(drawn(lines, rotate=angle)))) == f"{_FIRST} {_SECOND}"


def test_words_without_space_characters_are_parted_by_their_gaps() -> None:
    words = [Line(72, 700, "Security"), Line(113, 700, "matters"), Line(151, 700, "everywhere.")]
    assert running(PDF.read(drawn(words))) == ["Security matters everywhere."]


def test_letter_spaced_words_are_closed_up() -> None:
    heading = Line(72, 740, "SECURITY OUTLOOK", size=14, spacing=4, font="F2")
    draft = PDF.read(drawn([heading, Line(72, 700, _FIRST), Line(72, 686, _SECOND)]))
    assert draft.blocks[0].text == "SECURITY OUTLOOK"


def test_word_cut_at_a_line_end_is_whole_and_compound_keeps_its_hyphen() -> None:
    lines = [
        "The government said that negotiations were held under the long-term plan. The gov-",
        "ernment added that the negotia-",
        "tions would go on, and that the long-",
        "term plan was still valid, as the president had also said on other occasions.",
    ]
    draft = PDF.read(drawn([Line(72, 700 - 12 * n, text) for n, text in enumerate(lines)]))
    (text,) = running(draft)
    assert "The government added that the negotiations would go on" in text
    assert "the long-term plan was still valid" in text


def test_hyphens_stay_where_the_document_is_not_hyphenated() -> None:
    lines = ["A large-", "scale dual-", "capable force of a middle-", "income country was seen."]
    draft = PDF.read(drawn([Line(72, 700 - 12 * n, text) for n, text in enumerate(lines)]))
    expected = "A large-scale dual-capable force of a middle-income country was seen."
    assert running(draft) == [expected]


def test_ligatures_and_soft_hyphens_are_resolved() -> None:
    draft = PDF.read(
        typeset(
            "<p>The o\N{LATIN SMALL LIGATURE FFI}ce \N{LATIN SMALL LIGATURE FI}led "
            "two re\N{SOFT HYPHEN}ports on the con\N{LATIN SMALL LIGATURE FL}ict.</p>"
        )
    )
    assert running(draft) == ["The office filed two reports on the conflict."]


def test_arabic_is_in_logical_order_with_its_numbers() -> None:
    text = "اجتمع مجلس الأمن في الدورة 79 للجمعية العامة للأمم المتحدة."
    draft = PDF.read(typeset(f'<p dir="rtl" style="font-family: DejaVu Sans">{text}</p>'))
    assert running(draft) == [text]


def test_raised_note_number_goes_and_ordinal_stays() -> None:
    draft = PDF.read(
        typeset(
            "<p>The 79<sup style='font-size:6pt'>th</sup> session"
            "<sup style='font-size:6pt'>12</sup> opened in New York on time.</p>"
        )
    )
    assert running(draft) == ["The 79th session opened in New York on time."]
