"""How a list turns into another with the fewest changes, so that a view keeps its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex

from gui.models.findings_lines import Key, Line

if TYPE_CHECKING:
    from gui.models.findings import FindingsModel

_MANY = 40
"""Runs of lines that go, or that read differently, beyond which all are told as one."""


class Merging:
    """Brings a model's lines to what they should be and tells its views of each step."""

    def __init__(self, model: FindingsModel) -> None:
        self._model = model

    def merge(self, wanted: list[Line]) -> None:
        """Make ``wanted`` the model's lines; lines that stay the same keep what they remember."""
        old = {line.key: line for line in self._model.lines}
        wanted = [_kept(old.get(line.key), line) for line in wanted]
        kept = {line.key for line in wanted}
        gone = [n for n, line in enumerate(self._model.lines) if line.key not in kept]
        gaps = list(runs(gone))
        if len(gaps) > _MANY or not kept & old.keys():
            self.replace(wanted)
            return
        for first, last in reversed(gaps):
            self._model.beginRemoveRows(QModelIndex(), first, last)
            del self._model.lines[first : last + 1]
            self._model.endRemoveRows()
        self._add([line for line in wanted if line.key not in old])
        changed = [line.key for line in wanted if old.get(line.key, line) is not line]
        self._arrange(wanted)
        self._tell(changed)

    def replace(self, wanted: list[Line]) -> None:
        """Make ``wanted`` the model's lines, whatever there was."""
        self._model.beginResetModel()
        self._model.lines = wanted
        self._model.endResetModel()

    def _add(self, new: Sequence[Line]) -> None:
        if new:
            end = len(self._model.lines)
            self._model.beginInsertRows(QModelIndex(), end, end + len(new) - 1)
            self._model.lines.extend(new)
            self._model.endInsertRows()

    def _arrange(self, wanted: list[Line]) -> None:
        model = self._model
        if all(a.key == b.key for a, b in zip(model.lines, wanted, strict=True)):
            model.lines = wanted
            return
        model.layoutAboutToBeChanged.emit()
        place = {line.key: n for n, line in enumerate(wanted)}
        before = model.persistentIndexList()
        after = [model.index(place[model.lines[index.row()].key]) for index in before]
        model.changePersistentIndexList(before, after)
        model.lines = wanted
        model.layoutChanged.emit()

    def _tell(self, changed: list[Key]) -> None:
        if not changed:
            return
        keys = set(changed)
        places = [n for n, line in enumerate(self._model.lines) if line.key in keys]
        told = list(runs(places))
        if len(told) > _MANY:
            told = [(places[0], places[-1])]
        for first, last in told:
            self._model.dataChanged.emit(self._model.index(first), self._model.index(last))


def _kept(old: Line | None, new: Line) -> Line:
    """Return the old line where it is a heading that says the same as the new one."""
    same = old is not None and new.heading is not None and old.heading == new.heading
    return old if same and old is not None else new


def runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last of each run of places that follow one another."""
    start = 0
    for n in range(1, len(places) + 1):
        if n == len(places) or places[n] != places[n - 1] + 1:
            yield places[start], places[n - 1]
            start = n
