"""What ranking needs to know of a finding, without its words: a few numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple


class RegionTag(NamedTuple):
    """A region of a finding."""

    region: str
    place: int | None
    """Which of those that it is about, from 0; None where it only names it."""
    nearness: float
    """How sure it is that the finding deals with it."""


class ThemeTag(NamedTuple):
    """A theme of a finding."""

    theme: str
    sureness: float
    """How sure it is that the finding deals with it."""


class ReportOutline(NamedTuple):
    """What orders the findings of reports."""

    sha256: str
    file_name: str
    published: date | None
    """The last day of its date."""


class Outline(NamedTuple):
    """A finding of a library as ranking sees it; a tuple, for thousands are made at a time."""

    id: int
    """Its number in the library."""
    report: ReportOutline
    block: int
    start: int
    strength: float
    needs_context: bool
    brings: bool
    """Whether the sentence before it can be printed with it, where it needs that."""
    regions: Sequence[RegionTag]
    """Of those asked for."""
    themes: Sequence[ThemeTag]
    """Of those asked for."""
