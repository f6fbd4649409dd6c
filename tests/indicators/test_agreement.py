"""The same figures in every form that is read, with every sign for decimals, give the same."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence

import pytest

from tests.indicators.test_reading import read, values

PLACES = {"Armenia": "AM", "Türkiye": "TR", "Korea, Rep.": "KR", "Côte d'Ivoire": "CI"}
NAMES = ("GDP growth", "Debt", "Exports")
YEARS = (2019, 2021, 2022)
TRUTH = {
    (name, place, year): round((n + 1) * 7.3 - 40 + 1234.5 * m * m, 1)
    for m, name in enumerate(NAMES)
    for n, (place, year) in enumerate((place, year) for place in PLACES for year in YEARS)
}
Rows = list[Sequence[object]]
Write = Callable[[str, str, int], str]


def long(write: Write) -> Rows:
    head = ("Indicator", "Country", "Year", "Value")
    return [head, *((*key, write(*key)) for key in TRUTH)]


def merged(write: Write) -> Rows:
    def begun(name: str, place: str, year: int) -> Sequence[object]:
        is_first = year == YEARS[0]
        named = name if is_first and place == next(iter(PLACES)) else ""
        return named, place if is_first else "", year, write(name, place, year)

    return [("Indicator", "Country", "Year", "Value"), *(begun(*key) for key in TRUTH)]


def years_across(write: Write) -> Rows:
    rows = ((p, n, *(write(n, p, y) for y in YEARS)) for n in NAMES for p in PLACES)
    return [("Country Name", "Series Name", *YEARS), *rows]


def indicators_across(write: Write) -> Rows:
    rows = ((p, y, *(write(n, p, y) for n in NAMES)) for p in PLACES for y in YEARS)
    return [("Country", "Year", *NAMES), *rows]


def countries_across(write: Write) -> Rows:
    rows = ((n, y, *(write(n, p, y) for p in PLACES)) for n in NAMES for y in YEARS)
    return [("Indicator", "Year", *PLACES), *rows]


def names_of_years(write: Write) -> Rows:
    rows = ((p, *(write(n, p, y) for n in NAMES for y in YEARS)) for p in PLACES)
    return [("Country", *(f"{n} {y}" for n in NAMES for y in YEARS)), *rows]


def indicators_above(write: Write) -> Rows:
    over = [cell for name in NAMES for cell in (name, *[""] * (len(YEARS) - 1))]
    return [("", *over), ("Country", *YEARS * len(NAMES)), *names_of_years(write)[1:]]


def years_above(write: Write) -> Rows:
    over = [cell for year in YEARS for cell in (year, *[""] * (len(NAMES) - 1))]
    rows = ((p, *(write(n, p, y) for y in YEARS for n in NAMES)) for p in PLACES)
    return [("Country", *over), ("", *NAMES * len(YEARS)), *rows]


def one_beneath_the_other(write: Write) -> Rows:
    found: Rows = []
    for name in NAMES:
        rows = ((p, *(write(name, p, y) for y in YEARS)) for p in PLACES)
        found += [(name,), ("Country", *YEARS), *rows]
    return found


@pytest.mark.parametrize(
    "signs", [(".", ",", ","), (",", ".", ";"), (".", "'", ";"), (",", " ", "\t")]
)
@pytest.mark.parametrize(
    "form",
    [
        long,
        merged,
        years_across,
        indicators_across,
        countries_across,
        names_of_years,
        indicators_above,
        years_above,
        one_beneath_the_other,
    ],
)
def test_figures_are_the_same_in_every_form(
    form: Callable[[Write], Rows], signs: tuple[str, str, str]
) -> None:
    point, thousands, delimiter = signs

    def write(name: str, place: str, year: int) -> str:
        text = f"{TRUTH[name, place, year]:,.1f}".partition(".")
        return f"{text[0].replace(',', thousands)}{point}{text[2]}"

    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(form(write))
    file = read(stream.getvalue())
    assert values(file) == {(n, PLACES[p], y): value for (n, p, y), value in TRUTH.items()}
