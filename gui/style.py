"""The style sheet: what Qt's own style leaves open, in the colours of the theme.

Only edges, spacing and states; type and palette come from ``theme``. A push button with the
property ``primary`` is the one that one presses next; a dialog's default button is one too.
"""

from __future__ import annotations

from gui.theme import Colours

_SHEET = """
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
QToolBar QToolButton {{ border: 1px solid transparent; border-radius: 4px; padding: 4px 11px; }}
QToolBar QToolButton:hover {{ background: {selected}; }}
QToolBar QToolButton:checked {{ background: {selected}; color: {accent}; font-weight: 600; }}
QToolBar QToolButton:focus {{ border-color: {accent}; }}
QToolBar QToolButton:disabled {{ color: {faint}; }}
QStatusBar {{ background: {panel}; border-top: 1px solid {hairline}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ padding: 2px 8px; color: {secondary}; }}
QSplitter::handle {{ background: {hairline}; }}
QSplitter::handle:hover {{ background: {accent_quiet}; }}
QPushButton {{ background: {paper}; color: {ink}; border: 1px solid {hairline}; border-radius: 4px;
    padding: 5px 14px; }}
QPushButton:hover {{ border-color: {accent_quiet}; }}
QPushButton:pressed, QPushButton:checked {{ background: {selected}; }}
QPushButton:focus {{ border-color: {accent}; }}
QPushButton:disabled {{ color: {faint}; background: {panel}; }}
QPushButton[primary="true"], QDialog QPushButton:default {{ background: {accent};
    color: {on_accent}; border: 1px solid {accent}; border-radius: 4px; padding: 5px 14px; }}
QPushButton[primary="true"] {{ font-weight: 600; padding: 5px 16px; }}
QPushButton[primary="true"]:hover, QDialog QPushButton:default:hover {{ border-color: {ink}; }}
QPushButton[primary="true"]:pressed, QDialog QPushButton:default:pressed {{
    background: {ink}; color: {paper}; }}
QPushButton[primary="true"]:focus {{ border: 2px solid {ink}; padding: 4px 15px; }}
QDialog QPushButton:default:focus {{ border: 2px solid {ink}; padding: 4px 13px; }}
QPushButton[primary="true"]:disabled, QDialog QPushButton:default:disabled {{
    background: {desk}; color: {faint}; border-color: {hairline}; }}
QPushButton[quiet="true"] {{ background: transparent; color: {accent};
    border: 1px solid transparent; border-radius: 4px; padding: 4px 8px; text-align: left; }}
QPushButton[quiet="true"]:hover {{ background: {selected}; }}
QPushButton[quiet="true"]:focus {{ border-color: {accent}; }}
QLineEdit {{ background: {paper}; border: 1px solid {hairline}; border-radius: 4px;
    padding: 3px 6px; selection-background-color: {accent}; selection-color: {on_accent}; }}
QLineEdit:focus {{ border-color: {accent}; }}
QLineEdit:disabled {{ background: {panel}; color: {faint}; }}
QAbstractItemView QLineEdit, QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ border: none;
    border-radius: 0; padding: 0 2px; background: transparent; }}
QAbstractItemView QLineEdit {{ background: {paper}; border: 1px solid {accent}; }}
QPlainTextEdit {{ background: {paper}; border: 1px solid {hairline};
    border-radius: 4px; selection-background-color: {accent}; selection-color: {on_accent}; }}
QPlainTextEdit:focus {{ border-color: {accent}; }}
QGroupBox {{ border: none; margin-top: 26px; padding: 0; }}
QGroupBox::title {{ subcontrol-origin: margin; subcontrol-position: top left; padding: 4px 0;
    color: {secondary}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QCheckBox::indicator:unchecked, QAbstractItemView::indicator:unchecked {{
    background: {paper}; border: 1px solid {faint}; border-radius: 2px;
    width: 12px; height: 12px; }}
QCheckBox::indicator:unchecked:disabled, QAbstractItemView::indicator:unchecked:disabled {{
    background: {panel}; border-color: {hairline}; }}
QScrollBar {{ background: transparent; border: none; }}
QScrollBar:vertical {{ width: 10px; }}
QScrollBar:horizontal {{ height: 10px; }}
QScrollBar::handle {{ background: {hairline}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {accent_quiet}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: none; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QHeaderView::section {{ background: {paper}; color: {secondary}; border: none;
    border-bottom: 1px solid {hairline}; padding: 5px 4px; }}
QHeaderView {{ background: {paper}; border: none; }}
QAbstractItemView::item:hover {{ background: {panel}; }}
QAbstractItemView::item:selected, QAbstractItemView::item:selected:hover {{
    background: {selected}; color: {ink}; }}
"""


def sheet(shades: Colours) -> str:
    """Return the style sheet of the application in the given colours."""
    return _SHEET.format(
        ink=shades.ink,
        secondary=shades.secondary,
        faint=shades.faint,
        accent=shades.accent,
        on_accent=shades.on_accent,
        accent_quiet=shades.accent_quiet,
        paper=shades.paper,
        panel=shades.panel,
        desk=shades.desk,
        hairline=shades.hairline,
        selected=shades.selected,
    )
