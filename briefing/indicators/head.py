"""The head of a table: where its columns are, and what stands across it."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.indicators.head_words import Part


@dataclass(frozen=True, slots=True)
class Head:
    """Where the columns are; columns count from 0."""

    line: int
    columns: tuple[str, ...]
    """The names of all columns."""
    parts: dict[Part, int]
    years: dict[int, str] = field(default_factory=dict)
    """Columns that each hold the values of a year, and how that is written."""
    indicators: dict[int, str] = field(default_factory=dict)
    """Columns that each hold the values of an indicator, where none is called a value."""
    countries: dict[int, str] = field(default_factory=dict)
    """Columns that each hold the values of a country, where none is called that."""
    units: dict[int, str] = field(default_factory=dict)
    """Units of columns that a row of their own tells."""
    indicator: str = ""
    """Of the whole table, where its head names it."""
    last: int = 0
    """The line on which it ends, where it has two rows."""

    @property
    def is_double(self) -> bool:
        """Whether it has two rows."""
        return bool(self.last)

    @property
    def ends(self) -> int:
        """The line on which it ends."""
        return self.last or self.line

    @property
    def values(self) -> tuple[int, ...]:
        """The columns of values, in their order."""
        across = {**self.years, **self.indicators, **self.countries}
        alone = [self.parts[Part.VALUE]] if Part.VALUE in self.parts else []
        return tuple(sorted({*across, *alone}))

    @property
    def lacking(self) -> list[str]:
        """What a table needs and this head does not tell, in words."""
        has_country = bool({Part.COUNTRY, Part.CODE} & {*self.parts}) or bool(self.countries)
        has_year = bool(self.years) or Part.YEAR in self.parts
        found = {"country": has_country, "year": has_year, "value": bool(self.values)}
        return [what for what, is_there in found.items() if not is_there]
