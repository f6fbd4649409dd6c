"""Marks as a document prints them, such as ``[1, p. 9 ¶ 2]``: read, and led back to findings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.model import Brief, BriefFinding, Citation

_PLACE = re.compile(
    r"(?P<source>\d{1,3})"
    r"(?:\s*,?\s*pp?\.\s*(?P<page>\w[\w.–-]*))?"
    r"(?:\s*,?\s*(?:¶+|para?\.?)\s*(?P<paragraph>\d+)|\s*,\s*(?P<either>\w+))?",
    re.IGNORECASE,
)
_TELLING = re.compile(r"\[.*\]|¶|\bp\.\s*\w|\bpara?\b", re.IGNORECASE | re.DOTALL)
"""What tells a mark from words and numbers that are searched for."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place as someone writes it down; what he leaves out may be any."""

    source: int
    """Number in the list of sources, from 1."""
    page: str = ""
    paragraph: str = ""
    either: str = ""
    """A number without a word before it: the page where there are pages, else the paragraph."""

    def means(self, citation: Citation) -> bool:
        """Return whether a citation stands where this says."""
        paragraph = str(citation.paragraph)
        return (
            self.source == citation.source
            and self.page.casefold() in ("", citation.page.casefold())
            and self.paragraph in ("", paragraph)
            and self.either.casefold() in ("", citation.page.casefold() or paragraph)
        )


def marks_in(words: str) -> tuple[Mark, ...]:
    """Return the places that a mark names: ``[1, p. 9 ¶ 2; 4 ¶ 1]``; none if it is no mark."""
    if not _TELLING.search(words):
        return ()
    places = words.strip().removeprefix("[").removesuffix("]").split(";")
    found = [_PLACE.fullmatch(place.strip()) for place in places]
    return tuple(_mark(one) for one in found if one) if all(found) else ()


def findings_marked(brief: Brief, marks: tuple[Mark, ...]) -> tuple[BriefFinding, ...]:
    """Return the findings printed with any of the marks, those first whose own place it is.

    A finding is also cited where others say the same; there it stands second.
    """

    def places(finding: BriefFinding) -> list[int]:
        cited = enumerate(finding.citations)
        return [n for n, citation in cited if any(mark.means(citation) for mark in marks)]

    marked = [(found[0] > 0, one) for one in brief.quoted if (found := places(one))]
    return tuple(one for _, one in sorted(marked, key=lambda pair: pair[0]))


def _mark(found: re.Match[str]) -> Mark:
    parts = {name: part or "" for name, part in found.groupdict().items() if name != "source"}
    return Mark(int(found["source"]), **parts)
