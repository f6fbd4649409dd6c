"""The form for several briefs in one go: which regions, which formats, named how, into where."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QTreeView, QVBoxLayout, QWidget

from briefing.model import BriefRequest
from briefing.model.desk import Counts
from briefing.service.calls import ExportSeries
from gui.brief_marking import highest_within, scheme_of
from gui.exporting_fields import FormatBoxes, Line, export_folder
from gui.exporting_level import VersionCombo, released_request
from gui.exporting_names import PLACEHOLDERS, explained, file_name, words_of
from gui.models.series import SeriesModel
from gui.tips import plain_tip
from gui.widgets.tick_delegate import TickDelegate
from gui.workspace import Workspace

SUMMARY = "summary.csv"
"""Name of the table of a series."""


class SeriesForm(QWidget):
    """Fills one ``ExportSeries``."""

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._request = workspace.document.draft.request
        vocabulary = workspace.vocabulary
        self.model = SeriesModel(self._request, workspace.taxonomy, self)
        scheme = scheme_of(workspace, self._request.scheme)
        self.version = VersionCombo(scheme, self._request.marking)
        self.formats = FormatBoxes(vocabulary.formats if vocabulary else ())
        self.pattern = QLineEdit(_with_region(workspace.settings.export_pattern))
        self.pattern.setAccessibleName(self.tr("Pattern of the file names"))
        self.pattern.setToolTip(plain_tip(" ".join(f"{{{name}}}" for name in PLACEHOLDERS)))
        self.folder = export_folder(workspace)
        self.overwrite = QCheckBox(self.tr("&Replace files that are there already"))
        self.own_words = QCheckBox(
            self.tr("Put my own &words (bottom line, judgements, …) into each")
        )
        self.summary = QCheckBox(
            self.tr(
                "Put a &table of what was written and what is thin beside them ({file})"
            ).format(file=SUMMARY)
        )
        self.explained = Line(explained(), self)
        self.example = Line()
        self.note = Line()
        self.list = self._list()
        self._lay_out()
        for signal in (self.formats.changed, self.pattern.textChanged, self.folder.changed):
            signal.connect(self.tell)
        self.model.itemChanged.connect(lambda _: self.tell())
        self.version.level_changed.connect(lambda *_: self.tell())
        self.tell()

    def call(self) -> ExportSeries | None:
        """Return what is asked for; None while something is missing."""
        folder, formats = self.folder.folder(), self.formats.chosen()
        regions, pattern = self.model.chosen(), self.pattern.text().strip()
        if folder is None or not formats or not regions or not pattern:
            return None
        return ExportSeries(
            draft=self._workspace.document.draft,
            regions=regions,
            folder=folder,
            pattern=pattern,
            formats=tuple(choice.id for choice in formats),
            overwrite=self.overwrite.isChecked(),
            own_words=self.own_words.isChecked(),
            summary=folder / SUMMARY if self.summary.isChecked() else None,
            level=self.version.level,
        )

    def show_counts(self, counts: Counts) -> None:
        """Show how many findings each region brings."""
        self.model.show_counts(counts)

    def tell(self) -> None:
        """Say what the files will be called, or what is missing."""
        regions = self.model.chosen()
        one = replace(self._released(), regions=regions[:1], title="")
        name = file_name(self.pattern.text(), words_of(one, self._workspace.vocabulary))
        endings = ", ".join(choice.extension for choice in self.formats.chosen())
        if not self.model.rowCount():
            self.example.say(self.tr("The brief names no region. Tick some in its scope first."))
        elif self.call() is None:
            self.example.say(self.tr("Tick a region and a format, and name pattern and folder."))
        else:
            said = self.tr("%n brief(s), such as “{name}” ({endings})", "", len(regions))
            self.example.say(said.format(name=name, endings=endings))
        self.changed.emit()

    def _released(self) -> BriefRequest:
        """Return the request as its files are named by it."""
        scheme = scheme_of(self._workspace, self._request.scheme)
        inside = highest_within(self._workspace)
        return released_request(self._request, scheme, self.version.level, inside)

    def _list(self) -> QTreeView:
        view = QTreeView()
        view.setAccessibleName(self.tr("Regions"))
        view.setModel(self.model)
        view.setHeaderHidden(True)
        view.setItemDelegate(TickDelegate(view))
        view.setUniformRowHeights(True)
        view.setAllColumnsShowFocus(True)
        view.expandAll()
        view.header().setStretchLastSection(False)
        view.header().setSectionResizeMode(0, view.header().ResizeMode.Stretch)
        view.header().setSectionResizeMode(1, view.header().ResizeMode.ResizeToContents)
        view.setMinimumHeight(self.fontMetrics().height() * 10)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        if self.model.rowCount():
            view.setCurrentIndex(self.model.index(0, 0))
        return view

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(self.fontMetrics().averageCharWidth() * 3)
        form.addRow(self.tr("Re&gions"), self.list)
        if self.version.count() > 1:
            form.addRow(self.tr("Re&lease"), self.version)
        form.addRow(self.tr("&Formats"), self.formats)
        form.addRow(self.tr("&Names"), self.pattern)
        form.addRow("", self.explained)
        form.addRow("", self.example)
        form.addRow(self.tr("F&older"), self.folder)
        form.addRow("", self.overwrite)
        form.addRow("", self.own_words)
        form.addRow("", self.summary)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        self.setFocusProxy(self.list)


def _with_region(pattern: str) -> str:
    """Return a pattern whose names differ from region to region."""
    return pattern if "{region}" in pattern or "{title}" in pattern else f"{pattern} {{region}}"
