"""What the locator map asks, answers and counts, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.wording import joined, listed, plural, with_article, with_capital

Row = tuple[str, int]
"""Name of a country with its two letters in brackets, findings that speak of it."""

_MOST_NEIGHBOURS = 8
"""Neighbours that a sentence names; of more it tells the number."""


def question(rows: Sequence[Row]) -> str:
    """Return what the map is to answer."""
    if len(rows) > 1:
        return "Which countries do the findings speak of?"
    name = _plain(rows[0])
    do, it = ("do", "them") if _is_many(name) else ("does", "it")
    return f"Where {do} {with_article(name)} lie, and how much is said of {it}?"


def answer(rows: Sequence[Row], findings: int, unlisted: int) -> str:
    """Say which country is spoken of most, and which in no finding; of one alone, where it lies."""
    if len(rows) == 1:
        return _of_one(*rows[0])
    most = rows[0][1]
    first = [with_article(_plain(row)) for row in rows if row[1] == most]
    silent = [with_article(_plain(row)) for row in rows if not row[1]]
    of = f"{most:,} of {findings:,} findings" if most < findings else f"all {most:,} findings"
    if len(first) == len(rows) > 3:
        said = f"Each of the {len(rows)} countries is spoken of as often, in {of}"
    elif len(first) > 3:
        said = f"{len(first)} countries are spoken of most, each in {of}"
    elif len(first) > 1:
        said = f"{listed(first)} are spoken of most, each in {of}"
    else:
        said = f"{first[0]} {'are' if _is_many(first[0]) else 'is'} spoken of most, in {of}"
    if len(silent) + unlisted > 3:
        said += f"; {len(silent) + unlisted} of those asked for in none"
    elif silent:
        said += f"; {listed(silent)} in none"
    return f"{with_capital(said)}."


@dataclass(frozen=True, slots=True)
class Counted:
    """What the numbers of a map are made of."""

    findings: int
    reports: int
    left_out: int
    """Findings on what is asked for that count for no country."""
    is_one: bool
    """Whether one country alone is asked for."""
    is_shared: bool
    """Whether some finding counts under two countries."""
    has_passing: bool
    """Whether some finding names a country in passing."""


def basis(counted: Counted) -> str:
    """Say what is counted, and what is not though a list of findings on a country has it."""
    rest = counted.left_out
    said = f"Number of findings, {counted.findings:,} from {plural(counted.reports, 'report')}"
    if counted.is_one:
        return f"{said}.{_beside_one(rest)}"
    rules = ["one that speaks of two countries counts under both"] if counted.is_shared else []
    if counted.has_passing:
        rules.append("one that only names a country in passing does not count")
    said = f"{said}; {', '.join(rules)}." if rules else f"{said}."
    if rest:
        said += f" {rest:,} more {'speaks' if rest == 1 else 'speak'} of no single one of them."
    return said


def alt(rows: Sequence[Row], unlisted: int) -> str:
    """Return the map in words for those who cannot see it."""
    if len(rows) == 1:
        name, number = _plain(rows[0]), rows[0][1]
        return f"Map of {with_article(name)} and what lies around. Findings on it: {number:,}."
    counts = joined([f"{_plain(row)} {row[1]:,}" for row in rows if row[1]])
    silent = [_plain(row) for row in rows if not row[1]]
    said = f"Map of the countries with the number of findings on each: {counts}."
    if silent:
        said += f" None: {joined(silent)}."
    return f"{said} None on {unlisted} others asked for." if unlisted else said


def _plain(row: Row) -> str:
    """Return the name of a row's country without its letters."""
    return row[0].rpartition(" (")[0]


def _is_many(name: str) -> bool:
    """Tell whether a name takes a verb in the plural: of states, as the Philippines, none does."""
    return name.endswith((" Islands", " Territories"))


def _of_one(label: str, findings: int) -> str:
    name, _, code = label.rstrip(")").rpartition(" (")
    it = "them" if _is_many(name) else "it"
    speak = "finding speaks" if findings == 1 else "findings speak"
    return f"{with_capital(_lie(code, name))}; {findings:,} {speak} of {it}."


def _lie(code: str, name: str) -> str:
    """Say which countries one borders on, as the map has it; of an island, which is nearest."""
    from briefing.maps.neighbours import nearest_of, neighbours_of  # needs numpy
    from briefing.maps.world import load_world

    world, is_many, told = load_world(), _is_many(name), with_article(name)
    others = [with_article(world.names[other]) for other in neighbours_of(world, code)]
    if others:
        named = listed(others) if len(others) <= _MOST_NEIGHBOURS else f"{len(others)} countries"
        return f"{told} {'border' if is_many else 'borders'} on {named}"
    nearest = nearest_of(world, code)
    has = f"{told} {'have' if is_many else 'has'} no land boundary"
    other = with_article(world.names[nearest.country])
    return f"{has} (nearest larger land: {other}, to the {nearest.wind})"


def _beside_one(rest: int) -> str:
    """Say how many findings on one country are not counted, as a sentence after others."""
    if not rest:
        return ""
    which = "which only names it" if rest == 1 else "which only name it"
    speaks, is_ = ("speaks", "is") if rest == 1 else ("speak", "are")
    return f" {rest:,} more, {which} in passing or {speaks} of a wider region, {is_} not counted."
