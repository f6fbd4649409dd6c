"""Timeline: how many findings speak of each year or decade."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.charts.chart import NotEnough
from briefing.charts.timeline import timeline_data
from briefing.charts.timeline_drawing import check_timeline, draw_timeline
from briefing.charts.years import apart
from briefing.model import ChartData, Metadata, PartialDate, Selection
from tests.builders import a_summary, a_taxonomy
from tests.charts.test_charts import HALICKI, REQUEST, SELECTION, UNDATED, offered


def test_timeline_counts_years_without_gaps_and_marks_publications() -> None:
    data = timeline_data(SELECTION, a_taxonomy())
    assert isinstance(data, ChartData)
    assert data.rows[0] == ("2008", 1, 0)
    assert data.rows[1] == ("2009", 0, 0)
    assert data.rows[2] == ("2010", 1, 1)
    assert data.rows[-1] == ("2022", 3, 1)
    assert data.answer == "Most of the 5 dated findings speak of 2022; they reach back to 2008."


def test_timeline_of_centuries_gathers_the_earliest() -> None:
    old = (offered(HALICKI, "AM", "conflict", "1813"), offered(HALICKI, "AM", "conflict", "1921"))
    data = timeline_data(Selection(REQUEST, SELECTION.candidates + old), a_taxonomy())
    assert isinstance(data, ChartData)
    assert data.rows[:2] == (("to 2007", 2, 0), ("2008", 1, 0))
    assert data.rows[-1] == ("2022", 3, 1)
    assert len(data.rows) == 16
    draw_timeline(data)


@pytest.mark.parametrize("is_published", [False, True])
def test_one_far_year_does_not_push_the_others_together(is_published: bool) -> None:
    late = a_summary(sha256="f" * 64, metadata=Metadata("F", date=PartialDate(2100)))
    far = offered(late, "AM", "conflict") if is_published else offered(UNDATED, "AM", "x", "2100")
    data = timeline_data(Selection(REQUEST, (*SELECTION.candidates, far)), a_taxonomy())
    assert isinstance(data, ChartData)
    assert [row[0] for row in data.rows[:2]] == ["2008", "2009"]
    assert data.rows[-2:] == (
        ("2022", 3, 1),
        ("from 2023", int(not is_published), int(is_published)),
    )
    draw_timeline(data)


@settings(deadline=None)
@given(st.lists(st.integers(1, 9999), min_size=6), st.lists(st.integers(1, 9999)))
def test_timeline_of_any_years_counts_all_and_can_be_drawn(
    named: list[int], published: list[int]
) -> None:
    reports = [
        a_summary(sha256=f"{n:064d}", metadata=Metadata(date=PartialDate(year)))
        for n, year in enumerate(published)
    ]
    found = [offered(UNDATED, "AM", "conflict", f"{year:04d}") for year in named]
    found += [offered(report, "AM", "conflict") for report in reports]
    data = timeline_data(Selection(REQUEST, tuple(found)), a_taxonomy())
    if isinstance(data, NotEnough):
        return
    check_timeline(data)
    assert sum(int(row[1]) for row in data.rows) == len(named)
    assert all(len(one.codes) == one.value for one in data.points)
    assert sum(int(row[2]) for row in data.rows) == len(published)


def test_findings_of_many_centuries_are_counted_by_decade() -> None:
    years = (1791, 1815, 1848, 1871, 1878, 1914, 1918, 1922, 1991, 2014)
    found = [offered(HALICKI, "AM", "conflict", str(year)) for year in years]
    found.append(offered(HALICKI, "AM", "conflict", "1914", "1918"))
    data = timeline_data(Selection(REQUEST, tuple(found)), a_taxonomy())
    assert isinstance(data, ChartData)
    assert ("1910s", 3, 0) in data.rows, "one that names two years of a decade counts once"
    assert data.rows[0] == ("1790s", 1, 0)
    assert "a year of the decade, 11 of 11; one that names two decades" in data.basis
    assert b">1910s<" in draw_timeline(data).svg


def test_the_highest_bars_are_named_and_no_two_names_touch() -> None:
    named = [1994, 2009, *[2013] * 4, *[2014] * 9, 2022]
    found = [offered(UNDATED, "AM", "conflict", str(year)) for year in named]
    data = timeline_data(Selection(REQUEST, tuple(found)), a_taxonomy())
    assert isinstance(data, ChartData)
    svg = draw_timeline(data).svg
    assert b">2014<" in svg
    assert b">2013<" not in svg
    assert apart([0, 3, 1, 2], [0, 20, 40, 60], [19, 19, 19, 19]) == [0, 3]
    assert apart([0, 3, 1, 2], [0, 25, 50, 75], [19, 19, 19, 19]) == [0, 3, 1, 2]


def test_years_before_and_after_the_span_are_both_told() -> None:
    named = ("1999", "2010", "2010", "2010", "2022")
    found = tuple(offered(UNDATED, "AM", "conflict", year) for year in named)
    data = timeline_data(Selection(REQUEST, found), a_taxonomy())
    assert isinstance(data, ChartData)
    assert (
        data.answer == "Most of the 5 dated findings speak of 2010; all lie between 1999 and 2022."
    )


def test_a_year_that_was_to_come_when_a_report_was_written_did_not_happen() -> None:
    found = (offered(HALICKI, "AM", "x", "2030"), offered(HALICKI, "AM", "x", "2021", "2035"))
    data = timeline_data(Selection(REQUEST, (*SELECTION.candidates, *found)), a_taxonomy())
    assert isinstance(data, ChartData)
    assert ("2021", 1, 0) in data.rows
    assert data.rows[-1][0] == "2022"
    assert " Left out: 1 finding on years yet to come. Triangles" in data.basis


def test_a_year_in_which_reports_alone_appeared_is_named() -> None:
    found = tuple(offered(HALICKI, "AM", "conflict", year) for year in ("2018", *["2019"] * 4))
    data = timeline_data(Selection(REQUEST, found), a_taxonomy())
    assert isinstance(data, ChartData)
    others = tuple((str(year), 0, int(year == 2021)) for year in (2020, 2021, 2022))
    svg = draw_timeline(replace(data, rows=(*data.rows[:2], *others))).svg
    assert b">2021<" in svg


def test_the_highest_bar_is_named_beside_one_of_all_later_years() -> None:
    years = [str(year) for year in range(1999, 2027)]
    numbers = [1] * 26 + [30, 18]
    rows = tuple((year, number, 0) for year, number in zip(years, numbers, strict=True))
    data = ChartData(
        "timeline", "", "", "", "", ("Year", "Findings", "Reports"), (*rows, ("from 2027", 2, 0))
    )
    svg = draw_timeline(data).svg
    assert b">2025<" in svg
    assert b">from 2027<" in svg
