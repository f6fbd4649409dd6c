"""The texts of a PDF: every stream, the strings of every object, the letters that its pages show.

Nothing is looked up in the file's own table of objects: whatever stands in the bytes is read,
leftovers of earlier revisions too. Letters on pages are numbers of glyphs; they are read twice, by
the tables of all fonts in the file, and as a reader of PDF copies them from each page.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from briefing.releasing.readings import Reading, inflated

if TYPE_CHECKING:
    from briefing.releasing.readings import Readings

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_OF_STREAM = re.compile(rb"(?<!end)stream\r?\n.*?endstream", re.DOTALL)
_LITERAL = rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.|\([^()]*\))*\))*\)"
_HEX = rb"<[0-9a-fA-F\s]+>"
_STRING = re.compile(_LITERAL + b"|" + _HEX, re.DOTALL)
_TOKEN = re.compile(
    rb"(?P<string>" + _LITERAL + b"|" + _HEX + rb")|/(?P<name>[^\s()<>\[\]{}/%]+)"
    rb"|(?P<word>[A-Za-z'\"*]+)",
    re.DOTALL,
)
_SHOWS = re.compile(rb"""[)\]>]\s*(?:T[jJ]|['"])\s""")
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_CONTROLS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_CODE = rb"<([0-9a-fA-F\s]+)>\s*"
_CHAR = re.compile(_CODE * 2)
_RANGE = re.compile(_CODE * 3)
_RANGE_LIST = re.compile(_CODE * 2 + rb"\[([^\]]*)\]")
_TABLE_PART = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_WIDEST_RANGE = 70_000
Table = dict[int, str]
"""What the codes of a font stand for."""


@dataclass(frozen=True)
class _Stream:
    """A stream as it stands in the file: the dictionary before it, and its bytes."""

    head: bytes
    packed: bytes | memoryview

    @cached_property
    def data(self) -> bytes:
        """Its bytes unpacked; as they are, where they are not packed or by means of their own."""
        raw = bytes(self.packed)
        with suppress(ValueError):
            if b"ASCIIHex" in self.head:
                raw = bytes.fromhex(raw.partition(b">")[0].decode("ascii"))
            if b"ASCII85" in self.head:
                raw = base64.a85decode(raw.partition(b"~>")[0])
        return inflated(raw) or raw


def pdf_readings(readings: Readings, data: bytes, where: str, depth: int) -> Iterator[Reading]:
    """Yield every text of a PDF."""
    yield f"{where}, its bytes", data
    streams = list(_streams(data))
    tables = [table for table in map(_table, streams) if table]
    yield from _strings(_OF_STREAM.sub(b"", data), f"{where}, its objects")
    for number, stream in enumerate(streams, 1):
        readings.counts["stream"] += 1
        readings.counts["attachment"] += b"/EmbeddedFile" in stream.head
        inside = f"{where}, stream {number}"
        yield from readings.of(stream.data, inside, depth + 1)
        if b"/ObjStm" in stream.head or _SHOWS.search(stream.data):
            yield from _strings(stream.data, inside)
        if _SHOWS.search(stream.data):
            yield from _shown(stream.data, tables, f"{inside}, text")
    yield from _pages(readings, data, where)


def _streams(data: bytes) -> Iterator[_Stream]:
    whole = memoryview(data)
    for found in _STREAM.finditer(data):
        head = data[max(0, data.rfind(b"obj", 0, found.start())) : found.start()]
        end = data.find(b"endstream", found.end())
        yield _Stream(head, whole[found.end() : end if end >= 0 else len(data)])


def _strings(data: bytes, where: str) -> Iterator[Reading]:
    """Yield the strings among bytes, one after the other, and each coding that they can have."""
    found = [_string(match[0]) for match in _STRING.finditer(data)]
    wide = (
        text.decode("utf-16", "ignore") for text in found if text[:2] in (b"\xfe\xff", b"\xff\xfe")
    )
    yield where, " ".join(wide)
    yield where, b" ".join(found)
    yield where, b" ".join(found).decode("utf-8", "ignore")


def _string(token: bytes) -> bytes:
    """Return what a literal or hexadecimal string stands for."""
    if token.startswith(b"<"):
        digits = b"".join(token[1:-1].split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    return _ESCAPED.sub(_unescaped, token[1:-1])


def _unescaped(found: re.Match[bytes]) -> bytes:
    sign = found[1]
    if sign[0] in b"01234567":
        return bytes([int(sign, 8) & 0xFF])
    return b"" if sign in (b"\n", b"\r", b"\r\n") else _CONTROLS.get(sign, sign)


def _table(stream: _Stream) -> Table:
    """Return what the codes of a font stand for, if the stream is its table for copying text."""
    table: Table = {}
    if b"beginbf" in stream.data:
        for kind, lines in _TABLE_PART.findall(stream.data):
            table.update(_chars(lines) if kind == b"bfchar" else _ranges(lines))
    return table


def _chars(lines: bytes) -> Iterator[tuple[int, str]]:
    for code, words in _CHAR.findall(lines):
        yield _number(code), _text(words)


def _ranges(lines: bytes) -> Iterator[tuple[int, str]]:
    for first, _, listed in _RANGE_LIST.findall(lines):
        for at, words in enumerate(re.findall(rb"<([0-9a-fA-F]+)>", listed)):
            yield _number(first) + at, _text(words)
    for first, last, words in _RANGE.findall(_RANGE_LIST.sub(b"", lines)):
        begin, end, start = _number(first), _number(last), _text(words)
        for code in range(begin, min(end, begin + _WIDEST_RANGE) + 1) if start else ():
            yield code, start[:-1] + chr(min(ord(start[-1]) + code - begin, 0x10FFFF))


def _number(code: bytes) -> int:
    return int(b"".join(code.split()), 16)


def _text(code: bytes) -> str:
    return bytes.fromhex(b"".join(code.split()).decode("ascii")).decode("utf-16-be", "ignore")


def _shown(data: bytes, tables: Sequence[Table], where: str) -> Iterator[Reading]:
    """Yield the letters that a stream shows, by the tables that know most of them.

    Names of fonts may mislead, and codes are of two bytes or of one; a table that knows a part of
    them only is another font's, and would drop letters.
    """
    for strings in _codes(data).values():
        ways = [
            (sum(code in table for code in codes) / len(codes), codes, table)
            for codes in (_wide(strings), [code for text in strings for code in text])
            for table in tables
            if codes
        ]
        most = max((share for share, _, _ in ways), default=0)
        for share, codes, table in ways:
            if share == most:
                yield where, "".join(table.get(code, "") for code in codes)


def _wide(strings: Sequence[bytes]) -> list[int]:
    """Return the codes of two bytes in strings."""
    starts = ((text, at) for text in strings for at in range(0, len(text) - 1, 2))
    return [int.from_bytes(text[at : at + 2]) for text, at in starts]


def _codes(data: bytes) -> Mapping[bytes, list[bytes]]:
    """Return the strings that a stream shows, by the names of their fonts."""
    shown: dict[bytes, list[bytes]] = {}
    font, name = b"", b""
    waiting: list[bytes] = []
    for token in _TOKEN.finditer(data):
        if token["string"] is not None:
            waiting.append(_string(token["string"]))
        elif token["name"] is not None:
            name = token["name"]
        else:
            if token["word"] == b"Tf":
                font = name
            elif token["word"] in (b"Tj", b"TJ", b"'", b'"'):
                shown.setdefault(font, []).extend(waiting)
            waiting = []
    return shown


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
