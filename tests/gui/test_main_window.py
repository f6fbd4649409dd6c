"""The window as a person meets it: welcome, menus, title, drops, pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from briefing.errors import LibraryError
from briefing.model import BriefRequest, Draft
from briefing.model.desk import DraftView, ImportedFile, ImportReview, OpenedDraft, PreviewState
from briefing.service.calls import (
    ImportReports,
    LoadSample,
    OpenDraft,
    RenderPreview,
    SaveDraft,
    ViewDraft,
)
from gui import pages, status_line
from gui.background import Background
from gui.keeping import Keeping
from gui.main_window import MainWindow
from gui.window_state import WindowState
from gui.wiring import Wiring
from gui.workspace import Workspace
from tests.gui.boxes import box_of, no_box, press
from tests.gui.fakes import FakeTasks

TALKS = Draft(BriefRequest(title="Talks", regions=("AM",)))


def in_menu(menu: QMenu) -> list[str]:
    """Return what stands in a menu, without ampersands and dots."""
    return [plain(action) for action in menu.actions() if not action.isSeparator()]


def plain(action: QAction) -> str:
    return action.text().replace("&", "").rstrip("…")


def command(menu: QMenu, name: str) -> QAction:
    return next(action for action in menu.actions() if plain(action) == name)


def drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    assert event.isAccepted()


@pytest.fixture
def answering(tasks: FakeTasks) -> FakeTasks:
    """A core with the sample and one brief in it."""
    tasks.answers[LoadSample] = lambda call: TALKS
    tasks.answers[OpenDraft] = lambda call: OpenedDraft(TALKS)
    tasks.answers[SaveDraft] = lambda call: call.path.write_text("saved") and None
    tasks.answers[ViewDraft] = lambda call: DraftView(call.draft, (), (), 0, 0)
    return tasks


def test_newcomer_sees_one_sentence_and_three_buttons(window: MainWindow) -> None:
    labels = [button.text().replace("&", "") for button in window.welcome.findChildren(QPushButton)]
    assert labels == ["Import Reports…", "Open a Brief…", "Try the Sample"]
    assert window.pages.currentWidget() is window.welcome
    assert window.welcome.isVisible()
    assert not window.tools.isVisible()
    assert not window.side.isVisible()
    assert "Offline" in window.status.kept


def test_recent_briefs_are_offered_before_anything_is_loaded(tmp_path: Path, qtbot: QtBot) -> None:
    state = WindowState(tmp_path)
    state.recent = ["/briefs/One & Two.brief"]
    window = MainWindow(state)
    qtbot.addWidget(window, before_close_func=MainWindow.leave)
    button = window.welcome.findChildren(QPushButton)[-1]
    assert button.text() == "One && Two"
    with qtbot.waitSignal(window.welcome.recent_wanted) as wanted:
        button.click()
    assert wanted.args == ["/briefs/One & Two.brief"]


def test_sample_opens_on_the_findings_with_the_document_beside(
    wiring: Wiring, answering: FakeTasks, qtbot: QtBot
) -> None:
    window = wiring.window
    with qtbot.waitSignal(wiring.files.begun):
        window.welcome.sample_wanted.emit()
    assert wiring.document.draft.request.title == "Talks"
    assert wiring.pages.name == pages.FINDINGS
    assert wiring.pages.preview.isVisible()
    assert window.tools.isVisible()
    assert wiring.actions.findings.isChecked()


def test_menus_follow_convention(wiring: Wiring) -> None:
    bar = [plain(action) for action in wiring.window.menuBar().actions()]
    assert bar == ["File", "Edit", "View", "Reports", "Findings", "Brief", "Help"]
    assert in_menu(wiring.window.file_menu) == [
        *("New Brief", "Open", "Open Recent", "Save", "Save As", "Import Files", "Import Folder"),
        *("Export", "Print", "Briefs for Several Regions", "New Pack of Briefs", "Open a Pack"),
        *("Check a Document", "Close", "Quit"),
    ]
    assert in_menu(wiring.window.edit_menu) == [
        *("Undo", "Redo", "Cut", "Copy", "Paste", "Select All"),
        *("Find in All Reports", "Settings"),
    ]
    assert in_menu(wiring.window.help_menu) == ["Keyboard Shortcuts", "About Deskbrief"]


def test_keys_are_those_of_the_platform(wiring: Wiring) -> None:
    standard = QKeySequence.StandardKey
    for action, key in (
        (wiring.actions.new, standard.New),
        (wiring.actions.open, standard.Open),
        (wiring.actions.save, standard.Save),
        (wiring.actions.print, standard.Print),
        (wiring.actions.find, standard.Find),
        (command(wiring.window.edit_menu, "Undo"), standard.Undo),
        (command(wiring.window.edit_menu, "Redo"), standard.Redo),
    ):
        assert action.shortcut() in QKeySequence.keyBindings(key)
    assert wiring.actions.save_as.shortcut() == QKeySequence("Ctrl+Shift+S")


def test_no_key_stands_for_two_commands_of_the_window(wiring: Wiring) -> None:
    taken: dict[str, str] = {}
    everywhere = Qt.ShortcutContext.WindowShortcut
    for action in wiring.window.findChildren(QAction):
        if action.shortcutContext() is everywhere and action.menu() is None:
            for key in action.shortcuts():
                name = key.toString()
                assert taken.setdefault(name, action.text()) == action.text(), name


def test_what_works_on_a_brief_waits_for_one(wiring: Wiring, answering: FakeTasks) -> None:
    has = wiring.actions
    needy = (has.save, has.save_as, has.export, has.print, has.close_brief, has.brief)
    assert not any(action.isEnabled() for action in needy)
    wiring.files.begin(TALKS)
    assert all(action.isEnabled() for action in needy)
    wiring.files.close()
    assert not any(action.isEnabled() for action in needy)
    assert wiring.window.pages.currentWidget() is wiring.window.welcome


def test_title_tells_name_and_whether_it_is_saved(wiring: Wiring, answering: FakeTasks) -> None:
    window = wiring.window
    wiring.files.begin(TALKS)
    assert window.windowTitle() == "Talks[*] – Deskbrief"
    assert not window.isWindowModified()
    request = replace(TALKS.request, title="Borders")
    wiring.document.apply("Change Title", replace(TALKS, request=request))
    assert window.windowTitle() == "Borders[*] – Deskbrief"
    assert window.isWindowModified()
    undo = command(window.edit_menu, "Undo Change Title")
    assert undo.isEnabled()
    undo.trigger()
    assert not window.isWindowModified()
    assert command(window.edit_menu, "Redo Change Title").isEnabled()


def test_keys_turn_the_pages(wiring: Wiring, answering: FakeTasks) -> None:
    wiring.files.begin(TALKS)
    for action, name in (
        (wiring.actions.reports, pages.REPORTS),
        (wiring.actions.brief, pages.BRIEF),
        (wiring.actions.findings, pages.FINDINGS),
    ):
        action.trigger()
        assert wiring.pages.name == name
        assert action.isChecked()


def test_document_gives_its_place_to_a_report_and_gets_it_back(
    wiring: Wiring, answering: FakeTasks
) -> None:
    wiring.files.begin(TALKS)
    wiring.pages.reports.open_report.emit("ab" * 32)
    assert wiring.window.side.currentWidget() is wiring.pages.reader
    wiring.pages.reader.closed.emit()
    assert wiring.window.side.currentWidget() is wiring.pages.preview
    wiring.actions.preview.trigger()
    assert not wiring.window.side.isVisible()


def test_dropped_reports_are_imported_and_a_brief_begins_behind_the_review(
    wiring: Wiring, answering: FakeTasks, tmp_path: Path, qtbot: QtBot
) -> None:
    report = ImportedFile("talks.txt", str(tmp_path / "talks.txt"), sha256="ab" * 32)
    answering.answers[ImportReports] = lambda call: ImportReview(imported=(report,))
    with qtbot.waitSignal(wiring.pages.reports.import_finished):
        drop(wiring.window, tmp_path / "talks.txt")
    assert ImportReports((tmp_path / "talks.txt",)) in answering.calls
    assert wiring.pages.name == pages.REPORTS
    assert wiring.document.is_open
    assert wiring.document.draft.request.regions == ()
    wiring.pages.reports.next_wanted.emit()
    assert wiring.pages.name == pages.FINDINGS


def test_dropped_brief_is_opened(
    wiring: Wiring, answering: FakeTasks, tmp_path: Path, qtbot: QtBot
) -> None:
    brief = tmp_path / "talks.brief"
    brief.touch()
    with qtbot.waitSignal(wiring.files.begun):
        drop(wiring.window, brief)
    assert wiring.document.path == brief
    assert wiring.window.windowTitle() == "talks[*] – Deskbrief"
    assert in_menu(wiring.menus.recent) == ["1 talks"]


def test_leaving_with_changes_asks_and_stays_on_cancel(
    wiring: Wiring, answering: FakeTasks, qtbot: QtBot
) -> None:
    wiring.files.begin(TALKS)
    request = replace(TALKS.request, title="Borders")
    wiring.document.apply("Change Title", replace(TALKS, request=request))
    wiring.window.close()
    assert wiring.window.isVisible()
    press(box_of(qtbot), "Cancel")
    assert wiring.window.isVisible()
    wiring.window.close()
    press(box_of(qtbot), "Discard")
    qtbot.waitUntil(lambda: not wiring.window.isVisible())


def test_leaving_with_nothing_to_lose_asks_nothing(wiring: Wiring, qtbot: QtBot) -> None:
    wiring.window.close()
    qtbot.waitUntil(lambda: not wiring.window.isVisible())


def test_leaving_while_reports_come_in_is_asked_about(
    wiring: Wiring, answering: FakeTasks, tmp_path: Path, qtbot: QtBot
) -> None:
    drop(wiring.window, tmp_path / "talks.txt")
    wiring.window.close()
    box = box_of(qtbot)
    assert "imported" in box.text()
    press(box, "Cancel")
    wiring.window.close()
    box = box_of(qtbot)
    wiring.pages.reports.strip._finish(ImportReview())  # it ends while the question stands
    press(box, "Leave")
    qtbot.waitUntil(lambda: not wiring.window.isVisible())


def test_choosing_what_to_import_is_no_import_yet(wiring: Wiring, qtbot: QtBot) -> None:
    wiring.pages.reports.chooser.choose_files().reject()
    wiring.window.close()
    qtbot.waitUntil(lambda: not wiring.window.isVisible())


def test_window_can_be_left_before_its_pages_are_there(
    window: MainWindow, workspace: Workspace, background: Background, qtbot: QtBot
) -> None:
    made = Wiring(window, workspace, Keeping(workspace, background, window))
    next(made.build())
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())


@pytest.mark.parametrize("ends", [True, False])
def test_leaving_waits_until_an_import_is_taken_back_but_not_for_ever(
    wiring: Wiring, tasks: FakeTasks, tmp_path: Path, qtbot: QtBot, ends: bool
) -> None:
    drop(wiring.window, tmp_path / "talks.txt")
    wiring.window.close()
    press(box_of(qtbot), "Leave")
    assert wiring.window.status.said == "Cancelling the import…"
    wiring.window.close()  # impatient
    qtbot.wait(20)
    assert wiring.window.isVisible()
    assert no_box()
    if ends:
        tasks.stop_all()
    else:
        wiring.leaving.patience.start(1)
    qtbot.waitUntil(lambda: not wiring.window.isVisible())


def test_nothing_else_is_opened_while_a_brief_is_read(
    wiring: Wiring, answering: FakeTasks, tmp_path: Path, qtbot: QtBot
) -> None:
    brief = tmp_path / "talks.brief"
    brief.touch()
    wiring.workspace.change_settings(replace(wiring.workspace.settings, recent=(str(brief),)))
    del answering.answers[OpenDraft]
    buttons = wiring.window.welcome.findChildren(QPushButton)
    commands = (wiring.actions.new, wiring.actions.open)
    waiting: list[QWidget | QAction] = [*buttons, wiring.menus.recent, *commands]
    assert all(one.isEnabled() for one in waiting)
    wiring.files.open_path(brief)
    assert not any(one.isEnabled() for one in waiting)
    qtbot.waitUntil(lambda: any(isinstance(call, OpenDraft) for call in answering.calls))
    answering.stop_all()
    assert all(one.isEnabled() for one in waiting)


def test_the_brief_page_shows_the_length_while_the_document_is_hidden(
    wiring: Wiring, answering: FakeTasks, qtbot: QtBot
) -> None:
    answering.answers[RenderPreview] = lambda call: PreviewState(2, 1.3, 2)
    wiring.window.show()
    wiring.pages.want_preview(False)
    wiring.files.begin(TALKS)
    assert wiring.pages.brief.meter.length.text() == ""
    wiring.actions.brief.trigger()
    qtbot.waitUntil(lambda: wiring.pages.brief.meter.length.text().startswith("1.3"))
    asked = [call.pages for call in answering.calls if isinstance(call, RenderPreview)]
    assert asked == [False]


@pytest.mark.parametrize("seen", [(), (pages.REPORTS,), (pages.FINDINGS,), (pages.BRIEF,)])
def test_the_document_has_its_fair_width_however_the_session_before_was_left(
    wiring: Wiring, answering: FakeTasks, seen: tuple[str, ...]
) -> None:
    state, halves = wiring.window.state, wiring.window.halves
    for name in seen:
        wiring.files.begin(TALKS)
        wiring.pages.go(name)
    wiring.pages.keep_state()
    wiring.files.begin(TALKS)
    wiring.pages.want_preview(True)
    assert state.restore_splitter("halves", halves) is bool(seen)
    left, right = halves.sizes()
    assert abs(left / (left + right) - 0.6) < 0.05


def test_length_of_one_brief_is_not_shown_of_another(wiring: Wiring, answering: FakeTasks) -> None:
    meter = wiring.pages.brief.meter
    wiring.files.begin(TALKS)
    wiring.pages.brief.show_length(PreviewState(2, 1.3, 2, findings=4, reports=2))
    assert meter.length.text().startswith("1.3")
    wiring.files.begin(Draft(BriefRequest(title="Borders")))
    assert meter.length.text() == ""
    assert meter.made_of.text() == ""


def test_what_is_typed_and_not_left_is_exported(
    wiring: Wiring, answering: FakeTasks, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    exported: list[int] = []
    number = wiring.pages.scope.limits.number
    monkeypatch.setattr(
        wiring.exporting,
        "export",
        lambda: exported.append(wiring.document.draft.request.max_findings),
    )
    wiring.files.begin(TALKS)
    with qtbot.waitActive(wiring.window):
        wiring.window.activateWindow()
    number.setFocus()
    number.selectAll()
    QTest.keyClicks(number, "17")
    assert wiring.document.draft.request.max_findings != 17
    wiring.actions.export.trigger()
    assert exported == [17]


def test_window_comes_back_as_it_was(
    wiring: Wiring, answering: FakeTasks, tmp_path: Path, qtbot: QtBot
) -> None:
    brief = tmp_path / "talks.brief"
    brief.touch()
    with qtbot.waitSignal(wiring.files.begun):
        wiring.files.open_path(brief)
    wiring.actions.brief.trigger()
    wiring.window.resize(wiring.window.width(), 567)
    wiring.leaving.leave()
    state = WindowState(tmp_path / "data")
    assert state.page == pages.BRIEF
    assert state.last_brief == str(brief)
    again = MainWindow(state)
    qtbot.addWidget(again, before_close_func=MainWindow.leave)
    assert again.height() == 567


def test_saving_is_told_at_the_foot_of_the_window(
    wiring: Wiring, answering: FakeTasks, tmp_path: Path, qtbot: QtBot
) -> None:
    brief = tmp_path / "talks.brief"
    brief.touch()
    with qtbot.waitSignal(wiring.files.begun):
        wiring.files.open_path(brief)
    assert wiring.window.status.kept == "Offline"
    wiring.actions.save.trigger()
    qtbot.waitUntil(lambda: wiring.document.saved_at is not None)
    saved = wiring.document.saved_at
    assert saved is not None
    assert wiring.window.status.kept == f"Offline · saved {saved:%H:%M}"


def test_every_control_of_the_frame_has_a_name(wiring: Wiring) -> None:
    for button in wiring.window.welcome.findChildren(QPushButton):
        assert button.text() or button.accessibleName()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def seen_export(window: MainWindow) -> bool:
    """Return whether the toolbar leads to the export."""
    return any(
        action.text() == "Export…" and action.isVisible() for action in window.tools.actions()
    )


def test_narrow_window_begins_without_the_document_and_leads_to_it(
    wiring: Wiring, answering: FakeTasks, qtbot: QtBot
) -> None:
    window, preview = wiring.window, wiring.actions.preview
    window.resize(911, 512)
    wiring.files.begin(TALKS)
    assert not window.side.isVisible()
    assert not preview.isChecked()
    assert preview in window.tools.actions()
    assert seen_export(window)
    preview.trigger()
    assert window.side.currentWidget() is wiring.pages.preview
    assert window.side.isVisible()
    assert preview.isChecked()
    assert not seen_export(window)
    wiring.actions.brief.trigger()
    assert window.side.isVisible()
    wiring.actions.reports.trigger()
    assert not preview.isEnabled()
    assert seen_export(window)


def test_document_gives_way_and_comes_back_with_the_width_unless_one_has_chosen(
    wiring: Wiring, answering: FakeTasks, qtbot: QtBot
) -> None:
    window = wiring.window
    wiring.files.begin(TALKS)
    assert window.side.isVisible()
    window.resize(950, 700)
    qtbot.waitUntil(lambda: not window.side.isVisible())
    window.resize(1366, 700)
    qtbot.waitUntil(lambda: window.side.isVisible())
    wiring.actions.preview.trigger()
    window.resize(1400, 700)
    qtbot.wait(20)
    assert not window.side.isVisible()


def test_document_takes_the_place_of_a_report_when_asked_for(
    wiring: Wiring, answering: FakeTasks
) -> None:
    wiring.files.begin(TALKS)
    wiring.pages.read("ab" * 32)
    assert not wiring.actions.preview.isChecked()
    assert seen_export(wiring.window)
    wiring.actions.preview.trigger()
    assert wiring.window.side.currentWidget() is wiring.pages.preview
    assert wiring.actions.preview.isChecked()


def test_window_kept_on_a_large_screen_comes_back_usable_on_a_small_one(
    wiring: Wiring, answering: FakeTasks, tmp_path: Path, qtbot: QtBot
) -> None:
    wiring.window.resize(2560, 1400)
    wiring.files.begin(TALKS)
    wiring.window.halves.setSizes([400, 2160])
    wiring.pages.keep_state()
    wiring.window.resize(1100, 700)
    wiring.window.state.restore_splitter("halves", wiring.window.halves)
    qtbot.wait(20)
    widths = wiring.window.halves.sizes()
    assert wiring.window.width() == 1100
    assert sum(widths) <= 1100
    assert widths[0] >= wiring.window.pages.minimumSizeHint().width()


def test_columns_of_the_reports_come_back_as_they_were(
    wiring: Wiring, answering: FakeTasks, tmp_path: Path, background: Background, qtbot: QtBot
) -> None:
    table = wiring.pages.reports.list.table
    table.setColumnWidth(2, 222)
    table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    wiring.leaving.leave()
    again = MainWindow(WindowState(tmp_path / "data"))
    qtbot.addWidget(again, before_close_func=MainWindow.leave)
    keeping = Keeping(wiring.workspace, background, again)
    made = Wiring(again, wiring.workspace, keeping)
    for _ in made.build():
        pass
    kept = made.pages.reports.list.table
    assert kept.columnWidth(2) == 222
    header = kept.horizontalHeader()
    assert header.sortIndicatorSection() == 3
    assert header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder


def test_columns_that_nobody_has_drawn_go_on_by_themselves(
    wiring: Wiring, answering: FakeTasks
) -> None:
    table = wiring.pages.reports.list.table
    state = table.header_state()
    table.restore_header(state)
    assert table.header_state() == state
    table.setColumnWidth(2, 222)
    assert table.header_state() != state
    table.restore_header(QByteArray(b"of another program"))
    assert table.columnWidth(2) == 222


def test_sample_read_again_is_looked_through_and_drawn_anew(
    wiring: Wiring, answering: FakeTasks, qtbot: QtBot
) -> None:
    def asked(kind: type) -> int:
        return sum(isinstance(call, kind) for call in answering.calls)

    def read_sample() -> None:
        drawn = asked(RenderPreview)
        with qtbot.waitSignal(wiring.refreshing.settled):
            wiring.window.welcome.sample_wanted.emit()
        qtbot.waitUntil(lambda: asked(RenderPreview) > drawn)
        assert wiring.document.draft == TALKS

    def fail(call: RenderPreview) -> PreviewState:
        raise LibraryError("The report of f-3k7q is not in the library.")

    answering.answers[RenderPreview] = fail
    wiring.files.begin(TALKS)  # the very draft of the sample, whose reports are not there yet
    qtbot.waitUntil(lambda: "not in the library" in wiring.pages.preview.fault.text())
    answering.answers[RenderPreview] = lambda call: PreviewState(1, 0.5, 1)
    views = asked(ViewDraft)
    read_sample()
    assert asked(ViewDraft) > views
    qtbot.waitUntil(lambda: wiring.pages.preview.fault.text() == "")
    read_sample()


def test_what_is_told_of_a_deed_goes_and_what_goes_on_stays(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(status_line, "TOLD_FOR_MS", 1)
    line = status_line.StatusLine()
    qtbot.addWidget(line)
    line.tell("There is no further sentence.")
    assert line.said
    qtbot.waitUntil(lambda: not line.said)
    line.tell("Put into the only section.")
    line.say("Looking for findings…")
    qtbot.wait(5)
    assert line.said == "Looking for findings…"
