"""What the library offers for a scope, kept while neither the scope nor the library changes."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field, replace
from datetime import date

from briefing.assembly import Drawable, chart_data
from briefing.charts.chart import Chart
from briefing.library import Library
from briefing.model import (
    BriefRequest,
    Candidate,
    Decision,
    Passage,
    Selection,
    StoredFinding,
    Taxonomy,
    scope_of,
)
from briefing.model.desk import FindingRow
from briefing.pipeline.building import Materials
from briefing.pipeline.collecting import uncollected
from briefing.pipeline.selecting import Weighing, choose_findings, weigh_findings
from briefing.pipeline.shelf import Shelf
from briefing.pipeline.standing import Standings, offered_by
from briefing.selection.proposing import proposed_decision
from briefing.taxonomy import with_groups

_KEPT = 6
"""So many scopes are kept, for going back and forth between them."""
_SEARCHED = 300
"""So many rows of searches are kept: with each letter typed much the same is found again."""
_HELD = 6_000
"""So many candidates are held in all, save those of the scope asked for last."""


@dataclass(frozen=True, slots=True)
class Age:
    """When sources are called old."""

    issued: date
    years: int


@dataclass
class Offer:
    """The candidates for a scope, with what is computed of them once."""

    selection: Selection
    taxonomy: Taxonomy
    """With the groups of the scope."""
    stored: dict[Passage, StoredFinding]
    candidates: dict[Passage, Candidate]
    decisions: dict[Passage, Decision]
    """What the program would make of each candidate."""
    _rows: dict[Passage, FindingRow] = field(default_factory=dict)
    _searched: dict[Passage, FindingRow] = field(default_factory=dict)
    _age: Age | None = None
    _charts: dict[tuple[str, ...], Drawable] = field(default_factory=dict)

    def rows_at(self, age: Age) -> dict[Passage, FindingRow]:
        """Return the rows made so far of candidates as nobody has decided upon them."""
        self._grow_to(age)
        return self._rows

    def searched_at(self, age: Age) -> dict[Passage, FindingRow]:
        """Return the rows made for the latest searches, of findings that are no candidates."""
        self._grow_to(age)
        while len(self._searched) > _SEARCHED:
            del self._searched[next(iter(self._searched))]
        return self._searched

    def _grow_to(self, age: Age) -> None:
        if age != self._age:
            self._rows, self._searched, self._age = {}, {}, age

    def charts(self, wanted: tuple[Chart, ...]) -> Drawable:
        """Return the charts that the selection supports."""
        ids = tuple(chart.id for chart in wanted)
        if ids not in self._charts:
            self._charts[ids] = chart_data(self.selection, self.taxonomy, wanted)
        return self._charts[ids]


class Offers:
    """Asks the library once for each scope."""

    def __init__(self, library: Library, taxonomy: Taxonomy) -> None:
        self._library = library
        self._taxonomy = taxonomy
        self._kept: OrderedDict[BriefRequest, Offer] = OrderedDict()
        self._latest: tuple[BriefRequest, Weighing] | None = None
        self._revision: tuple[int, int] | None = None
        self.shelf = Shelf(library)
        self.standings = Standings(self.shelf)

    def renew(self) -> None:
        """Forget what the library offered if it has changed since, here or in another process."""
        revision = self._library.revision()
        if revision != self._revision:
            self.clear()
            # Last, so that a clearing that is broken off is done anew.
            self._revision = revision

    def clear(self) -> None:
        """Forget what the library offered; it has changed."""
        self._kept.clear()
        self._latest = None
        self.shelf = Shelf(self._library)
        self.standings.renew(self.shelf)

    def of(self, request: BriefRequest) -> Offer:
        """Return what is offered for a request's scope.

        Raises:
            RequestError, LibraryError: as ``select_findings``.
        """
        self.renew()
        scope = scope_of(request)
        if scope not in self._kept:
            with uncollected():
                self._kept[scope] = self._made(scope)
            while len(self._kept) > 1 and self._is_much():
                self._kept.popitem(last=False)
        self._kept.move_to_end(scope)
        return self._kept[scope]

    def _is_much(self) -> bool:
        held = sum(len(offer.candidates) for offer in self._kept.values())
        return len(self._kept) > _KEPT or held > _HELD

    def materials(self, request: BriefRequest) -> Materials:
        """Return what a draft with this request is built from.

        Raises:
            RequestError, LibraryError: as ``select_findings``.
        """
        offer = self.of(request)
        return Materials(offer.selection, offer.taxonomy, self.shelf, self.standings, offer.charts)

    def _weighed(self, scope: BriefRequest, taxonomy: Taxonomy) -> Weighing:
        """Return what answers a scope; its length changes often, and what answers does not."""
        key = replace(scope, max_findings=1, max_words=None)
        if self._latest is None or self._latest[0] != key:
            self._latest = key, weigh_findings(self._library, scope, taxonomy)
        return self._latest[1]

    def _made(self, scope: BriefRequest) -> Offer:
        taxonomy = with_groups(self._taxonomy, scope.groups)
        selection = choose_findings(scope, self._weighed(scope, taxonomy), taxonomy)
        candidates = {one.stored.finding.passage: one for one in selection.candidates}
        return Offer(
            selection=selection,
            taxonomy=taxonomy,
            stored=offered_by(selection),
            candidates=candidates,
            decisions={place: proposed_decision(one) for place, one in candidates.items()},
        )
