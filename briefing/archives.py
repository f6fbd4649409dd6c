"""What goes wrong when an archive is opened or read that is no sound one."""

from __future__ import annotations

import lzma
import zipfile
import zlib

BROKEN_ARCHIVE = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError),
    RuntimeError,  # locked, or packed in a way that zipfile does not know
)
"""What ``zipfile`` raises on such a file; it has no error of its own for all of them."""
