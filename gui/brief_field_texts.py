"""How the fields of templates are written in a box: each kind as one types it, and back to rows."""

from __future__ import annotations

import re
from typing import TypeAlias

from briefing.model import FieldKind
from gui.brief_fields import Text

Rows: TypeAlias = tuple[tuple[str, ...], ...]
"""As ``FieldValue`` holds them."""
BETWEEN = " | "
"""Parts the cells of a row."""


class OneText(Text):
    """A text or a date: one cell."""

    def read(self, typed: str) -> Rows:
        """Return the rows that were typed."""
        return ((typed.strip(),),) if typed.strip() else ()

    def write(self, value: Rows) -> str:
        """Return the rows as one types them."""
        return "\n\n".join(" ".join(filter(None, row)) for row in value)


class LineEach(Text):
    """A row a line."""

    def read(self, typed: str) -> Rows:
        """Return the rows that were typed."""
        return tuple((line.strip(),) for line in typed.splitlines() if line.strip())

    def write(self, value: Rows) -> str:
        """Return the rows as one types them."""
        return "\n".join(" ".join(filter(None, row)) for row in value)


class Pairs(Text):
    """A line, what belongs to it beneath, a blank line before the next."""

    def read(self, typed: str) -> Rows:
        """Return the rows that were typed."""
        parts = (part.strip() for part in re.split(r"\n[ \t]*\n", typed))
        return tuple(_pair(part) for part in parts if part)

    def write(self, value: Rows) -> str:
        """Return the rows as one types them."""
        return "\n\n".join("\n".join(filter(None, row)) for row in value)


class TableRows(Text):
    """A row a line, its cells parted by ``|``."""

    def read(self, typed: str) -> Rows:
        """Return the rows that were typed."""
        lines = (line for line in typed.splitlines() if line.strip(" |"))
        return tuple(tuple(cell.strip() for cell in line.split("|")) for line in lines)

    def write(self, value: Rows) -> str:
        """Return the rows as one types them."""
        return "\n".join(BETWEEN.join(row) for row in value)


TEXTS: dict[FieldKind, Text] = {
    FieldKind.TEXT: OneText(),
    FieldKind.DATE: OneText(),
    FieldKind.LINES: LineEach(),
    FieldKind.PAIRS: Pairs(),
    FieldKind.TABLE: TableRows(),
}
"""How each kind is typed."""


def _pair(part: str) -> tuple[str, ...]:
    first, *rest = (line.strip() for line in part.splitlines())
    return first, " ".join(filter(None, rest))
