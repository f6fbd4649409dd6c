"""The briefs whose documents are judged: every template, A4 and Letter, real and made-up reports.

What an officer may choose changes from document to document, so that each choice is judged often
without a document for each combination: scheme of markings, notes, contents, charts, sides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import cycle
from pathlib import Path

from conformance_words import written

from briefing.charts import CHARTS
from briefing.library import Library
from briefing.model import Brief, BriefRequest, FigureImage, PageSize, RenderedBrief, Taxonomy
from briefing.pipeline import build_brief, import_reports
from briefing.pipeline.exporting import draw_charts
from briefing.pipeline.marking import marked
from briefing.progress import Silent
from briefing.taxonomy import load_taxonomy
from briefing.templating import NOTES, TemplateHeader, list_templates, render
from tests import briefs

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
    rendered: RenderedBrief


@dataclass(frozen=True, slots=True)
class _Stock:
    """What briefs are made of: a library of reports and what is asked of it."""

    name: str
    library: Library
    asked: BriefRequest


def documents(shared: Path | None, folder: Path, *, some: bool, only: str = "") -> Iterator[Made]:
    """Yield the documents; ``folder`` holds what is needed meanwhile.

    ``shared`` holds real reports; without it those of made-up ones stand alone. With ``some``
    each template once, with ``only`` those with this in their names.
    """
    turns = _Turns()
    with ExitStack() as stack:
        stocks = [] if some or shared is None else list(_stocks(shared, folder, stack))
        for number, header in enumerate(list_templates()):
            sizes = tuple(PageSize)[number % 2 :][:1] if some else tuple(PageSize)
            for size in sizes:
                for name, make in _briefs(header, stocks, turns, size, some=some):
                    called = f"{header.name}-{name}-{size}"
                    if only in called:
                        brief, taxonomy = make()
                        yield Made(called, render(brief, _drawn(brief), taxonomy))


class _Turns:
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


def _briefs(
    header: TemplateHeader, stocks: Sequence[_Stock], turns: _Turns, size: PageSize, *, some: bool
) -> Iterator[tuple[str, Callable[[], tuple[Brief, Taxonomy]]]]:
    """Yield the name of each brief of a template, and what makes it."""
    asked = briefs.request(template=header.name, page_size=size.value)
    yield "made-up", partial(_made_up, briefs.brief, turns.take(asked), header)
    if some:
        return
    noted = replace(turns.take(asked), comments=True)
    yield "comments", partial(_made_up, briefs.brief, noted, header)
    yield "empty", partial(_empty, turns.take(asked))
    many = partial(briefs.brief, times=TIMES)
    yield "many", partial(_made_up, many, turns.take(asked), header)
    spoken = partial(briefs.brief_of, *SPOKEN)
    yield "spoken", partial(_made_up, spoken, turns.take(asked), header)
    for stock in stocks:
        wanted = replace(stock.asked, template=header.name, page_size=size.value)
        yield stock.name, partial(_of_reports, stock.library, turns.take(wanted), header)


def _made_up(
    make: Callable[..., Brief], wanted: BriefRequest, header: TemplateHeader
) -> tuple[Brief, Taxonomy]:
    """Return a brief of the tests, whose chart is made up as well."""
    request = replace(wanted, charts=None)
    brief = make(wanted=request)
    return _filled(brief, header), briefs.TAXONOMY


def _empty(wanted: BriefRequest) -> tuple[Brief, Taxonomy]:
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


def _stocks(shared: Path, folder: Path, stack: ExitStack) -> Iterator[_Stock]:
    reports = sorted((shared / "reports").glob("*.txt"))
    statements = [shared / "samples" / "un" / name for name in ("sn_fr.pdf", "gt_es.pdf")]
    for name, paths, asked in (("real", reports, _REAL), ("foreign", statements, _STATEMENTS)):
        found = [path for path in paths if path.is_file()]
        if found:
            library = stack.enter_context(Library.open(folder / name, create=True))
            import_reports(library, found, Silent(), today=ISSUED)
            yield _Stock(name, library, asked)
