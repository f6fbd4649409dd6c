"""What every command says last: which files of the officer's own it has left out, and why."""

from __future__ import annotations

import click

from briefing import marking, scale_files
from briefing.taxonomy import own_mistakes


def tell_mistakes() -> None:
    """Say on standard error which of the officer's own tables and files are left out, and why."""
    for mistake in own_mistakes():
        click.echo(f"{mistake.sentence} This table of yours is left out.", err=True)
        if mistake.hint:
            click.echo(f"  {mistake.hint}", err=True)
    for sentence in marking.own_mistakes():
        click.echo(f"{sentence} This scheme of yours is left out.", err=True)
    for sentence in scale_files.own_mistakes():
        click.echo(f"{sentence} This scale of yours is left out.", err=True)
