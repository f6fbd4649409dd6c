"""The documents that are judged: every template, packs, A4 and Letter, real and made-up reports.

What an officer may choose changes from document to document, so that each choice is judged often
without a document for each combination: scheme of markings, notes, contents, charts, sides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import cycle
from pathlib import Path

from conformance_words import written

from briefing.charts import CHARTS
from briefing.exporters.docx_pack import export_pack_docx
from briefing.exporters.exporter import Exporter
from briefing.exporters.pdf import PDF
from briefing.exporters.pdf_pack import PackPrinter
from briefing.exporters.word import DOCX
from briefing.library import Library
from briefing.model import Brief, BriefRequest, FigureImage, PageSize, RenderedBrief, Taxonomy
from briefing.packing import Bound
from briefing.pipeline.building import build_brief
from briefing.pipeline.exporting import draw_charts
from briefing.pipeline.importing import import_reports
from briefing.pipeline.marking import marked
from briefing.progress import Silent
from briefing.taxonomy import load_taxonomy
from briefing.templating import NOTES, TemplateHeader, list_templates, render
from tests import briefs, packs

ISSUED = date(2026, 11, 21)
SPOKEN = (
    "Le cessez-le-feu tient depuis mars, mais aucune patrouille ne garde le corridor.",
    "Les deux capitales comptent les villages de la frontière de façon différente.",
    "La misión de observación pidió más vehículos y una línea directa con ambas partes.",
    "El acuerdo de 2010 se renovó en 2021 sin que nadie lo anunciara.",
)
"""Sentences in other languages than the templates."""
TIMES = 17
"""So many times eighteen findings are more than three hundred."""
LONG = "many"
_SCHEMES = (
    ("", "OFFICIAL"),
    ("uk", "OFFICIAL-SENSITIVE"),
    ("us", "SECRET//NOFORN"),
    ("eu", "RESTREINT UE/EU RESTRICTED"),
    ("nato", "NATO RESTRICTED"),
    ("", ""),
)
_REAL = BriefRequest(
    regions=("south-caucasus", "central-asia"),
    themes=("conflict", "alliances", "diplomacy"),
    title="South Caucasus and Central Asia: who keeps the peace?",
    max_findings=14,
)
_STATEMENTS = BriefRequest(title="What two presidents told the General Assembly", max_findings=12)


@dataclass(frozen=True, slots=True)
class Made:
    """A document to be judged."""

    name: str
    marking: str
    files: Mapping[str, Callable[[], bytes]]
    """By its ending, what makes each."""


Make = Callable[[BriefRequest, TemplateHeader], tuple[Brief, Taxonomy]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of brief: what is asked of it, and what makes it in a template."""

    name: str
    asked: BriefRequest
    make: Make


def documents(shared: Path | None, folder: Path, *, some: bool, only: str = "") -> Iterator[Made]:
    """Yield the documents; ``folder`` holds what is needed meanwhile.

    ``shared`` holds real reports; without it those of made-up ones stand alone. With ``some``
    each template once, with ``only`` those with this in their names.
    """
    turns = Turns()
    with ExitStack() as stack:
        kinds = list(_kinds(None if some else shared, folder, stack, some=some))
        for number, header in enumerate(list_templates()):
            sizes = tuple(PageSize)[number % 2 :][:1] if some else tuple(PageSize)
            for size in sizes:
                for kind in kinds:
                    asked = replace(kind.asked, template=header.name, page_size=size.value)
                    asked = turns.take(asked)
                    called = f"{header.name}-{kind.name}-{size}"
                    if only in called:
                        yield _document(called, rendered(*kind.make(asked, header)))
        for size in tuple(PageSize)[:1] if some else PageSize:
            for kind in kinds:
                asked = turns.take(replace(kind.asked, page_size=size.value))
                called = f"pack-{kind.name}-{size}"
                if only in called:
                    yield _pack(called, kind, asked)


def rendered(brief: Brief, taxonomy: Taxonomy) -> RenderedBrief:
    """Return a brief with its charts as HTML."""
    return render(brief, _drawn(brief), taxonomy)


def _document(name: str, made: RenderedBrief) -> Made:
    exporters = (PDF, DOCX)
    files = {one.extension: partial(_data, one, made) for one in exporters}
    return Made(name, made.marking, files)


def _data(exporter: Exporter, made: RenderedBrief) -> bytes:
    return exporter.export(made).data


