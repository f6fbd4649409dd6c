"""One's own templates in the window: begun there, and read anew when a file has changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from briefing.model import BriefRequest
from briefing.service.calls import ListVocabulary, LookAtTemplates, NewTemplate
from gui.main_window import MainWindow
from gui.template_care import TemplateCare
from gui.template_dialog import TemplateDialog
from gui.window_state import WindowState
from gui.workspace import Workspace
from tests.gui.fakes import FakeTasks
from tests.gui.scope import VOCABULARY, a_workspace


def tasks_of(workspace: Workspace) -> FakeTasks:
    assert isinstance(workspace.tasks, FakeTasks)
    return workspace.tasks


def a_window(qtbot: QtBot, folder: Path) -> MainWindow:
    window = MainWindow(WindowState(folder))
    qtbot.addWidget(window)
    return window


def test_a_changed_file_has_list_and_pages_made_anew(qtbot: QtBot, tmp_path: Path) -> None:
    workspace = a_workspace(BriefRequest())
    state = "one"
    tasks_of(workspace).answers |= {
        LookAtTemplates: lambda _: state,
        ListVocabulary: lambda _: VOCABULARY,
    }
    care = TemplateCare(workspace, a_window(qtbot, tmp_path))
    workspace.vocabulary_ready.emit()
    qtbot.waitUntil(lambda: care._state == "one")
    state = "two"
    with qtbot.waitSignal(workspace.templates_changed):
        care.look()
    assert care._state == "two"
    assert sum(isinstance(call, ListVocabulary) for call in tasks_of(workspace).calls) == 1


def test_a_new_template_is_begun_with_the_one_of_the_brief(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    workspace = a_workspace(BriefRequest(template="memo"))
    workspace.vocabulary = VOCABULARY
    made = tmp_path / "templates" / "desk-memo.html.j2"
    tasks_of(workspace).answers |= {NewTemplate: lambda _: made, LookAtTemplates: lambda _: "one"}
    window = a_window(qtbot, tmp_path)
    TemplateCare(workspace, window).begin_new()
    dialog = window.findChild(TemplateDialog)
    assert dialog is not None
    assert dialog.origin.currentText() == "Memo"
    QTest.keyClicks(dialog.name, "desk-memo")
    dialog.accept()
    qtbot.waitUntil(lambda: bool(opened))
    assert NewTemplate("desk-memo", "memo") in tasks_of(workspace).calls
    assert QUrl.fromLocalFile(str(made.parent)).toLocalFile() == opened[0]


@pytest.mark.parametrize(
    ("name", "said"),
    [("", ""), ("memo", "There is a template of this name."), ("my memo", "Use letters, digits")],
)
def test_a_name_that_will_not_do_is_told(qtbot: QtBot, name: str, said: str) -> None:
    dialog = TemplateDialog(VOCABULARY.templates, "note")
    qtbot.addWidget(dialog)
    QTest.keyClicks(dialog.name, name)
    assert dialog.fault.text().startswith(said)
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
