"""The style sheet: what Qt's own style leaves open, in the colours of the theme.

Only edges, spacing and states; type and palette come from ``theme``. All controls are one family:
as high as a line of text with the same air, a hairline around them, the same round corners, and
the accent as their edge while they have the focus. A push button with the property ``primary`` is
the one that one presses next; a dialog's default button is one too. One with the property
``quiet`` is words alone; a tool button with the property ``sign`` shows a single sign.
"""

from __future__ import annotations

from PySide6.QtCore import QDir

from briefing import resources
from gui import theme
from gui.theme import Colours

_ICONS = "marks"
"""Prefix under which the style sheet finds the marks inside controls."""

_BARS = """
QMenuBar {{ background: {panel}; border-bottom: 1px solid {hairline}; padding: 1px 4px; }}
QMenuBar::item {{ padding: 4px 9px; background: transparent; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {selected}; }}
QMenu {{ background: {paper}; border: 1px solid {hairline}; padding: 4px 0; }}
QMenu::item {{ padding: 5px 28px 5px 26px; }}
QMenu::item:selected {{ background: {selected}; color: {ink}; }}
QMenu::item:disabled {{ color: {faint}; }}
QMenu::separator {{ height: 1px; background: {hairline}; margin: 4px 10px; }}
QToolTip {{ background: {paper}; color: {ink}; border: 1px solid {hairline}; padding: 4px 6px; }}
QToolBar {{ background: {panel}; border: none; border-bottom: 1px solid {hairline};
    spacing: 4px; }}
QToolBar::separator {{ width: 1px; background: {hairline}; margin: 5px 8px; }}
QStatusBar {{ background: {panel}; border-top: 1px solid {hairline}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ padding: 2px 8px; color: {secondary}; }}
QSplitter::handle {{ background: {hairline}; }}
QSplitter::handle:hover {{ background: {accent_quiet}; }}
QScrollBar {{ background: transparent; border: none; }}
QScrollBar:vertical {{ width: 10px; }}
QScrollBar:horizontal {{ height: 10px; }}
QScrollBar::handle {{ background: {hairline}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {frame}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: none; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""

_BUTTONS = """
QPushButton, QToolButton {{ background: {paper}; color: {ink}; border: 1px solid {frame};
    border-radius: 4px; padding: 4px 13px; }}
QToolButton {{ padding: 3px 9px 2px; }}
QPushButton:hover, QToolButton:hover {{ border-color: {accent_quiet}; background: {panel}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {selected}; }}
QPushButton:checked, QToolButton:checked {{ background: {selected}; color: {accent};
    border-color: {accent_quiet}; }}
QPushButton:focus, QToolButton:focus {{ border-color: {accent}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {faint}; background: transparent;
    border-color: {hairline}; }}
QPushButton[primary="true"], QDialog QPushButton:default {{ background: {accent};
    color: {on_accent}; border: 1px solid {accent}; border-radius: 4px; padding: 4px 13px; }}
QPushButton[primary="true"] {{ font-weight: 600; padding: 4px 16px; }}
QPushButton[primary="true"]:hover, QDialog QPushButton:default:hover {{ border-color: {ink}; }}
QPushButton[primary="true"]:pressed, QDialog QPushButton:default:pressed {{
    background: {ink}; color: {paper}; }}
QPushButton[primary="true"]:focus {{ border: 2px solid {accent_quiet}; padding: 3px 15px; }}
QDialog QPushButton:default:focus {{ border: 2px solid {accent_quiet}; padding: 3px 12px; }}
QPushButton[primary="true"]:disabled, QDialog QPushButton:default:disabled {{
    background: {desk}; color: {faint}; border-color: {hairline}; }}
QPushButton[quiet="true"] {{ background: transparent; color: {accent};
    border: 1px solid transparent; border-radius: 4px; padding: 2px 8px; text-align: left; }}
QPushButton[quiet="true"]:hover, QPushButton[quiet="true"]:pressed {{ background: {selected}; }}
QPushButton[quiet="true"]:focus {{ border-color: {accent}; }}
QPushButton[quiet="true"]:disabled {{ color: {faint}; }}
QToolBar QToolButton, QToolButton[autoRaise="true"] {{ background: transparent;
    border: 1px solid transparent; border-radius: 4px; }}
QToolButton[autoRaise="true"], QToolButton[sign="true"] {{ padding: 3px 6px 2px; }}
QToolBar QToolButton[autoRaise="true"] {{ padding: 3px 11px 2px; }}
QToolBar QToolButton:hover, QToolButton[autoRaise="true"]:hover,
QToolBar QToolButton:checked, QToolButton[autoRaise="true"]:checked {{ background: {selected}; }}
QToolBar QToolButton:checked {{ color: {accent}; font-weight: 600; }}
QToolBar QToolButton:focus, QToolButton[autoRaise="true"]:focus {{ border-color: {accent}; }}
QToolBar QToolButton:disabled, QToolButton[autoRaise="true"]:disabled {{ color: {faint}; }}
QLineEdit QToolButton {{ border: none; padding: 0; background: transparent; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
"""

_FIELDS = """
QLineEdit, QComboBox, {spin}, QPlainTextEdit {{ background: {paper}; color: {ink};
    border: 1px solid {frame}; border-radius: 4px; selection-background-color: {accent};
    selection-color: {on_accent}; }}
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {secondary}; }}
QLineEdit {{ padding: 3px 6px 4px; }}
{spin} {{ padding: 2px; }}
QComboBox {{ padding: 3px 4px 3px 8px; }}
QComboBox:editable {{ padding: 3px 4px 3px 6px; }}
QPlainTextEdit {{ padding: 0 4px; }}
QLineEdit:hover, QComboBox:hover, {spin}:hover, QPlainTextEdit:hover {{
    border-color: {accent_quiet}; }}
