"""Zip files written whole: the same bytes for the same content, and what is packed stays packed.

``zipfile`` packs again whatever it is given. The fonts of a reference document are most of a Word
file, and packing them takes longer than all else that is done for it; so they are taken over as
they lie in the reference.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

_LEVEL = 3
"""Half the time of the usual level for a twentieth more bytes."""
_VERSION = 20
_UNIX = 3
_ATTRIBUTES = 0o600 << 16
_KNOWN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_SIGN = b"PK\3\4"
_FIRST_DAY = 1 << 5 | 1
"""1 January 1980, the earliest that a zip file can tell; the clock of the computer stays out."""
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s4B4H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_NAME_AND_EXTRA = struct.Struct("<26x2H")
"""Where a local header tells how long what stands between it and the data is."""
_UTF_8 = 1 << 11


@dataclass(frozen=True, slots=True)
class Packed:
    """What a zip file holds of one file."""

    method: int
    checksum: int
    size: int
    """When unpacked."""
    data: bytes


def pack(data: bytes) -> Packed:
    """Return a file as a zip file holds it."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
    packed = packer.compress(data) + packer.flush()
    return Packed(zipfile.ZIP_DEFLATED, zlib.crc32(data), len(data), packed)


def packed_in(archive: bytes) -> dict[str, Packed]:
    """Return the files in a zip file as they lie there, by name, but for those packed otherwise.

    Raises:
        zipfile.BadZipFile: it is none.
    """
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        entries = opened.infolist()
    return {one.filename: _taken(one, archive) for one in entries if _is_plain(one, archive)}


def _is_plain(entry: zipfile.ZipInfo, archive: bytes) -> bool:
    """Tell whether a file can be taken over: it lies where the list says, packed in a usual way."""
    header = archive[entry.header_offset : entry.header_offset + _LOCAL.size]
    return entry.compress_type in _KNOWN and header[:4] == _SIGN and len(header) == _LOCAL.size


def _taken(entry: zipfile.ZipInfo, archive: bytes) -> Packed:
    """Return a file that is plain."""
    lengths = _NAME_AND_EXTRA.unpack_from(archive, entry.header_offset)
    begin = entry.header_offset + _LOCAL.size + sum(lengths)
    data = archive[begin : begin + entry.compress_size]
    return Packed(entry.compress_type, entry.CRC, entry.file_size, data)


def archive_of(files: Iterable[tuple[str, Packed]]) -> bytes:
    """Return a zip file that holds these files, in this order, by name."""
    local, central, place = [], [], 0
    for name, packed in files:
        written, listed = _headers(name, packed, place)
        local += [written, packed.data]
        central.append(listed)
        place += len(written) + len(packed.data)
    listing = b"".join(central)
    end = _END.pack(b"PK\5\6", 0, 0, len(central), len(central), len(listing), place, 0)
    return b"".join((*local, listing, end))


def _headers(name: str, packed: Packed, place: int) -> tuple[bytes, bytes]:
    """Return what stands before a file, and its line in the list of all."""
    encoded = name.encode()
    flags = 0 if name.isascii() else _UTF_8
    sizes = packed.checksum, len(packed.data), packed.size
    about = (flags, packed.method, 0, _FIRST_DAY, *sizes, len(encoded), 0)
    local = _LOCAL.pack(_SIGN, _VERSION, *about)
    where = (0, 0, 0, _ATTRIBUTES, place)
    listed = _CENTRAL.pack(b"PK\1\2", _VERSION, _UNIX, _VERSION, 0, *about, *where)
    return local + encoded, listed + encoded
