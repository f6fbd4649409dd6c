"""The settings: one form that fills one frozen value. Who opens it keeps what comes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from briefing.model import PageSize
from briefing.model.desk import Vocabulary
from briefing.settings import READING_MEBIBYTES, READING_SECONDS, Appearance, Settings
from gui.exporting_names import example_of, explained
from gui.widgets.fitting import fit_to_screen
from gui.widgets.folder_field import FolderField
from gui.widgets.form_area import FormArea
from gui.widgets.remark import Remark

FASTEST, SLOWEST = 5, 3600
"""Seconds between two savings aside."""
MOST_BACKUPS = 1000


class SettingsDialog(QDialog):
    """What holds for all briefs; accepted, ``settings`` says what was chosen."""

    def __init__(
        self, settings: Settings, vocabulary: Vocabulary | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._before = settings
        groups = (
            self._window_group(),
            self._briefs_group(vocabulary),
            self._saving_group(),
            self._reading_group(),
            self._folders_group(),
        )
        self._lay_out(groups)
        _align(self.findChildren(QFormLayout))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 80)
        fit_to_screen(self, self.area)

    def settings(self) -> Settings:
        """Return the settings as the form has them; what it does not show stays."""
        return replace(
            self._before,
            appearance=Appearance(self.appearance.currentData()),
            sender=self.sender_line.text().strip(),
            template=self.template.currentData(),
            scale=self.scale.currentData(),
            page_size=self.page_size.currentData(),
            export_pattern=self.pattern.text().strip() or Settings().export_pattern,
            autosave_seconds=self.autosave.value(),
            backups=self.backups.value(),
            reading_seconds=self.reading_time.value(),
            reading_mebibytes=self.reading_memory.value(),
            library=self.library.text(),
            templates=self.templates.text(),
        )

    def _lay_out(self, groups: Sequence[QGroupBox]) -> None:
        """Let the groups scroll where the screen is low; the buttons are always to be seen."""
        sheet = QWidget()
        inside = QVBoxLayout(sheet)
        inside.setSpacing(self.fontMetrics().lineSpacing())
        for group in groups:
            inside.addWidget(group)
        inside.addStretch(1)
        self.area = FormArea()
        self.area.setWidget(sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(inside.contentsMargins())
        foot.addWidget(self._buttons())
        column.addLayout(foot)

    def _window_group(self) -> QGroupBox:
        self.appearance = _choice(
            (
                (self.tr("As the system"), Appearance.SYSTEM.value),
                (self.tr("Light"), Appearance.LIGHT.value),
                (self.tr("Dark"), Appearance.DARK.value),
            ),
            self._before.appearance.value,
        )
        group, form = _group(self.tr("Window"))
        form.addRow(self.tr("&Appearance"), self.appearance)
        return group

    def _briefs_group(self, vocabulary: Vocabulary | None) -> QGroupBox:
        before = self._before
        self.sender_line = QLineEdit(before.sender)
        self.sender_line.setPlaceholderText(self.tr("Stands as “From” in the document"))
        templates = [(t.title, t.name) for t in vocabulary.templates] if vocabulary else []
        scales = [(s.name, s.id) for s in vocabulary.scales] if vocabulary else []
        self.template = _choice(templates, before.template)
        self.scale = _choice(scales, before.scale)
        self.page_size = _choice([(size.value, size.value) for size in PageSize], before.page_size)
        group, form = _group(self.tr("New briefs"))
        form.addRow(self.tr("&Sender"), self.sender_line)
        form.addRow(self.tr("&Template"), self.template)
        form.addRow(self.tr("&Likelihood scale"), self.scale)
        form.addRow(self.tr("&Paper"), self.page_size)
        return group

    def _saving_group(self) -> QGroupBox:
        before = self._before
        self.pattern = QLineEdit(before.export_pattern)
        self.pattern.setAccessibleDescription(explained())
        self.example = Remark(parent=self)
        self.pattern.textChanged.connect(self._show_example)
        self._show_example()
        self.autosave = _number(before.autosave_seconds, FASTEST, SLOWEST)
        self.autosave.setSuffix(self.tr(" seconds"))
        self.backups = _number(before.backups, 1, MOST_BACKUPS)
        group, form = _group(self.tr("Saving and exporting"))
        form.addRow(self.tr("&Name of exports"), self.pattern)
        for remark in (Remark(explained(), self), self.example):
            remark.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            form.addRow("", remark)
        form.addRow(self.tr("Put changes aside &every"), self.autosave)
        form.addRow(self.tr("&Backups of each brief"), self.backups)
        return group

    def _show_example(self) -> None:
        self.example.say(example_of(self.pattern.text().strip() or Settings().export_pattern))

    def _reading_group(self) -> QGroupBox:
        self.reading_time = _number(self._before.reading_seconds, *READING_SECONDS)
        self.reading_time.setSuffix(self.tr(" seconds"))
        self.reading_memory = _number(self._before.reading_mebibytes, *READING_MEBIBYTES)
        self.reading_memory.setSuffix(self.tr(" MB"))
        group, form = _group(self.tr("Reading reports"))
        form.addRow(self.tr("A &file may take at most"), self.reading_time)
        form.addRow(self.tr("and of &memory"), self.reading_memory)
        return group

    def _folders_group(self) -> QGroupBox:
        self.library = FolderField(
            self._before.library, self.tr("Folder of the library"), self.tr("In your own folder")
        )
        self.templates = FolderField(
            self._before.templates, self.tr("Folder of your templates"), self.tr("Your data folder")
        )
        group, form = _group(self.tr("Folders"))
        form.addRow(self.tr("L&ibrary"), self.library)
        form.addRow(self.tr("&Your templates"), self.templates)
        return group

    def _buttons(self) -> QDialogButtonBox:
        standard = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(standard.Ok | standard.Cancel)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box


def _group(title: str) -> tuple[QGroupBox, QFormLayout]:
    group = QGroupBox(title)
    form = QFormLayout(group)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    return group, form


def _align(forms: Sequence[QFormLayout]) -> None:
    """Have the fields of all groups begin at the same place."""
    label = QFormLayout.ItemRole.LabelRole
    items = [form.itemAt(row, label) for form in forms for row in range(form.rowCount())]
    labels = [widget for item in items if item and (widget := item.widget())]
    widest = max(widget.sizeHint().width() for widget in labels)
    for widget in labels:
        widget.setMinimumWidth(widest)


def _choice(options: Sequence[tuple[str, str]], current: str) -> QComboBox:
    """Return a list to choose from; what is set stays, even where it is not on offer."""
    box = QComboBox()
    for label, value in options:
        box.addItem(label, value)
    if box.findData(current) < 0:
        box.addItem(current, current)
    box.setCurrentIndex(box.findData(current))
    return box


def _number(value: int, least: int, most: int) -> QSpinBox:
    box = QSpinBox()
    box.lineEdit().setTextMargins(4, 0, 0, 0)  # the style sheet cannot
    box.setRange(least, most)
    box.setValue(value)
    return box
