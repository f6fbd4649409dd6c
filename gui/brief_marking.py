"""The marking of the brief: scheme, what is proposed, and what a chosen marking is too low for."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from briefing.marking import Weighed, meant_by, read_marking, weigh
from briefing.marking.parts import parts_of_request
from briefing.model import BriefRequest
from briefing.model.desk import DraftView
from briefing.model.marking import Part, Scheme
from gui.brief_fields import RequestForm, labelled, paired
from gui.timers import timer
from gui.widgets.calm_combo import CalmCombo
from gui.widgets.quiet_button import QuietButton
from gui.widgets.remark import Remark
from gui.workspace import Workspace

_NAMED = 3
_PAUSE = 600
"""Milliseconds without a key until it is told what is wrong with a marking."""


class BriefMarking(RequestForm):
    """Scheme and portion marks, and beneath them what to mind of the marking."""

    def __init__(self, workspace: Workspace, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(workspace.document, parent)
        self._workspace = workspace
        self._field = field
        self._told = ""
        self.scheme = CalmCombo()
        self.portions = QCheckBox(self.tr("Mark each paragraph"))
        self.portions.setToolTip(
            self.tr("(S) before each finding, judgement and paragraph; begin yours with (S) too")
        )
        self.told = QWidget()
        """What to mind of the marking, to stand beneath its field."""
        self.remark = Remark()
        self.use = QuietButton("")
        self.use.hide()
        self._pause = timer(self, _PAUSE, self._tell)
        self._lay_out()
        self.scheme.activated.connect(self._change_scheme)
        self.portions.clicked.connect(self._change_portions)
        self.use.clicked.connect(self._use)
        workspace.vocabulary_ready.connect(self._take_vocabulary)
        workspace.document.viewed.connect(self.show_request)
        self._take_vocabulary()

    @property
    def chosen(self) -> Scheme | None:
        """The scheme of the brief, as far as it is known."""
        return scheme_of(self._workspace, self.request.scheme)

    def show_request(self) -> None:
        """Show the scheme, and how the marking stands against what is in the brief."""
        super().show_request()
        request = self.request
        with QSignalBlocker(self.scheme):
            if self.scheme.findData(request.scheme) < 0:
                self.scheme.addItem(request.scheme, request.scheme)
            self.scheme.setCurrentIndex(self.scheme.findData(request.scheme))
        self.portions.setChecked(request.portion_marks)
        self.portions.setEnabled(bool(request.scheme))
        if self._is_typed_in() and request.marking.strip() != self._told:
            self._pause.start()  # while somebody types, a half-typed marking is no mistake
        else:
            self._tell()

    def _is_typed_in(self) -> bool:
        focused = self._field.window().focusWidget()
        return focused is self._field or (focused is not None and self._field.isAncestorOf(focused))

    def _tell(self) -> None:
        self._pause.stop()
        request, scheme = self.request, self.chosen
        self._told = request.marking.strip()
        if request.scheme and scheme is None:
            found = None
            self.remark.say("")
        else:
            parts = (*_parts(self.document.view), *parts_of_request(request, scheme))
            found = weigh(parts, request.marking.strip(), scheme)
            self._say(request, scheme, found)
        wanted = found.proposed if found and scheme and found.above else ""
        self.use.setText(self.tr("Use {marking}").format(marking=wanted))
        self.use.setVisible(bool(wanted))

    def _say(self, request: BriefRequest, scheme: Scheme | None, found: Weighed) -> None:
        marking = request.marking.strip()
        if scheme and marking and read_marking(marking, scheme) is None:
            self.remark.mind(self._not_of(marking, scheme))
        elif found.above:
            told = self.tr("Too low, and not exported: {parts}.")
            self.remark.mind(told.format(parts=_named(found.above)))
        elif found.unknown and scheme:
            told = self.tr("Cannot be ranked in this scheme, and not exported: {parts}.")
            self.remark.mind(told.format(parts=_named(found.unknown)))
        elif found.unknown:
            told = self.tr("Marked otherwise, and not exported without a scheme: {parts}.")
            self.remark.mind(told.format(parts=_named(found.unknown)))
        elif found.uncovered and marking:
            told = self.tr("Parts of the brief carry {caveats}, the marking does not.")
            self.remark.say(told.format(caveats=", ".join(found.uncovered)))
        elif scheme and not marking and found.proposed:
            told = self.tr("{marking}: the highest of what is in the brief.")
            self.remark.say(told.format(marking=found.proposed))
        else:
            self.remark.say("")

    def _not_of(self, marking: str, scheme: Scheme) -> str:
        if meant := meant_by(marking, scheme):
            return self.tr("Not of this scheme. Did you mean {marking}?").format(marking=meant)
        levels = ", ".join(one.name for one in scheme.levels)
        return self.tr("Not of this scheme: it has {levels}.").format(levels=levels)

    def _lay_out(self) -> None:
        grid = paired()
        grid.addLayout(labelled(self.tr("Scheme of markings"), self.scheme), 0, 0)
        grid.addWidget(self.portions, 0, 1, Qt.AlignmentFlag.AlignBottom)
        told = QVBoxLayout(self.told)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(2)
        told.addWidget(self.remark)
        told.addWidget(self.use, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(grid)

    def _take_vocabulary(self) -> None:
        vocabulary = self._workspace.vocabulary
        with QSignalBlocker(self.scheme):
            self.scheme.clear()
            self.scheme.addItem(self.tr("none: any words"), "")
            for scheme in vocabulary.schemes if vocabulary else ():
                self.scheme.addItem(scheme.name, scheme.id)
        self.show_request()

    def _change_scheme(self) -> None:
        self.change(self.tr("Change scheme of markings"), scheme=self.scheme.currentData())

    def _change_portions(self, wanted: bool) -> None:
        self.change(self.tr("Change portion marks"), portion_marks=wanted)

    def _use(self) -> None:
        scheme = self.chosen
        parts = (*_parts(self.document.view), *parts_of_request(self.request, scheme))
        marking = weigh(parts, "", scheme).proposed
        self.change(self.tr("Change marking"), marking=marking)


class LevelsOf(QObject):
    """Keeps the list of a field in step with the levels of the brief's scheme."""

    def __init__(self, combo: QComboBox, usual: tuple[str, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._combo = combo
        self._usual = usual
        self._shown: tuple[str, ...] = usual

    def offer(self, scheme: Scheme | None) -> None:
        """Offer the levels of a scheme; without one, the usual markings."""
        names = tuple(level.name for level in scheme.levels) if scheme else self._usual
        if names == self._shown:
            return
        self._shown, text = names, self._combo.currentText()
        with QSignalBlocker(self._combo):
            while self._combo.count() > 1:
                self._combo.removeItem(1)
            self._combo.addItems(list(names))
            self._combo.setCurrentIndex(-1)
            self._combo.setEditText(text)


def is_foreign(workspace: Workspace, request: BriefRequest) -> bool:
    """Whether the marking of a brief is not of its scheme, as far as the scheme is known."""
    scheme, marking = scheme_of(workspace, request.scheme), request.marking.strip()
    return scheme is not None and bool(marking) and read_marking(marking, scheme) is None


def scheme_of(workspace: Workspace, id_: str) -> Scheme | None:
    """Return a scheme by its id; None where there is none, or it is not known yet."""
    schemes = workspace.vocabulary.schemes if workspace.vocabulary else ()
    return next((scheme for scheme in schemes if scheme.id == id_), None)


def highest_within(workspace: Workspace) -> str:
    """Return the highest marking of what is in the brief, as far as is known."""
    document = workspace.document
    request = document.draft.request
    scheme = scheme_of(workspace, request.scheme)
    parts = (*_parts(document.view), *parts_of_request(request, scheme))
    return weigh(parts, "", scheme).proposed if scheme else ""


def _parts(view: DraftView | None) -> Iterator[Part]:
    """Yield the findings of the brief with the markings that they carry."""
    for row in view.rows if view else ():
        if row.decision.is_used:
            own = (row.decision.marking,) if row.decision.marking else row.markings
            yield from (Part(row.code, marking) for marking in own)


def _named(parts: tuple[Part, ...]) -> str:
    said = [f"{part.name} ({part.marking})" for part in parts[:_NAMED]]
    return ", ".join(said) + (" …" if len(parts) > _NAMED else "")
