"""Words offered while one types, and the click that follows."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.brief_head import BriefHead
from gui.widgets.click_through import Completions
from gui.workspace import Workspace


def test_nothing_opens_over_the_form_while_a_marking_is_typed(
    qtbot: QtBot, workspace: Workspace
) -> None:
    head = BriefHead(workspace)
    qtbot.addWidget(head)
    for combo in (head.marking, head.purpose):
        assert combo.completer() is None


def test_a_click_beside_the_offered_words_reaches_its_field(qtbot: QtBot) -> None:
    page, first, second = QWidget(), QLineEdit(), QLineEdit()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    for line in (first, second):
        column.addWidget(line)
    offered = Completions(("French", "Frisian"), first)
    page.show()
    page.activateWindow()
    first.setFocus()
    QTest.keyClicks(first, "Fr")
    popup = offered.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    popup.move(page.mapToGlobal(QPoint(0, page.height() + 50)))
    at = QPointF(second.mapToGlobal(second.rect().center()))
    press = QMouseEvent(
        QMouseEvent.Type.MouseButtonPress,
        QPointF(popup.mapFromGlobal(at.toPoint())),
        at,
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(popup, press)
    assert not popup.isVisible()
    assert page.focusWidget() is second
    QTest.keyClicks(second, "2026")
    assert (first.text(), second.text()) == ("Fr", "2026")
