"""The parts that pages are made of: rows that flow, lists of whole lines, marks in controls."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QListView,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from briefing import resources
from gui import style, theme
from gui.widgets.flowing import Flowing
from gui.widgets.whole_lines import WholeLines

ICONS = resources.assets("icons")


def flowing(qtbot: QtBot, width: int) -> tuple[Flowing, list[QPushButton]]:
    row = Flowing(6, 4)
    qtbot.addWidget(row)
    buttons = [QPushButton(text) for text in ("Import Files", "Import Folder", "Open", "Remove")]
    for button in buttons:
        row.add(button)
    row.resize(width, 200)
    row.show()
    return row, buttons


def test_buttons_stand_in_one_row_where_there_is_room(qtbot: QtBot) -> None:
    row, buttons = flowing(qtbot, 900)
    assert len({button.y() for button in buttons}) == 1
    assert [b.x() for b in buttons] == sorted(b.x() for b in buttons)
    assert row.heightForWidth(900) == buttons[0].height()


def test_buttons_go_on_in_another_row_where_room_is_short(qtbot: QtBot) -> None:
    row, buttons = flowing(qtbot, 250)
    assert len({button.y() for button in buttons}) > 1
    assert all(button.geometry().right() < 250 for button in buttons)
    assert row.heightForWidth(250) == buttons[-1].geometry().bottom() + 1


def test_a_row_of_buttons_takes_the_height_that_its_width_asks_for(qtbot: QtBot) -> None:
    row, _ = flowing(qtbot, 900)
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(row)
    column.addStretch(1)
    page.resize(250, 400)
    page.show()
    assert row.height() == row.heightForWidth(row.width()) > row.heightForWidth(900)


def test_a_hidden_button_takes_no_room(qtbot: QtBot) -> None:
    row, buttons = flowing(qtbot, 900)
    before, width = buttons[2].x(), row.sizeHint().width()
    buttons[1].hide()
    qtbot.waitUntil(lambda: buttons[2].x() < before)
    assert row.sizeHint().width() < width


def test_a_button_with_more_to_say_gets_more_room(qtbot: QtBot) -> None:
    _, buttons = flowing(qtbot, 900)
    buttons[0].setText("Import Files from Everywhere")
    qtbot.waitUntil(lambda: buttons[0].width() == buttons[0].sizeHint().width())
    assert buttons[1].x() > buttons[0].geometry().right()


@pytest.mark.parametrize("height", [100, 133, 171])
def test_a_list_shows_whole_lines_only(qtbot: QtBot, height: int) -> None:
    view = QListView()
    view.setFrameShape(QListView.Shape.NoFrame)
    view.setModel(QStringListModel([f"Region {n}" for n in range(40)], view))
    room = WholeLines(view)
    qtbot.addWidget(room)
    room.resize(200, height)
    room.show()
    line = view.sizeHintForRow(0)
    assert view.height() % line == 0
    assert 0 <= height - view.height() < line


def test_all_controls_are_of_one_height(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    chosen, written, tool = QComboBox(page), QComboBox(page), QToolButton(page)
    written.setEditable(True)
    tool.setText("Lead")
    controls = [QLineEdit(page), QPushButton("Push", page), QSpinBox(page), chosen, written, tool]
    page.show()
    heights = {control.sizeHint().height() for control in controls}
    assert max(heights) - min(heights) <= 1
    assert min(heights) > QFontMetrics(page.font()).height()


@pytest.mark.parametrize(("named", "shades"), [("light", theme.LIGHT), ("dark", theme.DARK)])
def test_marks_in_controls_have_the_colours_of_the_theme(named: str, shades: theme.Colours) -> None:
    wanted = {"tick": shades.on_accent, "dash": shades.on_accent}
    wanted |= {"up": shades.secondary, "down": shades.secondary}
    for name, colour in wanted.items():
        drawn = (ICONS / f"{name}-{named}.svg").read_text()
        assert set(re.findall(r"#[0-9a-f]{6}", drawn)) == {colour}


@pytest.mark.parametrize("shades", [theme.LIGHT, theme.DARK])
def test_every_mark_that_the_style_names_is_there(shades: theme.Colours) -> None:
    named = re.findall(r"url\((marks:[^)]+)\)", style.sheet(shades))
    assert len(named) == 5
    assert not any(QImage(name).isNull() for name in named)
