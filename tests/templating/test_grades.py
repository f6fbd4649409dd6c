"""Grades of sources in the list of sources, with their key."""

from __future__ import annotations

from dataclasses import replace

from briefing.model import Brief
from briefing.templating import render
from tests import briefs


def graded(grade: str) -> Brief:
    made = briefs.brief(charts=False)
    first, *others = made.sources
    first = replace(first, metadata=replace(first.metadata, grade=grade))
    return replace(made, sources=(first, *others))


def test_a_grade_stands_in_the_list_of_sources_in_letters_and_words() -> None:
    html = render(graded("B2"), (), briefs.TAXONOMY).html
    assert '<span class="grade">Grade B2: usually reliable, probably true.</span>' in html
    assert html.count('class="grade"') == 1


def test_the_key_is_printed_when_a_source_is_graded_and_says_what_f_and_6_mean() -> None:
    html = render(graded("F6"), (), briefs.TAXONOMY).html
    assert "F and 6 mean that it is not known, not that it is worst." in html
    assert "Grades of sources" not in render(graded(""), (), briefs.TAXONOMY).html


def test_the_annex_shows_the_grade_beside_the_source() -> None:
    made = graded("C3")
    made = replace(made, request=replace(made.request, annex=True))
    html = render(made, (), briefs.TAXONOMY).html
    assert "Hinterland No More: Six Neighbours after the War · C3</h3>" in html
