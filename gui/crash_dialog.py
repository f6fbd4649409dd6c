"""Says that the program has a fault, with a report to copy, and lets the officer go on or leave."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.labels import headline, plain


class CrashDialog(QDialog):
    """One fault of the program; accepted: the officer goes on."""

    close_wanted = Signal()
    """The officer would rather leave the program."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("A fault in the program"))
        self._report = report
        column = QVBoxLayout(self)
        column.setSpacing(self.fontMetrics().lineSpacing() // 2)
        column.addWidget(self._headline())
        column.addWidget(self._what_now())
        column.addWidget(self._details(), 1)
        column.addWidget(self._buttons())

    def _headline(self) -> QLabel:
        return headline(self.tr("Something went wrong that should not have."))

    def _what_now(self) -> QLabel:
        label = plain(
            self.tr(
                "Your brief has been put aside safely. You can go on; if something looks wrong, "
                "close the program and start it again: it offers the brief as it was. The report "
                "below says where in the program it happened; look it over before passing it on."
            )
        )
        label.setWordWrap(True)
        return label

    def _details(self) -> QPlainTextEdit:
        details = QPlainTextEdit(self._report)
        details.setReadOnly(True)
        details.setTabChangesFocus(True)
        details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        details.setAccessibleName(self.tr("Report of the fault"))
        letter = details.fontMetrics()
        details.setMinimumSize(letter.averageCharWidth() * 76, letter.lineSpacing() * 12)
        return details

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        go_on: QPushButton = box.addButton(self.tr("&Go On"), role.AcceptRole)
        copy: QPushButton = box.addButton(self.tr("&Copy Report"), role.ActionRole)
        leave: QPushButton = box.addButton(self.tr("C&lose the Program"), role.DestructiveRole)
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._report))
        leave.clicked.connect(self._leave)
        return box

    def _leave(self) -> None:
        self.reject()
        self.close_wanted.emit()
