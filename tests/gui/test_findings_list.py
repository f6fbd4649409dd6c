"""The list itself: thousands of lines, any width, changes that leave everything in its place."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from briefing.model import Choice, Draft
from briefing.model.desk import DraftView
from gui.findings_list import FindingsList
from gui.findings_words import FindingWords
from gui.models.findings import FindingsModel
from gui.models.findings_lines import Shown
from tests.gui.findings import REQUEST, SECTIONS, a_row, some_rows

LONG = (
    "The commissions of both capitals met four times between spring and autumn, agreed on where "
    "the line runs for some six hundred kilometres, and left the rest, which holds the wells and "
    "the road, to a meeting that has been put off twice since."
)
PAUSE = 0.1
"""Seconds beyond which a person notices."""
SLOWER = 30
"""How much slower a machine that tests beside others may be."""


def many_rows(count: int) -> DraftView:
    rows = tuple(
        a_row(n, section=SECTIONS[n * 2 // count], choice=_choice(n, count), code=f"f-{n:05d}")
        if n % 3
        else a_row(n, LONG, section=SECTIONS[n * 2 // count], choice=_choice(n, count))
        for n in range(count)
    )
    decided = tuple(row.decision for row in rows if row.decision.is_used)
    return DraftView(Draft(REQUEST, decided), SECTIONS, rows, count, len(decided))


def _choice(n: int, count: int) -> Choice:
    return Choice.SUPPORT if n % (count // 2) < 9 else Choice.LEFT_OUT


def a_list(qtbot: QtBot, view: DraftView, width: int = 640, height: int = 600) -> FindingsList:
    made = FindingsList(FindingsModel(FindingWords()))
    made.lines_model.setParent(made)
    made.resize(width, height)
    qtbot.addWidget(made)
    made.lines_model.show_view(view, view.draft)
    made.show()
    return made


def a_small_list(qtbot: QtBot) -> FindingsList:
    rows = some_rows()
    decided = tuple(row.decision for row in rows if row.decision.is_used)
    return a_list(qtbot, DraftView(Draft(REQUEST, decided), SECTIONS, rows, len(rows), 4))


def test_model_keeps_qts_rules_through_every_change(qtbot: QtBot) -> None:
    view = many_rows(60)
    model = FindingsModel(FindingWords())
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    tester = QAbstractItemModelTester(model, mode)
    model.show_view(view, view.draft)
    decisions = view.draft.decisions
    model.follow(replace(view.draft, decisions=decisions[::-1]))
    model.follow(replace(view.draft, decisions=decisions[2:5]))
    model.show_only(Shown.USED)
    model.show_only(Shown.ALL)
    model.show_answers("border", view.rows[5:20])
    model.end_search()
    shorter = replace(view, rows=view.rows[::2])
    model.show_view(shorter, shorter.draft)
    assert model.rowCount() == 32
    tester.deleteLater()


def test_ten_thousand_findings_are_listed_without_a_pause(qtbot: QtBot) -> None:
    view = many_rows(10_000)
    made = a_list(qtbot, many_rows(20))
    qtbot.waitExposed(made)
    took: dict[str, float] = {}
    canvas = QImage(made.size(), QImage.Format.Format_RGB32)

    def measure(name: str, *steps: object) -> None:
        begin = process_time()
        for step in steps:
            step()  # type: ignore[operator]
        made.render(canvas)
        took[name] = process_time() - begin

    model = made.lines_model
    measure("show", lambda: model.show_view(view, view.draft))
    changed = replace(view.draft, decisions=view.draft.decisions[1:])
    measure("decide", lambda: model.follow(changed))
    fresh = replace(view, rows=tuple(replace(row) for row in view.rows))
    measure("view anew", lambda: model.show_view(fresh, fresh.draft))
    measure("resize", lambda: made.resize(500, 600))
    measure("end", made.go_to_first, lambda: made.verticalScrollBar().setValue(10**9))
    measure("filter", lambda: model.show_only(Shown.USED))
    measure("all", lambda: model.show_only(Shown.ALL))
    print({name: round(seconds * 1000) for name, seconds in took.items()})
    assert max(took.values()) < PAUSE * SLOWER, took


def test_lines_stand_one_under_the_other_and_are_found_by_their_place(qtbot: QtBot) -> None:
    made = a_list(qtbot, many_rows(200))
    made.render(QImage(made.size(), QImage.Format.Format_RGB32))
    bottom = 0
    for n in range(8):
        rect = made.visualRect(made.lines_model.index(n))
        assert rect.top() == bottom
        assert made.indexAt(rect.center()).row() == n
        bottom = rect.bottom() + 1
    heights = {made.visualRect(made.lines_model.index(n)).height() for n in range(1, 8)}
    assert len(heights) > 1


def test_what_one_reads_stays_in_place_when_the_width_changes(qtbot: QtBot) -> None:
    made = a_list(qtbot, many_rows(500))
    row = made.lines_model.lines[250].row
    assert row is not None
    made.go_to(row.decision.passage)
    before = made.visualRect(made.currentIndex()).top()
    made.resize(420, 600)
    after = made.visualRect(made.currentIndex())
    assert abs(after.top() - before) < 150
    assert made.viewport().rect().intersects(after)


def test_scrolling_up_over_guessed_lines_moves_by_what_was_scrolled(qtbot: QtBot) -> None:
    made = a_list(qtbot, many_rows(2000))
    bar = made.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    for _ in range(30):
        index = made.indexAt(QPoint(5, 300))
        before = made.visualRect(index).top()
        bar.setValue(bar.value() - 40)
        assert made.visualRect(index).top() == before + 40


def test_current_line_keeps_its_selection_when_it_moves(qtbot: QtBot) -> None:
    made = a_small_list(qtbot)
    made.go_to_first()
    model = made.lines_model
    passage = model.lines[1].row.decision.passage  # type: ignore[union-attr]
    draft = model._draft
    assert draft is not None
    model.follow(replace(draft, decisions=draft.decisions[1:3] + draft.decisions[:1]))
    assert made.currentIndex().row() == 3
    assert made.current_row().decision.passage == passage  # type: ignore[union-attr]
    assert [row.decision.passage for row in made.selected_rows()] == [passage]


def test_heading_comes_on_screen_with_its_first_finding(qtbot: QtBot) -> None:
    made = a_small_list(qtbot)
    made.resize(640, 160)
    made.verticalScrollBar().setValue(10**6)
    made.go_to_first()
    assert made.visualRect(made.lines_model.index(0)).top() >= 0


def test_page_down_goes_about_a_page_on(qtbot: QtBot) -> None:
    made = a_list(qtbot, many_rows(300))
    made.go_to_first()
    places = []
    for _ in range(3):
        QTest.keyClick(made, Qt.Key.Key_PageDown)
        places.append(made.currentIndex().row())
    assert places == sorted(set(places))
    assert 3 < places[0] < 14
    QTest.keyClick(made, Qt.Key.Key_PageUp)
    assert made.currentIndex().row() < places[2]


def test_line_of_letters_reads_from_right_to_left_where_its_script_does(qtbot: QtBot) -> None:
    rows = (a_row(0, "الهدنة", choice=Choice.LEAD), a_row(1, "Truce", choice=Choice.LEAD))
    view = DraftView(Draft(REQUEST, tuple(r.decision for r in rows)), SECTIONS, rows, 2, 2)
    made = a_list(qtbot, view)
    image = made.viewport().grab().toImage()
    ink = {}
    for n in (1, 2):
        rect = made.visualRect(made.lines_model.index(n))
        line = QRect(30, rect.top() + 6, rect.width() - 60, 20)
        dark = [x for x in range(line.left(), line.right()) if _is_inked(image, x, line)]
        ink[n] = sum(dark) / len(dark)
    assert ink[1] > made.viewport().width() * 0.7
    assert ink[2] < made.viewport().width() * 0.3


def _is_inked(image: QImage, x: int, line: QRect) -> bool:
    ratio = image.devicePixelRatio()
    return any(
        image.pixelColor(round(x * ratio), round(y * ratio)).lightness() < 110
        for y in range(line.top(), line.bottom(), 2)
    )


def test_drop_tells_the_place_between_lines(qtbot: QtBot) -> None:
    made = a_small_list(qtbot)
    made.go_to_first()
    third = made.visualRect(made.lines_model.index(3))
    data = made.lines_model.mimeData([made.currentIndex()])
    event = QDropEvent(
        QPointF(20, third.top() + 2),
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(made.dropped) as caught:
        made.dropEvent(event)
    assert caught.args == [3]
    assert made.place_for(0) == 1


@pytest.mark.parametrize("look_of", ["light", "dark"])
def test_list_draws_itself_in_both_appearances(qtbot: QtBot, look: object, look_of: str) -> None:
    look.choose(look_of)  # type: ignore[attr-defined]
    made = a_small_list(qtbot)
    corner = made.viewport().grab().toImage().pixelColor(300, 2)
    assert (corner.lightness() < 128) == (look_of == "dark")


def test_the_line_under_a_finding_is_cut_to_one_and_told_in_full(qtbot: QtBot) -> None:
    wide, narrow = (a_list(qtbot, many_rows(9), width) for width in (900, 260))
    told = []
    for view in (wide, narrow):
        row = view.lines_model.lines[1].row
        assert row is not None
        told.append(view.delegate.setting(row, view.viewport().width()))
    assert told[0].shown == told[0].whole
    assert told[1].shown.endswith("…")
    assert told[1].whole == told[0].whole
    assert told[0].whole.startswith(told[1].shown[:-1])
