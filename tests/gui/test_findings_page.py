"""Working through the findings: what the list shows, and what each key does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from briefing.drafting import decide, drop
from briefing.model import BriefRequest, Choice, Draft
from briefing.model.desk import Standing
from briefing.service.calls import SearchFindings
from gui.findings_words import FindingWords
from gui.models.findings import FindingsModel
from gui.models.findings_lines import Shown
from tests.gui.findings import REQUEST, SECTIONS, Desk, a_row, shown, some_rows
from tests.gui.test_findings_list import many_rows

Keys = Qt.Key
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk()
    qtbot.addWidget(shown(made))
    made.page.activateWindow()
    made.page.list.setFocus()
    settle(qtbot, made)
    yield made
    made.workspace.deleteLater()


def settle(qtbot: QtBot, desk: Desk) -> None:
    """Wait until the view is that of the draft and the passage of the finding is there."""

    def is_settled() -> None:
        view = desk.document.view
        assert view is not None
        assert view.draft == desk.document.draft
        row = desk.page.list.current_row()
        assert row is None or desk.page.detail.is_complete

    qtbot.waitUntil(is_settled)


def press(qtbot: QtBot, desk: Desk, *keys: Qt.Key | tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
    """Press keys wherever the focus is."""
    for key in keys:
        code, held = key if isinstance(key, tuple) else (key, Qt.KeyboardModifier.NoModifier)
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, code, held)
    settle(qtbot, desk)


def test_list_says_how_many_are_found_seen_and_used(desk: Desk, qtbot: QtBot) -> None:
    assert desk.page.head.counts.text() == "7 found · 0 seen · 4 used"
    qtbot.waitUntil(lambda: desk.page.head.counts.text() == "7 found · 1 seen · 4 used")
    assert desk.document.seen == {"f-0000"}


def test_sections_head_their_findings_and_count_them(desk: Desk) -> None:
    model = desk.page.model
    said = [model.index(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in (0, 5)]
    assert said == [
        "South Caucasus · Conflict and territory, 3 of 4 used",
        "Central Asia · Alliances, 1 of 3 used",
    ]


def test_first_finding_is_current_and_headings_are_passed_over(desk: Desk, qtbot: QtBot) -> None:
    assert desk.current() == "f-0000"
    press(qtbot, desk, *[Keys.Key_Down] * 4)
    assert desk.current() == "f-0004"
    press(qtbot, desk, Keys.Key_Up)
    assert desk.current() == "f-0003"
    press(qtbot, desk, Keys.Key_End)
    assert desk.current() == "f-0006"
    press(qtbot, desk, Keys.Key_Home)
    assert desk.current() == "f-0000"


def test_whole_list_is_worked_through_by_keyboard_alone(desk: Desk, qtbot: QtBot) -> None:
    press(qtbot, desk, Keys.Key_S, Keys.Key_X, Keys.Key_L, Keys.Key_S, Keys.Key_Delete)
    used = {Choice.LEAD: "f-0002", Choice.SUPPORT: "f-0000 f-0003"}
    for choice, codes in used.items():
        assert [code for code in desk.codes() if desk.choice(code) is choice] == codes.split()
    assert desk.current() == "f-0005"
    names = [desk.document.undo_stack.text(n) for n in range(desk.document.undo_stack.count())]
    assert names[0].startswith("Support with 1 finding")
    assert names[1].startswith("Leave out 1 finding")
    assert len(desk.document.seen) == 5


def test_list_goes_on_to_the_next_finding_after_a_decision(desk: Desk, qtbot: QtBot) -> None:
    press(qtbot, desk, Keys.Key_X)
    assert desk.current() == "f-0001"
    assert desk.choice("f-0000") is Choice.LEFT_OUT
    assert desk.document.current == desk.passage("f-0001")


def test_choice_is_shown_before_the_core_answers(desk: Desk, qtbot: QtBot) -> None:
    desk.tasks.answers.clear()
    QTest.keyClick(desk.page.list, Keys.Key_S)
    assert desk.choice("f-0000") is Choice.SUPPORT


def test_undo_takes_the_choice_back_and_leads_to_its_finding(desk: Desk, qtbot: QtBot) -> None:
    press(qtbot, desk, Keys.Key_X, Keys.Key_Down)
    desk.document.undo_stack.undo()
    settle(qtbot, desk)
    assert desk.choice("f-0000") is Choice.LEAD
    assert desk.current() == "f-0000"


def test_several_findings_are_decided_at_once(desk: Desk, qtbot: QtBot) -> None:
    press(qtbot, desk, (Keys.Key_Down, SHIFT), (Keys.Key_Down, SHIFT), Keys.Key_X)
    assert [desk.choice(f"f-000{n}") for n in range(3)] == [Choice.LEFT_OUT] * 3
    assert desk.document.undo_stack.count() == 1
    assert desk.current() == "f-0003"


def test_alt_and_arrows_reorder_within_and_across_sections(desk: Desk, qtbot: QtBot) -> None:
    press(qtbot, desk, (Keys.Key_Down, ALT))
    assert desk.codes(SECTIONS[0], used=True) == ["f-0001", "f-0000", "f-0002"]
    assert desk.current() == "f-0000"
    press(qtbot, desk, (Keys.Key_Down, ALT), (Keys.Key_Down, ALT))
    assert desk.codes(SECTIONS[1], used=True) == ["f-0000", "f-0004"]
    press(qtbot, desk, (Keys.Key_Up, ALT))
    assert desk.codes(SECTIONS[0], used=True) == ["f-0001", "f-0002", "f-0000"]
    assert desk.document.undo_stack.undoText() == "Move finding"


def test_sentences_are_added_and_taken_away_by_key(desk: Desk, qtbot: QtBot) -> None:
    own = desk.row("f-0000").text
    press(qtbot, desk, Keys.Key_B)
    press(qtbot, desk, Keys.Key_A)
    assert desk.row("f-0000").text == f"It began before. {own} It went on after."
    press(qtbot, desk, (Keys.Key_B, SHIFT))
    assert desk.row("f-0000").text == f"{own} It went on after."
    assert desk.document.undo_stack.undoText() == "Shorten finding"


def test_keys_pressed_faster_than_the_core_answers_are_all_obeyed(desk: Desk, qtbot: QtBot) -> None:
    press(qtbot, desk, Keys.Key_B, Keys.Key_A)
    qtbot.waitUntil(lambda: desk.row("f-0000").text.count("It ") == 2)


def test_reason_is_asked_for_and_typed_as_one_step(desk: Desk, qtbot: QtBot) -> None:
    press(qtbot, desk, Keys.Key_R)
    assert QApplication.focusWidget() in (
        desk.page.detail.fields.reason,
        desk.page.detail.fields.reason.lineEdit(),
    )
    QTest.keyClicks(desk.page.detail.fields.reason, "too old")
    press(qtbot, desk, Keys.Key_Return)
    assert desk.row("f-0000").decision.why == "too old"
    assert desk.page.list.hasFocus()
    assert desk.document.undo_stack.count() == 1


def test_preset_reason_is_picked(desk: Desk, qtbot: QtBot) -> None:
    press(qtbot, desk, Keys.Key_Down, Keys.Key_Down, Keys.Key_Down)
    desk.page.detail.fields.reason.textActivated.emit("weak source")
    settle(qtbot, desk)
    row = desk.row("f-0003")
    assert row.decision.by_officer
    assert desk.page.words.state(row).text == "Left out: weak source"


def test_note_is_typed_as_one_step_and_shown_in_the_list(desk: Desk, qtbot: QtBot) -> None:
    press(qtbot, desk, Keys.Key_N)
    QTest.keyClicks(desk.page.detail.fields.note, "ask the embassy")
    press(qtbot, desk, Keys.Key_Escape)
    row = desk.row("f-0000")
    assert desk.page.words.note(row) == "Note: ask the embassy"
    assert row.decision.choice is Choice.LEAD
    assert desk.document.undo_stack.count() == 1
    desk.document.undo_stack.undo()
    settle(qtbot, desk)
    assert desk.page.detail.fields.note.toPlainText() == ""


def test_note_may_have_several_lines_and_is_left_by_control_and_enter(
    desk: Desk, qtbot: QtBot
) -> None:
    press(qtbot, desk, Keys.Key_N)
    note = desk.page.detail.fields.note
    low = note.height()
    QTest.keyClicks(note, "ask the embassy")
    press(qtbot, desk, Keys.Key_Return)
    QTest.keyClicks(note, "by Friday")
    qtbot.waitUntil(lambda: note.height() > low)
    press(qtbot, desk, (Keys.Key_Return, Qt.KeyboardModifier.ControlModifier))
    assert desk.page.list.hasFocus()
    assert desk.row("f-0000").decision.note == "ask the embassy\nby Friday"
    assert desk.page.words.note(desk.row("f-0000")) == "Note: ask the embassy by Friday"
    assert desk.document.undo_stack.count() == 1


def test_tab_leaves_the_note(desk: Desk, qtbot: QtBot) -> None:
    press(qtbot, desk, Keys.Key_N)
    QTest.keyClicks(desk.page.detail.fields.note, "ask")
    press(qtbot, desk, Keys.Key_Tab)
    assert not desk.page.detail.fields.note.hasFocus()
    assert desk.row("f-0000").decision.note == "ask"


def test_enter_shows_the_finding_in_its_report(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.page.show_passage) as caught:
        press(qtbot, desk, Keys.Key_Return)
    assert caught.args == [desk.passage("f-0000")]


def test_undecided_finding_is_no_longer_used(desk: Desk, qtbot: QtBot) -> None:
    press(qtbot, desk, Keys.Key_U)
    assert desk.choice("f-0000") is Choice.LEFT_OUT
    assert not desk.row("f-0000").decision.by_officer


def test_current_finding_follows_the_preview(desk: Desk, qtbot: QtBot) -> None:
    desk.page.commands.filters.actions()[3].trigger()
    desk.document.select(desk.passage("f-0004"))
    assert desk.current() == "f-0004"
    assert desk.page.model.shown is Shown.ALL


def test_filters_show_some_and_keep_the_current_finding(desk: Desk, qtbot: QtBot) -> None:
    press(qtbot, desk, Keys.Key_Down, Keys.Key_2)
    assert desk.codes() == ["f-0000", "f-0001", "f-0002", "f-0004"]
    assert desk.current() == "f-0001"
    press(qtbot, desk, Keys.Key_4)
    assert desk.codes() == ["f-0003", "f-0005", "f-0006"]
    press(qtbot, desk, Keys.Key_1)
    assert len(desk.codes()) == 7


def test_what_is_not_seen_stays_while_one_works_through_it(desk: Desk, qtbot: QtBot) -> None:
    desk.document.note_seen("f-0000")
    press(qtbot, desk, Keys.Key_3)
    assert "f-0000" not in desk.codes()
    desk.document.note_seen("f-0001")
    assert "f-0001" in desk.codes()


def test_what_was_just_left_out_stays_among_the_used_and_can_have_its_reason(
    desk: Desk, qtbot: QtBot
) -> None:
    press(qtbot, desk, Keys.Key_2)
    desk.page.commands.here[2].trigger()
    settle(qtbot, desk)
    assert desk.current() == "f-0000"
    assert desk.page.detail.fields.reason.isVisible()
    press(qtbot, desk, Keys.Key_Down, Keys.Key_X)
    assert {"f-0000", "f-0004"} <= set(desk.codes())
    press(qtbot, desk, Keys.Key_2)
    assert desk.codes() == ["f-0001", "f-0002"]


def test_what_the_scope_no_longer_uses_does_not_stay_among_the_used(qtbot: QtBot) -> None:
    rows = many_rows(60)
    model = FindingsModel(FindingWords())
    model.show_view(rows, rows.draft)
    model.show_only(Shown.USED)
    shown_before = model.rowCount()
    fewer = replace(rows.draft, request=replace(REQUEST, max_findings=4), decisions=())
    model.follow(fewer)
    assert model.rowCount() < shown_before


@pytest.mark.parametrize("place", range(4))
def test_the_panel_shows_what_is_selected_when_the_scope_takes_the_current_away(
    desk: Desk, qtbot: QtBot, place: int
) -> None:
    page, document = desk.page, desk.document
    gone = desk.codes()[place]
    page.list.go_to(desk.passage(gone))
    view = document.view
    assert view is not None
    document.amend(replace(view, rows=tuple(row for row in view.rows if row.code != gone)))
    (selected,) = page.list.selectionModel().selectedIndexes()
    assert selected == page.list.currentIndex()
    assert page.detail.row == page.list.current_row() == page.model.row_at(selected)
    assert page.detail.row is not None
    assert document.current == page.detail.row.decision.passage


def test_a_used_finding_that_does_not_answer_its_section_says_so(desk: Desk) -> None:
    row = next(row for row in desk.page.model.rows if row.decision.is_used)
    assert "Does not answer this section" not in desk.page.words.spoken(row, seen=True)
    assert "Does not answer this section" in desk.page.words.spoken(
        replace(row, fits=False), seen=True
    )


def test_j_and_k_go_to_what_is_not_seen(desk: Desk, qtbot: QtBot) -> None:
    for code in ("f-0001", "f-0002"):
        desk.document.note_seen(code)
    press(qtbot, desk, Keys.Key_J)
    assert desk.current() == "f-0003"
    press(qtbot, desk, Keys.Key_K)
    assert desk.current() == "f-0000"


def test_each_command_of_the_menu_has_a_letter_of_its_own(desk: Desk) -> None:
    commands = desk.page.commands
    filters = commands.filters.actions()
    texts = [action.text() for action in commands.actions() if action and action not in filters]
    letters = [text[text.index("&") + 1].casefold() for text in texts]
    assert len(set(letters)) == len(letters)


def test_finding_is_put_into_another_section_from_the_menu(desk: Desk, qtbot: QtBot) -> None:
    desk.page.commands.sections.aboutToShow.emit()
    desk.page.commands.sections.actions()[1].trigger()
    settle(qtbot, desk)
    assert desk.codes(SECTIONS[1], used=True) == ["f-0004", "f-0000"]


def test_findings_are_dropped_where_they_are_let_go(desk: Desk, qtbot: QtBot) -> None:
    heading = desk.page.list.visualRect(desk.page.model.index(5))
    below = desk.page.list.place_for(heading.bottom() + 2)
    assert below == 6
    desk.page.list.dropped.emit(below)
    settle(qtbot, desk)
    assert desk.codes(SECTIONS[1], used=True) == ["f-0000", "f-0004"]
    assert desk.current() == "f-0000"


def test_what_is_not_used_is_used_where_it_is_dropped(desk: Desk, qtbot: QtBot) -> None:
    press(qtbot, desk, Keys.Key_Down, Keys.Key_Down, Keys.Key_Down)
    desk.page.list.dropped.emit(2)
    settle(qtbot, desk)
    assert desk.codes(SECTIONS[0], used=True) == ["f-0000", "f-0003", "f-0001", "f-0002"]


def test_every_finding_is_read_out_with_its_state(desk: Desk) -> None:
    said = desk.page.model.index(3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "government in Yerevan said so in parliament" in said
    assert "Support" in said
    assert f"{desk.page.words.year - 2010} years old" in said
    assert said.endswith("not seen.")


def test_commands_carry_their_keys(desk: Desk) -> None:
    actions = [action for action in desk.page.menu_actions() if action is not None]
    menus = [menu for action in actions if isinstance(menu := action.menu(), QMenu)]
    actions += [action for menu in menus for action in menu.actions()]
    keys = {key.toString() for action in actions for key in action.shortcuts()}
    assert {"L", "S", "X", "Del", "Alt+Up", "Return", "N", "T", "R"} <= keys
    assert None in desk.page.menu_actions()


def test_letters_typed_into_a_field_decide_nothing(desk: Desk, qtbot: QtBot) -> None:
    del desk.tasks.answers[SearchFindings]
    desk.page.focus_search()
    QTest.keyClicks(desk.page.head.search, "lsx")
    assert desk.document.undo_stack.count() == 0
    assert desk.page.head.search.text() == "lsx"


@pytest.mark.parametrize(
    ("request_", "sentence"),
    [(BriefRequest(), "Tick a region"), (REQUEST, "No report says anything")],
)
def test_empty_list_leads_to_the_scope(qtbot: QtBot, request_: BriefRequest, sentence: str) -> None:
    desk = Desk(rows=(), request=request_)
    qtbot.addWidget(shown(desk))
    qtbot.waitUntil(lambda: desk.page.empty.sentence.text().startswith(sentence))
    with qtbot.waitSignal(desk.page.scope_wanted):
        QTest.mouseClick(desk.page.empty.button, Qt.MouseButton.LeftButton)


def test_empty_library_leads_to_the_import(qtbot: QtBot) -> None:
    desk = Desk(rows=())
    desk.workspace.reports_known = True
    desk.workspace.reports = ()
    desk.tasks.answers.clear()
    qtbot.addWidget(shown(desk))
    desk.workspace.library_changed.emit()
    with qtbot.waitSignal(desk.page.import_wanted):
        QTest.mouseClick(desk.page.empty.button, Qt.MouseButton.LeftButton)


def test_another_brief_starts_a_new_list(desk: Desk, qtbot: QtBot) -> None:
    press(qtbot, desk, Keys.Key_X)
    desk.document.begin(Draft(REQUEST), seen=frozenset({"f-0001"}))
    settle(qtbot, desk)
    assert desk.choice("f-0000") is Choice.LEAD
    assert desk.page.model.is_seen(desk.row("f-0001"))


def test_words_that_moved_are_confirmed_where_they_stand_now(qtbot: QtBot) -> None:
    rows = list(some_rows())
    new = a_row(40, rows[0].text, choice=Choice.LEAD).decision
    rows[0] = replace(rows[0], standing=Standing.MOVED, proposed=new)
    desk = Desk(tuple(rows))
    qtbot.addWidget(shown(desk))
    settle(qtbot, desk)
    desk.page.list.go_to(rows[0].decision.passage)
    assert "Moved in its report" in desk.page.words.pieces(desk.row("f-0000"))[1].text
    desk.page.commands.confirm.trigger()
    assert desk.document.draft.decisions[0].passage == new.passage
    assert desk.document.current == new.passage


def test_reason_leads_on_to_the_next_finding_as_every_decision(desk: Desk, qtbot: QtBot) -> None:
    press(qtbot, desk, Keys.Key_R)
    assert desk.current() == "f-0000"
    press(qtbot, desk, Keys.Key_Return)
    assert desk.current() == "f-0001"


def test_list_has_the_focus_once_it_is_there(qtbot: QtBot) -> None:
    desk = Desk()
    qtbot.addWidget(shown(desk))
    desk.page.activateWindow()
    qtbot.waitUntil(desk.page.list.hasFocus)
    assert [row.code for row in desk.page.list.selected_rows()] == ["f-0000"]


def test_field_that_the_officer_went_to_keeps_the_focus(qtbot: QtBot) -> None:
    desk = Desk()
    qtbot.addWidget(shown(desk))
    desk.page.activateWindow()
    desk.page.focus_search()
    qtbot.waitUntil(lambda: len(desk.codes()) == 7)
    assert desk.page.head.search.hasFocus()


def test_panel_that_was_folded_away_opens_for_a_note(desk: Desk, qtbot: QtBot) -> None:
    desk.page._splitter.setSizes([700, 0])
    press(qtbot, desk, Keys.Key_N)
    assert desk.page.detail.height() > 50
    assert desk.page.detail.fields.note.hasFocus()


def test_findings_that_came_in_since_are_offered_and_proposed_on_request(
    qtbot: QtBot, desk: Desk
) -> None:
    head = desk.page.head
    assert not head.propose.isVisible()
    view = desk.document.view
    assert view is not None
    desk.document.amend(replace(view, fresh=3))
    qtbot.waitUntil(head.propose.isVisible)
    assert head.fresh_said.text().startswith("3 finding")
    assert "would be proposed now that are not used" in head.fresh_said.text()
    left_out = next(row.decision for row in view.rows if row.decision.is_used)
    desk.document.apply("Leave out", decide(view.draft, left_out, Choice.LEFT_OUT))
    settle(qtbot, desk)
    head.propose.click()
    settle(qtbot, desk)
    assert desk.document.undo_stack.undoText() == "Propose again"
    kept = {one.passage: one for one in desk.document.draft.decisions}
    assert kept[left_out.passage].choice is Choice.LEFT_OUT
    assert not head.propose.isVisible()


def test_letters_never_go_into_the_note_of_another_finding(desk: Desk, qtbot: QtBot) -> None:
    press(qtbot, desk, Keys.Key_R)
    assert desk.page.detail.fields.reason.hasFocus()
    desk.page.commands.filters.actions()[1].trigger()
    settle(qtbot, desk)
    assert desk.page.list.hasFocus()
    used = desk.current()
    press(qtbot, desk, Keys.Key_S)
    assert not any(row.decision.note for row in desk.page.model.rows)
    assert desk.choice(used) is Choice.SUPPORT


@pytest.mark.parametrize("key", [Keys.Key_R, Keys.Key_N])
def test_list_has_the_focus_once_another_finding_comes_under_the_field(
    desk: Desk, qtbot: QtBot, key: Qt.Key
) -> None:
    press(qtbot, desk, key)
    desk.document.select(desk.passage("f-0004"))
    settle(qtbot, desk)
    assert desk.page.list.hasFocus()


def test_list_has_the_focus_once_the_field_for_the_reason_goes_away(
    desk: Desk, qtbot: QtBot
) -> None:
    press(qtbot, desk, Keys.Key_R)
    desk.document.undo_stack.undo()
    settle(qtbot, desk)
    assert desk.page.list.hasFocus()


def test_what_the_panel_tells_of_is_in_sight_and_marked_after_each_renewed_view(
    qtbot: QtBot,
) -> None:
    many = many_rows(60)
    desk = Desk(many.rows)
    qtbot.addWidget(shown(desk))
    settle(qtbot, desk)
    desk.page.list.go_to(many.rows[50].decision.passage)
    settle(qtbot, desk)
    desk.page.list.scrollToTop()
    view = desk.document.view
    assert view is not None
    fewer = replace(view, rows=tuple(row for n, row in enumerate(view.rows) if n % 7))
    desk.document.amend(fewer)
    found = desk.page.list

    def in_sight() -> bool:
        here = found.visualRect(found.currentIndex())
        return found.viewport().rect().intersects(here)

    qtbot.waitUntil(in_sight)
    assert found.selectionModel().isSelected(found.currentIndex())
    assert desk.page.detail.row == found.current_row()


def test_proposing_again_tells_what_it_changed(desk: Desk, qtbot: QtBot) -> None:
    told: list[str] = []
    desk.page.said.connect(told.append)
    desk.page.commands.propose.trigger()
    settle(qtbot, desk)
    assert told == ["Proposed again: nothing has changed."]
    used = desk.row("f-0004").decision
    desk.document.show(drop(desk.document.draft, [used.passage]))
    settle(qtbot, desk)
    desk.page.commands.propose.trigger()
    settle(qtbot, desk)
    assert told[1:] == ["1 finding added"]


def test_first_visit_begins_at_the_first_finding_however_the_scope_grew(qtbot: QtBot) -> None:
    desk = Desk()
    around = QWidget()
    scope = QLineEdit(around)
    row = QHBoxLayout(around)
    row.addWidget(scope)
    row.addWidget(desk.page)
    qtbot.addWidget(around)
    around.resize(900, 700)
    around.show()
    around.activateWindow()
    scope.setFocus()
    qtbot.waitUntil(lambda: len(desk.codes()) == 7)
    view = desk.document.view
    assert view is not None
    desk.document.amend(replace(view, rows=view.rows[4:]))
    assert desk.current() == "f-0004"
    desk.document.amend(view)
    assert desk.current() == "f-0000"
    desk.page.list.go_to(desk.passage("f-0005"))
    desk.document.amend(replace(view, rows=tuple(reversed(view.rows))))
    assert desk.current() == "f-0005"
