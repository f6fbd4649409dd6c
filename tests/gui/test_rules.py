"""A correction of tags as a rule: its term proposed, its changes counted, the rules listed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.errors import LibraryError, RequestError
from briefing.model import (
    Evidence,
    Facet,
    KeptRule,
    RuleExample,
    RuleTrial,
    TagCount,
    TagRule,
)
from briefing.service.calls import (
    CorrectTags,
    ExportRules,
    ImportRules,
    KeepRules,
    ListRules,
    ReadEvidence,
    RemoveRule,
    TryRules,
)
from gui.rules_dialog import RulesDialog
from gui.tags_dialog import TagsDialog
from tests.builders import METADATA, a_summary
from tests.gui.findings import REPORT, Desk
from tests.gui.scope import VOCABULARY

TRIAL = RuleTrial(
    12,
    4,
    (TagCount(Facet.THEME, "diplomacy", 9),),
    (TagCount(Facet.THEME, "energy", 3),),
    (RuleExample("The group met <b>twice</b>.", "Novak 2023, p. 4", ("diplomacy",), ()),),
)
RULES = (
    KeptRule(TagRule("Contact Group", Facet.THEME, "diplomacy", number=3), 1200),
    KeptRule(TagRule("Georgia", Facet.ABOUT, "GE", False, publisher="Ledger", number=5), 2),
    KeptRule(TagRule("gas", Facet.THEME, "energy", False, "ab" * 32, number=6), 0),
)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    """A page of findings; the core answers all that is asked about rules."""
    made = Desk()
    qtbot.addWidget(made.page)
    made.workspace.vocabulary = VOCABULARY
    made.workspace.reports = (a_summary(sha256=REPORT),)
    told = (Evidence(Facet.THEME, "conflict", "ceasefire", "term"),)
    made.tasks.answers |= {ReadEvidence: lambda _: told, TryRules: lambda _: TRIAL}
    return made


def opened(desk: Desk, qtbot: QtBot) -> TagsDialog:
    dialog = TagsDialog(desk.workspace, desk.row("f-0000"))
    qtbot.addWidget(dialog)
    dialog.show()
    asked = len(desk.tasks.calls)
    qtbot.waitUntil(lambda: len(desk.tasks.calls) >= asked)
    qtbot.waitUntil(lambda: bool(dialog._evidence))
    return dialog


def tick(dialog: TagsDialog, id_: str, *, state: Qt.CheckState) -> None:
    for model in (dialog.regions, dialog.themes):
        for n in range(model.rowCount()):
            if model.id_at(n) == id_:
                model.setData(model.index(n), state, Qt.ItemDataRole.CheckStateRole)


def of(desk: Desk, kind: type) -> list[object]:
    return [call for call in desk.tasks.calls if isinstance(call, kind)]


def test_correction_holds_for_one_finding_unless_said_otherwise(desk: Desk, qtbot: QtBot) -> None:
    dialog = opened(desk, qtbot)
    assert dialog.reach.here.isChecked()
    assert not dialog.reach.term.isVisible()
    tick(dialog, "GE", state=Qt.CheckState.Checked)
    dialog.save()
    qtbot.waitUntil(lambda: bool(desk.core.corrected))
    assert of(desk, TryRules) == of(desk, KeepRules) == []


def test_term_that_spoke_for_a_tag_is_proposed_and_counted(desk: Desk, qtbot: QtBot) -> None:
    dialog = opened(desk, qtbot)
    tick(dialog, "conflict", state=Qt.CheckState.Unchecked)
    dialog.reach.always.click()
    assert dialog.reach.term.text() == "ceasefire"
    assert not dialog.save_button.isEnabled(), "what it changes is not known yet"
    qtbot.waitUntil(lambda: dialog.reach.trial is not None)
    said = dialog.reach.count.text()
    assert said.startswith("Would change 12 finding")
    assert said.endswith("9 gain Diplomacy, 3 lose Energy.")
    assert "The group met <b>twice</b>. (Novak 2023, p. 4)" in dialog.reach.examples.item(0).text()
    dialog.save_button.click()
    rule = TagRule("ceasefire", Facet.THEME, "conflict", adds=False)
    assert of(desk, KeepRules) == [KeepRules((rule,))]
    assert of(desk, CorrectTags) == []


def test_marked_words_become_the_term(desk: Desk, qtbot: QtBot) -> None:
    dialog = opened(desk, qtbot)
    tick(dialog, "GE", state=Qt.CheckState.Checked)
    at = desk.row("f-0000").text.index("corridor")
    dialog.sentence.setSelection(at, len("corridor"))
    dialog.reach.always.click()
    assert dialog.reach.term.text() == "corridor"
    dialog.sentence.setSelection(0, len("The ceasefire"))
    QTest.keyRelease(dialog.sentence, Qt.Key.Key_Right)
    assert dialog.reach.term.text() == "The ceasefire"
    qtbot.waitUntil(lambda: dialog.reach.trial is not None)
    assert of(desk, TryRules)[-1] == TryRules((TagRule("The ceasefire", Facet.ABOUT, "GE"),))


def test_count_follows_term_ticks_and_where_the_rule_holds(desk: Desk, qtbot: QtBot) -> None:
    dialog = opened(desk, qtbot)
    dialog.reach.always.click()
    assert "Write the word" in dialog.reach.count.text()
    dialog.reach.term.setText("corridor")
    assert "Tick or untick" in dialog.reach.count.text()
    tick(dialog, "GE", state=Qt.CheckState.Checked)
    dialog.reach.where.setCurrentIndex(1)
    qtbot.waitUntil(lambda: dialog.reach.trial is not None)
    rule = TagRule("corridor", Facet.ABOUT, "GE", publisher=METADATA.publisher)
    assert of(desk, TryRules) == [TryRules((rule,))], "asked once, when nobody types any more"
    dialog.reach.where.setCurrentIndex(2)
    assert dialog.reach.trial is None
    assert not dialog.save_button.isEnabled()
    qtbot.waitUntil(lambda: dialog.reach.trial is not None)
    rule = TagRule("corridor", Facet.ABOUT, "GE", report=REPORT)
    assert of(desk, TryRules)[-1] == TryRules((rule,))


def test_mistaken_term_is_told_and_not_kept(desk: Desk, qtbot: QtBot) -> None:
    def refuse(_: TryRules) -> RuleTrial:
        raise RequestError("“–” is no term that a rule could be about.")

    desk.tasks.answers[TryRules] = refuse
    dialog = opened(desk, qtbot)
    tick(dialog, "GE", state=Qt.CheckState.Checked)
    dialog.reach.always.click()
    dialog.reach.term.setText("–")
    qtbot.waitUntil(lambda: "no term" in dialog.reach.count.text())
    assert not dialog.save_button.isEnabled()


def listing(desk: Desk, qtbot: QtBot, rules: Callable[[ListRules], object]) -> RulesDialog:
    desk.tasks.answers[ListRules] = rules
    dialog = RulesDialog(desk.workspace)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_rules_are_listed_in_words_and_removed(desk: Desk, qtbot: QtBot) -> None:
    kept = list(RULES)
    desk.tasks.answers[RemoveRule] = lambda call: kept.pop(0)
    dialog = listing(desk, qtbot, lambda _: tuple(kept))
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 3)
    rows = [[dialog.model.index(row, n).data() for n in range(4)] for row in range(3)]
    assert rows[0] == ["Contact Group", "Diplomacy", "in all reports", "1,200"]
    assert rows[1] == ["Georgia", "not Georgia", "in reports of Ledger", "2"]
    assert rows[2][2] == "in a report that is not in the library"
    dialog.remove.click()
    assert of(desk, RemoveRule) == [RemoveRule(3)]
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 2)
    assert dialog.said.text() == "Removed: “Contact Group”."


def test_where_there_are_no_rules_the_way_to_one_is_told(desk: Desk, qtbot: QtBot) -> None:
    dialog = listing(desk, qtbot, lambda _: ())
    qtbot.waitUntil(lambda: "no rules yet" in dialog.said.text())
    assert not dialog.remove.isEnabled()
    assert not dialog.hand_on.isEnabled()


def test_rules_are_handed_on_and_taken_in(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.tasks.answers |= {
        ExportRules: lambda _: 3,
        ImportRules: lambda _: (RULES[0].rule,),
    }
    dialog = listing(desk, qtbot, lambda _: RULES)
    dialog.export_to(tmp_path / "desk.toml")
    qtbot.waitUntil(lambda: dialog.said.text().startswith("3 rule"))
    dialog.import_from(tmp_path / "desk.toml")
    qtbot.waitUntil(lambda: "taken in" in dialog.said.text())

    def refuse(_: ImportRules) -> object:
        raise LibraryError("desk.toml, line 7: there is no theme 'enrgy'.")

    desk.tasks.answers[ImportRules] = refuse
    dialog.import_from(tmp_path / "desk.toml")
    qtbot.waitUntil(lambda: "line 7" in dialog.said.text())
