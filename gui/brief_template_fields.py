"""What the chosen template asks of the officer beyond what every document has."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from briefing.model import FieldKind, TemplateField, with_written
from briefing.model.desk import TemplateChoice
from briefing.model.fields import names_no_day
from gui.brief_field_texts import BETWEEN, TEXTS, Rows
from gui.brief_fields import RequestForm, labelled
from gui.brief_words import a_column
from gui.widgets.growing_text import GrowingText
from gui.widgets.remark import Remark, SectionHeading
from gui.workspace import Workspace


class BriefTemplateFields(RequestForm):
    """A field for each that the template declares; hidden where it declares none."""

    rebuilt = Signal()
    """The fields are others."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace.document, parent)
        self._workspace = workspace
        self._shown: TemplateChoice | None = None
        self.controls: dict[str, QWidget] = {}
        """The field of each name."""
        self._heading = SectionHeading("")
        self._room: QWidget | None = None
        self._column = a_column(self)
        self._column.addWidget(self._heading)
        workspace.vocabulary_ready.connect(self.show_request)
        self.show_request()

    def show_request(self) -> None:
        """Show the fields of the template that the brief has now, and what is written in them."""
        template = self._template()
        if template != self._shown:
            self._build(template)
        super().show_request()

    def _template(self) -> TemplateChoice | None:
        templates = self._workspace.vocabulary.templates if self._workspace.vocabulary else ()
        return next((one for one in templates if one.name == self.request.template), None)

    def _build(self, template: TemplateChoice | None) -> None:
        """Take the fields of the template before away and put those of this one in their place."""
        self._shown = template
        self._shows.clear()
        self.controls.clear()
        if self._room is not None:
            self._column.removeWidget(self._room)
            self._room.hide()
            self._room.deleteLater()
        fields = template.fields if template else ()
        self._room = QWidget()
        rows = QVBoxLayout(self._room)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        for field in fields:
            remark = Remark(self._hint(field))
            rows.addLayout(labelled(field.label, self._control(field), remark))
            if field.kind is FieldKind.DATE:
                self.follow(partial(self._mind_date, field, remark))
        self._column.addWidget(self._room)
        self._heading.setText(template.title if template else "")
        self.setVisible(bool(fields))
        self.rebuilt.emit()

    def _control(self, field: TemplateField) -> QWidget:
        control = QLineEdit() if field.kind is FieldKind.DATE else GrowingText(2)
        control.setAccessibleDescription(self._hint(field))
        control.setPlaceholderText(self._sample(field))
        control.installEventFilter(self._undo)
        self._bind(field, control)
        self.controls[field.name] = control
        return control

    def _hint(self, field: TemplateField) -> str:
        """Return what to write in a field, and whether it is kept back from releasable versions."""
        closed = self.tr("never in a releasable version") if field.closed else ""
        return " · ".join(filter(None, (field.hint, closed)))

    def _bind(self, field: TemplateField, control: QLineEdit | QPlainTextEdit) -> None:
        """Let a control stand for a field; what is being typed stays if it says the same."""
        text = TEXTS[field.kind]

        def typed() -> str:
            return control.text() if isinstance(control, QLineEdit) else control.toPlainText()

        def show(_: object) -> None:
            rows = self._written(field.name)
            if text.read(typed()) != rows:
                control.blockSignals(True)
                if isinstance(control, QLineEdit):
                    control.setText(text.write(rows))
                else:
                    control.setPlainText(text.write(rows))
                control.blockSignals(False)

        def change() -> None:
            fields = with_written(self.request.fields, field.name, text.read(typed()))
            name = self.tr("Change {field}").format(field=field.label)
            self.change(name, f"fields.{field.name}", fields=fields)

        if isinstance(control, QLineEdit):
            control.textEdited.connect(lambda _: change())
        else:
            control.textChanged.connect(change)
        self.follow(show)

    def _mind_date(self, field: TemplateField, remark: Remark, _: object) -> None:
        """Say that words instead of a date are printed as they are."""
        if names_no_day(field, self._written(field.name)):
            remark.mind(self.tr("No date: it is printed as written. A date is written 2026-11-30."))
        else:
            remark.say(self._hint(field))

    def _written(self, name: str) -> Rows:
        return next((one.rows for one in self.request.fields if one.name == name), ())

    def _sample(self, field: TemplateField) -> str:
        """Return how to write it."""
        if field.kind is FieldKind.PAIRS:
            first, second = field.columns or (self.tr("Question"), self.tr("Answer"))
            said = self.tr("{first}\n{second}, in the lines beneath; then a blank line")
            return said.format(first=first, second=second)
        samples = {
            FieldKind.DATE: self.tr("2026-11-30"),
            FieldKind.LINES: self.tr("A line each"),
            FieldKind.TABLE: BETWEEN.join(field.columns),
        }
        return samples.get(field.kind, "")

    def focus_on(self, name: str) -> bool:
        """Go to the field of a name, if there is one."""
        control = self.controls.get(name)
        if control is not None:
            control.setFocus(Qt.FocusReason.OtherFocusReason)
        return control is not None
