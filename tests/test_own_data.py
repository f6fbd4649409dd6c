from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html as lxml_html

from briefing.brief_file import BriefFile, dump_brief_file, parse_brief_file
from briefing.charts.bars import BARS, bars_data
from briefing.charts.chart import Chart, NotEnough
from briefing.charts.dots import DOTS, dots_data
from briefing.charts.lines import LINES, lines_data
from briefing.charts.own_words import in_how_many, where_most
from briefing.cli.data import with_data
from briefing.errors import BriefError, ImportFailure, RequestError
from briefing.model import (
    BriefRequest,
    ChartData,
    DataFile,
    Draft,
    Point,
    Selection,
    Series,
    Taxonomy,
)
from briefing.own_data import disagreement_of, fitting_charts, writing_of
from briefing.own_data.writing import read_number
from briefing.request_file import load_request
from briefing.templating import load_header, missing, render
from briefing.templating.own_figures import OwnFigures
from briefing.templating.own_numbers import grid_of
from tests import briefs
from tests.builders import a_data_file, a_taxonomy

LINES_OF = ((2, "AM"), (3, "GE"), (4, "KZ"))
ARMENIA = BriefRequest(regions=("AM",), data=(a_data_file(),))


def figures(*series: Series) -> DataFile:
    return DataFile("trade.csv", "fe" * 32, "2026-01-06", series)


def a_series(region: str, *points: tuple[int, float], name: str = "Trade") -> Series:
    numbered = tuple((year, value, line) for line, (year, value) in enumerate(points, 2))
    return Series(name, region, "US$", "Office B", numbered)


def fitting(request: BriefRequest) -> tuple[str, ...]:
    return fitting_charts(request, a_taxonomy())


def chart_of(request: BriefRequest, chart: str = "lines") -> ChartData:
    made = {"lines": lines_data, "bars": bars_data, "dots": dots_data}[chart]
    data = made(Selection(request, ()), a_taxonomy())
    assert isinstance(data, ChartData)
    return data


def test_lines_name_the_country_asked_for_first_and_are_dotted_where_a_year_lacks() -> None:
    data = chart_of(replace(ARMENIA, regions=("GE",)))
    compared = [f"{name} (for comparison)" for name in ("Armenia", "Kazakhstan", "Russia")]
    assert data.columns == ("Year", "Georgia", *compared)
    assert data.rows[2] == ("2023", "–", "8.3", "5.1", "4.1")
    assert data.question == "GDP growth: what has changed since 2021?"
    assert data.answer == (
        "In Georgia it fell from 10.6 in 2021 to 9.4\u00a0% in 2024; it was highest in 2022, at "
        "11.0\u00a0%."
    )
    assert data.basis == "Unit: %. Source: Office A, in economy.csv. Dotted: no value in between."
    assert "2023" not in data.alt.split("Armenia")[0]
    (point, *_) = data.points
    assert (point.label, point.value, point.unit) == ("Georgia, 2021", "10.6", "%")
    assert point.source == "Office A, in economy.csv, line 6"
    svg = LINES.draw(data).svg.decode()
    assert "Georgia 9.4" in svg


def test_bars_show_the_latest_year_that_nearly_all_have_and_where_the_country_stands() -> None:
    data = chart_of(ARMENIA, "bars")
    assert data.columns == ("Country", "2024")
    assert [row[0] for row in data.rows][:2] == ["Georgia (for comparison)", "Armenia"]
    assert data.answer == (
        "Armenia was second of 4 in 2024, with 5.9\u00a0%; highest was Georgia, with 9.4\u00a0%."
    )
    ranked = chart_of(replace(ARMENIA, regions=()), "bars")
    assert [row[0] for row in ranked.rows] == ["Georgia", "Armenia", "Kazakhstan", "Russia"]
    assert "highest in Georgia" in ranked.answer


def test_dots_compare_the_two_years_farthest_apart_that_most_have() -> None:
    data = chart_of(replace(ARMENIA, regions=("south-caucasus",)), "dots")
    assert data.columns == ("Country", "2021", "2024")
    assert data.answer == (
        "It rose in 2 of 4 countries; it changed most in Russia, where it fell from 5.9 in 2021 to "
        "4.3\u00a0% in 2024."
    )


