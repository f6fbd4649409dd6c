"""What became of each file of an import, as rows: a head for each group, then its files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor, QFont

from briefing.model.desk import ImportedFile, ImportReview
from gui import theme
from gui.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One line of the review."""

    name: str
    what: str = ""
    is_head: bool = False
    is_quiet: bool = False
    is_warning: bool = False
    sha256: str = ""
    """The report that the line is about, where it is in the library."""
    lacks_title: bool = False
    """Its name of the file stands for a title, until one is entered."""


def rows_of(review: ImportReview) -> tuple[ReviewRow, ...]:
    """Return the lines of a review; groups without files are passed over."""
    read = (
        (QCoreApplication.translate("ImportReview", "New"), review.imported),
        (QCoreApplication.translate("ImportReview", "Corrected"), review.corrected),
        (QCoreApplication.translate("ImportReview", "Already there"), review.already),
    )
    rows: list[ReviewRow] = []
    for name, files in read:
        rows += _group(name, [row for file in files for row in _read(file)], len(files))
    failed = [row for file in review.failed for row in _failed(file)]
    rows += _group(QCoreApplication.translate("ImportReview", "Failed"), failed, len(review.failed))
    aside = [ReviewRow(path, is_quiet=True) for path in review.left_aside]
    rows += _group(
        QCoreApplication.translate("ImportReview", "Left aside: not a format that can be read"),
        aside,
        len(aside),
    )
    return tuple(rows)


def as_text(rows: tuple[ReviewRow, ...]) -> str:
    """Return the lines as text to be pasted elsewhere, tabs between the columns."""
    lines: list[str] = []
    for row in rows:
        lines += [""] if row.is_head and lines else []
        lines.append(f"{row.name} ({row.what})" if row.is_head else f"{row.name}\t{row.what}")
    return "\n".join(lines) + "\n"


def _group(name: str, rows: list[ReviewRow], count: int) -> list[ReviewRow]:
    return [ReviewRow(name, str(count), is_head=True), *rows] if rows else []


def _read(file: ImportedFile) -> Iterator[ReviewRow]:
    told = _Counted().findings(file.findings)
    missing = QCoreApplication.translate("ImportReview", "no title found – enter one")
    title = file.title if file.title != file.name else ""
    what = " · ".join((title or missing, told))
    yield ReviewRow(file.name, what, sha256=file.sha256, lacks_title=not title)
    for remark in file.remarks:
        yield ReviewRow("", remark, is_quiet=True, sha256=file.sha256)


class _Counted(QObject):
    """Counts in words: their plural forms are gathered from methods of a class only."""

    def findings(self, count: int) -> str:
        return self.tr("%n finding(s)", "", count)


def _failed(file: ImportedFile) -> Iterator[ReviewRow]:
    yield ReviewRow(file.name, file.message, is_warning=True)
    if file.hint:
        yield ReviewRow("", file.hint, is_quiet=True)


class ReviewModel(QAbstractTableModel):
    """The review as a table of two columns: the file, and what became of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[ReviewRow, ...] = ()

    def show(self, rows: tuple[ReviewRow, ...]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's
        """Return the number of columns."""
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return what Qt asks for of a cell."""
        row = self.rows[index.row()]
        text = row.what if index.column() else row.name
        if role == Role.DisplayRole:
            return text
        if role == Role.ToolTipRole:
            return plain_tip(text)
        if role == Role.TextAlignmentRole and row.is_head:
            return int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
        if role == Role.FontRole and row.is_head and not index.column():
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return _shade(row, index.column()) if role == Role.ForegroundRole else None


def _shade(row: ReviewRow, column: int) -> QColor:
    shades = theme.colours()
    if row.is_warning and column:
        return QColor(shades.mind)
    return QColor(shades.secondary if row.is_quiet or (row.is_head and column) else shades.ink)
