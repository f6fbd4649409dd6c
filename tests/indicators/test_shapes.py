"""Tables in the forms in which statistical offices and researchers give them, made up."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
import xlsxwriter

from briefing.errors import ImportFailure
from briefing.indicators.numbers import number_of
from briefing.indicators.places import Places
from briefing.model import DataFile
from tests.indicators.test_reading import TAXONOMY, read, values

SIPRI_HEAD = ("Country", "Notes", 2021, 2022)


def by_place(file: DataFile) -> dict[tuple[str, int], float]:
    return {(region, year): number for (_, region, year), number in values(file).items()}


def book(*sheets: tuple[str, Callable[[Any], object]]) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as made:
        for name, fill in sheets:
            fill(made.add_worksheet(name))
    return stream.getvalue()


def test_groups_of_countries_are_told_together_and_hide_no_bad_row() -> None:
    names = ("World", "Arab World", "Sub-Saharan Africa", "Euro area", "Low & middle income")
    years = ",".join(map(str, range(1960, 2024)))
    file = read(
        f'"Country Name","Country Code","Indicator Name",{years},\n'
        + "".join(f'"{name}","X","GDP (current US$)",{years},\n' for name in names)
        + f'"Turkiye","TUR","GDP (current US$)",{years},\n"Atlantis","ATL","GDP",{years},\n'
        + f'"IDA only","IDX","GDP",{years},\n"EU28","X","GDP",{years},\n'
    )
    assert {one.region for one in file.series} == {"TR"}
    assert file.faults == (
        "Line 8: “Atlantis” is no country that is known here.",
        "Lines 2 to 6, 9 and 10: “World”, “Arab World”, “Sub-Saharan Africa”, “Euro area” and 3 "
        "more stand for groups of countries, and are left out.",
    )


def test_notes_beneath_a_table_and_headings_within_it_are_no_bad_rows() -> None:
    file = read(
        "Country Name,Series Name,2020 [YR2020],2021 [YR2021]\nAfrica (West),,,\nMali,GDP,..,5\n"
        ",,,\nData from database: World Development Indicators,,,\nLast Updated: 06/28/2024,,,\n"
    )
    assert by_place(file) == {("ML", 2021): 5.0}
    assert file.without_value == 1
    assert not file.faults


def test_indicators_side_by_side_are_those_with_numbers_without_their_codes() -> None:
    file = read(
        "Time,Time Code,Country Name,Region,GDP growth (annual %) [NY.GDP.KD],CPI [FP.CPI]\n"
        "2020,YR2020,Mali,Sahel,-1.2,..\n2021,YR2021,Mali,Sahel,3.1,1.5\n"
    )
    assert [(one.indicator, one.unit) for one in file.series] == [
        ("GDP growth", "annual %"),
        ("CPI", ""),
    ]
    assert not file.faults


def test_table_of_the_monetary_fund_keeps_units_scales_and_its_own_numbers_of_countries() -> None:
    head = "WEO Country Code\tISO\tCountry\tSubject Descriptor\tUnits\tScale\t2020\t2021\t\r\n"
    rows = (
        "512\tAFG\tAfghanistan\tGDP\tU.S. dollars\tBillions\t--\tn/a\t\r\n"
        "528\tTWN\tTaiwan Province of China\tGDP\tU.S. dollars\tBillions\t1,065.1\t95.3\t\r\n"
        "\r\nInternational Monetary Fund, World Economic Outlook Database\t\t\r\n"
    )
    file = read((head + rows).encode("utf-16"), "WEO.xls")
    assert by_place(file) == {("TW", 2020): 1065.1, ("TW", 2021): 95.3}
    assert {one.unit for one in file.series} == {"billion U.S. dollars"}
    assert (file.without_value, file.faults) == (2, ())
    numbered = read("Country Name,Country Code,2020\nAfghanistan,512,1\nArmenia,911,2\n")
    assert by_place(numbered) == {("AF", 2020): 1.0, ("AM", 2020): 2.0}
    assert not numbered.faults


def test_table_of_eurostat_is_read_with_its_flags_and_several_names_in_a_cell() -> None:
    file = read(
        "freq,unit,geo\\TIME_PERIOD\t2019 \t2020 \t2021 \nA,PC,AT\t5.5 \t6.1 b\t7.2 bep\n"
        "A,PC,EL\t: \t: c\t10.3 (p)\nA,PC,EU27_2020\t1 e\t2 \t3 \nA,PC,EA20\t1 \t2 \t3 \n",
        "tps.tsv",
    )
    assert by_place(file) == {
        **{("AT", 2019): 5.5, ("AT", 2020): 6.1, ("AT", 2021): 7.2, ("GR", 2021): 10.3},
        **{("eu", 2019): 1.0, ("eu", 2020): 2.0, ("eu", 2021): 3.0},
    }
    assert file.faults == ("Line 5: “EA20” stands for a group of countries, and is left out.",)


def test_words_go_before_codes_where_a_table_has_both() -> None:
    file = read(
        "REF_AREA,Reference area,MEASURE,Measure,UNIT_MEASURE,Unit of measure,TIME_PERIOD,"
        "Time period,OBS_VALUE,Observation value,UNIT_MULT\n"
        "FRA,France,B1GQ,Gross domestic product,USD_PPP,US dollars,2020,,3115.2,,6\n"
    )
    (series,) = file.series
    assert (series.indicator, series.unit) == ("Gross domestic product", "million US dollars")
    assert series.points == ((2020, 3115.2, 2),)


def test_name_of_a_country_in_a_column_without_one_is_found() -> None:
    file = read(
        "T13,Gross domestic product,,,,\nRegion/Country/Area,,Year,Series,Value,Source\n"
        '1,"Total, all countries or areas",2021,GDP (US$),"31,290,473",UN\n'
        '51,Armenia,2021,GDP (US$),"13,861",UN\n'
    )
    assert by_place(file) == {("AM", 2021): 13861.0}
    assert "“Total, all countries or areas” stands for a group" in file.faults[0]


def test_sheet_with_countries_is_read_under_its_name_and_the_others_are_told() -> None:
    def regions(sheet: Any) -> None:
        sheet.write_row(3, 0, ("Region", "Notes", 2021, 2022))
        for row, name in enumerate(("World total", "Africa total", "Oceania total"), 4):
            sheet.write_row(row, 0, (name, "", 1, 2))

    def countries(sheet: Any) -> None:
        sheet.write(0, 0, "Military expenditure by country, made up")
        sheet.write_row(5, 0, SIPRI_HEAD)
        rows = (
            ("Africa",),
            ("Algeria", "§2", 9.1, "[9.3]"),
            ("Congo, DR", "", ". .", "xxx"),
            ("USSR", "", "xxx", "xxx"),
        )
        for row, cells in enumerate(rows, 6):
            sheet.write_row(row, 0, cells)

    made = book(("Front page", lambda sheet: sheet.write(0, 0, "x")), ("Totals", regions))
    with pytest.raises(ImportFailure, match="stand for groups of countries"):
        read(made, "milex.xlsx")
    file = read(book(("Totals", regions), ("Share of GDP", countries)), "milex.xlsx")
    assert values(file) == {("Share of GDP", "DZ", 2021): 9.1, ("Share of GDP", "DZ", 2022): 9.3}
    assert file.faults[0] == (
        "Sheet “Share of GDP” is read; “Totals” holds a table too: save each that matters as a "
        "file of its own."
    )


def test_formulas_that_nobody_has_computed_are_told() -> None:
    def fill(sheet: Any) -> None:
        sheet.write_row(0, 0, ("country", "year", "value"))
        sheet.write_row(1, 0, ("Mali", 2020, 5))
        sheet.write_row(2, 0, ("Niger", 2020))
        sheet.write_formula(2, 2, "=C2*2", None, "")

    file = read(book(("Sheet1", fill)), "growth.xlsx")
    assert values(file) == {("growth", "ML", 2020): 5.0}
    assert file.faults[0].startswith("Some cells hold formulas that have not been computed")


def test_head_beneath_merged_titles_is_found() -> None:
    def fill(sheet: Any) -> None:
        sheet.merge_range(0, 0, 0, 2, "Table 1. Growth")
        sheet.merge_range(1, 1, 1, 2, "Year")
        sheet.write_row(2, 0, ("Country", 2019, 2020))
        sheet.write_row(3, 0, ("Mali", 1, "2.5*"))
        sheet.write(5, 0, "Source: an office.")

    file = read(book(("Sheet1", fill)), "growth.xlsx")
    assert by_place(file) == {("ML", 2019): 1.0, ("ML", 2020): 2.5}
    assert not file.faults


def test_years_that_span_two_count_as_the_first_and_that_is_said() -> None:
    file = read(
        "country,year,value\nPakistan,2020/21,5\nPakistan,FY2021/22,6\nIndia,2022-23,7\n"
        "India,2019-2021,7\nIndia,2024e,8\nIndia,2010-11,9\nIndia,Q1 2020,9\n"
    )
    assert by_place(file) == {
        **{("PK", 2020): 5.0, ("PK", 2021): 6.0, ("IN", 2022): 7.0, ("IN", 2024): 8.0},
    }
    assert file.faults == (
        "Lines 2 to 4: a year that spans two, as 2021/22, counts as the first of them.",
        "Line 5: “2019-2021” is no year.",
        "Lines 7 and 8: “2010-11” is no year but a part of one, and so are others.",
    )
    across = read("country;2019/20;2020/21e\nPakistan;1,5;-0,9\n")
    assert by_place(across) == {("PK", 2019): 1.5, ("PK", 2020): -0.9}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            "Country,Month,Year,Events\n"
            + "".join(f"Mali,{month},2022,{n}\n" for n, month in enumerate(("May", "June"))),
            "Lines 2 and 3: its month stands for a part of a year, not for one.",
        ),
        (
            "event_date,year,country,fatalities\n"
            + "".join(f"2022-01-0{n},2022,Mali,{n}\n" for n in range(1, 6)),
            "fatalities has several values for one country and year",
        ),
        (
            "LOCATION,SEX,TIME,Value\n"
            + "".join(
                f"FRA,{sex},{y},{y - len(sex)}\n" for y in (2019, 2020) for sex in "a bb".split()
            )
            + "FRA,ccc,2020,3\n",
            "which differ in “SEX”, so that none of them is read",
        ),
    ],
)
def test_months_events_and_men_and_women_are_no_values_of_a_year(data: str, said: str) -> None:
    with pytest.raises(ImportFailure) as caught:
        read(data)
    assert said in caught.value.message


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("12.3\u00b9", 12.3),
        ("12.3\u00b2\u00b3", 12.3),
        ("12.3*", 12.3),
        ("12.3 [a]", 12.3),
        ("12.3 e", 12.3),
        ("8901064 bep", 8901064.0),
        ("5.5 (p)", 5.5),
        ("(1 234)", -1234.0),
        ("[12.5]", 12.5),
        ("5 bn", None),
        ("5 (bn)", None),
        ("5 m", None),
        ("5 bps", None),
        ("< 5", None),
        ("1)", None),
    ],
)
def test_marks_of_notes_and_flags_are_no_part_of_a_number(cell: str, number: float | None) -> None:
    assert number_of(cell, decimal_comma=False) == number


@pytest.mark.parametrize(
    ("id_", "names"),
    [
        ("CI", "Côte d'Ivoire|Cote d’Ivoire|Ivory Coast|Elfenbeinküste|Costa de Marfil"),
        ("RU", "Russische Föderation|Fédération de Russie|Российская Федерация"),
        ("CZ", "Tschechische Republik|République tchèque|República Checa|Česko"),
        ("MD", "Moldau|Moldawien|Молдавия"),
        ("US", "Vereinigte Staaten von Amerika|Etats-Unis d'Amérique|США"),
        ("CD", "Congo, Dem. Rep.|Congo, DR|Dem. Rep. of the Congo|Congo (Kinshasa)|COD"),
        ("CG", "Congo, Rep.|Congo, Republic of the|Congo-Brazzaville"),
        ("KR", "Korea, Rep.|Korea, South|Rep. of Korea|Korea (the Republic of)|S. Korea"),
        ("KP", "Korea, Dem. People's Rep.|Dem. People's Rep. Korea|Korea, North"),
        ("TR", "Türkiye|Turkiye|Turkey"),
        ("SZ", "Eswatini|Swaziland|Eswatini (Kingdom of)"),
        ("MK", "Macedonia, FYR|TFYR Macedonia|Republic of North Macedonia"),
        ("LA", "Lao PDR|Lao People's Dem. Rep.|Lao P.D.R."),
        ("XK", "Kosovo*|Kosovo (UNSCR 1244)|Kosovo (under UNSCR 1244/99)|UVK"),
        ("SS", "South Sudan|S. Sudan"),
        ("MM", "Burma/Myanmar|Myanmar (Burma)"),
        ("AM", "Armenia 1/|Armenia (1)|Armenia [a]|Armenia\u00b9"),
        ("TZ", "United Rep. of Tanzania|Tanzania, United Republic of"),
        ("TW", "Taiwan, China|Republic of China|China, Republic of"),
        ("CN", "China, P.R.|China, mainland|China, People's Republic of"),
        ("GU", "Guam"),
        ("eu", "EU27|EU-27|European Union (27)|EU27_2020|European Union"),
        (
            "",
            "England|Zanzibar|Sudan (former)|Yemen, North|German Democratic Republic|DDR|EU28|USSR"
            "|Germany (until 1990 former territory of the FRG)|World|European Union (15)|Republic",
        ),
    ],
)
def test_countries_are_known_as_offices_write_them_and_parts_of_them_are_not(
    id_: str, names: str
) -> None:
    places = Places(TAXONOMY)
    assert {name: places.find(name) for name in names.split("|")} == dict.fromkeys(
        names.split("|"), id_
    )


def test_words_of_a_file_that_turn_round_or_never_end_are_shown_short_and_harmless() -> None:
    name = "\u202eGrowth" + "x" * 190
    file = read(
        "indicator,country,year,value\n"
        + "".join(f"{name},Mali,{year},1\n" for year in range(2000, 2010))
        + f"{name},Mali,2000,2\n\u202eevil,Mali,20x3,5\n"
    )
    (fault, other) = file.faults
    assert len(fault) < 120
    assert "\u202e" not in fault + other
