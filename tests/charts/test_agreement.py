"""What a chart says of any findings agrees with what it draws, lists and leads to."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.charts.chart import NotEnough
from briefing.charts.timeline import TIMELINE
from briefing.charts.together import TOGETHER
from briefing.charts.voices import VOICES
from briefing.model import Candidate, ChartData, Metadata, PartialDate, Selection
from tests.builders import a_summary, a_taxonomy
from tests.charts.test_charts import HALICKI, REQUEST, STEPPE, UNDATED, offered

REPORTS = (
    HALICKI,
    STEPPE,
    UNDATED,
    a_summary(sha256="d" * 64, metadata=Metadata("V", date=PartialDate(2019, 3, 1))),
)
ACTORS = ("AM", "AZ", "GE", "KZ", "RU", "csto")
found = st.builds(
    lambda report, about, theme, year, also, mentions: offered(
        report, about, theme, *([str(year)] if year else []), also_in=also, mentions=mentions
    ),
    st.sampled_from(REPORTS),
    st.sampled_from(ACTORS),
    st.sampled_from(("conflict", "diplomacy")),
    st.none() | st.integers(1900, 2030),
    st.none() | st.sampled_from(REPORTS),
    st.lists(st.sampled_from(ACTORS), max_size=3, unique=True),
)
selections = st.lists(found, min_size=4, max_size=16)


def told(candidate: Candidate) -> set[str]:
    return {one.report.sha256 for one in (candidate.stored, *candidate.also_in)}


@pytest.mark.parametrize("chart", [VOICES, TOGETHER, TIMELINE], ids=lambda one: one.id)
@settings(deadline=None, max_examples=12)
@given(candidates=selections)
def test_bars_points_and_words_tell_the_same_numbers(chart, candidates) -> None:  # type: ignore[no-untyped-def]
    data = chart.data(Selection(REQUEST, tuple(candidates)), a_taxonomy())
    if isinstance(data, NotEnough):
        return
    at = 2 if chart is TOGETHER else 1
    numbers = Counter(row[at] for row in data.rows if row[at])
    assert Counter(one.value for one in data.points) == numbers
    assert all(len(one.codes) == one.value for one in data.points)
    assert not numbers - Counter(int(n) for n in re.findall(r"\b(\d+)(?=[,.])", data.alt))
    assert {area.label for area in chart.draw(data).areas} == {one.label for one in data.points}
    assert re.match(r"[A-Z]", data.answer)
    assert data.answer.endswith(".")
    assert "  " not in data.answer


@settings(deadline=None, max_examples=20)
@given(selections)
def test_reports_that_are_named_give_half_of_the_findings_and_fewer_do_not(
    candidates: list[Candidate],
) -> None:
    data = VOICES.data(Selection(REQUEST, tuple(candidates)), a_taxonomy())
    if not isinstance(data, ChartData):
        return
    counts = sorted((int(row[1]) for row in data.rows), reverse=True)
    share = re.search(r"(\d+) per cent", data.answer)
    if " come from two of " in data.answer:
        assert counts[0] * 2 < len(candidates)
        assert share
        assert int(share[1]) >= 50
    elif data.answer.startswith("Of the "):
        assert share
        assert counts[0] * 2 >= len(candidates)
        assert int(share[1]) == round(100 * counts[0] / len(candidates))


@settings(deadline=None, max_examples=20)
@given(selections)
def test_the_pair_that_is_named_is_the_one_with_the_highest_cell(
    candidates: list[Candidate],
) -> None:
    data = TOGETHER.data(Selection(REQUEST, tuple(candidates)), a_taxonomy())
    if not isinstance(data, ChartData):
        return
    most = max(int(row[2]) for row in data.rows)
    number = re.search(r"in (?:more than )?(\d+) finding", data.answer)
    assert number
    assert int(number[1]) == most
    without = re.search(r"pairs without (?:the )?(\w+) .*?(\d+)\.$", data.answer)
    if without:
        rest = [int(row[2]) for row in data.rows if without[1] not in row[:2]]
        assert int(without[2]) == max(rest)
