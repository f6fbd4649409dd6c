"""Reading a report: its text, its findings underlined, the passage in view, use in the brief."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from briefing.errors import LibraryError
from briefing.model import BriefRequest, Choice, Decision, Draft, Passage, Quotation
from briefing.model.desk import DraftView, FindingRow, ReportView, SectionRow
from briefing.service.calls import ReadReport
from gui import theme
from gui.appearance import Look
from gui.reader_document import characters, units
from gui.report_reader import ReportReader
from gui.theme_marks import mark_of
from gui.workspace import Workspace
from tests.gui.sources import (
    BORDER,
    CUSTOMS,
    GAS,
    NOTE,
    ONE,
    PRAGUE,
    TALKS,
    THREE,
    TWO,
    a_long_view,
    a_report_view,
    a_span,
    a_workspace,
    calls_of,
)

Key = Qt.Key
VIEW = a_report_view()
FIRST, SECOND = VIEW.blocks[1].spans
LAST = VIEW.blocks[3].spans[0]


@pytest.fixture
def views() -> dict[str, ReportView]:
    """The reports that the core can read, by fingerprint."""
    other = a_report_view(CUSTOMS)
    return {ONE: VIEW, THREE: other}


@pytest.fixture
def workspace(views: dict[str, ReportView]) -> Workspace:
    def read(call: ReadReport) -> Any:
        if call.sha256 not in views:
            raise LibraryError("The report is not in the library.")
        return views[call.sha256]

    return a_workspace(answers={ReadReport: read})


@pytest.fixture
def reader(qtbot: QtBot, workspace: Workspace) -> ReportReader:
    made = ReportReader(workspace)
    qtbot.addWidget(made)
    made.resize(700, 620)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def opened(reader: ReportReader, qtbot: QtBot) -> ReportReader:
    reader.show_report(ONE)
    qtbot.waitUntil(lambda: reader.head.title.text() == "Talks at the Border")
    return reader


def test_original_of_the_report_is_opened_by_key_and_button(
    opened: ReportReader, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(opened._originals, "open", shown.append)
    QTest.keyClick(opened.text, Key.Key_O)
    opened.head.original_button.click()
    assert shown == [ONE, ONE]


def test_report_is_read_through_by_keyboard_alone(reader: ReportReader, qtbot: QtBot) -> None:
    long = a_long_view(600)
    reader._workspace.tasks.answers[ReadReport] = lambda call: long  # type: ignore[attr-defined]
    reader.show_report(THREE)
    bar = reader.text.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 20)
    assert reader.text.hasFocus()
    seen = [bar.value()]
    for key in (Key.Key_Down, Key.Key_PageDown, Key.Key_Space, Key.Key_End):
        QTest.keyClick(reader.text, key)
        seen.append(bar.value())
    assert seen == sorted(set(seen)), seen
    for key in (Key.Key_Up, Key.Key_PageUp, Key.Key_Home):
        QTest.keyClick(reader.text, key)
        assert bar.value() < seen[-1]
        seen.append(bar.value())
    assert bar.value() == 0


def lines(reader: ReportReader) -> list[str]:
    """Return the lines of text that can be seen."""
    block, seen = reader.text.document().begin(), []
    while block.isValid():
        if block.isVisible() and block.text():
            seen.append(block.text())
        block = block.next()
    return seen


def highlighted(reader: ReportReader) -> list[str]:
    return [each.cursor.selectedText() for each in reader.text.extraSelections()]


def where(reader: ReportReader, words: str) -> QPoint:
    """Return a point on the words."""
    cursor = reader.text.document().find(words)
    cursor.setPosition(cursor.selectionStart() + 2)
    return reader.text.cursorRect(cursor).center()


def click(reader: ReportReader, words: str) -> None:
    place = where(reader, words)
    QTest.mouseClick(reader.text.viewport(), Qt.MouseButton.LeftButton, pos=place)


def decision(span: Any, choice: Choice) -> Decision:
    at = span.passage
    return Decision(
        Quotation(at.report, at.block, at.start, at.end, PRAGUE), choice, "AM", "energy"
    )


def begin(workspace: Workspace, *decisions: Decision) -> None:
    """Open a brief with sections and these decisions, in the list as well."""
    draft = Draft(BriefRequest(), decisions)
    workspace.document.begin(draft)
    sections = (
        SectionRow("south-caucasus", "conflict", "South Caucasus · Conflict"),
        SectionRow("central-asia", "energy", "Central Asia · Energy"),
        SectionRow("south-caucasus", "energy", "South Caucasus · Energy"),
    )
    rows = tuple(FindingRow(each, "f-1", PRAGUE, "p. 9", "names Armenia") for each in decisions)
    workspace.document.amend(DraftView(draft, sections, rows, len(rows), len(rows)))


def test_report_is_shown_as_text(opened: ReportReader) -> None:
    assert lines(opened) == ["What was said", f"{PRAGUE} {BORDER}", f"•\u2002{GAS}"]
    assert opened.head.origin.text() == "Ada Novak, Ben Okoro · Institute · 4 May 2023"


def test_notes_and_furniture_are_shown_on_wish(opened: ReportReader) -> None:
    opened.head.aside.click()
    assert NOTE in lines(opened)
    opened.commands.aside.trigger()
    assert NOTE not in lines(opened)
    assert not opened.head.aside.isChecked()


def test_text_that_looks_like_markup_stays_text(
    reader: ReportReader, views: dict[str, ReportView], qtbot: QtBot
) -> None:
    hostile = "<b>bold</b>\u2029<img src=x>\nsecond line"
    block = replace(VIEW.blocks[1], text=hostile, spans=())
    views[ONE] = replace(VIEW, blocks=(block, VIEW.blocks[3]))
    reader.show_report(ONE)
    qtbot.waitUntil(lambda: len(lines(reader)) == 2)
    assert lines(reader)[0] == "<b>bold</b> <img src=x>\u2028second line"


def test_passage_is_highlighted_and_in_view(reader: ReportReader, qtbot: QtBot) -> None:
    reader.show_report(ONE, SECOND.passage)
    qtbot.waitUntil(lambda: highlighted(reader) == [BORDER])
    assert reader.chosen == SECOND.passage
    assert "p. 9 ¶ 1" in reader.sentence.tags.text()


def test_passage_in_a_list_and_after_odd_letters_is_met_exactly(
    reader: ReportReader, views: dict[str, ReportView], qtbot: QtBot
) -> None:
    text = f"𝔄𝔅 😀 {GAS} End."
    span = a_span(3, text, GAS, "energy")
    views[ONE] = replace(
        VIEW, blocks=(*VIEW.blocks[:3], replace(VIEW.blocks[3], text=text, spans=(span,)))
    )
    reader.show_report(ONE, span.passage)
    qtbot.waitUntil(lambda: highlighted(reader) == [GAS])
    for offset in range(len(text) + 1):
        assert characters(text, units(text, offset)) == offset


def test_passage_in_a_note_brings_the_notes_into_view(reader: ReportReader, qtbot: QtBot) -> None:
    reader.show_report(ONE, Passage(ONE, 2, 3, 20))
    qtbot.waitUntil(lambda: NOTE in lines(reader))


def test_findings_are_underlined_by_theme(opened: ReportReader) -> None:
    spans = [span for _, _, span in opened.text.findings_shown()]
    assert spans == [FIRST, SECOND, LAST]
    picture = opened.text.viewport().grab().toImage()
    inks = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 3)
        for y in range(picture.height())
    }
    for theme_id in ("diplomacy", "conflict", "energy"):
        assert mark_of(theme_id).name() in inks
    assert mark_of("sanctions").name() not in inks


def test_legend_names_the_themes_and_counts_them(opened: ReportReader) -> None:
    chips = opened.legend.chips
    assert list(chips) == ["", "conflict", "diplomacy", "energy"]
    assert "2 finding" in chips["conflict"].accessibleName()


def test_legend_marks_one_theme_alone(opened: ReportReader) -> None:
    opened.legend.choose("energy")
    assert [span for _, _, span in opened.text.findings_shown()] == [LAST]
    opened.text.setFocus()
    QTest.keyClick(opened.text, Key.Key_N)
    assert opened.chosen == LAST.passage
    opened.legend.choose("")
    assert len(list(opened.text.findings_shown())) == 3


def test_keys_go_from_finding_to_finding(opened: ReportReader) -> None:
    seen = []
    for key in (Key.Key_N, Key.Key_N, Key.Key_N, Key.Key_N, Key.Key_P):
        QTest.keyClick(opened.text, key)
        seen.append(opened.chosen)
    assert seen == [
        FIRST.passage,
        SECOND.passage,
        LAST.passage,
        LAST.passage,
        SECOND.passage,
    ]


def test_themes_are_told_in_words(opened: ReportReader) -> None:
    assert "Click a sentence" in opened.sentence.tags.text()
    click(opened, "resumed")
    names = opened._workspace.taxonomy.themes
    told = opened.sentence.tags.text()
    assert names["diplomacy"].name in told
    assert "Armenia, Azerbaijan" in told
    assert opened.sentence.reason.text() == "names Armenia and Azerbaijan"


def test_sentence_that_is_pointed_at_is_told_and_left_again(opened: ReportReader) -> None:
    click(opened, "resumed")
    opened.text.pointed_at.emit(3, 4)
    assert opened._workspace.taxonomy.themes["energy"].name in opened.sentence.tags.text()
    opened.text.pointed_at.emit(-1, -1)
    assert "p. 9" in opened.sentence.tags.text()


def test_escape_leaves_the_reader(opened: ReportReader, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.closed):
        QTest.keyClick(opened.text, Key.Key_Escape)


def test_second_look_is_immediate(
    opened: ReportReader, qtbot: QtBot, views: dict[str, ReportView]
) -> None:
    views[TWO] = replace(
        a_long_view(2000, replace(CUSTOMS, sha256=TWO)), summary=replace(CUSTOMS, sha256=TWO)
    )
    opened.show_report(TWO)
    qtbot.waitUntil(lambda: opened._opened is not None and opened._opened.document.is_built)
    opened.show_report(ONE)
    passage = views[TWO].blocks[390].spans[3].passage
    asked = len(calls_of(opened._workspace, ReadReport))
    began = perf_counter()
    opened.show_report(TWO, passage)
    opened.text.viewport().repaint()
    took = perf_counter() - began
    assert highlighted(opened) == [PRAGUE]
    assert opened.text.cursorRect(opened.text.extraSelections()[0].cursor).top() >= 0
    assert len(calls_of(opened._workspace, ReadReport)) == asked
    assert took < 2  # read anew and laid out anew it would take longer


def test_long_report_comes_in_slices(
    reader: ReportReader, views: dict[str, ReportView], qtbot: QtBot
) -> None:
    views[THREE] = a_long_view(20_000)
    target = views[THREE].blocks[3990].spans[2].passage
    reader.show_report(THREE, target)
    qtbot.waitUntil(lambda: reader._opened is not None)
    assert reader._opened is not None
    assert not reader._opened.document.is_built
    began = perf_counter()
    reader._opened.document.build()
    assert perf_counter() - began < 2  # far above what it takes: a guard against growth
    qtbot.waitUntil(lambda: highlighted(reader) == [PRAGUE], timeout=20_000)
    assert reader.chosen == target


def test_words_are_found_in_the_report(opened: ReportReader) -> None:
    QTest.keyClick(opened.text, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = opened.find_bar.field
    assert field.isVisible()
    QTest.keyClicks(field, "border  STAYED")
    assert opened.find_bar.count.text() == "1 of 1"
    assert highlighted(opened)[-1] == "border stayed"
    field.setText("a")
    QTest.keyClick(field, Key.Key_Return)
    assert opened.find_bar.count.text().startswith("2 of ")
    field.setText("nowhere")
    assert opened.find_bar.count.text() == "not found"
    QTest.keyClick(field, Key.Key_Escape)
    assert not opened.find_bar.isVisible()
    assert highlighted(opened) == []


def test_click_selects_the_finding_in_the_list(opened: ReportReader, workspace: Workspace) -> None:
    begin(workspace, decision(FIRST, Choice.SUPPORT))
    click(opened, "resumed")
    assert workspace.document.current == FIRST.passage
    assert opened.sentence.state.text() == "Support"
    click(opened, "Gas")
    assert workspace.document.current == FIRST.passage
    assert opened.chosen == LAST.passage


def test_reader_follows_the_list_within_its_report(
    opened: ReportReader, workspace: Workspace
) -> None:
    begin(workspace, decision(SECOND, Choice.LEAD))
    workspace.document.select(SECOND.passage)
    assert highlighted(opened) == [BORDER]
    assert opened.sentence.state.text() == "Lead"
    workspace.document.select(Passage(TWO, 0, 0, 5))
    assert opened.chosen == SECOND.passage


def test_sentence_that_is_not_in_the_list_can_be_used(
    opened: ReportReader, workspace: Workspace
) -> None:
    begin(workspace)
    click(opened, "Gas")
    assert opened.sentence.use.isEnabled()
    QTest.keyClick(opened.text, Key.Key_U)
    [made] = workspace.document.draft.decisions
    assert made.passage == LAST.passage
    assert made.finding.exact == GAS
    assert (made.choice, made.by_officer) == (Choice.SUPPORT, True)
    assert made.section == ("south-caucasus", "energy")
    assert opened.sentence.state.text() == "Support"
    assert not opened.sentence.use.isEnabled()
    workspace.document.undo_stack.undo()
    assert not workspace.document.draft.decisions


def test_used_sentence_can_be_left_out(opened: ReportReader, workspace: Workspace) -> None:
    begin(workspace, decision(FIRST, Choice.LEAD))
    click(opened, "resumed")
    opened.sentence.leave_out.click()
    [made] = workspace.document.draft.decisions
    assert made.choice is Choice.LEFT_OUT
    assert made.section == ("AM", "energy")
    assert opened.sentence.state.text() == "Left out"


def test_nothing_is_decided_while_no_brief_is_open(opened: ReportReader) -> None:
    click(opened, "Gas")
    assert not opened.sentence.use.isEnabled()
    assert not opened.commands.use.isEnabled()


def test_sentence_is_copied(opened: ReportReader) -> None:
    click(opened, "stayed")
    QTest.keyClick(opened.text, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == BORDER


def test_corrected_tags_are_shown_without_setting_the_text_anew(
    opened: ReportReader, workspace: Workspace, views: dict[str, ReportView], qtbot: QtBot
) -> None:
    document = opened.text.document()
    spans = (replace(FIRST, themes=("sanctions",)), SECOND)
    blocks = (VIEW.blocks[0], replace(VIEW.blocks[1], spans=spans), *VIEW.blocks[2:])
    views[ONE] = ReportView(replace(TALKS, file_name="x"), blocks)
    workspace.library_changed.emit()
    qtbot.waitUntil(lambda: "sanctions" in opened.legend.chips)
    assert opened.text.document() is document


def test_report_that_cannot_be_read_is_explained(reader: ReportReader, qtbot: QtBot) -> None:
    reader.show_report("ff" * 32)
    qtbot.waitUntil(lambda: reader.findChild(QMessageBox) is not None)
    assert reader.head.title.text() == "The report is not in the library."


def test_only_the_report_that_was_asked_for_last_is_shown(
    reader: ReportReader, qtbot: QtBot
) -> None:
    reader.show_report(ONE)
    reader.show_report(THREE)
    qtbot.waitUntil(lambda: reader.head.title.text() == "A Customs Union")
    assert reader.report == THREE


def test_colours_follow_the_window(opened: ReportReader, look: Look) -> None:
    click(opened, "resumed")
    look.choose("dark")
    assert highlighted(opened) == [PRAGUE]
    [selection] = opened.text.extraSelections()
    assert selection.format.background().color().name() == theme.DARK.selected


def test_pages_stand_in_the_margin(opened: ReportReader) -> None:
    assert opened._opened is not None
    assert opened._opened.document.pages == {0: "9", 3: "10"}


def test_commands_are_there_for_the_menu(opened: ReportReader) -> None:
    keys = {a.shortcut().toString() for a in opened.menu_actions() if a}
    assert {"N", "P", "U", "X", "Ctrl+F", "Esc"} <= keys


def test_long_legend_is_folded_until_all_is_wanted(
    reader: ReportReader, views: dict[str, ReportView], qtbot: QtBot
) -> None:
    themes = tuple(reader._workspace.taxonomy.themes)
    spans = tuple(replace(FIRST, themes=themes) for _ in range(2))
    views[ONE] = replace(VIEW, blocks=(VIEW.blocks[0], replace(VIEW.blocks[1], spans=spans)))
    reader.resize(420, 600)
    reader.show_report(ONE)
    legend = reader.legend
    qtbot.waitUntil(lambda: len(legend.chips) == 14)
    chips = list(legend.chips.values())
    assert chips[0].isVisible()
    assert not chips[-1].isVisible()
    low = legend.height()
    legend.more.click()
    qtbot.waitUntil(lambda: legend.height() > low)
    assert all(chip.isVisible() for chip in chips)
    assert all(chip.geometry().right() <= legend.width() for chip in chips)
    legend.more.click()
    assert not chips[-1].isVisible()


def test_a_sentence_that_nobody_has_decided_on_is_not_said_to_be_left_out(
    opened: ReportReader, workspace: Workspace
) -> None:
    begin(workspace, decision(FIRST, Choice.LEFT_OUT))
    click(opened, "resumed")
    assert opened.sentence.state.text() == ""
    assert opened.sentence.use.isEnabled()


def test_the_sentence_in_which_words_were_found_is_the_one_that_is_used(
    opened: ReportReader, workspace: Workspace
) -> None:
    begin(workspace)
    click(opened, "resumed")
    QTest.keyClick(opened.text, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(opened.find_bar.field, "Gas")
    opened.sentence.use.click()
    [made] = workspace.document.draft.decisions
    assert made.finding.exact == GAS
