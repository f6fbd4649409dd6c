from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime
from functools import partial

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import ImportFailure
from briefing.indicators import parse_table
from briefing.indicators.numbers import number_of
from briefing.model import DataFile
from briefing.taxonomy import load_taxonomy

TAXONOMY = load_taxonomy()
DAY = date(2026, 1, 5)
HEAD = "indicator,country,year,value,unit,source\n"
XLSX_HEAD = ("Indicator", "Economy", "Period", "Value", "Unit", "Source")


def read(data: str | bytes, name: str = "growth.csv") -> DataFile:
    return parse_table(data.encode() if isinstance(data, str) else data, name, TAXONOMY, DAY)


def values(file: DataFile) -> dict[tuple[str, str, int], float]:
    return {
        (one.indicator, one.region, year): number
        for one in file.series
        for year, number, _ in one.points
    }


def workbook(*sheets: tuple[str, Sequence[Sequence[object]]]) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, rows in sheets:
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for place, cell in enumerate(row):
                    if isinstance(cell, datetime):
                        sheet.write_datetime(number, place, cell, day)
                    elif isinstance(cell, tuple):
                        sheet.write_formula(number, place, cell[0], None, cell[1])
                    else:
                        sheet.write(number, place, cell)
    return stream.getvalue()


def test_each_bad_row_is_told_by_line_and_the_others_are_kept() -> None:
    file = read(
        HEAD
        + "Growth,Armenia,2022,12.6,%,Office A\n"
        + "Growth,Armenja,2023,8.3,%,Office A\n"
        + "Growth,Georgia,20x3,7.8,%,Office A\n"
        + "Growth,Georgia,2023,about 7,%,Office A\n"
        + "Growth,Georgia,2021,11,4,%,Office A\n"
        + "Growth,Georgia,2022,..,%,Office A\n"
        + "Growth,ARM,2022,12.7,%,Office A\n"
        + "Growth,,2022,12.7,%,Office A\n"
        + "Growth,KZ,2020-Q1,1.5,%,Office A\n"
        + "Growth,Georgia,2024,9.4,%,Office A\n"
    )
    assert values(file) == {("Growth", "AM", 2022): 12.6, ("Growth", "GE", 2024): 9.4}
    assert file.series[0].points == ((2022, 12.6, 2),)
    assert file.without_value == 1
    assert file.faults == (
        "Line 3: “Armenja” is no country that is known here; is Armenia meant?",
        "Line 4: “20x3” is no year.",
        "Line 5: “about 7” is no number.",
        "Line 6: it has 7 cells, the head 6; what holds a comma belongs in quotation marks.",
        "Line 8: Growth, Armenia, 2022 stands on line 2 with another value.",
        "Line 9: it names no country.",
        "Line 10: “2020-Q1” is no year but a part of one.",
    )


def test_days_that_part_a_year_and_days_that_are_none_are_no_years() -> None:
    file = read(
        "indicator,country,year,value\n"
        "Trade,Armenia,2020-03-31,5\nTrade,Armenia,2020-06-30,6\nTrade,Armenia,2021-03-31,7\n"
        "Trade,Georgia,30/06/2020,8\nTrade,Georgia,06/30/2021,9\nTrade,Georgia,2022-99-99,9\n"
    )
    assert values(file) == {("Trade", "GE", 2020): 8.0, ("Trade", "GE", 2021): 9.0}
    assert file.faults == (
        "Lines 2 to 4: its day stands for a part of a year, not for one.",
        "Line 7: “2022-99-99” is no year.",
    )


def test_code_of_another_country_than_the_one_named_is_told() -> None:
    file = read(
        "country,code,year,value\nArmenia,GEO,2020,1\nArmenia,ARM,2021,2\nAtlantis,AM,2022,3\n"
    )
    assert values(file) == {("growth", "AM", 2021): 2.0, ("growth", "AM", 2022): 3.0}
    assert file.faults == ("Line 2: “GEO” is not the code of “Armenia”.",)


