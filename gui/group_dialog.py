"""The dialog in which the officer makes a group of regions."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from briefing.model import RegionGroup, Taxonomy
from briefing.wording import listed
from gui.models.regions import RegionsModel
from gui.models.regions_ticked import Ticking
from gui.scope_regions import RegionTree
from gui.widgets.remark import Remark
from gui.widgets.search_field import SearchField

_NAMED = 8
"""Members that are named beneath the tree at the most."""


class GroupDialog(QDialog):
    """A name and the members, ticked in a tree; ``chosen`` brings the group."""

    chosen = Signal(object)
    """The ``RegionGroup``, when the officer is done."""

    def __init__(
        self,
        taxonomy: Taxonomy,
        group: RegionGroup,
        taken: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Group of regions"))
        self._taxonomy = taxonomy
        self._ticking = Ticking(taxonomy)
        self._members = group.members
        self._ticked: tuple[str, ...] = ()
        shipped = (region.name for region in taxonomy.regions.values())
        self._taken = {name.casefold() for name in (*taken, *shipped)}
        self._make_controls(group)
        self._lay_out()
        self._show()

    def group(self) -> RegionGroup:
        """Return the group as the dialog shows it."""
        return RegionGroup(self.name.text().strip(), self._members)

    def offer_ticked(self, regions: tuple[str, ...]) -> None:
        """Offer to begin with the regions that are ticked in the scope."""
        self._ticked = regions
        self.with_ticked.setText(self.tr("&With the %n region(s) ticked", "", len(regions)))
        self.with_ticked.setVisible(bool(regions))

    def accept(self) -> None:
        """Hand the group over and close."""
        if not self._fault():
            self.chosen.emit(self.group())
            super().accept()

    def _make_controls(self, group: RegionGroup) -> None:
        self.name = QLineEdit(group.name)
        self.name.setPlaceholderText(self.tr("such as Black Sea"))
        self.name.textChanged.connect(self._show)
        self.search = SearchField(self.tr("Find a region"))
        self.regions = RegionsModel(self)
        self.regions.set_taxonomy(self._taxonomy)
        self.regions.toggled.connect(self._tick)
        self.tree = RegionTree(self.regions)
        self.tree.setAccessibleName(self.tr("Members"))
        self.tree.setMinimumHeight(14 * self.fontMetrics().height())
        self.search.textChanged.connect(self._look_for)
        self.search.best_wanted.connect(self._tick_best)
        self.search.down_wanted.connect(self.tree.setFocus)
        self.with_ticked = QCheckBox()
        self.with_ticked.clicked.connect(self._take_ticked)
        self.with_ticked.hide()
        self.summary = Remark()
        self.fault = Remark()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        form = QFormLayout()
        form.addRow(self.tr("&Name"), self.name)
        form.addRow(self.tr("&Members"), self.search)
        column.addLayout(form)
        column.addWidget(self.with_ticked)
        column.addWidget(self.tree, 1)
        column.addWidget(self.summary)
        column.addWidget(self.fault)
        column.addWidget(self.buttons)
        self.setMinimumWidth(42 * self.fontMetrics().averageCharWidth() * 2)
        self.tree.open_to(self._members)

    def _look_for(self, words: str) -> None:
        self.tree.look_for(words.strip(), only_found=False)

    def _tick(self, region: str, ticked: bool) -> None:
        change = self._ticking.tick if ticked else self._ticking.untick
        self._members = change(self._members, region)
        self._show()

    def _take_ticked(self, wanted: bool) -> None:
        change = self._ticking.tick if wanted else self._ticking.untick
        for region in self._ticked:
            self._members = change(self._members, region)
        self._show()

    def _tick_best(self) -> None:
        best = self.regions.best_match()
        if best.isValid():
            self._tick(self.regions.node_of(best).region, True)

    def _show(self) -> None:
        self.regions.set_asked(self._members)
        names = [self._taxonomy.regions[id_].name for id_ in self._members[:_NAMED]]
        if len(self._members) > _NAMED:
            more = len(self._members) - _NAMED
            names.append(self.tr("%n more", "", more))
        self.summary.say(listed(names))
        fault = self._fault()
        self.fault.say(fault)
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(not fault)

    def _fault(self) -> str:
        """Return what is still missing, in one sentence; empty where the group is complete."""
        name = self.name.text().strip()
        if not name:
            return self.tr("Give the group a name.")
        if name.casefold() in self._taken:
            return self.tr("There is a region called “{name}” already.").format(name=name)
        return "" if self._members else self.tr("Tick at least one region.")
