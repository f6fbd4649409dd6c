"""Correcting the tags of a finding: what it is about, and its themes; kept in the library.

What is corrected holds for this finding only, or as a rule wherever a term stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QSize, QSortFilterProxyModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QListView,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from briefing.model import Evidence, Facet, TagRule
from briefing.model.desk import FindingRow
from briefing.service.calls import CorrectTags, KeepRules, ReadEvidence
from gui import theme
from gui.models.findings_tags import TagsModel
from gui.tags_reach import TagsReach
from gui.widgets.labels import plain
from gui.widgets.markable import MarkableText
from gui.widgets.tick_delegate import Index, TickDelegate, turn
from gui.workspace import Workspace


class TagsDialog(QDialog):
    """Ticks for regions and themes of one finding; saves what is ticked, or withdraws it."""

    def __init__(
        self, workspace: Workspace, row: FindingRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._row = row
        taxonomy = workspace.taxonomy
        regions = ((region.id, region.name) for region in taxonomy.regions.values())
        themes = ((one.id, one.name) for one in taxonomy.themes.values())
        self.regions = TagsModel(regions, row.about, self)
        self.themes = TagsModel(themes, row.themes, self)
        self.search = QLineEdit(self)
        self.region_list, self._found = self._list(self.regions, self.tr("What it is about"))
        self.theme_list, _ = self._list(self.themes, self.tr("Its themes"))
        self.sentence = MarkableText(row.text, self)
        reports = (one for one in workspace.reports if one.sha256 == row.decision.passage.report)
        self.reach = TagsReach(workspace, next(reports, None), self)
        self._evidence: tuple[Evidence, ...] = ()
        self.buttons = QDialogButtonBox(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Correct Tags"))
        self._set_up_search()
        self._add_buttons()
        self._connect_reach()
        self._lay_out()
        self.search.setFocus()

    def save(self) -> None:
        """Keep what is ticked in the library: for this finding, or as rules about a term."""
        if self.reach.is_always:
            self._send(KeepRules(self._rules()))
            return
        self._correct(
            CorrectTags(self._row.decision.passage, self.regions.ticked, self.themes.ticked)
        )

    def withdraw(self) -> None:
        """Give the finding back the tags that the program found."""
        self._correct(CorrectTags(self._row.decision.passage, None, None))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Tick by Enter what was searched for, go on to the list by Down."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.search.text():
                turn(self._found, self.region_list.currentIndex())
                self.search.selectAll()
                return True
            if event.key() == Qt.Key.Key_Down:
                self._go_to_found()
                return True
        return super().eventFilter(watched, event)

    def _go_to_found(self) -> None:
        """Go into the list, to what is marked there, which Space ticks."""
        if not self.region_list.currentIndex().isValid():
            self.region_list.setCurrentIndex(self._found.index(0, 0))
        self.region_list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _correct(self, call: CorrectTags) -> None:
        self._send(call)

    def _send(self, call: CorrectTags | KeepRules) -> None:
        workspace = self._workspace
        workspace.tasks.run(call, lambda _: workspace.refresh_library(), owner=workspace)
        self.accept()

    def _connect_reach(self) -> None:
        self.reach.changed.connect(self._follow)
        self.reach.always.toggled.connect(self._propose)
        self.sentence.marked.connect(self._take_marked)
        for model in (self.regions, self.themes):
            model.dataChanged.connect(self._propose)
        passage = self._row.decision.passage
        self._workspace.tasks.run(
            ReadEvidence(passage), self._take_evidence, failed=lambda _: None, owner=self
        )

    def _take_evidence(self, evidence: tuple[Evidence, ...]) -> None:
        self._evidence = evidence
        self._propose()

    def _take_marked(self, words: str) -> None:
        if self.reach.is_always:
            self.reach.propose(words)

    def _propose(self) -> None:
        """Propose a term while there is none: what is marked, else what spoke for a tag."""
        if self.reach.is_always and not self.reach.term.text().strip():
            taken = {tag for _, tag, adds in self._changes() if not adds}
            speaking = (one.words for one in self._evidence if one.tag in taken)
            self.reach.propose(self.sentence.selectedText() or next(speaking, ""))
        self._follow()

    def _follow(self) -> None:
        if self.reach.is_always:
            self.reach.ask(self._rules())
        self._offer_saving()

    def _rules(self) -> tuple[TagRule, ...]:
        term = self.reach.term.text().strip()
        limits = self.reach.limits()
        changes = self._changes() if term else ()
        return tuple(TagRule(term, facet, tag, adds, *limits) for facet, tag, adds in changes)

    def _changes(self) -> Iterator[tuple[Facet, str, bool]]:
        """Yield what was ticked, and what was unticked."""
        for facet, now, before in (
            (Facet.ABOUT, self.regions.ticked, self._row.about),
            (Facet.THEME, self.themes.ticked, self._row.themes),
        ):
            yield from ((facet, tag, True) for tag in now if tag not in before)
            yield from ((facet, tag, False) for tag in before if tag not in now)

    def _list(self, model: TagsModel, name: str) -> tuple[QListView, QSortFilterProxyModel]:
        shown = QSortFilterProxyModel(self)
        shown.setSourceModel(model)
        shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        view = QListView(self)
        view.setModel(shown)
        view.setUniformItemSizes(True)
        view.setItemDelegate(_AsWideAsTheList(view))
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(name)
        view.setCurrentIndex(shown.index(0, 0))
        return view, shown

    def _set_up_search(self) -> None:
        self.search.setPlaceholderText(self.tr("Find a region"))
        self.search.setAccessibleName(self.tr("Find a region"))
        self.search.setToolTip(self.tr("Enter ticks the region that is marked in the list"))
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._found.setFilterFixedString)
        self.search.textChanged.connect(
            lambda: self.region_list.setCurrentIndex(self._found.index(0, 0))
        )

    def _add_buttons(self) -> None:
        roles = QDialogButtonBox.ButtonRole
        self.save_button = self.buttons.addButton(self.tr("&Save Tags"), roles.AcceptRole)
        self.save_button.setDefault(True)
        for model in (self.regions, self.themes):
            model.dataChanged.connect(self._offer_saving)
        self._offer_saving()
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.as_found = self.buttons.addButton(self.tr("As &Found by the Program"), roles.ResetRole)
        self.as_found.setEnabled(self._row.corrected)
        self.as_found.clicked.connect(self.withdraw)
        self.buttons.accepted.connect(self.save)
        self.buttons.rejected.connect(self.reject)

    def _offer_saving(self) -> None:
        """Let be saved what differs; what is as it was would only be marked as corrected.

        A rule is kept once it is known what it changes.
        """
        known = not self.reach.is_always or self.reach.trial is not None
        self.save_button.setEnabled(known and any(True for _ in self._changes()))
        is_rule = self.reach.is_always
        self.save_button.setText(self.tr("&Save as Rule") if is_rule else self.tr("&Save Tags"))

    def _lay_out(self) -> None:
        em = self.fontMetrics().height()
        words = self.sentence
        words.setFont(theme.reading_font(self.font().pointSizeF() * 1.1))
        grid = QGridLayout()
        grid.setHorizontalSpacing(em)
        grid.addWidget(self._heading(self.tr("What it is &about"), self.search), 0, 0)
        grid.addWidget(self._heading(self.tr("Its &themes"), self.theme_list), 0, 1)
        grid.addWidget(self.search, 1, 0)
        grid.addWidget(self.region_list, 2, 0)
        grid.addWidget(self.theme_list, 1, 1, 2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(em, em, em, em)
        column.setSpacing(round(em * 0.7))
        column.addWidget(words)
        column.addLayout(grid, 1)
        column.addWidget(self.reach)
        column.addWidget(self.buttons)
        self.resize(em * 34, em * 30)

    def _heading(self, text: str, buddy: QWidget) -> QLabel:
        label = plain(text, self)
        label.setBuddy(buddy)
        return label


class _AsWideAsTheList(TickDelegate):
    """Cuts off long names with dots: no list is to be scrolled sideways."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return the height that a name needs, and no width of its own."""
        return QSize(0, super().sizeHint(option, index).height())
