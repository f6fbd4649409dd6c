"""How far a correction of tags reaches: one finding only, or wherever a term stands."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from briefing.errors import BriefingError
from briefing.model import ReportSummary, RuleTrial, TagCount, TagRule, Taxonomy
from briefing.service.calls import TryRules
from gui.tasks import Task
from gui.timers import timer
from gui.widgets.calm_combo import CalmCombo
from gui.widgets.remark import Remark
from gui.workspace import Workspace

_PAUSE_MS = 200
"""Typing that pauses so long is tried."""
_LINES = 4


class TagsReach(QWidget):
    """“Only here”, or a term with what a rule about it would change, counted while one types."""

    changed = Signal()
    """The choice, the term or where it holds is another; or a trial has been answered."""

    def __init__(
        self, workspace: Workspace, report: ReportSummary | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._report = report
        self._rules: tuple[TagRule, ...] = ()
        self._task: Task | None = None
        self.trial: RuleTrial | None = None
        """What the rules as they are now would change, once it is known."""
        self.here = QRadioButton(self.tr("Only &here"), self)
        self.always = QRadioButton(self.tr("Al&ways, in all reports"), self)
        self._choice = QButtonGroup(self)
        self.term = QLineEdit(self)
        self.where = CalmCombo(self)
        self.count = Remark("", self)
        self.examples = QListWidget(self)
        self._more = QWidget(self)
        self._soon = timer(self, _PAUSE_MS, self._try)
        self._set_up()
        self._lay_out()
        self._show_choice()

    @property
    def is_always(self) -> bool:
        """Whether a rule is wanted."""
        return self.always.isChecked()

    def limits(self) -> tuple[str, str]:
        """Return the only report and the only publisher for which a rule is to hold, if any."""
        report, publisher = self.where.currentData()
        return str(report), str(publisher)

    def propose(self, words: str) -> None:
        """Write words as the term."""
        self.term.setText(" ".join(words.split()))

    def ask(self, rules: Iterable[TagRule]) -> None:
        """Count, as soon as nobody types any more, what rules would change."""
        rules = tuple(rules)
        if rules and rules == self._rules:
            return
        self._rules = rules
        self.trial = None
        self._cancel()
        self.examples.clear()
        if not rules:
            self._soon.stop()
            self.count.say(self._lacking())
            return
        self.count.say(self.tr("Counting what would change …"))
        self._soon.start()

    def _lacking(self) -> str:
        if not self.term.text().strip():
            return self.tr("Write the word or phrase, or mark it in the sentence above.")
        return self.tr("Tick or untick what the word or phrase means.")

    def _try(self) -> None:
        self._task = self._workspace.tasks.run(
            TryRules(self._rules), self._take, failed=self._fail, replaces="rules", owner=self
        )

    def _cancel(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def _take(self, trial: RuleTrial) -> None:
        self._task = None
        self.trial = trial
        self.count.say(self._counted(trial))
        for example in trial.examples:
            signs = [f"+ {self._name(tag)}" for tag in example.gains]
            signs += [f"− {self._name(tag)}" for tag in example.loses]
            self.examples.addItem(f"{', '.join(signs)}: {example.text} ({example.place})")
        if self.examples.count():
            self.examples.setCurrentRow(0)
        self.changed.emit()

    def _fail(self, error: BriefingError) -> None:
        self._task = None
        self.count.mind(error.message)
        self.changed.emit()

    def _counted(self, trial: RuleTrial) -> str:
        if not trial.findings:
            return self.tr("This would change no finding.")
        findings = self.tr("Would change %n finding(s)", "", trial.findings)
        reports = self.tr("in %n report(s)", "", trial.reports)
        gains = [self._tallied(one, self.tr("{n} gain {tag}")) for one in trial.gained]
        loses = [self._tallied(one, self.tr("{n} lose {tag}")) for one in trial.lost]
        return f"{findings} {reports}: {', '.join((*gains, *loses))}."

    def _tallied(self, count: TagCount, said: str) -> str:
        number = f"{count.findings:,}"
        return said.replace("{n}", number).replace("{tag}", self._name(count.tag))

    def _name(self, tag: str) -> str:
        return name_of(tag, self._workspace.taxonomy)

    def _set_up(self) -> None:
        self._choice.addButton(self.here)
        self._choice.addButton(self.always)
        self.here.setChecked(True)
        self.term.setPlaceholderText(self.tr("Word or phrase"))
        self.term.setAccessibleName(self.tr("Word or phrase"))
        self.term.setToolTip(
            self.tr("Whole words, in any inflection; a star at the end stands for any ending")
        )
        self.where.addItem(self.tr("in all reports"), ("", ""))
        self._offer_limits()
        self.where.setAccessibleName(self.tr("Where the rule holds"))
        self.examples.setAccessibleName(self.tr("Findings that would change"))
        self.examples.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.examples.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.examples.setFixedHeight(round(self.fontMetrics().lineSpacing() * (_LINES + 0.9)))
        self.always.toggled.connect(self._show_choice)
        self.term.textChanged.connect(self.changed)
        self.where.currentIndexChanged.connect(self.changed)

    def _offer_limits(self) -> None:
        report = self._report
        if report is None:
            return
        publisher = report.metadata.publisher
        if publisher:
            said = self.tr("in reports of {publisher}").replace("{publisher}", publisher)
            self.where.addItem(said, ("", publisher))
        self.where.addItem(self.tr("in this report"), (report.sha256, ""))

    def _show_choice(self) -> None:
        self._more.setVisible(self.is_always)
        if self.is_always:
            self.count.say(self._lacking())
            self._rules = ()
        else:
            self._soon.stop()
            self._cancel()
            self._rules, self.trial = (), None
        self.changed.emit()

    def _lay_out(self) -> None:
        gap = round(self.fontMetrics().height() * 0.4)
        choice = QHBoxLayout()
        choice.addWidget(self.here)
        choice.addSpacing(2 * gap)
        choice.addWidget(self.always)
        choice.addStretch(1)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.tr("Te&rm"), self.term)
        form.addRow(self.tr("Ho&lds"), self.where)
        more = QVBoxLayout(self._more)
        more.setContentsMargins(0, 0, 0, 0)
        more.setSpacing(gap)
        more.addLayout(form)
        more.addWidget(self.count)
        more.addWidget(self.examples)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        column.addLayout(choice)
        column.addWidget(self._more)


def name_of(tag: str, taxonomy: Taxonomy) -> str:
    """Return the name of a region or theme; of one that is not known, its id."""
    known = taxonomy.regions.get(tag) or taxonomy.themes.get(tag)
    return known.name if known else tag
