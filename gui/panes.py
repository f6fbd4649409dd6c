"""F6 and Shift+F6: from one pane of the window to the next, as they stand side by side."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from gui import pages
from gui.focus import within
from gui.keyboard import stops_of
from gui.main_window import MainWindow
from gui.pages import Pages


@dataclass(frozen=True, slots=True)
class _Pane:
    """A part of the window that one goes to as a whole."""

    part: QWidget
    entry: QWidget | None = None
    """Where one begins in it; None or out of sight: at what Tab comes to first."""


class Panes(QObject):
    """The panes of the page in front, and what stands beside it."""

    def __init__(self, window: MainWindow, pages_: Pages) -> None:
        super().__init__(window)
        self._window = window
        self._pages = pages_

    def next(self) -> None:
        """Go to the pane after the one that has the focus, after the last to the first."""
        self._step(1)

    def previous(self) -> None:
        """Go to the pane before the one that has the focus."""
        self._step(-1)

    def _step(self, by: int) -> None:
        panes = [pane for pane in self._in_order() if _entry(pane) is not None]
        if not panes:
            return
        here = self._here(panes)
        start = (-1 if by > 0 else 0) if here is None else panes.index(here)
        entry = _entry(panes[(start + by) % len(panes)])
        if entry is not None:
            entry.setFocus(Qt.FocusReason.TabFocusReason)

    def _here(self, panes: list[_Pane]) -> _Pane | None:
        """Return the pane that has the focus, the innermost if one stands in another."""
        focus = self._window.focusWidget()
        around = [pane for pane in panes if within(focus, pane.part)]
        inner = (one for one in around if not any(_holds(one, other) for other in around))
        return next(inner, None)

    def _in_order(self) -> list[_Pane]:
        at = self._pages
        beside = [_Pane(at.preview, at.preview.view), _Pane(at.reader, at.reader.text)]
        if at.name == pages.REPORTS:
            reports = at.reports
            review = _Pane(reports.review, reports.review.next)
            table = _Pane(reports.list, reports.list.table)
            return [table, review, _Pane(reports.empty), _Pane(reports.details), *beside]
        if at.name == pages.FINDINGS:
            findings = at.findings
            scope = _Pane(at.scope, at.scope.tree)
            map_ = _Pane(at.scope.map, at.scope.map.view)
            return [scope, map_, _Pane(findings, findings.list), _Pane(findings.detail), *beside]
        if at.name == pages.BRIEF:
            return [_Pane(at.brief, at.brief.area.field or at.brief.head.title), *beside]
        return []


def _entry(pane: _Pane) -> QWidget | None:
    """Return where one begins in a pane; None if nothing of it is to be seen."""
    if not pane.part.isVisible():
        return None
    if pane.entry is not None and pane.entry.isVisible() and pane.entry.isEnabled():
        return pane.entry
    return next((one for one in stops_of(pane.part) if one.isVisible() and one.isEnabled()), None)


def _holds(outer: _Pane, inner: _Pane) -> bool:
    return outer is not inner and outer.part.isAncestorOf(inner.part)
