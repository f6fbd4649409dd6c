"""The cover of a pack: what for, when, where, from whom, how it is marked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from briefing.model.pack import Pack
from gui.exporting_fields import Line
from gui.widgets.calm_combo import CalmCombo
from gui.widgets.date_field import Bound, DateField
from gui.workspace import Workspace


class PackCover(QWidget):
    """Fills the head of a pack."""

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.event_name, self.place = QLineEdit(), QLineEdit(), QLineEdit()
        self.begins, self.ends = DateField(Bound.FIRST), DateField(Bound.LAST)
        self.issued = DateField(Bound.DAY)
        self.department, self.contact = QLineEdit(), QLineEdit()
        self.reference, self.version = QLineEdit(), QLineEdit()
        self.scheme, self.marking = self._schemes(workspace), QLineEdit()
        self.wrong = Line()
        self._lines = {
            "title": self.title,
            "event": self.event_name,
            "place": self.place,
            "department": self.department,
            "contact": self.contact,
            "reference": self.reference,
            "version": self.version,
            "marking": self.marking,
        }
        self._days = {"begins": self.begins, "ends": self.ends, "issued": self.issued}
        self._lay_out()
        self._connect()

    def show_pack(self, pack: Pack) -> None:
        """Show the head of a pack."""
        for name, line in self._lines.items():
            line.setText(getattr(pack, name))
        for name, field in self._days.items():
            field.show_day(getattr(pack, name))
        found = self.scheme.findData(pack.scheme)
        if found < 0:
            self.scheme.addItem(pack.scheme, pack.scheme)
        self.scheme.setCurrentIndex(self.scheme.findData(pack.scheme))

    def filled(self, pack: Pack) -> Pack:
        """Return a pack with what stands in the fields."""
        words: dict[str, Any] = {name: line.text().strip() for name, line in self._lines.items()}
        days: dict[str, Any] = {name: field.day for name, field in self._days.items()}
        return replace(pack, scheme=str(self.scheme.currentData() or ""), **words, **days)

    def _schemes(self, workspace: Workspace) -> CalmCombo:
        combo = CalmCombo()
        combo.addItem(self.tr("None: the marking is free text"), "")
        for scheme in workspace.vocabulary.schemes if workspace.vocabulary else ():
            combo.addItem(scheme.name, scheme.id)
        return combo

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(self.fontMetrics().averageCharWidth() * 3)
        for words, field in (
            (self.tr("Title"), self.title),
            (self.tr("Event"), self.event_name),
            (self.tr("First day"), self.begins),
            (self.tr("Last day"), self.ends),
            (self.tr("Place"), self.place),
            (self.tr("Department"), self.department),
            (self.tr("Contact"), self.contact),
            (self.tr("Reference"), self.reference),
            (self.tr("Version"), self.version),
            (self.tr("Issued"), self.issued),
            (self.tr("Scheme of markings"), self.scheme),
            (self.tr("Marking"), self.marking),
        ):
            field.setAccessibleName(words)
            form.addRow(words, field)
        form.addRow("", self.wrong)
        self.issued.setPlaceholderText(self.tr("The latest of its briefs"))
        self.marking.setPlaceholderText(self.tr("The highest of its briefs"))

    def _connect(self) -> None:
        for line in self._lines.values():
            line.textEdited.connect(lambda _: self.changed.emit())
        for field in self._days.values():
            field.date_changed.connect(self.changed)
            field.error_changed.connect(lambda said: self.wrong.say(said, mind=True))
        self.scheme.activated.connect(lambda _: self.changed.emit())
