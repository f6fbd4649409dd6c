"""A page of findings with a made-up core behind it, which keeps up with the draft."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from briefing.model import (
    BriefRequest,
    Choice,
    Decision,
    Draft,
    PartialDate,
    Passage,
    Quotation,
    scope_of,
)
from briefing.model.desk import DraftView, FindingRow, PassageView, SectionRow
from briefing.service.calls import CorrectTags, ListReports, ReadPassage, SearchFindings, ViewDraft
from briefing.settings import Settings
from gui.document import Document
from gui.findings_page import FindingsPage
from gui.workspace import Workspace
from tests.builders import a_summary
from tests.gui.fakes import FakeTasks

REPORT = "ab" * 32
SECTIONS = (
    SectionRow("south-caucasus", "conflict", "South Caucasus · Conflict and territory"),
    SectionRow("central-asia", "alliances", "Central Asia · Alliances"),
)
REQUEST = BriefRequest(regions=("south-caucasus", "central-asia"), themes=("conflict", "alliances"))
SENTENCES = (
    "The ceasefire of November 2020 named a corridor but not who guards it.",
    "Both capitals count the villages on the border differently: four by one map, eight by the "
    "other.",
    "After the two days of shelling in September 2022 the call for help went unanswered, and the "
    "government in Yerevan said so in parliament.",
    "Between 1,500 and 2,000 soldiers stood along the line of contact in spring, most of them "
    "without heavy weapons.",
    "Tbilisi has hosted four meetings of the border commissions since 2021.",
    "Neither side has yet named a date for a signature.",
)


def a_row(
    n: int,
    text: str = "",
    *,
    section: SectionRow = SECTIONS[0],
    choice: Choice = Choice.LEFT_OUT,
    report: str = REPORT,
    **more: object,
) -> FindingRow:
    """Return the ``n``th finding: alone in its block."""
    words = text or SENTENCES[n % len(SENTENCES)]
    own = Quotation(report, n, 0, len(words), words)
    row = FindingRow(
        decision=Decision(own, choice, section.region, section.theme),
        code=f"f-{n:04x}",
        text=words,
        place=f"Halicki and Besson 2022, p. {3 + n // 4} ¶ {1 + n % 4}",
        reason="names Armenia and Azerbaijan; “ceasefire” is conflict; specific (date, actor)",
        about=("AM", "AZ"),
        themes=(section.theme,),
        date=PartialDate(2022),
        why_left_out="" if choice is not Choice.LEFT_OUT else "enough said of it",
    )
    return replace(row, **more)  # type: ignore[arg-type]


def some_rows() -> tuple[FindingRow, ...]:
    """Return seven findings in two sections, four of them used."""
    second = SECTIONS[1]
    return (
        a_row(0, choice=Choice.LEAD),
        a_row(1, choice=Choice.SUPPORT),
        a_row(2, choice=Choice.SUPPORT, old_year=2010),
        a_row(3),
        a_row(4, section=second, choice=Choice.SUPPORT),
        a_row(5, section=second),
        a_row(6, "Water, not ideology, decides when the shooting begins.", section=second),
    )


class Core:
    """Stands for the core: its findings, and what it makes of a draft."""

    def __init__(self, rows: tuple[FindingRow, ...]) -> None:
        self.rows = {row.decision.passage: row for row in rows}
        self.elsewhere = (
            a_row(90, "A treaty was signed by three of the five in Cholpon-Ata.", report="cd" * 32),
        )
        self.corrected: list[CorrectTags] = []

    def view(self, call: ViewDraft) -> DraftView:
        """Return the rows as the draft decides them, section by section, used ones first."""
        draft = call.draft
        if draft.needs_proposal:
            proposed = tuple(r.decision for r in self.rows.values() if r.decision.is_used)
            own = {decision.passage for decision in draft.decisions}
            kept = tuple(decision for decision in proposed if decision.passage not in own)
            request = scope_of(draft.request)
            draft = replace(draft, decisions=draft.decisions + kept, proposed_for=request)
        rows = self._rows(draft)
        used = sum(row.decision.is_used for row in rows)
        return DraftView(draft, SECTIONS, rows, len(rows), used)

    def search(self, call: SearchFindings) -> tuple[FindingRow, ...]:
        """Return the findings that hold the words, or the one with the code."""
        rows = (*self._rows(call.draft), *self.elsewhere)
        words = call.words.lower()
        return tuple(row for row in rows if words in row.text.lower() or words == row.code)

    def passage(self, call: ReadPassage) -> PassageView:
        """Return a finding as the second of three sentences."""
        decision = call.decision
        before = Quotation(REPORT, decision.finding.block, 0, 1, "It began before.")
        after = Quotation(REPORT, decision.finding.block, 2, 3, "It went on after.")
        longer, shorter = bool(decision.before), bool(decision.after)
        return PassageView(
            decision,
            ("The border",),
            "9",
            2,
            (before.exact, decision.finding.exact, after.exact),
            first=0 if longer else 1,
            last=2 if shorter else 1,
            own=1,
            longer_before=None if longer else replace(decision, before=(before,)),
            longer_after=None if shorter else replace(decision, after=(after,)),
            shorter_before=replace(decision, before=()) if longer else None,
            shorter_after=replace(decision, after=()) if shorter else None,
            warning="“It” leans on the sentence before." if not longer else "",
        )

    def _rows(self, draft: Draft) -> tuple[FindingRow, ...]:
        decided = {decision.passage: decision for decision in draft.decisions}
        known = {**self.rows, **{row.decision.passage: row for row in self.elsewhere}}
        rows = [self._row(known[p], d) for p, d in decided.items() if p in known]
        rows.sort(key=lambda row: not row.decision.is_used)
        rest = (row for p, row in self.rows.items() if p not in decided)
        rows += [self._row(row, replace(row.decision, choice=Choice.LEFT_OUT)) for row in rest]
        places = [(section.region, section.theme) for section in SECTIONS]
        return tuple(sorted(rows, key=lambda row: places.index(row.decision.section)))

    def _row(self, row: FindingRow, decision: Decision) -> FindingRow:
        parts = (*decision.before, decision.finding, *decision.after)
        why = decision.why if decision.by_officer else "enough said of it"
        return replace(
            row,
            decision=decision,
            text=" ".join(part.exact for part in parts),
            why_left_out="" if decision.is_used else why,
        )


class Answers(FakeTasks):
    """Answers nobody any more once the page is gone, as the calls of an owner end with it."""

    ended = False

    def _answer(self, *asked: Any) -> None:
        if not self.ended:
            super()._answer(*asked)


class Desk:
    """A page with all that stands behind it."""

    def __init__(
        self, rows: tuple[FindingRow, ...] | None = None, request: BriefRequest = REQUEST
    ) -> None:
        self.core = Core(some_rows() if rows is None else rows)
        self.tasks = Answers(
            {
                ViewDraft: self.core.view,
                SearchFindings: self.core.search,
                ReadPassage: self.core.passage,
                CorrectTags: self.core.corrected.append,
                ListReports: lambda call: (a_summary(sha256=REPORT),),
            }
        )
        self.document = Document()
        self.workspace = Workspace(self.tasks, self.document, Settings())
        self.page = FindingsPage(self.workspace)
        self.page.destroyed.connect(self._end)
        self.workspace.refresh_library()
        self.document.changed.connect(self._renew)
        self.document.begin(Draft(request))

    def texts(self) -> list[str]:
        """Return the findings that the list shows, from top to bottom."""
        return [line.row.text for line in self.page.model.lines if line.row is not None]

    def codes(self, section: SectionRow | None = None, *, used: bool = False) -> list[str]:
        """Return the codes of the findings that the list shows, from top to bottom."""
        rows = [line.row for line in self.page.model.lines if line.row is not None]
        if section is not None:
            rows = [r for r in rows if r.decision.section == (section.region, section.theme)]
        return [row.code for row in rows if row.decision.is_used or not used]

    def choice(self, code: str) -> Choice:
        """Return what has become of a finding."""
        return self.row(code).decision.choice

    def row(self, code: str) -> FindingRow:
        """Return a finding of the list by its code."""
        return next(r for r in self.page.model.rows if r.code == code)

    def current(self) -> str:
        """Return the code of the current finding."""
        row = self.page.list.current_row()
        return row.code if row else ""

    def passage(self, code: str) -> Passage:
        """Return where a finding stands."""
        return self.row(code).decision.passage

    def _end(self) -> None:
        self.tasks.ended = True

    def _renew(self) -> None:
        asked = self.document.draft
        if self.document.view is not None and self.document.view.draft == asked:
            return
        self.tasks.run(ViewDraft(asked), self.document.amend, replaces="view", owner=self.workspace)


def shown(desk: Desk, width: int = 700, height: int = 720) -> QWidget:
    """Show the page as a window of a size."""
    desk.page.resize(width, height)
    desk.page.show()
    return desk.page
