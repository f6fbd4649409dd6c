"""What is told of a country on the map: written in its label, and said by a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QObject

from gui.map_marks import Mark


class Told(QObject):
    """Puts a country's mark into words."""

    def lines(self, mark: Mark, *, by_keys: bool, is_disputed: bool = False) -> list[str]:
        """Return what is written of a country: its name, its number, and how to take more.

        ``is_disputed``: the land that is pointed at is claimed by another too.
        """
        disputed = self.tr("Land in dispute") if is_disputed else ""
        how = self.tr("Shift+Space: {region}") if by_keys else self.tr("Hold: {region}")
        more = how.replace("{region}", mark.wider) if mark.wider else ""
        return [line for line in (mark.name, disputed, self._counted(mark), more) if line]

    def spoken(self, mark: Mark) -> str:
        """Return a country's name, how it stands to the brief, and the sub-region it lies in."""
        state = self.tr("ticked") if mark.ticked else self.tr("not ticked")
        within = self.tr("in {region}").replace("{region}", mark.wider) if mark.wider else ""
        return ", ".join(filter(None, (mark.name, state, self._counted(mark), within)))

    def _counted(self, mark: Mark) -> str:
        """Return how many findings a country would bring, in words; empty while unknown."""
        if mark.count is None:
            return ""
        return self.tr("%n finding(s)", "", mark.count) if mark.count else self.tr("no findings")
