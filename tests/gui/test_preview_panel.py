"""The pages beside the list: they follow changes, and lead to findings and back."""

from __future__ import annotations

import threading
from dataclasses import replace
from functools import lru_cache
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from briefing.errors import TemplateError
from briefing.exporters.pdf_preview import Preview
from briefing.model import BriefRequest, Choice, Decision, Draft, Quotation
from briefing.model.desk import (
    DraftView,
    FindingRow,
    PagePoint,
    PreviewPage,
    PreviewState,
    TemplateChoice,
    Vocabulary,
)
from briefing.service.calls import RenderPreview
from briefing.templating import render
from gui import theme
from gui.preview_panel import PreviewPanel
from gui.tasks import Lane
from gui.widgets.page_layout import Fit
from gui.widgets.page_painting import edge_of
from gui.widgets.page_view import PageView
from gui.workspace import Workspace
from tests import briefs
from tests.gui.fakes import FakeTasks

STATE = PreviewState(pages=2, filled=1.6, sides=2, findings=18, reports=5)


@lru_cache(maxsize=1)
def pages() -> tuple[PreviewPage, ...]:
    """The pages of a note whose findings take more than one side."""
    made: list[PreviewPage] = []
    brief = briefs.brief(briefs.request(), times=2)
    Preview().render(render(brief, briefs.figures(), briefs.TAXONOMY), made.append)
    return tuple(made)


def row(code: str) -> FindingRow:
    number = int(code[2:])
    finding = Quotation("ab" * 32, number, 0, 9, f"Words of finding {number}.")
    return FindingRow(Decision(finding, Choice.SUPPORT), code, finding.exact, "p. 1", "because")


def codes() -> list[str]:
    return [hit.code for page in pages() for hit in page.hits]


def view(draft: Draft) -> DraftView:
    rows = tuple(map(row, codes()))
    return DraftView(draft, (), rows, len(rows), len(rows))


