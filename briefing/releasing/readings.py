"""The ways in which words can stand in bytes: as text of several codings, packed, or encoded.

Yields texts with the place where each stands. What holds other files (a zip, a PDF, a picture) is
opened, and so is what is encoded within a text, to a depth that no sound document reaches.
"""

from __future__ import annotations

import base64
import gzip
import html
import re
import struct
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from io import BytesIO
from urllib.parse import unquote
from zipfile import ZipFile, ZipInfo

from briefing.archives import BROKEN_ARCHIVE

Reading = tuple[str, str | bytes]
"""Where a text stands, and the text; bytes hold letters of one byte, zeros between or not."""

_DEEPEST = 6
_LARGEST = 256 * 1024 * 1024
_TAG = re.compile(r"<[^<>]*>")
_HYPHEN = re.compile(r"<w:noBreakHyphen\s*/>|&#8209;|&#x2011;")
"""A hyphen of Word at which no line ends, as codes have it."""
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_OCTAL = re.compile(r"\\([0-7]{3})")
_PERCENT = re.compile(r"%[0-9a-fA-F]{2}")
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{40,}(?:\r?\n[ \t]*[A-Za-z0-9+/_-]{4,})*={0,2}")
_HEX = re.compile(rb"[0-9a-fA-F]{32,}(?:\s+[0-9a-fA-F]{4,})*")
_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
"""How a packed stream begins, whatever its level."""
_PNG = b"\x89PNG\r\n\x1a\n"


class Readings:
    """Reads one file in every way, and counts what it has opened."""

    def __init__(self, *, accents: bool = True, wide: bool = True) -> None:
        """Take what need not be looked for: ``accents`` and ``wide`` letters, beyond one byte."""
        self.counts: Counter[str] = Counter()
        self._accents = accents
        self._wide = wide
        self._read: set[bytes] = set()

    def of(self, data: bytes, where: str, depth: int = 0) -> Iterator[Reading]:
        """Yield every text that the bytes of a file may hold."""
        if depth > _DEEPEST or not data:
            return
        opened = next((read for magic, read in self._kinds() if data.startswith(magic)), None)
        if opened is not None:
            yield from opened(data, where, depth)
        else:
            yield from self.plain(data, where, depth)

    def _kinds(self) -> tuple[tuple[bytes, Callable[[bytes, str, int], Iterator[Reading]]], ...]:
        return (
            (b"PK\x03\x04", self._zip),
            (b"%PDF-", self._pdf),
            (_PNG, self._png),
            (b"\x1f\x8b", self._gzip),
        )

    def plain(self, data: bytes, where: str, depth: int = 0) -> Iterator[Reading]:
        """Yield bytes as texts of several codings, and what is encoded within them; once."""
        digest = sha256(data).digest()
        if digest in self._read:
            return
        self._read.add(digest)
        yield where, data  # texts of two bytes a letter are among it: zeros are no letters
        text = _utf8(data)
        if text is not None:
            yield from self._decoded(text, where)
        elif self._accents:
            yield where, data.decode("utf-8", "ignore")
        if self._wide or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            for coding in ("utf-16-le", "utf-16-be"):
                for start in (0, 1):
                    yield where, data[start:].decode(coding, "ignore")
        yield from self._packed(data, where, depth)
        yield from self._encoded(data, where, depth)

    def _decoded(self, text: str, where: str) -> Iterator[Reading]:
        """Yield a text, and as it reads where its escapes and markup are undone."""
        yield where, text
        if "<" in text:
            yield where, html.unescape(_TAG.sub("", _HYPHEN.sub("-", text)))
        if "&" in text:
            yield where, html.unescape(text)
        if "\\" in text:
            yield where, _OCTAL.sub(_by_octal, _ESCAPE.sub(_by_number, text))
        if _PERCENT.search(text):
            yield where, unquote(text)

    def _packed(self, data: bytes, where: str, depth: int) -> Iterator[Reading]:
        for match in _ZLIB.finditer(data):
            unpacked = inflated(memoryview(data)[match.start() :])
            yield from self.of(unpacked, f"{where}, unpacked", depth + 1)

    def _encoded(self, data: bytes, where: str, depth: int) -> Iterator[Reading]:
        for match in _BASE64.finditer(data):
            yield from self.of(_from_base64(match[0]), f"{where}, encoded", depth + 1)
        for match in _HEX.finditer(data):
            with suppress(ValueError):
                found = bytes.fromhex(match[0].decode())
                yield from self.of(found, f"{where}, encoded", depth + 2)

    def _zip(self, data: bytes, where: str, depth: int) -> Iterator[Reading]:
        yield where, data
        try:
            package = ZipFile(BytesIO(data))
        except BROKEN_ARCHIVE:
            return  # what cannot be opened has been read as it is
        with package:
            yield f"{where}, comment", package.comment
            for entry in package.infolist():
                self.counts["part"] += 1
                inside = f"{where}, {entry.filename}"
                yield inside, f"{entry.filename} {entry.comment!r} {entry.extra!r}"
                yield from self.of(_part(package, entry), inside, depth + 1)

    def _gzip(self, data: bytes, where: str, depth: int) -> Iterator[Reading]:
        yield from self.plain(data, where, depth)
        with suppress(OSError, EOFError, zlib.error):
            yield from self.of(gzip.decompress(data), f"{where}, unpacked", depth + 1)

    def _png(self, data: bytes, where: str, depth: int) -> Iterator[Reading]:
        """Yield what a picture says of itself: its chunks of text, unpacked where they are."""
        self.counts["picture"] += 1
        yield where, data
        at = len(_PNG)
        while at + 8 <= len(data):
            size, kind = struct.unpack(">I4s", data[at : at + 8])
            body = data[at + 8 : at + 8 + size]
            at += 12 + size
            if kind in (b"zTXt", b"iTXt", b"tEXt", b"eXIf", b"iCCP"):
                inside = f"{where}, {kind.decode()}"
                yield from self.plain(body, inside, depth + 1)

    def _pdf(self, data: bytes, where: str, depth: int) -> Iterator[Reading]:
        from briefing.releasing.pdf_readings import pdf_readings

        yield from pdf_readings(self, data, where, depth)


def _part(package: ZipFile, entry: ZipInfo) -> bytes:
    """Return what a part of an archive holds; nothing of one that is damaged, or far too large."""
    if entry.file_size > _LARGEST:
        return b""
    try:
        return package.read(entry)
    except BROKEN_ARCHIVE:  # the others are read all the same
        return b""


def inflated(data: bytes | memoryview) -> bytes:
    """Return what a zlib stream unpacks to, as far as it can be; nothing for anything else."""
    unpacker = zlib.decompressobj()
    with suppress(zlib.error):
        return unpacker.decompress(data, _LARGEST)
    return b""


def _utf8(data: bytes) -> str | None:
    with suppress(UnicodeDecodeError):
        return data.decode("utf-8")
    return None


def _from_base64(text: bytes) -> bytes:
    plain = b"".join(text.split()).replace(b"-", b"+").replace(b"_", b"/").rstrip(b"=")
    with suppress(ValueError):
        return base64.b64decode(plain[: len(plain) // 4 * 4])
    return b""


def _by_number(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))


def _by_octal(found: re.Match[str]) -> str:
    return chr(int(found[1], 8) & 0xFF)
