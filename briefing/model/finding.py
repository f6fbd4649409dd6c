"""Passages and findings: what a report says, where it says it, and why it is tagged as it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a finding carries a tag: the words that say so, and the rule that read them."""

    facet: Facet
    tag: str
    """Region or theme id, or what the facet measured."""
    words: str
    """The words of the report that led to the tag; may stand outside the finding."""
    reason: str
    """The rule, in words fit to show: ``demonym``, ``carried from the sentence before``."""


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


@dataclass(frozen=True, slots=True)
class StoredFinding:
    """A finding as the library gives it back: with its report, its place, what stands before it."""

    finding: Finding
    report: ReportSummary
    page_label: str
    """Printed page number, or empty."""
    paragraph: int
    heading_path: tuple[str, ...]
    before: Finding | None = None
    """The sentence before it in the same block, if there is one."""
    quote_prefix: str = ""
    """Up to 40 characters that stand before it in its block."""
    quote_suffix: str = ""
    """Up to 40 characters that stand after it in its block."""
