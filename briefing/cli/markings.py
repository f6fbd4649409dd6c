"""Commands that list schemes of markings and scales of likelihood."""

from __future__ import annotations

from pathlib import Path

import click

from briefing import scale_files
from briefing.marking import own_folder, scheme_mistakes, schemes
from briefing.model.marking import Scheme
from briefing.scales import load_scale, scale_ids

_check_option = click.option(
    "--check",
    "path",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Look a file of your own over before it is put into the folder.",
)


@click.command("markings")
@_check_option
def markings_command(path: Path | None) -> int:
    """List the schemes of markings with their levels, from the lowest to the highest.

    A scheme of your own is a file in the folder that is named at the end.
    """
    if path is not None:
        return _tell_fault(path, scheme_mistakes(path))
    for scheme in schemes():
        _tell(scheme)
    click.echo(f"Schemes of your own: {own_folder()}")
    return 0


def _tell_fault(path: Path, said: str) -> int:
    """Say what is wrong with a file, or that it is right; return the exit code."""
    click.echo(said or f"{path.name} is right.", err=bool(said))
    return 1 if said else 0


def _tell(scheme: Scheme) -> None:
    click.echo(f"{scheme.id:8} {scheme.name}")
    for level in scheme.levels:
        within = f", within {level.within}" if level.within else ""
        unmarked = ", and reports without a marking" if level.name == scheme.unmarked else ""
        click.echo(f"         ({level.portion}) {level.name}{within}{unmarked}")
    if scheme.note:
        click.echo(f"         {scheme.note}")


@click.command("scales")
@_check_option
def scales_command(path: Path | None) -> int:
    """List the scales of likelihood with their terms, from the least to the most likely.

    A scale of your own is a file in the folder that is named at the end.
    """
    if path is not None:
        return _tell_fault(path, scale_files.scale_mistakes(path))
    for scale in map(load_scale, scale_ids()):
        click.echo(f"{scale.id:8} {scale.name}")
        for term in scale.terms:
            click.echo(f"         {term.range:12} {term.name}")
        click.echo(f"         confidence: {scale.confidence_words}")
    click.echo(f"Scales of your own: {scale_files.own_folder()}")
    return 0
