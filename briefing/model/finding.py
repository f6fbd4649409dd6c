"""Passages and findings: what a report says, where it says it, and why it is tagged as it is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

from briefing.model.dates import PartialDate
from briefing.model.report import ReportSummary


@dataclass(frozen=True, slots=True)
class Passage:
    """Where words stand: so many characters of one block of a report."""

    report: str
    """SHA-256 of the report's file."""
    block: int
    """Index of the block in the report, from 0."""
    start: int
    end: int


class TextKind(StrEnum):
    """What a sentence is, in the words of the evaluation format."""

    BODY = "body"
    HEADING = "heading"
    FOOTNOTE = "footnote"
    META = "meta"
    QUESTION = "question"
    NOISE = "noise"


class Facet(StrEnum):
    """What a tag says of a finding."""

    MENTION = "mention"
    ABOUT = "about"
    THEME = "theme"
    STRENGTH = "strength"
    CONTEXT = "context"
    DATE = "date"


CORRECTED = "corrected by the desk"
"""The reason of tags that the officer has set; what extraction said of them is laid aside."""
RULED = "your rule: "
"""How the reason begins of what a rule of the officer's has given or taken away."""


class Evidence(NamedTuple):
    """Why a finding carries a tag: the words that say so, and the rule that read them.

    A named tuple, as some eight are made for every sentence: a frozen class takes longer to make.
    """

    facet: Facet
    tag: str
    """Region or theme id, or what the facet measured."""
    words: str
    """The words of the report that led to the tag; may stand outside the finding."""
    reason: str
    """The rule, in words fit to show: ``demonym``, ``carried from the sentence before``."""

    @property
    def by_officer(self) -> bool:
        """Whether the officer has said so, of this finding or by a rule."""
        return self.reason == CORRECTED or self.is_ruled

    @property
    def is_ruled(self) -> bool:
        """Whether a rule of the officer's has said so."""
        return self.reason.startswith(RULED)


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence (or a few) of a report with all that extraction says of it."""

    passage: Passage
    text: str
    kind: TextKind = TextKind.BODY
    mentions: tuple[str, ...] = ()
    """Ids of the regions named in the sentence."""
    about: tuple[str, ...] = ()
    """Ids of the regions that it is about once read in context, most central first."""
    themes: tuple[str, ...] = ()
    """Ids of its themes, weightiest first, three at most."""
    strength: float = 0.0
    """How ready it is to stand in a note by itself, 0 to 1."""
    needs_context: bool = False
    """Whether it cannot be understood without its neighbours."""
    dates: tuple[PartialDate, ...] = ()
    """Dates that it speaks of, in the order of the text."""
    evidence: tuple[Evidence, ...] = field(default=())

    @property
    def corrected(self) -> bool:
        """Whether the officer has corrected what it is about or its themes."""
        return any(one.reason == CORRECTED for one in self.evidence)

    def retagged(self, about: tuple[str, ...] | None, themes: tuple[str, ...] | None) -> Finding:
        """Return the finding with the officer's tags; None keeps what extraction said."""
        finding = self
        if about is not None:
            evidence = finding._evidenced(Facet.ABOUT, about)
            finding = replace(finding, about=about, evidence=evidence)
        if themes is not None:
            evidence = finding._evidenced(Facet.THEME, themes)
            finding = replace(finding, themes=themes, evidence=evidence)
        return finding

    def _evidenced(self, facet: Facet, tags: tuple[str, ...]) -> tuple[Evidence, ...]:
        """Return the evidence with that of one facet replaced by the officer's word.

        A facet that the officer has emptied keeps one piece, of no tag.
        """
        kept = (one for one in self.evidence if one.facet is not facet)
        return (*kept, *(Evidence(facet, tag, "", CORRECTED) for tag in tags or ("",)))


@dataclass(frozen=True, slots=True)
class StoredFinding:
    """A finding as the library gives it back: with its report, its place, what it leans on."""

    finding: Finding
    report: ReportSummary
    page_label: str
    """Printed page number, or empty."""
    paragraph: int
    heading_path: tuple[str, ...]
    before: Finding | None = None
    """The sentence before it in the same block, where it cannot be understood without."""
    quote_prefix: str = ""
    """Up to 40 characters that stand before it in its block."""
    quote_suffix: str = ""
    """Up to 40 characters that stand after it in its block."""

    @property
    def corrected(self) -> bool:
        """Whether the officer has corrected its tags."""
        return self.finding.corrected
