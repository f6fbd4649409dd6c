"""The command that looks a library over, and mends it."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.output import bar, library_option
from briefing.pipeline.examining import examine_folder, remedy
from briefing.wording import plural


@click.command("check-library")
@click.option("--mend", is_flag=True, help="Mend what can be; without it nothing is changed.")
@library_option
def check_library_command(mend: bool, folder: Path) -> int:
    """Look the library over: fingerprints of the originals, texts, findings, indexes.

    Indexes are mended from the findings, a report's text from its original, a file that cannot be
    read, or is gone, from all originals; what is left over of broken-off work is deleted.
    Ends with 1 while something is wrong.
    """
    with bar("Checking") as progress:
        examined = examine_folder(folder, progress, mend=mend)
    for fault in examined.mended:
        click.echo(f"Mended: {fault.what}")
    for fault in examined.open:
        click.echo(fault.what, err=True)
        click.echo(f"  {remedy(fault)}", err=True)
    said = plural(examined.reports, "report")
    if examined.is_whole:
        click.echo(f"{said} looked over: the library is whole.")
        return 0
    click.echo(f"{said} looked over: {plural(len(examined.open), 'fault')}.", err=True)
    if examined.mendable and not mend:
        click.echo("“check-library --mend” mends what can be.", err=True)
    return 1
