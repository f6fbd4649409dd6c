"""One judgement of the officer's, as a card of fields."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from briefing.model import Judgement
from briefing.model.desk import ScaleChoice
from briefing.model.marking import Scheme
from gui.brief_fields import DocumentUndo, labelled, paired
from gui.judgement_hints import fits, hint, words_of
from gui.widgets.calm_combo import CalmCombo
from gui.widgets.growing_text import GrowingText
from gui.widgets.labels import plain
from gui.widgets.level_combo import LevelCombo
from gui.widgets.quiet_button import QuietButton
from gui.widgets.remark import Remark


class JudgementEditor(QFrame):
    """Shows a judgement; ``edited`` brings what the officer makes of it."""

    edited = Signal(str, object)
    """The field that was edited, and the whole ``Judgement`` as it is now."""
    move_wanted = Signal(int)
    """By how many places: -1 up, 1 down."""
    remove_wanted = Signal()

    def __init__(self, undo: DocumentUndo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._judgement = Judgement("")
        self._scale = ScaleChoice("", "", ())
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._make_texts(undo)
        self._make_choices()
        self._make_buttons()
        self._lay_out()

    def show_judgement(self, judgement: Judgement, number: int, of: int) -> None:
        """Show a judgement and which one it is; ``of``: how many there are."""
        self._judgement = judgement
        self.heading.setText(self.tr("Judgement {number}").format(number=number))
        self.text.setAccessibleName(self.heading.text())
        _show_text(self.text, judgement.text)
        _show_text(self.would_change, judgement.would_change)
        self._show_likelihood()
        self.confidence.setCurrentIndex(max(0, self.confidence.findData(judgement.confidence)))
        self.marking.show_marking(judgement.marking)
        self.up.setEnabled(number > 1)
        self.down.setEnabled(number < of)
        self._advise()

    def offer(self, scale: ScaleChoice, confidences: tuple[str, ...]) -> None:
        """Offer the terms of a scale and the levels of confidence."""
        self._scale = scale
        with QSignalBlocker(self.likelihood):
            self.likelihood.clear()
            self.likelihood.addItem(self.tr("none given"), "")
            for term, range_ in scale.terms:
                self.likelihood.addItem(f"{term}  ·  {range_}", words_of(term)[0])
        with QSignalBlocker(self.confidence):
            self.confidence.clear()
            self.confidence.addItem(self.tr("none given"), "")
            for level in confidences:
                self.confidence.addItem(level, level)

    def offer_levels(self, scheme: Scheme | None) -> None:
        """Offer the levels of a scheme of markings; without one there is nothing to choose."""
        self.marking.offer(scheme)
        self._marked.setVisible(scheme is not None)

    def in_order(self) -> tuple[QWidget, ...]:
        """Return the fields in the order in which Tab goes through them."""
        fields = (self.text, self.likelihood, self.confidence, self.would_change, self.marking)
        return *fields, self.up, self.down, self.remove

    def _make_texts(self, undo: DocumentUndo) -> None:
        self.heading = plain()
        self.heading.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.text = GrowingText(2)
        self.text.setPlaceholderText(self.tr("What you judge, in one or two sentences"))
        self.would_change = GrowingText(1)
        for box in (self.text, self.would_change):
            box.installEventFilter(undo)
        self.text.textChanged.connect(lambda: self._edit("text", self.text.toPlainText()))
        self.would_change.textChanged.connect(
            lambda: self._edit("would_change", self.would_change.toPlainText())
        )
        self.remark = Remark()

    def _make_choices(self) -> None:
        self.likelihood, self.confidence = CalmCombo(), CalmCombo()
        self.likelihood.activated.connect(
            lambda _: self._edit("likelihood", self.likelihood.currentData())
        )
        self.confidence.activated.connect(
            lambda _: self._edit("confidence", self.confidence.currentData())
        )

        self.marking = LevelCombo(self.tr("that of the document"))
        self.marking.chosen.connect(lambda marking: self._edit("marking", marking))

    def _make_buttons(self) -> None:
        self.up, self.down = QuietButton(self.tr("Up")), QuietButton(self.tr("Down"))
        self.remove = QuietButton(self.tr("Remove"))
        self.up.clicked.connect(lambda: self.move_wanted.emit(-1))
        self.down.clicked.connect(lambda: self.move_wanted.emit(1))
        self.remove.clicked.connect(self.remove_wanted)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addWidget(self.remark)
        grid = paired()
        grid.addLayout(labelled(self.tr("Likelihood"), self.likelihood), 0, 0)
        grid.addLayout(labelled(self.tr("Confidence"), self.confidence), 0, 1)
        changes = labelled(self.tr("What would change it"), self.would_change)
        grid.addLayout(changes, 1, 0, 1, 2)
        self._marked = QWidget()
        marked = labelled(self.tr("Its own marking"), self.marking)
        marked.setContentsMargins(0, 0, 0, 0)
        self._marked.setLayout(marked)
        self._marked.hide()
        grid.addWidget(self._marked, 2, 0)
        column.addLayout(grid)
        for button in (self.up, self.down, self.remove):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)

    def _edit(self, field: str, value: str) -> None:
        judgement = replace(self._judgement, **{field: value.strip()})
        if judgement != self._judgement:
            self._judgement = judgement
            self._advise()
            self.edited.emit(field, judgement)

    def _show_likelihood(self) -> None:
        said = self._judgement.likelihood
        index = _place_of(self.likelihood, said)
        if index < 0:
            told = self.tr("{term} (not of this scale)")
            self.likelihood.addItem(told.format(term=said), said)
            index = self.likelihood.count() - 1
        self.likelihood.setCurrentIndex(index)

    def _advise(self) -> None:
        """Say what to mind of the judgement, if anything."""
        if not fits(self._judgement.likelihood, self._scale):
            told = self.tr("“{term}” is no term of the {scale}: choose one of its terms.")
            term, scale = self._judgement.likelihood, self._scale.name
            self.remark.mind(told.format(term=term, scale=scale))
        else:
            self.remark.say(hint(self._judgement, self._scale))


def _show_text(box: GrowingText, text: str) -> None:
    if box.toPlainText().strip() != text.strip():
        with QSignalBlocker(box):
            box.setPlainText(text)


def _place_of(combo: QComboBox, likelihood: str) -> int:
    """Return the place of the term that a likelihood is, or means; -1: there is none."""
    for place in range(combo.count()):
        words = words_of(combo.itemText(place).split("  ·  ")[0])
        if likelihood.lower() in (combo.itemData(place), *words):
            return place
    return -1
