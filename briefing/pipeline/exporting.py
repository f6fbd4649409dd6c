"""Use case: from a brief to finished files."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping, Sequence
from dataclasses import replace
from pathlib import Path

from briefing.brief_file import EXTENSION as BRIEF_EXTENSION
from briefing.brief_file import BriefFile, draft_of, dump_brief_file
from briefing.charts import chart_named
from briefing.errors import ExportError
from briefing.exporters import EXPORTERS
from briefing.exporters.exporter import Exporter
from briefing.files import write_atomically
from briefing.ledger import Guard
from briefing.model import Brief, ChartData, Draft, FigureImage, RenderedBrief, Taxonomy
from briefing.model.desk import ExportedFile
from briefing.pipeline.lengths import findings_with_room
from briefing.pipeline.marking import marked, refuse_too_low, remarks_on_marking
from briefing.pipeline.verifying import Verification
from briefing.progress import Progress
from briefing.templating import TemplateHeader, load_header, render


def export_brief(
    brief: Brief,
    paths: Sequence[Path],
    taxonomy: Taxonomy,
    progress: Progress,
    verification: Verification | None,
    folders: Sequence[Path] = (),
    draft: Draft | None = None,
    drawn: MutableMapping[ChartData, FigureImage] | None = None,
    inspect: Callable[[str, bytes], str] | None = None,
    guard: Guard | None = None,
) -> tuple[ExportedFile, ...]:
    """Write the brief to each path, in the format that its ending names.

    Every ending is checked before anything is written. ``verification`` is what the comparison
    with the sources found, None where no library is at hand: then the document says that its
    findings were not compared. ``folders`` hold templates of the user's own. ``draft`` is what the
    brief was built from, for saving both; ``drawn`` keeps charts that have been drawn before.
    ``inspect`` looks each finished file over, and its charts, before any is written, and says what
    it looked at.
    ``guard`` knows what has been written before, and refuses what someone has changed since.

    Raises:
        ExportError: an ending that no exporter writes, a finding that is not verbatim, a marking
            that is too low, a file that someone has changed, a document that cannot be made or
            written. Files written before stay.
        TemplateError: the template is at fault.
        Cancelled: from ``progress``.
    """
    exporters = [_exporter_for(path) for path in paths]
    refuse_doubtful(verification)
    brief = marked(brief)
    refuse_too_low(brief)
    if guard is not None:
        guard.check(paths)
    brief = replace(brief, verified=len(verification.verbatim) if verification else None)
    progress.start(len(paths))
    rendered: RenderedBrief | None = None
    written, held = [], []
    for path, exporter in zip(paths, exporters, strict=True):
        progress.step(path.name)
        if exporter is None:
            data = dump_brief_file(BriefFile(draft or draft_of(brief), brief))
            file = ExportedFile(path, None, _inspected(inspect, path, data))
        else:
            if rendered is None:
                rendered = render(brief, draw_charts(brief, drawn), taxonomy, folders)
                _inspect_figures(inspect, rendered)
            document = exporter.export(rendered)
            data = document.data
            said = (*_inspected(inspect, path, data), *remarks_on_marking(brief))
            remarks = (*said, *document.remarks, *_too_long(brief, document.sides, folders))
            file = ExportedFile(path, document.pages, remarks)
        written.append(file)
        held.append((path, data))
        if inspect is None:  # else nothing is written before all has been looked over
            _write(*held.pop(), guard)
    for path, data in held:
        _write(path, data, guard)
    return tuple(written)


def _write(path: Path, data: bytes, guard: Guard | None) -> None:
    if guard is None:
        write_atomically(path, data)
    else:
        guard.write(path, data)


def _inspected(
    inspect: Callable[[str, bytes], str] | None, path: Path, data: bytes
) -> tuple[str, ...]:
    return (inspect(path.name, data),) if inspect else ()


def _inspect_figures(inspect: Callable[[str, bytes], str] | None, rendered: RenderedBrief) -> None:
    """Look charts over while their letters are letters: in some formats they are outlines."""
    for figure in rendered.figures if inspect else ():
        _inspected(inspect, Path(f"{figure.name}.svg"), figure.svg)


def draw_charts(
    brief: Brief, drawn: MutableMapping[ChartData, FigureImage] | None = None
) -> tuple[FigureImage, ...]:
    """Return the brief's charts as drawings, in its order; ``drawn`` keeps those drawn before.

    Raises:
        ExportError: the brief holds a chart that this version of the program does not know.
    """
    known = {data.chart: chart_named(data.chart) for data in brief.charts}
    for id_, chart in known.items():
        if chart is None:
            raise ExportError(f"The brief holds a chart {id_!r} that is not known here.")
    drawn = {} if drawn is None else drawn
    for data in brief.charts:
        if data not in drawn and (chart := known[data.chart]):
            drawn[data] = chart.draw(data)
    return tuple(drawn[data] for data in brief.charts)


def _too_long(brief: Brief, sides: int | None, folders: Sequence[Path]) -> tuple[str, ...]:
    """Return a remark where the document runs over the length that its template is meant for."""
    header = load_header(brief.request.template, folders)
    if sides is None or not header.sides or sides <= header.sides:
        return ()
    long = f"{header.title}: {sides} sides, meant for {header.sides}."
    return (f"{long} {_what_fits(brief, header)}",)


def _what_fits(brief: Brief, header: TemplateHeader) -> str:
    """Return for how many findings there is room, and what makes the document shorter."""
    room, number = findings_with_room(brief, header), len(brief.findings)
    if not room and brief.charts:
        return "Charts and your own words alone fill them: leave out a chart, or shorten the words."
    if not room:
        return "Your own words alone fill them: shorten your words."
    beside, less = (" and the charts", " leave out a chart,") if brief.charts else ("", "")
    return (
        f"Beside your own words{beside} there is room for about {room} of {number} findings: "
        f"use fewer,{less} or shorten your words."
    )


def _exporter_for(path: Path) -> Exporter | None:
    """Return the exporter for a file's ending, or None for a brief to be saved."""
    ending = path.suffix.lower()
    if ending == BRIEF_EXTENSION:
        return None
    for exporter in EXPORTERS:
        if exporter.extension == ending:
            return exporter
    endings = ", ".join([*(exporter.extension for exporter in EXPORTERS), BRIEF_EXTENSION])
    raise ExportError(
        f"{path.name} has no ending that says which format to write.", f"Use one of {endings}."
    )


def extension_of(format_id: str) -> str:
    """Return the ending of the files of a format.

    Raises:
        ExportError: there is no such format.
    """
    for exporter in EXPORTERS:
        if exporter.id == format_id:
            return exporter.extension
    ids = ", ".join(exporter.id for exporter in EXPORTERS)
    raise ExportError(f"There is no format {format_id!r}.", f"There are: {ids}.")


def refuse_doubtful(verification: Verification | None) -> None:
    """Refuse to hand on a document that does not quote its sources letter by letter.

    Raises:
        ExportError: it does not.
    """
    if verification is not None and verification.doubtful:
        raise ExportError(
            " ".join(verification.sentences()), "Nothing was written. Build the brief anew."
        )
