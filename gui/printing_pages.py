"""Paints the pages of a PDF onto a printer, off the GUI thread, page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, QSizeF, Qt, QThread, Signal
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

MOST_DPI = 600
"""Finer than that nobody sees, and a page would take hundreds of megabytes."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """Which pages leave the printer, in order: each run of copies, from the first or the last."""

    pages: tuple[int, ...]
    """Numbers from 1."""
    copies: int = 1
    """Copies that the program must make, because the printer does not."""
    collated: bool = True

    def __iter__(self) -> Iterator[int]:
        """Yield the number of each page as often as it is printed."""
        if self.collated:
            return (page for _ in range(self.copies) for page in self.pages)
        return (page for page in self.pages for _ in range(self.copies))

    def __len__(self) -> int:
        return len(self.pages) * self.copies


def sheets_for(printer: QPrinter, pages: int) -> Sheets:
    """Return what the settings of the print dialog mean for a document of that many pages."""
    numbers = [n for n in range(1, pages + 1) if _is_wanted(printer, n)]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        numbers.reverse()
    by_us = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    return Sheets(tuple(numbers), by_us, printer.collateCopies())


def _is_wanted(printer: QPrinter, number: int) -> bool:
    ranges = printer.pageRanges()
    return ranges.isEmpty() or ranges.contains(number)


class Painting(QThread):
    """One run over the pages. Belongs to whoever started it; paints nothing but the printer."""

    page_begun = Signal(int, int)
    """Sheets done, and how many there are."""
    refused = Signal()
    """The printer took no more."""
    empty = Signal()
    """The document has none of the pages that the printer is set to."""

    def __init__(
        self,
        printer: QPrinter,
        count: Callable[[], int],
        draw: Callable[[int, float], QImage],
        parent: QObject | None = None,
    ) -> None:
        """Take ways to ``count`` the pages and to ``draw`` one, by number and dots per inch."""
        super().__init__(parent)
        self._printer, self._count, self._draw = printer, count, draw
        self._last: tuple[int, QImage] | None = None
        self.defect: Exception | None = None
        """What nobody foresaw; to be raised on the GUI thread, which sees to it."""

    def run(self) -> None:
        """Paint until all is done, the printer refuses, or an interruption is asked for."""
        try:
            sheets = sheets_for(self._printer, self._count())
            if sheets:
                self._begin(sheets)
            else:
                self.empty.emit()
        except Exception as error:  # noqa: BLE001 - raised again on the GUI thread
            self.defect = error

    def _begin(self, sheets: Sheets) -> None:
        painter = QPainter()
        if not painter.begin(self._printer):
            self.refused.emit()
            return
        try:
            self._paint(painter, sheets)
        finally:
            painter.end()

    def _paint(self, painter: QPainter, sheets: Sheets) -> None:
        for done, number in enumerate(sheets):
            if self.isInterruptionRequested():
                self._printer.abort()
                return
            self.page_begun.emit(done, len(sheets))
            if done and not self._printer.newPage():
                self.refused.emit()
                return
            image = self._image(number)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(_place(self._printer, QSizeF(image.size())), image)

    def _image(self, number: int) -> QImage:
        if self._last is None or self._last[0] != number:
            self._last = None
            dpi = min(self._printer.resolution(), MOST_DPI)
            self._last = number, self._draw(number, dpi)
        return self._last[1]


def _place(printer: QPrinter, size: QSizeF) -> QRectF:
    """Return where a page goes on the paper: as large as fits, in the middle."""
    layout: QPageLayout = printer.pageLayout()
    paper = QRectF(layout.fullRectPixels(printer.resolution()))
    fitted = size.scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    across = (paper.width() - fitted.width()) / 2
    down = (paper.height() - fitted.height()) / 2
    return QRectF(across, down, fitted.width(), fitted.height())
