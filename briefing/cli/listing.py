"""Commands that list what one can ask for: regions, themes, templates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from briefing.cli.output import templates_option
from briefing.errors import TemplateError
from briefing.taxonomy import load_taxonomy
from briefing.templating import TemplateHeader, list_templates, needed, new_template


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
@click.option("--new", metavar="NAME", help="Begin a template of your own, and print its file.")
@click.option("--from", "origin", metavar="NAME", help="With --new: the one to begin with.")
@templates_option
def templates_command(new: str | None, origin: str | None, templates: tuple[Path, ...]) -> int:
    """List the templates by name, with what each needs and the fields it has of its own.

    One that cannot be used is told with what is wrong with it. With --new, a copy of another is
    put into the folder that --templates names, else into the one in your data folder.
    """
    if (new is None) != (origin is None):
        raise click.UsageError("--new and --from go together.")
    if new is not None and origin is not None:
        click.echo(new_template(new, origin, templates[0], templates))
        return 0
    return _list(templates)


def _list(templates: tuple[Path, ...]) -> int:
    faults: list[TemplateError] = []
    for header in list_templates(templates, faults):
        click.echo(f"{header.name:12} {header.title}: {header.description}")
        for line in _asks(header):
            click.echo(f"{'':12} {line}")
    for fault in faults:
        click.echo(str(fault), err=True)
    return 1 if faults else 0


def _asks(header: TemplateHeader) -> Iterator[str]:
    if said := needed(header):
        yield f"needs: {', '.join(said)}"
    for field in header.fields:
        columns = f" of {', '.join(field.columns)}" if field.columns else ""
        hint = f": {field.hint}" if field.hint else ""
        yield f"  {field.name} ({field.kind}{columns}) {field.label}{hint}"
