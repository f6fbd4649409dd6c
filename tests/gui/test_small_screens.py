"""On a small screen, or one with large letters, nothing is out of reach."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from briefing.settings import Settings
from gui import pages
from gui.preview_panel import PreviewPanel
from gui.settings_dialog import SettingsDialog
from gui.widgets import fitting
from gui.widgets.yielding_row import YieldingRow
from gui.wiring import Wiring

LETTERS, LINES = 911 // 7, 480 // 17
"""Letters and lines on 1366 by 768 pixels at one and a half times the usual size."""


@pytest.mark.parametrize("page", [pages.REPORTS, pages.FINDINGS, pages.BRIEF])
def test_the_window_fits_a_small_screen_with_the_document_beside(whole: Wiring, page: str) -> None:
    whole.pages.want_preview(True)
    whole.pages.go(page)
    window, metrics = whole.window, whole.window.fontMetrics()
    window.ensurePolished()
    assert window.minimumSizeHint().width() <= LETTERS * metrics.averageCharWidth()
    assert window.minimumSizeHint().height() <= LINES * metrics.height()


def test_the_findings_fit_a_screen_with_letters_twice_as_large(qtbot: QtBot, whole: Wiring) -> None:
    whole.pages.want_preview(False)
    whole.pages.go(pages.FINDINGS)
    window, scope = whole.window, whole.pages.scope

    def fits() -> bool:
        window.resize(683, 300)
        return window.width() <= 683

    qtbot.waitUntil(fits)  # once what was asked for at its old size has been laid out
    assert window.height() <= 23 * window.fontMetrics().height()
    assert scope.height() > whole.pages.findings.height()  # it scrolls
    assert scope.width() >= scope.minimumSizeHint().width()


def test_a_narrow_preview_says_less_and_keeps_its_buttons(qtbot: QtBot, whole: Wiring) -> None:
    preview = whole.pages.preview
    foot, head = preview.foot, preview.head
    whole.pages.go(pages.FINDINGS)
    foot.say_busy("Updating…")
    qtbot.waitUntil(lambda: foot.zoom.isVisible() and foot.before.isVisible())
    whole.window.resize(820, 700)
    whole.pages.want_preview(True)
    whole.window.halves.setSizes([600, preview.minimumSizeHint().width()])
    qtbot.waitUntil(lambda: not foot.before.isVisible())
    assert not foot.busy.isVisible()
    for part in (head.template, head.export, foot.page):
        assert part.isVisible()
        assert part.geometry().right() <= preview.width()


def test_a_row_shows_again_what_there_is_room_for(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    row = YieldingRow(around)
    said, button = QLabel("a longer remark"), QPushButton("Go")
    row.row.addWidget(said)
    row.row.addWidget(button)
    row.let_yield(said)
    around.show()
    row.resize(row.minimumSizeHint())
    assert not said.isVisible()
    row.resize(row.sizeHint().width() + said.sizeHint().width() + 40, row.height())
    assert said.isVisible()
    said.setText("a remark that has become very much longer " * 4)
    qtbot.waitUntil(lambda: not said.isVisible())


def test_zoom_buttons_keep_their_signs_when_commands_come_and_go(whole: Wiring) -> None:
    preview: PreviewPanel = whole.pages.preview
    preview.commands.allow(False)
    preview.commands.allow(True)
    said = [button.text() for button in preview.foot.findChildren(QToolButton)]
    assert said == ["−", "+", "Fit Width"]


@pytest.mark.parametrize("height", [330, 480, 4000])
def test_settings_scroll_above_their_buttons_where_the_screen_is_low(
    qtbot: QtBot, whole: Wiring, monkeypatch: pytest.MonkeyPatch, height: int
) -> None:
    monkeypatch.setattr(fitting, "room_for", lambda _: QSize(911, height))
    dialog = SettingsDialog(Settings(), None, whole.window)
    qtbot.addWidget(dialog)
    dialog.show()
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    assert dialog.height() <= height
    assert box.geometry().bottom() <= dialog.height()
    assert (dialog.area.verticalScrollBar().maximum() > 0) is (height < 700)
