"""The officer's own words in the brief: bottom line, recommendation, lines to take and the like."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.model import BriefRequest
from gui.brief_fields import Listed, Plain, RequestForm, Text, labelled
from gui.judgement_hints import hint_on_text
from gui.widgets.growing_text import GrowingText
from gui.widgets.remark import Remark, SectionHeading
from gui.workspace import Workspace


class BriefOpening(RequestForm):
    """What the reader reads first."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace.document, parent)
        self.bottom_line = a_text(
            self, "bottom_line", self.tr("Change bottom line"), Plain(), lines=4
        )
        self.bottom_line.setPlaceholderText(
            self.tr("The answer in two or three sentences, for a reader who stops here")
        )
        self.recommendation = a_text(
            self, "recommendation", self.tr("Change recommendation"), Plain()
        )
        column = a_column(self)
        column.addWidget(SectionHeading(self.tr("In your words")))
        self._workspace, self.remark = workspace, Remark()
        self.follow(self._advise)
        workspace.vocabulary_ready.connect(self.show_request)
        column.addLayout(labelled(self.tr("Bottom line"), self.bottom_line, self.remark))
        column.addLayout(labelled(self.tr("Recommendation"), self.recommendation))
        self.show_request()

    def _advise(self, request: BriefRequest) -> None:
        """Say what to mind of the words of the bottom line, if anything."""
        scales = self._workspace.vocabulary.scales if self._workspace.vocabulary else ()
        scale = next((one for one in scales if one.id == request.scale), None)
        self.remark.say(hint_on_text(request.bottom_line, scale) if scale else "")


class BriefClosing(RequestForm):
    """What follows the findings."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace.document, parent)
        lines = Listed("\n")
        self.lines = a_text(self, "lines_to_take", self.tr("Change lines to take"), lines)
        self.lines.setPlaceholderText(self.tr("A line each"))
        self.action = a_text(self, "action", self.tr("Change action"), Plain())
        self.action.setPlaceholderText(self.tr("What is asked of the addressee, and by when"))
        self.enclosures = a_text(self, "enclosures", self.tr("Change enclosures"), lines)
        self.enclosures.setPlaceholderText(self.tr("A line each"))
        column = a_column(self)
        column.addWidget(SectionHeading(self.tr("To close")))
        column.addLayout(labelled(self.tr("Lines to take"), self.lines))
        column.addLayout(labelled(self.tr("Action"), self.action))
        column.addLayout(labelled(self.tr("Enclosures"), self.enclosures))
        self.show_request()


def a_text(form: RequestForm, field: str, name: str, text: Text, *, lines: int = 2) -> GrowingText:
    """Return a field of several lines that stands for a field of the request."""
    box = GrowingText(lines)
    form.bind_text(box, field, name, text)
    return box


def a_column(form: QWidget) -> QVBoxLayout:
    """Return the layout of a part of the form."""
    column = QVBoxLayout(form)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    return column
