"""The passage of a finding among its neighbours."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from briefing.model import Choice, Decision, Quotation
from briefing.model.desk import PassageView
from gui.finding_passage import PassageText

SENTENCE = "The ministry said that talks on the border would go on in the autumn. "


class Watched(PassageText):
    """Notes how much text there was whenever it was asked to scroll."""

    def __init__(self) -> None:
        super().__init__()
        self.lengths: list[int] = []

    def setTextCursor(self, cursor: QTextCursor) -> None:  # noqa: N802 - Qt's name
        """Note the length of the text."""
        self.lengths.append(len(self.toPlainText()))
        super().setTextCursor(cursor)


def view(sentences: int, own: int) -> PassageView:
    decision = Decision(Quotation("0" * 64, 0, 0, len(SENTENCE), SENTENCE), Choice.SUPPORT)
    return PassageView(decision, (), "1", 1, (SENTENCE,) * sentences, own, own, own)


def test_a_text_is_scrolled_only_when_all_of_it_is_there(qtbot: QtBot) -> None:
    text = Watched()
    qtbot.addWidget(text)
    text.resize(420, 60)
    text.show()
    for sentences in (1, 9, 2, 12, 1, 7) * 6:  # the scroll bar comes and goes
        text.lengths.clear()
        text.show_view(view(sentences, sentences - 1))
        assert set(text.lengths) == {sentences * (len(SENTENCE) + 1)}


def test_the_finding_is_on_screen_among_many_neighbours(qtbot: QtBot) -> None:
    text = PassageText()
    qtbot.addWidget(text)
    text.resize(420, 90)
    text.show()
    text.show_view(view(12, 9))
    assert text.verticalScrollBar().value() > 0
    assert text.viewport().rect().contains(text.cursorRect().center())
