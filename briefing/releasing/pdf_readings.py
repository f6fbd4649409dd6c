"""The texts of a PDF: every object, every stream, the letters that its pages show, its leftovers.

Letters on pages are numbers of glyphs; they are read twice, by the tables of the fonts in each
stream that shows text, and as a reader of PDF copies them from each page.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf

from briefing.releasing.readings import Reading, inflated

if TYPE_CHECKING:
    from briefing.releasing.readings import Readings

_STREAM = re.compile(rb"stream\r?\n")
_CODE = r"<([0-9a-fA-F\s]+)>\s*"
_CMAP_CHAR = re.compile(_CODE * 2)
_CMAP_RANGE = re.compile(_CODE * 3)
_CMAP_PART = re.compile(r"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_CMAP_LIST = re.compile(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*\[([^\]]*)\]")
_SHOWS = re.compile(rb"""[)\]>]\s*(?:T[jJ]|['"])\s""")
_SHOWN = frozenset({"Tj", "TJ", "'", '"'})
_WIDEST_RANGE = 70_000
Table = dict[int, str]
"""What the codes of a font stand for."""


def pdf_readings(readings: Readings, data: bytes, where: str, depth: int) -> Iterator[Reading]:
    """Yield every text of a PDF."""
    yield f"{where}, its bytes", data
    for number, found in enumerate(_STREAM.finditer(data), 1):
        unpacked = inflated(memoryview(data)[found.end() :])
        yield from readings.plain(unpacked, f"{where}, stream {number} of the file", depth + 1)
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            yield from _objects(readings, pdf, where, depth)
    except pikepdf.PdfError:
        return  # no reader opens it either; its bytes have been read
    yield from _pages(readings, data, where)


def _objects(readings: Readings, pdf: pikepdf.Pdf, where: str, depth: int) -> Iterator[Reading]:
    tables = _tables(pdf)
    yield f"{where}, trailer", " ".join(_strings(pdf.trailer))
    for entry in pdf.objects:
        number = entry.objgen[0] if entry.is_indirect else 0
        inside = f"{where}, object {number}"
        yield inside, " ".join(_strings(entry))
        if isinstance(entry, pikepdf.Stream):
            readings.counts["stream"] += 1
            if entry.get("/Type") == "/EmbeddedFile":
                readings.counts["attachment"] += 1
            yield from readings.of(_bytes_of(entry), inside, depth + 1)
            yield from _shown(entry, tables, inside)


def _bytes_of(stream: pikepdf.Stream) -> bytes:
    try:
        return bytes(stream.read_bytes())
    except pikepdf.PdfError:  # a picture whose coding is its own
        return bytes(stream.read_raw_bytes())


def _strings(value: Any, depth: int = 0) -> Iterator[str]:
    """Yield the names and texts in an object, not in those that it refers to."""
    if isinstance(value, pikepdf.String | pikepdf.Name):
        yield str(value)
        if isinstance(value, pikepdf.String):
            yield bytes(value).decode("utf-8", "ignore")
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        for key in value.keys():  # noqa: SIM118 - no mapping of Python's
            yield str(key)
            yield from _within(value[key], depth)
    elif isinstance(value, pikepdf.Array):
        for item in value:
            yield from _within(item, depth)


def _within(value: Any, depth: int) -> Iterator[str]:
    if not getattr(value, "is_indirect", False) and depth < 40:
        yield from _strings(value, depth + 1)


def _tables(pdf: pikepdf.Pdf) -> dict[str, list[Table]]:
    """Return what codes stand for by the names that resources give their fonts; "": of any font."""
    fonts: dict[str, dict[tuple[int, int], Any]] = {"": {}}
    for entry in pdf.objects:
        if not isinstance(entry, pikepdf.Dictionary | pikepdf.Stream):
            continue
        if entry.get("/Type") == "/Font" and "/ToUnicode" in entry:
            fonts[""][entry.objgen] = entry
        for holder in (entry, entry.get("/Resources", None)):
            named = holder.get("/Font", None) if isinstance(holder, pikepdf.Dictionary) else None
            for name, font in named.items() if isinstance(named, pikepdf.Dictionary) else ():
                key = font.objgen if font.is_indirect else (0, id(font))
                fonts.setdefault(str(name), {})[key] = font
    made = {key: _table(font) for of_name in fonts.values() for key, font in of_name.items()}
    return {name: [made[key] for key in of_name] for name, of_name in fonts.items()}


def _table(font: Any) -> Table:
    """Return what the codes of a font stand for, by its table for copying text."""
    table: Table = {}
    with suppress(pikepdf.PdfError, AttributeError, KeyError, ValueError):
        text = bytes(font["/ToUnicode"].read_bytes()).decode("latin-1")
        for kind, lines in _CMAP_PART.findall(text):
            table.update(_chars(lines) if kind == "bfchar" else _ranges(lines))
    return table


def _chars(lines: str) -> Iterator[tuple[int, str]]:
    for code, words in _CMAP_CHAR.findall(lines):
        yield int(_joined(code), 16), _text(words)


def _ranges(lines: str) -> Iterator[tuple[int, str]]:
    for first, _, listed in _CMAP_LIST.findall(lines):
        for number, words in enumerate(re.findall(r"<([0-9a-fA-F]+)>", listed)):
            yield int(first, 16) + number, _text(words)
    for first, last, words in _CMAP_RANGE.findall(_CMAP_LIST.sub("", lines)):
        begin, end = int(_joined(first), 16), int(_joined(last), 16)
        start = _text(words)
        for code in range(begin, min(end, begin + _WIDEST_RANGE) + 1) if start else ():
            yield code, start[:-1] + chr(min(ord(start[-1]) + code - begin, 0x10FFFF))


def _joined(code: str) -> str:
    return "".join(code.split())


def _text(code: str) -> str:
    return bytes.fromhex(_joined(code)).decode("utf-16-be", "ignore")


def _shown(stream: pikepdf.Stream, tables: dict[str, list[Table]], where: str) -> Iterator[Reading]:
    """Yield the letters that a stream shows, by the fonts that it names; else by any font."""
    codes: dict[str, list[bytes]] = {}
    font = ""
    for operands, operator in _instructions(stream):
        if operator == "Tf" and operands:
            font = str(operands[0])
        elif operator in _SHOWN:
            codes.setdefault(font, []).extend(_codes(operands))
        elif operands and operator in ("BDC", "DP"):
            yield where, " ".join(text for one in operands for text in _strings(one))
    for name, shown in codes.items():
        for table in tables.get(name) or tables[""]:
            yield f"{where}, text", _read(shown, table)


def _instructions(stream: pikepdf.Stream) -> list[tuple[Sequence[Any], str]]:
    """Return the instructions of a stream; none where it holds something else."""
    if not _SHOWS.search(_bytes_of(stream)):
        return []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of streams that only look as if they showed text
            parsed = pikepdf.parse_content_stream(stream)
            return [(tuple(one.operands), str(one.operator)) for one in parsed]
    except (pikepdf.PdfError, TypeError, ValueError):
        return []


def _codes(operands: Iterable[Any]) -> Iterator[bytes]:
    for one in operands:
        if isinstance(one, pikepdf.String):
            yield bytes(one)
        elif isinstance(one, pikepdf.Array | list):
            yield from _codes(one)


def _read(shown: Sequence[bytes], table: Table) -> str:
    """Return what strings show, their codes being of two bytes, or of one where none is known."""
    both = []
    for text in shown:
        wide = [int.from_bytes(text[at : at + 2]) for at in range(0, len(text) - 1, 2)]
        both.append("".join(table.get(code, "") for code in wide))
    narrow = ("".join(table.get(code, "") for code in text) for text in shown)
    return "".join(both) + " " + "".join(narrow)


def _pages(readings: Readings, data: bytes, where: str) -> Iterator[Reading]:
    """Yield the text of each page as a reader copies it."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return
    try:
        for number, page in enumerate(document, 1):
            readings.counts["page"] += 1
            text = page.get_textpage()
            yield f"{where}, page {number}", text.get_text_bounded()
            text.close()
            page.close()
    finally:
        document.close()
