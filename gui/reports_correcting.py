"""What is known of a report is corrected: shown at once, then kept, or taken back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefing.errors import BriefingError
from briefing.model import Metadata, ReportSummary
from briefing.service.calls import CorrectMetadata
from gui import messages
from gui.metadata_fields import Field, FieldError, with_text
from gui.models.reports import ReportsModel
from gui.reports_list import ReportsList
from gui.workspace import Workspace


class ReportsCorrecting(QObject):
    """Takes what was typed into the list, or into the fields beneath it."""

    foretold = Signal()
    """A correction is shown, though it is not kept yet."""
    failed = Signal()
    """One could not be kept: what the library has is to be shown again."""

    def __init__(
        self, workspace: Workspace, model: ReportsModel, reports: ReportsList, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._model = model
        self._list = reports
        self._around = parent

    def correct_cell(self, report: ReportSummary, field: Field, text: str) -> None:
        """Take what was typed into a cell, or say why it cannot be."""
        try:
            metadata = with_text(report.metadata, field, text)
        except FieldError as error:
            self._list.say(str(error))
            return
        self.correct(report.sha256, metadata)

    def correct(self, sha256: str, metadata: Metadata) -> None:
        """Show a correction at once, as what is typed next builds on it, and have it kept."""
        self._list.say("")
        self._model.foretell(sha256, metadata)
        self.foretold.emit()
        self._workspace.tasks.run(
            CorrectMetadata(sha256, metadata),
            lambda _: self._workspace.refresh_library(),
            failed=self._take_back,
            owner=self,
        )

    def _take_back(self, error: BriefingError) -> None:
        messages.tell(self._around.window(), error)
        self.failed.emit()
        self._workspace.refresh_library(quietly=True)  # it may have been removed elsewhere
