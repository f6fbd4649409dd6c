"""Charts of the officer's own figures: what is said of them, and how they are drawn."""

from __future__ import annotations

import re

import pytest

from briefing.charts import CHARTS
from briefing.charts.lines import LINES
from briefing.model import BriefRequest, ChartData, DataFile, Selection, Series
from briefing.taxonomy import load_taxonomy

TAXONOMY = load_taxonomy()


def chart_of(request: BriefRequest, id_: str = "lines") -> ChartData:
    chart = next(one for one in CHARTS if one.id == id_)
    data = chart.data(Selection(request, ()), TAXONOMY)
    assert isinstance(data, ChartData)
    return data


@pytest.mark.parametrize(
    ("name", "question"),
    [
        ("Refugees", "Refugees: which country stands highest?"),
        ("homicide rate", "Homicide rate: which country stands highest?"),
        (
            "Mortality of infants and children under five, those displaced included",
            "Mortality of infants and children under five, those …: which country stands highest?",
        ),
    ],
)
def test_question_is_sound_whatever_the_indicator_is_called(name: str, question: str) -> None:
    series = (Series(name, id_, "", "", ((2023, 1.0, 2),)) for id_ in ("AM", "GE", "RU"))
    table = DataFile("t.csv", "ab" * 32, "2026-01-05", tuple(series))
    assert chart_of(BriefRequest(data=(table,)), "bars").question == question


def values(*numbers: float | None, first: int = 2015) -> tuple[tuple[int, float, int], ...]:
    return tuple((first + n, one, n + 2) for n, one in enumerate(numbers) if one is not None)


def table_of(**of: tuple[tuple[int, float, int], ...]) -> DataFile:
    series = (Series("Growth", id_, "%", "Office", points) for id_, points in of.items())
    return DataFile("t.csv", "ab" * 32, "2026-01-05", tuple(series))


@pytest.mark.parametrize(
    ("numbers", "answer"),
    [
        (
            (3.0, 1.0, 7.0, 3.5),
            "In Armenia it moved between 1.0\u00a0% in 2016 and 7.0\u00a0% in 2017; in 2018 it is "
            "near where it was in 2015, at 3.5\u00a0%.",
        ),
        ((4.0, 4.0, 4.0), "In Armenia it is the same in every year, 4\u00a0%."),
        (
            (5.0, 1.0, 9.0),
            "In Armenia it rose from 5 in 2015 to 9\u00a0% in 2017; it was lowest in 2016, at "
            "1\u00a0%.",
        ),
    ],
)
def test_answer_on_one_country_tells_what_its_ends_do_not(
    numbers: tuple[float, ...], answer: str
) -> None:
    table = table_of(AM=values(*numbers))
    assert chart_of(BriefRequest(regions=("AM",), data=(table,))).answer == answer


def test_values_written_alike_share_their_place_and_names_take_their_article() -> None:
    table = table_of(AM=values(3), US=values(9), KZ=values(9), RU=values(1))
    said = chart_of(BriefRequest(data=(table,)), "bars").answer
    assert said == (
        "In 2015 it was highest in the United States and Kazakhstan, at 9\u00a0%, and lowest in "
        "Russia, at 1\u00a0%."
    )


def test_of_many_countries_the_highest_have_a_bar_and_the_answer_is_of_all() -> None:
    ids = sorted(id_ for id_ in TAXONOMY.regions if len(id_) == 2 and id_.isupper())[:30]
    table = table_of(**{id_: values(float(n)) for n, id_ in enumerate(ids, 1)})
    data = chart_of(BriefRequest(data=(table,)), "bars")
    assert [row[1] for row in data.rows] == [str(n) for n in range(30, 14, -1)]
    assert data.basis.endswith(" The 16 highest of 30 countries.")
    assert data.answer.endswith("; half of the 30 countries were at 15\u00a0% or below.")


def test_a_line_that_ends_early_has_no_dots_to_explain() -> None:
    table = table_of(AM=values(3.0, 3.5, 4.0), GE=values(1.0, 2.0))
    data = chart_of(BriefRequest(regions=("AM", "GE"), data=(table,)))
    assert data.rows[-1][2] == "–"
    assert "Dotted" not in data.basis


def test_years_without_a_value_are_dotted_and_named_years_do_not_touch() -> None:
    table = table_of(AM=values(3.0, 3.5, *[None] * 6, 5.0, 2.0, *[None] * 9, 1.0, first=2001))
    data = chart_of(BriefRequest(regions=("AM",), data=(table,)))
    svg = LINES.draw(data).svg.decode()
    assert "stroke-dasharray" in svg
    assert "Dotted: no value in between." in data.basis
    assert ">2001<" in svg
    assert ">2002<" not in svg


def test_a_long_name_is_cut_before_the_number_at_the_end_of_its_line() -> None:
    table = table_of(VC=values(3.0, 3.5, 37.5), BA=values(1.0, 2.0, 86.5))
    data = chart_of(BriefRequest(regions=("VC", "BA"), data=(table,)))
    svg = LINES.draw(data).svg.decode()
    assert re.search(r">Saint Vincent[^<]* … 37\.5<", svg)