def test_where_all_went_the_same_way_it_is_said_where_they_went_furthest() -> None:
    way = "from 2 in 2020 to 5 in 2024"
    assert where_most((3.0, 1.0), "Georgia", 3.0, way) == f", most in Georgia, {way}"
    assert where_most((-3.0, -1.0), "Georgia", -3.0, way) == f", most in Georgia, {way}"
    said = where_most((-3.0, 0.0, 1.0), "Georgia", -3.0, way)
    assert said == f"; it changed most in Georgia, where it fell {way}"


@pytest.mark.parametrize("chart", [LINES, BARS, DOTS])
def test_a_name_in_letters_that_no_face_has_is_measured_as_it_is_written(chart: Chart) -> None:
    data = chart_of(ARMENIA, chart.id)
    named = tuple(cell.replace("Armenia", "\u4e9a\u7f8e\u5c3c\u4e9a") for cell in data.columns)
    rows = tuple(
        tuple(str(cell).replace("Armenia", "\u4e9a\u7f8e\u5c3c\u4e9a") for cell in row)
        for row in data.rows
    )
    svg = chart.draw(replace(data, columns=named, rows=rows)).svg.decode()  # warns of no glyph
    assert "[U+4E9A" in svg


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ((0.0, -2.0), "It fell in one of two countries and rose in none"),
        ((-1.0, -2.0), "It fell in both countries"),
        ((1.0, 0.0), "It rose in one of two countries"),
        ((1.0, 2.0), "It rose in both countries"),
        ((-1.0, 0.0, 0.0), "It fell in 1 of 3 countries and rose in none"),
        ((-1.0, -1.0, -2.0), "It fell in all 3 countries"),
        ((0.0, 0.0), "It is the same as before in both countries"),
    ],
)
def test_country_in_which_nothing_changed_is_said_neither_to_have_risen_nor_fallen(
    changes: tuple[float, ...], said: str
) -> None:
    assert in_how_many(changes) == said


def test_chart_of_own_data_is_chosen_by_its_years_and_countries() -> None:
    pair = figures(*(a_series(one, (2019, 1.0), (2024, 2.0)) for one in ("AM", "GE")))
    single = figures(*(a_series(one, (2024, 2.0)) for one in ("AM", "GE", "KZ")))
    assert fitting(ARMENIA) == ("lines: GDP growth",)
    assert fitting(replace(ARMENIA, data=(pair,))) == ("dots: Trade",)
    assert fitting(replace(ARMENIA, data=(single,))) == ("bars: Trade",)
    assert fitting(BriefRequest()) == ()
    both = replace(ARMENIA, data=(a_data_file(), pair))
    assert fitting(both) == ("lines: GDP growth", "dots: Trade")
    assert fitting(replace(both, indicators=("Trade",))) == ("dots: Trade",)
    assert fitting(replace(both, regions=("GE",), data=(pair, a_data_file()))) == (
        "dots: Trade",
        "lines: GDP growth",
    )
    elsewhere = figures(*(a_series("DE", (year, 1.0), name="Debt") for year in range(2015, 2020)))
    assert fitting(replace(ARMENIA, data=(elsewhere, pair))) == ("dots: Trade",)
    assert fitting(replace(ARMENIA, data=(elsewhere,))) == ("lines: Debt",)
    assert "Trade" in chart_of(both, "dots").question


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        (BriefRequest(regions=("AM",)), "no table of figures has been added"),
        (replace(ARMENIA, regions=("AZ",)), "no figures on the countries asked for"),
        (replace(ARMENIA, data=(figures(a_series("AM", (2024, 1.0))),)), "three years or more"),
    ],
)
def test_what_is_too_thin_for_a_chart_is_said(request_: BriefRequest, said: str) -> None:
    found = lines_data(Selection(request_, ()), a_taxonomy())
    assert isinstance(found, NotEnough)
    assert said in found.reason


