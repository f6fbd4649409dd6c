"""Which of the parts of a document is the highest, and for which of them a banner is too low."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.errors import ExportError
from briefing.marking.reading import Marking, read_marking
from briefing.model.marking import Part, Scheme

_NAMED = 6
"""Parts that a sentence names at the most."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A banner against what it stands over."""

    proposed: str
    """The highest level of the parts, with the caveats that any carries; empty: nothing is said."""
    above: tuple[Part, ...]
    """Parts whose level is above that of the banner."""
    unknown: tuple[Part, ...]
    """Parts whose marking cannot be ranked: it is not of the scheme, or there is no scheme."""
    uncovered: tuple[str, ...] = ()
    """Caveats of parts that the banner does not carry."""

    @property
    def is_refused(self) -> bool:
        """Whether no document may carry this banner over these parts."""
        return bool(self.above or self.unknown)


def weigh(parts: Iterable[Part], banner: str, scheme: Scheme | None) -> Weighed:
    """Return how a banner stands against the parts of a document.

    Without a scheme nothing can be ranked: then a part may carry only what the banner says. An
    empty banner under a scheme stands for the highest of the parts.
    """
    parts = tuple(parts)
    if scheme is None:
        return _by_words(parts, banner)
    read = [(part, read_marking(part.marking or scheme.unmarked, scheme)) for part in parts]
    known = [(part, mark) for part, mark in read if mark is not None]
    unknown = tuple(part for part, mark in read if mark is None and part.marking)
    proposed = highest([mark for _, mark in known], scheme)
    over = read_marking(banner, scheme) if banner else proposed
    if over is None:
        marked = tuple(part for part, _ in known if part.marking)
        return Weighed(_text(proposed, scheme), marked, unknown)
    carried = frozenset[str]().union(*(mark.each_caveat for _, mark in known))
    return Weighed(
        _text(proposed, scheme),
        tuple(part for part, mark in known if mark.outranks(over)),
        unknown,
        tuple(sorted(carried - over.each_caveat)),
    )


def refuse_outranked(weighed: Weighed, banner: str, scheme: Scheme | None) -> None:
    """Refuse a document with parts that outrank its banner, or cannot be ranked.

    Raises:
        ExportError: it has some; the message names them.
    """
    if weighed.above:
        told = f"The marking {banner or '(none)'} is too low: {named(weighed.above)}."
        raise ExportError(told, f"Mark the document {weighed.proposed}, or leave them out.")
    if weighed.unknown and scheme is not None:
        raise ExportError(
            f"Markings that are not of the scheme {scheme.name} cannot be ranked: "
            f"{named(weighed.unknown)}.",
            f"Correct them to one of {', '.join(level.name for level in scheme.levels)}.",
        )
    if weighed.unknown:
        raise ExportError(
            f"The document is marked “{banner}”, parts of it otherwise: {named(weighed.unknown)}."
            if banner
            else f"The document has no marking, parts of it have: {named(weighed.unknown)}.",
            "Choose a scheme of markings: without one nothing says which is higher.",
        )


def named(parts: Sequence[Part]) -> str:
    """Return parts with their markings: ``finding f-3k7q (SECRET), judgement 2 (SECRET)``."""
    said = [f"{part.name} ({part.marking or 'no marking'})" for part in parts[:_NAMED]]
    more = len(parts) - len(said)
    return ", ".join(said) + (f" and {more} more" if more else "")


def _by_words(parts: Sequence[Part], banner: str) -> Weighed:
    marked = [part for part in parts if part.marking]
    words = {_folded(part.marking): part.marking.upper() for part in marked}
    others = tuple(part for part in marked if _folded(part.marking) != _folded(banner))
    only = next(iter(words.values())) if len(words) == 1 else ""
    return Weighed(only, (), others)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def highest(marks: Sequence[Marking], scheme: Scheme) -> Marking | None:
    """Return the highest level of markings with the caveats that any carries.

    Without any it is what the scheme takes for unmarked; None where that is nothing.
    """
    if not marks:
        return read_marking(scheme.unmarked, scheme) if scheme.unmarked else None
    rank = max(mark.rank for mark in marks)
    caveats = sorted(frozenset[str]().union(*(mark.each_caveat for mark in marks)))
    return Marking(rank, scheme.levels[rank], "/".join(caveats))


def _text(mark: Marking | None, scheme: Scheme) -> str:
    return mark.text(scheme) if mark else ""
