"""A document that came back, as its reader hands it over."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.errors import BriefingError


class UnreadableError(BriefingError):
    """A document that came back cannot be read."""


@dataclass(frozen=True, slots=True)
class Returned:
    """What stands in a document, and the data that it carries."""

    text: str
    """In the order of reading, a paragraph a line where the format knows paragraphs."""
    data: bytes | None
    """As it is in the file, not looked at; None where it carries none."""
    remarks: tuple[str, ...] = ()
    """Sentences on the file itself: tracked changes."""
    heads: tuple[tuple[int, int], ...] = ()
    """Where in the text a page begins with the head of a table; it may repeat one that goes on."""
    within: str = ""
    """Of a PDF without data: the text without heads and feet, which without tags count as text."""
