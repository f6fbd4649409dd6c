"""Marks of a document, typed as people type them, lead to its findings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.marks import Mark, findings_marked, marks_in
from briefing.model import Citation
from tests import briefs


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("[1 ¶15]", Mark(1, paragraph="15")),
        ("[1\u00a0¶\u00a015]", Mark(1, paragraph="15")),
        ("1 ¶ 15", Mark(1, paragraph="15")),
        ("[1, 15]", Mark(1, either="15")),
        ("[1, p. 9 ¶ 2]", Mark(1, page="9", paragraph="2")),
        ("1, p.\u00a0iv ¶ 2", Mark(1, page="iv", paragraph="2")),
        ("[12]", Mark(12)),
        ("3 para 4", Mark(3, paragraph="4")),
    ],
)
def test_a_mark_is_read_however_it_is_typed(typed: str, meant: Mark) -> None:
    assert marks_in(typed) == (meant,)


def test_a_mark_of_several_places_is_read_whole() -> None:
    assert marks_in("[1, p. 9 ¶ 2; 4 ¶ 1]") == (Mark(1, "9", "2"), Mark(4, paragraph="1"))


@pytest.mark.parametrize("words", ["", "1, 15", "2022", "¶", "power ¶", "[sic]", "12 troops", "[]"])
def test_words_and_numbers_are_no_marks(words: str) -> None:
    assert marks_in(words) == ()


@pytest.mark.parametrize(
    ("typed", "citation", "is_meant"),
    [
        ("[1, 15]", Citation(1, "", 15), True),
        ("[1, 15]", Citation(1, "15", 2), True),
        ("[1, 15]", Citation(1, "9", 15), False),
        ("[1 ¶ 15]", Citation(1, "9", 15), True),
        ("[1 ¶ 1]", Citation(1, "", 15), False),
        ("[1, p. IV]", Citation(1, "iv", 3), True),
        ("[2 ¶ 15]", Citation(1, "", 15), False),
    ],
)
def test_what_is_left_out_of_a_mark_may_be_any(
    typed: str, citation: Citation, is_meant: bool
) -> None:
    (mark,) = marks_in(typed)
    assert mark.means(citation) is is_meant


def test_findings_come_first_whose_own_place_it_is() -> None:
    brief = briefs.brief()
    first, second = brief.findings[:2]
    here, there = Citation(1, "", 91), Citation(1, "", 92)
    changed = {
        first.code: replace(first, citations=(there, here)),
        second.code: replace(second, citations=(here,)),
    }
    sections = tuple(
        replace(one, findings=tuple(changed.get(f.code, f) for f in one.findings))
        for one in brief.sections
    )
    found = findings_marked(replace(brief, sections=sections), marks_in("[1 ¶ 91]"))
    assert [one.code for one in found] == [second.code, first.code]