@pytest.mark.parametrize(
    ("numbers", "unit", "written"),
    [
        ((12.6, -0.4), "%", ("12.6", "−0.4", "%")),
        ((24_212_300_000.0, 800_000_000.0), "US$", ("24.2", "0.8", "billion US$")),
        ((24_212.0, 8.0), "million US$", ("24,212", "8", "million US$")),
        ((25_000.0, 0.4, -0.04, 0.0), "US$", ("25,000", "0.4", "−0.04", "0", "US$")),
        ((1.5e12, 2.0), "US$", ("1.5", "0.000000000002", "trillion US$")),
        ((1_500_000.0,), "millions of US$", ("1,500,000", "millions of US$")),
        ((1_500_000.0,), "USDm", ("1,500,000", "USDm")),
        ((1_500_000.0,), "items", ("1.5", "million items")),
        ((0.774, 0.8), "index", ("0.77", "0.80", "index")),
        ((3.14159, 2.0), "", ("3.1", "2.0", "")),
        ((2.24e12, 19.513e9, 24.605e9), "US$", ("2,240", "19.5", "24.6", "billion US$")),
        ((2021.5, 2022.4), "index", ("2,021.5", "2,022.4", "index")),
        ((2_790_974.0, 2_805_608.0), "people", ("2.791", "2.806", "million people")),
        ((0.0005, 0.00034, 0.00012), "", ("0.0005", "0.00034", "0.00012", "")),
    ],
)
def test_numbers_are_written_as_large_and_exact_as_can_be_read(
    numbers: tuple[float, ...], unit: str, written: tuple[str, ...]
) -> None:
    writing = writing_of(numbers, unit)
    texts = [writing.number(number) for number in numbers]
    assert (*texts, writing.unit) == written
    assert all(isinstance(read_number(text), float) for text in texts)


def test_numbers_that_differ_are_told_apart_in_a_sentence() -> None:
    beside = a_series("GE", (2021, 144.2))
    moved = a_series("AM", (2019, 2.79), (2020, 2.76), (2021, 2.79)), beside
    chart = chart_of(BriefRequest(regions=("AM",), data=(figures(*moved),)))
    assert chart.answer.startswith("In Armenia it moved between 2.76\u00a0US$ in 2020 and 2.79")
    rose = a_series("AM", (2019, 2.77), (2020, 2.78), (2021, 2.81)), beside
    chart = chart_of(BriefRequest(regions=("AM",), data=(figures(*rose),)))
    assert chart.answer.startswith("In Armenia it rose from 2.77 in 2019 to 2.81")


def test_request_names_its_files_from_its_own_folder(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "trade.csv").write_text("country,year,value\nArmenia,2024,3\nX,1,2\n")
    path = tmp_path / "request.toml"
    path.write_text('regions = ["AM"]\nissued = 2026-01-07\ndata = ["own/trade.csv"]\n')
    (file,) = load_request(path).data
    assert (file.name, file.values, file.imported) == ("trade.csv", 1, "2026-01-07")
    assert file.faults == ("Line 3: “X” is no country that is known here.",)
    path.write_text('data = ["own/none.csv"]\n')
    with pytest.raises(ImportFailure, match=r"none\.csv cannot be opened"):
        load_request(path)
    path.write_text('data = "trade.csv"\n')
    with pytest.raises(RequestError, match="data must be a list of files"):
        load_request(path)


def test_figures_travel_in_the_brief_file_and_damaged_ones_are_refused() -> None:
    draft = Draft(ARMENIA)
    saved = dump_brief_file(BriefFile(draft, None))
    assert parse_brief_file(saved).draft == draft
    for value in (b"99999", b"-3"):
        with pytest.raises(BriefError, match="a year or value that cannot be"):
            parse_brief_file(saved.replace(b"2021", value))


def test_country_sheet_has_the_latest_figures_at_a_glance_and_their_file_among_the_sources() -> (
    None
):
    more = figures(a_series("GE", (2023, 5.0)))
    fields = briefs.request(template="country", regions=("AM",), data=(a_data_file(), more))
    known = briefs.TAXONOMY.regions | a_taxonomy().regions
    taxonomy = Taxonomy(known, briefs.TAXONOMY.themes)
    brief = replace(briefs.brief(fields, charts=False), charts=(chart_of(fields),))
    document = lxml_html.document_fromstring(render(brief, (), taxonomy).html)
    rows = [
        [cell.text_content() for cell in row.cssselect("th, td")]
        for row in document.cssselect("table.indicators tbody tr")
    ]
    assert rows == [
        ["GDP growth", "5.9", "%", "2024", "Office A"],
        ["Trade", "n/a", "n/a", "n/a", "n/a"],
    ]
    (listed,) = document.cssselect("p.data-source")
    said = " ".join(listed.text_content().split())
    assert said.startswith("Figures: economy.csv: GDP growth. Office A. Imported 5 January 2026, ")
    assert "dadadadadada" in said
    lacking = [one.words for one in missing(load_header("country"), brief)]
    assert "indicators" not in lacking
    empty = replace(brief, request=replace(fields, data=()))
    assert "indicators" in [one.words for one in missing(load_header("country"), empty)]


