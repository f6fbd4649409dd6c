"""Heads of tables as officers and offices have them: of two rows, across, and one after another."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime

import pytest
import xlsxwriter

from briefing.errors import ImportFailure
from briefing.model import DataFile
from tests.indicators.test_reading import read, values, workbook

ARMENIA = {
    ("GDP growth", "AM", 2021): 5.8,
    ("GDP growth", "AM", 2022): 12.6,
    ("Inflation", "AM", 2021): 7.2,
    ("Inflation", "AM", 2022): 8.6,
}


def units(file: DataFile) -> dict[str, str]:
    return {one.indicator: one.unit for one in file.series}


BY_YEAR = "Armenia,2021,5.8,7.2\nArmenia,2022,12.6,8.6\n"
"""Rows of the same figures, with a column for each indicator."""


@pytest.mark.parametrize(
    ("head", "rows", "unit"),
    [
        ("Country,GDP growth (%),,Inflation (%),\n,2021,2022,2021,2022", "", "%"),
        (",GDP growth,,Inflation,\nCountry,2021,2022,2021,2022", "", ""),
        ("Country,GDP growth 2021,GDP growth 2022,2021 Inflation,Inflation_2022", "", ""),
        (
            "Country,2021,,2022,\n,GDP growth,Inflation,GDP growth,Inflation",
            "Armenia,5.8,7.2,12.6,8.6\n",
            "",
        ),
        ("Country,Year,GDP growth,Inflation\n,,%,%", BY_YEAR, "%"),
        ("Country,Year,GDP growth,Inflation\n,,(%),(%)", BY_YEAR, "%"),
    ],
)
def test_indicators_and_years_of_two_rows_or_of_one_name_are_read_each_as_its_own(
    head: str, rows: str, unit: str
) -> None:
    file = read(f"{head}\n{rows or 'Armenia,5.8,12.6,7.2,8.6'}")
    assert values(file) == ARMENIA
    assert units(file) == {"GDP growth": unit, "Inflation": unit}
    assert not file.faults


def test_remark_beneath_a_year_is_no_indicator_and_a_unit_there_is_the_unit() -> None:
    said = read("Country,2021,2022\n,actual,forecast\nArmenia,5.8,12.6\n")
    assert values(said) == {("growth", "AM", 2021): 5.8, ("growth", "AM", 2022): 12.6}
    told = read("Country,2021,2022\n,% of GDP,% of GDP\nArmenia,5.8,12.6\n")
    assert units(told) == {"growth": "% of GDP"}


def test_what_two_rows_name_of_one_column_is_named_with_both() -> None:
    file = read("Country,Year,Jobless (%),,Wage\n,,men,women,\nMali,2021,5,6,7\n")
    assert {(one.indicator, one.unit): one.points[0][1] for one in file.series} == {
        ("Jobless, men", "%"): 5.0,
        ("Jobless, women", "%"): 6.0,
        ("Wage", ""): 7.0,
    }


def test_workbook_of_eurostat_with_years_above_the_countries_and_flags_between_is_read() -> None:
    rows: Sequence[Sequence[object]] = (
        ("Data extracted on 01/01/2024 from an office",),
        ("Time frequency", "Annual"),
        ("Unit of measure", "Percentage change"),
        (),
        ("TIME", "2020", "", "2021", ""),
        ("GEO (Labels)",),
        ("Germany", -3.8, "p", 3.2, "p"),
        ("Türkiye", 1.9, "", ":", ""),
        ("Special value",),
        (":", "not available"),
    )
    file = read(workbook(("Sheet 1", rows)))
    assert values(file) == {
        ("growth", "DE", 2020): -3.8,
        ("growth", "DE", 2021): 3.2,
        ("growth", "TR", 2020): 1.9,
    }
    assert not file.faults


@pytest.mark.parametrize(
    "table",
    [
        "Year,Armenia,Türkiye\n2021,5.8,11.4\n2022,12.6,5.5\n",
        ",Armenia,Türkiye\n2021,5.8,11.4\n2022,12.6,5.5\n",
        "Country,Armenia,Türkiye\n2021,5.8,11.4\n2022,12.6,5.5\n",
    ],
)
def test_countries_side_by_side_are_read_with_the_years_beneath(table: str) -> None:
    assert values(read(table)) == {
        ("growth", "AM", 2021): 5.8,
        ("growth", "AM", 2022): 12.6,
        ("growth", "TR", 2021): 11.4,
        ("growth", "TR", 2022): 5.5,
    }


def test_column_of_numbers_that_names_no_country_or_year_is_told() -> None:
    file = read("Year,Armenia,Georgia,Armenja,World\n2021,1,2,3,4\n")
    assert file.faults == ("Line 1: no country or year is named by “Armenja” and “World”.",)
    file = read("Country,2020,2021Q1,2021Q2,2021Q3,2021Q4\nMali,1,2,3,4,5\n")
    assert file.faults == ("Line 1: no country or year is named by “2021Q1”, “2021Q2” and 2 more.",)


def test_countries_beneath_the_name_of_the_indicator_are_found() -> None:
    file = read(
        "GDP growth (Annual percent change),2022,2023\n\nArmenia,no data,8.7\nEuro area,1,2\n"
    )
    assert values(file) == {("GDP growth", "AM", 2023): 8.7}
    assert units(file) == {"GDP growth": "Annual percent change"}
    assert values(read("Member State,2022\nArmenia,5\n")) == {("growth", "AM", 2022): 5.0}


@pytest.mark.parametrize(
    "table",
    [
        "Country,When,Value\nArmenia,2021,44800\nGeorgia,2022,20650\n",
        "Armenia,2021,44800\nGeorgia,2022,20650\n",
        "Atlantis,2021,44800\nGeorgia,2022,20650\n",
    ],
)
def test_row_of_values_is_taken_for_no_head(table: str) -> None:
    with pytest.raises(ImportFailure, match=r"no head|no column for the"):
        read(table)


def test_unit_in_brackets_behind_a_year_is_that_of_its_column() -> None:
    file = read("Country,2021 (USD m),2022 (USD m)\nMali,1.5,2.5\n")
    assert units(file) == {"growth": "USD m"}
    assert values(file) == {("growth", "ML", 2021): 1.5, ("growth", "ML", 2022): 2.5}


def test_year_in_brackets_behind_an_indicator_is_its_year_and_a_value_is_no_indicator() -> None:
    file = read("Rank,Country,Population (2022),Growth 2021\n1,Mali,2.8,5\n")
    assert values(file) == {("Population", "ML", 2022): 2.8, ("Growth", "ML", 2021): 5.0}
    file = read("Country,Indicator,Value 2021\nMali,GDP,5\n")
    assert values(file) == {("GDP", "ML", 2021): 5.0}


def test_days_over_columns_are_years_where_each_year_has_one() -> None:
    ends = (datetime(year, 12, 31) for year in (2021, 2022))  # noqa: DTZ001 - as the sheet has it
    file = read(workbook(("A", (("Country", *ends), ("Mali", 1, 2)))))
    assert values(file) == {("growth", "ML", 2021): 1.0, ("growth", "ML", 2022): 2.0}
    months = (datetime(2021, month, 28) for month in (1, 2))  # noqa: DTZ001 - as above
    with pytest.raises(ImportFailure, match="stands for a part of a year"):
        read(workbook(("A", (("Country", *months), ("Mali", 1, 2)))))


@pytest.mark.parametrize("head", ["2024 (est.)", "2024 forecast", "2024 proj.", "2024 (prelim.)"])
def test_year_that_is_called_an_estimate_is_that_year(head: str) -> None:
    assert values(read(f"Country,{head}\nMali,5\n")) == {("growth", "ML", 2024): 5.0}


@pytest.mark.parametrize("head", ["Change since 2010", "Growth 2010-2020", "Price = 2015"])
def test_year_that_a_column_counts_from_is_not_the_year_of_its_values(head: str) -> None:
    with pytest.raises(ImportFailure, match="no column for the year"):
        read(f"Country,{head}\nMali,5\n")


def test_table_beneath_a_table_is_read_under_its_own_head() -> None:
    file = read("Country,2019,2020\nMali,1,2\n\nCountry,2021,2022\nNiger,3,4\nChad,5,6\n")
    assert {(region, year): number for (_, region, year), number in values(file).items()} == {
        ("ML", 2019): 1.0,
        ("ML", 2020): 2.0,
        ("NE", 2021): 3.0,
        ("NE", 2022): 4.0,
        ("TD", 2021): 5.0,
        ("TD", 2022): 6.0,
    }
    assert [one.points[0][2] for one in file.series] == [2, 5, 6]


def test_workbook_with_cells_beside_its_table_is_read_all_the_same() -> None:
    file = read(workbook(("A", (("Country", 2021), ("Mali", 1, "a remark"), ("Niger", 2)))))
    assert values(file) == {("growth", "ML", 2021): 1.0, ("growth", "NE", 2021): 2.0}
    assert not file.faults


@pytest.mark.parametrize(
    ("table", "number", "is_told"),
    [
        ("country;year;value\nMali;2021;1,234\n", 1.234, True),
        ("country;year;value\nMali;2021;1.234\n", 1234.0, True),
        ("country;year;value\nMali;2021;1.234\nMali;2022;1,5\n", 1234.0, False),
        ('country,year,value\nMali,2021,"1,234"\n', 1234.0, False),
        ("country,year,value\nMali,2021,1.234\n", 1.234, False),
    ],
)
def test_number_that_may_be_a_thousand_or_one_and_a_bit_is_told_where_nothing_settles_it(
    table: str, number: float, is_told: bool
) -> None:
    file = read(table)
    assert file.series[0].points[0][1] == number
    assert any("thousands from decimals" in one for one in file.faults) == is_told


def test_number_that_stands_for_no_value_is_none_and_that_is_told() -> None:
    file = read("country,year,value\nMali,2021,-999\nNiger,2021,-99\nChad,2021,-9999.0\n")
    assert values(file) == {("growth", "NE", 2021): -99.0}
    assert "Line 2: “-999” is taken to stand for no value." in file.faults


def test_workbook_of_the_old_kind_is_refused_with_what_helps() -> None:
    with pytest.raises(ImportFailure, match="old workbook") as caught:
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "growth.xls")
    assert "XLSX" in caught.value.hint


def test_hidden_sheet_of_another_table_is_not_read() -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        for name, number in (("Old", 1), ("New", 2)):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ("Country", 2021))
            sheet.write_row(1, 0, ("Mali", number))
        book.worksheets()[0].hide()
        book.worksheets()[1].activate()
    assert values(read(stream.getvalue())) == {("growth", "ML", 2021): 2.0}


def test_titles_above_tables_of_one_sheet_are_their_indicators() -> None:
    table = "Country;2020;2021\nMali;1,5;2,5\n"
    file = read(f"GDP growth\n\n{table}\nInflation\n\n{table.replace('1,5', '3,5')}")
    assert values(file) == {
        ("GDP growth", "ML", 2020): 1.5,
        ("GDP growth", "ML", 2021): 2.5,
        ("Inflation", "ML", 2020): 3.5,
        ("Inflation", "ML", 2021): 2.5,
    }
    noted = read(f"{table}Source: an office\n{table.replace('Mali', 'Chad')}")
    assert {one.indicator for one in noted.series} == {"growth"}


def test_column_of_countries_goes_before_one_of_parts_of_the_world() -> None:
    file = read("Region,Country,Year,Value\nAfrica,Mali,2021,5\nAfrica,Chad,2021,6\n")
    assert values(file) == {("growth", "ML", 2021): 5.0, ("growth", "TD", 2021): 6.0}


@pytest.mark.parametrize(
    ("table", "lines", "expected"),
    [
        (
            "Country,Year,Value\nMali,2020,1\n,2021,2\n,Total,3\n",
            "Line 3",
            {("growth", "ML", 2020): 1.0, ("growth", "ML", 2021): 2.0},
        ),
        (
            "Indicator,Country,Year,Value\nGDP,Mali,2020,1\n,,2021,2\n,Chad,2020,3\nDebt,Mali,2020,4\n",
            "Lines 3 and 4",
            {
                ("GDP", "ML", 2020): 1.0,
                ("GDP", "ML", 2021): 2.0,
                ("GDP", "TD", 2020): 3.0,
                ("Debt", "ML", 2020): 4.0,
            },
        ),
        (
            "Country,Indicator,2020\nMali,GDP,1\n,Debt,2\n",
            "Line 3",
            {("GDP", "ML", 2020): 1.0, ("Debt", "ML", 2020): 2.0},
        ),
    ],
)
def test_country_or_indicator_written_once_for_several_rows_holds_for_them_and_that_is_told(
    table: str, lines: str, expected: dict[tuple[str, str, int], float]
) -> None:
    file = read(table)
    assert values(file) == expected
    told = "what is left empty for country or indicator counts as in the row above"
    assert f"{lines}: {told}." in file.faults


def test_row_without_a_country_whose_year_is_there_already_is_not_that_of_the_row_above() -> None:
    file = read("Country,Year,Value\nMali,2020,1\n,2021,2\n,2020,3\nChad,2020,3\n")
    assert values(file) == {("growth", "ML", 2020): 1.0, ("growth", "TD", 2020): 3.0}
    assert file.faults == ("Lines 3 and 4: it names no country.",)


def test_row_without_an_indicator_is_not_named_after_the_file() -> None:
    file = read("Indicator,Country,Year,Value\n,Mali,2020,1\nGDP,Chad,2020,2\n")
    assert values(file) == {("GDP", "TD", 2020): 2.0}
    assert file.faults == ("Line 2: it names no indicator.",)


@pytest.mark.parametrize("head", ["LOCATION,TIME,Value", "iso3,year,growth"])
def test_code_of_georgia_begins_no_table_though_others_call_a_column_so(head: str) -> None:
    file = read(f"{head}\nARM,2020,5\nGEO,2020,5.3\nGEO,2021,6.3\nAZE,2020,7\n")
    assert {(region, year): number for (_, region, year), number in values(file).items()} == {
        ("AM", 2020): 5.0,
        ("GE", 2020): 5.3,
        ("GE", 2021): 6.3,
        ("AZ", 2020): 7.0,
    }
    wide = read("Country Code,2019,2020\nARM,1,2\nGEO,2011,2012\nAZE,4,5\n")
    assert values(wide)["growth", "GE", 2020] == 2012.0
    assert values(wide)["growth", "AZ", 2020] == 5.0
    with pytest.raises(ImportFailure, match="no head"):
        read("ARM,2020,5\nGEO,2020,5.3\nAZE,2020,7\n")
    twice = read("geo,2019,2020\nAM,1,2\n\ngeo,2021,2022\nGE,5,6\n")
    assert values(twice)["growth", "GE", 2022] == 6.0


@pytest.mark.parametrize(
    "head",
    ["2024 Q1,2024 Q2", "2024_H1,2024_H2", "Jan 2024,March 2024", "2024 First quarter,2024 2"],
)
def test_part_of_a_year_is_no_indicator_of_that_year(head: str) -> None:
    with pytest.raises(ImportFailure, match="no column for the year"):
        read(f"Country,{head}\nMali,1,2\n")
    file = read(f"Country,Score 2023,{head}\nMali,5,1,2\n")
    assert values(file) == {("Score", "ML", 2023): 5.0}
    assert "no country or year is named by" in file.faults[0]


@pytest.mark.parametrize(
    "head",
    [
        "Country,2023,2024,,\n,,Q1,Q2,Q3",
        "Country,2023,2024,,\n,,Jan,Feb,March",
        ",,Q1,Q2,Q3\nCountry,2023,2024,2024,2024",
    ],
)
def test_part_of_a_year_in_another_row_of_the_head_is_told_and_not_read_as_its_year(
    head: str,
) -> None:
    file = read(f"{head}\nMali,5,1,2,3\n")
    assert values(file) == {("growth", "ML", 2023): 5.0}
    assert "is no year but a part of one" in file.faults[0]


def test_words_that_only_begin_like_a_part_of_a_year_are_indicators() -> None:
    file = read("Country,Marriages 2024,2024 Market\nMali,1,2\n")
    assert {one.indicator for one in file.series} == {"Marriages", "Market"}
    money = read("Country,M2,,GDP,\n,2023,2024,2023,2024\nMali,1,2,3,4\n")
    assert {one.indicator for one in money.series} == {"M2", "GDP"}


def test_what_computing_leaves_behind_the_fifteenth_digit_is_no_part_of_a_number() -> None:
    file = read(f"Country,2021,2022\nMali,0.3,{0.1 + 0.2}\n")
    assert [number for _, number, _ in file.series[0].points] == [0.3, 0.3]


@pytest.mark.parametrize("head", ["year,ARM,GEO", "Year,GEO,ARM", ",ARM,GEO"])
def test_code_of_georgia_among_those_of_other_countries_is_one_of_them(head: str) -> None:
    file = read(f"{head}\n2020,1,1\n2021,2,2\n")
    assert {one.region for one in file.series} == {"AM", "GE"}
    assert {year for (_, _, year) in values(file)} == {2020, 2021}


def test_what_is_named_with_its_unit_beneath_another_name_is_no_unit() -> None:
    file = read("Country,Year,Conflict,\n,,Deaths (number),Injured (number)\nMali,2020,1,2\n")
    assert units(file) == {"Conflict, Deaths": "number", "Conflict, Injured": "number"}
