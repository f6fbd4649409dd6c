"""What goes wrong most often, counted by kind of cause, each with a sentence to look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from evaluation.figures import Judged

NAMED_PASSED_OVER = "missed: named, and taken for background"
NAMED_UNKNOWN = "missed: named, and not recognised"
CARRIED_NOT = "missed: meant, not named, and not carried on"
BACKGROUND = "added: named, but not what it is about"
MISREAD = "added: read as a name that is not there"
CARRIED_TOO_FAR = "added: not named, and carried on wrongly"


@dataclass(frozen=True, slots=True)
class Confusion:
    """One kind of mistake."""

    what: str
    count: int
    example: Judged
    tags: tuple[str, ...]
    """The tags it happens to most."""


def theme_confusions(judged: Sequence[Judged]) -> list[Confusion]:
    """Return which theme is said instead of which, left out or added, the most frequent first."""
    return _counted((what, "", one) for one in _running(judged) for what in _theme_mistakes(one))


def _theme_mistakes(one: Judged) -> Iterator[str]:
    missed = sorted(one.label.tags.themes - one.said.themes)
    added = sorted(one.said.themes - one.label.tags.themes)
    if missed and added:
        yield from (f"{theme} read as {other}" for theme in missed for other in added)
    elif missed:
        yield from (f"{theme} left out" for theme in missed)
    else:
        yield from (f"{theme} added" for theme in added)


def region_confusions(judged: Sequence[Judged]) -> list[Confusion]:
    """Return why regions that sentences are about were missed or added, most frequent first."""
    return _counted(
        (cause, region, one) for one in _running(judged) for cause, region in _region_mistakes(one)
    )


def _region_mistakes(one: Judged) -> Iterator[tuple[str, str]]:
    meant, said = one.label.tags, one.said
    named = meant.mentions | one.label.disputed.mentions
    for region in sorted(meant.about - said.about):
        if region not in named:
            yield CARRIED_NOT, region
        else:
            yield (NAMED_PASSED_OVER if region in said.mentions else NAMED_UNKNOWN), region
    for region in sorted(said.about - meant.about):
        if region in named:
            yield BACKGROUND, region
        else:
            yield (MISREAD if region in said.mentions else CARRIED_TOO_FAR), region


def mention_confusions(judged: Sequence[Judged]) -> list[Confusion]:
    """Return the regions whose names are missed or seen where there are none."""
    return _counted(
        (f"{what}: {region}", "", one)
        for one in _running(judged)
        for what, regions in (
            ("not seen", one.label.tags.mentions - one.said.mentions),
            ("seen wrongly", one.said.mentions - one.label.tags.mentions),
        )
        for region in sorted(regions)
    )


def _running(judged: Iterable[Judged]) -> Iterator[Judged]:
    return (one for one in judged if one.label.is_running_text)


def _counted(mistakes: Iterable[tuple[str, str, Judged]]) -> list[Confusion]:
    """Return the kinds of mistake, most frequent first; the example is the first seen."""
    seen: defaultdict[str, list[Judged]] = defaultdict(list)
    tags: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for what, tag, one in mistakes:
        seen[what].append(one)
        tags[what][tag] += 1
    kinds = [Confusion(what, len(ones), ones[0], _most(tags[what])) for what, ones in seen.items()]
    return sorted(kinds, key=lambda kind: -kind.count)


def _most(counts: dict[str, int]) -> tuple[str, ...]:
    often = sorted(counts, key=lambda tag: -counts[tag])
    return tuple(f"{tag} {counts[tag]}" for tag in often[:6] if tag)
