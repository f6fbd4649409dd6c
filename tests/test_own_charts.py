"""Which figures of the officer's own a chart shows: in a request, a brief and a release."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html as lxml_html

from briefing.brief_file import BriefFile, dump_brief_file, parse_brief_file
from briefing.charts import chart_named
from briefing.charts.chart import NotEnough
from briefing.errors import RequestError
from briefing.model import BriefRequest, ChartData, DataFile, Draft, Selection, Series, Taxonomy
from briefing.own_data import OwnChart, offered_charts
from briefing.pipeline.checking import known_chart
from briefing.pipeline.exporting import draw_charts
from briefing.request_file import parse_request
from briefing.templating import render
from tests import briefs
from tests.builders import a_data_file, a_taxonomy

TRADE = DataFile(
    "trade.csv",
    "fe" * 32,
    "2026-01-06",
    tuple(
        Series(
            "Trade", region, unit, "Office B", tuple((y, y - 2000.0, y) for y in range(2016, 2025))
        )
        for region in ("AM", "GE", "KZ", "RU", "TR", "DE", "KG")
        for unit in ("US$", "% of GDP")
    ),
)
BOTH = BriefRequest(regions=("AM",), data=(a_data_file(), TRADE))


def made(id_: str, request: BriefRequest = BOTH) -> ChartData | NotEnough:
    chart = chart_named(id_)
    assert chart is not None
    return chart.data(Selection(request, ()), a_taxonomy())


def drawn(id_: str, request: BriefRequest = BOTH) -> ChartData:
    data = made(id_, request)
    assert isinstance(data, ChartData)
    chart = chart_named(data.chart)
    assert chart is not None
    assert chart.draw(data).name == data.anchor
    return data


@pytest.mark.parametrize(
    ("id_", "wanted"),
    [
        ("lines", OwnChart("lines")),
        ("lines: GDP growth", OwnChart("lines", "GDP growth")),
        ("bars: Debt, gross | 2023", OwnChart("bars", "Debt, gross", (), 2023, 2023)),
        ("dots: Trade | AM, GE | 2016-2024", OwnChart("dots", "Trade", ("AM", "GE"), 2016, 2024)),
        ("lines: Trade | 2016-", OwnChart("lines", "Trade", (), 2016, None)),
        ("lines: Trade | -2020", OwnChart("lines", "Trade", (), None, 2020)),
        ("lines: | AM", OwnChart("lines", "", ("AM",))),
    ],
)
def test_chart_of_own_data_is_named_by_what_it_shows(id_: str, wanted: OwnChart) -> None:
    assert OwnChart.read(id_) == wanted
    assert wanted.id == id_


def test_what_asks_for_a_chart_is_read_however_it_is_spaced() -> None:
    spaced = OwnChart.read("lines:GDP growth|2016 – 2020|AM ,GE")
    assert spaced == OwnChart("lines", "GDP growth", ("AM", "GE"), 2016, 2020)
    assert OwnChart.read("coverage: GDP growth") is None
    assert chart_named("coverage: GDP growth") is None
    assert OwnChart("lines", "A | B").id == "lines: A / B"


def test_title_of_a_chart_is_short_however_long_the_name_of_its_indicator() -> None:
    name = "Adjusted net savings, including particulate emission damage, of households"
    chart = OwnChart("bars", name, ("AM", "GE"), 2015, None)
    assert chart.title == (
        "Adjusted net savings, including particulate…, countries compared (AM, GE, 2015-)"
    )
    assert OwnChart.read(chart.id) == chart
    assert len(OwnChart("lines", "x" * 9000).title) < 80


def test_several_charts_of_own_data_each_show_their_indicator() -> None:
    growth, trade = drawn("lines: gdp growth"), drawn("lines: Trade (% of GDP)")
    assert "GDP growth" in growth.question
    assert "2021" in growth.question
    assert "Trade" in trade.question
    assert "2016" in trade.question
    assert "% of GDP" in trade.basis
    assert len({growth.anchor, trade.anchor, "lines"}) == 3
    assert growth.anchor.startswith("lines-")


def test_charts_of_one_indicator_in_two_units_ask_two_questions() -> None:
    ids = ("lines: Trade (US$)", "lines: Trade (% of GDP)", "lines: GDP growth")
    assert [drawn(id_).question.partition(":")[0] for id_ in ids] == [
        "Trade (US$)",
        "Trade (% of GDP)",
        "GDP growth",
    ]


def test_countries_and_years_that_are_chosen_are_the_ones_shown() -> None:
    data = drawn("lines: Trade (US$) | Georgia, am, AZ | 2018-2021")
    assert data.columns == ("Year", "Armenia", "Georgia (for comparison)")
    assert [row[0] for row in data.rows] == ["2018", "2019", "2020", "2021"]
    assert "No figures: Azerbaijan." in data.basis
    compared = drawn("lines: Trade (US$) | GE, KZ")
    assert compared.columns == ("Year", "Georgia", "Kazakhstan")
    assert drawn("bars: Trade (US$) | 2017").columns == ("Country", "2017")
    assert drawn("dots: Trade (US$) | 2017-2020").columns == ("Country", "2017", "2020")
    members = drawn("bars: Trade (US$) | south-caucasus, RU")
    assert [row[0] for row in members.rows] == [
        "Armenia",
        "Georgia (for comparison)",
        "Russia (for comparison)",
    ]


def test_more_countries_than_have_room_are_told() -> None:
    data = drawn("lines: Trade (US$) | AM, GE, KZ, RU, TR, DE, KG")
    assert len(data.columns) == 1 + 6
    assert "The first 6 of 7 countries." in data.basis


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("lines: Debt", "No chart of Debt: no table of figures has it."),
        ("lines: Trade | AZ", "No chart of Trade: it has no figures on the countries chosen."),
        (
            "lines: Trade | 2019-2020",
            "No line chart of Trade: no country has figures for three years or more from 2019 to "
            "2020.",
        ),
    ],
)
def test_why_there_is_no_such_chart_is_said_of_that_chart(id_: str, said: str) -> None:
    found = made(id_)
    assert isinstance(found, NotEnough)
    assert found.reason == said


def test_chart_of_a_country_that_does_not_exist_is_refused_with_what_was_meant() -> None:
    with pytest.raises(RequestError, match="There is no region 'Armenja'") as caught:
        known_chart("lines: Trade | Armenja", a_taxonomy())
    assert "Armenia" in caught.value.hint
    with pytest.raises(RequestError, match="There is no chart 'liens: Trade'"):
        known_chart("liens: Trade", a_taxonomy())


def test_each_indicator_is_offered_in_the_form_that_suits_it() -> None:
    offered = offered_charts(BOTH, a_taxonomy())
    assert offered == ("lines: GDP growth", "lines: Trade (US$)", "lines: Trade (% of GDP)")
    asked = replace(BOTH, charts=("coverage", "bars: Trade", "lines"))
    assert offered_charts(asked, a_taxonomy())[:2] == ("bars: Trade", "lines")
    assert offered_charts(BriefRequest(), a_taxonomy()) == ("lines", "bars", "dots")


def test_charts_travel_in_request_and_brief_and_those_of_earlier_files_are_read() -> None:
    written = parse_request('charts = ["coverage", "lines: GDP growth | AM | 2022-", "lines"]')
    assert written.charts == ("coverage", "lines: GDP growth | AM | 2022-", "lines")
    draft = Draft(replace(BOTH, charts=written.charts))
    assert parse_brief_file(dump_brief_file(BriefFile(draft, None))).draft == draft
    earlier = drawn("lines")
    assert (earlier.chart, earlier.anchor) == ("lines", "lines")
    assert "GDP growth" in earlier.question


def test_each_chart_of_own_data_has_its_figure_and_its_numbers_in_the_document() -> None:
    charts = (drawn("lines: GDP growth | 2022-"), drawn("lines: Trade (US$)"), drawn("lines"))
    request = briefs.request(annex=True, data=BOTH.data)
    brief = replace(briefs.brief(request, charts=False), charts=charts)
    figures = draw_charts(brief)
    known = Taxonomy(briefs.TAXONOMY.regions | a_taxonomy().regions, briefs.TAXONOMY.themes)
    rendered = render(brief, figures, known)
    document = lxml_html.document_fromstring(rendered.html)
    ids = [figure.get("id") for figure in document.cssselect("figure.chart")]
    assert ids == [f"figure-{chart.anchor}" for chart in charts]
    links = [link.get("href") for link in document.cssselect("a.numbers")]
    assert links == [f"#numbers-{chart.anchor}" for chart in charts]
    tables = [f"#{table.get('id')}" for table in document.cssselect("table.own-numbers")]
    assert tables == links
    assert all(figure.areas and figure.areas[0].target for figure in rendered.figures)
