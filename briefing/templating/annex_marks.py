"""How the passages of an annex are marked, and which paragraphs outrank the document they stand in.

A paragraph is its report's, whatever the officer has said of one sentence in it: it carries the
marking of the report, or that of a finding in it where this is higher.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefing.marking import load_scheme, read_marking
from briefing.marking.reading import Marking
from briefing.model import Brief, Source


class AnnexMarks:
    """Knows the marking of each paragraph that a presented brief has in its annex."""

    def __init__(self, brief: Brief) -> None:
        request = brief.request
        self._scheme = load_scheme(request.scheme)
        self._banner = read_marking(request.marking, self._scheme) if self._scheme else None
        self._printed = request.portion_marks

    def withheld(self, source: Source) -> str:
        """Return the marking of a source above that of the document; empty where it is not above.

        Of such a source the annex holds no more than the findings do.
        """
        mark = self._of(source)
        if self._scheme is None or mark is None or self._banner is None:
            return ""
        return mark.text(self._scheme) if mark.outranks(self._banner) else ""

    def portion(self, source: Source, findings: Iterable[str]) -> str:
        """Return what stands in brackets before a passage in which findings so marked stand."""
        if self._scheme is None or not self._printed:
            return ""
        marks = [read_marking(portion, self._scheme) for portion in findings if portion]
        if not self.withheld(source):
            marks.append(self._of(source))
        known = [mark for mark in marks if mark is not None]
        return max(known, key=lambda mark: mark.rank).portion if known else ""

    def _of(self, source: Source) -> Marking | None:
        if self._scheme is None:
            return None
        return read_marking(source.metadata.marking or self._scheme.unmarked, self._scheme)
