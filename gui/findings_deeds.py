"""What the officer does to findings in the list: each deed is one named, undoable change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from briefing import drafting
from briefing.model import Choice, Decision, Draft, Passage
from briefing.model.desk import FindingRow, SectionRow
from gui.findings_list import FindingsList
from gui.models.findings import FindingsModel
from gui.models.findings_lines import Shown
from gui.workspace import Workspace

_END = 1_000_000
"""A place after the last finding of any section."""


class FindingsDeeds(QObject):
    """Carries out deeds on the findings that are selected, or on one."""

    section_wanted = Signal(Choice, bool)
    """A finding to be used answers no section: the officer is to choose one; whether he stays."""
    said = Signal(str)
    """Something was done that is not to be seen in the list."""

    def __init__(self, workspace: Workspace, view: FindingsList) -> None:
        super().__init__(view)
        self._document = workspace.document
        self._view = view
        self._model: FindingsModel = view.lines_model
        self.at_work = False
        """Whether the document changes by a deed of this list just now."""
        self._proposed_beside: frozenset[Passage] | None = None
        """What was used before another proposal was asked for, until that has been told of."""
        self._document.begun.connect(self._forget_proposal)

    def decide(
        self, choice: Choice, section: SectionRow | None = None, *, stays: bool = False
    ) -> None:
        """Decide about what is selected, and go on to the next finding unless one ``stays``.

        What answers no section goes into ``section``; without one the officer is asked for it.
        """
        rows = self._view.selected_rows()
        homeless = choice is not Choice.LEFT_OUT and any(map(_is_homeless, rows))
        if homeless and section is None:
            sections = self._model.sections
            if len(sections) > 1:
                self.section_wanted.emit(choice, stays)
                return
            section = next(iter(sections), None)
            self._tell_section(section)
        new = [_put_into(row, section) for row in rows if not _is_decided(row, choice)]
        follower = None if stays else self._view.after_selection()
        name = self._name_of(choice, len(rows))
        self._apply(name, self._decided(new, choice), rows, goes_on=follower is not None)
        self._document.note_seen(*(row.code for row in rows))
        self._view.go_to(follower)

    def _tell_section(self, section: SectionRow | None) -> None:
        if section is not None:
            said = self.tr("Put into “{section}”, the only section, which it does not answer.")
            self.said.emit(said.replace("{section}", section.title))

    def undecide(self) -> None:
        """Take back what was decided about what is selected."""
        rows = self._view.selected_rows()
        draft = drafting.drop(self._document.draft, _passages(rows))
        self._apply(self.tr("Take back decision"), draft, rows)

    def propose_again(self) -> None:
        """Have findings proposed once more beside what the officer has decided."""
        draft = drafting.propose_anew(self._document.draft)
        if not self._document.read_only:
            self._proposed_beside = _used_in(self._document.draft)
        self._document.apply(self.tr("Propose again"), draft)

    def tell_proposal(self) -> None:
        """Say, once, what a proposal that was asked for has changed; the renewed view is there."""
        before, self._proposed_beside = self._proposed_beside, None
        if before is None:
            return
        now = _used_in(self._document.draft)
        added, gone = len(now - before), len(before - now)
        parts = (
            (self.tr("%n finding(s) added", "", added), added),
            (self.tr("%n taken out", "", gone), gone),
        )
        told = ", ".join(text for text, count in parts if count)
        self.said.emit(told or self.tr("Proposed again: nothing has changed."))

    def _forget_proposal(self) -> None:
        self._proposed_beside = None

    def step(self, by: int) -> None:
        """Move the current finding up or down, at the end of a section into the next one."""
        row = self._view.current_row()
        if row is None or not row.decision.is_used or self._model.searched:
            return
        passage, (region, theme) = row.decision.passage, row.decision.section
        used = [other.decision.passage for other in self._used_in(region, theme)]
        index = used.index(passage) + by
        if not 0 <= index < len(used):
            section = self._section_beside(region, theme, by)
            if section is None:
                return
            region, theme, index = section.region, section.theme, _END if by < 0 else 0
        moved = drafting.move(self._document.draft, passage, region, theme, index)
        self._apply(self.tr("Move finding"), moved, [row])

    def move_to(self, region: str, theme: str) -> None:
        """Move what is selected to the end of a section; what is not used is used from then on."""
        rows = self._view.selected_rows()
        self._apply(self._name_of_move(len(rows)), self._moved(rows, region, theme, _END), rows)

    def drop_at(self, place: int) -> None:
        """Move what is selected to where it was dropped: before the line at ``place``."""
        heading = self._model.section_at(place - 1)
        if heading is None or heading.of_search:
            return
        rows = self._view.selected_rows()
        index = self._index_for(place, rows)
        moved = self._moved(rows, heading.region, heading.theme, index)
        self._apply(self._name_of_move(len(rows)), moved, rows)

    def reach(self, row: FindingRow, wanted: Decision, *, longer: bool) -> None:
        """Print a finding with the sentences around it that ``wanted`` has."""
        decision = replace(row.decision, before=wanted.before, after=wanted.after)
        name = self.tr("Extend finding") if longer else self.tr("Shorten finding")
        self._apply(name, drafting.put(self._document.draft, decision), [row])

    def annotate(self, row: FindingRow, note: str) -> None:
        """Keep a note of the officer's own with a finding."""
        draft = drafting.annotate(self._document.draft, row.decision, note)
        self._apply(self.tr("Note"), draft, [row], merge=f"note {row.code}")

    def mark(self, row: FindingRow, marking: str) -> None:
        """Give a finding a marking of its own; an empty one is that of its report."""
        draft = drafting.mark(self._document.draft, row.decision, marking)
        self._apply(self.tr("Mark finding"), draft, [row], merge=f"marking {row.code}")

    def give_reason(self, row: FindingRow, why: str) -> None:
        """Say why a finding is left out."""
        draft = drafting.decide(self._document.draft, row.decision, Choice.LEFT_OUT, why)
        self._apply(self.tr("Reason for leaving out"), draft, [row], merge=f"why {row.code}")

    def confirm(self) -> None:
        """Take the words of the current finding where they stand now."""
        row = self._view.current_row()
        if row is None or row.proposed is None:
            return
        draft = drafting.confirm(self._document.draft, row.decision.passage, row.proposed)
        self._apply(self.tr("Confirm place of finding"), draft, [row])
        self._document.select(row.proposed.passage)

    def _apply(
        self,
        name: str,
        draft: Draft,
        rows: Sequence[FindingRow],
        *,
        merge: str = "",
        goes_on: bool = False,
    ) -> None:
        """Change the document; what was changed stays on screen unless one ``goes_on`` from it."""
        about = rows[0].code if len(rows) == 1 else ""
        self.at_work = True
        try:
            self._document.apply(name, draft, about=about, merge=merge)
        finally:
            self.at_work = False
        if not goes_on:
            self._view.scrollTo(self._view.currentIndex())

    def _decided(self, decisions: Sequence[Decision], choice: Choice) -> Draft:
        return drafting.decide(self._document.draft, decisions, choice)

    def _moved(self, rows: Sequence[FindingRow], region: str, theme: str, index: int) -> Draft:
        unused = [row.decision for row in rows if not row.decision.is_used]
        used = [_used(decision, region, theme) for decision in unused]
        draft = drafting.put(self._document.draft, used)
        return drafting.move(draft, _passages(rows), region, theme, index)

    def _index_for(self, place: int, rows: Sequence[FindingRow]) -> int:
        """Return how many used findings of the section stand above a place, the moved left out."""
        if self._model.shown not in (Shown.ALL, Shown.USED):
            return _END
        moved = set(_passages(rows))
        count = 0
        for n in range(place - 1, -1, -1):
            row = self._model.lines[n].row
            if row is None:
                break
            count += row.decision.is_used and row.decision.passage not in moved
        return count

    def _used_in(self, region: str, theme: str) -> list[FindingRow]:
        rows = (row for row in self._model.rows if row.decision.is_used)
        return [row for row in rows if row.decision.section == (region, theme)]

    def _section_beside(self, region: str, theme: str, by: int) -> SectionRow | None:
        sections = self._model.sections
        places = [n for n, s in enumerate(sections) if (s.region, s.theme) == (region, theme)]
        there = places[0] + by if places else -1
        return sections[there] if 0 <= there < len(sections) else None

    def _name_of(self, choice: Choice, count: int) -> str:
        if choice is Choice.LEFT_OUT:
            return self.tr("Leave out %n finding(s)", "", count)
        if choice is Choice.LEAD:
            return self.tr("Lead with %n finding(s)", "", count)
        return self.tr("Support with %n finding(s)", "", count)

    def _name_of_move(self, count: int) -> str:
        return self.tr("Move %n finding(s)", "", count)


def _passages(rows: Sequence[FindingRow]) -> list[Passage]:
    return [row.decision.passage for row in rows]


def _is_decided(row: FindingRow, choice: Choice) -> bool:
    """Whether the officer has decided so already: a reason given before stays."""
    return row.decision.by_officer and row.decision.choice is choice


def _is_homeless(row: FindingRow) -> bool:
    """Whether nobody has said yet in which section a finding stands, and none suits it."""
    return not (row.fits or row.decision.by_officer)


def _put_into(row: FindingRow, section: SectionRow | None) -> Decision:
    if section is None or not _is_homeless(row):
        return row.decision
    return replace(row.decision, region=section.region, theme=section.theme)


def _used(decision: Decision, region: str, theme: str) -> Decision:
    return replace(decision, choice=Choice.SUPPORT, region=region, theme=theme, why="")


def _used_in(draft: Draft) -> frozenset[Passage]:
    return frozenset(one.passage for one in draft.decisions if one.is_used)
