"""How the build command makes a brief for each region of a request in one go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from briefing.brief_file import EXTENSION, read_brief_file
from briefing.cli.look import AS_ASKED, Look
from briefing.cli.output import bar, open_library, today
from briefing.errors import RequestError
from briefing.model import Draft
from briefing.model.desk import SeriesEntry
from briefing.pipeline.desk import Desk
from briefing.pipeline.selecting import resolve_scope
from briefing.pipeline.series_summary import row_of
from briefing.request_file import load_request
from briefing.taxonomy import load_taxonomy, with_groups
from briefing.wording import plural

PATTERN = "{date} {region} {template}"


@dataclass(frozen=True, slots=True)
class SeriesOptions:
    """Where and how a series is written."""

    folder: Path
    formats: tuple[str, ...]
    pattern: str
    overwrite: bool
    own_words: bool
    comments: bool = False
    replace_changed: bool = False
    summary: Path | None = None
    """Where the table of what was written goes."""
    look: Look = AS_ASKED
    """What is wished of annex, notes and contents list."""
    level: str = ""
    """At which each is to be releasable; empty: each is whole."""


def build_series(
    source: Path, options: SeriesOptions, folder: Path, templates: tuple[Path, ...]
) -> int:
    """Write a brief for each region that a request or saved brief names; return the exit code."""
    is_brief = source.suffix.lower() == EXTENSION
    draft = read_brief_file(source).draft if is_brief else Draft(load_request(source))
    taxonomy = load_taxonomy()
    request = resolve_scope(draft.request, with_groups(taxonomy, draft.request.groups))
    request = options.look.on(request)
    if not request.regions:
        raise RequestError(f"{source.name} names no region to make a brief for.", "Name some.")
    with open_library(folder) as library, bar("Writing") as progress:
        entries = Desk(library, taxonomy, folders=templates, today=today).export_series(
            replace(draft, request=replace(request, comments=options.comments or request.comments)),
            request.regions,
            options.folder,
            options.pattern,
            options.formats or ("pdf",),
            options.overwrite,
            progress,
            own_words=options.own_words,
            replace_changed=options.replace_changed,
            summary=options.summary,
            level=options.level,
        )
    for entry in entries:
        _tell(entry)
    _tell_table(entries)
    return 0 if all(entry.files for entry in entries) else 1


def _tell_table(entries: Sequence[SeriesEntry]) -> None:
    """Show a line for each region: what there is, and what is thin or failed."""
    rows = [("Region", "Findings", "Reports", "Sides", "")]
    for entry in entries:
        name, _, findings, reports, _, sides, thin, failed = row_of(entry)
        said = f"not written: {failed}" if failed else f"thin: {thin}" if thin else ""
        rows.append((name, findings, reports, sides, said))
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    click.echo("")
    for row in rows:
        counts = "  ".join(row[column].rjust(widths[column]) for column in range(1, 4))
        click.echo(f"{row[0].ljust(widths[0])}  {counts}  {row[4]}".rstrip())
    written, thin_ones = (sum(map(bool, found)) for found in _written_and_thin(entries))
    click.echo(f"\n{written} of {plural(len(entries), 'brief')} written, {thin_ones} of them thin.")


def _written_and_thin(entries: Sequence[SeriesEntry]) -> tuple[list[bool], list[bool]]:
    written = [bool(entry.files) for entry in entries]
    return written, [bool(entry.files and entry.thin) for entry in entries]


def _tell(entry: SeriesEntry) -> None:
    click.echo(f"{entry.title}: {entry.message or plural(entry.findings, 'finding')}")
    for file in entry.files:
        pages = f" ({plural(file.pages, 'page')})" if file.pages else ""
        click.echo(f"  {file.path}{pages}")
        for remark in file.remarks:
            click.echo(f"    {remark}")
