"""How the words of decisions stand in the library: found, moved, or lost. Nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from briefing.anchoring import Anchored, Orphaned, Proposed, anchor_all
from briefing.model import (
    Carried,
    Decision,
    Draft,
    Finding,
    Passage,
    Quotation,
    Report,
    Selection,
    StoredFinding,
)
from briefing.model.desk import Standing
from briefing.pipeline.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Stand:
    """How the words of one decision stand."""

    standing: Standing
    stored: StoredFinding | None
    """The finding, or what is still known of one that is not there."""
    proposed: Decision | None = None
    """For words that have moved: the decision as it would be now."""


class Standings:
    """Finds decisions in the library; what has been looked for is not looked for again."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._known: dict[Passage, StoredFinding] = {}
        self._sought: dict[tuple[Quotation, ...], tuple[Standing, Decision | None]] = {}

    def renew(self, shelf: Shelf) -> None:
        """Look in a library that has changed; where lost findings stood is remembered."""
        self._shelf = shelf
        self._sought.clear()

    def of(
        self,
        decisions: Iterable[Decision],
        offered: Mapping[Passage, StoredFinding],
        carried: Iterable[Carried] = (),
    ) -> dict[Passage, Stand]:
        """Return how each decision stands.

        ``offered`` are findings that have just come from the library; ``carried`` tells where
        those stood that it does not hold.
        """
        brought = {entry.passage: entry for entry in carried}
        return {
            one.passage: self._of(one, offered.get(one.passage), brought.get(one.passage))
            for one in decisions
        }

    def _of(self, one: Decision, offered: StoredFinding | None, carried: Carried | None) -> Stand:
        is_offered = offered is not None and offered.finding.text == one.finding.exact
        if offered is not None and is_offered and not one.before and not one.after:
            self._known[one.passage] = offered
            return Stand(Standing.FOUND, offered)
        shelved = self._shelf.get(one.finding.report)
        if shelved is not None and all(stands(q, shelved.report) for q in _printed(one)):
            stored = offered if is_offered else shelved.stored(one.passage)
            if stored is not None:
                self._known[one.passage] = stored
            return Stand(Standing.FOUND, stored)
        standing, proposed = self._seek(one, shelved.report if shelved else None)
        return Stand(standing, self._last_known(one, carried), proposed)

    def _seek(self, one: Decision, report: Report | None) -> tuple[Standing, Decision | None]:
        if report is None:
            return Standing.LOST, None
        key = (one.finding, *_printed(one))
        if key not in self._sought:
            proposed = moved_to(one, report)
            self._sought[key] = (Standing.MOVED if proposed else Standing.LOST, proposed)
        standing, proposed = self._sought[key]
        return standing, _as_decided(proposed, one) if proposed else None

    def _last_known(self, one: Decision, carried: Carried | None) -> StoredFinding | None:
        if one.passage in self._known:
            return self._known[one.passage]
        if carried is None:
            return None
        return StoredFinding(
            finding=Finding(one.passage, one.finding.exact),
            report=carried.report,
            page_label=carried.page,
            paragraph=carried.paragraph,
            heading_path=(),
        )


def stands(quotation: Quotation, report: Report) -> bool:
    """Return whether a quotation's words are where it says, to the character."""
    if not 0 <= quotation.block < len(report.blocks):
        return False
    text = report.blocks[quotation.block].text
    return text[quotation.start : quotation.end] == quotation.exact


def moved_to(decision: Decision, report: Report) -> Decision | None:
    """Return a decision with its words where they may stand now; None where they do not.

    Sentences beside the finding come along where they still stand beside it.
    """
    found = anchor_all(_printed(decision), report)
    own = found[len(decision.before)]
    if isinstance(own, Orphaned):
        return None
    before = _beside(found[: len(decision.before)][::-1], own.quotation)[::-1]
    after = _beside(found[len(decision.before) + 1 :], own.quotation)
    return replace(decision, finding=own.quotation, before=before, after=after)


def _beside(
    found: Iterable[Anchored | Proposed | Orphaned], own: Quotation
) -> tuple[Quotation, ...]:
    """Return the sentences, nearest first, as long as each stands in the finding's block."""
    kept: list[Quotation] = []
    for one in found:
        if isinstance(one, Orphaned) or one.quotation.block != own.block:
            break
        near = kept[-1] if kept else own
        if one.quotation.start < near.end and near.start < one.quotation.end:
            break
        kept.append(one.quotation)
    return tuple(kept)


def _as_decided(proposed: Decision, one: Decision) -> Decision:
    return replace(one, finding=proposed.finding, before=proposed.before, after=proposed.after)


def _printed(decision: Decision) -> tuple[Quotation, ...]:
    return (*decision.before, decision.finding, *decision.after)


def offered_by(selection: Selection) -> dict[Passage, StoredFinding]:
    """Return the candidates of a selection by their passages."""
    return {one.stored.finding.passage: one.stored for one in selection.candidates}


def carrying(draft: Draft, findings: Iterable[tuple[Passage, Stand]]) -> Draft:
    """Return a draft that carries along where findings stood, as far as is known."""
    known = {
        passage: Carried(passage, one.stored.report, one.stored.page_label, one.stored.paragraph)
        for passage, one in findings
        if one.stored is not None
    }
    others = (entry for entry in draft.carried if entry.passage not in known)
    return replace(draft, carried=(*others, *known.values()))
