"""A finding among its neighbours: what stands around it in its block, and how far it is printed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing.model.desk import PassageView
from gui import theme
from gui.reports_labels import Elided
from gui.tips import plain_tip
from gui.widgets.labels import plain
from gui.widgets.shade import shade


class PassageText(QTextEdit):
    """The sentences of a block: printed ones in ink, the finding itself set off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: PassageView | str = ""
        self._printed: tuple[int, int] | None = None
        """Where the words that are printed begin and end; None while the text is being written."""
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setFont(theme.reading_font(self.font().pointSizeF()))
        self.document().setDocumentMargin(self.fontMetrics().height() * 0.3)
        self.setAccessibleName(self.tr("The finding among its neighbours"))

    def show_words(self, words: str) -> None:
        """Show the finding's words alone."""
        self._shown, self._printed = words, None
        self.setPlainText(words)
        self._printed = 0, 0

    def show_view(self, view: PassageView) -> None:
        """Show the block; the finding is on screen."""
        self._shown, self._printed = view, None
        self.clear()
        cursor = self.textCursor()
        start = end = 0
        for n, sentence in enumerate(view.sentences):
            if n == view.first:
                start = cursor.position()
            cursor.insertText(sentence, self._format(view, n))
            if n == view.last:
                end = cursor.position()
            cursor.insertText(" ", QTextCharFormat())
        self._printed = start, end
        self._go_to_printed(start, end)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size that shows three lines."""
        return self._size(20, 3)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size that shows two lines."""
        return self._size(8, 2)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and isinstance(self._shown, PassageView):
            self.show_view(self._shown)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep what is printed in view as its lines break elsewhere.

        Not while the text is being written: the scroll bar comes and goes meanwhile, and Qt does
        not bear that the text is asked for places in the middle of a change.
        """
        super().resizeEvent(event)
        if self._printed is not None:
            self._go_to_printed(*self._printed)

    def _size(self, ems: int, lines: int) -> QSize:
        em = self.fontMetrics().lineSpacing()
        return QSize(em * ems, em * lines + round(2 * self.document().documentMargin()) + 3)

    def _go_to_printed(self, start: int, end: int) -> None:
        """Scroll so that what is printed begins at the top, below a line more if all has room."""
        bar, page = self.verticalScrollBar(), self.viewport().height()
        cursor = self.textCursor()
        cursor.setPosition(end)
        bottom = self.cursorRect(cursor).bottom() + bar.value()
        cursor.setPosition(start)
        self.setTextCursor(cursor)
        top = self.cursorRect(cursor).top() + bar.value()
        before = self.cursorRect(cursor).height()
        bar.setValue(top - before if bottom - top + before < page else top)

    def _format(self, view: PassageView, n: int) -> QTextCharFormat:
        shades = theme.colours()
        made = QTextCharFormat()
        printed = view.first <= n <= view.last
        made.setForeground(QColor(shades.ink if printed else shades.faint))
        if n == view.own:
            made.setBackground(QColor(shades.selected))
        if printed:
            made.setFontWeight(QFont.Weight.Medium)
        return made


class Reach(QWidget):
    """Buttons that print more or fewer whole sentences around a finding."""

    wanted = Signal(str)
    """One of ``longer_before``, ``shorter_before``, ``shorter_after``, ``longer_after``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._says = {
            "longer_before": self.tr("Print the sentence before as well (B)"),
            "shorter_before": self.tr("Take away the first sentence added before (Shift+B)"),
            "longer_after": self.tr("Print the sentence after as well (A)"),
            "shorter_after": self.tr("Take away the last sentence added after (Shift+A)"),
        }
        self.buttons = {
            name: self._button("+" if name.startswith("longer") else "−", says)
            for name, says in self._says.items()
        }
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _=False, name=name: self.wanted.emit(name))
        self._lay_out()
        self.show_view(None)

    def show_view(self, view: PassageView | None, why_not: str = "") -> None:
        """Offer what is possible; nothing without a view, and ``why_not`` says why."""
        for name, button in self.buttons.items():
            button.setEnabled(view is not None and getattr(view, name) is not None)
            button.setToolTip(plain_tip(why_not or self._says[name]))
            button.setAccessibleDescription(why_not)

    def _button(self, text: str, says: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setProperty("sign", True)
        button.setToolTip(plain_tip(says))
        button.setAccessibleName(says)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _lay_out(self) -> None:
        gap = round(self.fontMetrics().height() * 0.3)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(gap)
        self._add(row, self.tr("Sentence before"), "longer_before", "shorter_before")
        row.addSpacing(gap)
        self._add(row, self.tr("after"), "longer_after", "shorter_after")

    def _add(self, row: QHBoxLayout, said: str, *names: str) -> None:
        row.addWidget(plain(said, self))
        for name in names:
            row.addWidget(self.buttons[name])


class PassagePane(QWidget):
    """The passage; what is to be minded of its words, and the buttons, stand beneath the pane."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = PassageText(self)
        self.reach = Reach(parent)
        self.tags = QPushButton(self.tr("Correct Tags…"), parent)
        self.tags.setAutoDefault(False)
        self.tags.setToolTip(self.tr("Say what the finding is about and its themes (T)"))
        self.warning = Elided(Qt.TextElideMode.ElideRight)
        self.warning.setParent(parent)
        shade(self.warning, "mind")
        self.warning.setVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(self.fontMetrics().height() * 0.3))
        column.addWidget(self.text, 1)

    def show_view(self, view: PassageView, *, why_not: str) -> None:
        """Show a finding among its neighbours; ``why_not`` says why it is not to be extended."""
        self.text.show_view(view)
        self.reach.show_view(None if why_not else view, why_not)
        self._warn(view.warning)

    def show_words(self, words: str) -> None:
        """Show a finding of which the library knows no neighbours."""
        self.text.show_words(words)
        self.reach.show_view(None)
        self._warn("")

    def _warn(self, warning: str) -> None:
        self.warning.setText(warning)
        self.warning.setToolTip(plain_tip(warning))
        self.warning.setVisible(bool(warning))
