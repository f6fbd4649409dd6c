"""What a tick in the scope changes in the brief, each under a name of its own."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from briefing.model import BriefRequest
from gui.groups import Groups
from gui.models.regions_ticked import Ticking, with_groups
from gui.workspace import Workspace


class ScopeTicks(QObject):
    """Ticks and unticks regions and themes of the open brief."""

    def __init__(self, workspace: Workspace, groups: Groups, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._groups = groups
        self._gave_way: dict[str, tuple[str, ...]] = {}
        """What was ticked one by one when a region took its place: it comes back with unticking."""
        workspace.document.begun.connect(self._gave_way.clear)

    def tick_region(self, region: str, ticked: bool) -> None:
        """Ask for a region, or no longer; the groups that are ticked travel with the request."""
        taxonomy = with_groups(self._workspace.taxonomy, self._groups.offered())
        ticking, before = Ticking(taxonomy), self._request.regions
        after = ticking.tick(before, region) if ticked else ticking.untick(before, region)
        if ticked:
            self._gave_way[region] = tuple(id_ for id_ in before if id_ not in after)
        elif region in before:
            after = _put_back(before, region, self._gave_way.pop(region, ()))
        request = replace(self._request, regions=after)
        self._apply(taxonomy.regions[region].name, ticked, self._groups.packed(request))

    def tick_theme(self, theme: str, ticked: bool) -> None:
        """Ask for a theme, or no longer; the last that is ticked comes last."""
        themes = tuple(id_ for id_ in self._request.themes if id_ != theme)
        if ticked and theme in self._request.themes:
            return
        request = replace(self._request, themes=(*themes, theme) if ticked else themes)
        self._apply(self._workspace.taxonomy.themes[theme].name, ticked, request)

    def _apply(self, of: str, ticked: bool, request: BriefRequest) -> None:
        name = self.tr("Tick {name}") if ticked else self.tr("Untick {name}")
        document = self._workspace.document
        document.apply(name.format(name=of), replace(document.draft, request=request))

    @property
    def _request(self) -> BriefRequest:
        return self._workspace.document.draft.request


def _put_back(asked: tuple[str, ...], region: str, members: tuple[str, ...]) -> tuple[str, ...]:
    """Return what is asked for with a region's place given back to what stood there before it."""
    place = asked.index(region)
    return tuple(dict.fromkeys((*asked[:place], *members, *asked[place + 1 :])))
