"""The scope: which regions, themes, period and reports the brief is about."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing.model import BriefRequest, RegionGroup
from briefing.model.desk import Counts
from gui.groups import Groups
from gui.map_pane import MapPane
from gui.models.regions import RegionsModel
from gui.models.regions_ticked import with_groups
from gui.models.themes import ThemesModel
from gui.scope_counts import ScopeCounts
from gui.scope_limits import ScopeLimits
from gui.scope_regions import RegionTree
from gui.scope_themes import ThemeList
from gui.scope_ticks import ScopeTicks
from gui.widgets.quiet_button import QuietButton
from gui.widgets.remark import Remark, SectionHeading
from gui.widgets.search_field import SearchField
from gui.widgets.whole_lines import WholeLines
from gui.workspace import Workspace


class ScopePanel(QWidget):
    """The left column: one ticks what is asked for, and sees how much there is of it."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._document = workspace.document
        self._shown_regions: tuple[str, ...] = ()
        self._counts = ScopeCounts(workspace, self)
        self._offered: tuple[RegionGroup, ...] | None = None
        self._switched = False
        self.groups = Groups(workspace, self)
        self._ticks = ScopeTicks(workspace, self.groups, self)
        self._make_controls()
        self._lay_out()
        self._make_actions()
        self._connect()
        self._take_vocabulary()

    def menu_actions(self) -> list[QAction | None]:
        """Return the commands of the panel."""
        return [self.find_action, self.group_action]

    # Controls ----------------------------------------------------------------------------------

    def _make_controls(self) -> None:
        self.search = SearchField(self.tr("Find a region or theme"))
        self.regions = RegionsModel(self)
        self.tree = RegionTree(self.regions)
        self.map = MapPane(self._workspace, self.regions)
        self.only_found = QCheckBox(self.tr("Only with findings"))
        self.nothing = Remark()
        self.new_group = QuietButton(self.tr("New group…"))
        self.themes = ThemesModel(self)
        self.theme_list = ThemeList(self.themes)
        self.limits = ScopeLimits(self._workspace)
        self.map_button = QToolButton()
        self.map_button.setAutoRaise(True)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addLayout(self._head())
        column.addWidget(self.search)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self._upper())
        split.addWidget(self._lower())
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        column.addWidget(split, 1)
        column.addWidget(self.limits)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(SectionHeading(self.tr("Scope")), 1)
        row.addWidget(self.map_button)
        return row

    def _upper(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.nothing)
        column.addWidget(WholeLines(self.tree), 1)
        foot = QHBoxLayout()
        foot.addWidget(self.only_found)
        foot.addStretch(1)
        foot.addWidget(self.new_group)
        column.addLayout(foot)
        return box

    def _lower(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(SectionHeading(self.tr("Themes")))
        column.addWidget(WholeLines(self.theme_list), 1)
        return box

    def _make_actions(self) -> None:
        self.find_action = QAction(self.tr("F&ind a Region or Theme"), self)
        self.find_action.setShortcut(QKeySequence("Ctrl+L"))
        self.find_action.triggered.connect(self._find)
        self.group_action = QAction(self.tr("New &Group of Regions…"), self)
        self.group_action.setShortcut(QKeySequence("Ctrl+Shift+G"))
        self.group_action.triggered.connect(lambda: self.groups.make())
        self.map_action = QAction(self.tr("Show &Map"), self)
        self.map_action.setIconText(self.tr("Map"))
        self.map_action.setToolTip(self.tr("A map of the world beside the tree (F8)"))
        self.map_action.setShortcut(QKeySequence("F8"))
        self.map_action.setCheckable(True)
        self.map_button.setDefaultAction(self.map_action)
        self.map_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.addActions([self.find_action, self.group_action, self.map_action])

    def _connect(self) -> None:
        self.search.textChanged.connect(self._sift)
        self.search.best_wanted.connect(self._tick_best)
        self.search.down_wanted.connect(self._enter_found)
        self.only_found.clicked.connect(self._switch)
        self.new_group.clicked.connect(self.group_action.trigger)
        self.tree.customContextMenuRequested.connect(self._offer_groups)
        self.regions.toggled.connect(self._ticks.tick_region)
        self.map.toggled.connect(self._ticks.tick_region)
        self.themes.toggled.connect(self._ticks.tick_theme)
        self._counts.arrived.connect(self._take_counts)
        self._document.changed.connect(self._show)
        self._workspace.vocabulary_ready.connect(self._take_vocabulary)
        self._workspace.library_changed.connect(self._take_library)
        self._workspace.settings_changed.connect(self._show)

    # What the panel shows ----------------------------------------------------------------------

    def _take_vocabulary(self) -> None:
        self._offered = None
        self.themes.set_themes(self._workspace.taxonomy.themes.values())
        self._take_library()
        self.tree.open_to(self._request.regions)

    def _take_library(self) -> None:
        if not self._switched:
            self.only_found.setChecked(bool(self._workspace.reports))
        self._counts.renew()
        self._sift()
        self._show()

    def _show(self) -> None:
        """Show the document's scope, whoever changed it."""
        request, fresh = self._request, not self._document.undo_stack.count()
        self._show_groups()
        self.regions.set_asked(request.regions)
        self.themes.set_asked(request.themes)
        if fresh and request.regions != self._shown_regions:
            self.tree.open_to(request.regions)
        self._shown_regions = request.regions
        self.map.refresh()
        self._counts.ask(self._offered or ())

    def _show_groups(self) -> None:
        offered = self.groups.offered()
        if offered != self._offered:
            self._offered = offered
            taxonomy = with_groups(self._workspace.taxonomy, offered)
            self.tree.take(taxonomy)
            self.map.take(taxonomy)
            self._say_if_nothing()

    def recount(self) -> None:
        """Count anew: findings have come, gone or been tagged otherwise."""
        self._counts.renew()
        self._counts.ask(self._offered or ())

    def _take_counts(self, counts: Counts) -> None:
        self.regions.set_counts(counts.regions)
        self.themes.set_counts(counts.themes)
        self.map.refresh()
        if self.search.hasFocus() and self.search.words:
            self._sift()  # what fits best depends on what there is
        self._say_if_nothing()

    def _say_if_nothing(self) -> None:
        if self.regions.rowCount():
            self.nothing.say("")
        elif self.search.words:
            self.nothing.say(self.tr("No region is called that."))
        else:
            self.nothing.say(self.tr("No region has findings on these themes and dates."))

    # What the officer does ---------------------------------------------------------------------

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _sift(self) -> None:
        words = self.search.words
        self.tree.look_for(words, only_found=self.only_found.isChecked())
        self.theme_list.look_for(words)
        self._say_if_nothing()

    def _switch(self) -> None:
        self._switched = True
        self._sift()

    def _enter_found(self) -> None:
        """Go to what was found: among the regions, else among the themes."""
        if self.regions.rowCount():
            self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.theme_list.enter()

    def _tick_best(self) -> None:
        """Tick what fits best what was typed; what is ticked already stays so."""
        region = self.regions.best_match()
        if region.isValid():
            self._ticks.tick_region(self.regions.node_of(region).region, True)
        elif theme := self.theme_list.best_match():
            self._ticks.tick_theme(theme, True)

    def _offer_groups(self) -> None:
        index = self.tree.currentIndex()
        self.tree.scrollTo(index)
        menu = self.groups.menu(self.tree.region_at(index), self.tree)
        menu.popup(self.tree.viewport().mapToGlobal(self.tree.visualRect(index).bottomLeft()))

    @property
    def _request(self) -> BriefRequest:
        return self._document.draft.request
