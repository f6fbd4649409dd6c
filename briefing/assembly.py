"""From a selection to the ordered document: sections, numbered sources, chart data.

Takes a ``Selection`` and gives a ``Brief``. Knows neither where findings came from nor how they
will look.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

from briefing.charts.chart import Chart, NotEnough
from briefing.model import (
    Brief,
    BriefFinding,
    BriefRequest,
    Candidate,
    ChartData,
    Choice,
    Citation,
    PartialDate,
    Quotation,
    ReportSummary,
    Section,
    Selection,
    Source,
    StoredFinding,
    Taxonomy,
)
from briefing.quotations import SURROUNDINGS
from briefing.wording import listed, plural

_CODE_LENGTH = 4
_MANY = 12
"""Empty sections beyond which naming them all would drown the rest."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What the template and the day add to a selection."""

    issued: date
    program: str
    charts: tuple[Chart, ...]
    """The charts to try, in order."""
    old_after_years: int = 3
    """Sources older than this carry their year beside the mark."""


def assemble(selection: Selection, taxonomy: Taxonomy, terms: Terms) -> Brief:
    """Return the document for a selection: its sections in the order of the request."""
    groups = _grouped(selection)
    sources = _Sources(item for _, items in groups for item in items)
    codes = _Codes()
    sections = tuple(
        Section(
            title=section_title(region, theme, taxonomy),
            region=region,
            theme=theme,
            findings=tuple(_brief_finding(item, sources, codes, terms) for item in items),
        )
        for (region, theme), items in groups
    )
    charts, omitted = _charts(selection, taxonomy, terms.charts)
    return Brief(
        request=selection.request,
        title=selection.request.title or _title(selection.request, taxonomy),
        issued=terms.issued,
        cut_off=sources.newest(),
        sections=sections,
        sources=sources.listed(),
        charts=charts,
        omitted=(*_not_printed(selection, taxonomy), *omitted),
        candidates=len(selection.distinct),
        program=terms.program,
    )


def _not_printed(selection: Selection, taxonomy: Taxonomy) -> Iterator[str]:
    """Yield sentences on what was asked for and has no section, and on what was passed over."""
    answers = Counter((item.region, item.theme) for item in selection.distinct)
    printed = {(item.region, item.theme) for item in selection.chosen}
    asked = product(selection.request.regions, selection.request.themes)
    missing = [pair for pair in asked if pair not in printed]
    unprinted = [
        f"{section_title(*pair, taxonomy)} ({answers[pair]})" for pair in missing if answers[pair]
    ]
    nothing = [section_title(*pair, taxonomy) for pair in missing if not answers[pair]]
    if unprinted:
        yield f"Findings not printed, for length or weakness: {'; '.join(unprinted)}."
    if nothing and len(nothing) < _MANY:
        yield f"Nothing found chiefly on: {'; '.join(nothing)}."
    if selection.undated:
        yield (
            f"Passed over, because nothing tells their date and a period was asked for: "
            f"{plural(selection.undated, 'finding')}."
        )


def section_title(region: str, theme: str, taxonomy: Taxonomy) -> str:
    """Return the heading of a section: ``South Caucasus · Conflict and territory``."""
    names = (
        taxonomy.regions[region].name if region in taxonomy.regions else region,
        taxonomy.themes[theme].name if theme in taxonomy.themes else theme,
    )
    return " · ".join(filter(None, names))


def _title(request: BriefRequest, taxonomy: Taxonomy) -> str:
    regions = [taxonomy.regions[id_].name for id_ in request.regions if id_ in taxonomy.regions]
    themes = [taxonomy.themes[id_].name.lower() for id_ in request.themes if id_ in taxonomy.themes]
    parts = (listed(regions) or "All regions", listed(themes) or "all themes")
    return ": ".join(parts)


def _grouped(selection: Selection) -> list[tuple[tuple[str, str], list[Candidate]]]:
    """Return the chosen candidates by region and theme, leads first, as the request orders them."""
    groups: dict[tuple[str, str], list[Candidate]] = {}
    for candidate in selection.chosen:
        groups.setdefault((candidate.region, candidate.theme), []).append(candidate)
    for items in groups.values():
        items.sort(key=lambda item: item.choice is not Choice.LEAD)
    regions, themes = selection.request.regions, selection.request.themes

    def place(key: tuple[str, str]) -> tuple[int, int]:
        region, theme = key
        return (
            regions.index(region) if region in regions else len(regions),
            themes.index(theme) if theme in themes else len(themes),
        )

    return sorted(groups.items(), key=lambda item: place(item[0]))


