"""Rules of the officer and findings in, which findings a rule speaks of out.

A term is looked for as whole words and in all their inflections, as terms of the lexicon are: by
the grammar of English, and by that of the report's language where the program has it. A rule that
gives a tag speaks of every sentence with its term. A rule that takes a tag away speaks of those in
which nothing beside the term speaks for the tag, and of those to which the tag was only carried on
from such a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from briefing.errors import RequestError
from briefing.extraction.languages.shelf import Languages
from briefing.extraction.lexicon import pattern_of
from briefing.extraction.stems import Stemmed, irregular_forms, stem_of, stemmed
from briefing.model import Evidence, Facet, Finding, TagRule

_WORD = re.compile(r"[^\W_]+")
_LONGEST_ENDING = 3
"""Letters by which the inflections of a word differ at its end, in most languages."""
_SHORTEST_BEGINNING = 3
"""Letters that the beginning of a word has at the least to be looked for in the index."""
_GONE = "\x00"
"""Stands for each letter of a term that is left out of account."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A text as the stems of one language, with what a term is in them."""

    stems: Stemmed
    pattern: str

    def spans(self) -> Iterator[tuple[int, int]]:
        """Yield start and end of the term in the text, wherever it stands."""
        line, words = self.stems.line, self.stems.words
        at = line.find(self.pattern)
        while at >= 0:
            first, last = self.stems.words_at(at, at + len(self.pattern))
            yield words[first][0], words[last][1]
            at = line.find(self.pattern, at + 1)


class RuleJudge:
    """Says which findings a rule speaks of."""

    def __init__(self, languages: Languages | None = None) -> None:
        self._languages = languages or _shipped_languages()

    def forms(self, rule: TagRule) -> tuple[tuple[str, ...], ...]:
        """Return, for each word of a rule's term, forms of which one must stand in a sentence.

        A form that ends in ``*`` is the beginning of a word. The full-text index finds more by them
        than the rule speaks of, never less.
        """
        *words, last = (_at(rule.term, span) for span in stemmed(rule.term).words)
        begins = rule.term.rstrip().endswith("*")
        return (*map(_forms, words), (f"{last}*",) if begins else _forms(last))

    def hits(
        self, rule: TagRule, findings: Sequence[Finding], language: str
    ) -> Iterator[tuple[int, str]]:
        """Yield the places of the findings that a rule speaks of, each with the words for it.

        ``findings`` are those of one report in its order, as extraction tagged them; for a rule
        that gives a tag some of them will do.
        """
        if rule.adds:
            for n, finding in enumerate(findings):
                if spans := self._spans(rule.term, finding.text, language):
                    yield n, _at(finding.text, spans[0])
        else:
            yield from self._taken(rule, findings, language)

    def _taken(
        self, rule: TagRule, findings: Sequence[Finding], language: str
    ) -> Iterator[tuple[int, str]]:
        carried = ""
        """The term, while what was last named of the region was named by it alone."""
        for n, finding in enumerate(findings):
            words = self._against(rule, finding, language)
            if not words and _is_carried(rule, finding):
                words = carried
            elif rule.facet is Facet.ABOUT and rule.tag in finding.mentions:
                carried = words
            if words:
                yield n, words

    def _against(self, rule: TagRule, finding: Finding, language: str) -> str:
        """Return the term where it, and nothing beside it, speaks for the tag."""
        spans = self._spans(rule.term, finding.text, language)
        speaking = tuple(_speaking(rule, finding.evidence))
        if spans:
            rest = _blanked(finding.text, spans)
            alone = not any(_stands(one.words, rest) for one in speaking)
            return _at(finding.text, spans[0]) if alone else ""
        lent = [self._spans(rule.term, one.words, language) for one in speaking]
        return _at(speaking[0].words, lent[0][0]) if lent and all(lent) else ""

    def _spans(self, term: str, text: str, language: str) -> list[tuple[int, int]]:
        return sorted({span for line in self._lines(term, text, language) for span in line.spans()})

    def _lines(self, term: str, text: str, language: str) -> Iterator[_Line]:
        text = text.lower() if text.isupper() else text
        yield _Line(_english(text), _pattern(term))
        spoken = self._languages.of(language)
        if spoken is not None:
            yield _Line(spoken.lexicon.stems_of(text), spoken.lexicon.pattern_of(term))


def check_term(term: str) -> str:
    """Return a rule's term with single spaces.

    Raises:
        RequestError: it holds no word, or a star that does not end it.
    """
    term = " ".join(term.split())
    if not _WORD.search(term) or "*" in term[:-1] or "\x00" in term:
        raise RequestError(
            f"“{term}” is no term that a rule could be about.",
            "Give a word or a phrase as it stands in the text; * may follow the last word.",
        )
    return term


@cache
def _shipped_languages() -> Languages:
    """Return the languages that ship with the program; each is read once, when it is met."""
    return Languages()


@lru_cache(maxsize=256)
def _pattern(term: str) -> str:
    return pattern_of(term)


@lru_cache(maxsize=4096)
def _english(text: str) -> Stemmed:
    return stemmed(text)


def _forms(word: str) -> tuple[str, ...]:
    stem = stem_of(word)
    beginning = word[: max(_SHORTEST_BEGINNING, len(word) - _LONGEST_ENDING)]
    begun = (f"{beginning}*",) if len(beginning) >= _SHORTEST_BEGINNING else ()
    return tuple(dict.fromkeys((word, *irregular_forms(stem), *begun)))


def _is_carried(rule: TagRule, finding: Finding) -> bool:
    is_about = rule.facet is Facet.ABOUT and rule.tag in finding.about
    return is_about and rule.tag not in finding.mentions


def _speaking(rule: TagRule, evidence: Iterable[Evidence]) -> Iterator[Evidence]:
    facets = (Facet.THEME,) if rule.facet is Facet.THEME else (Facet.ABOUT, Facet.MENTION)
    return (one for one in evidence if one.facet in facets and one.tag == rule.tag)


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + _GONE * (end - start) + text[end:]
    return text


def _stands(words: str, text: str) -> bool:
    """Return whether words stand in a text as a whole."""
    return bool(words) and bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text))


def _at(text: str, span: tuple[int, int]) -> str:
    return text[span[0] : span[1]]
