"""The command that puts several briefs together: pack."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from briefing.cli.output import (
    bar,
    library_option,
    open_library,
    replace_changed_option,
    templates_option,
    today,
)
from briefing.marking import load_scheme
from briefing.marking.pack_parts import without_marks
from briefing.model import PageSize
from briefing.model.desk import ExportedFile
from briefing.model.pack import Pack
from briefing.pack_file import EXTENSION, read_pack, save_pack
from briefing.pipeline.pack_order import PackOrder
from briefing.pipeline.packing import Packer
from briefing.progress import Progress
from briefing.taxonomy import load_taxonomy
from briefing.wording import plural


@click.command("pack")
@click.argument("source", type=click.Path(path_type=Path), metavar="FILE.pack|FILE.toml")
@click.option(
    "--out",
    "outs",
    multiple=True,
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write; its ending says the format (.pdf, .docx, .pack). May be repeated.",
)
@click.option("--copies", is_flag=True, help="A numbered copy for each recipient, each a file.")
@click.option(
    "--page-size", type=click.Choice([size.value for size in PageSize]), help="Else as it says."
)
@click.option("--duplex/--single-sided", default=None, help="Else as it says.")
@click.option(
    "--releasable",
    default="",
    metavar="LEVEL",
    help="Leave out what is marked above this level, and search the files for it.",
)
@replace_changed_option
@templates_option
@library_option
def pack_command(
    source: Path,
    outs: tuple[Path, ...],
    copies: bool,
    page_size: str | None,
    duplex: bool | None,
    releasable: str,
    replace_changed: bool,
    templates: tuple[Path, ...],
    folder: Path,
) -> int:
    """Put several briefs under one cover, with contents, dividers and annexes.

    A pack is a file that the window has saved, or a few lines of TOML: a title, and a table
    [[parts]] with a file for each brief. Files are named from the folder of the pack.
    """
    pack = read_pack(source)
    pack = replace(
        pack,
        page_size=page_size or pack.page_size,
        duplex=pack.duplex if duplex is None else duplex,
    )
    saved = [path for path in outs if path.suffix.lower() == EXTENSION]
    paths = tuple(dict.fromkeys(path for path in outs if path not in saved))
    if releasable and saved:
        raise click.UsageError("A .pack names whole briefs: save it without --releasable.")
    order = PackOrder(pack, source.parent, paths, copies, replace_changed, level=releasable)
    with bar("Writing") as progress:
        files = _written(order, folder, templates, progress) if paths else ()
    for path in saved:
        save_pack(pack, path, source.parent)
    _tell(pack, files)
    return 0


def _written(
    order: PackOrder, folder: Path, templates: tuple[Path, ...], progress: Progress
) -> tuple[ExportedFile, ...]:
    taxonomy = load_taxonomy()
    if not folder.is_dir():
        return Packer(None, taxonomy, folders=templates, today=today).export(order, progress)
    with open_library(folder) as library:
        return Packer(library, taxonomy, folders=templates, today=today).export(order, progress)


def _tell(pack: Pack, files: tuple[ExportedFile, ...]) -> None:
    held = [plural(len(pack.parts), "brief")]
    if pack.annexes:
        held.append(plural(len(pack.annexes), "annex", "annexes"))
    said = without_marks(pack, load_scheme(pack.scheme))
    click.echo(f"{said.title or said.event}: {', '.join(held)}.")
    told = set[str]()
    for file in files:
        pages = f" ({plural(file.pages, 'page')})" if file.pages else ""
        click.echo(f"  {file.path}{pages}")
        for remark in file.remarks:
            if remark not in told:  # each format says the same of what both hold
                click.echo(f"    {remark}")
        told.update(file.remarks)
