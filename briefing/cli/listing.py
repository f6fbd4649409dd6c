"""Commands that list what one can ask for: regions, themes, templates."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.output import templates_option
from briefing.taxonomy import load_taxonomy
from briefing.templating import list_templates


@click.command("regions")
@click.argument("words", nargs=-1)
def regions_command(words: tuple[str, ...]) -> None:
    """List the regions by id; with WORDS, those whose name or id holds them."""
    wanted = " ".join(words).casefold()
    for region in load_taxonomy().regions.values():
        if wanted in f"{region.id} {region.name}".casefold():
            members = f" ({', '.join(region.members)})" if region.members else ""
            click.echo(f"{region.id:16} {region.name}{members}")


@click.command("themes")
def themes_command() -> None:
    """List the themes by id."""
    for theme in load_taxonomy().themes.values():
        click.echo(f"{theme.id:12} {theme.name}: {theme.description}")


@click.command("templates")
@templates_option
def templates_command(templates: tuple[Path, ...]) -> None:
    """List the templates by name."""
    for header in list_templates(templates):
        click.echo(f"{header.name:12} {header.title}: {header.description}")
