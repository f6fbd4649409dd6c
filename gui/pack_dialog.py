"""A pack of several briefs: put together, saved, opened again, exported."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from briefing.model.desk import ExportedFile
from briefing.model.pack import Pack
from briefing.naming import safe_name
from briefing.service.pack_calls import ExportPack, OpenPack, SavePack
from gui import messages
from gui.exporting_dialog import WritingDialog
from gui.exporting_written import WrittenRow, rows_of_files
from gui.messages import Button, Part
from gui.pack_files import ask_for_pack, ask_where_to_save
from gui.pack_form import PackForm
from gui.workspace import Workspace


class PackDialog(WritingDialog):
    """Asks what the pack holds and says; then writes it."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self.form = PackForm(workspace)
        self.path: Path | None = None
        """Where the pack was opened or saved."""
        super().__init__(workspace, self.form, self.form.note, parent)
        self._name_window()
        self._add_files()
        self.form.changed.connect(self._tell)
        self._begin()
        self._saved = self.form.pack()
        """As it was opened or saved last."""
        self._tell()

    def call(self) -> ExportPack | None:
        """Return the export that the form asks for; None while something is missing."""
        return self.form.call()

    def rows(self, answer: tuple[ExportedFile, ...]) -> tuple[WrittenRow, ...]:
        """Return a row for each file."""
        return rows_of_files(answer)

    def targets(self) -> tuple[Path, ...]:
        """Return the files that are written."""
        return self.form.paths()

    def ask(self) -> None:
        """Go back to the form, which looks anew at what is there."""
        super().ask()
        self.form.look_again()

    def open_path(self, path: Path) -> None:
        """Read a pack and show it."""

        def show(pack: Pack) -> None:
            self.path = path
            self._name_window()
            self.form.show_pack(pack)
            self._saved = self.form.pack()

        self.workspace.tasks.run(OpenPack(path), show, failed=self._say, owner=self)

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Save the pack where it is, or ask where; then go on."""
        if self.path is not None:
            self._save(self.path, then)
            return
        pack = self.form.pack()
        name = safe_name(pack.title or pack.event) or self.tr("Pack")
        ask_where_to_save(self, name, partial(self._save, then=then))

    def reject(self) -> None:
        """Close; what is not saved is asked about, unless files are being written."""
        writing = self.stack.currentWidget() is self.progress
        if writing or self.form.pack() == self._saved:
            super().reject()
            return
        messages.ask(
            self,
            self.tr("Save the pack?"),
            self.tr("What you have changed since it was last saved is lost otherwise."),
            (
                Button(self.tr("&Save"), lambda: self.save(self.reject)),
                Button(self.tr("&Discard"), super().reject, Part.DISCARD),
                Button(self.tr("Cancel"), None, Part.CANCEL),
            ),
        )

    def accept(self) -> None:
        """Close the list of what was written as Escape does."""
        self.reject()

    def _save(self, path: Path, then: Callable[[], object] | None = None) -> None:
        pack = self.form.pack()

        def done(_: None) -> None:
            self.path, self._saved = path, pack
            self._name_window()
            self.form.note.say(self.tr("Saved as {name}.").format(name=path.name))
            if then is not None:
                then()

        self.workspace.tasks.run(SavePack(pack, path), done, failed=self._say, owner=self)

    def _begin(self) -> None:
        """Begin with the brief that is open, if it has a file."""
        document = self.workspace.document
        if document.is_open and document.path is not None:
            self.form.contents.add_brief(document.path)
            request = document.draft.request
            self.form.show_pack(
                replace(
                    self.form.pack(),
                    scheme=request.scheme,
                    department=request.sender,
                    page_size=request.page_size,
                )
            )

    def _add_files(self) -> None:
        box = next(iter(self.page.findChildren(QDialogButtonBox)))
        kind = QDialogButtonBox.ButtonRole.ActionRole
        self.open_button = box.addButton(self.tr("O&pen…"), kind)
        self.save_button = box.addButton(self.tr("&Save…"), kind)
        self.open_button.clicked.connect(lambda: ask_for_pack(self, self.open_path))
        self.save_button.clicked.connect(lambda: self.save())
        for button in (self.open_button, self.save_button):
            button.setAutoDefault(False)

    def _name_window(self) -> None:
        named = f"{self.path.stem} – " if self.path is not None else ""
        self.setWindowTitle(named + self.tr("Pack of Briefs"))

    def _say(self, error: Exception) -> None:
        self.form.note.say(str(error), mind=True)

    def _tell(self) -> None:
        """Let the button say that it replaces files; nothing is asked a second time."""
        self.go.setEnabled(self.form.call() is not None)
        replaces = bool(self.form.replaced())
        self.go.setText(self.tr("&Replace and export") if replaces else self.tr("&Export"))
