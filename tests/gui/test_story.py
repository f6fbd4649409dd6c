"""The whole way from dropped files to finished documents, in the real window with the real core."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import docx
import pypdfium2
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from briefing import resources
from briefing.model import Choice
from gui import app, file_dialogs
from gui.appearance import Look
from gui.document import Document
from gui.exporting_dialog import WritingDialog
from gui.main_window import MainWindow
from gui.starting import Program
from gui.window_state import WindowState

PATIENCE = 120_000
"""Milliseconds for what the core does; all of it together takes a few seconds."""
SAMPLES = resources.assets("samples", "reports")
BOTTOM_LINE = "Moscow no longer keeps the peace between its neighbours."
JUDGEMENT = "The next round of talks is held elsewhere."


class Stage:
    """The window as a person meets it, and the program behind it."""

    def __init__(self, qtbot: QtBot, look: Look) -> None:
        self.qtbot = qtbot
        self.window = MainWindow(WindowState(resources.user_data()))
        self._filling = app.Filling(self.window, look, None)
        self.window.first_painted.connect(self._filling.begin)
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.until(lambda: self.window.findChild(Program) is not None)
        program = self.window.findChild(Program)
        assert isinstance(program, Program)
        self.workspace, self.wiring = program.workspace, program.wiring
        self.until(lambda: self.workspace.vocabulary and self.workspace.reports_known)

    @property
    def document(self) -> Document:
        return self.workspace.document

    def until(self, condition: object) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE)  # type: ignore[operator]

    def focus(self, widget: QWidget) -> None:
        """Let the keyboard go to a widget: a dialog that has closed may have left it nowhere."""
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)
        widget.setFocus()
        self.until(widget.hasFocus)

    def drop(self, *paths: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        copy, left, plain = (
            Qt.DropAction.CopyAction,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        self.window.dropEvent(QDropEvent(QPointF(50, 50), copy, data, left, plain))

    def dialog(self) -> WritingDialog:
        dialog = self.wiring.exporting.dialog
        assert dialog is not None
        return dialog

    def end(self) -> None:
        self.document.undo_stack.setClean()
        self._filling.end()
        self.window.leave()
        self.window.deleteLater()


@pytest.fixture
def stage(qtbot: QtBot, look: Look) -> Iterator[Stage]:
    made = Stage(qtbot, look)
    yield made
    made.end()


def press(widget: QWidget, key: Qt.Key | str) -> None:
    if isinstance(key, str):
        QTest.keyClicks(widget, key)
    else:
        QTest.keyClick(widget, key)


def words(text: str) -> str:
    """Return a text without spaces, hyphens and the shapes of quotation marks."""
    return re.sub(r"[\s\u00ad\u2010\u0002\ufffe-]+", "", text)


def words_of_pdf(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return words(" ".join(page.get_textpage().get_text_range() for page in pdf))


def words_of_docx(path: Path) -> str:
    document = docx.Document(io.BytesIO(path.read_bytes()))
    return words(" ".join(element.text or "" for element in document.element.iter()))


def test_from_dropped_files_to_pdf_and_word(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Sources: drop a folder, read the review, go on.
    pages, document = stage.wiring.pages, stage.document
    stage.drop(SAMPLES)
    stage.until(lambda: pages.reports.review.isVisible())
    stage.until(lambda: len(stage.workspace.reports) >= 5)
    press(pages.reports.review.next, Qt.Key.Key_Space)
    stage.until(lambda: document.is_open and pages.findings.isVisible())

    # Scope: tick by typing a name, and themes by the space bar.
    search = pages.scope.search
    for name in ("Armenia", "Azerbaijan", "Conflict"):
        stage.focus(search)
        search.selectAll()
        press(search, name)
        press(search, Qt.Key.Key_Return)
    press(search, Qt.Key.Key_Escape)
    request = document.draft.request
    assert set(request.regions) == {"AM", "AZ"}
    assert request.themes == ("conflict",)
    stage.until(lambda: document.view and document.view.draft.request == document.draft.request)
    assert document.view is not None
    assert len(document.view.rows) > 3

    # Findings: the first is a lead, the second a support, the third is left out.
    listed = pages.findings.list
    stage.focus(listed)
    listed.go_to_first()
    decided = []
    for key in "lsx":
        row = listed.current_row()
        assert row is not None
        decided.append(row.decision.passage)
        press(listed, key)
    by_passage = {decision.passage: decision for decision in document.draft.decisions}
    choices = [by_passage[passage].choice for passage in decided]
    assert choices == [Choice.LEAD, Choice.SUPPORT, Choice.LEFT_OUT]
    press(listed, Qt.Key.Key_Home)
    stage.until(lambda: document.seen)

    # Brief: a bottom line and a judgement, each taken back and done again.
    stage.wiring.actions.brief.trigger()
    press(pages.brief.opening.bottom_line, BOTTOM_LINE)
    pages.brief.judgements.add_button.click()
    press(pages.brief.judgements.editors[-1].text, JUDGEMENT)
    assert document.draft.request.bottom_line == BOTTOM_LINE
    assert [one.text for one in document.draft.request.judgements] == [JUDGEMENT]
    document.undo_stack.undo()
    assert document.draft.request.judgements == ()
    document.undo_stack.redo()

    # Preview: the pages show what is used; a click on a finding makes it the current one.
    stage.wiring.actions.findings.trigger()
    view = pages.preview.view
    code = {row.decision.passage: row.code for row in document.view.rows}
    stage.until(lambda: all(view.place(code[one]) for one in decided[:2]))
    stage.until(lambda: pages.preview.state is not None)
    document.select(decided[0])
    assert view.reveal(code[decided[1]])
    place = view.place(code[decided[1]])
    assert place is not None
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place.center().toPoint())
    assert document.current == decided[1]
    row = listed.current_row()
    assert row is not None
    assert row.decision.passage == decided[1]

    # Out: both formats, then what they say.
    stage.wiring.actions.export.trigger()
    dialog = stage.dialog()
    dialog.form.folder.edit.setText(str(tmp_path))  # type: ignore[attr-defined]
    dialog.form.name.setText("brief")  # type: ignore[attr-defined]
    press(dialog.form.name, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    stage.until(lambda: dialog.stack.currentWidget() is dialog.written)
    dialog.accept()
    used = [one for one in document.draft.decisions if one.choice is not Choice.LEFT_OUT]
    left_out = by_passage[decided[2]].finding.exact
    for said in (words_of_pdf(tmp_path / "brief.pdf"), words_of_docx(tmp_path / "brief.docx")):
        assert words(BOTTOM_LINE) in said
        assert words(JUDGEMENT) in said
        assert all(words(one.finding.exact) in said for one in used)
        assert words(left_out) not in said

    # Save, close, open again: everything is as it was.
    saved, draft = tmp_path / "talks.brief", document.draft
    monkeypatch.setattr(file_dialogs, "ask_where_to_save", lambda *args: args[3](saved))
    stage.wiring.actions.save.trigger()
    stage.until(lambda: saved.exists() and not document.is_modified)
    stage.wiring.actions.close_brief.trigger()
    stage.until(lambda: not document.is_open)
    stage.wiring.files.open_path(saved)
    stage.until(lambda: document.is_open)
    again = {one.passage: one.choice for one in document.draft.decisions}
    assert document.draft.request == draft.request
    assert [again[passage] for passage in decided] == choices


def test_cancelled_import_leaves_the_library_as_it_was(stage: Stage, tmp_path: Path) -> None:
    pages = stage.wiring.pages
    first = next(iter(sorted(SAMPLES.iterdir())))
    stage.drop(first)
    stage.until(lambda: len(stage.workspace.reports) == 1)
    before = stage.workspace.reports
    kept = _files_of(resources.default_library() / "originals")
    many = tmp_path / "many"
    many.mkdir()
    for n in range(300):
        text = f"# Report {n}\n\nArmenia and Azerbaijan met in {2000 + n % 20} for the {n}th time."
        many.joinpath(f"{n}.md").write_text(text, "utf-8")
    stage.drop(many)
    strip = pages.reports.strip
    stage.until(lambda: strip.bar.maximum() > 0 and strip.bar.value() > 3)
    with stage.qtbot.waitSignal(strip.stopped, timeout=PATIENCE):
        strip.cancel.click()
    with stage.qtbot.waitSignal(stage.workspace.library_changed, timeout=PATIENCE):
        stage.workspace.refresh_library()
    assert stage.workspace.reports == before
    assert _files_of(resources.default_library() / "originals") == kept


def _files_of(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


def test_no_box_stands_open_after_the_start(stage: Stage) -> None:
    assert stage.window.findChildren(QMessageBox) == []
    assert stage.window.welcome.isVisible()
