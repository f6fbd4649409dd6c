"""Numbering definitions, each tied to the paragraph styles that use it."""

from __future__ import annotations

from dataclasses import dataclass

from reference_docx.looks import COLOURS, SANS, SERIF, Look, run_properties, twips
from reference_docx.styles import NUMBERINGS, style_id


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a definition: what it prints, in which style."""

    style: str
    number_format: str
    text: str
    left: float
    hanging: float
    look: Look


_DASH = Look(font=SERIF, colour=COLOURS["grey"])
_SOURCE = Look(font=SANS, bold=True, colour=COLOURS["accent"])
_NUMBER = Look(font=SANS, size=9, colour=COLOURS["grey"])
DEFINITIONS = {
    "bullets": (
        Level("List Bullet", "bullet", "–", 14, 14, _DASH),
        Level("List Bullet 2", "bullet", "–", 28, 14, _DASH),
    ),
    "numbers": (
        Level("List Number", "decimal", "%1.", 21, 21, _NUMBER),
        Level("List Number 2", "lowerLetter", "%2)", 42, 21, _NUMBER),
    ),
    "lines": (Level("List Number 3", "decimal", "%1.", 21, 21, _NUMBER),),
    "sources": (Level("Bibliography", "decimal", "%1", 14, 14, _SOURCE),),
    "notes": (Level("endnote text", "decimal", "%1", 14, 14, _SOURCE),),
}


def numbering_xml() -> str:
    """Return the numbering part."""
    definitions = "".join(
        _definition(NUMBERINGS[name], levels) for name, levels in DEFINITIONS.items()
    )
    numbers = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in NUMBERINGS.values()
    )
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<w:numbering xmlns:w="{namespace}">{definitions}{numbers}</w:numbering>'


def _definition(number: int, levels: tuple[Level, ...]) -> str:
    written = "".join(_level(depth, level) for depth, level in enumerate(levels))
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{0x5D0B0000 + number:08X}"/>'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{written}</w:abstractNum>'
    )


def _level(depth: int, level: Level) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{level.number_format}"/>'
        f'<w:pStyle w:val="{style_id(level.style)}"/><w:lvlText w:val="{level.text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{twips(level.left)}" '
        f'w:hanging="{twips(level.hanging)}"/></w:pPr>{run_properties(level.look)}</w:lvl>'
    )
