"""One table of the officer's own: what was read of it, and which of its rows could not be."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from briefing.model import DataFile, Region
from briefing.wording import listed
from gui.widgets.labels import plain
from gui.widgets.quiet_button import QuietButton
from gui.widgets.remark import Remark

_FAULTS = 4
"""Bad rows that are shown at once."""
_NAMED = 6


class DataFileEntry(QWidget):
    """The name of a table, what it holds, its bad rows, and a button to remove it."""

    remove_wanted = Signal(str)

    def __init__(
        self, file: DataFile, regions: Mapping[str, Region], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._file = file
        self.remove_button = QuietButton(self.tr("Remove"))
        name = self.tr("Remove {name}").format(name=file.name)
        self.remove_button.setAccessibleName(name)
        self.remove_button.clicked.connect(lambda: self.remove_wanted.emit(file.name))
        self.summary = Remark(self._said(regions))
        self.faults = Remark()
        self.more = QuietButton("")
        self.more.clicked.connect(lambda: self._show_faults(all_=True))
        self._lay_out()
        self._show_faults(all_=False)

    def _lay_out(self) -> None:
        title = plain(self._file.name)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.remove_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        for widget in (self.summary, self.faults, self.more):
            column.addWidget(widget)

    def _said(self, regions: Mapping[str, Region]) -> str:
        """Return what the table holds: values, indicators, countries, years, sources."""
        file = self._file
        ids = list(dict.fromkeys(one.region for one in file.series))
        names = [regions[id_].name if id_ in regions else id_ for id_ in ids]
        years = [year for one in file.series for year, _, _ in one.points]
        sources = [source for source in dict.fromkeys(one.source for one in file.series) if source]
        countries = (
            listed(names) if len(names) <= _NAMED else self.tr("%n place(s)", "", len(names))
        )
        parts = (
            self.tr("%n value(s)", "", file.values),
            ", ".join(file.indicators[:_NAMED]) + (", …" if file.indicators[_NAMED:] else ""),
            countries,
            f"{min(years)}–{max(years)}" if min(years) < max(years) else str(years[0]),
            ", ".join(sources[:3]) or self.tr("no source stated"),
        )
        return " · ".join(parts)

    def _show_faults(self, *, all_: bool) -> None:
        """Show the bad rows, the first of them or all."""
        faults = self._file.faults
        shown = faults if all_ or len(faults) <= _FAULTS + 1 else faults[:_FAULTS]
        self.faults.mind("\n".join(shown))
        left = len(faults) - len(shown)
        self.more.setText(self.tr("Show %n more bad row(s)", "", left))
        self.more.setVisible(left > 0)
