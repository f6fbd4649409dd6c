"""A PDF written: objects that are dictionaries are packed together, a few hundred at a time.

WeasyPrint writes the same, but packs twice: once for the file, once for its identifier, and each as
hard as can be, which takes longer than joining finished parts.

Imports pydyf, so it is imported only when a document is made.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from hashlib import md5

import pydyf

_HEAD = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"
_TOGETHER = 400
"""Objects that are packed as one."""
_LEVEL = 6


class _File:
    """The bytes so far, and where each object is."""

    def __init__(self) -> None:
        self.data = bytearray(_HEAD)
        self.places: dict[int, tuple[int, int, int]] = {}
        """By number: 1, the position, 0; or 2, the number of the pack, the place in it."""

    def put(self, number: int, data: bytes) -> None:
        self.places[number] = (1, len(self.data), 0)
        self.data += b"%d 0 obj\n%b\nendobj\n" % (number, data)

    def put_packed(self, number: int, items: Sequence[tuple[int, bytes]]) -> None:
        """Put small objects into one; ``number`` is its own."""
        where, position = [], 0
        for place, (one, data) in enumerate(items):
            self.places[one] = (2, number, place)
            where.append(b"%d %d" % (one, position))
            position += len(data) + 1
        first = b" ".join(where) + b"\n"
        about = b"/Type /ObjStm/N %d/First %d" % (len(items), len(first))
        self.put(number, packed(first + b"\n".join(data for _, data in items), about))

    def end(self, number: int, about: bytes) -> bytes:
        """Return all bytes, with the table of objects as the last."""
        begins = len(self.data)
        self.places[number] = (1, begins, 0)
        widest = (begins.bit_length() + 7) // 8
        rows = (self.places.get(one, (0, 0, 0)) for one in range(number + 1))
        table = b"".join(
            kind.to_bytes(1, "big") + place.to_bytes(widest, "big") + index.to_bytes(2, "big")
            for kind, place, index in rows
        )
        about = b"/Type /XRef/Size %d/W [1 %d 2]%b" % (number + 1, widest, about)
        self.put(number, packed(table, about))
        return bytes(self.data) + b"startxref\n%d\n%%%%EOF\n" % begins


def written(pdf: pydyf.PDF, identifier: str) -> bytes:
    """Return a PDF as bytes; its ``identifier`` stands before a fingerprint of all it holds."""
    if pdf.info:
        pdf.add_object(pdf.info)
    file = _File()
    small = []
    for one in pdf.objects[1:]:
        if one.compressible:
            small.append((one.number, one.data))
        else:
            file.put(one.number, _stream(one))
    number = len(pdf.objects)
    for items in _some(small):
        file.put_packed(number, items)
        number += 1
    fingerprint = md5(file.data, usedforsecurity=False).hexdigest()
    info = b"/Info " + pdf.info.reference if pdf.info else b""
    ids = b"/ID [(%b) (%b)]" % (identifier.encode("ascii"), fingerprint.encode("ascii"))
    return file.end(number, b"/Root " + pdf.catalog.reference + info + ids)


def packed(data: bytes, about: bytes = b"") -> bytes:
    """Return a packed stream; ``about`` are entries of its dictionary."""
    small = zlib.compress(data, _LEVEL)
    head = b"<<%b/Filter /FlateDecode/Length %d>>" % (about, len(small))
    return b"%b\nstream\n%b\nendstream" % (head, small)


def _stream(one: pydyf.Object) -> bytes:
    if not (isinstance(one, pydyf.Stream) and one.compress):
        return bytes(one.data)
    data = b"\n".join(pydyf._to_bytes(line) for line in one.stream)
    return packed(data, pydyf.Dictionary(one.extra).data[2:-2])


def _some(small: list[tuple[int, bytes]]) -> Iterator[Sequence[tuple[int, bytes]]]:
    for first in range(0, len(small), _TOGETHER):
        yield small[first : first + _TOGETHER]
