"""Lines that are ticked by a click on their words, and words that follow light and dark."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui import theme
from gui.appearance import Look
from gui.exporting_fields import Line
from gui.reports_labels import Notice
from gui.series_dialog import SeriesDialog
from gui.sources_dialog import SourcesDialog
from gui.widgets.remark import Remark
from gui.widgets.shade import shade
from tests.gui import out
from tests.gui.scope import a_summary, a_workspace
from tests.gui.test_scope_panel import a_panel

LEFT = Qt.MouseButton.LeftButton


def click(view: QAbstractItemView, index: QModelIndex, *, twice: bool = False) -> None:
    """Click on the words of a line."""
    at = view.visualRect(index).center()
    QTest.mouseClick(view.viewport(), LEFT, pos=at)
    if twice:
        QTest.mouseDClick(view.viewport(), LEFT, pos=at)


def is_ticked(index: QModelIndex) -> bool:
    return Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked


def test_click_on_the_words_ticks_a_report_and_a_double_click_turns_once(qtbot: QtBot) -> None:
    reports = (a_summary(1), a_summary(2))
    dialog = SourcesDialog(reports, ())
    qtbot.addWidget(dialog)
    dialog.show()
    first = dialog.list.model().index(0, 0)
    click(dialog.list, first)
    assert not is_ticked(first)
    click(dialog.list, first, twice=True)
    assert is_ticked(first)


def test_click_on_the_words_ticks_a_region_and_a_theme(qtbot: QtBot) -> None:
    workspace = a_workspace()
    panel = a_panel(qtbot, workspace)
    click(panel.theme_list, panel.theme_list.shown.index(0, 0))
    assert len(workspace.document.draft.request.themes) == 1
    click(panel.tree, panel.regions.index(0, 0))
    assert len(workspace.document.draft.request.regions) == 1
    click(panel.tree, panel.regions.index(0, 0))
    assert not workspace.document.draft.request.regions


def test_click_on_the_words_ticks_a_region_of_a_series(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = SeriesDialog(out.workspace(tmp_path, {}))
    qtbot.addWidget(dialog)
    dialog.show()
    count = dialog.form.model.index(0, 1)
    qtbot.waitUntil(lambda: bool(count.data()))
    chosen = dialog.form.model.chosen()
    click(dialog.form.list, dialog.form.model.index(0, 0))
    assert dialog.form.model.chosen() == chosen[1:]


def has_colour(label: QLabel, wanted: str) -> bool:
    return label.palette().windowText().color() == QColor(wanted)


def labels() -> dict[str, QLabel]:
    line, notice, remark, plain = Line("a"), Notice(), Remark("c"), QLabel("d")
    line.say("a", mind=True)
    notice.say("b")
    remark.mind("c")
    shade(plain, "mind")
    return {"line": line, "notice": notice, "remark": remark, "plain": plain}


@pytest.mark.parametrize("name", ["line", "notice", "remark", "plain"])
@pytest.mark.parametrize("is_shown", [True, False])
def test_words_in_a_colour_of_their_own_follow_light_and_dark(
    qtbot: QtBot, look: Look, name: str, is_shown: bool
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    label = labels()[name]
    QVBoxLayout(page).addWidget(label)
    if is_shown:
        page.show()
    for appearance, shades in (("dark", theme.DARK), ("light", theme.LIGHT)):
        look.choose(appearance)
        page.show()
        qtbot.waitUntil(partial(has_colour, label, shades.mind))
