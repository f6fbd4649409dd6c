"""A brief for each of several regions, written in one go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from briefing.model.desk import SeriesEntry
from briefing.service.calls import CountFindings, ExportSeries
from gui.exporting_dialog import WritingDialog
from gui.exporting_written import WrittenRow, rows_of_series
from gui.series_form import SeriesForm
from gui.workspace import Workspace


class SeriesDialog(WritingDialog):
    """Asks for which regions; then writes a brief for each and lists them."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self.form = SeriesForm(workspace)
        super().__init__(workspace, self.form, self.form.note, parent)
        self.setWindowTitle(self.tr("Briefs for Several Regions"))
        self.form.changed.connect(self._tell)
        self._tell()
        request = workspace.document.draft.request
        workspace.tasks.run(CountFindings(request), self.form.show_counts, owner=self)

    def call(self) -> ExportSeries | None:
        """Return the series that the form asks for; None while something is missing."""
        return self.form.call()

    def rows(self, answer: tuple[SeriesEntry, ...]) -> tuple[WrittenRow, ...]:
        """Return a row for each file, and one for each brief of which nothing was written."""
        return rows_of_series(answer)

    def targets(self) -> tuple[Path, ...]:
        """Return the folder; where it fails, the form's folder is what to change: no Save as."""
        return ()

    def _tell(self) -> None:
        self.go.setEnabled(self.form.call() is not None)
