"""A language as the taggers use it: its names, themes, cues and grammar, made from one folder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from babel import Locale

from briefing.extraction.cues import CueBook
from briefing.extraction.gazetteer import Gazetteer
from briefing.extraction.languages.context import ContextReader
from briefing.extraction.languages.cues import SECTIONS
from briefing.extraction.languages.days import DateReader
from briefing.extraction.languages.ends import ends_of
from briefing.extraction.languages.names import names_of
from briefing.extraction.languages.references import ReferenceReader
from briefing.extraction.languages.roles import RoleReader
from briefing.extraction.languages.rules import Rules
from briefing.extraction.languages.tables import THEMES, read_cues, read_names
from briefing.extraction.languages.themes import LexiconOf, read_lexicon
from briefing.extraction.rejoining import Ends
from briefing.taxonomy import is_country


@dataclass(frozen=True, slots=True)
class Language:
    """All that the program knows of a language."""

    code: str
    gazetteer: Gazetteer
    lexicon: LexiconOf
    ends: Ends
    cues: CueBook
    context: ContextReader
    roles: RoleReader
    references: ReferenceReader
    dates: DateReader


def load_language(
    folder: Path, rules: Rules, regions: Iterable[str], themes: frozenset[str]
) -> Language:
    """Return the language whose tables stand in a folder, named by its tag.

    Raises:
        BriefingError: a table is missing or has a mistake; the message names file and line.
    """
    known = frozenset(regions)
    locale = Locale.parse(folder.name)
    names = read_names(folder, known)
    lists = read_cues(folder, SECTIONS)
    strength = {name: "\n".join(words) for name, words in lists["strength"].items()}
    return Language(
        code=folder.name,
        gazetteer=Gazetteer(names_of(locale, names, rules, filter(is_country, sorted(known)))),
        lexicon=read_lexicon(folder / THEMES, rules, themes),
        ends=ends_of(folder.name, lists["sentences"]),
        cues=CueBook(**{name: lines for name, lines in strength.items() if lines}),
        context=ContextReader.of(lists["context"]),
        roles=RoleReader.of(lists["roles"]),
        references=ReferenceReader.of(lists["reference"]),
        dates=DateReader.of(locale, lists["dates"]),
    )
