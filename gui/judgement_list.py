"""The judgements of the officer: one card each, on one scale of likelihood."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from briefing.model import Judgement
from briefing.model.desk import ScaleChoice
from gui.brief_fields import RequestForm
from gui.brief_marking import scheme_of
from gui.brief_words import a_column
from gui.judgement_editor import JudgementEditor
from gui.widgets.calm_combo import CalmCombo
from gui.widgets.labels import plain
from gui.widgets.quiet_button import QuietButton
from gui.widgets.remark import SectionHeading
from gui.workspace import Workspace


class JudgementList(RequestForm):
    """Adds, removes and orders judgements. A new card is part of the brief once it has words."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace.document, parent)
        self._workspace = workspace
        self._offered: ScaleChoice | None = None
        self._blank = False
        """Whether an empty card stands after the judgements."""
        self.editors: list[JudgementEditor] = []
        self._make_controls()
        workspace.vocabulary_ready.connect(self._take_vocabulary)
        workspace.document.file_changed.connect(self._drop_blank)
        self._take_vocabulary()

    def add(self) -> None:
        """Put an empty card at the end, ready to be written."""
        self._blank = True
        self.show_request()
        self.editors[-1].text.setFocus(Qt.FocusReason.OtherFocusReason)

    def move_focused(self, by: int) -> None:
        """Move the judgement that has the focus up or down."""
        number = self._focused()
        if number >= 0:
            self._move(number, by)

    def remove_focused(self) -> None:
        """Remove the judgement that has the focus."""
        number = self._focused()
        if number >= 0:
            self._remove(number)

    def show_request(self) -> None:
        """Show a card for each judgement, and the empty one."""
        super().show_request()
        judgements = (*self.request.judgements, *([Judgement("")] if self._blank else []))
        self._have(len(judgements))
        if self._offered != self._scale():
            self._offer()
        scheme = scheme_of(self._workspace, self.request.scheme)
        for number, (editor, judgement) in enumerate(zip(self.editors, judgements, strict=True), 1):
            editor.offer_levels(scheme)
            editor.show_judgement(judgement, number, len(self.request.judgements))
        self.scale.setCurrentIndex(self.scale.findData(self.request.scale))

    def _make_controls(self) -> None:
        self.scale = CalmCombo()
        self.scale.setAccessibleName(self.tr("Scale of likelihood"))
        self.scale.activated.connect(self._change_scale)
        self.add_button = QuietButton(self.tr("Add judgement"))
        self.add_button.clicked.connect(self.add)
        label = plain(self.tr("Scale"))
        label.setBuddy(self.scale)
        head = QHBoxLayout()
        head.addWidget(SectionHeading(self.tr("Judgements of the desk")), 1)
        head.addWidget(label)
        head.addWidget(self.scale, 1)
        self._cards = QVBoxLayout()
        column = a_column(self)
        column.addLayout(head)
        column.addLayout(self._cards)
        column.addWidget(self.add_button)

    def _take_vocabulary(self) -> None:
        for scale in self._workspace.vocabulary.scales if self._workspace.vocabulary else ():
            if self.scale.findData(scale.id) < 0:
                self.scale.addItem(scale.name, scale.id)
        self.show_request()

    def _scale(self) -> ScaleChoice:
        scales = self._workspace.vocabulary.scales if self._workspace.vocabulary else ()
        wanted = (scale for scale in scales if scale.id == self.request.scale)
        return next(wanted, ScaleChoice(self.request.scale, self.request.scale, ()))

    def _offer(self) -> None:
        self._offered = self._scale()
        for editor in self.editors:
            editor.offer(self._offered, self._confidences())

    def _confidences(self) -> tuple[str, ...]:
        vocabulary = self._workspace.vocabulary
        return self._scale().confidences or (vocabulary.confidences if vocabulary else ())

    def _have(self, number: int) -> None:
        """Have as many cards as there are judgements."""
        while len(self.editors) > number:
            gone = self.editors.pop()
            self._cards.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.editors) < number:
            self._add_card()

    def _add_card(self) -> None:
        editor = JudgementEditor(self._undo)
        editor.offer(self._scale(), self._confidences())
        editor.edited.connect(
            lambda field, judgement: self._edit(self.editors.index(editor), field, judgement)
        )
        editor.move_wanted.connect(lambda by: self._move(self.editors.index(editor), by))
        editor.remove_wanted.connect(lambda: self._remove(self.editors.index(editor)))
        self.editors.append(editor)
        self._cards.addWidget(editor)
        self._order()

    def _order(self) -> None:
        """Let Tab go from card to card, and on to the button beneath."""
        before: QWidget = self.scale
        cards = (field for editor in self.editors for field in editor.in_order())
        for field in (*cards, self.add_button):
            QWidget.setTabOrder(before, field)
            before = field

    def _edit(self, number: int, field: str, judgement: Judgement) -> None:
        judgements = list(self.request.judgements)
        name, merge = self.tr("Change judgement"), f"judgement {number} {field}"
        if number == len(judgements):
            name, self._blank = self.tr("Add judgement"), False
            judgements.append(judgement)
        else:
            judgements[number] = judgement
        self.change(name, merge, judgements=tuple(judgements))

    def _move(self, number: int, by: int) -> None:
        judgements = list(self.request.judgements)
        if number < len(judgements) and 0 <= number + by < len(judgements):
            judgements.insert(number + by, judgements.pop(number))
            self.change(self.tr("Move judgement"), judgements=tuple(judgements))
            self.editors[number + by].text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, number: int) -> None:
        judgements = list(self.request.judgements)
        if number == len(judgements):
            self._drop_blank()
        else:
            del judgements[number]
            self.change(self.tr("Remove judgement"), judgements=tuple(judgements))
        (
            self.editors[min(number, len(self.editors) - 1)].text
            if self.editors
            else self.add_button
        ).setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_blank(self) -> None:
        self._blank = False
        self.show_request()

    def _focused(self) -> int:
        focus = self.focusWidget()
        holders = (
            n for n, editor in enumerate(self.editors) if focus and editor.isAncestorOf(focus)
        )
        return next(holders, -1)

    def _change_scale(self) -> None:
        self.change(self.tr("Change scale"), scale=self.scale.currentData())
