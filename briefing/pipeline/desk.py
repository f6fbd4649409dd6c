"""All that the window asks of the core about a brief, answered by one object that stays warm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from briefing.brief_file import BriefFile, read_brief_file, save_brief_file
from briefing.errors import BriefingError
from briefing.marks import Mark, findings_marked, marks_in
from briefing.model import Decision, Draft
from briefing.model.desk import (
    DraftView,
    FindingRow,
    OpenedDraft,
    PassageView,
)
from briefing.pipeline.checking import wanted_charts
from briefing.pipeline.collecting import uncollected
from briefing.pipeline.desk_documents import Documents
from briefing.pipeline.desk_offers import Age, Offer
from briefing.pipeline.desk_opening import opened
from briefing.pipeline.desk_passages import passage_view
from briefing.pipeline.desk_searching import found_by, search_rows
from briefing.pipeline.desk_view import view_of
from briefing.pipeline.lengths import words_for_findings
from briefing.pipeline.near_misses import near_misses
from briefing.pipeline.sample import load_sample
from briefing.pipeline.standing import carrying
from briefing.progress import Progress, Silent
from briefing.selection.proposing import propose
from briefing.templating import load_header

_OLD_AFTER_YEARS = 3
"""For the list of findings, while the template cannot say."""


class Desk(Documents):
    """A library and what is known of it, for working on drafts; for one thread at a time."""

    def view(self, draft: Draft) -> DraftView:
        """Return the findings for a draft, with the program's proposal where one is due.

        Raises:
            RequestError: a region or theme that does not exist, or a period that ends too early.
            LibraryError: a source that is not in the library.
        """
        offer = self._offers.of(draft.request)
        with uncollected():
            age, room = self._age(draft), self._room(draft, offer)
            return view_of(draft, offer, self._offers.standings, age, room)

    def search(self, words: str, draft: Draft, limit: int = 100) -> tuple[FindingRow, ...]:
        """Return findings of all reports that hold the words, or the one that a code names.

        A mark as the document prints it, ``[1, p. 9 ¶ 2]``, leads to the findings printed with it.

        Raises:
            RequestError, LibraryError: as for ``view``.
        """
        offer = self._offers.of(draft.request)
        draft = propose(offer.selection, draft, self._room(draft, offer))
        if marks := marks_in(words):
            return self._marked(marks, draft)
        found = found_by(self._library, words, limit)
        return search_rows(found, draft, offer, self._offers.standings, self._age(draft))

    def behind(self, draft: Draft, codes: Sequence[str]) -> tuple[FindingRow, ...]:
        """Return the findings that stand behind a point of a chart, named by their codes.

        Raises:
            RequestError, LibraryError: as for ``view``.
        """
        offer = self._offers.of(draft.request)
        draft = propose(offer.selection, draft, self._room(draft, offer))
        found = [one for code in codes for one in self._library.findings_of_code(code)[:1]]
        return search_rows(found, draft, offer, self._offers.standings, self._age(draft))

    def _marked(self, marks: tuple[Mark, ...], draft: Draft) -> tuple[FindingRow, ...]:
        printed = findings_marked(self.build(draft).brief, marks)
        rows = {row.code: row for row in self.view(draft).rows}
        return tuple(rows[one.code] for one in printed if one.code in rows)

    def near_misses(self, draft: Draft, limit: int = 200) -> tuple[FindingRow, ...]:
        """Return what nearly answered a draft's request, each row with why it did not.

        Raises:
            RequestError, LibraryError: as for ``view``.
        """
        offer = self._offers.of(draft.request)
        draft = propose(offer.selection, draft, self._room(draft, offer))
        misses = near_misses(self._library, draft.request, self._taxonomy, limit)
        found = (miss.stored for miss in misses)
        rows = search_rows(found, draft, offer, self._offers.standings, self._age(draft))
        return tuple(_near(row, miss.why) for row, miss in zip(rows, misses, strict=True))

    def passage(self, decision: Decision) -> PassageView:
        """Return a finding among its neighbours.

        Raises:
            LibraryError: its report is not in the library, or holds other words there.
        """
        self._offers.renew()
        return passage_view(decision, self._offers.shelf)

    def save(self, draft: Draft, path: Path, seen: Sequence[str] = ()) -> None:
        """Write a ``.brief`` file: the draft, and the document as it is now.

        A draft that cannot be built at present is saved without its document. Either way it
        carries along where each finding that is decided upon stands, for those who open it
        without its reports.

        Raises:
            ExportError: the file cannot be written.
        """
        try:
            built = self.build(draft)
        except BriefingError:
            brief = None
        else:
            draft, brief = replace(built.draft, request=draft.request), built.brief
        content = BriefFile(self._carrying(draft), brief, tuple(seen), self._today())
        save_brief_file(content, path)

    def _carrying(self, draft: Draft) -> Draft:
        """Return a draft that carries along where its findings stand, as far as is known."""
        try:
            self._offers.renew()
            stand = self._offers.standings.of(draft.decisions, {}, draft.carried)
        except BriefingError:  # the draft is kept, whatever has become of the library
            return draft
        return carrying(draft, stand.items())

    def open(self, path: Path) -> OpenedDraft:
        """Read a ``.brief`` file and find its words in the library.

        Raises:
            BriefError: the file cannot be read or is no brief.
        """
        self._offers.renew()
        return opened(read_brief_file(path), self._offers.standings)

    def sample(self, progress: Progress | None = None) -> Draft:
        """Put the shipped sample reports into the library and return the prepared draft.

        Raises:
            BriefingError: they cannot be read or kept.
            Cancelled: from ``progress``.
        """
        draft = load_sample(self._library, progress or Silent(), self._today())
        self.invalidate()
        return draft

    def _age(self, draft: Draft) -> Age:
        try:
            years = load_header(draft.request.template, self._folders).old_after_years
        except BriefingError:
            # The list of findings is there even while the template is at fault.
            years = _OLD_AFTER_YEARS
        return Age(draft.request.issued or self._today(), years)

    def _room(self, draft: Draft, offer: Offer) -> int | None:
        """Return for how many words of findings there is room; None where nothing limits them."""
        try:
            header = load_header(draft.request.template, self._folders)
            charts = wanted_charts(draft.request, header, offer.taxonomy)
        except BriefingError:
            return None
        return words_for_findings(draft.request, header, offer.selection, len(charts))


def _near(row: FindingRow, why: str) -> FindingRow:
    """Return a row that says why its finding did not answer."""
    by_officer = row.decision.is_used or row.decision.by_officer
    return replace(row, reason=why, why_left_out=row.why_left_out if by_officer else why)
