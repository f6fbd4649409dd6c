"""Sentences and their regions in, themes out: what a sentence deals with, and the words for it.

A theme's score is the sum of the weights of its terms in the sentence (a term counts once), plus
weaker evidence from outside: the heading above, the sentence before, the regions named, what the
words point back to (see ``subject``), and what section and report mostly deal with (``tenor``).
Strife that only tells when something happens hardly counts (``setting``).
The best theme is given from ``LEAST_FIRST`` on, up to two more from ``LEAST_FURTHER`` on when they
reach ``SHARE_OF_BEST`` of the best.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from briefing import resources
from briefing.extraction.languages.shelf import Languages, is_english
from briefing.extraction.lexicon import STRENGTHS, Hit, Lexicon, load_lexicon
from briefing.extraction.rivalry import rivals
from briefing.extraction.sentence import RegionTags, Sentence, ThemeTags
from briefing.extraction.setting import settings
from briefing.extraction.subject import Subject
from briefing.extraction.tenor import Tenor
from briefing.model import Evidence, Facet, TextKind

LEAST_FIRST = 0.5
LEAST_FURTHER = 0.75
SHARE_OF_BEST = 0.4
MOST_THEMES = 3
FROM_HEADING = 0.3
FROM_SENTENCE_BEFORE = 0.25
FROM_REGION = 0.3
FROM_RIVALS = 0.3
MOST_FROM_TERMS = 3.0
MOST_FROM_WEAK = 0.45
"""Words that only support others make no theme among themselves."""
STRIFE = "conflict"
AS_SETTING = 0.1
"""What a word for strife counts where it only tells when, or in what circumstances."""
UNTAGGED = frozenset({TextKind.NOISE, TextKind.META})


_NOTHING = ThemeTags()


@dataclass(slots=True)
class _Scores:
    """The evidence gathered for one sentence."""

    own: dict[str, float] = field(default_factory=dict)
    """By theme: what the sentence's own terms say."""
    lent: dict[str, float] = field(default_factory=dict)
    """By theme: what heading, neighbour and regions add."""
    told: list[tuple[str, str, str]] = field(default_factory=list)
    """Theme, words and reason of each piece of evidence."""

    def add(self, theme: str, weight: float, words: str, reason: str) -> None:
        self.own[theme] = min(self.own.get(theme, 0.0) + weight, MOST_FROM_TERMS)
        self.told.append((theme, words, reason))

    def lend(self, theme: str, weight: float, words: str, reason: str) -> None:
        self.lent[theme] = self.lent.get(theme, 0.0) + weight
        self.told.append((theme, words, reason))

    def ranked(self) -> list[tuple[str, float]]:
        """Return the themes with their weights, weightiest first, then by name."""
        total = dict(self.own)
        for theme, weight in self.lent.items():
            total[theme] = total.get(theme, 0.0) + weight
        return sorted(total.items(), key=lambda item: (-item[1], item[0]))


@dataclass(frozen=True, slots=True)
class _Neighbour:
    """What stands above or before a sentence and lends it weight."""

    text: str = ""
    own: Mapping[str, float] = field(default_factory=dict)


