"""What charts that count tell of reports marked above the document: not their names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from briefing.model import Candidate, Metadata, Selection, StoredFinding

_NAME = "Another report"


def unnamed(selection: Selection, covers: Callable[[str], bool]) -> Selection:
    """Return the selection with no name for the reports whose marking ``covers`` denies.

    Their findings are counted as before, under their date: what a reader is told of coverage stays
    true. Where there are none, it is the very selection.
    """

    def bare(stored: StoredFinding) -> StoredFinding:
        known = stored.report.metadata
        if covers(known.marking):
            return stored
        data = Metadata(publisher=_NAME, date=known.date, marking=known.marking)
        return replace(stored, report=replace(stored.report, metadata=data, file_name=_NAME))

    def told(candidate: Candidate) -> Candidate:
        tellers = (candidate.stored, *candidate.also_in)
        if all(covers(one.report.metadata.marking) for one in tellers):
            return candidate
        also = tuple(map(bare, candidate.also_in))
        return replace(candidate, stored=bare(candidate.stored), also_in=also)

    candidates = tuple(map(told, selection.candidates))
    changed = any(a is not b for a, b in zip(candidates, selection.candidates, strict=True))
    return replace(selection, candidates=candidates) if changed else selection
