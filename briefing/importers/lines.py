"""The lines of a plain text, with what was around each: indent, blank line, sheet."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.importers.markers import STRAY


@dataclass(slots=True)
class Line:
    """One line that holds something."""

    text: str
    """Without white space at either end."""
    indent: int
    """Columns of white space before it."""
    after_gap: bool
    """Whether a blank line, or the start of the text or of a sheet, stands before it."""
    page: int | None = None
    """The sheet it stands on, from 1; None where the text shows no sheets."""
    is_furniture: bool = False
    """Whether it is a running head or a page number."""


def split_lines(text: str) -> list[Line]:
    """Return the lines of ``text`` that are not blank.

    Form feeds part sheets: if there is one followed by text, every line knows its sheet.
    """
    sheets = text.replace("\r\n", "\n").replace("\r", "\n").strip("\f\n ").split("\f")
    paged = len(sheets) > 1
    return [
        line
        for number, sheet in enumerate(sheets, 1)
        for line in _lines_of_sheet(sheet, number if paged else None)
    ]


def _lines_of_sheet(sheet: str, page: int | None) -> list[Line]:
    lines, after_gap = [], True
    for raw in sheet.split("\n"):
        row = raw.replace("\ufeff", "").expandtabs(4)
        stripped = row.strip()
        is_blank = not stripped or STRAY.fullmatch(stripped) is not None
        if not is_blank:
            lines.append(Line(stripped, len(row) - len(row.lstrip()), after_gap, page))
        after_gap = is_blank
    return lines
