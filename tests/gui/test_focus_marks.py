"""Where the focus is can be seen, in light colours and in dark ones."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui import theme
from gui.appearance import Look
from gui.finding_passage import PassageText


def light(colour: str) -> float:
    """Return the relative luminance of a colour, as WCAG reckons it."""
    whole = QColor(colour)
    parts = [
        part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)
        for part in (whole.redF(), whole.greenF(), whole.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((light(one), light(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("shades", [theme.LIGHT, theme.DARK])
def test_the_edge_of_the_focus_stands_off_from_what_it_goes_round(shades: theme.Colours) -> None:
    assert contrast(shades.accent_quiet, shades.accent) > 2.9, "around the button to press next"
    assert contrast(shades.accent, shades.paper) > 3, "around fields, text and ticks"


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_controls_look_other_with_the_focus(qtbot: QtBot, look: Look, appearance: str) -> None:
    look.choose(appearance)
    page, other = QWidget(), QPushButton("Other")
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    primary, tick, text = QPushButton("Export"), QCheckBox("Notes"), PassageText()
    primary.setProperty("primary", True)
    text.setFrameShape(PassageText.Shape.StyledPanel)
    for widget in (other, primary, tick, text):
        column.addWidget(widget)
    page.show()
    page.activateWindow()
    for widget in (primary, tick, text):
        other.setFocus()
        without = widget.grab().toImage()
        widget.setFocus()
        qtbot.waitUntil(widget.hasFocus)
        assert widget.grab().toImage() != without, widget
