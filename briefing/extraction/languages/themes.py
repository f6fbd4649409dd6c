"""The lexicon of themes of a language: ``themes.toml`` of its folder read, checked, searchable.

Written as the English one, with the grammar's stems in place of the English ones. A term may begin
with ``*`` too, for the last part of a compound: ``*verhandlung`` finds ``Friedensverhandlungen``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

from briefing.errors import BriefingError
from briefing.extraction.languages.rules import Rules
from briefing.extraction.lexicon import STRENGTHS, Lexicon, Term, ThemeEntry
from briefing.extraction.stems import Stemmed, Stems, words_as
from briefing.taxonomy import Table, read_table

_SENSE = frozenset({"terms", "strength", "with", "without"})


@dataclass(slots=True)
class LexiconOf(Lexicon):
    """The terms of one language in one automaton."""

    rules: Rules

    def stems_of(self, text: str) -> Stemmed:
        """Return the text as stems of the language."""
        return words_as(text, _stems(self.rules))

    def pattern_of(self, words: str) -> str:
        """Return what to search in a line of stems for a term."""
        return pattern_of(words, self.rules)


def pattern_of(words: str, rules: Rules) -> str:
    """Return what to search for a term: whole words, or the beginning or end of one (``*``)."""
    *whole, last = words.removeprefix("*").replace("-", " ").split()
    line = words_as(" ".join(whole), _stems(rules)).line
    if last.endswith("*"):
        line += rules.beginning(rules.fold(last[:-1]))
    else:
        line = words_as(" ".join([*whole, last]), _stems(rules)).line
    return line.lstrip() if words.startswith("*") else line


@cache
def _stems(rules: Rules) -> Stems:
    """Return the stems of a language, kept as they are met."""
    return Stems(lambda word: _stem(word, rules))


def _stem(word: str, rules: Rules) -> str:
    """Return the stem of a word; one in capitals throughout stays as it is."""
    if len(word) > 1 and word.isupper():
        return word
    return rules.stem(rules.fold(word))


def read_lexicon(path: Path, rules: Rules, themes: frozenset[str]) -> LexiconOf:
    """Return the lexicon of a language.

    Raises:
        BriefingError: the table is missing or has a mistake; the message names file and line.
    """
    table = read_table(path)
    masks = tuple(Term("", words, 0.0) for words in table.get("masks", ()))
    rows: Any = table.get("theme", ())
    entries = tuple(_entry(row, path, rules, themes) for row in rows)
    for term in (*masks, *(term for entry in entries for term in entry.terms)):
        if not pattern_of(term.words or " ", rules).strip():
            _refuse(path, term.words, f"the term “{term.words}” holds no word")
    return LexiconOf(entries, masks, rules)


def _entry(row: Table, path: Path, rules: Rules, themes: frozenset[str]) -> ThemeEntry:
    name = str(row.get("id", ""))
    if name not in themes:
        _refuse(path, name, f"{name!r} is no theme")
    wrong = set(row) - {"id", "sense", *STRENGTHS}
    if wrong:
        _refuse(path, min(wrong), f"{min(wrong)!r} is nothing a theme has")
    return ThemeEntry(name, name, "", (*_terms(row), *_senses(row, path, rules)), ())


def _terms(row: dict[str, Any]) -> Iterator[Term]:
    for strength, weight in STRENGTHS.items():
        yield from (Term(row["id"], words, weight) for words in row.get(strength, ()))


def _senses(row: dict[str, Any], path: Path, rules: Rules) -> Iterator[Term]:
    for sense in row.get("sense", ()):
        if not set(sense) <= _SENSE or sense.get("strength") not in STRENGTHS:
            first = str(next(iter(sense.get("terms", ())), ""))
            _refuse(path, first, f"a sense of {row['id']!r} lacks a strength or has a wrong key")
        near, far = (
            tuple(pattern_of(word, rules) for word in sense.get(key, ()))
            for key in ("with", "without")
        )
        for words in sense["terms"]:
            yield Term(row["id"], words, STRENGTHS[sense["strength"]], near, far)


def _refuse(path: Path, words: str, what: str) -> NoReturn:
    """Raise the error for a mistake, with the first line that holds the words."""
    lines = path.read_text(encoding="utf-8").splitlines()
    number = next((n for n, line in enumerate(lines, 1) if words and words in line), 1)
    raise BriefingError(
        f"In {path.parent.name}/{path.name}, line {number}: {what}.",
        "The comment at the head of the file tells how a term is written.",
    )
