"""What is said of who is named with whom: the pair named most, and what holds beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from briefing.wording import listed, plural, with_article, with_capital, within_sentence

Row = tuple[str, str, int, str]
"""Two regions, the findings that name both, what these are chiefly about."""

BETWEEN = re.compile(r"(?<=[0-9]), ")
"""What stands between two themes, which have their number behind them, and may have commas."""
PAIRS_TOLD = 6
"""Pairs whose themes are written beside the matrix."""
_TIED = 2
"""Pairs, or states, of which the answer names both."""
_HUB = 0.75
"""Share of the findings from which on one that they name is what they are all about."""


def label(row: Sequence[str | int]) -> str:
    """Return the name of a pair."""
    return f"{row[0]} – {row[1]}"


def answer(rows: Sequence[Row], named: Sequence[Collection[str]]) -> str:
    """Say which pair is named most, and on what, and what holds beside it.

    ``named`` are the states and blocs that each finding names. Where nearly all name one of them,
    as when it was asked for, it is told which pair is named most without it.
    """
    hub, times = Counter(one for names in named for one in sorted(names)).most_common(1)[0]
    is_hub = times >= _HUB * len(named) and all(hub in row[:2] for row in _first(rows))
    return f"{with_capital(_most(rows))}; {_without(hub, rows) if is_hub else _central(rows)}."


def alt(rows: Sequence[Row]) -> str:
    """Return the numbers in words: each state or bloc with its partners, each pair once."""
    weights: Counter[str] = Counter()
    for one, other, number, _ in rows:
        weights.update({one: number, other: number})
    order = sorted(weights, key=lambda name: (-weights[name], name))
    told: dict[str, list[str]] = {}
    for one, other, number, _ in rows:
        first, second = sorted((one, other), key=order.index)
        told.setdefault(first, []).append(f"{second} {number:,}")
    said = " ".join(f"{name} with {', '.join(told[name])}." for name in order if name in told)
    chief = (f"{one} and {other}: {themes}" for one, other, _, themes in rows[:PAIRS_TOLD])
    return f"Findings that name both. {said} Other pairs: none. Chief themes. {'; '.join(chief)}."


def _first(rows: Sequence[Row]) -> list[Row]:
    """Return the pairs that are named as often as any."""
    return [row for row in rows if row[2] == rows[0][2]]


def _most(rows: Sequence[Row]) -> str:
    """Return the pair named most, with what its findings are chiefly about."""
    most = rows[0]
    findings = plural(most[2], "finding")
    tied = _first(rows)
    if len(tied) > _TIED:
        return f"no pair is named together in more than {findings}"
    if len(tied) == _TIED:
        pairs = " and ".join(f"{with_article(row[0])} with {with_article(row[1])}" for row in tied)
        return f"{pairs} are named together most, in {findings} each"
    chief = BETWEEN.split(most[3])[0].rpartition(" ")[0]
    on = f", chiefly on {within_sentence(chief)}" if chief else ""
    return f"{_pair(most)} are named together most, in {findings}{on}"


def _pair(row: Row) -> str:
    """Return a pair within a sentence, its halves apart even where one has an “and” in it."""
    one, other = map(with_article, row[:2])
    tie = "with" if " and " in f"{one}, {other}" else "and"
    return f"{one} {tie} {other}"


def _without(hub: str, rows: Sequence[Row]) -> str:
    """Say which pair is named most of those without one that nearly all findings name."""
    rest = [row for row in rows if hub not in row[:2]]
    name = with_article(hub)
    if not rest:
        return f"no pair is named without {name}"
    if len(_first(rest)) > 1:
        return f"of pairs without {name} none is in more than {rest[0][2]}"
    return f"of pairs without {name} it is {_pair(rest[0])}, in {rest[0][2]}"


def _central(rows: Sequence[Row]) -> str:
    """Say who is named with most of the others."""
    partners = Counter(name for row in rows for name in row[:2])
    others = len(partners) - 1
    number = max(partners.values())
    central = [name for name, of in partners.items() if of == number]
    if len(central) == len(partners):
        return f"each is named with {'all' if number == others else f'{number} of the'} others"
    of = f"all {others} others" if number == others else f"{number} of the {others} others"
    if len(central) > _TIED:
        return f"{len(central)} of the {len(partners)} are named with {of}"
    are = "is" if len(central) == 1 else "are each"
    return f"{listed([with_article(name) for name in central])} {are} named with {of}"
