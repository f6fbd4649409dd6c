"""A PDF made bytes, each of its objects once.

To find the identifier of a file pydyf makes bytes of everything a second time, and packs them again
as tightly as it can: the tenth part of the time of a document. The file is the same otherwise.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from functools import partial
from hashlib import md5
from typing import Any, BinaryIO

import pydyf

_LEVEL = 7
"""Of packing: the highest takes three times as long and saves a fiftieth."""
_HEAD = b"%%PDF-%s\n%%\xf0\x9f\x96\xa4\n"
_FOOT = b"startxref\n%d\n%%%%EOF\n"
_FREE, _PLAIN, _PACKED = 0, 1, 2
"""Where the table of a file says that an object is: nowhere, by itself, in a stream of many."""


def write_once(pdf: pydyf.PDF) -> None:
    """Have a file that is complete but not written yet written by what stands here."""
    pdf.write = partial(_write, pdf)


def _write(
    pdf: pydyf.PDF, output: BinaryIO, version: bytes, identifier: object, compress: bool
) -> None:
    """Write a file as ``pydyf.PDF.write`` does, whose place this takes."""
    if identifier in (None, True, False) or not compress or as_bytes(version) < b"1.5":
        pydyf.PDF.write(pdf, output, version, identifier, compress)
        return
    pdf.add_object(pdf.info)
    file = _File(_HEAD % as_bytes(version))
    many: list[tuple[int, bytes]] = []
    for one in pdf.objects[1:]:
        data = as_bytes(one)
        if isinstance(one, pydyf.Stream) or not one.compressible:
            file.add(one.number, data)
        else:
            many.append((one.number, data))
    file.add_many(len(pdf.objects), many)
    heads = {"Root": pdf.catalog.reference, "Info": pdf.info.reference}
    output.write(file.closed(heads, as_bytes(identifier)))


class _File:
    """What is written so far, and where each object stands."""

    def __init__(self, head: bytes) -> None:
        self._parts = [head]
        self._length = len(head)
        self._places: dict[int, tuple[int, int, int]] = {0: (_FREE, 0, 65535)}
        self._digest = md5(usedforsecurity=False)

    def add(self, number: int, data: bytes) -> None:
        """Add an object that stands by itself."""
        self._places[number] = _PLAIN, self._length, 0
        self._digest.update(data)
        self._put(b"%d 0 obj\n%s\nendobj\n" % (number, data))

    def add_many(self, number: int, objects: Iterable[tuple[int, bytes]]) -> None:
        """Add a stream, under this number, of objects that stand together."""
        index, stream, position = [], [], 0
        for place, (one, data) in enumerate(objects):
            self._places[one] = _PACKED, number, place
            index.append(b"%d %d" % (one, position))
            stream.append(data)
            position += len(data) + 1
        listed = b" ".join(index)
        extra = {"Type": "/ObjStm", "N": len(index), "First": len(listed) + 1}
        self.add(number, _stream(b"\n".join([listed, *stream]), extra))

    def closed(self, heads: dict[str, bytes], identifier: bytes) -> bytes:
        """Return the file, with the table of where everything is."""
        number, begin = len(self._places), self._length
        self._places[number] = _PLAIN, begin, 0
        places = [self._places[one] for one in range(number + 1)]
        sizes = [1, *(_size(max(column)) for column in list(zip(*places, strict=True))[1:])]
        digest = self._digest.hexdigest().encode()
        extra = {
            "Type": "/XRef",
            "Index": pydyf.Array((0, number + 1)),
            "W": pydyf.Array(sizes),
            "Size": number + 1,
            **heads,
            "ID": pydyf.Array([pydyf.String(one).data for one in (identifier, digest)]),
        }
        table = b"".join(
            value.to_bytes(size, "big")
            for place in places
            for value, size in zip(place, sizes, strict=True)
        )
        self._put(b"%d 0 obj\n%s\nendobj\n" % (number, _stream(table, extra)))
        self._put(_FOOT % begin)
        return b"".join(self._parts)

    def _put(self, data: bytes) -> None:
        self._parts.append(data)
        self._length += len(data)


def _size(number: int) -> int:
    """Return how many bytes a number takes."""
    return max(1, (number.bit_length() + 7) // 8)


def as_bytes(item: Any) -> bytes:
    """Return a value as it stands in a file."""
    kind = type(item)
    if kind is bytes:
        return item  # type: ignore[no-any-return]
    if kind is str:
        return item.encode("ascii")  # type: ignore[no-any-return]
    if kind is int:
        return b"%d" % item
    if isinstance(item, pydyf.Dictionary):
        parts = [b"/" + as_bytes(key) + b" " + as_bytes(value) for key, value in item.items()]
        return b"<<" + b"".join(parts) + b">>"
    if isinstance(item, pydyf.Array):
        return b"[" + b" ".join([as_bytes(child) for child in item]) + b"]"
    if isinstance(item, pydyf.Stream):
        data = b"\n".join([as_bytes(part) for part in item.stream])
        return _stream(data, item.extra, compress=item.compress)
    return pydyf._to_bytes(item)  # type: ignore[no-any-return]


def _stream(data: bytes, extra: dict[str, Any], *, compress: bool = True) -> bytes:
    told = pydyf.Dictionary(extra)
    if compress:
        told["Filter"] = "/FlateDecode"
        data = zlib.compress(data, _LEVEL)
    told["Length"] = len(data)
    return b"\n".join((as_bytes(told), b"stream", data, b"endstream"))