class _Sources:
    """Numbers the reports in the order in which the document first cites them."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._numbers: dict[str, int] = {}
        self._cited: dict[str, int] = {}
        self._reports: dict[str, ReportSummary] = {}
        for candidate in candidates:
            for sha in dict.fromkeys(s.report.sha256 for s in _places(candidate)):
                self._numbers.setdefault(sha, len(self._numbers) + 1)
                self._cited[sha] = self._cited.get(sha, 0) + 1
            self._reports.update({s.report.sha256: s.report for s in _places(candidate)})

    def number(self, stored: StoredFinding) -> int:
        return self._numbers[stored.report.sha256]

    def newest(self) -> PartialDate | None:
        """Return the date of the newest source, or None where no source has one."""
        dates = [report.metadata.date for report in self._reports.values()]
        return max(filter(None, dates), key=lambda day: day.last_day, default=None)

    def listed(self) -> tuple[Source, ...]:
        return tuple(
            Source(
                number=number,
                sha256=sha,
                file_name=self._reports[sha].file_name,
                metadata=self._reports[sha].metadata,
                imported=self._reports[sha].imported,
                cited=self._cited[sha],
            )
            for sha, number in self._numbers.items()
        )


def _places(candidate: Candidate) -> tuple[StoredFinding, ...]:
    return (candidate.stored, *candidate.also_in)


class _Codes:
    """Gives each finding a short code made from its passage, distinct within the document."""

    def __init__(self) -> None:
        self._used: set[str] = set()

    def code(self, quotation: Quotation) -> str:
        place = f"{quotation.report}:{quotation.block}:{quotation.start}:{quotation.end}"
        digest = base64.b32encode(hashlib.sha256(place.encode()).digest()).decode().lower()
        codes = (f"f-{digest[:length]}" for length in range(_CODE_LENGTH, len(digest)))
        code = next(code for code in codes if code not in self._used)
        self._used.add(code)
        return code


def _brief_finding(
    candidate: Candidate, sources: _Sources, codes: _Codes, terms: Terms
) -> BriefFinding:
    quotations = _quotations(candidate)
    return BriefFinding(
        code=codes.code(quotations[-1]),
        text=" ".join(quotation.exact for quotation in quotations),
        quotations=quotations,
        citations=tuple(
            Citation(sources.number(stored), stored.page_label, stored.paragraph)
            for stored in _places(candidate)
        ),
        elsewhere=tuple(_quotation(stored) for stored in candidate.also_in),
        lead=candidate.choice is Choice.LEAD,
        year=_old_year(candidate.stored.report.metadata.date, terms),
    )


def _quotations(candidate: Candidate) -> tuple[Quotation, ...]:
    """Return the passages printed for a candidate, in the order of the report."""
    stored = candidate.stored
    finding = _quotation(stored)
    if candidate.brings is None:
        return (finding,)
    before = candidate.brings
    brought = Quotation(
        report=before.passage.report,
        block=before.passage.block,
        start=before.passage.start,
        end=before.passage.end,
        exact=before.text,
        suffix=f" {finding.exact}"[:SURROUNDINGS],
    )
    return (brought, finding)


def _quotation(stored: StoredFinding) -> Quotation:
    passage = stored.finding.passage
    return Quotation(
        report=passage.report,
        block=passage.block,
        start=passage.start,
        end=passage.end,
        exact=stored.finding.text,
        prefix=stored.quote_prefix,
        suffix=stored.quote_suffix,
    )


def _old_year(day: PartialDate | None, terms: Terms) -> int | None:
    """Return the source's year where it is older than the template's limit."""
    if day is None:
        return None
    limit = terms.issued.replace(
        year=max(1, terms.issued.year - terms.old_after_years), day=min(terms.issued.day, 28)
    )
    return day.year if day.last_day < limit else None


def _charts(
    selection: Selection, taxonomy: Taxonomy, charts: Iterable[Chart]
) -> tuple[tuple[ChartData, ...], tuple[str, ...]]:
    """Return the charts that the data supports, and why the others are left out."""
    drawn: list[ChartData] = []
    omitted: list[str] = []
    for chart in charts:
        data = chart.data(selection, taxonomy)
        if isinstance(data, NotEnough):
            omitted.append(data.reason)
        else:
            drawn.append(data)
    return tuple(drawn), tuple(omitted)
