"""Lists work that was not saved when the program ended: restore it, discard it, or decide later."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefing.safekeeping.autosave import Unsaved
from gui.tips import plain_tip
from gui.widgets.labels import headline, plain


class RecoveryDialog(QDialog):
    """One line for each brief; closed without a choice, everything stays for the next start."""

    restore_wanted = Signal(Unsaved)
    discard_wanted = Signal(Unsaved)

    def __init__(self, works: tuple[Unsaved, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Unsaved Work"))
        self._model = _Works(works, self)
        column = QVBoxLayout(self)
        column.setSpacing(self.fontMetrics().lineSpacing() // 2)
        column.addWidget(self._headline())
        column.addWidget(self._explanation())
        column.addWidget(self._list(), 1)
        column.addWidget(self._buttons())
        letter = self.fontMetrics()
        self.resize(letter.averageCharWidth() * 84, letter.lineSpacing() * 18)

    def remove(self, work: Unsaved) -> None:
        """Take a line away; with the last one the dialog closes."""
        self._model.remove(work)
        if not self._model.rowCount():
            self.reject()

    def _headline(self) -> QLabel:
        return headline(self.tr("The program ended before this was saved."))

    def _explanation(self) -> QLabel:
        label = plain(
            self.tr(
                "Restoring opens the brief as it was, not yet saved. What you leave for later is "
                "offered again at the next start."
            )
        )
        label.setWordWrap(True)
        return label

    def _list(self) -> QListView:
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setAccessibleName(self.tr("Unsaved work"))
        self.list.setAlternatingRowColors(False)
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setCurrentIndex(self._model.index(0))
        self.list.activated.connect(lambda _: self._restore())
        return self.list

    def _buttons(self) -> QDialogButtonBox:
        role = QDialogButtonBox.ButtonRole
        box = QDialogButtonBox()
        self.restore: QPushButton = box.addButton(self.tr("&Restore"), role.AcceptRole)
        self.discard: QPushButton = box.addButton(self.tr("&Discard…"), role.DestructiveRole)
        self.later: QPushButton = box.addButton(self.tr("Decide &Later"), role.RejectRole)
        self.restore.setDefault(True)
        self.restore.clicked.connect(self._restore)
        self.discard.clicked.connect(self._discard)
        self.later.clicked.connect(self.reject)
        return box

    def _restore(self) -> None:
        work = self._model.at(self.list.currentIndex())
        if work is not None:
            self.accept()
            self.restore_wanted.emit(work)

    def _discard(self) -> None:
        work = self._model.at(self.list.currentIndex())
        if work is not None:
            self.discard_wanted.emit(work)


class _Works(QAbstractListModel):
    def __init__(self, works: tuple[Unsaved, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._works = list(works)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._works)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        work = self._works[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            moment = QDateTime.fromSecsSinceEpoch(int(work.when.timestamp()))
            when = QLocale().toString(moment, "d MMMM yyyy, HH:mm")
            return f"{work.title}\n{when} · {work.against}"
        if role == Qt.ItemDataRole.ToolTipRole and work.path is not None:
            return plain_tip(str(work.path))
        return None

    def at(self, index: QModelIndex) -> Unsaved | None:
        return self._works[index.row()] if index.isValid() else None

    def remove(self, work: Unsaved) -> None:
        row = self._works.index(work)
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._works[row]
        self.endRemoveRows()
