"""Turn the bytes of a text file into characters, whatever its encoding and whatever it declares."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from briefing.errors import ImportFailure

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 64 * 1024  # bytes looked at when guessing
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\v\x1a\x1b")
_OTHER_CONTROLS = bytes(byte for byte in range(32) if byte not in _TEXT_CONTROLS)
_MOST_CONTROLS = 0.01  # of the bytes; more is no text
_MOST_FAULTS = 0.002  # of the characters of an otherwise sound UTF-8 file


def decode(data: bytes, declared: str = "") -> str:
    """Return the text in ``data``; ``declared`` is the encoding the file names, if any.

    A byte-order mark is believed first, then sound UTF-8, then what the file declares if the text
    bears it out, then what its bytes look like.

    Raises:
        ImportFailure: the bytes are not text.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    if wide := _wide_encoding(data):
        return data.decode(wide, errors="replace")
    if not is_text(data):
        raise ImportFailure(
            "The file is not text: it holds binary data.",
            "Check that it was saved completely and that its ending is right.",
        )
    return _utf8(data) or _declared(data, declared) or _guessed(data)


def is_text(data: bytes) -> bool:
    """Return whether the bytes can be text in some encoding."""
    if data.startswith(tuple(mark for mark, _ in _MARKS)) or _wide_encoding(data):
        return True
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, delete=_OTHER_CONTROLS))
    return controls <= _MOST_CONTROLS * len(sample)


def _wide_encoding(data: bytes) -> str:
    """Return the encoding of UTF-16 without a mark: every other byte of its Latin text is zero."""
    sample = data[: _SAMPLE // 16 * 2]
    if len(sample) < 8 or not sample.count(0):
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    most, least = 0.4 * len(sample) / 2, 0.02 * len(sample)
    name = "utf-16-le" if odd > most and even < least else ""
    name = "utf-16-be" if even > most and odd < least else name
    text = sample.decode(name, errors="replace") if name else ""
    controls = sum(character < " " and character not in "\t\n\r\f" for character in text)
    return name if controls <= _MOST_CONTROLS * len(text) else ""


def _utf8(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
    sound = sum(character > "\x7f" and character != "\ufffd" for character in text[:_SAMPLE])
    faults = text.count("\ufffd")
    return text if faults <= _MOST_FAULTS * len(text) and sound > 4 * faults else ""


def _declared(data: bytes, name: str) -> str:
    """Return the text read as it is declared, unless that gives characters no text holds."""
    try:
        codec = codecs.lookup(name.strip().lower()) if name.strip() else None
        if codec is None or codec.name in ("utf-8", "utf-16", "utf-32"):
            return ""
        text = data.decode("cp1252" if codec.name in ("iso8859-1", "ascii") else codec.name)
    except (LookupError, UnicodeDecodeError):
        return ""
    return "" if any("\x80" <= character <= "\x9f" for character in text) else text


def _guessed(data: bytes) -> str:
    best = from_bytes(data[:_SAMPLE]).best()
    for name in (best.encoding if best else "", "cp1252", "latin-1"):
        try:
            text = data.decode(name) if name else ""
        except (LookupError, UnicodeDecodeError):
            continue
        if text:
            return text
    return data.decode("latin-1")
