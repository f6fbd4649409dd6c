"""The command that shows the program at work on the sample reports: demo."""

from __future__ import annotations

import time
from pathlib import Path

import click

from briefing.cli.output import bar, today
from briefing.model import Taxonomy
from briefing.pipeline.demonstration import Demonstration, demonstrate
from briefing.taxonomy import load_taxonomy
from briefing.wording import plural


@click.command("demo")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("out"),
    show_default=True,
    help="Folder for the documents.",
)
def demo_command(out: Path) -> int:
    """Make a briefing note and a memo from the shipped sample reports."""
    begun = time.monotonic()
    taxonomy = load_taxonomy()
    with bar("Reading the sample reports") as progress:
        done = demonstrate(out, taxonomy, progress, today=today())
    _tell_demo(done, taxonomy, time.monotonic() - begun)
    for failed in done.outcome.failed:
        click.echo(f"{failed.path.name}: {failed.error}", err=True)
    return 1 if done.outcome.failed else 0


def _tell_demo(done: Demonstration, taxonomy: Taxonomy, seconds: float) -> None:
    brief = done.built.brief
    total = sum(report.findings for report in done.reports)
    click.echo(f"\nRead    {plural(len(done.reports), 'report')}, {total} findings")
    for report in done.reports:
        click.echo(f"        · {report.metadata.title} ({report.file_name})")
    regions = ", ".join(taxonomy.regions[id_].name for id_ in brief.request.regions)
    themes = ", ".join(taxonomy.themes[id_].name.lower() for id_ in brief.request.themes)
    click.echo(f"Asked   {regions}: {themes}")
    click.echo(
        f"Chose   {len(brief.findings)} of {brief.candidates} that answer, "
        f"{len(done.built.verification.verbatim)} of them found in their source, word for word"
    )
    click.echo(f"Wrote   in {seconds:.0f} seconds, without network:")
    for file in done.written:
        pages = f", {plural(file.pages, 'page')}" if file.pages else ""
        click.echo(f"        · {file.path}{pages}")
        for remark in file.remarks:
            click.echo(f"          {remark}")
