"""The dialogs around the brief: settings, shortcuts, about, a fault, unsaved work."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QMenu, QMenuBar, QPlainTextEdit
from pytestqt.qtbot import QtBot

from briefing import resources
from briefing.errors import LibraryError
from briefing.model import BriefRequest, Draft
from briefing.safekeeping.autosave import Autosave, unsaved
from briefing.settings import Appearance, Settings
from gui import messages
from gui.about_dialog import AboutDialog, components, licences_text
from gui.appearance import Look
from gui.crash import Watch
from gui.crash_dialog import CrashDialog
from gui.recovery_dialog import RecoveryDialog
from gui.settings_dialog import SettingsDialog
from gui.shipped import SHIPPED
from gui.shortcuts import shortcuts_in
from gui.shortcuts_dialog import ShortcutsDialog
from gui.theme import DARK, LIGHT, colours
from gui.wiring import Wiring
from tests.gui.boxes import box_of, press


def test_settings_come_back_as_they_went_in(qtbot: QtBot) -> None:
    settings = Settings(
        appearance=Appearance.DARK,
        sender="Regional desk",
        template="memo",
        scale="icd203",
        page_size="Letter",
        export_pattern="{reference}",
        autosave_seconds=60,
        backups=3,
        library="/somewhere",
        recent=("/a.brief",),
    )
    dialog = SettingsDialog(settings, None)
    qtbot.addWidget(dialog)
    assert dialog.settings() == settings


def test_settings_are_what_was_chosen(qtbot: QtBot) -> None:
    dialog = SettingsDialog(Settings(), None)
    qtbot.addWidget(dialog)
    dialog.appearance.setCurrentIndex(dialog.appearance.findData("dark"))
    dialog.sender_line.setText(" Desk ")
    dialog.autosave.setValue(45)
    dialog.pattern.clear()
    chosen = dialog.settings()
    assert chosen.appearance is Appearance.DARK
    assert chosen.sender == "Desk"
    assert chosen.autosave_seconds == 45
    assert chosen.export_pattern == Settings().export_pattern


def test_accepted_settings_hold_and_cancelled_ones_do_not(wiring: Wiring, qtbot: QtBot) -> None:
    for accepted, sender in ((False, ""), (True, "Desk")):
        wiring.actions.settings.trigger()
        dialog = wiring.help.dialog
        assert isinstance(dialog, SettingsDialog)
        dialog.sender_line.setText("Desk")
        if accepted:
            dialog.accept()
        else:
            dialog.reject()
        assert wiring.workspace.settings.sender == sender
        assert wiring.help.dialog is None


def test_colours_follow_setting_and_system(look: Look) -> None:
    hints = QGuiApplication.styleHints()
    look.choose("system")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert colours() is DARK
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert colours() is LIGHT
    look.choose(Appearance.DARK)
    assert colours() is DARK
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert colours() is DARK


def test_shortcuts_are_those_of_the_menus(qtbot: QtBot) -> None:
    bar = QMenuBar()
    qtbot.addWidget(bar)
    menu: QMenu = bar.addMenu("&File")
    menu.addAction("&Save").setShortcut("Ctrl+S")
    menu.addAction("Without a key")
    menu.addMenu("More").addAction("R&&D…").setShortcut("F5")
    found = [(row.name, row.keys) for row in shortcuts_in(bar)]
    assert found == [("File", ""), ("Save", "Ctrl+S"), ("R&D", "F5")]


def test_every_command_with_a_key_is_listed(wiring: Wiring) -> None:
    wiring.actions.shortcuts.trigger()
    dialog = wiring.help.dialog
    assert isinstance(dialog, ShortcutsDialog)
    model = dialog.table.model()
    shown = {model.index(row, 0).data() for row in range(model.rowCount())}
    assert {"Save As", "Export", "Findings", "Undo"} <= shown
    assert {"On the Map", "Tick or Untick Its Sub-region"} <= shown
    dialog.reject()


def test_about_names_every_library_that_is_shipped(wiring: Wiring) -> None:
    wiring.actions.about.trigger()
    assert isinstance(wiring.help.dialog, AboutDialog)
    assert "LGPL" in licences_text() or "Lesser General Public" in licences_text()
    assert "SIL Open Font License" in licences_text()
    assert all(part.licence for part in components())
    wiring.help.dialog.reject()


def test_shipped_libraries_are_those_of_the_lock() -> None:
    lock = resources.assets().parent.joinpath("requirements.lock").read_text("utf-8")
    assert set(SHIPPED) == set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE))


def test_fault_is_shown_with_a_report_and_the_brief_is_saved_first(
    wiring: Wiring, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    watch = Watch(wiring.window)
    rescued: list[bool] = []
    watch.rescue = lambda: rescued.append(True)
    watch.begin()
    try:
        error = ZeroDivisionError("by nought")
        sys.excepthook(ZeroDivisionError, error, None)
        qtbot.waitUntil(lambda: bool(wiring.window.findChildren(CrashDialog)))
        sys.excepthook(ZeroDivisionError, error, None)  # one dialog at a time
    finally:
        watch.end()
    (dialog,) = wiring.window.findChildren(CrashDialog)
    assert rescued
    (text,) = dialog.findChildren(QPlainTextEdit)
    report = text.toPlainText()
    assert "Deskbrief" in report
    assert "ZeroDivisionError" in report
    assert "by nought" not in report, "it may quote a report"
    (box,) = dialog.findChildren(QDialogButtonBox)
    copy = next(button for button in box.buttons() if "Copy" in button.text())
    copy.click()
    assert QGuiApplication.clipboard().text() == report
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.close_wanted):
        next(button for button in box.buttons() if "lose the" in button.text()).click()


def test_error_is_told_with_hint_and_details_to_copy(wiring: Wiring, qtbot: QtBot) -> None:
    messages.tell(wiring.window, LibraryError("The library is <b>full</b>.", "Free some space."))
    box = box_of(qtbot)
    assert box.text() == "The library is <b>full</b>."
    assert box.textFormat() is Qt.TextFormat.PlainText
    press(box, "Copy Details")
    assert "LibraryError" in QGuiApplication.clipboard().text()
    assert box.isVisible()
    press(box, "OK")


def test_nothing_is_done_unless_confirmed(wiring: Wiring, qtbot: QtBot) -> None:
    done: list[str] = []
    for label in ("Cancel", "Remove"):
        messages.confirm(wiring.window, "Remove it?", "", "&Remove", lambda: done.append("it"))
        press(box_of(qtbot), label)
    assert done == ["it"]


def test_unsaved_work_is_listed_restored_or_discarded(qtbot: QtBot, tmp_path: Path) -> None:
    for title in ("Talks", "Borders"):
        Autosave().keep(Draft(BriefRequest(title=title)))
    works = unsaved(running=True)
    dialog = RecoveryDialog(works)
    qtbot.addWidget(dialog)
    dialog.show()
    model = dialog.list.model()
    lines = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert {line.split("\n")[0] for line in lines} == {"Talks", "Borders"}
    assert all("never saved" in line for line in lines)
    with qtbot.waitSignal(dialog.discard_wanted) as discarded:
        dialog.discard.click()
    dialog.remove(discarded.args[0])
    assert model.rowCount() == 1
    with qtbot.waitSignal(dialog.restore_wanted) as restored:
        dialog.restore.click()
    assert {restored.args[0].title, discarded.args[0].title} == {"Talks", "Borders"}
    assert not dialog.isVisible()


def test_shortcuts_are_looked_up_by_name_or_key_and_name_no_deed(wiring: Wiring) -> None:
    document = wiring.document
    wiring.files.begin(document.draft)
    document.apply("Tick Central Asia", Draft(BriefRequest(regions=("central-asia",))))
    wiring.actions.shortcuts.trigger()
    dialog = wiring.window.findChildren(ShortcutsDialog)[-1]
    model = dialog.table.model()
    dialog.search.setText("undo")
    shown = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert "Undo" in shown
    assert not any("Central Asia" in name for name in shown)
    dialog.search.setText("ctrl+e")
    assert "Export" in [model.index(row, 0).data() for row in range(model.rowCount())]
