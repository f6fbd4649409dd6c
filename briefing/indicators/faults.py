"""What is wrong with the rows of a table: a sentence each, those of one kind together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.errors import fit_to_show
from briefing.importers.local_file import printable
from briefing.wording import listed, plural

MOST_TOLD = 40
"""Sentences at the most; the last then says how many rows more there are."""
_RANGES = 6
_GROUPS = 5
_PAIR = 2
_SHOWN = 40


def shown(text: str) -> str:
    """Return words of a file as a sentence shows them: short, and in letters that can be seen."""
    text = fit_to_show(printable(text))
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


class Faults:
    """Collects bad rows by what is wrong with them."""

    def __init__(self, remarks: tuple[str, ...] = ()) -> None:
        """Begin with sentences on the file as a whole."""
        self._remarks = remarks
        self._lines: dict[str, list[int]] = {}
        self._groups: dict[str, list[int]] = {}

    def add(self, line: int, what: str) -> None:
        """Note what is wrong with a line, in a clause: ``“20x3” is no year``."""
        lines = self._lines.setdefault(what, [])
        if not lines or lines[-1] != line:
            lines.append(line)

    def leave_out(self, line: int, group: str) -> None:
        """Note a line that is about many countries together, by what it calls them."""
        self._groups.setdefault(group, []).append(line)

    def sentences(self) -> tuple[str, ...]:
        """Return a sentence for each fault, in the order of the lines."""
        faults = sorted((sorted(set(lines)), what) for what, lines in self._lines.items())
        told = [
            f"{_named(lines)}: {what}{'' if what.endswith('?') else '.'}" for lines, what in faults
        ]
        most = MOST_TOLD - bool(self._groups) - len(self._remarks)
        if len(told) > most:
            rest = [line for lines, _ in faults[most - 1 :] for line in lines]
            more = f"And {plural(len(set(rest)), 'more row')} that cannot be read."
            told = [*told[: most - 1], more]
        return (*self._remarks, *told, *self._left_out())

    def _left_out(self) -> Iterator[str]:
        """Yield a sentence on all groups of countries together: files bring them by the dozen."""
        if self._groups:
            lines = sorted({line for lines in self._groups.values() for line in lines})
            names = [f"“{name}”" for name in self._groups]
            if len(names) > _GROUPS:
                names = [*names[: _GROUPS - 1], f"{len(names) - _GROUPS + 1} more"]
            stand = "stand for groups" if names[1:] else "stands for a group"
            left = "are left out" if names[1:] else "is left out"
            yield f"{_named(lines)}: {listed(names)} {stand} of countries, and {left}."


def _named(lines: Sequence[int]) -> str:
    """Return ``Line 4``, ``Lines 4, 6 and 9 to 12``."""
    if len(lines) == 1:
        return f"Line {lines[0]}"
    runs: list[list[int]] = []
    for line in lines:
        if runs and line == runs[-1][-1] + 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    spans = [part for run in runs for part in ([run] if len(run) > _PAIR else [[n] for n in run])]
    told = [f"{run[0]} to {run[-1]}" if run[1:] else f"{run[0]}" for run in spans]
    if len(told) > _RANGES:
        told = [*told[:_RANGES], f"{sum(map(len, spans[_RANGES:]))} more"]
    return f"Lines {listed(told)}"
