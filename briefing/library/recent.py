"""The findings that were asked for last, kept for whoever asks for much the same again.

Who types looks for nearly the same with every letter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.model import StoredFinding

_MOST = 300
"""So many are kept: those of three searches."""


class Recent:
    """Findings by their numbers, as long as the library stays as it is."""

    def __init__(self, read: Callable[[list[int]], Sequence[StoredFinding]]) -> None:
        """``read`` gives findings by their numbers, in that order."""
        self._read = read
        self._revision: tuple[int, int] | None = None
        self._held: dict[int, StoredFinding] = {}

    def get(self, ids: Sequence[int], revision: tuple[int, int]) -> tuple[StoredFinding, ...]:
        """Return findings by their numbers, in that order, of a library of a revision."""
        if revision != self._revision:
            self._held, self._revision = {}, revision
        missing = [id_ for id_ in ids if id_ not in self._held]
        found = self._held | dict(zip(missing, self._read(missing), strict=True))
        wanted = {id_: found.pop(id_) for id_ in ids}
        older = list(found.items())[-max(1, _MOST - len(wanted)) :]
        self._held = {**dict(older), **wanted}
        return tuple(wanted.values())
