"""What a template sees: the brief and what is computed of it, each under one name."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from itertools import count
from typing import Any

from briefing import grading, scales
from briefing.model import Brief, BriefRequest, ChartData, FigureImage, Taxonomy
from briefing.templating.annex import SourcePassages, annex_of
from briefing.templating.backing import Backing
from briefing.templating.contents import lists_contents
from briefing.templating.filters import foreign
from briefing.templating.header import TemplateHeader
from briefing.templating.own_figures import OwnFigures
from briefing.templating.points import FigureNumbers, Places, numbers_of, table_id
from briefing.templating.portions import mark_of_document, marking_key
from briefing.templating.written_fields import WrittenFields
from briefing.tongues import language_of_passage


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """A chart's words and the drawing that goes with them."""

    id: str
    question: str
    answer: str
    basis: str
    alt: str
    numbers: str = ""
    """Id of its table in the annex; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What the closing line counts."""

    findings: int
    charted: int
    """Findings that only figures quote."""
    shortened: int
    """Findings in which […] stands where words were left out."""
    judgements: int
    reports: int
    undated: int
    """Of the reports, those whose date is not known."""
    old: int
    """Findings whose report is older than the template's limit; they carry its year."""


@dataclass(frozen=True, slots=True)
class View:
    """The names that a template may use."""

    brief: Brief
    request: BriefRequest
    header: TemplateHeader
    charts: tuple[DrawnChart, ...]
    scale: scales.Scale | None
    """The likelihood scale, if a judgement uses it."""
    grade_key: str
    """What grades of sources mean, if one is graded."""
    marking_key: str
    """What the marks before findings and paragraphs mean, if they are printed."""
    portion: str
    """The mark of the document itself, to begin a paragraph with; empty where none are printed."""
    tally: Tally
    reference: str
    """Reference and version: ``EECA/2026/114 · version 1``."""
    languages: dict[str, str]
    """For findings that are not in the template's language: code to language tag."""
    regions: dict[str, str]
    """Region ids to names."""
    themes: dict[str, str]
    fields: WrittenFields
    """What is written in the fields that the template declares."""
    annex: tuple[SourcePassages, ...]
    """The passages of the findings by source, where an annex is printed; else empty."""
    numbers: tuple[FigureNumbers, ...]
    """The numbers of the charts that were drawn, where an annex is printed; else empty."""
    own_figures: OwnFigures
    """Gives the figures that the request brings, and the files whose figures have been printed."""
    backing: Backing
    """Gives the findings that a line of the officer's names, and those that none has named."""
    contents: bool
    """Whether a list of the headings stands before the text."""
    next_number: Callable[[], int]
    """Gives 1, 2, 3, …: numbers of paragraphs."""


VARIABLES = tuple(field.name for field in fields(View))


def view(
    brief: Brief, header: TemplateHeader, figures: Sequence[FigureImage], taxonomy: Taxonomy
) -> dict[str, Any]:
    """Return what the template may use, by name."""
    header = replace(header, notes=brief.request.notes or header.notes)
    annexed = _prints_annex(brief.request, header)
    shown = _shown(brief.charts, figures)
    numbers = numbers_of(shown, Places(brief)) if annexed else ()
    annex = annex_of(brief, header.language, shown) if annexed else ()
    made = View(
        brief=brief,
        request=brief.request,
        header=header,
        charts=_drawn(shown, {table.id for table in numbers}),
        scale=_scale(brief.request),
        grade_key=grading.key() if any(s.metadata.grade for s in brief.sources) else "",
        marking_key=marking_key(brief, {one.portion for part in annex for one in part.passages}),
        portion=mark_of_document(brief),
        tally=_tally(brief),
        reference=reference(brief.request),
        languages=_languages(brief, header.language),
        regions={id_: region.name for id_, region in taxonomy.regions.items()},
        themes={id_: theme.name for id_, theme in taxonomy.themes.items()},
        fields=WrittenFields(header.fields, brief.request.fields),
        annex=annex,
        numbers=numbers,
        own_figures=OwnFigures(brief, shown, taxonomy),
        backing=Backing(brief),
        contents=lists_contents(brief, header.contents),
        next_number=count(1).__next__,
    )
    return {name: getattr(made, name) for name in VARIABLES}


def reference(request: BriefRequest) -> str:
    """Return reference and version as head and foot show them; no version makes it a draft.

    A version that is a word (``DRAFT``, ``final``) stands for itself.
    """
    said = request.version or "DRAFT"
    version = f"version {said}" if said[0].isdigit() else said
    return " · ".join(filter(None, (request.reference, version)))


def figure_id(figure: FigureImage) -> str:
    """Return the id of the chart that the figure draws."""
    return figure.name.removeprefix("figure:")


def _shown(charts: Sequence[ChartData], figures: Sequence[FigureImage]) -> list[ChartData]:
    drawings = {figure_id(figure) for figure in figures}
    return [chart for chart in charts if chart.anchor in drawings]


def _drawn(charts: Iterable[ChartData], numbered: Container[str]) -> tuple[DrawnChart, ...]:
    """Return the charts as a template names them; ``numbered`` are those with a table."""
    return tuple(
        DrawnChart(
            chart.anchor,
            chart.question,
            chart.answer,
            chart.basis,
            chart.alt,
            table_id(chart.anchor) if chart.anchor in numbered else "",
        )
        for chart in charts
    )


def _scale(request: BriefRequest) -> scales.Scale | None:
    """Return the scale in use once every judgement is found to keep to it."""
    if not request.judgements:
        return None
    scale = scales.load_scale(request.scale)
    for judgement in request.judgements:
        scales.check_judgement(judgement, scale)
    return scale if any(judgement.likelihood for judgement in request.judgements) else None


def _prints_annex(request: BriefRequest, header: TemplateHeader) -> bool:
    return header.annex if request.annex is None else request.annex


def _tally(brief: Brief) -> Tally:
    return Tally(
        findings=len(brief.findings),
        charted=len(brief.charted),
        shortened=sum("[…]" in finding.text for finding in brief.findings),
        judgements=len(brief.request.judgements),
        reports=len(brief.sources),
        undated=sum(source.metadata.date is None for source in brief.sources),
        old=sum(finding.year is not None for finding in brief.findings),
    )


def _languages(brief: Brief, language: str) -> dict[str, str]:
    """Return the language of each finding that is in another than the document.

    It is its report's, save where the passage itself is plainly in another.
    """
    spoken = {source.number: source.metadata.language for source in brief.sources}
    tags = {
        finding.code: foreign(language, language_of_passage(finding.text, said))
        for finding in brief.findings
        for said in [spoken.get(citation.source, "") for citation in finding.citations[:1]]
    }
    return {code: tag for code, tag in tags.items() if tag}
