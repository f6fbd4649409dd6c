"""The officer's own groups of regions: kept in the settings, copied into briefs that use them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu, QWidget

from briefing.model import BriefRequest, Draft, RegionGroup
from gui import messages
from gui.group_dialog import GroupDialog
from gui.workspace import Workspace


class Groups(QObject):
    """Makes, changes and removes groups, by dialog and menu."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._window = window

    def offered(self) -> tuple[RegionGroup, ...]:
        """Return the groups to choose from: those of the open brief, then those of the settings."""
        here = self._workspace.document.draft.request.groups
        names = {group.name for group in here}
        kept = self._workspace.settings.groups
        return tuple(
            sorted(
                (*here, *(group for group in kept if group.name not in names)),
                key=lambda group: group.name.casefold(),
            )
        )

    def packed(self, request: BriefRequest) -> BriefRequest:
        """Return the request with the groups that its regions name.

        One that only the brief knows stays with it even where it is not ticked.
        """
        kept = {group.name for group in self._workspace.settings.groups}
        groups = (
            group
            for group in self.offered()
            if group.id in request.regions or group.name not in kept
        )
        return replace(request, groups=tuple(groups))

    def make(self, members: tuple[str, ...] = ()) -> GroupDialog:
        """Open the dialog for a new group: an empty one, or with members to begin with."""
        return self._open(None, RegionGroup("", members))

    def edit(self, group: RegionGroup) -> GroupDialog:
        """Open the dialog for a group that there is."""
        return self._open(group, group)

    def remove(self, group: RegionGroup) -> None:
        """Remove a group after asking, from the settings and from the open brief."""
        messages.confirm(
            self._window,
            self.tr("Delete the group “{name}”?").format(name=group.name),
            self.tr("Briefs that have been saved keep it."),
            self.tr("&Delete"),
            lambda: self._replace(group, None),
            careful=True,
        )

    def menu(self, region: str, parent: QWidget) -> QMenu:
        """Return what one can do with a line of the tree."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = next((group for group in self.offered() if group.id == region), None)
        if group is not None:
            menu.addAction(self.tr("&Edit group…"), lambda: self.edit(group))
            menu.addAction(self.tr("&Delete group…"), lambda: self.remove(group))
        elif region:
            menu.addAction(self.tr("New group with &this…"), lambda: self.make((region,)))
        ticked = self._ticked()
        if ticked:
            menu.addAction(
                self.tr("New group of &what is ticked…"), lambda: self.make(self._ticked())
            )
        menu.addAction(self.tr("&New group…"), lambda: self.make())
        return menu

    def _ticked(self) -> tuple[str, ...]:
        """Return the regions of the scope that a group can hold: other groups cannot be members."""
        asked = self._workspace.document.draft.request.regions
        return tuple(id_ for id_ in asked if id_ in self._workspace.taxonomy.regions)

    def _open(self, old: RegionGroup | None, shown: RegionGroup) -> GroupDialog:
        taken = tuple(group.name for group in self.offered() if group != old)
        dialog = GroupDialog(self._workspace.taxonomy, shown, taken, self._window)
        if old is None and not shown.members:
            dialog.offer_ticked(self._ticked())
        dialog.chosen.connect(lambda group: self._replace(old, group))
        dialog.open()
        return dialog

    def _replace(self, old: RegionGroup | None, new: RegionGroup | None) -> None:
        """Put a group in the place of another; None: there was, or is to be, none."""
        settings = self._workspace.settings
        groups = [group for group in settings.groups if old is None or group.name != old.name]
        if new is not None:
            groups.append(new)
        if old is not None:
            self._replace_in_brief(old, new)
        self._workspace.change_settings(replace(settings, groups=tuple(groups)))

    def _replace_in_brief(self, old: RegionGroup, new: RegionGroup | None) -> None:
        document = self._workspace.document
        if old.name in {group.name for group in document.draft.request.groups}:
            name = self.tr("Change group {name}") if new else self.tr("Delete group {name}")
            document.apply(name.format(name=old.name), exchanged(document.draft, old, new))


def exchanged(draft: Draft, old: RegionGroup, new: RegionGroup | None) -> Draft:
    """Return the draft with one group in the place of another, wherever it is named."""
    request = draft.request
    put = () if new is None else (new,)
    groups = (g for group in request.groups for g in (put if group.name == old.name else (group,)))
    ids = tuple(group.id for group in put)
    regions = (
        id_ for region in request.regions for id_ in (ids if region == old.id else (region,))
    )
    decisions = (
        replace(decision, region=new.id) if new and decision.region == old.id else decision
        for decision in draft.decisions
    )
    return replace(
        draft,
        request=replace(request, groups=tuple(groups), regions=tuple(regions)),
        decisions=tuple(decisions),
    )
