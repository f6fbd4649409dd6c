"""The edit menu's commands for fields, and small ways from one part of the window to another."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QAction, QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QComboBox, QStyleOptionViewItem, QToolTip
from pytestqt.qtbot import QtBot

from briefing.model.desk import ImportedFile, ImportReview
from gui import pages
from gui.findings_words import FindingWords
from gui.import_review_rows import rows_of
from gui.wiring import Wiring
from tests.gui.findings import Desk, a_row, shown


def commands(wiring: Wiring) -> dict[str, QAction]:
    """Return the commands of the edit menu as it is opened now."""
    wiring.window.edit_menu.aboutToShow.emit()
    return {action.text().replace("&", ""): action for action in wiring.window.edit_menu.actions()}


def test_menu_cuts_and_pastes_in_the_field_that_has_the_focus(wiring: Wiring, qtbot: QtBot) -> None:
    search = QComboBox(wiring.window)
    search.setEditable(True)
    search.show()
    wiring.window.activateWindow()
    search.setFocus()
    qtbot.waitUntil(search.hasFocus)
    search.setEditText("border talks")
    commands(wiring)["Select All"].trigger()
    commands(wiring)["Cut"].trigger()
    assert search.currentText() == ""
    assert QGuiApplication.clipboard().text() == "border talks"
    commands(wiring)["Paste"].trigger()
    assert search.currentText() == "border talks"


def test_a_finding_clicked_in_the_document_leads_from_the_brief_to_it(wiring: Wiring) -> None:
    wiring.pages.go(pages.BRIEF)
    wiring.pages.preview.finding_picked.emit()
    assert wiring.pages.name == pages.FINDINGS


def test_review_of_an_import_says_where_a_title_is_missing() -> None:
    review = ImportReview(imported=(ImportedFile("a.pdf", "/x/a.pdf", findings=3),))
    assert "no title found – enter one" in rows_of(review)[1].what


def test_added_tag_is_among_those_shown() -> None:
    words = FindingWords()
    row = a_row(1, about=("A", "B", "C", "D", "E"), corrected=True)
    assert "A, B, C, E" in [piece.text for piece in words.pieces(row)]


def test_the_blue_dot_says_what_it_means(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk()
    qtbot.addWidget(shown(desk))
    qtbot.waitUntil(lambda: len(desk.codes()) == 7)
    view = desk.page.list
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _view: told.append(text))
    index = desk.page.model.index_of(desk.passage("f-0003"))
    option = QStyleOptionViewItem()
    option.rect = view.visualRect(index)
    for x in (option.rect.right() - 2, option.rect.left() + 60):
        event = QHelpEvent(QEvent.Type.ToolTip, QPoint(x, option.rect.center().y()), QPoint(0, 0))
        view.delegate.helpEvent(event, view, option, index)
    assert "not looked at" in told[0]
    assert "not looked at" not in told[1]
    desk.workspace.deleteLater()
