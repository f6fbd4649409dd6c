"""How the passages of an annex are marked, and which paragraphs outrank the document they stand in.

A paragraph is its report's, whatever the officer has said of one sentence in it: it carries the
marking of the report, or that of a finding in it where this is higher.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from briefing.marking import load_scheme, read_marking
from briefing.marking.reading import Marking
from briefing.model import Brief, BriefFinding, Disagreement, Source


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


def without_words_above(brief: Brief) -> Brief:
    """Return a brief that quotes no more than its findings of reports above its marking.

    Who marks a finding lower than its report speaks of the finding alone. Of another report that
    gives another figure only the figure stands beside the finding; that one says the same, in
    words of its own, is not told.
    """
    marks = AnnexMarks(brief)
    above = {source.number for source in brief.sources if marks.withheld(source)}
    if not above:
        return brief

    def narrowed(finding: BriefFinding) -> BriefFinding:
        differing = (
            _to_the_figure(one) if one.citation.source in above else one
            for one in finding.disagreements
        )
        first, *others = finding.citations
        both = zip(others, finding.elsewhere, strict=True)
        told = [(one, words) for one, words in both if one.source not in above]
        return replace(
            finding,
            disagreements=tuple(differing),
            citations=(first, *(one for one, _ in told)),
            elsewhere=tuple(words for _, words in told),
        )

    return brief.with_findings(narrowed)


def _to_the_figure(one: Disagreement) -> Disagreement:
    """Return a disagreement whose passage is the figure alone, at its own place where it is found.

    It need not stand in the passage as it is printed, which has single spaces.
    """
    words = r"\s+".join(map(re.escape, one.there.split()))
    found = re.search(words, one.quotation.exact) if words else None
    start = one.quotation.start + (found.start() if found else 0)
    exact = found[0] if found else one.there
    quotation = replace(
        one.quotation, start=start, end=start + len(exact), exact=exact, prefix="", suffix=""
    )
    return replace(one, quotation=quotation)
