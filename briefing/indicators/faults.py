"""What is wrong with the rows of a table: a sentence each, those of one kind together."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.wording import plural

MOST_TOLD = 40
"""Sentences at the most; the last then says how many rows more there are."""
_RANGES = 6


class Faults:
    """Collects bad rows by what is wrong with them."""

    def __init__(self) -> None:
        self._lines: dict[str, list[int]] = {}

    def add(self, line: int, what: str) -> None:
        """Note what is wrong with a line, in a clause: ``“20x3” is no year``."""
        lines = self._lines.setdefault(what, [])
        if not lines or lines[-1] != line:
            lines.append(line)

    def sentences(self) -> tuple[str, ...]:
        """Return a sentence for each fault, in the order of the lines."""
        faults = sorted((sorted(set(lines)), what) for what, lines in self._lines.items())
        told = [
            f"{_named(lines)}: {what}{'' if what.endswith('?') else '.'}" for lines, what in faults
        ]
        if len(told) <= MOST_TOLD:
            return tuple(told)
        rest = [line for lines, _ in faults[MOST_TOLD - 1 :] for line in lines]
        more = f"And {plural(len(set(rest)), 'more row')} that cannot be read."
        return (*told[: MOST_TOLD - 1], more)


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
    told = [f"{run[0]} to {run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs]
    if len(told) > _RANGES:
        rest = sum(len(run) for run in runs[_RANGES:])
        return f"Lines {', '.join(told[:_RANGES])} and {rest} more"
    return f"Lines {', '.join(told[:-1])} and {told[-1]}" if told[1:] else f"Lines {told[0]}"