def _pack(name: str, kind: Kind, asked: BriefRequest) -> Made:
    """Return a pack of a kind of brief in every template; a very long one goes in alone."""
    headers = list_templates()[: 1 if kind.name == LONG else None]
    made = [
        kind.make(replace(asked, template=header.name, contents=False), header)
        for header in headers
    ]
    bounds = [Bound(brief, rendered(brief, taxonomy), "") for brief, taxonomy in made]
    pack = packs.made_up(bounds, asked)
    printer = PackPrinter()
    files = {
        PDF.extension: lambda: printer.export(pack).data,
        DOCX.extension: lambda: export_pack_docx(pack, printer.counted(pack)).data,
    }
    return Made(name, pack.whole.marking, files)


class Turns:
    """Gives each document the next of everything that can be chosen."""

    def __init__(self) -> None:
        self._schemes = cycle(_SCHEMES)
        self._notes = cycle(("", *NOTES[1:]))
        self._contents = cycle((None, True, None, None, False))
        self._duplex = cycle((False, False, True, False, True, True, False))
        self._charts = cycle([chart.id for chart in CHARTS])
        self._portions = cycle((True, False, True))

    def take(self, request: BriefRequest) -> BriefRequest:
        """Return a request with choices."""
        scheme, marking = next(self._schemes)
        return replace(
            request,
            issued=ISSUED,
            scheme=scheme,
            marking=marking,
            portion_marks=bool(scheme) and next(self._portions),
            notes=next(self._notes),
            contents=next(self._contents),
            duplex=next(self._duplex),
            charts=(next(self._charts), next(self._charts)),
        )


def _kinds(shared: Path | None, folder: Path, stack: ExitStack, *, some: bool) -> Iterator[Kind]:
    """Yield the kinds of briefs, those of made-up reports first."""
    asked = briefs.request()
    yield Kind("made-up", asked, partial(_made_up, briefs.brief))
    if some:
        return
    noted = replace(asked, comments=True)
    yield Kind("comments", noted, partial(_made_up, briefs.brief))
    yield Kind("empty", asked, _empty)
    yield Kind(LONG, asked, partial(_made_up, partial(briefs.brief, times=TIMES)))
    yield Kind("spoken", asked, partial(_made_up, partial(briefs.brief_of, *SPOKEN)))
    if shared is not None:
        for name, library, wanted in _stocks(shared, folder, stack):
            yield Kind(name, wanted, partial(_of_reports, library))


def _made_up(
    make: Callable[..., Brief], wanted: BriefRequest, header: TemplateHeader
) -> tuple[Brief, Taxonomy]:
    """Return a brief of the tests, whose chart is made up as well."""
    request = replace(wanted, charts=None)
    brief = make(wanted=request)
    return _filled(brief, header), briefs.TAXONOMY


def _empty(wanted: BriefRequest, _header: TemplateHeader) -> tuple[Brief, Taxonomy]:
    return marked(briefs.empty_brief(replace(wanted, charts=None))), briefs.TAXONOMY


def _of_reports(
    library: Library, wanted: BriefRequest, header: TemplateHeader
) -> tuple[Brief, Taxonomy]:
    taxonomy = load_taxonomy()
    brief = build_brief(library, wanted, taxonomy, today=ISSUED).brief
    return _filled(replace(brief, verified=len(brief.findings)), header), taxonomy


def _filled(brief: Brief, header: TemplateHeader) -> Brief:
    """Return a brief with the officer's words, who names findings that it prints."""
    codes = [finding.code for finding in brief.findings]
    return marked(replace(brief, request=written(brief.request, header.fields, codes)))


def _drawn(brief: Brief) -> Sequence[FigureImage]:
    made_up = brief.charts == (briefs.CHART,)
    return briefs.figures() if made_up else draw_charts(brief)


def _stocks(
    shared: Path, folder: Path, stack: ExitStack
) -> Iterator[tuple[str, Library, BriefRequest]]:
    """Yield libraries of real reports: a name, the library, what is asked of it."""
    reports = sorted((shared / "reports").glob("*.txt"))
    statements = [shared / "samples" / "un" / name for name in ("sn_fr.pdf", "gt_es.pdf")]
    for name, paths, asked in (("real", reports, _REAL), ("foreign", statements, _STATEMENTS)):
        found = [path for path in paths if path.is_file()]
        if found:
            library = stack.enter_context(Library.open(folder / name, create=True))
            import_reports(library, found, Silent(), today=ISSUED)
            yield name, library, asked