def test_many_bad_rows_are_told_together_and_no_more_than_can_be_read() -> None:
    good = "Growth,Armenia,2022,1,%,A\n"
    aggregates = "".join(f"Growth,Euro area,{year},1,%,A\n" for year in range(1990, 2020))
    assert read(HEAD + good + aggregates).faults == (
        "Lines 3 to 32: “Euro area” stands for a group of countries, and is left out.",
    )
    strange = "".join(f"Growth,Nowhere {n},2020,1,%,A\n" for n in range(90))
    told = read(HEAD + good + strange).faults
    assert len(told) == 40
    assert told[-1] == "And 51 more rows that cannot be read."


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(
            "\ufeffLand;Jahr;Wert\r\nArmenien;2022;1.234,5\r\nTürkei;2022;12.345\r\n".encode(),
            {("AM", 2022): 1234.5, ("TR", 2022): 12345.0},
            id="German with a mark",
        ),
        pytest.param(
            "Pays;Année;Valeur\nCôte d’Ivoire;2022;1\u202f234,5\nÉgypte;2022;−3,25\n".encode(
                "cp1252", "ignore"
            )
            .replace(b"1234", b"1 234")
            .replace(b";3,25", b";-3,25"),
            {("CI", 2022): 1234.5, ("EG", 2022): -3.25},
            id="French of Windows",
        ),
        pytest.param(
            "Value\tYear\tCountry/Economy\n1,234\t2020\tKorea, Rep.\n2.5\t2020\tViet Nam\n".encode(
                "utf-16"
            ),
            {("KR", 2020): 1234.0, ("VN", 2020): 2.5},
            id="tabs in UTF-16, columns in another order",
        ),
        pytest.param(
            b"REF_AREA,TIME_PERIOD,OBS_VALUE\nARM,2020,1.5\n051,2021,2e3\nEU,2021,7\n",
            {("AM", 2020): 1.5, ("AM", 2021): 2000.0, ("eu", 2021): 7.0},
            id="SDMX with codes",
        ),
        pytest.param(
            b'sep=,\ncountry,year,value\n"Congo, Rep.",31.12.2020,12%\nLA,2021-06-30,"1,000.5"\n',
            {("CG", 2020): 12.0, ("LA", 2021): 1000.5},
            id="days, per cent and quotation marks",
        ),
    ],
)
def test_usual_encodings_delimiters_and_numbers_are_understood(
    data: bytes, expected: dict[tuple[str, int], float]
) -> None:
    file = read(data)
    assert {(region, year): n for (_, region, year), n in values(file).items()} == expected
    assert not file.faults


def test_years_side_by_side_are_read_as_the_world_bank_gives_them() -> None:
    file = read(
        '"Data Source","World Development Indicators",\n\n"Last Updated Date","2025-01-28",\n\n'
        '"Country Name","Country Code","Indicator Name","Indicator Code","2019","2020","2021",\n'
        '"Armenia","ARM","GDP growth (annual %)","NY.GDP","7.6","","5.8",\n'
        '"Arab World","ARB","GDP growth (annual %)","NY.GDP","2.1","-5.4","3.7",\n'
    )
    assert values(file) == {("GDP growth", "AM", 2019): 7.6, ("GDP growth", "AM", 2021): 5.8}
    assert file.series[0].unit == "annual %"
    assert file.faults == (
        "Line 7: “Arab World” stands for a group of countries, and is left out.",
    )


def test_indicators_side_by_side_are_read_each_as_its_own() -> None:
    file = read("Entity,Code,Year,Population,Life expectancy\nGeorgia,GEO,2020,3.7,73.4\n")
    assert values(file) == {
        ("Population", "GE", 2020): 3.7,
        ("Life expectancy", "GE", 2020): 73.4,
    }


def test_scale_of_a_row_belongs_to_its_unit_and_an_unknown_one_is_told() -> None:
    file = read(
        "Country,Subject Descriptor,Units,Scale,2019\n"
        "Armenia,GDP,USD,Billions,13.6\nArmenia,Inflation,%,Units,1.4\n"
        "Armenia,Debt,Billion USD,Billions,6.8\nArmenia,Exports (US$),,6,5500\n"
        "Armenia,Imports,USD,Lakhs,13.6\n"
    )
    units = {one.indicator: one.unit for one in file.series}
    expected = {"GDP": "billion USD", "Inflation": "%", "Debt": "Billion USD"}
    assert units == expected | {"Exports": "million US$"}
    assert file.faults == ("Line 6: “Lakhs” is no scale that is known here.",)


def test_workbook_gives_the_sheet_with_the_table_and_formulas_as_they_were_computed() -> None:
    rows = [
        ("Growth of last year", None),
        XLSX_HEAD,
        ("Growth", "Armenia", 2022, 12.6, "%", "Office A"),
        ("Growth", "Georgia", datetime(2022, 12, 31), ("=5+6", 11), "%", "Office A"),  # noqa: DTZ001
        ("Growth", "Atlantis", 2022, 1, "%", "Office A"),
    ]
    file = read(workbook(("Notes", [("Read me",)]), ("Data", rows)), "growth.xlsx")
    assert values(file) == {("Growth", "AM", 2022): 12.6, ("Growth", "GE", 2022): 11.0}
    assert file.faults == ("Line 5: “Atlantis” is no country that is known here.",)


def test_cell_that_a_workbook_shows_in_per_cent_is_read_as_it_is_seen() -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        formats = ("0.0%", "0%", '0.0" %"', '0.00"x";-0.0%', "0.00%")
        rows = ((0.054, "%"), (0.07, None), (5.4, None), (0.5, None), (0.0123, "share of GDP"))
        sheet.write_row(0, 0, ("country", "year", "value", "unit"))
        for line, (shape, (number, unit)) in enumerate(zip(formats, rows, strict=True), 1):
            sheet.write_row(line, 0, ("Armenia", 2000 + line))
            sheet.write_number(line, 2, number, book.add_format({"num_format": shape}))
            sheet.write(line, 3, unit)
    file = read(stream.getvalue(), "growth.xlsx")
    found = {year: (n, one.unit) for one in file.series for year, n, _ in one.points}
    assert found == {
        2001: (5.4, "%"),
        2002: (7.0, "%"),
        2003: (5.4, ""),
        2004: (0.5, ""),
        2005: (1.23, "% (share of GDP)"),
    }


