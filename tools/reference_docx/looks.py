"""How a style looks, in points, and how that is written in WordprocessingML (ECMA-376 part 1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

SERIF = "Source Serif 4"
SANS = "Source Sans 3"
FONTS = {"serif": SERIF, "sans": SANS}
COLOURS = {
    "ink": "1B2431",
    "accent": "1F4B73",
    "grey": "5D6876",
    "hairline": "C9D0D8",
    "amber": "8A4B00",
    "shade": "EEF2F6",
}
COMPLEX = {SERIF: "Times New Roman", SANS: "Arial"}
"""Faces for Arabic and Hebrew, which the bundled families lack and every Word has."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line beside a paragraph or a cell; ``space`` is between it and the text."""

    side: str
    width: float
    colour: str
    space: int = 0

    def xml(self) -> str:
        """Return the border element; its width counts in eighths of a point."""
        return (
            f'<w:{self.side} w:val="single" w:sz="{round(self.width * 8)}" '
            f'w:space="{self.space}" w:color="{self.colour}"/>'
        )


@dataclass(frozen=True, slots=True)
class Look:
    """The looks of a style; None and False leave what the style is based on. Lengths in points."""

    font: str | None = None
    size: float | None = None
    bold: bool = False
    italic: bool = False
    colour: str | None = None
    caps: bool = False
    tracking: float | None = None
    raised: bool = False
    before: float | None = None
    after: float | None = None
    line: float | None = None
    """Least height of a line."""
    single: bool = False
    """Lines as high as what they hold: for paragraphs with a picture."""
    left: float | None = None
    hanging: float | None = None
    right: float | None = None
    keep_next: bool = False
    keep_lines: bool = False
    contextual: bool = False
    """No space between paragraphs of this style."""
    rules: tuple[Rule, ...] = ()
    shade: str | None = None
    outline: int | None = None
    """Level in the outline, from 0."""
    numbering: tuple[int, int] | None = None
    """Number definition and level."""
    no_hyphens: bool = False
    to_the_right: bool = False


def twips(points: float) -> int:
    """Return points as twentieths of a point."""
    return round(points * 20)


def run_properties(look: Look) -> str:
    """Return ``w:rPr`` or nothing; elements in the order the schema asks for."""
    return _wrapped("rPr", "".join(_run_parts(look)))


def paragraph_properties(look: Look) -> str:
    """Return ``w:pPr`` or nothing; elements in the order the schema asks for."""
    return _wrapped("pPr", "".join(_paragraph_parts(look)))


def _wrapped(tag: str, inside: str) -> str:
    return f"<w:{tag}>{inside}</w:{tag}>" if inside else ""


def _run_parts(look: Look) -> Iterator[str]:
    if look.font:
        yield (
            f'<w:rFonts w:ascii="{look.font}" w:hAnsi="{look.font}" '
            f'w:eastAsia="{look.font}" w:cs="{COMPLEX[look.font]}"/>'
        )
    if look.bold:
        yield "<w:b/><w:bCs/>"
    if look.italic:
        yield "<w:i/><w:iCs/>"
    if look.caps:
        yield "<w:caps/>"
    if look.colour:
        yield f'<w:color w:val="{look.colour}"/>'
    if look.tracking is not None:
        yield f'<w:spacing w:val="{twips(look.tracking)}"/>'
    if look.size is not None:
        half = round(look.size * 2)
        yield f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
    if look.raised:
        yield '<w:vertAlign w:val="superscript"/>'


def _paragraph_parts(look: Look) -> Iterator[str]:
    yield "<w:keepNext/>" if look.keep_next else ""
    yield "<w:keepLines/>" if look.keep_lines else ""
    if look.numbering:
        number, level = look.numbering
        yield f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    if look.rules:
        yield _wrapped("pBdr", "".join(rule.xml() for rule in look.rules))
    if look.shade:
        yield f'<w:shd w:val="clear" w:color="auto" w:fill="{look.shade}"/>'
    yield "<w:suppressAutoHyphens/>" if look.no_hyphens else ""
    yield _spacing(look)
    yield _indents(look)
    yield "<w:contextualSpacing/>" if look.contextual else ""
    yield '<w:jc w:val="right"/>' if look.to_the_right else ""
    if look.outline is not None:
        yield f'<w:outlineLvl w:val="{look.outline}"/>'


def _spacing(look: Look) -> str:
    values = []
    if look.before is not None:
        values.append(f'w:before="{twips(look.before)}"')
    if look.after is not None:
        values.append(f'w:after="{twips(look.after)}"')
    if look.line is not None:
        values.append(f'w:line="{twips(look.line)}" w:lineRule="atLeast"')
    if look.single:
        values.append('w:line="240" w:lineRule="auto"')
    return f"<w:spacing {' '.join(values)}/>" if values else ""


def _indents(look: Look) -> str:
    named = (("left", look.left), ("right", look.right), ("hanging", look.hanging))
    values = [f'w:{name}="{twips(value)}"' for name, value in named if value is not None]
    return f"<w:ind {' '.join(values)}/>" if values else ""
