"""The open brief: what can be undone, what is saved, what is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefing.model import BriefRequest, Draft
from briefing.model.desk import DraftView
from gui.document import PAUSE_S, Document


def titled(title: str) -> Draft:
    return Draft(BriefRequest(title=title))


@pytest.fixture
def document() -> Document:
    made = Document()
    made.begin(titled("Talks"))
    return made


def view_of(draft: Draft) -> DraftView:
    return DraftView(draft, (), (), 0, 0)


def test_change_is_undone_and_done_again_under_its_name(document: Document) -> None:
    document.apply("Change Title", titled("Borders"))
    assert document.undo_stack.undoText() == "Change Title"
    document.undo_stack.undo()
    assert document.draft == titled("Talks")
    assert document.undo_stack.redoText() == "Change Title"
    document.undo_stack.redo()
    assert document.draft == titled("Borders")


def test_typing_into_one_field_is_one_change(document: Document) -> None:
    for title in ("B", "Bo", "Bor"):
        document.apply("Change Title", titled(title), merge="title")
    document.undo_stack.undo()
    assert document.draft == titled("Talks")


def test_proposal_is_undone_with_the_change_that_called_for_it(document: Document) -> None:
    scope = replace(document.draft.request, regions=("AM",))
    document.apply("Tick Armenia", Draft(scope))
    document.amend(view_of(Draft(scope, proposed_for=scope)))
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.draft == titled("Talks")
    document.undo_stack.redo()
    assert document.draft.proposed_for == scope


def test_brief_is_modified_until_saved_and_again_after_undo(
    document: Document, tmp_path: Path
) -> None:
    assert not document.is_modified
    document.apply("Change Title", titled("Borders"))
    assert document.is_modified
    document.mark_saved(tmp_path / "borders.brief", document.draft)
    assert not document.is_modified
    assert document.name == "borders"
    document.undo_stack.undo()
    assert document.is_modified


def test_what_is_changed_while_saving_stays_modified(document: Document, tmp_path: Path) -> None:
    document.apply("Change Title", titled("Borders"))
    written = document.draft
    document.apply("Change Title", titled("Frontiers"))
    document.mark_saved(tmp_path / "a.brief", written)
    assert document.is_modified


def test_recovered_brief_is_modified_until_saved(document: Document, tmp_path: Path) -> None:
    document.begin(titled("Talks"), recovered=True)
    assert document.is_modified
    document.mark_saved(tmp_path / "a.brief", document.draft)
    assert not document.is_modified


def test_brief_open_for_reading_refuses_changes_and_says_why(
    document: Document, qtbot: QtBot
) -> None:
    document.begin(titled("Talks"), read_only=True)
    with qtbot.waitSignal(document.changed), qtbot.waitSignal(document.refused) as told:
        document.apply("Change Title", titled("Borders"))
    assert told.args is not None
    assert "reading only" in told.args[0]
    assert document.draft == titled("Talks")
    assert not document.undo_stack.canUndo()


def test_closed_document_holds_nothing(document: Document) -> None:
    document.apply("Change Title", titled("Borders"))
    document.close()
    assert not document.is_open
    assert not document.is_modified
    assert not document.undo_stack.canUndo()
    assert document.name == ""


def test_another_brief_is_announced_before_it_is_shown(document: Document) -> None:
    told: list[str] = []
    document.begun.connect(lambda: told.append(f"begun {document.draft.request.title}"))
    document.changed.connect(lambda: told.append("changed"))
    document.begin(titled("Borders"))
    assert "begun Borders" in told
    assert told[-1] == "changed"
    document.close()
    assert told[-2:] == ["begun ", "changed"]
    document.apply("Change Title", titled("Talks"))
    assert sum(word.startswith("begun") for word in told) == 2


def test_typing_goes_on_in_a_new_step_after_the_field_was_left(
    document: Document, qtbot: QtBot
) -> None:
    box, first = QWidget(), QLineEdit()
    column = QVBoxLayout(box)
    column.addWidget(first)
    column.addWidget(second := QLineEdit())
    qtbot.addWidget(box)
    box.show()
    box.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    document.apply("Change Title", titled("B"), merge="title")
    document.apply("Change Title", titled("Bo"), merge="title")
    qtbot.wait(1)
    second.setFocus()
    first.setFocus()
    document.apply("Change Title", titled("Bor"), merge="title")
    assert document.undo_stack.count() == 2
    document.undo_stack.undo()
    assert document.draft == titled("Bo")


def test_typing_goes_on_in_a_new_step_after_a_pause(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr("gui.document.monotonic", lambda: now[0])
    document.apply("Change Title", titled("B"), merge="title")
    now[0] += 1
    document.apply("Change Title", titled("Bo"), merge="title")
    now[0] += PAUSE_S + 1
    document.apply("Change Title", titled("Bor"), merge="title")
    document.undo_stack.undo()
    assert document.draft == titled("Bo")


def test_typing_after_undo_does_not_join_what_was_typed_before(document: Document) -> None:
    document.apply("Change Title", titled("B"), merge="title")
    document.apply("Tick Armenia", Draft(BriefRequest(title="B", regions=("AM",))))
    document.undo_stack.undo()
    document.apply("Change Title", titled("Bo"), merge="title")
    document.undo_stack.undo()
    assert document.draft == titled("B")


def test_many_findings_are_noted_as_seen_with_one_word(document: Document, qtbot: QtBot) -> None:
    told: list[object] = []
    document.seen_changed.connect(lambda: told.append(None))
    document.note_seen("f-1", "f-2", "")
    document.note_seen("f-2")
    assert document.seen == {"f-1", "f-2"}
    assert len(told) == 1
