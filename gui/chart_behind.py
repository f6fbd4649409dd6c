"""The findings behind a point of a chart, each with where it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from briefing.errors import BriefingError
from briefing.model import ChartPoint
from briefing.model.desk import FindingRow
from briefing.service.chart_calls import FindingsBehind
from gui.widgets.entry_delegate import FootRole, entry_list
from gui.widgets.remark import Remark, SectionHeading
from gui.workspace import Workspace

_CODE = Qt.ItemDataRole.UserRole
_START = 6
"""Characters that every code has: documents print more of it only where two begin alike."""
_MOST = 300
"""Findings behind one point that are shown; nobody reads more of them in a list."""


class ChartBehind(QWidget):
    """Lists the findings of a point: those of the list at once, others once the core has them."""

    wanted = Signal(str)
    """A finding, by its code, is to be shown where it is worked on."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._rows: defaultdict[str, list[FindingRow]] = defaultdict(list)
        """By how their codes begin."""
        view = workspace.document.view
        self._learn(view.rows if view is not None else ())
        self.findings = entry_list(self.tr("Findings behind the number"))
        self.findings.itemActivated.connect(self._lead)
        self.nothing = Remark()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SectionHeading(self.tr("Findings behind it")))
        column.addWidget(self.nothing)
        column.addWidget(self.findings, 1)
        column.addWidget(Remark(self.tr("Enter, or a double click, leads to the finding.")))

    def show_point(self, point: ChartPoint | None) -> None:
        """Show what stands behind a point; None: no point is chosen."""
        self.findings.clear()
        self.nothing.say("")
        codes = point.codes[:_MOST] if point is not None else ()
        missing = tuple(code for code in codes if self._row(code) is None)
        if missing:
            self._ask(codes, missing)
        else:
            self._fill(codes)
        if point is not None and len(point.codes) > _MOST:
            self.nothing.say(self.tr("The best %n of them", "", _MOST))

    def _ask(self, codes: tuple[str, ...], missing: tuple[str, ...]) -> None:
        """Have those shown too that are not in the list of findings."""

        def take(rows: tuple[FindingRow, ...]) -> None:
            self._learn(rows)
            self._fill(codes)

        self._workspace.tasks.run(
            FindingsBehind(self._workspace.document.draft, missing),
            take,
            failed=lambda error: self._miss(codes, error),
            replaces="findings behind",
            owner=self,
        )

    def _miss(self, codes: tuple[str, ...], error: BriefingError) -> None:
        self._fill(codes)
        self.nothing.mind(error.message)

    def _fill(self, codes: Iterable[str]) -> None:
        self.findings.clear()
        for row in filter(None, map(self._row, codes)):
            entry = QListWidgetItem(row.text)
            entry.setData(FootRole, f"{row.place} · {self._standing(row)}")
            entry.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.text} {row.place}")
            entry.setData(_CODE, row.code)
            self.findings.addItem(entry)
        self.findings.setCurrentRow(0)

    def _standing(self, row: FindingRow) -> str:
        return self.tr("in the brief") if row.decision.is_used else self.tr("not in the brief")

    def _learn(self, rows: Iterable[FindingRow]) -> None:
        for row in rows:
            self._rows[row.code[:_START]].append(row)

    def _row(self, code: str) -> FindingRow | None:
        """Return the row of a code; one of the two may be the beginning of the other."""
        alike = self._rows.get(code[:_START], ())
        return next((row for row in alike if _are_one(code, row.code)), None)

    def _lead(self, item: QListWidgetItem) -> None:
        self.wanted.emit(str(item.data(_CODE)))


def _are_one(code: str, other: str) -> bool:
    return code.startswith(other) or other.startswith(code)
