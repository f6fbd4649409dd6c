"""The languages the program reads, each made when the first report of it comes.

A new language is a folder of tables in ``assets/taxonomy`` and a line in ``RULES``.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from briefing.extraction.gazetteer import Gazetteer
from briefing.extraction.languages import french, german, russian, spanish
from briefing.extraction.languages.language import Language, load_language
from briefing.extraction.names import names_in_language
from briefing.resources import assets
from briefing.taxonomy import is_country, load_regions, load_themes

RULES = {"de": german.RULES, "es": spanish.RULES, "fr": french.RULES, "ru": russian.RULES}
"""The grammar of each language that has tables."""

_ENGLISH = frozenset({"", "en"})


def is_english(tag: str) -> bool:
    """Whether a report is read as English: English itself, and where it does not say."""
    return _short(tag) in _ENGLISH


@lru_cache(maxsize=256)
def _short(tag: str) -> str:
    return tag.partition("-")[0].lower()


class Languages:
    """The languages of one folder of tables; nothing is read before it is asked for."""

    def __init__(self, folder: Path | None = None, regions: Iterable[str] | None = None) -> None:
        """Take the folder with the tables, by default the shipped one, and the regions' ids."""
        self._folder = folder or assets("taxonomy")
        self._regions = None if regions is None else tuple(regions)
        self._made: dict[str, Language] = {}
        self._named: dict[str, Gazetteer | None] = {}

    def of(self, tag: str) -> Language | None:
        """Return the language of a BCP 47 tag; None for English and those without tables."""
        code = _short(tag)
        if code not in RULES:
            return None
        if code not in self._made:
            themes = frozenset(load_themes(self._folder))
            folder = self._folder / code
            self._made[code] = load_language(folder, RULES[code], self._known(), themes)
        return self._made[code]

    def gazetteer(self, tag: str) -> Gazetteer | None:
        """Return the names in a language; None for English or an unknown one.

        Where there are no tables, the names of countries as CLDR has them.
        """
        language = self.of(tag)
        if language is not None:
            return language.gazetteer
        code = _short(tag)
        if code in _ENGLISH:
            return None
        if code not in self._named:
            names = list(names_in_language(code, filter(is_country, self._known())))
            self._named[code] = Gazetteer(names) if names else None
        return self._named[code]

    def _known(self) -> tuple[str, ...]:
        if self._regions is None:
            self._regions = tuple(load_regions(self._folder))
        return self._regions
