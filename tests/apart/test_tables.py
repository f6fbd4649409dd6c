"""Tables of figures are read apart too: what one does to what reads it costs that table alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefing.apart import Limits, Readers, read_table_file
from briefing.errors import ImportFailure
from tests.indicators.test_reading import XLSX_HEAD, workbook

DAY = date(2026, 11, 22)
TABLE = b"indicator,country,year,value\nGrowth,Armenia,2020,5\nGrowth,Georgia,20x1,6\n"


def test_a_table_read_apart_is_told_with_its_bad_rows(tmp_path: Path) -> None:
    path = tmp_path / "growth.csv"
    path.write_bytes(TABLE)
    read = read_table_file(path, DAY)
    assert (read.name, read.values, read.imported) == ("growth.csv", 1, "2026-11-22")
    assert read.faults == ("Line 3: “20x1” is no year.",)


def test_a_workbook_can_be_read_by_a_process_that_is_refused_all_else(tmp_path: Path) -> None:
    path = tmp_path / "growth.xlsx"
    row = ["Growth", "Armenia", 2020, 5]
    path.write_bytes(workbook(("Data", [XLSX_HEAD, row])))
    assert read_table_file(path, DAY).values == 1


def test_what_is_no_table_is_told_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").touch()
    for path in (tmp_path, tmp_path / "none.csv", tmp_path / "empty.csv"):
        with pytest.raises(ImportFailure, match=path.name):
            read_table_file(path, DAY)


def test_a_table_keeps_to_the_limits_and_the_next_is_read() -> None:
    readers = Readers(1)
    try:
        many = b"indicator,country,year,value,source\n" + b"".join(
            b"Growth,Armenia,%d,5,%s %d\n" % (year, b"Office " * 40, year)
            for year in range(1900, 40_000)  # far more than the limit, not just about it
        )
        with pytest.raises(ImportFailure, match="more than 8 MB of memory"):
            readers.read_table(many, "many.csv", DAY, Limits(mebibytes=8)).result()
        assert readers.read_table(TABLE, "growth.csv", DAY).result().values == 1
    finally:
        readers.close()
