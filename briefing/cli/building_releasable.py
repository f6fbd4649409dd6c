"""``build --releasable``: a version that may be handed on at a lower level."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.output import bar, open_library, today
from briefing.ledger import Guard
from briefing.model import Draft, Taxonomy
from briefing.pipeline.exporting import export_brief
from briefing.pipeline.releasing import release
from briefing.taxonomy import with_groups
from briefing.wording import plural


def build_releasable(
    draft: Draft,
    level: str,
    outs: tuple[Path, ...],
    folder: Path,
    taxonomy: Taxonomy,
    templates: tuple[Path, ...],
    guard: Guard,
) -> int:
    """Write the releasable version of a draft's document, and say what was searched."""
    with open_library(folder) as library, bar("Writing") as progress:
        made = release(library, draft, taxonomy, level, today=today(), folders=templates)
        brief = made.built.brief
        files = export_brief(
            brief,
            tuple(dict.fromkeys(outs)),
            with_groups(taxonomy, brief.request.groups),
            progress,
            made.built.verification,
            templates,
            made.built.draft,
            inspect=made.inspect,
            guard=guard,
        )
    click.echo(
        f"{brief.title}: {plural(len(brief.findings), 'finding')} "
        f"from {plural(len(brief.sources), 'report')}."
    )
    for sentence in made.sentences:
        click.echo(f"  {sentence}")
    told = set[str]()
    for file in files:
        pages = f" ({plural(file.pages, 'page')})" if file.pages else ""
        click.echo(f"  {file.path}{pages}")
        for remark in file.remarks:
            if remark not in told:  # each format says the same of what both hold
                click.echo(f"    {remark}")
        told.update(file.remarks)
    return 0