def test_sheet_of_a_table_of_very_many_indicators_says_how_many_it_does_not_show() -> None:
    many = figures(*(a_series("AM", (2023, 5.0), name=f"Trade {n}") for n in range(40)))
    fields = briefs.request(template="country", regions=("AM",), data=(many,))
    known = briefs.TAXONOMY.regions | a_taxonomy().regions
    html = render(briefs.brief(fields, charts=False), (), Taxonomy(known, briefs.TAXONOMY.themes))
    document = lxml_html.document_fromstring(html.html)
    assert len(document.cssselect("table.indicators tbody tr")) == 30
    assert "10 more indicators of the desk’s figures not shown." in document.text_content()


def test_file_is_told_by_its_whole_name_whatever_that_holds() -> None:
    listed, other = "data, in a.csv, line 3.csv", "a.csv"
    brought = (a_data_file(listed), replace(figures(), name=other))
    brief = replace(briefs.brief(), request=replace(ARMENIA, data=brought))
    chart = chart_of(brief.request)
    assert [file.name for file in OwnFigures(brief, [chart], a_taxonomy()).files()] == [listed]
    grid = grid_of(chart)
    assert grid is not None
    assert grid.columns[-1] == f"Lines of {listed}"
    assert grid.rows[0][-1] == "2, 6, 9, 13"


def test_line_that_holds_several_numbers_of_a_row_is_named_once() -> None:
    wide = (Series("Trade", one, "", "", ((2020, 1.0, n), (2021, 2.0, n))) for n, one in LINES_OF)
    chart = chart_of(BriefRequest(regions=("AM",), data=(figures(*wide),)), "dots")
    grid = grid_of(chart)
    assert grid is not None
    assert {row[-1] for row in grid.rows} == {"2", "3", "4"}
    assert chart.basis.startswith("Source: trade.csv. ")  # no source told: the file alone


def test_two_tables_of_one_name_are_refused_and_one_given_twice_is_read_once(
    tmp_path: Path,
) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        table = "country,year,value\nArmenia,2020,1\n"
        (tmp_path / folder / "trade.csv").write_text(table, "utf-8")
    path = tmp_path / "request.toml"
    path.write_text('regions = ["AM"]\ndata = ["a/trade.csv", "b/trade.csv"]\n', "utf-8")
    with pytest.raises(RequestError, match="different folders are named trade"):
        load_request(path)
    path.write_text('regions = ["AM"]\ndata = ["a/trade.csv", "b/../a/trade.csv"]\n', "utf-8")
    assert [file.name for file in load_request(path).data] == ["trade.csv"]
    draft = Draft(BriefRequest(data=(figures(), a_data_file())))
    added = with_data(draft, (tmp_path / "b" / "trade.csv",), ())
    assert [file.name for file in added.request.data] == ["trade.csv", "economy.csv"]


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone cannot be set for one program")
def test_day_on_which_figures_were_read_is_that_of_the_officer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "trade.csv").write_text("country,year,value\nArmenia,2020,1\n", "utf-8")
    path = tmp_path / "request.toml"
    path.write_text('regions = ["AM"]\ndata = ["trade.csv"]\n', "utf-8")
    try:
        for zone in ("EAST-14", "WEST+12"):  # one of them has another day than Greenwich
            monkeypatch.setenv("TZ", zone)
            time.tzset()
            assert load_request(path).data[0].imported == time.strftime("%Y-%m-%d")
    finally:
        monkeypatch.undo()
        time.tzset()


def test_figures_that_contradict_each_other_are_told_in_one_sentence() -> None:
    def table(name: str, *points: Point) -> DataFile:
        return DataFile(name, "", "2026-11-22", (Series("Growth", "AM", "%", "", points),))

    one = table("a.csv", (2020, 5.0, 2), (2021, 4.0, 3), (2022, 3.0, 4))
    two = table("b.csv", (2020, 5.0, 2), (2021, 4.5, 3), (2022, 2.0, 9))
    assert disagreement_of((one, one)) is None
    found = disagreement_of((one, two, two))
    assert found is not None
    assert found.sentence(a_taxonomy().regions) == (
        "Your figures disagree on Growth, Armenia, 2021: 4 (a.csv, line 3) and 4.5 (b.csv, line 3)."
        " The first is shown. 1 more value likewise."
    )
