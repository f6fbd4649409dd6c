"""The window itself: menus, toolbar, places for the pages, status line. Knows nothing of the core.

It can be on screen before anything else is loaded; ``wiring`` fills it afterwards. Nothing here
uses the ``Qt`` namespace: loading its names takes longer than all the rest.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QMainWindow,
    QMenu,
    QSplitter,
    QStackedWidget,
    QToolBar,
    QWidget,
)

from briefing import PROGRAM
from gui.status_line import StatusLine
from gui.welcome_page import WelcomePage
from gui.window_state import WindowState

if TYPE_CHECKING:  # each name of Qt's takes its time to load
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import (
        QCloseEvent,
        QDragEnterEvent,
        QDropEvent,
        QKeyEvent,
        QPaintEvent,
        QResizeEvent,
    )


class MainWindow(QMainWindow):
    """A frame: the pages at the left, the document or a report at the right."""

    first_painted = Signal()
    """The window is on screen; the rest can be loaded."""
    close_wanted = Signal()
    """The officer wants to leave; ``leave`` closes the window."""
    escaped = Signal()
    """Escape was pressed where nothing else has use for it."""
    resized = Signal()
    dropped = Signal(list)
    """Files and folders (``Path``) were dropped on the window."""

    def __init__(self, state: WindowState) -> None:
        super().__init__()
        self.state = state
        self._painted = False
        self._leaving = False
        self.setAcceptDrops(True)
        self.setWindowTitle(PROGRAM)
        self._build_menus()
        self._build_places()
        self.status = StatusLine(self)
        self.setStatusBar(self.status)
        if not state.restore_window(self):
            self.resize(self._fair_size())

    def leave(self) -> None:
        """Close without asking: whoever had to be asked has been."""
        self._leaving = True
        self.close()

    @property
    def is_leaving(self) -> bool:
        """Whether the window is being closed for good."""
        return self._leaving

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front."""
        self.pages.setCurrentWidget(page)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint, and tell once that the window is there."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Tell of another size."""
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Return press the button that has the focus; tell of Escape. No other has used it."""
        from gui import keyboard  # when the first key comes that nobody has use for

        if keyboard.is_escape(event):
            self.escaped.emit()
        elif not keyboard.press(event, self.focusWidget()):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Let the brief be saved first."""
        if self._leaving:
            super().closeEvent(event)
            return
        event.ignore()
        QTimer.singleShot(0, self.close_wanted.emit)  # a window being closed cannot be closed again

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files and folders."""
        if _files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Hand on files and folders."""
        paths = _files_in(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def _build_menus(self) -> None:
        bar = self.menuBar()
        self.file_menu: QMenu = bar.addMenu(self.tr("&File"))
        self.edit_menu: QMenu = bar.addMenu(self.tr("&Edit"))
        self.view_menu: QMenu = bar.addMenu(self.tr("&View"))
        self.reports_menu: QMenu = bar.addMenu(self.tr("&Reports"))
        self.findings_menu: QMenu = bar.addMenu(self.tr("F&indings"))
        self.brief_menu: QMenu = bar.addMenu(self.tr("&Brief"))
        self.help_menu: QMenu = bar.addMenu(self.tr("&Help"))
        self.tools = QToolBar(self.tr("Pages"), self)
        self.tools.setObjectName("tools")
        self.tools.setMovable(False)
        self.tools.setFloatable(False)
        self.tools.hide()
        self.addToolBar(self.tools)

    def _build_places(self) -> None:
        self.welcome = WelcomePage()
        self.welcome.show_recent(self.state.recent)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.welcome)
        self.side = QStackedWidget()
        self.side.hide()
        self.halves = QSplitter()
        self.halves.setChildrenCollapsible(False)
        self.halves.setHandleWidth(1)
        self.halves.addWidget(self.pages)
        self.halves.addWidget(self.side)
        self.halves.setStretchFactor(0, 3)
        self.halves.setStretchFactor(1, 2)
        self.setCentralWidget(self.halves)

    def _fair_size(self) -> QSize:
        screen = self.screen() or QGuiApplication.primaryScreen()
        room = screen.availableSize()
        letter = self.fontMetrics().averageCharWidth()
        bar, edge = self.fontMetrics().height() * 2, letter  # the system's frame, not known yet
        width, height = room.width() - 2 * edge, room.height() - bar - edge
        return QSize(min(width, letter * 220), min(height, letter * 130))


def _files_in(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
