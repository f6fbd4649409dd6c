"""Characters of symbol fonts, which documents keep in the private area U+F000 to U+F0FF."""

from __future__ import annotations

_SIGNS = {
    0xB7: "•", 0xA7: "▪", 0xA8: "▪", 0x6E: "▪", 0x71: "▪", 0x76: "▪", 0x77: "▪", 0xD8: "➢",
    0xD6: "▪", 0xFC: "✓", 0xE0: "→", 0xE8: "→", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xA3: "≤",
    0xB3: "≥", 0xB4: "×", 0xB9: "≠", 0xBB: "≈", 0x2D: "−", 0x6F: "▪",
}  # fmt: skip
_PRIVATE = range(0xF000, 0xF100)


def plain_symbols(text: str) -> str:
    """Return ``text`` with the bullets, arrows and signs of symbol fonts as ordinary characters."""
    if text.isascii():
        return text
    return "".join(sign_of(ord(char)) if ord(char) in _PRIVATE else char for char in text)


def sign_of(code: int) -> str:
    """Return the sign at a place of Symbol or Wingdings; the private character where unknown."""
    return _SIGNS.get(code & 0xFF, chr(0xF000 | code & 0xFF))
