"""How the build command makes a brief for each region of a request in one go."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import click

from briefing.brief_file import EXTENSION, read_brief_file
from briefing.cli.output import bar, open_library, today
from briefing.errors import RequestError
from briefing.model import Draft
from briefing.model.desk import SeriesEntry
from briefing.pipeline.desk import Desk
from briefing.pipeline.selecting import resolve_scope
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


def build_series(
    source: Path, options: SeriesOptions, folder: Path, templates: tuple[Path, ...]
) -> int:
    """Write a brief for each region that a request or saved brief names; return the exit code."""
    is_brief = source.suffix.lower() == EXTENSION
    draft = read_brief_file(source).draft if is_brief else Draft(load_request(source))
    taxonomy = load_taxonomy()
    request = resolve_scope(draft.request, with_groups(taxonomy, draft.request.groups))
    if not request.regions:
        raise RequestError(f"{source.name} names no region to make a brief for.", "Name some.")
    with open_library(folder) as library, bar("Writing") as progress:
        entries = Desk(library, taxonomy, folders=templates, today=today).export_series(
            replace(draft, request=request),
            request.regions,
            options.folder,
            options.pattern,
            options.formats or ("pdf",),
            options.overwrite,
            progress,
            own_words=options.own_words,
        )
    for entry in entries:
        _tell(entry)
    return 0 if all(entry.files for entry in entries) else 1


def _tell(entry: SeriesEntry) -> None:
    click.echo(f"{entry.title}: {entry.message or plural(entry.findings, 'finding')}")
    for file in entry.files:
        pages = f" ({plural(file.pages, 'page')})" if file.pages else ""
        click.echo(f"  {file.path}{pages}")
        for remark in file.remarks:
            click.echo(f"    {remark}")
