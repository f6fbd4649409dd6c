"""The command for charts: which a document could have, and one as a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from briefing.brief_file import EXTENSION, read_brief_file
from briefing.cli.data import check_own_charts, data_options, with_data
from briefing.cli.output import library_option, open_library, templates_option, today
from briefing.errors import ExportError, RequestError
from briefing.files import write_atomically
from briefing.model import Brief, Draft, FigureImage
from briefing.model.offers import ChartOffer
from briefing.own_data import OwnChart
from briefing.pipeline.building import build_draft
from briefing.pipeline.chart_offers import chart_of, chart_offers
from briefing.request_file import load_request
from briefing.taxonomy import load_taxonomy

_PRINT_DPI = 300


@click.command("charts")
@click.argument("source", type=click.Path(path_type=Path), metavar="REQUEST.toml|FILE.brief")
@click.option("--chart", "id_", metavar="ID", help="With --out: the chart to write.")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="With --chart: file to write it to, .svg or .png.",
)
@data_options
@templates_option
@library_option
def charts_command(
    source: Path,
    id_: str | None,
    out: Path | None,
    data_files: tuple[Path, ...],
    indicators: tuple[str, ...],
    templates: tuple[Path, ...],
    folder: Path,
) -> int:
    """List the charts for a request or brief: question and answer, or why there is none.

    With --chart and --out, write one of them as SVG or PNG.
    """
    if (id_ is None) != (out is None):
        raise click.UsageError("--chart and --out go together.")
    brief_file = source.suffix.lower() == EXTENSION
    draft = read_brief_file(source).draft if brief_file else Draft(load_request(source))
    if data_files or indicators:
        draft = with_data(draft, data_files, indicators)
    if id_ is not None:
        check_own_charts(replace(draft.request, charts=(id_,)))
    taxonomy = load_taxonomy()
    with open_library(folder) as library:

        def build(one: Draft) -> Brief:
            return build_draft(library, one, taxonomy, today=today(), folders=templates).brief

        if id_ is not None and out is not None:
            return _write(chart_of(draft, id_, build), out)
        for offer in chart_offers(draft, taxonomy, build):
            _tell(offer)
    return 0


def _tell(offer: ChartOffer) -> None:
    id_, name = offer.choice.id, offer.choice.name
    called = f"{id_:12} {name}" if OwnChart.read(id_) in (None, OwnChart(id_)) else id_
    click.echo(f"{called}: {offer.choice.description}")
    if offer.data is None:
        click.echo(f"{'':12} not offered: {offer.reason}")
    else:
        click.echo(f"{'':12} {offer.data.question} {offer.data.answer}")


def _write(drawing: FigureImage | str, out: Path) -> int:
    """Write a drawing by the ending of its file's name.

    Raises:
        RequestError: there is no drawing.
        ExportError: the ending is another, or the file cannot be written.
    """
    if isinstance(drawing, str):
        raise RequestError(drawing or "There is no such chart for this request.")
    if out.suffix.lower() == ".svg":
        content = drawing.for_word().outlined
    elif out.suffix.lower() == ".png":
        content = drawing.as_png(_PRINT_DPI)
    else:
        raise ExportError(
            f"{out.name} has no ending that says how to write it.",
            "Let it end in .svg or .png.",
        )
    write_atomically(out, content)
    click.echo(f"  {out}")
    return 0
