"""Keeps a file back that holds what was left out of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.errors import ExportError
from briefing.releasing.needles import Needles
from briefing.releasing.searching import search
from briefing.wording import plural

_NAMED = 4
"""Finds that a message names."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """Looks finished files over for what was left out of them."""

    needles: Needles

    def __call__(self, name: str, data: bytes) -> str:
        """Return what was searched in a finished file, in a sentence.

        Raises:
            ExportError: something that was left out is in it; the message tells what and where.
        """
        searched = search(data, name, self.needles)
        if searched.finds:
            found = [f"{one.what} in {one.where}" for one in searched.finds[:_NAMED]]
            more = len(searched.finds) - len(found)
            found += [f"{plural(more, 'more thing')}"] if more else []
            raise ExportError(
                f"{name} still holds what may not be released: {'; '.join(found)}.",
                "Nothing was written. Take the words out, or mark them as releasable.",
            )
        return searched.sentence

    def unsearched(self) -> Iterator[str]:
        """Yield a sentence on what was left out and cannot be searched for."""
        skipped = list(self.needles.skipped)
        if skipped:
            more = len(skipped) - _NAMED
            told = skipped[:_NAMED] + ([f"and {more} more"] if more > 0 else [])
            yield (
                "Not searched for, because it is too short or stands in what is kept: "
                f"{'; '.join(told)}."
            )
