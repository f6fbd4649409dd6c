"""The form for a pack: what it holds, its cover, its copies and paper, and where it goes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QTabWidget, QVBoxLayout, QWidget

from briefing.model.pack import Pack
from briefing.naming import copy_name, safe_name
from briefing.service.pack_calls import ExportPack
from gui.brief_marking import scheme_of
from gui.exporting_fields import FormatBoxes, Line, export_folder
from gui.exporting_level import VersionCombo, released_pack, renamed
from gui.exporting_there import There
from gui.pack_contents import PackContents
from gui.pack_cover import PackCover
from gui.pack_pages import PackPages
from gui.pack_paper import PackPaper
from gui.workspace import Workspace

_NAMED = 3
"""Files that are named of those replaced."""


class PackForm(QWidget):
    """Fills one ``ExportPack``."""

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        vocabulary = workspace.vocabulary
        self._workspace = workspace
        self.version = VersionCombo(None)
        self.contents = PackContents(workspace)
        self.cover = PackCover(workspace)
        self.paper = PackPaper()
        self.pages = PackPages(workspace, self.pack)
        self.formats = FormatBoxes(vocabulary.formats if vocabulary else ())
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name of the files"))
        self.folder = export_folder(workspace)
        self.missing = Line()
        self.note = Line()
        endings = tuple(one.extension for one in vocabulary.formats) if vocabulary else ()
        self._there = There(endings, self)
        self._there.known.connect(self.tell)
        self._shown = Pack()
        self._lay_out()
        self._connect()
        self.show_pack(Pack())

    def show_pack(self, pack: Pack) -> None:
        """Show a pack."""
        self._shown = pack
        for page in (self.contents, self.cover, self.paper):
            page.show_pack(pack)
        self.tell()

    def pack(self) -> Pack:
        """Return the pack as it stands in the fields."""
        filled = self.paper.filled(self.cover.filled(self._shown))
        return replace(filled, parts=self.contents.parts(), annexes=self.contents.annexed())

    def file_name(self) -> str:
        """Return the name of the files without their endings."""
        pack, level = self._named(), self.version.level
        said = safe_name(pack.title or pack.event)
        usual = renamed(said or self.tr("Briefing pack"), "", level) if level else said
        return safe_name(self.name.text()) or safe_name(usual)

    def call(self) -> ExportPack | None:
        """Return what is asked for; None while something is missing."""
        pack, folder, formats = self.pack(), self.folder.folder(), self.formats.chosen()
        if self._missing() or folder is None or not formats:
            return None
        paths = tuple(folder / f"{self.file_name()}{choice.extension}" for choice in formats)
        numbered = self.paper.numbered.isChecked()
        return ExportPack(pack, paths, numbered, self.version.level)

    def paths(self) -> tuple[Path, ...]:
        """Return the files that are written; none while something is missing."""
        call = self.call()
        if call is None or not call.numbered:
            return call.paths if call is not None else ()
        return tuple(
            copy for path in call.paths for copy in _copies(path, self._named().recipients)
        )

    def replaced(self) -> tuple[Path, ...]:
        """Return those of the files that are there already, as far as is known."""
        return tuple(path for path in self.paths() if self._there.day_of(path) is not None)

    def look_again(self) -> None:
        """See what the folder holds now."""
        self._there.look_again(self.folder.folder())

    def _named(self) -> Pack:
        """Return the pack as its files are named by it."""
        pack = self.pack()
        return released_pack(pack, scheme_of(self._workspace, pack.scheme), self.version.level)

    def tell(self) -> None:
        """Say what is missing."""
        pack = self.pack()
        self.version.offer(scheme_of(self._workspace, pack.scheme), pack.marking)
        self._rows.setRowVisible(self.version, self.version.count() > 1)
        self.name.setPlaceholderText(self.file_name() or self.tr("As the pack’s title"))
        self._there.see(self.folder.folder())
        replaced = ", ".join(path.name for path in self.replaced()[:_NAMED])
        replaces = self.tr("Replaces {names}.").format(names=replaced) if replaced else ""
        self.missing.say(self._missing() or replaces, mind=bool(replaces))
        self.pages.tell(complete=self._is_complete(), level=self.version.level)
        self.changed.emit()

    def _is_complete(self) -> bool:
        """Return whether the pack can be laid out, wherever it goes."""
        pack = self.pack()
        return bool(pack.parts and (pack.title or pack.event))

    def _missing(self) -> str:
        pack = self.pack()
        wanted = [
            (bool(pack.parts), self.tr("a brief")),
            (bool(pack.title or pack.event), self.tr("a title or an event")),
            (
                bool(pack.recipients) or not self.paper.numbered.isChecked(),
                self.tr("recipients for the numbered copies"),
            ),
            (bool(self.formats.chosen()), self.tr("a format")),
        ]
        lacking = [words for there, words in wanted if not there]
        return self.tr("Still needed: {what}.").format(what=", ".join(lacking)) if lacking else ""

    def _lay_out(self) -> None:
        self.tabs = QTabWidget()
        self.tabs.addTab(self.contents, self.tr("Contents"))
        self.tabs.addTab(self.cover, self.tr("Cover"))
        self.tabs.addTab(self.paper, self.tr("Copies and Paper"))
        self.tabs.addTab(self.pages, self.tr("Pages"))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(self.fontMetrics().averageCharWidth() * 3)
        self._rows = form
        form.addRow(self.tr("Re&lease"), self.version)
        form.addRow(self.tr("&Formats"), self.formats)
        form.addRow(self.tr("Na&me"), self.name)
        form.addRow(self.tr("F&older"), self.folder)
        form.addRow("", self.missing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs, 1)
        column.addLayout(form)
        self.setFocusProxy(self.contents.briefs)

    def _connect(self) -> None:
        for part in (self.contents, self.cover, self.paper, self.formats, self.folder):
            part.changed.connect(self.tell)
        self.version.level_changed.connect(lambda *_: self.tell())
        self.name.textEdited.connect(lambda _: self.tell())


def _copies(path: Path, recipients: tuple[str, ...]) -> tuple[Path, ...]:
    """Return the numbered copies of a file, one for each recipient."""
    total = len(recipients)
    names = (copy_name(path.stem, n, total, one) for n, one in enumerate(recipients, 1))
    return tuple(path.with_name(f"{name}{path.suffix}") for name in names)
