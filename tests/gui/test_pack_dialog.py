"""Packs in the window: put together, ordered, saved, opened, exported."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from briefing.marking import schemes
from briefing.model.desk import ExportedFile, PreviewPage
from briefing.model.pack import Pack, PackAnnex, PackPart, PackVersion
from briefing.service.pack_calls import ExportPack, OpenPack, RenderPack, SavePack
from gui.pack_dialog import PackDialog
from gui.pack_list import Filed, PackList
from gui.pack_paper import PackPaper
from tests.gui import out

PACK = Pack(
    title="The talks",
    begins=date(2026, 12, 3),
    recipients=("The Minister", "The Ambassador"),
    versions=(PackVersion("1", date(2026, 11, 10), "A. Novak", "First issue"),),
    parts=(PackPart("/b/georgia.brief"), PackPart("/b/armenia.brief", "Armenia", "note")),
    annexes=(PackAnnex("/b/programme.md"),),
    page_size="Letter",
    binding_mm=30,
)


def dialog_for(qtbot: QtBot, folder: Path) -> tuple[PackDialog, list[object]]:
    asked: list[object] = []

    def write(call: ExportPack) -> tuple[ExportedFile, ...]:
        asked.append(call)
        return tuple(ExportedFile(path, 12, ()) for path in call.paths)

    def laid_out(call: RenderPack) -> tuple[PreviewPage, ...]:
        return tuple(PreviewPage(n, b"%PDF-", 595, 842) for n in range(1, len(call.pack.parts) + 1))

    answers: dict[type, Callable[[Any], Any]] = {
        OpenPack: lambda _: PACK,
        SavePack: asked.append,
        ExportPack: write,
        RenderPack: laid_out,
    }
    dialog = PackDialog(out.workspace(folder, answers))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog, asked


def opened(qtbot: QtBot, folder: Path) -> tuple[PackDialog, list[object]]:
    dialog, asked = dialog_for(qtbot, folder)
    dialog.open_path(folder / "talks.pack")
    qtbot.waitUntil(lambda: bool(dialog.form.pack().parts))
    return dialog, asked


def test_a_pack_that_is_opened_is_shown_as_it_was_saved(qtbot: QtBot, tmp_path: Path) -> None:
    dialog, _ = opened(qtbot, tmp_path)
    assert dialog.form.pack() == PACK
    assert dialog.windowTitle().startswith("talks")


def test_what_is_missing_is_said_until_it_is_there(qtbot: QtBot, tmp_path: Path) -> None:
    dialog, _ = dialog_for(qtbot, tmp_path)
    assert "a brief" in dialog.form.missing.text()
    assert not dialog.go.isEnabled()
    dialog.form.contents.add_brief(Path("/b/georgia.brief"))
    QTest.keyClicks(dialog.form.cover.title, "Talks")
    assert dialog.go.isEnabled()
    dialog.form.paper.numbered.setChecked(True)
    assert "recipients" in dialog.form.missing.text()


def test_a_pack_is_exported_in_every_format_under_its_title(qtbot: QtBot, tmp_path: Path) -> None:
    dialog, asked = opened(qtbot, tmp_path)
    dialog.form.paper.numbered.setChecked(True)
    dialog.start()
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.written)
    (call,) = asked
    assert isinstance(call, ExportPack)
    assert call.paths == (tmp_path / "The talks.pdf", tmp_path / "The talks.docx")
    assert call.numbered
    assert call.pack == PACK


def test_a_releasable_pack_is_asked_for_and_named_by_what_may_be_released(
    qtbot: QtBot, tmp_path: Path
) -> None:
    dialog, asked = opened(qtbot, tmp_path)
    assert not dialog.form.version.isVisible()
    dialog.workspace.vocabulary = replace(out.VOCABULARY, schemes=schemes())
    secret = replace(PACK, scheme="uk", marking="SECRET", recipients=("(O) The Minister", "Agent"))
    dialog.form.show_pack(secret)
    assert dialog.form.version.isVisible()
    dialog.form.version.setCurrentText("releasable at OFFICIAL")
    dialog.form.paper.numbered.setChecked(True)
    names = [path.name for path in dialog.form.paths()]
    assert names[0] == "Briefing pack OFFICIAL 1 of 1 The Minister.pdf"
    dialog.start()
    qtbot.waitUntil(lambda: bool(asked))
    (call,) = asked
    assert isinstance(call, ExportPack)
    assert call.level == "OFFICIAL"


def test_what_is_replaced_is_said_before_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "The talks 2 of 2 The Ambassador.pdf").touch()
    dialog, _ = opened(qtbot, tmp_path)
    qtbot.waitUntil(lambda: not dialog.form._there.is_looking)
    assert "Replaces" not in dialog.form.missing.text()
    dialog.form.paper.numbered.setChecked(True)
    assert "Replaces The talks 2 of 2 The Ambassador.pdf" in dialog.form.missing.text()
    assert "eplace" in dialog.go.text()


def test_saving_writes_to_the_file_that_was_opened(qtbot: QtBot, tmp_path: Path) -> None:
    dialog, asked = opened(qtbot, tmp_path)
    dialog.save()
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [SavePack(PACK, tmp_path / "talks.pack")]


def test_closing_asks_before_changes_are_lost(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("gui.messages.ask", lambda _, title, *rest: asked.append(title))
    dialog, _ = opened(qtbot, tmp_path)
    QTest.keyClicks(dialog.form.cover.place, "Tbilisi")
    dialog.reject()
    assert asked
    assert dialog.isVisible()
    dialog.form.cover.place.clear()
    dialog.reject()
    assert not dialog.isVisible()


@pytest.mark.parametrize("close", [PackDialog.reject, PackDialog.accept])
def test_closing_after_an_export_asks_too(
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    close: Callable[[PackDialog], None],
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("gui.messages.ask", lambda _, title, *rest: asked.append(title))
    dialog, _ = opened(qtbot, tmp_path)
    QTest.keyClicks(dialog.form.cover.title, "!")
    dialog.start()
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.written)
    close(dialog)
    assert asked == ["Save the pack?"]
    assert dialog.isVisible()


@pytest.fixture
def files(qtbot: QtBot) -> PackList:
    shown = PackList("Briefs", (".brief",))
    qtbot.addWidget(shown)
    shown.show_files([Filed("/b/one.brief"), Filed("/b/two.brief"), Filed("/b/three.brief")])
    shown.show()
    return shown


def names(files: PackList) -> list[str]:
    return [Path(one.file).stem for one in files.files()]


def test_briefs_are_ordered_by_alt_and_arrows(files: PackList) -> None:
    files.setFocus()
    QTest.keyClick(files, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(files) == ["two", "one", "three"]
    assert files.currentRow() == 1
    QTest.keyClick(files, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(files, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(files) == ["one", "two", "three"]


def test_a_brief_is_taken_out_by_delete_and_renamed_in_place(files: PackList) -> None:
    QTest.keyClick(files, Qt.Key.Key_Delete)
    assert names(files) == ["two", "three"]
    files.item(0).setText("The second")
    assert files.files()[0] == Filed("/b/two.brief", "The second")
    files.item(0).setText("two")
    assert files.files()[0].title == ""


def test_a_template_is_chosen_for_one_brief_alone(qtbot: QtBot, tmp_path: Path) -> None:
    dialog, _ = opened(qtbot, tmp_path)
    contents = dialog.form.contents
    assert contents.template.currentData() == ""
    contents.briefs.setCurrentRow(1)
    assert contents.template.currentData() == "note"


def test_versions_are_read_with_and_without_day_and_author(qtbot: QtBot) -> None:
    paper = PackPaper()
    qtbot.addWidget(paper)
    paper.versions.setPlainText("1; 2026-11-10; A. Novak; First; with a tail\n2; Corrected\n3")
    assert paper.filled(Pack()).versions == (
        PackVersion("1", date(2026, 11, 10), "A. Novak", "First; with a tail"),
        PackVersion("2", change="Corrected"),
        PackVersion("3"),
    )


def test_every_control_has_a_name_for_those_who_listen(qtbot: QtBot, tmp_path: Path) -> None:
    dialog, _ = dialog_for(qtbot, tmp_path)
    form = dialog.form
    named = [form.name, form.contents.briefs, form.contents.annexes, form.contents.template]
    named += [*form.cover.findChildren(type(form.cover.title)), form.paper.recipients]
    assert all(widget.accessibleName() for widget in named)
    buttons = [one for one in form.contents.findChildren(QPushButton) if one.isVisible()]
    assert len({button.accessibleName() for button in buttons}) == len(buttons)
    assert all(
        label.textFormat() is not Qt.TextFormat.RichText for label in form.findChildren(QLabel)
    )


def test_pages_are_shown_when_asked_for_and_told_to_be_old_once_the_pack_changes(
    qtbot: QtBot, tmp_path: Path
) -> None:
    dialog, _ = opened(qtbot, tmp_path)
    pages = dialog.form.pages
    assert pages.again.isEnabled()
    pages.again.click()
    qtbot.waitUntil(lambda: pages.view.count == 2)
    assert pages.said.text().startswith("Pages as of ")
    assert "changed" not in pages.said.text()
    dialog.form.contents.add_brief(Path("/b/azerbaijan.brief"))
    assert "The pack has changed since." in pages.said.text()


def test_pages_cannot_be_asked_for_while_the_pack_holds_nothing(
    qtbot: QtBot, tmp_path: Path
) -> None:
    dialog, _ = dialog_for(qtbot, tmp_path)
    assert not dialog.form.pages.again.isEnabled()
