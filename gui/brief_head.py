"""The head of the brief: template, title, who to whom, marking and dates."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from briefing.model import BriefRequest, PageSize, Taxonomy
from briefing.model.request import NARROWEST_BINDING, PURPOSES, WIDEST_BINDING
from briefing.wording import listed
from gui.brief_fields import Listed, Plain, RequestForm, labelled, paired
from gui.brief_marking import BriefMarking, LevelsOf
from gui.models.regions_ticked import with_groups
from gui.widgets.calm_combo import CalmCombo
from gui.widgets.date_field import Bound, DateField
from gui.widgets.remark import Remark, SectionHeading
from gui.workspace import Workspace

MARKINGS = ("OFFICIAL", "OFFICIAL-SENSITIVE", "RESTRICTED", "CONFIDENTIAL")
"""Offered as markings; any other text will do."""
BINDINGS = range(NARROWEST_BINDING, WIDEST_BINDING + 1)
"""Millimetres offered as a binding margin."""


class BriefHead(RequestForm):
    """What stands above the text of the document."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace.document, parent)
        self._workspace = workspace
        self._make_choices()
        self._make_lines()
        self._lay_out()
        workspace.vocabulary_ready.connect(self._take_vocabulary)
        self._take_vocabulary()

    def _make_choices(self) -> None:
        self.template, self.described = CalmCombo(), Remark()
        self.page_size = CalmCombo()
        for size in PageSize:
            self.page_size.addItem(size.value, size.value)
        self._bind_choice(self.template, "template", self.tr("Change template"))
        self._bind_choice(self.page_size, "page_size", self.tr("Change page size"))
        self.sides = CalmCombo()
        self.sides.addItem(self.tr("On one side"), False)
        self.sides.addItem(self.tr("On both sides, bound"), True)
        self._bind_choice(self.sides, "duplex", self.tr("Change printing"))
        self.binding = CalmCombo()
        self.binding.addItem(self.tr("Usual"), 0)
        for width in BINDINGS:
            self.binding.addItem(self.tr("%n mm", "", width), width)
        self._bind_choice(self.binding, "binding_mm", self.tr("Change binding margin"))
        self.annex = CalmCombo()
        self.annex.addItem(self.tr("As the template says"), None)
        self.annex.addItem(self.tr("With an annex"), True)
        self.annex.addItem(self.tr("Without"), False)
        self._bind_choice(self.annex, "annex", self.tr("Change annex"))
        self.notes = CalmCombo()
        self.notes.addItem(self.tr("As the template says"), "")
        self.notes.addItem(self.tr("In brackets"), "none")
        self.notes.addItem(self.tr("In footnotes"), "footnotes")
        self.notes.addItem(self.tr("In endnotes"), "endnotes")
        self._bind_choice(self.notes, "notes", self.tr("Change notes"))
        self.contents = CalmCombo()
        self.contents.addItem(self.tr("As the template says"), None)
        self.contents.addItem(self.tr("List the headings"), True)
        self.contents.addItem(self.tr("Without"), False)
        self._bind_choice(self.contents, "contents", self.tr("Change contents list"))
        as_template, none = self.tr("as the template says"), self.tr("none")
        name = self.tr("Change purpose")
        self.purpose = self._suggesting("purpose", name, PURPOSES, as_template)
        name = self.tr("Change marking")
        self.marking = self._suggesting("marking", name, MARKINGS, none)
        self.marked = BriefMarking(self._workspace, self.marking)
        self._levels = LevelsOf(self.marking, MARKINGS, self)
        self.issued, self.fault = DateField(Bound.DAY), Remark()
        self.issued.setPlaceholderText(self.tr("the day it is made"))
        self.issued.date_changed.connect(self._change_issued)
        self.issued.error_changed.connect(self.fault.mind)
        self.document.begun.connect(self.issued.forget)
        self.follow(lambda request: self.issued.show_day(request.issued))

    def _make_lines(self) -> None:
        self.title = self._line("title", self.tr("Change title"))
        self.addressee = self._line("addressee", self.tr("Change addressee"))
        self.from_whom = self._line("sender", self.tr("Change sender"))
        self.through = self._line("through", self.tr("Change “through”"))
        self.copies = QLineEdit()
        self.copies.setPlaceholderText(self.tr("separated by ;"))
        self.bind_line(self.copies, "copies", self.tr("Change copies"), Listed("; "))
        self.reference = self._line("reference", self.tr("Change reference"))
        self.version = self._line("version", self.tr("Change version"))

    def _lay_out(self) -> None:
        grid = paired()
        grid.addLayout(labelled(self.tr("Template"), self.template, self.described), 0, 0, 1, 2)
        grid.addLayout(labelled(self.tr("Title"), self.title), 1, 0, 1, 2)
        for row, pair in enumerate(self._pairs(), 2):
            for place, (label, control, remark) in enumerate(pair):
                grid.addLayout(labelled(label, control, remark), row, place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SectionHeading(self.tr("Document")))
        column.addLayout(grid)
        column.addSpacing(grid.verticalSpacing())
        column.addWidget(self.marked)

    def _pairs(self) -> list[list[tuple[str, QWidget, QWidget | None]]]:
        return [
            [(self.tr("To"), self.addressee, None), (self.tr("From"), self.from_whom, None)],
            [(self.tr("Through"), self.through, None), (self.tr("Copies"), self.copies, None)],
            [
                (self.tr("Purpose"), self.purpose, None),
                (self.tr("Marking"), self.marking, self.marked.told),
            ],
            [
                (self.tr("Reference"), self.reference, None),
                (self.tr("Version"), self.version, None),
            ],
            [
                (self.tr("Date of issue"), self.issued, self.fault),
                (self.tr("Page size"), self.page_size, None),
            ],
            [
                (self.tr("Printed"), self.sides, None),
                (self.tr("Binding margin"), self.binding, None),
            ],
            [
                (self.tr("Passages"), self.annex, None),
                (self.tr("Sources of findings"), self.notes, None),
            ],
            [(self.tr("Contents"), self.contents, None)],
        ]

    def _line(self, field: str, name: str) -> QLineEdit:
        line = QLineEdit()
        self.bind_line(line, field, name, Plain())
        return line

    def _suggesting(
        self, field: str, name: str, values: tuple[str, ...], nothing: str
    ) -> QComboBox:
        """Return a field with usual values to choose from, in which any text can be written."""
        combo = CalmCombo()
        combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        combo.addItems([nothing, *values])
        line = QLineEdit()
        combo.setLineEdit(line)
        # Its list would open by itself, and swallow the click beside it.
        combo.setCompleter(None)  # type: ignore[arg-type]
        combo.setCurrentIndex(-1)
        line.setPlaceholderText(nothing)
        self.bind_line(line, field, name, Plain())

        def choose(index: int) -> None:
            if index == 0:  # the field itself stays empty
                combo.clearEditText()
            self.change(name, field, **{field: combo.itemText(index) if index else ""})

        combo.activated.connect(choose)
        return combo

    def _bind_choice(self, combo: QComboBox, field: str, name: str) -> None:
        combo.activated.connect(lambda _: self.change(name, **{field: combo.currentData()}))
        self.follow(chooser(combo, field))

    def _take_vocabulary(self) -> None:
        vocabulary = self._workspace.vocabulary
        if vocabulary is not None:
            with QSignalBlocker(self.template):
                self.template.clear()
                for template in vocabulary.templates:
                    self.template.addItem(template.title, template.name)
        self.show_request()

    def show_request(self) -> None:
        """Show the request, what its template is for, and the title that it would be given."""
        super().show_request()
        vocabulary = self._workspace.vocabulary
        templates = vocabulary.templates if vocabulary else ()
        chosen = next((t for t in templates if t.name == self.request.template), None)
        if chosen is not None and chosen.fault:
            self.described.mind(chosen.fault)
        else:
            self.described.say(chosen.description if chosen else "")
        taxonomy = with_groups(self._workspace.taxonomy, self.request.groups)
        self.title.setPlaceholderText(automatic_title(self.request, taxonomy))
        self._levels.offer(self.marked.chosen)

    def _change_issued(self) -> None:
        self.change(self.tr("Change date of issue"), "issued", issued=self.issued.day)


def chooser(combo: QComboBox, field: str) -> Callable[[BriefRequest], None]:
    """Return what shows a field of the request in a combo box; an unknown value is added."""

    def show(request: BriefRequest) -> None:
        value = getattr(request, field)
        if combo.findData(value) < 0:
            combo.addItem(value, value)
        combo.setCurrentIndex(combo.findData(value))

    return show


def automatic_title(request: BriefRequest, taxonomy: Taxonomy) -> str:
    """Return the title that a brief without one is given: its regions and themes."""
    regions = [taxonomy.regions[id_].name for id_ in request.regions if id_ in taxonomy.regions]
    themes = [taxonomy.themes[id_].name.lower() for id_ in request.themes if id_ in taxonomy.themes]
    return ": ".join((listed(regions) or "All regions", listed(themes) or "all themes"))
