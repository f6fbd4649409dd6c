"""A spreadsheet of one sheet of texts (ECMA-376 part 1, 18), the same bytes for the same texts.

All cells are texts that stand in the sheet itself, so nothing is ever computed.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape, quoteattr

_FIXED_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest a zip file can tell; the clock of the computer stays out."""
_LONGEST = 32_767
"""Characters that a cell holds."""
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_TYPES = f"""<Types xmlns="{_PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>\
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/>\
<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/>\
<Override PartName="/docProps/core.xml" \
ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"""
_ROOT = f"""<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>\
<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" \
Target="docProps/core.xml"/></Relationships>"""
_PARTS = f"""<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>\
<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>"""
_STYLES = f"""<styleSheet xmlns="{_MAIN}">\
<fonts count="2"><font><sz val="10"/><name val="Calibri"/></font>\
<font><b/><sz val="10"/><name val="Calibri"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill>\
<fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="2"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" \
applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>\
<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" \
applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet."""

    name: str
    width: int
    """In characters."""


def workbook(
    name: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    title: str,
    author: str,
    day: date,
) -> bytes:
    """Return a workbook whose one sheet holds the rows under its columns' names."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in _entries(name, columns, rows, title, author, day):
            entry = zipfile.ZipInfo(path, _FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, (_DECLARED + content).encode())
    return made.getvalue()


def _entries(
    name: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    title: str,
    author: str,
    day: date,
) -> Iterator[tuple[str, str]]:
    last = f"{_letters(len(columns))}{len(rows) + 1}"
    yield "[Content_Types].xml", _TYPES
    yield "_rels/.rels", _ROOT
    yield "docProps/core.xml", _core(title, author, day)
    yield "xl/workbook.xml", _workbook(name, _letters(len(columns)), len(rows) + 1)
    yield "xl/_rels/workbook.xml.rels", _PARTS
    yield "xl/styles.xml", _STYLES
    yield "xl/worksheets/sheet1.xml", "".join(_sheet(columns, rows, last))


def _workbook(name: str, last: str, count: int) -> str:
    """Return the workbook, which names the cells that its filter is over."""
    quoted = escape(f"'{name}'!$A$1:${last}${count}")
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name={quoteattr(name)} sheetId="1" r:id="rId1"/></sheets><definedNames>'
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">{quoted}'
        "</definedName></definedNames></workbook>"
    )


def _sheet(columns: Sequence[Column], rows: Sequence[Sequence[str]], last: str) -> Iterator[str]:
    yield f'<worksheet xmlns="{_MAIN}"><dimension ref="A1:{last}"/><sheetViews>'
    yield '<sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" '
    yield 'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>'
    for number, column in enumerate(columns, 1):
        yield f'<col min="{number}" max="{number}" width="{column.width}" customWidth="1"/>'
    yield "</cols><sheetData>"
    yield from _row(1, [column.name for column in columns], style=1)
    for number, row in enumerate(rows, 2):
        yield from _row(number, row, style=0)
    yield f'</sheetData><autoFilter ref="A1:{last}"/></worksheet>'


def _row(number: int, cells: Sequence[str], style: int) -> Iterator[str]:
    yield f'<row r="{number}">'
    for column, text in enumerate(cells, 1):
        place = f'r="{_letters(column)}{number}" s="{style}"'
        yield f'<c {place} t="inlineStr"><is><t xml:space="preserve">{_text(text)}</t></is></c>'
    yield "</row>"


def _text(text: str) -> str:
    return escape(_NOT_XML.sub(" ", text)[:_LONGEST])


def _letters(number: int) -> str:
    """Return the letters of a column counted from 1: ``A``, ``Z``, ``AA``."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _core(title: str, author: str, day: date) -> str:
    moment = f"{day.isoformat()}T00:00:00Z"
    dated = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_text(title)}</dc:title><dc:creator>{_text(author)}</dc:creator>{dated}"
        "</cp:coreProperties>"
    )
