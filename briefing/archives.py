"""Archives from anywhere: what goes wrong with one that is not sound, and how large they may be."""

from __future__ import annotations

import lzma
import zipfile
import zlib

BROKEN_ARCHIVE = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError),
    RuntimeError,  # locked, or packed in a way that zipfile does not know
)
"""What ``zipfile`` raises on such a file; it has no error of its own for all of them."""
MOST_UNPACKED = 256 * 1024 * 1024
"""Bytes of all parts of a document but its pictures, unpacked; a report of a thousand pages has
some 30 MB."""
_MOST_PARTS = 10_000
_PICTURES = ("word/media/", "word/embeddings/")


def is_bomb(archive: zipfile.ZipFile) -> bool:
    """Return whether an archive says that it unpacks to more than a document can hold.

    What it says is an upper bound: no part is ever read beyond the size that stands in the list.
    """
    parts = [part for part in archive.infolist() if not part.filename.startswith(_PICTURES)]
    return len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED


def part_of(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return the bytes of a part.

    Raises:
        KeyError: there is none of that name.
        zipfile.BadZipFile and what else ``BROKEN_ARCHIVE`` names: it is damaged, or far too large.
    """
    if archive.getinfo(name).file_size > MOST_UNPACKED:
        raise zipfile.BadZipFile("larger than a part can be")
    return archive.read(name)
