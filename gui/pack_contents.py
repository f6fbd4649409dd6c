"""What a pack holds: its briefs and annexes, each list with its buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from briefing.model.pack import Pack, PackAnnex, PackPart
from gui.exporting_fields import Line
from gui.file_dialogs import documents
from gui.pack_list import Filed, PackList
from gui.widgets.calm_combo import CalmCombo
from gui.widgets.labels import plain
from gui.widgets.quiet_button import QuietButton
from gui.workspace import Workspace

BRIEFS = (".brief", ".toml")
ANNEXES = (".md", ".txt", ".docx", ".html", ".htm", ".csv")


class PackContents(QWidget):
    """Fills the parts and annexes of a pack."""

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.briefs = PackList(self.tr("Briefs of the pack"), BRIEFS)
        self.annexes = PackList(self.tr("Annexes of the pack"), ANNEXES)
        self.template = self._templates()
        self._lay_out()
        self.briefs.changed.connect(self.changed)
        self.annexes.changed.connect(self.changed)
        self.briefs.currentItemChanged.connect(lambda *_: self._show_template())
        self._show_template()

    def show_pack(self, pack: Pack) -> None:
        """Show what a pack holds."""
        self.briefs.show_files([Filed(one.file, one.title, one.template) for one in pack.parts])
        self.annexes.show_files([Filed(one.file, one.title) for one in pack.annexes])

    def parts(self) -> tuple[PackPart, ...]:
        """Return the briefs in order."""
        return tuple(PackPart(one.file, one.title, one.template) for one in self.briefs.files())

    def annexed(self) -> tuple[PackAnnex, ...]:
        """Return the annexes in order."""
        return tuple(PackAnnex(one.file, one.title) for one in self.annexes.files())

    def add_brief(self, path: Path) -> None:
        """Put a brief at the end."""
        self.briefs.add(Filed(str(path)))

    def _templates(self) -> CalmCombo:
        combo = CalmCombo()
        combo.setAccessibleName(self.tr("Template of the brief"))
        combo.addItem(self.tr("As the brief says"), "")
        vocabulary = self._workspace.vocabulary
        for choice in vocabulary.templates if vocabulary else ():
            combo.addItem(choice.title, choice.name)
        combo.activated.connect(lambda _: self.briefs.set_template(combo.currentData()))
        return combo

    def _show_template(self) -> None:
        found = self.template.findData(self.briefs.current_template())
        self.template.setCurrentIndex(max(found, 0))
        self.template.setEnabled(self.briefs.currentItem() is not None)

    def _lay_out(self) -> None:
        hint = self.tr("Drag, or press Alt+Up and Alt+Down, to order; F2 gives a title of its own.")
        column = QVBoxLayout(self)
        column.addLayout(self._head(self.tr("&Briefs"), self.briefs, self._ask_briefs))
        column.addWidget(self.briefs, 2)
        row = QHBoxLayout()
        label = plain(self.tr("&Template"))
        label.setBuddy(self.template)
        row.addWidget(label)
        row.addWidget(self.template)
        row.addStretch()
        column.addLayout(row)
        column.addWidget(Line(hint))
        column.addLayout(self._head(self.tr("&Annexes"), self.annexes, self._ask_annexes))
        column.addWidget(self.annexes, 1)

    def _head(self, name: str, files: PackList, ask: Callable[[], None]) -> QHBoxLayout:
        """Return the line above a list: its name, and what is done with it."""
        row = QHBoxLayout()
        label = plain(name)
        label.setBuddy(files)
        row.addWidget(label, 1)
        for words, do in (
            (self.tr("Add…"), ask),
            (self.tr("Up"), lambda: files.move_current(-1)),
            (self.tr("Down"), lambda: files.move_current(1)),
            (self.tr("Take Out"), files.remove_current),
        ):
            button = QuietButton(words)
            button.setAccessibleName(f"{words.rstrip('…')}: {files.accessibleName()}")
            button.clicked.connect(lambda _=False, do=do: do())
            row.addWidget(button)
        return row

    def _ask_briefs(self) -> None:
        self._ask(self.tr("Add Briefs"), self.tr("Briefs and requests"), BRIEFS, self.briefs)

    def _ask_annexes(self) -> None:
        self._ask(self.tr("Add Annexes"), self.tr("Texts and tables"), ANNEXES, self.annexes)

    def _ask(self, title: str, kinds: str, endings: Sequence[str], files: PackList) -> None:
        dialog = QFileDialog(self, title, documents())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        patterns = " ".join(f"*{ending}" for ending in endings)
        dialog.setNameFilters([f"{kinds} ({patterns})", self.tr("All files (*)")])
        dialog.filesSelected.connect(files.add_files)
        dialog.open()
