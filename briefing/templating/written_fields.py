"""What the officer wrote in a template's fields, as the template reads it: ``fields.objective``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from briefing.model import FieldKind, FieldValue, TemplateField


class Pair(NamedTuple):
    """A question and its answer."""

    first: str
    second: str


class WrittenFields:
    """The fields that a template declares, by name, each there whether written in or not."""

    __slots__ = ("_values",)

    def __init__(self, declared: Iterable[TemplateField], written: Sequence[FieldValue]) -> None:
        by_name = {value.name: value.rows for value in reversed(written)}
        self._values = {
            field.name: _value(field, by_name.get(field.name, ())) for field in declared
        }

    def __getitem__(self, name: str) -> Any:
        """Return what is written in a field: a text, lines, pairs or rows, by its kind."""
        return self._values[name]

    def __dir__(self) -> list[str]:
        """Return the names, for the message about one that does not exist."""
        return list(self._values)


def _value(field: TemplateField, rows: tuple[tuple[str, ...], ...]) -> Any:
    """Return rows as the kind of a field has them; what does not fit is made to, never lost."""
    cells = [tuple(cell.strip() for cell in row) for row in rows]
    told = [row for row in cells if any(row)]
    if field.kind is FieldKind.PAIRS:
        return tuple(Pair(row[0], " ".join(row[1:])) for row in told)
    if field.kind is FieldKind.TABLE:
        return tuple(_of_width(row, len(field.columns)) for row in told)
    lines = [" ".join(filter(None, row)) for row in told]
    if field.kind is FieldKind.LINES:
        return tuple(part.strip() for line in lines for part in line.splitlines() if part.strip())
    return "\n\n".join(lines)


def _of_width(row: tuple[str, ...], width: int) -> tuple[str, ...]:
    """Return a row of so many cells; what is beyond the last goes into it."""
    last = " ".join(filter(None, row[width - 1 :]))
    return (*row[: width - 1], *[""] * (width - 1 - len(row)), last)
