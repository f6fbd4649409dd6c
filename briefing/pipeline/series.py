"""Use case: a brief for each of several regions in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.errors import BriefingError
from briefing.model import BriefRequest, Decision, Draft, Taxonomy
from briefing.model.desk import ExportedFile, SeriesEntry
from briefing.pipeline.building import BuiltBrief
from briefing.pipeline.exporting import extension_of
from briefing.pipeline.file_names import check_pattern, file_name
from briefing.pipeline.series_summary import thin_points
from briefing.progress import Progress, Silent
from briefing.taxonomy import with_groups

_NOTHING = "No finding answers the request for this region."


@dataclass(frozen=True, slots=True)
class Series:
    """What is to be written, and where."""

    regions: tuple[str, ...]
    folder: Path
    pattern: str
    """File name without ending, such as ``{date} {region} {template}``."""
    formats: tuple[str, ...]
    """Ids of the formats."""
    overwrite: bool
    own_words: bool = False
    """Whether each has the officer's own words: bottom line, judgements and so on."""


def export_series(
    draft: Draft,
    series: Series,
    taxonomy: Taxonomy,
    build: Callable[[Draft], BuiltBrief],
    write: Callable[[BuiltBrief, Sequence[Path], Progress], tuple[ExportedFile, ...]],
    progress: Progress,
) -> tuple[SeriesEntry, ...]:
    """Write a brief for each region, and say of each what became of it.

    One that cannot be made does not keep the others back. No file is written over another of the
    same series.

    Raises:
        ExportError: the pattern names what does not exist, or there is no such format.
        Cancelled: from ``progress``.
    """
    check_pattern(series.pattern)
    endings = tuple(extension_of(format_) for format_ in series.formats)
    taxonomy = with_groups(taxonomy, draft.request.groups)
    regions = tuple(dict.fromkeys(series.regions))
    progress.start(len(regions))
    taken: set[Path] = set()
    entries = []
    for region in regions:
        known = taxonomy.regions.get(region)
        progress.step(known.name if known else region)
        try:
            entries.append(_entry(draft, region, series, endings, taxonomy, taken, build, write))
        except BriefingError as error:
            name = known.name if known else region
            entries.append(SeriesEntry(region, name, message=str(error), region_name=name))
    return tuple(entries)


def _entry(
    draft: Draft,
    region: str,
    series: Series,
    endings: tuple[str, ...],
    taxonomy: Taxonomy,
    taken: set[Path],
    build: Callable[[Draft], BuiltBrief],
    write: Callable[[BuiltBrief, Sequence[Path], Progress], tuple[ExportedFile, ...]],
) -> SeriesEntry:
    built = build(draft_for(draft, region, taxonomy, own_words=series.own_words))
    called = _called(region, built.brief.request, taxonomy)
    entry = SeriesEntry(
        region,
        built.brief.title,
        findings=len(built.brief.findings),
        region_name=called,
        reports=len(built.brief.sources),
        thin=tuple(thin_points(built.brief)),
    )
    if not entry.findings:
        return replace(entry, message=_NOTHING, thin=())
    name = file_name(series.pattern, built.brief, called)
    paths = [series.folder / f"{name}{ending}" for ending in endings]
    for path, why in _obstacles(paths, taken, series.overwrite):
        return replace(entry, message=f"{path.name} {why}")
    taken.update(_plain(path) for path in paths)
    return replace(entry, files=write(built, paths, Silent()))


def _called(region: str, request: BriefRequest, taxonomy: Taxonomy) -> str:
    """Return a region's name; where the brief has put another in its place, the name of that."""
    groups = {group.id: group.name for group in request.groups}
    printed = region if region in request.regions or not request.regions else request.regions[0]
    known = taxonomy.regions.get(printed)
    return groups.get(printed) or (known.name if known else printed)


def _obstacles(
    paths: Sequence[Path], taken: set[Path], overwrite: bool
) -> Iterator[tuple[Path, str]]:
    for path in paths:
        if _plain(path) in taken:
            yield path, "is the name of another region's brief; put {region} into the pattern."
        elif path.exists() and not overwrite:
            yield path, "exists already."


def _plain(path: Path) -> Path:
    """Return a path as systems compare it that do not tell capital letters."""
    return path.with_name(path.name.casefold())


def draft_for(draft: Draft, region: str, taxonomy: Taxonomy, *, own_words: bool = False) -> Draft:
    """Return the draft for one region: its title made anew, proposed anew, its reference kept.

    What the officer decided about findings is kept: it follows them to wherever they stand under
    the region. The officer's own words, which speak of the whole, come along with ``own_words``.
    """
    covered = taxonomy.covers(region)
    request = replace(draft.request, regions=(region,), title="")
    kept = (_under(one, region, covered) for one in draft.decisions if _is_said(one))
    return replace(
        draft,
        request=request if own_words else without_own_words(request),
        decisions=tuple(kept),
        proposed_for=None,
    )


def without_own_words(request: BriefRequest) -> BriefRequest:
    """Return a request without what the officer concludes from the findings of all regions."""
    return replace(
        request,
        bottom_line="",
        judgements=(),
        recommendation="",
        lines_to_take=(),
        action="",
        fields=(),
    )


def _is_said(decision: Decision) -> bool:
    """Whether a decision holds anything of the officer's."""
    return decision.by_officer or bool(decision.note or decision.marking)


def _under(decision: Decision, region: str, covered: frozenset[str]) -> Decision:
    return replace(decision, region=region) if decision.region in covered else decision
