"""A report in, its findings out: splits, tags and weighs every sentence, and keeps why.

All taggers meet here; each works on the whole run of sentences, so that what a sentence refers to
can be looked up in those before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from briefing.extraction.context import leaning
from briefing.extraction.cues import CueBook
from briefing.extraction.dates import Dates, dates_of
from briefing.extraction.languages.shelf import Languages, is_english
from briefing.extraction.regions import RegionTagger
from briefing.extraction.sentence import RegionTags, Sentence, ThemeTags
from briefing.extraction.sentences import sentences
from briefing.extraction.strength import View, strength
from briefing.extraction.strength_cues import CUES
from briefing.extraction.themes import ThemeTagger
from briefing.model import Evidence, Finding, Passage, Report


@dataclass(slots=True)  # not frozen: that takes longer to make
class _Words:
    """What the small words of a sentence say."""

    leans: tuple[Evidence, ...]
    cues: dict[str, str]
    known: bool
    """Whether the program has words for the language."""
    in_english: bool = False


class Extractor:
    """Finds what a report says, and tags it."""

    def __init__(self, regions: RegionTagger, themes: ThemeTagger, languages: Languages) -> None:
        self._regions = regions
        self._themes = themes
        self._languages = languages
        self._cues = CueBook(**CUES)

    @classmethod
    def shipped(cls) -> Self:
        """Return an extractor with the tables that ship with the program.

        Raises:
            BriefingError: a table is missing or malformed.
        """
        languages = Languages()
        regions = RegionTagger.shipped(languages=languages)
        return cls(regions, ThemeTagger.shipped(languages), languages)

    def findings(self, report: Report) -> tuple[Finding, ...]:
        """Return every sentence of the report, in its order, with all that is said of it.

        Headings, footnotes, title lines and furniture are among them, with strength 0: they are
        searched and shown, never offered.
        """
        units = sentences(report, self._languages)
        regions = self._regions.tag(units, report.metadata.language)
        themes = self._themes.tag(units, regions)
        befores = [None, *units][: len(units)]
        dates = dates_of(units, report.metadata.date, self._languages)
        return tuple(
            self._finding(report, *parts)
            for parts in zip(units, befores, regions, themes, dates, strict=True)
        )

    def _finding(
        self,
        report: Report,
        unit: Sentence,
        before: Sentence | None,
        regions: RegionTags,
        themes: ThemeTags,
        spoken: Dates,
    ) -> Finding:
        words = self._words(unit, before, regions)
        dates = tuple(one.date for one in spoken)
        view = View(
            unit, regions, themes, dates, words.leans, words.cues, words.known, words.in_english
        )
        weight, reasons = _strength(report, view)
        told = tuple(one.evidence for one in spoken)
        return Finding(
            passage=Passage(report.sha256, unit.block, unit.start, unit.end),
            text=unit.text,
            kind=unit.kind,
            mentions=regions.mentions,
            about=regions.about,
            themes=themes.themes,
            strength=weight,
            needs_context=bool(words.leans),
            dates=dates,
            evidence=(*regions.evidence, *themes.evidence, *reasons, *words.leans, *told),
        )

    def _words(self, unit: Sentence, before: Sentence | None, regions: RegionTags) -> _Words:
        """Return what the small words of a sentence say, read in its language."""
        language = self._languages.of(unit.language)
        if language is not None:
            leans = language.context.leaning(unit, regions)
            return _Words(leans, language.cues.find(unit.text), known=True)
        english = is_english(unit.language)
        leans = leaning(unit, before, regions) if english else ()
        return _Words(leans, self._cues.find(unit.text), known=english, in_english=True)


def _strength(report: Report, view: View) -> tuple[float, tuple[Evidence, ...]]:
    """Return the strength; tables and captions have none: they are not sentences to quote."""
    if not report.blocks[view.sentence.block].kind.is_running_text:
        return 0.0, ()
    return strength(view)
