"""Word set closer, where a document would run over the number of sides that it is meant for.

Word lays its files out itself: how long one becomes is reckoned from its letters, while a PDF is
laid out to find out. Only the shipped styles are set closer: a desk's own reference stays as it is.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from briefing.blocks import Block, Figure, Heading, Inline, Note, Paragraph, Table, Text
from briefing.exporters.docx_xml import Element, qn
from briefing.exporters.pages import page_size
from briefing.model import RenderedBrief

_ANNEX = "annex"
_PT = 72 / 25.4
_MARGINS_MM, _SIDE_MARGINS_MM = 51, 50
_CHARACTERS_MM = 0.62
"""Of running text, to a millimetre of a line."""
_LINE, _SMALL, _HEADING, _ROW = 18.0, 12.0, 29.0, 17.0
"""Points: of a line with its part of what stands between paragraphs, one of what is looked up."""
_SMALL_ROLES = frozenset(
    {"sources", "scale-note", "old-key", "made-by", "data-source", "annex-note"}
)
_FIGURE = 90.0
_ANY_LESS = 0.83
"""Of what lines are high."""
_BETWEEN = 0.36
"""Of what stands between paragraphs."""
_NEARER = {"top": 230, "header": 230, "bottom": 340, "footer": 340}
"""Twentieths of a point off the margins of the shipped reference: 4 and 6 mm, as in PDF."""
_LETTERS = {36: 34, 24: 22, 22: 21, 20: 19}
"""Sizes in half points, and what they become; smaller ones stay."""


def runs_over(blocks: Sequence[Block], rendered: RenderedBrief) -> bool:
    """Tell whether a document, set as usual, takes about more sides than it is meant for."""
    if not rendered.sides:
        return False
    size = page_size(rendered)
    a_line = (size.width_mm - _SIDE_MARGINS_MM) * _CHARACTERS_MM
    drawn = {one.name: one.height_pt for one in rendered.figures}
    height = sum(_height(block, a_line, drawn) for block in _before_annex(blocks))
    return height > rendered.sides * (size.height_mm - _MARGINS_MM) * _PT


def set_closer(styles: Element, page: Element) -> None:
    """Set everything that the styles say of paragraphs closer, and the text nearer head and foot.

    ``page`` holds the margins.
    """
    for margins in page.iter(qn("pgMar")):
        for name, less in _NEARER.items():
            margins.set(qn(name), str(int(margins.get(qn(name), "0")) - less))
    for style in styles.iter(qn("style")):
        for spacing in style.iter(qn("spacing")):
            for name, part in (("before", _BETWEEN), ("after", _BETWEEN), ("line", _ANY_LESS)):
                _multiply(spacing, name, part)
        for size in (*style.iter(qn("sz")), *style.iter(qn("szCs"))):
            said = int(size.get(qn("val"), "0"))
            size.set(qn("val"), str(_LETTERS.get(said, said)))


def _multiply(spacing: Element, name: str, part: float) -> None:
    said = spacing.get(qn(name))
    is_lines = name == "line" and spacing.get(qn("lineRule")) == "auto"
    if said is not None and not is_lines:
        spacing.set(qn(name), str(round(int(said) * part)))


def _before_annex(blocks: Iterable[Block]) -> Iterable[Block]:
    for block in blocks:
        if isinstance(block, Heading) and _ANNEX in block.ids:
            return
        yield block


def _height(block: Block, a_line: float, drawn: dict[str, float]) -> float:
    if isinstance(block, Heading):
        return _HEADING
    if isinstance(block, Figure):
        return _FIGURE + drawn.get(block.name, 0.0)
    if isinstance(block, Table):
        return _ROW * len(block.rows)
    lines = max(1, math.ceil(_letters(block.content) / a_line))
    within = block.within if isinstance(block, Paragraph) else ()
    is_small = not _SMALL_ROLES.isdisjoint((*block.roles, *within))
    return lines * (_SMALL if is_small else _LINE)


def _letters(content: Iterable[Inline]) -> int:
    return sum(
        len(one.text) if isinstance(one, Text) else _letters(one.content)
        for one in content
        if isinstance(one, Text | Note)
    )
