"""What is said of the gaps in coverage: what nobody wrote about, and what rests on one report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.charts.coverage_counts import Counts, Side
from briefing.wording import listed, with_article, within_sentence

_MOST_EMPTY = 3
"""What nobody wrote about is named up to so many; more are counted."""
_MOST_ALONE = 2
"""The same of what rests on one report alone, and of pairs of theme and region."""
_PAIR = "pair of theme and region"


@dataclass(frozen=True, slots=True)
class Place:
    """A region, a theme or both in words, with its findings and the names of its reports."""

    name: str
    findings: int
    reports: frozenset[str]
    region: str
    theme: str
    """Its halves in words, empty where it has only the other."""


def places_of(counts: Counts) -> list[Place]:
    """Return each region and theme in words, in the order of the request."""
    regions, themes, reports = counts.sides
    return [
        _place(
            regions[region] if len(regions) > 1 or len(themes) == 1 else "",
            themes[theme] if len(themes) > 1 else "",
            findings,
            frozenset(reports[sha] for sha in tellers),
        )
        for (region, theme), (findings, tellers) in counts.pairs.items()
    ]


def _place(region: str, theme: str, findings: int, reports: frozenset[str]) -> Place:
    """Return the place that a region, a theme or both stand for, each empty where it is no part."""
    region, theme = with_article(region), within_sentence(theme)
    name = f"{theme} for {region}" if region and theme else region or theme
    return Place(name, findings, reports, region, theme)


def noun_of(counts: Counts) -> tuple[str, str]:
    """Return what the places are, one and several."""
    regions, themes, _ = counts.sides
    if len(regions) > 1 and len(themes) > 1:
        return _PAIR, "pairs of theme and region"
    return ("theme", "themes") if len(themes) > 1 else ("region", "regions")


def gaps_of(counts: Counts, places: Sequence[Place]) -> str:
    """Say what has no findings, and what has those of one report alone."""
    one, many = noun_of(counts)
    reports = len(counts.sides[Side.REPORT])
    empty = [place for place in places if not place.findings]
    alone = [place for place in places if len(place.reports) == 1] if reports > 1 else []
    if not empty:
        return _alone(places, alone, many, reports)
    whole, held = _empty_sides(counts) if one == _PAIR else ([], 0)
    if 0 < len(whole) <= _MOST_EMPTY:
        rest = len(empty) - held
        beside = f", nor on {rest} more of the {len(places)} {many}" if rest else ""
        said = f"there is nothing at all on {_either(whole)}{beside}"
        one, many = ("more", "more") if rest else (one, many)
    elif len(empty) <= (_MOST_ALONE if one == _PAIR else _MOST_EMPTY):
        said = f"there is nothing on {_nothing_on(empty)}"
        one, many = f"more {one}", f"more {many}"
    else:
        said = f"there is nothing on {len(empty)} of the {len(places)} {many}"
        one = many = "more"
    if not alone:
        return said
    rest_on = f"1 {one} rests" if len(alone) == 1 else f"{len(alone)} {many} rest"
    return f"{said}, and {rest_on} on one report alone"


def _nothing_on(places: Sequence[Place]) -> str:
    """Return the names of places behind “on”; what two of them share is said once."""
    if len(places) == 2 and all(one.region and one.theme for one in places):
        first, second = places
        if first.theme == second.theme:
            return f"{first.name} or for {second.region}"
        if first.region == second.region:
            return f"{first.theme} or on {second.name}"
    return _either([one.name for one in places])


def _either(names: Sequence[str]) -> str:
    """Return ``Kazakhstan, on Russia or on energy``, to stand behind “on”."""
    return " or on ".join(filter(None, (", on ".join(names[:-1]), names[-1])))


def _empty_sides(counts: Counts) -> tuple[list[str], int]:
    """Return the regions and themes on which there is nothing at all, and their empty pairs."""
    regions, themes, _ = counts.sides
    told = {pair for pair, (findings, _) in counts.pairs.items() if findings}
    no_region = [id_ for id_ in regions if id_ not in {region for region, _ in told}]
    no_theme = [id_ for id_ in themes if id_ not in {theme for _, theme in told}]
    held = len(no_region) * len(themes) + len(no_theme) * (len(regions) - len(no_region))
    names = [with_article(regions[id_]) for id_ in no_region]
    return [*names, *(within_sentence(themes[id_]) for id_ in no_theme)], held


def _alone(places: Sequence[Place], alone: Sequence[Place], many: str, reports: int) -> str:
    """Say on how many reports what is covered rests."""
    every = f"both {many}" if len(places) == 2 else f"all {len(places)} {many}"
    if len(alone) == len(places):
        return f"each of the {len(places)} {many} rests on one report alone"
    if len(alone) == 1:
        return f"{alone[0].name} rests on {next(iter(alone[0].reports))} alone"
    if 0 < len(alone) <= _MOST_ALONE:
        return f"{listed([one.name for one in alone])} rest on one report alone"
    if alone:
        return f"{len(alone)} of the {len(places)} {many} rest on one report alone"
    if reports == 1:
        return f"there is something on {every}"
    least = min(len(one.reports) for one in places)
    who = "all" if least == reports else "at least"
    both = "both reports" if least == reports == 2 else f"{who} {least} reports"
    return f"{every} are covered by {both}"
