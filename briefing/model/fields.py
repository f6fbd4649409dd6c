"""What one template asks of the officer beyond what every document has: its own fields."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FieldKind(StrEnum):
    """What is written in a field of a template."""

    TEXT = "text"
    """One text, in paragraphs where a blank line parts them."""
    LINES = "lines"
    """Several points, a line each."""
    DATE = "date"
    """A day, a month or a year in ISO 8601; words where no day is known."""
    PAIRS = "pairs"
    """Questions, each with its answer, or the like."""
    TABLE = "table"
    """Rows of cells under the field's columns."""


@dataclass(frozen=True, slots=True)
class TemplateField:
    """A field that a template's header declares."""

    name: str
    label: str
    """In words fit to show beside it: ``Date of the meeting``."""
    kind: FieldKind = FieldKind.TEXT
    needed: bool = False
    """Whether the document is not complete without it."""
    hint: str = ""
    """What to write in it, for those who have not written one yet."""
    columns: tuple[str, ...] = ()
    """Headings of a table, or the two sides of pairs: ``("Question", "Answer")``."""
    closed: bool = False
    """Whether its words are never in a releasable version."""


@dataclass(frozen=True, slots=True)
class FieldValue:
    """What the officer wrote in a field: rows of cells, whatever its kind.

    A text or date is one row of one cell, lines are rows of one, pairs are rows of two.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]

    @property
    def text(self) -> str:
        """All that was written, a row a line."""
        return "\n".join(" ".join(filter(None, row)) for row in self.rows)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written."""
        return not self.text.strip()


def names_no_day(field: TemplateField, rows: tuple[tuple[str, ...], ...]) -> bool:
    """Return whether words stand where a date is wanted that tell no day, month or year."""
    said = FieldValue(field.name, rows).text
    return field.kind is FieldKind.DATE and bool(said.strip()) and not any(map(str.isdigit, said))


def with_written(
    fields: tuple[FieldValue, ...], name: str, rows: tuple[tuple[str, ...], ...]
) -> tuple[FieldValue, ...]:
    """Return what is written in fields with other rows in one of them; empty rows leave it out."""
    value = FieldValue(name, rows)
    if not any(one.name == name for one in fields):
        return fields if value.is_empty else (*fields, value)
    others = (value if one.name == name else one for one in fields)
    return tuple(one for one in others if not one.is_empty)
