"""A sentence of a report with the place where it stands: what every tagger works on."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec import Struct

from briefing.model import Evidence, TextKind


class Sentence(Struct, frozen=True, gc=False):  # quicker made than a dataclass
    """One sentence, heading or other unit, in the order of the report."""

    block: int
    """Index of its block in the report."""
    start: int
    end: int
    """Its characters in the block's text."""
    text: str
    kind: TextKind
    heading_path: tuple[str, ...]
    """The headings above it, outermost first."""
    opens_block: bool
    """Whether it is the first sentence of its block."""
    in_list: bool
    """Whether its block is a list item."""
    language: str = ""
    """The language it is in, a BCP 47 tag; empty where its report does not say."""


@dataclass(frozen=True, slots=True)
class RegionTags:
    """Which regions a sentence names and which it is about."""

    mentions: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    """Most central first."""
    spans: tuple[tuple[int, int, str], ...] = ()
    """Start, end and region id of each name, as offsets in the sentence's text."""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class ThemeTags:
    """Which themes a sentence deals with."""

    themes: tuple[str, ...] = ()
    """Weightiest first, three at most."""
    weights: tuple[float, ...] = ()
    """One weight a theme, above 0."""
    evidence: tuple[Evidence, ...] = ()