class Rendering(FakeTasks):
    """Answers a preview as a test wishes, and when it wishes."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[dict[str, Any]] = []

    def run(self, call: Any, done: Any, **options: Any) -> Any:
        if isinstance(call, RenderPreview):
            self.waiting.append({"call": call, "done": done, **options})
        return super().run(call, done, **options)

    def answer(self, index: int = -1, state: PreviewState = STATE) -> None:
        asked = self.waiting[index]
        for page in pages():
            asked["part"](page)
        asked["done"](state)


@pytest.fixture
def tasks() -> Rendering:
    return Rendering()


@pytest.fixture
def panel(qtbot: QtBot, workspace: Workspace, tasks: Rendering) -> PreviewPanel:
    """A panel that shows a brief whose pages are there."""
    workspace.vocabulary = Vocabulary(
        briefs.TAXONOMY,
        tuple(TemplateChoice(name, name.title(), "", (), 2) for name in ("note", "memo")),
        charts=(),
        scales=(),
        confidences=(),
        formats=(),
        readable=(),
    )
    made = PreviewPanel(workspace)
    qtbot.addWidget(made)
    made.resize(480, 660)
    made.show()
    draft = Draft(BriefRequest())
    workspace.document.begin(draft)
    workspace.document.amend(view(draft))
    qtbot.waitUntil(lambda: bool(tasks.waiting))
    tasks.answer()
    return made


def test_a_change_is_asked_for_once_a_turn_and_in_a_lane_of_its_own(
    qtbot: QtBot, panel: PreviewPanel, workspace: Workspace, tasks: Rendering
) -> None:
    before = len(tasks.waiting)
    for n in range(3):
        draft = replace(workspace.document.draft, request=BriefRequest(title=f"Title {n}"))
        workspace.document.apply("Title", draft)
    qtbot.waitUntil(lambda: len(tasks.waiting) > before)
    assert len(tasks.waiting) == before + 1
    asked = tasks.waiting[-1]
    assert asked["call"].draft.request.title == "Title 2"
    assert asked["call"].showing == (1,)
    assert (asked["lane"], asked["replaces"]) == (Lane.PREVIEW, "preview")


def test_the_changed_finding_is_named(
    qtbot: QtBot, panel: PreviewPanel, workspace: Workspace, tasks: Rendering
) -> None:
    before = len(tasks.waiting)
    draft = replace(workspace.document.draft, request=BriefRequest(title="Other"))
    workspace.document.apply("Leave out", draft, about=codes()[3])
    qtbot.waitUntil(lambda: len(tasks.waiting) > before)
    assert tasks.waiting[-1]["call"].changed == codes()[3]


def test_nothing_is_asked_while_nobody_looks(
    qtbot: QtBot, panel: PreviewPanel, workspace: Workspace, tasks: Rendering
) -> None:
    before = len(tasks.waiting)
    panel.hide()
    workspace.document.apply(
        "Title", replace(workspace.document.draft, proposed_for=BriefRequest())
    )
    qtbot.wait(20)
    assert len(tasks.waiting) == before
    panel.show()
    qtbot.waitUntil(lambda: len(tasks.waiting) == before + 1)


def test_the_length_is_asked_for_without_pages_where_it_alone_is_seen(
    qtbot: QtBot, panel: PreviewPanel, workspace: Workspace, tasks: Rendering
) -> None:
    before = len(tasks.waiting)
    panel.hide()
    workspace.document.apply(
        "Title", replace(workspace.document.draft, request=BriefRequest(title="x"))
    )
    panel.want_length(True)
    qtbot.waitUntil(lambda: len(tasks.waiting) == before + 1)
    asked = tasks.waiting[-1]
    assert not asked["call"].pages
    with qtbot.waitSignal(panel.state_changed):
        asked["done"](STATE)
    panel.want_length(True)
    qtbot.wait(20)
    assert len(tasks.waiting) == before + 1, "nothing has changed since"
    panel.show()
    qtbot.waitUntil(lambda: len(tasks.waiting) == before + 2)
    assert tasks.waiting[-1]["call"].pages, "the pages are still those before the change"


def test_length_and_pages_are_told(panel: PreviewPanel) -> None:
    assert panel.head.length.text().startswith("1.6 of 2")
    assert panel.view.count == 2
    assert panel.foot.page.maximum() == 2
    assert panel.state == STATE


def test_an_older_answer_changes_nothing(
    qtbot: QtBot, panel: PreviewPanel, workspace: Workspace, tasks: Rendering
) -> None:
    for title in ("A", "B"):
        before = len(tasks.waiting)
        draft = replace(workspace.document.draft, request=BriefRequest(title=title))
        workspace.document.apply("Title", draft)
        qtbot.waitUntil(lambda before=before: len(tasks.waiting) > before)  # type: ignore[misc]
    tasks.answer(-2, replace(STATE, filled=9.9))
    assert panel.head.length.text().startswith("1.6")
    tasks.answer(-1, replace(STATE, filled=1.2))
    assert panel.head.length.text().startswith("1.2")


def test_a_fault_is_told_and_the_last_good_pages_stay(
    panel: PreviewPanel, workspace: Workspace, tasks: Rendering
) -> None:
    tasks.waiting[-1]["failed"](TemplateError("note, line 3: no such name.", "Look it up."))
    assert panel.fault.isVisible()
    assert panel.fault.text() == "note, line 3: no such name."
    assert "Look it up." in panel.fault.toolTip()
    assert panel.view.count == 2
    tasks.answer()
    assert not panel.fault.isVisible()


def test_work_is_told_only_when_it_takes_a_while(
    qtbot: QtBot, panel: PreviewPanel, workspace: Workspace, tasks: Rendering
) -> None:
    before = len(tasks.waiting)
    workspace.library_changed.emit()
    qtbot.waitUntil(lambda: len(tasks.waiting) > before)
    assert panel.foot.busy.text() == ""
    qtbot.waitUntil(lambda: panel.foot.busy.text() == "Updating…")
    tasks.answer()
    assert panel.foot.busy.text() == ""


def click(qtbot: QtBot, panel: PreviewPanel, code: str) -> None:
    place = panel.view.place(code)
    assert place is not None
    point = QPoint(round(place.center().x()), round(place.center().y()))
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_a_click_on_a_finding_makes_it_the_current_one(
    qtbot: QtBot, panel: PreviewPanel, workspace: Workspace
) -> None:
    click(qtbot, panel, codes()[2])
    assert workspace.document.current == row(codes()[2]).decision.passage


def test_a_click_on_a_point_of_a_chart_chooses_the_finding_that_it_leads_to(
    qtbot: QtBot, panel: PreviewPanel, workspace: Workspace
) -> None:
    first = pages()[0]
    wanted = pages()[1].hits[-1].code
    free = min(hit.top for hit in first.hits) / 2
    point = PagePoint(wanted, 0.4, free, 0.1, 0.01, "coverage", "Armenia", "Armenia: 1 finding")
    panel.view.put(replace(first, points=(point,)))
    place = panel.view._desk.place(0, point)
    at = place.center().toPoint()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert workspace.document.current == row(wanted).decision.passage
    assert panel.view.number == 2, "the finding is brought into view, not the point"


def test_a_click_on_a_point_with_several_findings_asks_for_what_stands_behind_it(
    qtbot: QtBot, panel: PreviewPanel
) -> None:
    first = pages()[0]
    free = min(hit.top for hit in first.hits) / 2
    words = "Armenia: 3 findings"
    point = PagePoint("", 0.4, free, 0.1, 0.01, "coverage", "Armenia", words)
    other_part = replace(point, left=0.6)
    panel.view.put(replace(first, points=(point, other_part)))
    at = panel.view._desk.place(0, point).center().toPoint()
    QTest.mouseMove(panel.view.viewport(), at)
    qtbot.waitUntil(lambda: words in panel.view.viewport().toolTip())
    beside = panel.view._desk.place(0, other_part)
    shown = panel.view.viewport().grab().toImage()
    edge = [
        shown.pixelColor(round(beside.left()) + x, round(beside.center().y())) for x in (-2, -1)
    ]
    assert any(colour.lightness() < 200 for colour in edge)
    triangle = replace(point, outline=((0.0, 0.0, 1.0, 0.0, 0.0, 2.0),))
    drawn = edge_of([(QRectF(10, 10, 40, 20), triangle), (QRectF(90, 10, 4, 4), other_part)])
    assert drawn.boundingRect() == QRectF(10, 10, 40, 40), "its own edge, and no boxes"
    with qtbot.waitSignal(panel.point_wanted) as wanted:
        QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert wanted.args == ["coverage", "Armenia"]


def test_the_current_finding_is_brought_into_view(
    panel: PreviewPanel, workspace: Workspace
) -> None:
    last = codes()[-1]
    workspace.document.select(row(last).decision.passage)
    place = panel.view.place(last)
    assert place is not None
    assert panel.view.viewport().rect().contains(place.toRect().center())


def test_the_current_finding_has_an_edge_in_the_accent_colour(
    qtbot: QtBot, panel: PreviewPanel, workspace: Workspace
) -> None:
    workspace.document.select(row(codes()[1]).decision.passage)
    picture = panel.view.viewport().grab().toImage()
    accent = QColor(theme.LIGHT.accent)
    colours = {picture.pixelColor(x, y).name() for x in range(20, 110) for y in range(0, 500, 3)}
    assert accent.name() in colours


def test_arrows_step_through_the_findings(
    qtbot: QtBot, panel: PreviewPanel, workspace: Workspace
) -> None:
    workspace.document.select(row(codes()[0]).decision.passage)
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    assert workspace.document.current == row(codes()[1]).decision.passage
    assert panel.view.accessibleDescription() == row(codes()[1]).text
    QTest.keyClick(panel.view, Qt.Key.Key_Up)
    assert workspace.document.current == row(codes()[0]).decision.passage


def test_keys_turn_pages_and_zoom(qtbot: QtBot, panel: PreviewPanel) -> None:
    QTest.keyClick(panel.view, Qt.Key.Key_End)
    assert panel.view.number == 2
    assert panel.foot.page.value() == 2
    QTest.keyClick(panel.view, Qt.Key.Key_Home)
    assert panel.view.number == 1
    before = panel.view.zoom
    QTest.keyClick(panel.view, Qt.Key.Key_Plus)
    assert panel.view.zoom > before
    assert panel.view.fit is Fit.ZOOM
    assert not panel.commands.width.isChecked()


def test_pages_fit_the_width_until_told_otherwise(panel: PreviewPanel) -> None:
    narrow = panel.view.zoom
    panel.resize(900, 660)
    assert panel.view.zoom > narrow
    panel.commands.page.trigger()
    panel.commands.actual.trigger()
    assert panel.view.zoom == pytest.approx(1.0)


def test_scroll_stays_where_it_is_when_pages_are_renewed(
    panel: PreviewPanel, tasks: Rendering
) -> None:
    panel.view.verticalScrollBar().setValue(123)
    tasks.answer()
    assert panel.view.verticalScrollBar().value() == 123


def test_pages_are_drawn_as_sharp_as_the_screen(qtbot: QtBot, panel: PreviewPanel) -> None:
    with qtbot.waitSignal(panel.view.pictures.drawn, timeout=20_000):
        panel.view.viewport().update()
    picture = panel.view.viewport().grab().toImage()
    place = panel.view.place(codes()[0])
    assert place is not None
    area = place.toRect()
    points = [
        (x, y) for x in range(area.left(), area.right()) for y in range(area.top(), area.bottom())
    ]
    assert min(picture.pixelColor(x, y).lightness() for x, y in points) < 120


def test_another_template_is_a_change_that_can_be_undone(
    qtbot: QtBot, panel: PreviewPanel, workspace: Workspace
) -> None:
    combo = panel.head.template
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    assert workspace.document.draft.request.template == "memo"
    workspace.document.undo_stack.undo()
    assert combo.currentData() == "note"


def test_export_is_the_primary_button(qtbot: QtBot, panel: PreviewPanel) -> None:
    spy = QSignalSpy(panel.export_wanted)
    QTest.mouseClick(panel.head.export, Qt.MouseButton.LeftButton)
    assert spy.count() == 1
    assert panel.head.export.property("primary")


def test_without_a_brief_there_are_no_pages(panel: PreviewPanel, workspace: Workspace) -> None:
    workspace.document.close()
    assert panel.view.count == 0
    assert panel.head.length.text() == ""
    assert not panel.head.export.isEnabled()


def test_nothing_of_the_brief_before_is_shown_under_another(
    panel: PreviewPanel, workspace: Workspace, tasks: Rendering
) -> None:
    late = tasks.waiting[-1]
    workspace.document.begin(Draft(BriefRequest(title="Other")))
    assert panel.view.count == 0
    assert panel.state is None
    assert panel.head.length.text() == ""
    late["part"](pages()[0])
    assert panel.view.count == 0


def is_drawn(view: PageView, number: int) -> bool:
    return number in view.pictures._kept


def test_a_page_that_cannot_be_drawn_says_so_and_holds_up_no_other(
    qtbot: QtBot, panel: PreviewPanel, caplog: pytest.LogCaptureFixture
) -> None:
    good = pages()[0]
    panel.view.put(replace(good, pdf=b"no PDF"))
    panel.view.set_fit(Fit.PAGE)
    panel.view.put(replace(pages()[1], number=2))
    qtbot.waitUntil(lambda: is_drawn(panel.view, 1))
    panel.view.grab()
    panel.view.go(2)
    qtbot.waitUntil(lambda: is_drawn(panel.view, 2))
    assert panel.view.pictures._kept[1][1].isNull()
    assert not panel.view.pictures._kept[2][1].isNull()
    assert "could not be drawn" in caplog.text
    panel.view.go(1)
    said = panel.view.grab().toImage()
    panel.view.words_when_faulty = ""
    assert panel.view.grab().toImage() != said


def test_no_thread_outlives_the_pages(qtbot: QtBot) -> None:
    def drawing() -> set[threading.Thread]:
        return {one for one in threading.enumerate() if one.name.startswith("pages")}

    before = drawing()
    view = PageView()
    view.resize(300, 400)
    view.show()
    view.put(pages()[0])
    qtbot.waitUntil(lambda: is_drawn(view, 1))
    assert drawing() - before
    shiboken6.delete(view)
    assert not drawing() - before


def test_every_control_has_a_name(panel: PreviewPanel) -> None:
    for control in (panel.view, panel.head.template, panel.foot.page):
        assert control.accessibleName()
    assert all(action is None or action.text() for action in panel.menu_actions())
