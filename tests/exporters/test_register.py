"""The evidence register: a row for each finding, which no spreadsheet computes anything of."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace

import pytest
from lxml import etree

from briefing.exporters.register import COLUMNS, CSV, XLSX, shown
from briefing.model import Brief, RenderedBrief
from briefing.templating import render
from tests import briefs

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
NAMES = [column.name for column in COLUMNS]


def rendered(brief: Brief | None = None) -> RenderedBrief:
    return render(brief or briefs.brief(), briefs.figures(), briefs.TAXONOMY)


def table(brief: Brief | None = None) -> list[dict[str, str]]:
    """Return the rows of the CSV by their columns."""
    text = CSV.export(rendered(brief)).data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def sheet(brief: Brief | None = None) -> list[list[str]]:
    """Return the cells of the spreadsheet, each of them a text."""
    with zipfile.ZipFile(io.BytesIO(XLSX.export(rendered(brief)).data)) as archive:
        root = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
        texts = etree.fromstring(archive.read("xl/sharedStrings.xml"))
    shared = ["".join(one.itertext()) for one in texts.iter(f"{MAIN}si")]
    cells = [list(row.iter(f"{MAIN}c")) for row in root.iter(f"{MAIN}row")]
    assert root.find(f".//{MAIN}f") is None
    return [[_shown(cell, shared) for cell in row] for row in cells]


def _shown(cell: etree._Element, shared: list[str]) -> str:
    if cell.get("t") is None:  # a cell without words
        assert len(cell) == 0
        return ""
    assert cell.get("t") == "s"
    return shared[int("".join(cell.itertext()))]


def test_each_printed_finding_has_a_row() -> None:
    rows = table()
    assert list(rows[0]) == NAMES
    assert [row["Code"] for row in rows] == [one.code for one in briefs.brief().findings]
    first = rows[0]
    assert first["Words"] == briefs.brief().findings[0].text
    assert first["Section"] == "South Caucasus · Conflict and territory"
    assert (first["Author"], first["Date"]) == ("Tomasz Halicki, Anne Besson", "2022-12")
    assert (first["Page"], first["Paragraph"]) == ("3", "1")
    assert (first["Verbatim"], first["Report"]) == ("yes", "hinterland.pdf")
    assert first["SHA-256"] == briefs.source_hash(1)
    assert rows[4]["Also in"] == "hinterland.pdf, p. 10 ¶ 1"


def test_the_spreadsheet_holds_what_the_csv_does() -> None:
    heads, *rows = sheet()
    assert heads == NAMES
    assert [dict(zip(NAMES, row, strict=True)) for row in rows] == table()


def test_a_brief_that_was_not_compared_says_so() -> None:
    assert {row["Verbatim"] for row in table(replace(briefs.brief(), verified=None))} == {
        "not compared"
    }


def test_a_brief_without_findings_has_a_head_alone() -> None:
    assert table(briefs.empty_brief()) == []
    assert sheet(briefs.empty_brief()) == [NAMES]


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_what_a_spreadsheet_would_compute_is_shown_instead(begin: str) -> None:
    evil = f'{begin}HYPERLINK("http://x.example","y")'
    assert shown(evil) == f"'{evil}"
    source = briefs.sources({1: 1})[0]
    title = replace(source.metadata, title=evil, authors=(evil,))
    made = replace(briefs.brief_of("The talks begin."), sources=(replace(source, metadata=title),))
    (row,) = table(made)
    assert row["Title"].startswith("'")
    assert row["Author"].startswith("'")
    assert sheet(made)[1][NAMES.index("Title")].startswith("'")


def test_signs_that_no_file_can_hold_do_not_spoil_it() -> None:
    made = replace(briefs.brief(), title="a\x00b\ud800<&\ufffe>")
    assert len(sheet(made)) == len(table(made)) + 1


@pytest.mark.parametrize("exporter", [CSV, XLSX])
def test_the_same_brief_gives_the_same_bytes(exporter: object) -> None:
    assert exporter.export(rendered()).data == exporter.export(rendered()).data  # type: ignore[attr-defined]
