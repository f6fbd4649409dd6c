"""The bundled fonts: which families there are, where their files lie, which characters they hold.

Window, charts, PDF and Word all take their faces from here, so that the same brief looks the same
everywhere and on every machine. ``assets/fonts/README.md`` says where the files come from.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from briefing import resources


@dataclass(frozen=True, slots=True)
class Face:
    """One file of a family."""

    file: str
    weight: int = 400
    """CSS weight, 100 to 900."""
    italic: bool = False

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return resources.assets("fonts", self.file)


@dataclass(frozen=True, slots=True)
class Family:
    """A family by the name that font files, CSS, matplotlib and Word know it by."""

    name: str
    faces: tuple[Face, ...]


SERIF = Family(
    "Source Serif 4",
    (
        Face("SourceSerif4-Regular.ttf"),
        Face("SourceSerif4-It.ttf", italic=True),
        Face("SourceSerif4-Bold.ttf", weight=700),
        Face("SourceSerif4-BoldIt.ttf", weight=700, italic=True),
    ),
)
"""For what is read."""

SANS = Family(
    "Source Sans 3",
    (
        Face("SourceSans3-Regular.ttf"),
        Face("SourceSans3-It.ttf", italic=True),
        Face("SourceSans3-Semibold.ttf", weight=600),
        Face("SourceSans3-Bold.ttf", weight=700),
        Face("SourceSans3-BoldIt.ttf", weight=700, italic=True),
    ),
)
"""For what is looked up: headings, marks, tables, charts."""

FALLBACK = Family(
    "DejaVu Sans",
    (Face("DejaVuSans.ttf"), Face("DejaVuSans-Bold.ttf", weight=700)),
)
"""For scripts and signs that the first two lack: Armenian, Georgian, Arabic, Hebrew, arrows."""

FAMILIES = (SERIF, SANS, FALLBACK)


def uncovered(text: str) -> tuple[str, ...]:
    """Return the characters of ``text`` that cannot be printed, each once, in order of appearance.

    Spaces, line ends and invisible format characters need no glyph and are never among them.
    """
    if text.isascii():
        return ()
    return tuple(char for char in dict.fromkeys(text) if not _printable(char))


def spell_out_uncovered(text: str) -> str:
    """Return ``text`` with each run of unprintable characters as its code points: ``[U+4E2D]``."""
    missing = uncovered(text)
    if not missing:
        return text
    run = re.compile(f"[{re.escape(''.join(missing))}]+")
    return run.sub(lambda match: f"[{' '.join(code_point(char) for char in match[0])}]", text)


def code_point(char: str) -> str:
    """Return the character's code point as Unicode writes it: ``U+4E2D``."""
    return f"U+{ord(char):04X}"


def _printable(char: str) -> bool:
    return not _needs_glyph(char) or ord(char) in _covered()


def _needs_glyph(char: str) -> bool:
    is_variation_selector = 0xFE00 <= ord(char) <= 0xFE0F
    invisible = unicodedata.category(char) in {"Cc", "Cf", "Zs", "Zl", "Zp"}
    return not (invisible or is_variation_selector)


@lru_cache(maxsize=1)
def _covered() -> frozenset[int]:
    """Return the code points that can be printed whatever the style: light, bold or italic."""
    serif, sans, fallback = (_held_by_every_face(family) for family in FAMILIES)
    return (serif & sans) | fallback


def _held_by_every_face(family: Family) -> frozenset[int]:
    return frozenset.intersection(*_character_maps(family))


def _character_maps(family: Family) -> Iterator[frozenset[int]]:
    from fontTools.ttLib import TTFont  # slow to import; most runs never ask

    for face in family.faces:
        with TTFont(face.path, lazy=True) as font:
            yield frozenset(font.getBestCmap())
