"""The form of the export dialog: formats, name and folder, and what will come of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from briefing.model import Draft
from briefing.resources import default_library
from gui.brief_marking import highest_within, scheme_of
from gui.exporting_fields import FormatBoxes, Line, export_folder
from gui.exporting_level import VersionCombo, released_request, renamed
from gui.exporting_names import file_name, safe_name, without_ending, words_of
from gui.exporting_there import There
from gui.widgets.labels import plain
from gui.workspace import Workspace


class ExportForm(QWidget):
    """Says what will be written where, and what is replaced, before anything is."""

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        vocabulary = workspace.vocabulary
        self._formats = vocabulary.formats if vocabulary else ()
        self._document = workspace.document
        self._used = used_findings(workspace)
        self._judgements = workspace.document.draft.request.judgements
        self.formats = FormatBoxes(self._formats)
        self._workspace = workspace
        self.name = QLineEdit(self._usual_name(""))
        self.name.setAccessibleName(self.tr("File name"))
        self.folder = export_folder(workspace)
        request = workspace.document.draft.request
        marking = request.marking.strip() or highest_within(workspace)
        self.version = VersionCombo(scheme_of(workspace, request.scheme), marking)
        self.version.level_changed.connect(self._rename)
        self.comments = QCheckBox(self.tr("&Comments with source and passage, in Word"))
        self.comments.setChecked(workspace.document.draft.request.comments)
        self.results = plain()
        self.results.setWordWrap(True)
        self.note = Line()
        self._there = There(self._endings(), self, library_folder(workspace))
        self._there.known.connect(self._tell)
        self._lay_out()
        for signal in (self.formats.changed, self.name.textChanged, self.folder.changed):
            signal.connect(self._tell)
        self._tell()

    @property
    def is_looking(self) -> bool:
        """Whether it is not known yet what the folder holds already."""
        return self._there.is_looking

    def paths(self) -> tuple[Path, ...]:
        """Return the files that will be written; none while something is missing."""
        folder, name = self.folder.folder(), self._safe_name()
        if folder is None or not name:
            return ()
        return tuple(folder / f"{name}{choice.extension}" for choice in self.formats.chosen())

    def draft(self) -> Draft:
        """Return the draft that is written, with comments if they are wanted."""
        draft = self._document.draft
        request = replace(draft.request, comments=self.comments.isChecked())
        return draft if request == draft.request else replace(draft, request=request)

    def replaced(self) -> tuple[Path, ...]:
        """Return those of the files that are there already, as far as is known."""
        return tuple(path for path in self.paths() if self._there.day_of(path))

    def take(self, path: Path) -> None:
        """Take folder, name and format from a path that was chosen elsewhere."""
        self.folder.edit.setText(str(path.parent))
        self.name.setText(without_ending(path.name, self._endings()))

    def look_again(self) -> None:
        """Say anew what the files replace, as things are on the disk now."""
        self._there.look_again(self.folder.folder())
        self._tell()

    def _tell(self) -> None:
        """Say what the files will be and what they replace."""
        self._there.see(self.folder.folder())
        lines = [self._line(path) for path in self.paths()]
        self.results.setText("\n".join(lines) or self._missing())
        empty = self.tr(
            "No finding is used yet. The document will hold only what you have written yourself."
        )
        self.note.say(self._about_judgements() if self._used else empty, mind=not self._used)
        self.changed.emit()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(self.fontMetrics().averageCharWidth() * 3)
        if self.version.count() > 1:
            form.addRow(self.tr("Re&lease"), self.version)
        form.addRow(self.tr("&Formats"), self.formats)
        form.addRow("", self.comments)
        form.addRow(self.tr("&Name"), self.name)
        form.addRow(self.tr("F&older"), self.folder)
        files = plain(self.tr("Files"))
        files.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.results.setAlignment(Qt.AlignmentFlag.AlignTop)
        form.addRow(files, self.results)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addStretch()
        self.setFocusProxy(self.name)

    def _rename(self, before: str, now: str) -> None:
        """Let each version have a name of its own, so that none takes the place of another.

        It holds nothing of title and reference that is not releasable.
        """
        name = without_ending(self.name.text(), self._endings())
        untouched = name == self._usual_name(before)
        self.name.setText(self._usual_name(now) if untouched else renamed(name, before, now))

    def _usual_name(self, level: str) -> str:
        """Return what the files of a version are called unless the officer types otherwise."""
        workspace, request = self._workspace, self._document.draft.request
        scheme = scheme_of(workspace, request.scheme)
        released = released_request(request, scheme, level, highest_within(workspace))
        words = words_of(released, workspace.vocabulary)
        return renamed(file_name(workspace.settings.export_pattern, words), "", level)

    def _line(self, path: Path) -> str:
        day = self._there.day_of(path)
        if self.is_looking:
            return path.name
        if day is None:
            return self.tr("{file} – new").format(file=path.name)
        changed = self._there.changed_at(path)
        if changed is not None:
            said = self.tr("{file} – was changed on {day} at {time}, which would be lost")
            when = day_in_words(changed.date())
            return said.format(file=path.name, day=when, time=f"{changed:%H:%M}")
        said = self.tr("{file} – replaces the file of {day}")
        return said.format(file=path.name, day=day_in_words(day))

    def _about_judgements(self) -> str:
        """Say which of the officer's judgements do not tell how likely or how sure they are."""
        judgements = [one for one in self._judgements if one.text.strip()]
        unlikely = sum(not one.likelihood for one in judgements)
        unsure = sum(not one.confidence for one in judgements)
        told = (
            self.tr("%n judgement(s) without a likelihood.", "", unlikely) if unlikely else "",
            self.tr("%n judgement(s) without a confidence.", "", unsure) if unsure else "",
        )
        return " ".join(filter(None, told))

    def _missing(self) -> str:
        if not self.formats.chosen():
            return self.tr("Tick at least one format.")
        if not self._safe_name():
            return self.tr("Give the files a name.")
        return self.tr("Name a folder in full, such as {folder}.").format(folder=Path.home())

    def _safe_name(self) -> str:
        return safe_name(without_ending(self.name.text().strip(), self._endings()))

    def _endings(self) -> tuple[str, ...]:
        return tuple(choice.extension for choice in self._formats)


def day_in_words(day: date, today: date | None = None) -> str:
    """Return a day in short words, with its year where that is not this one."""
    today = today or date.today()  # noqa: DTZ011 - the desk's day
    shape = "d MMM" if day.year == today.year else "d MMM yyyy"
    return QLocale(QLocale.Language.English).toString(QDate(day.year, day.month, day.day), shape)


def library_folder(workspace: Workspace) -> Path:
    """Return the folder of the library, beside which it is kept what has been exported."""
    named = workspace.settings.library
    return Path(named) if named else default_library()


def used_findings(workspace: Workspace) -> int:
    """Return how many findings the brief uses, as far as is known."""
    document = workspace.document
    if document.view is not None and document.view.draft == document.draft:
        return document.view.used
    return sum(decision.is_used for decision in document.draft.decisions)
