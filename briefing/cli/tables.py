"""Commands for the tables of names and themes: look them over, tag reports anew with them."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.output import bar, library_option, open_library
from briefing.pipeline.retagging import retag_reports
from briefing.resources import assets
from briefing.taxonomy import load_taxonomy, own_mistakes, own_tables, tables_version
from briefing.taxonomy.tables import own_folder
from briefing.wording import plural


@click.command("tables")
def tables_command() -> int:
    """Look the tables over: where they lie, and which of your own are used."""
    load_taxonomy()
    click.echo(f"Shipped tables: {assets('taxonomy')}")
    click.echo(f"Your own, laid over them: {own_folder()}")
    for name in own_tables():
        click.echo(f"  {name}: used")
    for mistake in own_mistakes():
        click.echo(f"  {mistake.file}: left out")
    click.echo(f"Version {tables_version()}.")
    return 1 if own_mistakes() else 0


@click.command("retag")
@click.option("--all", "every", is_flag=True, help="Every report, whatever it was tagged with.")
@library_option
def retag_command(every: bool, folder: Path) -> None:
    """Tag reports anew that were tagged with other tables or by another version.

    Your corrections and rules hold as before.
    """
    with open_library(folder) as library, bar("Tagging") as progress:
        done = retag_reports(library, progress, every=every)
    sentences = plural(done.changed, "sentence")
    click.echo(f"{plural(done.reports, 'report')} tagged anew, {sentences} otherwise than before.")
