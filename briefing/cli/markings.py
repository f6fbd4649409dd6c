"""Commands that list schemes of markings."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.marking import own_folder, own_mistakes, scheme_mistakes, schemes
from briefing.model.marking import Scheme


@click.command("markings")
@click.option(
    "--check",
    "path",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Look a scheme of your own over before it is put into the folder.",
)
def markings_command(path: Path | None) -> int:
    """List the schemes of markings with their levels, from the lowest to the highest.

    A scheme of your own is a file in the folder that is named at the end.
    """
    if path is not None:
        said = scheme_mistakes(path)
        click.echo(said or f"{path.name} is right.", err=bool(said))
        return 1 if said else 0
    for scheme in schemes():
        _tell(scheme)
    for sentence in own_mistakes():
        click.echo(f"Left out. {sentence}", err=True)
    click.echo(f"Schemes of your own: {own_folder()}")
    return 0


def _tell(scheme: Scheme) -> None:
    click.echo(f"{scheme.id:8} {scheme.name}")
    for level in scheme.levels:
        within = f", within {level.within}" if level.within else ""
        unmarked = ", and reports without a marking" if level.name == scheme.unmarked else ""
        click.echo(f"         ({level.portion}) {level.name}{within}{unmarked}")
    if scheme.note:
        click.echo(f"         {scheme.note}")
