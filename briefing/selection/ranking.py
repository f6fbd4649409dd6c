"""Findings put in order: how squarely they answer, how ready they are, how recent."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from briefing.model import (
    BriefRequest,
    Difference,
    Finding,
    Passage,
    StoredFinding,
    Taxonomy,
    TextKind,
)
from briefing.selection.relevance import Fit, Scope, best_fit
from briefing.weights import LEANING, NOT_ALONE, readiness

_RECENCY = 0.06
"""How much the newest report gains on one that is very old."""
_HALF_LIFE_YEARS = 5.0
_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Ranked:
    """A finding with its place in the order."""

    stored: StoredFinding
    fit: Fit
    score: float
    """0 to 1."""
    brings: Finding | None
    """The sentence before, where the finding needs it and it can be printed."""
    also_in: tuple[StoredFinding, ...] = ()
    differs_with: tuple[Difference, ...] = ()
    is_old: bool = False
    """Whether its report is older by a half-life than the newest at hand."""

    @property
    def passage(self) -> Passage:
        """The passage of the finding itself."""
        return self.stored.finding.passage

    @property
    def brought(self) -> Passage | None:
        """The passage printed before it, if any."""
        return self.brings.passage if self.brings else None

    @property
    def section(self) -> tuple[str, str]:
        """The region and theme under which it stands."""
        return self.fit.region, self.fit.theme

    @property
    def stands_alone(self) -> bool:
        """Whether it can be understood as it would be printed."""
        return not self.stored.finding.needs_context or self.brings is not None

    @property
    def words(self) -> int:
        """How many words would be printed, the sentence before included."""
        brought = len(self.brings.text.split()) if self.brings else 0
        return len(self.stored.finding.text.split()) + brought


def rank(
    request: BriefRequest,
    findings: Sequence[StoredFinding],
    taxonomy: Taxonomy,
    newest: date | None = None,
) -> list[Ranked]:
    """Return the findings that answer the request, best first, in an order that never varies.

    ``newest`` is the last day of the newest report that answers, where ``findings`` are not all.
    """
    scopes = tuple(Scope.of(region, taxonomy) for region in request.regions)
    offered = [item for item in findings if _is_offered(item, request)]
    dates = {item.report.metadata.date for item in offered} - {None}
    newest = newest or max((day.last_day for day in dates if day), default=None)
    ranked = []
    for stored in offered:
        fit = best_fit(stored.finding, scopes, request.themes)
        if fit is not None:
            brings = brought_by(stored)
            score = _score(stored, fit, brings, newest)
            ranked.append(Ranked(stored, fit, score, brings, is_old=_is_old(stored, newest)))
    return sorted(ranked, key=_order)


def is_in_period(stored: StoredFinding, since: date | None, until: date | None) -> bool:
    """Return whether a finding belongs to a period.

    Its own dates decide where it has any, else its report's date; without either it stays in.
    """
    metadata = stored.report.metadata
    dates = stored.finding.dates or ((metadata.date,) if metadata.date else ())
    if not dates:
        return True
    first, last = since or date.min, until or date.max
    return any(day.last_day >= first and day.first_day <= last for day in dates)


def _is_offered(stored: StoredFinding, request: BriefRequest) -> bool:
    return stored.finding.kind is TextKind.BODY and is_in_period(
        stored, request.since, request.until
    )


def brought_by(stored: StoredFinding) -> Finding | None:
    """Return the sentence before, where a finding needs it and it can be printed; else None."""
    before = stored.before
    if not stored.finding.needs_context or before is None or before.needs_context:
        return None
    return before if before.kind is TextKind.BODY else None


def _score(stored: StoredFinding, fit: Fit, brings: Finding | None, newest: date | None) -> float:
    finding = stored.finding
    return score_of(
        fit.weight,
        finding.strength,
        recency(_published(stored), newest),
        needs_context=finding.needs_context,
        brings=brings is not None,
    )


def score_of(
    weight: float, strength: float, recent: float, *, needs_context: bool, brings: bool
) -> float:
    """Return the product of what must hold together: relevance, readiness, being understood."""
    score = weight * readiness(strength) * recent
    if needs_context:
        score *= LEANING if brings else NOT_ALONE
    return min(1.0, score)


def recency(published: date | None, newest: date | None) -> float:
    """Return a factor from 1 (newest report at hand) down to 1 - ``_RECENCY``; undated between."""
    if published is None or newest is None:
        return 1 - _RECENCY / 2
    years = (newest - published).days / _YEAR
    return 1 - _RECENCY * (1 - math.pow(0.5, years / _HALF_LIFE_YEARS))


def _is_old(stored: StoredFinding, newest: date | None) -> bool:
    published = _published(stored)
    if published is None or newest is None:
        return False
    return (newest - published).days >= _HALF_LIFE_YEARS * _YEAR


def _published(stored: StoredFinding) -> date | None:
    day = stored.report.metadata.date
    return day.last_day if day else None


def _order(ranked: Ranked) -> tuple[float, int, str, str, int, int]:
    """Return the sorting key: score, then newer report, file name, position."""
    published = _published(ranked.stored)
    return (
        -ranked.score,
        -published.toordinal() if published else 0,
        ranked.stored.report.file_name,
        ranked.passage.report,
        ranked.passage.block,
        ranked.passage.start,
    )


def in_order(ranked: Iterable[Ranked]) -> list[Ranked]:
    """Return entries best first, ties as in ``rank``."""
    return sorted(ranked, key=_order)
