"""Pictures and fonts of a house, looked over before a document takes them in."""

from __future__ import annotations

import struct
import warnings
import zlib
from io import BytesIO
from pathlib import Path

from briefing.errors import reason

_LARGEST_PICTURE = 8 * 1024 * 1024
_MOST_PIXELS = 16_000_000
_MOST_ACROSS = 1600
"""Pixels that a logo is kept with: more than print shows at its size."""
_LARGEST_FONT = 16 * 1024 * 1024
_NOT_TO_BE_EMBEDDED = 0x0002
_DAMAGED = (struct.error, zlib.error, *(IndexError, TypeError, AttributeError, OverflowError))
"""What the libraries raise on a damaged file besides errors of their own."""
_SAMPLE = "ABCXYZabcxyz0189.,–"


def picture(path: Path) -> tuple[bytes, float]:
    """Return a picture as PNG on white, without anything else its file held, and width by height.

    Raises:
        ValueError: it is no picture that can be used; the message goes on after its name.
    """
    from PIL import Image, UnidentifiedImageError

    data = _read(path, _LARGEST_PICTURE)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of many pixels, which are counted here
            with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as image:
                is_bearable = image.width * image.height <= _MOST_PIXELS
                shown = image.convert("RGBA") if is_bearable else None
    except Image.DecompressionBombError:
        shown = None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, *_DAMAGED) as error:
        raise ValueError("is no picture") from error
    if shown is None:
        raise ValueError("has too many pixels")
    shown.thumbnail((_MOST_ACROSS, _MOST_ACROSS))
    flat = Image.new("RGB", shown.size, "white")
    flat.paste(shown, mask=shown.getchannel("A"))
    written = BytesIO()
    flat.save(written, "PNG")
    return written.getvalue(), flat.width / flat.height


def usable_font(path: Path) -> bytes:
    """Return the bytes of a font that documents may hold.

    Raises:
        ValueError: it is none; the message goes on after its name.
    """
    from fontTools.ttLib import TTFont, TTLibError

    data = _read(path, _LARGEST_FONT)
    try:
        with TTFont(BytesIO(data), lazy=True) as font:
            held = font.getBestCmap() or {}
            rights = font["OS/2"].fsType if "OS/2" in font else 0
    except (TTLibError, OSError, KeyError, AssertionError, EOFError, *_DAMAGED) as error:
        raise ValueError("is no font") from error
    if any(ord(char) not in held for char in _SAMPLE):
        raise ValueError("lacks letters of the Latin alphabet")
    if rights & 0x000F == _NOT_TO_BE_EMBEDDED:
        raise ValueError("forbids to be put into documents")
    return data


def _read(path: Path, most: int) -> bytes:
    try:
        if path.stat().st_size > most:
            raise ValueError(f"is larger than {most // 1024 // 1024} MB")
        return path.read_bytes()
    except OSError as error:
        raise ValueError(f"cannot be read: {reason(error)}") from error
