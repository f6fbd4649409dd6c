"""Archives that lie, made by hand."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Mapping

_ENTRY = re.compile(rb"PK\x01\x02")


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return an archive of these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


def bomb(data: bytes, size: int = 300 << 20) -> bytes:
    """Return an archive whose list says of every part that it unpacks to so many bytes."""
    spoilt = bytearray(data)
    for entry in _ENTRY.finditer(data):
        struct.pack_into("<I", spoilt, entry.start() + 24, size)
    return bytes(spoilt)


def overlapping(data: bytes, times: int) -> bytes:
    """Return an archive whose list names its last part again and again, under other names."""
    start = data.rindex(b"PK\x01\x02")
    end = data.rindex(b"PK\x05\x06")
    entry, tail = data[start:end], bytearray(data[end:])
    count = struct.unpack_from("<H", tail, 10)[0] + times
    entries = b"".join(_renamed(entry, number) for number in range(times))
    struct.pack_into("<HHI", tail, 8, count, count, len(data[:end]) - _begin(data) + len(entries))
    return data[:end] + entries + bytes(tail)


def _renamed(entry: bytes, number: int) -> bytes:
    length = struct.unpack_from("<H", entry, 28)[0]
    name = f"{number:05}"[-length:].encode()
    return entry[: 46 + length - len(name)] + name + entry[46 + length :]


def _begin(data: bytes) -> int:
    at: int = struct.unpack_from("<I", data, data.rindex(b"PK\x05\x06") + 16)[0]
    return at
