"""Names of regions in the languages of reports: a gazetteer for each, made when first needed."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.extraction.gazetteer import Gazetteer
from briefing.extraction.names import names_in_language
from briefing.taxonomy import Table

_ENGLISH = frozenset({"", "en"})


class Languages:
    """Gazetteers by language; English names are looked for in every report and not among them."""

    def __init__(self, table: Table, countries: Iterable[str]) -> None:
        """Take what CLDR lacks, a table a language, and the countries' ids."""
        self._table = table
        self._countries = tuple(countries)
        self._made: dict[str, Gazetteer | None] = {}

    def gazetteer(self, language: str) -> Gazetteer | None:
        """Return the names in a language, a BCP 47 tag; None for English or an unknown one."""
        short = language.partition("-")[0].lower()
        if short in _ENGLISH:
            return None
        if short not in self._made:
            names = list(names_in_language(short, self._table, self._countries))
            self._made[short] = Gazetteer(names) if names else None
        return self._made[short]
