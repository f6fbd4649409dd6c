"""Findings in, themes out that were nearly given: what their own words weigh, and what it takes."""

from __future__ import annotations

from dataclasses import dataclass

from briefing import resources
from briefing.extraction.languages.shelf import Languages
from briefing.extraction.lexicon import Lexicon, load_lexicon
from briefing.extraction.themes import LEAST_FIRST, LEAST_FURTHER
from briefing.model import Finding


@dataclass(frozen=True, slots=True)
class NearTheme:
    """A theme for which some words of a finding speak, without its being given."""

    theme: str
    words: tuple[str, ...]
    weight: float
    least: float
    """The weight from which it would have been given."""


class NearThemes:
    """Weighs the words of findings anew; neighbours and headings are left out of account."""

    def __init__(self) -> None:
        self._english = load_lexicon(resources.assets("taxonomy", "themes.toml"))
        self._languages = Languages()

    def of(self, finding: Finding, language: str) -> tuple[NearTheme, ...]:
        """Return the themes that a finding has not, but of which some of its words speak."""
        heard: dict[str, dict[str, float]] = {}
        for hit in self._lexicon(language).hits(finding.text):
            if hit.term.parties <= len(finding.mentions) and hit.term.theme not in finding.themes:
                words = finding.text[hit.start : hit.end]
                told = heard.setdefault(hit.term.theme, {})
                told[words] = max(told.get(words, 0.0), hit.term.weight)
        least = LEAST_FURTHER if finding.themes else LEAST_FIRST
        return tuple(
            NearTheme(theme, tuple(told), round(sum(told.values()), 2), least)
            for theme, told in heard.items()
        )

    def _lexicon(self, language: str) -> Lexicon:
        spoken = self._languages.of(language)
        return spoken.lexicon if spoken is not None else self._english
