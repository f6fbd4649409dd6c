"""Export: one question, then the files."""

from __future__ import annotations

import os
import threading
import time
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefing.errors import ExportError
from briefing.ledger import Guard, Ledger
from briefing.model import Judgement
from briefing.model.desk import ExportedFile
from briefing.service.calls import ExportDraft
from gui import exporting_places, exporting_written, looking, theme
from gui.export_dialog import ExportDialog
from gui.exporting import Exporting
from tests.gui import out


def dialog_for(qtbot: QtBot, folder: Path, *args: Any, **more: Any) -> ExportDialog:
    dialog = ExportDialog(out.workspace(folder, *args, **more))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not dialog.form.is_looking)
    return dialog


def press(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def shown(dialog: ExportDialog) -> QWidget | None:
    return dialog.stack.currentWidget()


def test_name_is_suggested_and_both_formats_are_ticked(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_for(qtbot, tmp_path)
    names = [path.name for path in dialog.form.paths()]
    assert [name[10:] for name in names] == [
        " Who keeps the peace - a note.pdf",
        " Who keeps the peace - a note.docx",
    ]
    assert all(path.parent == tmp_path for path in dialog.form.paths())
    assert dialog.form.results.text().count("– new") == 2
    assert dialog.go.text() == "&Export"


def test_files_are_written_by_keyboard_alone(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_for(qtbot, tmp_path)
    dialog.form.name.selectAll()
    QTest.keyClicks(dialog.form.name, "note.pdf")
    QTest.keyClick(dialog.form.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(dialog) is dialog.written)
    assert {path.name for path in tmp_path.iterdir()} == {"note.pdf", "note.docx"}
    assert dialog.workspace.settings.export_folder == str(tmp_path)


def test_only_ticked_formats_are_written(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_for(qtbot, tmp_path)
    dialog.form.formats.boxes["docx"].setChecked(False)
    press(dialog.go)
    qtbot.waitUntil(lambda: shown(dialog) is dialog.written)
    assert [path.suffix for path in tmp_path.iterdir()] == [".pdf"]


def test_what_is_missing_is_said_and_stops_nothing_else(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_for(qtbot, tmp_path)
    for box in dialog.form.formats.boxes.values():
        box.setChecked(False)
    assert dialog.form.results.text() == "Tick at least one format."
    assert not dialog.go.isEnabled()
    dialog.form.formats.boxes["pdf"].setChecked(True)
    dialog.form.name.setText("../..")
    assert dialog.form.results.text() == "Give the files a name."
    dialog.form.name.setText("note")
    dialog.form.folder.edit.setText("somewhere")
    assert "Name a folder in full" in dialog.form.results.text()
    dialog.form.folder.edit.setText(str(tmp_path))
    assert dialog.go.isEnabled()


def test_judgements_without_likelihood_or_confidence_are_told_in_one_line(
    qtbot: QtBot, tmp_path: Path
) -> None:
    shared = out.workspace(tmp_path)
    document = shared.document
    judgements = (
        Judgement("It holds.", "likely"),
        Judgement("It ends.", "", "high"),
        Judgement(""),
    )
    request = replace(document.draft.request, judgements=(*judgements, Judgement("")))
    document.apply("Judge", replace(document.draft, request=request))
    dialog = ExportDialog(shared)
    qtbot.addWidget(dialog)
    said = dialog.form.note.text()
    assert said.startswith("1 judgement")
    assert said.count("1 judgement") == 2
    assert said.endswith("without a confidence.")
    qtbot.waitUntil(lambda: not dialog.form.is_looking)


def test_a_folder_that_is_not_there_is_told_and_another_is_offered(
    qtbot: QtBot, tmp_path: Path
) -> None:
    def refuse(call: ExportDraft) -> None:
        raise ExportError(f"There is no such folder: {call.paths[0].parent}.", "Choose another.")

    dialog = dialog_for(qtbot, tmp_path / "misspelt", {ExportDraft: refuse})
    press(dialog.go)
    qtbot.waitUntil(lambda: shown(dialog) is dialog.problem)
    assert dialog.problem.message.text().startswith("There is no such folder")
    assert dialog.problem.save_as.isVisible()


def test_what_is_to_be_minded_of_a_file_is_seen_beside_its_long_name(
    qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = dialog_for(qtbot, tmp_path)
    name = f"{'a very long name ' * 9}.pdf"
    pane, row = dialog.written, exporting_written.WrittenRow(tmp_path / name, 2, ("Too long.",))
    dialog.stack.setCurrentWidget(pane)
    pane.show_rows((row,))
    header, width = pane.list.header(), pane.list.viewport().width()
    assert header.length() <= width
    assert header.sectionViewportPosition(2) < width * 0.7


def test_replacing_a_file_is_asked_once_in_the_dialog(qtbot: QtBot, tmp_path: Path) -> None:
    there = tmp_path / "note.pdf"
    there.write_bytes(b"old")
    day = time.mktime((2025, 11, 21, 12, 0, 0, 0, 0, -1))
    os.utime(there, (day, day))
    dialog = dialog_for(qtbot, tmp_path)
    dialog.form.name.setText("note")
    assert dialog.form.results.text().splitlines() == [
        "note.pdf – replaces the file of 21 Nov 2025",
        "note.docx – new",
    ]
    assert dialog.go.text() == "&Replace and export"
    press(dialog.go)
    qtbot.waitUntil(lambda: shown(dialog) is dialog.written)
    assert there.read_bytes() == b"document"


def test_nothing_is_replaced_before_it_is_known_that_it_would_be(
    qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "note.pdf").write_bytes(b"old")
    dialog = dialog_for(qtbot, tmp_path / "elsewhere")
    dialog.form.name.setText("note")
    dialog.form.folder.edit.setText(str(tmp_path))
    press(dialog.go)
    qtbot.waitUntil(lambda: dialog.go.text() == "&Replace and export")
    qtbot.wait(20)
    assert shown(dialog) is dialog.page
    assert (tmp_path / "note.pdf").read_bytes() == b"old"


def test_folder_that_does_not_answer_holds_up_nothing(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = threading.Event()
    scan = os.scandir
    monkeypatch.setattr(looking, "PATIENCE", 50)
    monkeypatch.setattr("gui.exporting_there.os.scandir", lambda at: answers.wait(20) and scan(at))
    dialog = ExportDialog(out.workspace(tmp_path))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.form.is_looking
    assert " – " not in dialog.form.results.text().replace(" - ", "")
    press(dialog.go)
    qtbot.waitUntil(lambda: shown(dialog) is dialog.written)
    answers.set()


def test_empty_brief_is_said_beforehand(qtbot: QtBot, tmp_path: Path) -> None:
    assert dialog_for(qtbot, tmp_path, used=False).form.note.isVisible()
    assert not dialog_for(qtbot, tmp_path).form.note.isVisible()


def test_written_files_are_listed_with_pages_and_remarks(qtbot: QtBot, tmp_path: Path) -> None:
    def answer(call: ExportDraft) -> tuple[ExportedFile, ...]:
        one, two = call.paths
        return ExportedFile(one, 3, ("3 sides, meant for 2.",)), ExportedFile(two, None, ())

    dialog = dialog_for(qtbot, tmp_path, {ExportDraft: answer})
    press(dialog.go)
    qtbot.waitUntil(lambda: shown(dialog) is dialog.written)
    model = dialog.written.list.model()
    cells = [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    assert [cells[0][1:], cells[1][1:]] == [["3", "3 sides, meant for 2."], ["", ""]]
    assert dialog.written.remarks.text() == "3 sides, meant for 2."
    assert dialog.written.place.text() == str(tmp_path)


def test_only_what_is_to_be_minded_has_the_colour_of_warnings(qtbot: QtBot, tmp_path: Path) -> None:
    clean = "Searched 4 pages for 7 things left out: nothing found."
    dialog = dialog_for(qtbot, tmp_path)
    pane = dialog.written
    rows = [(clean,), (clean, "Too long.")]
    pane.show_rows(
        tuple(exporting_written.WrittenRow(tmp_path / "a.pdf", 2, remarks) for remarks in rows)
    )
    model, role = pane.list.model(), Qt.ItemDataRole
    coloured = [model.index(row, 2).data(role.ForegroundRole) is not None for row in (0, 1)]
    assert coloured == [False, True]
    assert model.index(1, 2).data(role.AccessibleDescriptionRole) == f"{clean} Too long."
    shades = theme.colours()
    for row, shade in ((0, shades.ink), (1, shades.mind)):
        pane.list.setCurrentIndex(model.index(row, 0))
        assert pane.remarks.palette().windowText().color().name() == QColor(shade).name()


def test_written_file_is_opened_and_shown(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, Path]] = []

    def note(what: str, path: Path) -> bool:
        asked.append((what, path))
        return True

    monkeypatch.setattr(exporting_written, "open_file", partial(note, "open"))
    monkeypatch.setattr(exporting_written, "show_in_folder", partial(note, "show"))
    dialog = dialog_for(qtbot, tmp_path)
    paths = dialog.form.paths()
    press(dialog.go)
    qtbot.waitUntil(lambda: shown(dialog) is dialog.written)
    press(dialog.written.open)
    dialog.written.list.setCurrentIndex(dialog.written.list.model().index(1, 0))
    press(dialog.written.show_folder)
    press(dialog.written.close_button)
    assert asked == [("open", paths[0]), ("show", paths[1])]
    assert not dialog.isVisible()


def test_folder_is_opened_where_no_file_manager_can_be_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def open_(path: Path) -> bool:
        opened.append(path)
        return True

    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(exporting_places, "_ask_file_manager", lambda path: False)
    monkeypatch.setattr(exporting_places, "open_file", open_)
    assert exporting_places.show_in_folder(tmp_path / "note.pdf")
    assert opened == [tmp_path]


def test_file_open_elsewhere_is_explained_with_two_ways_out(qtbot: QtBot, tmp_path: Path) -> None:
    closed: list[bool] = []

    def answer(call: ExportDraft) -> tuple[ExportedFile, ...]:
        if not closed and call.paths[0].parent == tmp_path:
            raise ExportError(f"{call.paths[0]} cannot be written: permission denied.", "Close it.")
        return out.written(call)

    dialog = dialog_for(qtbot, tmp_path, {ExportDraft: answer})
    press(dialog.go)
    qtbot.waitUntil(lambda: shown(dialog) is dialog.problem)
    assert "permission denied" in dialog.problem.message.text()
    assert dialog.problem.hint.text() == "Close it."
    assert dialog.problem.save_as.isVisible()
    dialog.problem.elsewhere.disconnect()
    other = tmp_path / "other"
    other.mkdir()
    dialog._take_place(str(other / "second.pdf"))
    assert shown(dialog) is dialog.page
    assert dialog.go.hasFocus() or not dialog.isActiveWindow()
    assert [path.name for path in dialog.form.paths()] == ["second.pdf", "second.docx"]
    press(dialog.go)
    qtbot.waitUntil(lambda: shown(dialog) is dialog.written)
    assert len(list(other.iterdir())) == 2


def test_trying_again_writes_once_the_file_is_free(qtbot: QtBot, tmp_path: Path) -> None:
    failures = [ExportError("x cannot be written.")]

    def answer(call: ExportDraft) -> tuple[ExportedFile, ...]:
        if failures:
            raise failures.pop()
        return out.written(call)

    dialog = dialog_for(qtbot, tmp_path, {ExportDraft: answer})
    press(dialog.go)
    qtbot.waitUntil(lambda: shown(dialog) is dialog.problem)
    assert not dialog.problem.save_as.isVisible()
    press(dialog.problem.try_again)
    qtbot.waitUntil(lambda: shown(dialog) is dialog.written)


def test_finding_that_does_not_match_is_named_and_selected(qtbot: QtBot, tmp_path: Path) -> None:
    def answer(call: ExportDraft) -> tuple[ExportedFile, ...]:
        raise ExportError("Finding f-3k7q is not in its report as printed.", "Nothing was written.")

    dialog = dialog_for(qtbot, tmp_path, {ExportDraft: answer})
    press(dialog.go)
    qtbot.waitUntil(lambda: shown(dialog) is dialog.problem)
    assert out.WORDS in dialog.problem.quotation.text()
    assert "Novak 2023, p. 2 ¶ 1" in dialog.problem.quotation.text()
    assert dialog.workspace.document.current == out.decision().passage
    assert list(tmp_path.iterdir()) == []


def test_export_under_way_is_cancelled(qtbot: QtBot, tmp_path: Path) -> None:
    shared = out.workspace(tmp_path)
    shared.tasks.answers.clear()  # type: ignore[attr-defined]
    dialog = ExportDialog(shared)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not dialog.form.is_looking)
    press(dialog.go)
    dialog.progress.show_step(1, 2, "note.docx")
    assert dialog.progress.bar.maximum() == 0, "of two files each takes long: the bar moves"
    dialog.progress.show_step(3, 12, "note.docx")
    assert (dialog.progress.bar.value(), dialog.progress.bar.maximum()) == (3, 12)
    assert dialog.progress.step.text() == "note.docx"
    task = dialog._task
    press(dialog.progress.cancel)
    assert task is not None
    assert task.cancelled  # type: ignore[attr-defined]
    dialog._stopped()
    assert shown(dialog) is dialog.page
    assert dialog.form.note.text().startswith("Cancelled.")


def test_one_dialog_is_open_at_a_time(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    exporting = Exporting(out.workspace(tmp_path), window)
    exporting.export()
    first = exporting.dialog
    assert first is not None
    assert first.isModal()
    exporting.export_series()
    assert exporting.dialog is first
    first.reject()
    assert exporting.dialog is None


def test_without_a_brief_nothing_opens(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    shared = out.workspace(tmp_path)
    shared.document.is_open = False
    exporting = Exporting(shared, window)
    exporting.export()
    exporting.print_()
    assert exporting.dialog is None
    assert exporting.printing is None


def test_every_control_has_a_name(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_for(qtbot, tmp_path)
    controls = [
        *(dialog.form.name, dialog.form.folder.edit, dialog.form.folder.button),
        *dialog.form.formats.boxes.values(),
        *(dialog.progress.bar, dialog.written.list),
    ]
    assert all(control.accessibleName() for control in controls)


def test_a_file_that_someone_has_changed_is_named_with_the_time(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.exporting_form.default_library", lambda: tmp_path)
    target = tmp_path / "note.pdf"
    Guard(Ledger(tmp_path)).write(target, b"as exported")
    target.write_bytes(b"by a colleague")
    stamp = datetime(2025, 11, 3, 14, 5).timestamp()  # noqa: DTZ001 - as the desk's clock shows
    os.utime(target, (stamp, stamp))
    dialog = dialog_for(qtbot, tmp_path)
    dialog.form.name.setText("note")
    said = dialog.form.results.text()
    assert "note.pdf – was changed on 3 Nov 2025 at 14:05, which would be lost" in said
    assert dialog.go.text() == "&Replace and export"
    call = dialog.call()
    assert isinstance(call, ExportDraft)
    assert call.replace_changed


def test_nothing_is_said_to_be_replaced_where_nothing_is(qtbot: QtBot, tmp_path: Path) -> None:
    call = dialog_for(qtbot, tmp_path).call()
    assert isinstance(call, ExportDraft)
    assert not call.replace_changed


def test_comments_are_wanted_for_this_export_only(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_for(qtbot, tmp_path)
    dialog.form.comments.setChecked(True)
    call = dialog.call()
    assert call is not None
    assert call.draft.request.comments
    assert not dialog.workspace.document.draft.request.comments
