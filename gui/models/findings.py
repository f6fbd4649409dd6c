"""The list of findings as Qt's views want it; changes line by line, so that nothing jumps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from briefing.model import Draft, Passage
from briefing.model.desk import DraftView, FindingRow, SectionRow
from gui.findings_words import FindingWords
from gui.models.findings_lines import (
    Heading,
    Key,
    Line,
    Shown,
    follow,
    key_at,
    key_of,
    lines_of,
    ordered,
)
from gui.models.findings_merge import Merging

Index = QModelIndex | QPersistentModelIndex
MIME = "application/x-deskbrief-findings"
"""What is dragged: the findings that are selected; they never leave the list."""


class Role(IntEnum):
    """What the list says of a line beside its text."""

    ROW = Qt.ItemDataRole.UserRole + 1
    HEADING = Qt.ItemDataRole.UserRole + 2
    SEEN = Qt.ItemDataRole.UserRole + 3


class FindingsModel(QAbstractListModel):
    """Headings and findings of a view of the draft, or the answers to a search in their place."""

    lines_changed = Signal()
    """Lines came, went, moved or read differently; the counts may be others."""

    def __init__(self, words: FindingWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.lines: list[Line] = []
        self.searched = ""
        """The words of the search whose answers are shown; empty: the draft is shown."""
        self.shown = Shown.ALL
        self._sections: tuple[SectionRow, ...] = ()
        self._rows: list[FindingRow] = []
        self._answers: list[FindingRow] | None = None
        self._draft: Draft | None = None
        self._seen: frozenset[str] = frozenset()
        self._unseen: frozenset[Key] = frozenset()
        """What was not seen when the filter was set: it stays while one works through it."""
        self._places: dict[Key, int] = {}

    @property
    def sections(self) -> tuple[SectionRow, ...]:
        """The sections of the draft, empty ones too."""
        return self._sections

    @property
    def rows(self) -> Sequence[FindingRow]:
        """All findings of the draft's view, whichever of them are shown."""
        return self._rows

    def show_view(self, view: DraftView | None, draft: Draft) -> None:
        """Show a renewed view; None empties the list."""
        known: dict[Key, FindingRow] = {}
        for row in view.rows if view else ():
            known.setdefault(key_of(row.decision), row)
        self._sections = view.sections if view else ()
        self._rows = list(known.values())
        self._draft = view.draft if view else draft
        if draft is not self._draft:
            self.follow(draft)
        else:
            self._renew()

    def follow(self, draft: Draft) -> None:
        """Show at once what a changed draft decides; the view that follows brings the rest."""
        before = self._draft or draft
        self._draft = draft
        self._rows = ordered(follow(self._rows, before, draft), draft)
        if self._answers is not None:
            self._answers = follow(self._answers, before, draft)
        self._renew()

    def show_answers(self, searched: str, answers: Sequence[FindingRow]) -> None:
        """Show the answers to a search in place of the draft."""
        self.searched = searched
        self._answers = list({key_of(row.decision): row for row in answers}.values())
        self._renew()

    def end_search(self) -> None:
        """Show the draft again."""
        self.searched = ""
        self._answers = None
        self._renew()

    def show_only(self, shown: Shown) -> None:
        """Show some of the draft's findings only."""
        self.shown = shown
        self._note_unseen()
        self._renew()

    def take_seen(self, seen: frozenset[str]) -> None:
        """Mark what has been looked at."""
        news = seen ^ self._seen
        self._seen = seen
        for n, line in enumerate(self.lines):
            if line.row is not None and line.row.code in news:
                self.dataChanged.emit(self.index(n), self.index(n), [Role.SEEN])

    def is_seen(self, row: FindingRow) -> bool:
        """Return whether the officer has looked at a finding."""
        return row.code in self._seen

    def row_at(self, index: Index) -> FindingRow | None:
        """Return the finding at an index; None for a heading or no index."""
        return self.lines[index.row()].row if index.isValid() else None

    def index_of(self, passage: Passage | None) -> QModelIndex:
        """Return where a finding stands; an invalid index where it is not shown."""
        place = self._places.get(key_at(passage)) if passage else None
        return QModelIndex() if place is None else self.index(place)

    def row_of(self, passage: Passage | None) -> FindingRow | None:
        """Return a finding of the draft, shown or not."""
        key = key_at(passage) if passage else ()
        return next((row for row in self._rows if key_of(row.decision) == key), None)

    def section_at(self, place: int) -> Heading | None:
        """Return the heading under which a line stands."""
        headings = (self.lines[n].heading for n in range(min(place, len(self.lines) - 1), -1, -1))
        return next((heading for heading in headings if heading is not None), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.row_at(index) is None:
            return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if self._answers is not None else flags | Qt.ItemFlag.ItemIsDragEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Role.ROW:
            return line.row
        if role == Role.HEADING:
            return line.heading
        if line.row is not None:
            return self._of_row(line.row, role)
        return self._of_heading(line.heading, role) if line.heading else None

    def _of_row(self, row: FindingRow, role: int) -> object:
        if role == Role.SEEN:
            return self.is_seen(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.words.spoken(row, seen=self.is_seen(row))
        return None

    def _of_heading(self, heading: Heading, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words.title(heading)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.words.spoken_heading(heading)
        return None

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        data = QMimeData()
        data.setData(MIME, b"findings")
        return data

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        return Qt.DropAction.MoveAction

    def _note_unseen(self) -> None:
        if self.shown is Shown.UNSEEN:
            rows = (row for row in self._rows if not self.is_seen(row))
            self._unseen = frozenset(key_of(row.decision) for row in rows)

    def _renew(self) -> None:
        wanted = list(self._wanted())
        Merging(self).merge(wanted)
        self._places = {line.key: n for n, line in enumerate(self.lines)}
        self.lines_changed.emit()

    def _wanted(self) -> Iterator[Line]:
        if self._answers is None:
            yield from lines_of(self._sections, self._rows, self._limit())
            return
        heading = Heading(self.searched, found=len(self._answers), of_search=True)
        yield Line(heading.key, heading, None)
        yield from (Line(key_of(row.decision), None, row) for row in self._answers)

    def _limit(self) -> frozenset[Key] | None:
        if self.shown is Shown.ALL:
            return None
        if self.shown is Shown.UNSEEN:
            return self._unseen
        used = self.shown is Shown.USED
        rows = (row for row in self._rows if row.decision.is_used is used)
        return frozenset(key_of(row.decision) for row in rows)
