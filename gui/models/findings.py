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
    in_sections,
    key_at,
    lines_for,
    ordered,
)
from gui.models.findings_merge import Merging, runs

Index = QModelIndex | QPersistentModelIndex
MIME = "application/x-deskbrief-findings"
"""What is dragged: the findings that are selected; they never leave the list."""
_PICKED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_DRAGGED = _PICKED | Qt.ItemFlag.ItemIsDragEnabled


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
        self._title = ""
        self.shown = Shown.ALL
        self._sections: tuple[SectionRow, ...] = ()
        self._all: list[Line] = []
        self._answers: list[Line] | None = None
        self._draft: Draft | None = None
        self._seen: frozenset[str] = frozenset()
        self._kept: set[Key] = set()
        """What answers the filter no more since the officer dealt with it: it stays in sight."""
        self._places: dict[Key, int] = {}

    @property
    def sections(self) -> tuple[SectionRow, ...]:
        """The sections of the draft, empty ones too."""
        return self._sections

    @property
    def rows(self) -> Sequence[FindingRow]:
        """All findings of the draft's view, whichever of them are shown."""
        return [line.row for line in self._all if line.row is not None]

    def tally(self) -> tuple[int, int, int]:
        """Return how many findings of the draft there are, have been seen, and are used."""
        found = [line.row for line in self._all if line.is_counted and line.row is not None]
        seen = sum(row.code in self._seen for row in found)
        return len(found), seen, sum(line.is_used for line in self._all)

    def show_view(self, view: DraftView | None, draft: Draft) -> None:
        """Show a renewed view; None empties the list."""
        known = {line.key: line for line in self._all}
        self._sections = view.sections if view else ()
        self._all = lines_for(view.rows if view else (), known)
        self._draft = view.draft if view else draft
        if view is None:
            self._kept.clear()
        if draft is not self._draft:
            self.follow(draft)
        else:
            self._renew()

    def follow(self, draft: Draft) -> None:
        """Show at once what a changed draft decides; the view that follows brings the rest."""
        before = self._draft or draft
        self._draft = draft
        followed = follow(self._all, before, draft)
        if before.request == draft.request:  # else the program may have chosen anew
            self._keep(followed)
        self._all = ordered(followed, draft)
        if self._answers is not None:
            self._answers = follow(self._answers, before, draft)
        self._renew()

    def show_answers(self, searched: str, answers: Sequence[FindingRow], title: str = "") -> None:
        """Show the answers to a search in place of the draft; ``title`` for another heading."""
        self.searched = searched
        self._title = title
        self._answers = lines_for(answers, {})
        self._renew(anew=True)

    def end_search(self) -> None:
        """Show the draft again."""
        self.searched = self._title = ""
        self._answers = None
        self._renew(anew=True)

    def show_only(self, shown: Shown) -> None:
        """Show some of the draft's findings only: those that answer now, and what joins them.

        What the officer then changes stays where it is until a filter is chosen anew.
        """
        self.shown = shown
        self._kept.clear()
        self._renew()

    def take_seen(self, seen: frozenset[str]) -> None:
        """Mark what has been looked at."""
        news = seen ^ self._seen
        self._seen = seen
        lines = enumerate(self.lines)
        places = [n for n, line in lines if line.row is not None and line.row.code in news]
        for first, last in runs(places):
            self.dataChanged.emit(self.index(first), self.index(last), [Role.SEEN])

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
        return next((line.row for line in self._all if line.key == key), None)

    def section_at(self, place: int) -> Heading | None:
        """Return the heading under which a line stands."""
        headings = (self.lines[n].heading for n in range(min(place, len(self.lines) - 1), -1, -1))
        return next((heading for heading in headings if heading is not None), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a line: headings cannot be picked."""
        if self.row_at(index) is None:
            return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled
        return _PICKED if self._answers is not None else _DRAGGED

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a line says."""
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
        """Return what is dragged."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        """Return a mark for findings being dragged; the list knows which."""
        data = QMimeData()
        data.setData(MIME, b"findings")
        return data

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        """Return that findings are moved, not copied."""
        return Qt.DropAction.MoveAction

    def _keep(self, followed: Sequence[Line]) -> None:
        """Note which lines a change by the officer takes out of what the filter shows."""
        limit = self._limit() or frozenset()
        pairs = zip(self._all, followed, strict=True)
        self._kept.update(new.key for old, new in pairs if new is not old and new.key in limit)

    def _renew(self, *, anew: bool = False) -> None:
        """Bring the lines up to date; ``anew``: none of them is set as it was."""
        merging, wanted = Merging(self), list(self._wanted())
        if anew:
            for line in wanted:
                line.height, line.measured = 0, False
            merging.replace(wanted)
        else:
            merging.merge(wanted)
        self._places = {line.key: n for n, line in enumerate(self.lines)}
        self.lines_changed.emit()

    def _wanted(self) -> Iterator[Line]:
        if self._answers is None:
            yield from in_sections(self._sections, self._all, self._limit())
            return
        heading = Heading(self.searched, found=len(self._answers), of_search=True)
        if self._title:
            used = sum(line.is_used for line in self._answers)
            heading = Heading(self._title, found=len(self._answers), used=used)
        yield Line(heading.key, heading, None)
        yield from self._answers

    def _limit(self) -> frozenset[Key] | None:
        if self.shown is Shown.ALL:
            return None
        if self.shown is Shown.UNSEEN:  # seeing is no change to the draft: what was shown stays
            unseen = (line for line in self._all if line.row and not self.is_seen(line.row))
            self._kept.update(line.key for line in unseen)
            return frozenset(self._kept)
        used = self.shown is Shown.USED
        return frozenset(self._kept).union(line.key for line in self._all if line.is_used is used)
