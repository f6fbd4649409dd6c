"""Print: the system's dialog, then the very pages of the PDF as pictures for paper."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from briefing.errors import BriefingError, ExportError
from briefing.model import PageSize
from briefing.service.calls import MakePdf
from gui import messages
from gui.exporting_names import file_name, words_of
from gui.exporting_panes import ProgressPane
from gui.printing_pages import Painting
from gui.tasks import Task
from gui.workspace import Workspace

_SIZES = {
    PageSize.A4.value: QPageSize.PageSizeId.A4,
    PageSize.LETTER.value: QPageSize.PageSizeId.Letter,
}


class Printing(QObject):
    """One printing of the open brief, from the dialog to the last page.

    Lives as long as whoever started it holds it: Qt must not delete it before its printer.
    """

    finished = Signal()
    """Printed, cancelled, or failed and told."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__()
        self._workspace = workspace
        self._window = window
        self._task: Task | None = None
        self._painting: Painting | None = None
        self.printer = _printer_for(workspace)
        self.progress = _Progress(self.tr("Printing …"), window)
        self.progress.cancelled.connect(self._cancel)

    def ask(self) -> None:
        """Open the system's dialog; what follows begins once it is accepted."""
        dialog = QPrintDialog(self.printer, self._window)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintShowPageSize)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self.start)
        dialog.rejected.connect(self.finished)
        QDialog.open(dialog)  # the class has an ``open`` of its own, with other arguments

    def start(self) -> None:
        """Make the PDF and print it on the printer as it is set."""
        self.progress.open()
        self._task = self._workspace.tasks.run(
            MakePdf(self._workspace.document.draft),
            self._paint,
            failed=self._fail,
            stopped=self._end,
            owner=self,
        )

    def _paint(self, pdf: bytes) -> None:
        self._task = None
        count, draw = partial(_count, pdf), partial(_draw, pdf)
        self._painting = Painting(self.printer, count, draw, self)
        self._painting.empty.connect(self._tell_empty)
        self._painting.page_begun.connect(self._show_page)
        self._painting.refused.connect(self._refused)
        self._painting.finished.connect(self._end)
        self._painting.start()

    def _show_page(self, done: int, total: int) -> None:
        said = self.tr("Page {page} of {pages}").format(page=done + 1, pages=total)
        self.progress.pane.show_step(done, total, said)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
        if self._painting is not None:
            self._painting.requestInterruption()

    def _fail(self, error: BriefingError) -> None:
        messages.tell(self._window, error)
        self._end()

    def _refused(self) -> None:
        said = self.tr("The printer took no more pages.")
        hint = self.tr("See whether it is switched on and has paper, then print again.")
        messages.tell(self._window, ExportError(said, hint))

    def _tell_empty(self) -> None:
        said = self.tr("The document has none of the pages that were asked for.")
        hint = self.tr("Print again with other page numbers.")
        messages.tell(self._window, ExportError(said, hint))

    def _end(self) -> None:
        self._task = None
        if self._painting is not None:
            self._painting.wait()  # it has said that it is done: a matter of microseconds
        self.progress.accept()
        self.progress.deleteLater()
        self.finished.emit()
        if self._painting is not None and self._painting.defect is not None:
            raise self._painting.defect


class _Progress(QDialog):
    """How far the printing is, with Cancel; Escape cancels too."""

    cancelled = Signal()

    def __init__(self, heading: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.pane = ProgressPane(heading)
        self.pane.begin()
        self.pane.cancelled.connect(self.cancelled)
        column = QVBoxLayout(self)
        column.addWidget(self.pane)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)

    def reject(self) -> None:
        """Cancel; the dialog closes once the printing has stopped."""
        self.pane.cancel.click()


def _printer_for(workspace: Workspace) -> QPrinter:
    """Return the default printer, set to the paper of the request."""
    request = workspace.document.draft.request
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(_SIZES.get(request.page_size, QPageSize.PageSizeId.A4)))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    words = words_of(request, workspace.vocabulary)
    printer.setDocName(file_name("{title}", words))  # a file printed to is called so
    return printer


def _count(pdf: bytes) -> int:
    from briefing import rasterising

    return rasterising.page_count(pdf)


def _draw(pdf: bytes, number: int, dpi: float) -> QImage:
    """Return a page as a picture."""
    from briefing import rasterising

    raster = rasterising.draw_page(pdf, number, dpi / 72)
    image = QImage(
        raster.data, raster.width, raster.height, raster.stride, QImage.Format.Format_RGB32
    )
    return image.copy()