class ThemeTagger:
    """Gives sentences their themes from a lexicon."""

    def __init__(self, lexicon: Lexicon, languages: Languages | None = None) -> None:
        self._lexicon = lexicon
        self._languages = languages or Languages()
        self._regions = {e.id: frozenset(e.regions) for e in lexicon.entries if e.regions}

    @classmethod
    def shipped(cls, languages: Languages | None = None) -> Self:
        """Return a tagger with the lexicons that ship with the program."""
        return cls(load_lexicon(resources.assets("taxonomy", "themes.toml")), languages)

    def tag(self, sentences: Sequence[Sentence], regions: Sequence[RegionTags]) -> list[ThemeTags]:
        """Return the themes of each sentence; both sequences in the order of the report."""
        tags: list[ThemeTags] = []
        heading = before = _Neighbour()
        subject, is_title = Subject(), True
        named_themes = self._all_own_scores(sentences, regions)
        tenor = Tenor(sentences, [dict(scores.own) for scores in named_themes])
        for sentence, named, scores in zip(sentences, regions, named_themes, strict=True):
            if sentence.kind in UNTAGGED:
                tags.append(ThemeTags())
                continue
            before, last = _Neighbour(sentence.text, dict(scores.own)), before
            if sentence.kind is TextKind.HEADING:
                heading = before
                subject.open_section(sentence.text, scores.own, is_title=is_title)
                tags.append(_tags(scores))
                continue
            is_title = is_title and sentence.kind is not TextKind.BODY
            self._lend(scores, named, heading, _Neighbour() if sentence.opens_block else last)
            if is_english(sentence.language):
                for lent in subject.pointed_to(sentence.text, sentence.kind, scores.own):
                    scores.lend(*lent)
            for lent in tenor.lent_to(sentence):
                scores.lend(*lent)
            tags.append(_tags(scores))
            given = tuple(zip(tags[-1].themes, tags[-1].weights, strict=True))
            subject.take_in(sentence.text, before.own, given)
        return tags

    def _lexicon_of(self, sentence: Sentence) -> Lexicon:
        language = self._languages.of(sentence.language)
        return language.lexicon if language else self._lexicon

    def _all_own_scores(
        self, sentences: Sequence[Sentence], regions: Sequence[RegionTags]
    ) -> list[_Scores]:
        """Return what the terms of each sentence say; nothing for those that have no themes."""
        return [
            _Scores() if s.kind in UNTAGGED else self._own_scores(s, len(named.mentions))
            for s, named in zip(sentences, regions, strict=True)
        ]

    def _own_scores(self, sentence: Sentence, parties: int) -> _Scores:
        """Return what the sentence's terms say; the same words count once for a theme."""
        weightiest: dict[tuple[str, str], Hit] = {}
        for hit in self._lexicon_of(sentence).hits(sentence.text):
            if hit.term.parties > parties:
                continue
            key = (hit.term.theme, sentence.text[hit.start : hit.end].lower())
            if key not in weightiest or hit.term.weight > weightiest[key].term.weight:
                weightiest[key] = hit
        return _scored(sentence, tuple(weightiest.values()))

    def _lend(
        self, scores: _Scores, named: RegionTags, heading: _Neighbour, before: _Neighbour
    ) -> None:
        for theme, weight in heading.own.items():
            if weight >= LEAST_FIRST:
                scores.lend(theme, FROM_HEADING, heading.text, "heading above")
        for theme, weight in before.own.items():
            if weight >= LEAST_FURTHER:
                scores.lend(theme, FROM_SENTENCE_BEFORE, before.text, "sentence before")
        for theme, regions in self._regions.items() if named.mentions else ():
            if found := regions.intersection(named.mentions):
                scores.lend(theme, FROM_REGION, ", ".join(sorted(found)), "bloc or region named")
        if powers := rivals(named):
            scores.lend("influence", FROM_RIVALS, powers, "rival powers beside a third country")


def _scored(sentence: Sentence, hits: Sequence[Hit]) -> _Scores:
    """Return what the terms found in a sentence say of its themes."""
    scores, asides = _Scores(), _asides(sentence, hits)
    for hit in hits:
        weight, reason = hit.term.weight, f"term “{hit.term.words}”"
        if hit.term.theme == STRIFE and any(a <= hit.start < b for a, b in asides):
            weight, reason = min(weight, AS_SETTING), f"{reason} as the setting only"
        scores.add(hit.term.theme, weight, sentence.text[hit.start : hit.end], reason)
    firm = {hit.term.theme for hit in hits if hit.term.weight > STRENGTHS["weak"]}
    for theme in scores.own.keys() - firm:
        scores.own[theme] = min(scores.own[theme], MOST_FROM_WEAK)
    return scores


def _asides(sentence: Sentence, hits: Sequence[Hit]) -> list[tuple[int, int]]:
    """Return where the sentence gives its setting; asked only where it names strife."""
    is_strife = any(hit.term.theme == STRIFE for hit in hits)
    return settings(sentence.text) if is_strife and is_english(sentence.language) else []


def _tags(scores: _Scores) -> ThemeTags:
    """Return the themes that reach their threshold, weightiest first."""
    if not scores.told:
        return _NOTHING
    ranked = scores.ranked()
    chosen: list[tuple[str, float]] = []
    for theme, weight in ranked[:MOST_THEMES]:
        least = max(LEAST_FURTHER, SHARE_OF_BEST * ranked[0][1]) if chosen else LEAST_FIRST
        if weight >= least:
            chosen.append((theme, round(weight, 3)))
    if not chosen:
        return _NOTHING
    themes, weights = zip(*chosen, strict=True)
    evidence = [
        Evidence(Facet.THEME, theme, words, reason)
        for theme, words, reason in scores.told
        if theme in themes
    ]
    return ThemeTags(themes, weights, tuple(evidence))
