"""The lexicon of themes: ``assets/taxonomy/themes.toml`` read, checked and made searchable.

Takes the file, gives a ``Lexicon`` that finds every term of every theme in one pass over a text.
The format is described at the head of the file itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick

from briefing.errors import BriefingError
from briefing.extraction.stems import Stemmed, stemmed
from briefing.taxonomy import read_table

STRENGTHS = {"strong": 1.0, "plain": 0.6, "weak": 0.3}


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of one theme."""

    theme: str
    """Id of the theme; empty for a phrase that only keeps its words from being read otherwise."""
    words: str
    """As written in the file."""
    weight: float
    beside: tuple[str, ...] = ()
    """Counts only where one of these stands in the same sentence (as search patterns)."""
    without: tuple[str, ...] = ()
    """Does not count where one of these does."""
    parties: int = 0
    """Counts only where the sentence names so many states, blocs or regions."""

    def holds(self, line: str) -> bool:
        """Return whether the sentence, as stems, meets the conditions."""
        for pattern in self.without:  # plain loops: several times as fast as any() here
            if pattern in line:
                return False
        for pattern in self.beside:
            if pattern in line:
                return True
        return not self.beside


@dataclass(frozen=True, slots=True)
class ThemeEntry:
    """A theme as the file gives it."""

    id: str
    name: str
    description: str
    terms: tuple[Term, ...]
    regions: tuple[str, ...]
    """Regions whose naming is weak evidence for the theme."""


class Hit(NamedTuple):
    """A term found: the theme's entry and the words of the text that matched.

    A named tuple, as one is made for every term found: a frozen class takes longer to make.
    """

    term: Term
    start: int
    end: int
    """Characters of the text."""


_Match = tuple[int, int, int, list[Term]]
"""First word, last word (below 0, so that the longest sorts first), number, terms."""


@dataclass(slots=True)
class Lexicon:
    """All terms in one automaton."""

    entries: tuple[ThemeEntry, ...]
    masks: tuple[Term, ...]
    _patterns: list[str] = field(init=False)
    _terms: list[list[Term]] = field(init=False)
    _conditional: set[int] = field(init=False)
    """The patterns whose terms do not count in every sentence."""
    _automaton: AhoCorasick = field(init=False)

    def __post_init__(self) -> None:
        """Build the automaton."""
        by_pattern: dict[str, list[Term]] = {}
        for term in [*self.masks, *(t for entry in self.entries for t in entry.terms)]:
            by_pattern.setdefault(self.pattern_of(term.words), []).append(term)
        self._patterns = list(by_pattern)
        self._terms = list(by_pattern.values())
        self._conditional = {
            number
            for number, terms in enumerate(self._terms)
            if any(term.beside or term.without for term in terms)
        }
        self._automaton = AhoCorasick(self._patterns)

    def stems_of(self, text: str) -> Stemmed:
        """Return the text as stems; another language's lexicon makes its own."""
        return stemmed(text)

    def pattern_of(self, words: str) -> str:
        """Return what to search in a line of stems for a term."""
        return pattern_of(words)

    def hits(self, text: str) -> list[Hit]:
        """Return the terms that stand in the text; a longer one keeps those within it silent."""
        line = self.stems_of(text.lower() if text.isupper() else text)
        found: list[Hit] = []
        matches = self._matches(line)
        words = line.words if matches else []
        for first, last, terms in _widest(matches):
            start, end = words[first][0], words[last][1]
            found += [Hit(term, start, end) for term in terms if term.theme]
        return found

    def _matches(self, line: Stemmed) -> list[_Match]:
        """Return the matches whose conditions hold."""
        stems, found = line.line, []
        matches = self._automaton.find_matches_as_indexes(stems, overlapping=True)
        for order, (number, start, end) in enumerate(matches):
            terms = self._terms[number]
            if number in self._conditional:
                terms = [term for term in terms if term.holds(stems)]
                if not terms:
                    continue
            first, last = line.words_at(start, end)
            found.append((first, -last, order, terms))
        return found


def _widest(matches: list[_Match]) -> Iterator[tuple[int, int, list[Term]]]:
    """Yield first word, last word and terms of the matches that lie within no longer one."""
    reach, last_span = -1, (-1, -1)
    for first, minus_last, _, terms in sorted(matches):
        last = -minus_last
        if last > reach or (first, last) == last_span:
            yield first, last, terms
            reach, last_span = last, (first, last)


def pattern_of(words: str) -> str:
    """Return what to search in a line of stems for a term: whole words, or a beginning (``*``)."""
    if not words.endswith("*"):
        return stemmed(words).line
    *whole, beginning = words[:-1].replace("-", " ").split()
    return stemmed(" ".join(whole)).line + beginning.lower().removesuffix("e")


def load_lexicon(path: Path) -> Lexicon:
    """Return the lexicon in the file.

    Raises:
        BriefingError: the file is not as its head describes; the message names the place.
    """
    try:
        data: dict[str, Any] = dict(read_table(path))
        entries = tuple(_entry(raw) for raw in data["theme"])
        masks = tuple(Term("", words, 0.0) for words in data.get("masks", []))
    except (KeyError, TypeError) as problem:
        raise BriefingError(
            f"The themes in {path.name} cannot be read: {problem}.",
            "Mend the file as the comment at its head describes, or restore the shipped one.",
        ) from problem
    _refuse_wordless([*masks, *(term for entry in entries for term in entry.terms)], path)
    return Lexicon(entries, masks)


def _refuse_wordless(terms: list[Term], path: Path) -> None:
    """Check that every term holds a word.

    Raises:
        BriefingError: one does not, and would be found everywhere.
    """
    for term in terms:
        if not pattern_of(term.words).strip():
            raise BriefingError(
                f"The term “{term.words}” in {path.name} holds no word.",
                "A term is made of words; give it one or take it out.",
            )


def _entry(raw: dict[str, Any]) -> ThemeEntry:
    return ThemeEntry(
        id=raw["id"],
        name=raw["name"],
        description=raw["description"],
        terms=(*_plain_terms(raw), *_senses(raw)),
        regions=tuple(raw.get("regions", ())),
    )


def _plain_terms(raw: dict[str, Any]) -> Iterator[Term]:
    for strength, weight in STRENGTHS.items():
        for words in raw.get(strength, ()):
            yield Term(raw["id"], words, weight)


def _senses(raw: dict[str, Any]) -> Iterator[Term]:
    """Yield the terms that count only in some company."""
    for sense in raw.get("sense", ()):
        for words in sense["terms"]:
            yield Term(
                raw["id"],
                words,
                STRENGTHS[sense["strength"]],
                tuple(pattern_of(word) for word in sense.get("with", ())),
                tuple(pattern_of(word) for word in sense.get("without", ())),
                int(sense.get("parties", 0)),
            )
