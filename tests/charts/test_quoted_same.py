"""Figures that several findings tell of the same thing stand once, with all their places."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.charts.quoted import quoted_data
from briefing.model import Candidate, ChartData, Selection
from tests.builders import a_taxonomy
from tests.charts.test_charts import HALICKI, REQUEST, SELECTION, STEPPE, offered


def figures(first: str, second: str, *days: str) -> list[str]:
    """Return the words of the figures that a chart shows of two findings of different reports."""
    dates = days or ("2020", "2020")
    found: list[Candidate] = [
        offered(report, "AM", "conflict", day, text=text)
        for report, day, text in zip((HALICKI, STEPPE), dates, (first, second), strict=True)
    ]
    more = (replace(one, differs_with=()) for one in SELECTION.candidates)
    data = quoted_data(Selection(REQUEST, (*found, *more)), a_taxonomy())
    assert isinstance(data, ChartData)
    told = {row[0] for row in data.rows}
    return [str(row[0]) for row in data.rows if str(row[0]) in first + second and row[0] in told]


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        ("In the riots 164 people were killed.", "The toll: 164 people were killed.", 1),
        ("In the riots 164 people were killed.", "At least 164 people were killed.", 2),
        ("Guards killed 12 civilians at Lower Ford.", "Bandits killed 12 civilians in Upton.", 2),
        ("Grain makes up about 45% of the harbour’s exports to Russia.",
         "Around 45% of exports to Russia, the harbour says, is grain.", 1),
        ("Grain makes up 45% of the harbour’s exports.", "He won 45% of the vote in Upton.", 2),
    ],
)  # fmt: skip
def test_one_number_of_one_thing_stands_once(first: str, second: str, shown: int) -> None:
    assert len(figures(first, second)) == shown


def test_one_number_of_other_days_stands_twice() -> None:
    first = "In the riots 164 people were killed."
    second = "The toll: 164 people were killed."
    assert len(figures(first, second, "2020-03-01", "2020-03-02")) == 2


def test_a_figure_told_twice_leads_to_both_findings() -> None:
    texts = ("In the riots 164 people were killed.", "The toll: 164 people were killed.")
    found = [
        offered(report, "AM", "conflict", "2020", text=text)
        for report, text in zip((HALICKI, STEPPE), texts, strict=True)
    ]
    numbered = (HALICKI.sha256, STEPPE.sha256)
    selection = Selection(REQUEST, (*found, *SELECTION.candidates), numbered=numbered)
    data = quoted_data(selection, a_taxonomy())
    assert isinstance(data, ChartData)
    (row,) = (row for row in data.rows if row[0] == "164 people")
    (point,) = (point for point in data.points if point.value == "164 people")
    assert len(point.codes) == 2
    assert str(row[4]).startswith("[1 ¶ ")
    assert "; 2 ¶ " in str(row[4])
