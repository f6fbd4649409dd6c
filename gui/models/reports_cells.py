"""What the cells of the table of reports show, hold for editing, and are sorted by."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from briefing.model import ReportSummary
from briefing.wording import joined
from gui import theme
from gui.metadata_fields import Field, language_name, text_of
from gui.tips import plain_tip

Role = Qt.ItemDataRole

FIELDS = (Field.TITLE, Field.AUTHORS, Field.PUBLISHER, Field.DATE, Field.LANGUAGE)
"""The fields shown, one a column; the number of findings follows."""
FINDINGS = len(FIELDS)


def display(report: ReportSummary, column: int) -> str:
    """Return the words of a cell; a report without a title goes by its file's name."""
    said = report.metadata
    return (
        said.title or report.file_name,
        joined(said.authors),
        said.publisher,
        day_of(report),
        language_name(said.language),
        str(report.findings),
    )[column]


def day_of(report: ReportSummary) -> str:
    """Return a report's date as one writes it, or nothing."""
    return report.metadata.date.spoken() if report.metadata.date else ""


def _edit(report: ReportSummary, column: int) -> str:
    return text_of(report.metadata, FIELDS[column]) if column < FINDINGS else str(report.findings)


def alignment(_: ReportSummary | None, column: int) -> int:
    """Return on which side of its column a cell stands."""
    side = Qt.AlignmentFlag.AlignRight if column == FINDINGS else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


def _foreground(report: ReportSummary, column: int) -> QColor | None:
    leading = column == 0 and bool(report.metadata.title)
    return None if leading else QColor(theme.colours().secondary)


ROLES: dict[int, Callable[[ReportSummary, int], Any]] = {
    Role.DisplayRole: display,
    Role.ToolTipRole: lambda report, column: plain_tip(display(report, column)),
    Role.EditRole: _edit,
    Role.TextAlignmentRole: alignment,
    Role.ForegroundRole: _foreground,
}

KEYS: tuple[Callable[[ReportSummary], Any], ...] = (
    lambda report: (report.metadata.title or report.file_name).casefold(),
    lambda report: tuple(name.casefold() for name in report.metadata.authors),
    lambda report: report.metadata.publisher.casefold(),
    lambda report: str(report.metadata.date or ""),
    lambda report: language_name(report.metadata.language),
    lambda report: report.findings,
)
"""By column; an undated report stands before all dated ones."""