QLineEdit:focus, QComboBox:focus, QComboBox:on, {spin}:focus, QPlainTextEdit:focus {{
    border-color: {accent}; }}
QLineEdit:disabled, QComboBox:disabled, {spin}:disabled, QPlainTextEdit:disabled {{
    background: {panel}; color: {faint}; border-color: {hairline}; }}
QAbstractItemView QLineEdit, QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ border: none;
    border-radius: 0; padding: 0 2px; background: transparent; }}
QAbstractItemView QLineEdit {{ background: {paper}; border: 1px solid {accent}; }}
QComboBox::drop-down {{ subcontrol-origin: border; subcontrol-position: center right;
    border: none; width: 22px; }}
QComboBox::down-arrow {{ image: url({icons}:down-{look}.svg); width: 10px; height: 10px; }}
QComboBox QAbstractItemView {{ background: {paper}; border: 1px solid {frame};
    padding: 2px; outline: none; }}
QComboBox QAbstractItemView::item {{ padding: 3px 6px; }}
{spin}::up-button, {spin}::down-button {{ subcontrol-origin: border; border: none;
    background: transparent; width: 20px; }}
{spin}::up-button {{ subcontrol-position: top right; margin-top: 2px; }}
{spin}::down-button {{ subcontrol-position: bottom right; margin-bottom: 2px; }}
{spin}::up-arrow {{ image: url({icons}:up-{look}.svg); width: 9px; height: 9px; }}
{spin}::down-arrow {{ image: url({icons}:down-{look}.svg); width: 9px; height: 9px; }}
"""

_TICKS = """
QCheckBox, QRadioButton {{ spacing: 7px; border-radius: 3px; }}
QCheckBox:focus, QRadioButton:focus {{ background: {selected}; }}
{tick}, {row_tick} {{ background: {paper}; border: 1px solid {faint}; border-radius: 3px;
    width: 12px; height: 12px; }}
{tick}:hover, {row_tick}:hover, {tick}:focus {{ border-color: {accent}; }}
{tick}:checked, {row_tick}:checked, {tick}:indeterminate, {row_tick}:indeterminate {{
    background: {accent}; border-color: {accent}; }}
{tick}:checked, {row_tick}:checked {{ image: url({icons}:tick-{look}.svg); }}
{tick}:indeterminate, {row_tick}:indeterminate {{ image: url({icons}:dash-{look}.svg); }}
{tick}:disabled, {row_tick}:disabled {{ background: {panel}; border-color: {hairline}; }}
{tick}:focus {{ border: 2px solid {accent}; width: 10px; height: 10px; }}
{tick}:checked:focus, {tick}:indeterminate:focus {{ border-color: {accent_quiet}; }}
{tick}:checked:disabled, {row_tick}:checked:disabled,
{tick}:indeterminate:disabled, {row_tick}:indeterminate:disabled {{
    background: {faint}; border-color: {faint}; }}
QRadioButton::indicator {{ background: {paper}; border: 1px solid {faint}; border-radius: 7px;
    width: 12px; height: 12px; }}
QRadioButton::indicator:hover, QRadioButton::indicator:focus {{ border-color: {accent}; }}
QRadioButton::indicator:checked {{ border: 4px solid {accent}; width: 6px; height: 6px; }}
QRadioButton::indicator:disabled {{ background: {panel}; border-color: {hairline}; }}
"""

_VIEWS = """
QGroupBox {{ border: none; margin-top: 26px; padding: 0; }}
QGroupBox::title {{ subcontrol-origin: margin; subcontrol-position: top left; padding: 4px 0;
    color: {secondary}; }}
PassageText {{ border: 1px solid transparent; border-radius: 4px; background: transparent; }}
PassageText:focus {{ border-color: {accent}; }}
JudgementEditor {{ border: 1px solid {hairline}; border-radius: 4px; }}
QHeaderView::section {{ background: {paper}; color: {secondary}; border: none;
    border-bottom: 1px solid {hairline}; padding: 5px 3px; }}
QHeaderView {{ background: {paper}; border: none; }}
QListView[frameShape="6"], QTreeView[frameShape="6"], QTableView[frameShape="6"] {{
    border: 1px solid {frame}; border-radius: 4px; background: {paper}; }}
QAbstractItemView::item:hover {{ background: {panel}; }}
QAbstractItemView::item:selected, QAbstractItemView::item:selected:hover {{
    background: {selected}; color: {ink}; }}
"""


def sheet(shades: Colours) -> str:
    """Return the style sheet of the application in the given colours."""
    QDir.setSearchPaths(_ICONS, [str(resources.assets("icons"))])
    whole = _BARS + _BUTTONS + _FIELDS + _TICKS + _VIEWS
    return whole.format(
        icons=_ICONS,
        look="dark" if shades is theme.DARK else "light",
        spin='QAbstractSpinBox[buttonSymbols="0"]',  # one without buttons cannot be styled
        tick="QCheckBox::indicator",
        row_tick="QAbstractItemView::indicator",
        **shades._asdict(),
    )