def test_workbook_that_unpacks_to_too_much_or_is_damaged_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("briefing.indicators.workbooks.LARGEST", 1024 * 1024)
    good = workbook(("Data", [XLSX_HEAD, ("Growth", "Armenia", 2022, 12.6, "%", "A")]))
    bomb = io.BytesIO(good)
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/media/image.bin", bytes(2 * 1024 * 1024))
    with pytest.raises(ImportFailure, match="the workbook unpacks to more than 1 MB"):
        read(bomb.getvalue(), "growth.xlsx")
    for data in (good[: len(good) // 2], good[:30] + bytes(60) + good[90:], b"PK\x03\x04"):
        with pytest.raises(ImportFailure, match="no sound XLSX workbook"):
            read(data, "growth.xlsx")


def test_workbook_of_too_many_cells_is_refused_before_they_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows: list[tuple[object, ...]] = [("Growth", "Armenia", 1900 + n, 1, "%") for n in range(100)]
    monkeypatch.setattr("briefing.indicators.workbooks.MOST_CELLS", 400)
    with pytest.raises(ImportFailure, match="the workbook has more than 400 cells"):
        read(workbook(("Data", [XLSX_HEAD, *rows])), "growth.xlsx")
    monkeypatch.undo()
    no_head = [*[("a", "b")] * 40, *rows]
    with pytest.raises(ImportFailure, match="no head that names its columns"):
        read(workbook(("Data", no_head)), "growth.xlsx")
    beside = workbook(("Raw", no_head), ("Data", [XLSX_HEAD, *rows]))
    assert read(beside, "growth.xlsx").values == 100


def repacked(
    data: bytes, change: Callable[[str, bytes], bytes], method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """Return a workbook with each of its parts changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", method) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return stream.getvalue()


def shortened(cut: str, keep: int, name: str, was: bytes) -> bytes:
    return was[: len(was) // keep] if name == cut else was


def refusal(data: bytes) -> str:
    try:
        return "" if read(data, "growth.xlsx").values else "nothing read"
    except ImportFailure as error:
        return error.message


def test_workbook_with_any_part_cut_off_or_spoilt_is_read_or_refused_in_words() -> None:
    good = workbook(("Data", [XLSX_HEAD, ("Growth", "Armenia", 2022, 12.6, "%", "A")]))
    refused = 0
    for cut in zipfile.ZipFile(io.BytesIO(good)).namelist():
        for keep in (2, 1000):
            data = repacked(good, partial(shortened, cut, keep))
            refused += "no sound XLSX workbook" in refusal(data)
    assert refused > 8
    packed = bytearray(repacked(good, lambda _, was: was, zipfile.ZIP_LZMA))
    packed[50:90] = bytes(40)
    with pytest.raises(ImportFailure, match="no sound XLSX workbook"):
        read(bytes(packed), "growth.xlsx")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("", "the file is empty"),
        ("a,b\n1,2\n", "no head that names its columns"),
        ("country,value\nArmenia,2\n", "no column for the year; line 1 names country and value"),
        ("country,year,value\nAtlantis,2020,1\n", "no figures. Line 2: “Atlantis” is no country"),
        ('country,year,value\nArmenia,2020,"5\nGeorgia,2020,6\n', "Line 2 opens a quotation mark"),
        (f"{HEAD}Growth,Armenia,2020,5,%,{'a' * 200_000}\n", "Line 2 has a cell of more than"),
        ("\x00\x01\x02\x03" * 90, "binary data"),
    ],
)
def test_what_is_wrong_with_a_whole_file_is_one_sentence_with_its_name(
    data: str, said: str
) -> None:
    with pytest.raises(ImportFailure, match=said) as caught:
        read(data)
    assert caught.value.message.startswith("growth.csv: ")


@given(st.binary(max_size=400))
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_read_or_refused_in_words(data: bytes) -> None:
    for begun in (b"", HEAD.encode(), b"PK\x03\x04"):
        with suppress(ImportFailure):
            assert read(begun + data).values


@given(
    st.floats(-1e9, 1e9, allow_nan=False).map(lambda number: round(number, 4)),
    st.sampled_from([("", "."), (",", "."), (".", ","), (" ", ","), ("\u202f", ","), ("’", ".")]),
)
@settings(max_examples=80, deadline=None)
def test_number_is_the_same_however_it_is_written(number: float, signs: tuple[str, str]) -> None:
    thousands, decimal = signs
    text = f"{number:,.4f}".replace(",", "T").replace(".", decimal).replace("T", thousands)
    assert number_of(text, decimal == ",") == number
