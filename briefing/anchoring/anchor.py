"""The steps by which a quotation's place is found: at its position, by its words, by likeness."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.anchoring.likeness import ReportWords
from briefing.anchoring.outcome import Anchored, Anchoring, Orphaned, Proposed
from briefing.anchoring.places import Place, agreement, same_words
from briefing.model import Quotation, Report
from briefing.quotations import quotation_at

_TELLING_WORDS = 4
"""With fewer words than these, the surroundings must agree too."""
_AGREES = 0.5
"""The part of the surroundings that must be the same to count as the same place."""
_MARGIN = 0.25
"""By so much the surroundings of one place must agree better than those of any other."""


def anchor(quotation: Quotation, report: Report) -> Anchoring:
    """Return where a quotation stands in a report."""
    return anchor_all((quotation,), report)[0]


def anchor_all(quotations: Sequence[Quotation], report: Report) -> tuple[Anchoring, ...]:
    """Return where each quotation stands in a report that is looked through only once."""
    words = ReportWords(report)
    return tuple(_anchor(quotation, report, words) for quotation in quotations)


def _anchor(quotation: Quotation, report: Report, words: ReportWords) -> Anchoring:
    if _stands(quotation, report):
        place = Place(quotation.block, quotation.start, quotation.end)
        return Anchored(_at(place, report), moved=False)
    return _by_words(quotation, report) or _by_likeness(quotation, report, words)


def _stands(quotation: Quotation, report: Report) -> bool:
    """Return whether the words are where they were, to the character."""
    if not quotation.exact or not 0 <= quotation.block < len(report.blocks):
        return False
    text = report.blocks[quotation.block].text
    return text[max(0, quotation.start) : quotation.end] == quotation.exact


def _by_words(quotation: Quotation, report: Report) -> Anchored | Proposed | None:
    """Return the place of the same words, in doubt where it is not clear which of several."""
    places = same_words(quotation.exact, report)
    if not places:
        return None
    scored = sorted(
        (
            (agreement(quotation, place, report), -abs(place.block - quotation.block), place)
            for place in places
        ),
        key=lambda entry: entry[:2],
        reverse=True,
    )
    agrees, _, place = scored[0]
    second = scored[1][0] if len(scored) > 1 else None
    if second is not None and agrees - second < _MARGIN:
        why = f"the same words stand in {len(places)} places"
    elif len(quotation.exact.split()) < _TELLING_WORDS and agrees < _AGREES:
        why = "so few words may stand here by chance"
    else:
        return Anchored(_at(place, report), moved=True)
    return Proposed(_at(place, report), likeness=1.0, why=why)


def _by_likeness(quotation: Quotation, report: Report, words: ReportWords) -> Proposed | Orphaned:
    like = words.most_like(quotation)
    if like is None:
        return Orphaned(quotation)
    why = f"the words differ ({like.likeness:.0%} alike)"
    return Proposed(_at(like.place, report), like.likeness, why)


def _at(place: Place, report: Report) -> Quotation:
    return quotation_at(report, place.block, place.start, place.end)
