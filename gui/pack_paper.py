"""Copies, document control and paper of a pack."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QPlainTextEdit, QSpinBox, QWidget

from briefing.model import PageSize
from briefing.model.pack import Pack, PackVersion
from briefing.model.request import NARROWEST_BINDING, WIDEST_BINDING
from gui.exporting_fields import Line
from gui.widgets.calm_combo import CalmCombo

_LINES = 4
_BETWEEN = ";"


class PackPaper(QWidget):
    """Fills what a pack says of copies and versions, and how it is printed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.recipients = self._text(self.tr("Recipients"))
        self.numbered = QCheckBox(self.tr("A &numbered copy for each recipient, each a file"))
        self.versions = self._text(self.tr("Versions"))
        self.page_size = CalmCombo()
        self.page_size.setAccessibleName(self.tr("Paper"))
        for size in PageSize:
            self.page_size.addItem(size.value, size.value)
        self.duplex = QCheckBox(self.tr("Printed on &both sides: parts begin on right-hand pages"))
        self.binding = QSpinBox()
        self.binding.setAccessibleName(self.tr("Binding margin"))
        self.binding.setRange(NARROWEST_BINDING, WIDEST_BINDING)
        self.binding.setSuffix(self.tr(" mm"))
        self._lay_out()
        self._connect()

    def show_pack(self, pack: Pack) -> None:
        """Show what a pack says of all this."""
        self.recipients.setPlainText("\n".join(pack.recipients))
        self.versions.setPlainText("\n".join(_line(one) for one in pack.versions))
        self.page_size.setCurrentIndex(max(self.page_size.findData(pack.page_size), 0))
        self.duplex.setChecked(pack.duplex)
        self.binding.setValue(pack.binding_mm)

    def filled(self, pack: Pack) -> Pack:
        """Return a pack with what stands in the fields."""
        return replace(
            pack,
            recipients=_lines_of(self.recipients),
            versions=tuple(_version(line) for line in _lines_of(self.versions)),
            page_size=self.page_size.currentData(),
            duplex=self.duplex.isChecked(),
            binding_mm=self.binding.value(),
        )

    def _text(self, name: str) -> QPlainTextEdit:
        field = QPlainTextEdit()
        field.setAccessibleName(name)
        field.setTabChangesFocus(True)
        field.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 12)
        return field

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(self.fontMetrics().averageCharWidth() * 3)
        form.addRow(self.tr("Recipients"), self.recipients)
        form.addRow("", Line(self.tr("One a line, in the order of the copies."), self))
        form.addRow("", self.numbered)
        form.addRow(self.tr("Versions"), self.versions)
        form.addRow("", Line(self.tr("One a line: 2; 2026-11-20; A. Novak; Tab 2 renewed"), self))
        form.addRow(self.tr("Paper"), self.page_size)
        form.addRow("", self.duplex)
        form.addRow(self.tr("Binding margin"), self.binding)

    def _connect(self) -> None:
        for text in (self.recipients, self.versions):
            text.textChanged.connect(self.changed)
        for box in (self.numbered, self.duplex):
            box.toggled.connect(lambda _: self.changed.emit())
        self.page_size.activated.connect(lambda _: self.changed.emit())
        self.binding.valueChanged.connect(lambda _: self.changed.emit())


def _lines_of(field: QPlainTextEdit) -> tuple[str, ...]:
    lines = (line.strip() for line in field.toPlainText().splitlines())
    return tuple(line for line in lines if line)


def _line(version: PackVersion) -> str:
    day = version.day.isoformat() if version.day else ""
    return f"{_BETWEEN} ".join((version.version, day, version.author, version.change))


def _version(line: str) -> PackVersion:
    """Return the version that a line tells; what is no day there is taken for words."""
    number, *rest = (part.strip() for part in line.split(_BETWEEN, 3))
    day = _day(rest[0]) if rest else None
    if day is not None or (rest and not rest[0]):
        rest = rest[1:]
    *authors, change = rest or [""]
    return PackVersion(number, day, f"{_BETWEEN} ".join(authors), change)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
