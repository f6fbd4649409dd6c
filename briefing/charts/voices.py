"""Voices: how much each report contributes, and how old it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from briefing.charts.chart import Chart, NotEnough
from briefing.charts.checking import as_cell
from briefing.charts.points import point, repeated
from briefing.charts.voices_drawing import MOST_REPORTS, check_voices, draw_voices
from briefing.citing import short_names
from briefing.model import (
    Candidate,
    ChartData,
    ChartPoint,
    PartialDate,
    ReportSummary,
    Selection,
    StoredFinding,
    Taxonomy,
)
from briefing.wording import plural

Row = tuple[str, int, str]
"""Short name of the report, its findings, its date as ISO 8601 writes it or nothing."""

_LEAST_FINDINGS = 4
_LEAST_REPORTS = 2
_NAMED = 2
"""Reports that tell half of the findings, up to which they are named."""


def voices_data(selection: Selection, taxonomy: Taxonomy) -> ChartData | NotEnough:
    """Return a row a report, the newest first and the undated last, with its findings."""
    del taxonomy  # reports have no place in it
    told = [_reports_of(candidate) for candidate in selection.distinct]
    reports = {one.sha256: one for tellers in told for one in tellers.values()}
    if len(reports) < _LEAST_REPORTS or len(told) < _LEAST_FINDINGS:
        return NotEnough(
            "No chart of what each report contributes: "
            + ("all findings are one report’s." if len(reports) == 1 else "too few findings.")
        )
    counts = Counter(sha for tellers in told for sha in tellers)
    shown, rest = _shown(reports, counts)
    names = short_names(shown)
    rows = [_row(one, names[one.sha256], counts[one.sha256]) for one in shown]
    if rest:
        others = sum(1 for tellers in told if not rest.isdisjoint(tellers))
        rows.append((f"{len(rest)} others", others, ""))
    return ChartData(
        chart="voices",
        question="Whose word is it, and how old?",
        answer=_answer(shown, names, reports, told),
        basis=_basis(reports, told) + repeated(selection),
        alt=_alt(rows),
        columns=("Report", "Findings", "Published"),
        rows=tuple(rows),
        points=_points(rows, shown, selection.distinct),
    )


def _points(
    rows: Sequence[Row], shown: Sequence[ReportSummary], candidates: Sequence[Candidate]
) -> tuple[ChartPoint, ...]:
    """Return the bars: one a report, and that which the others share."""
    places = {report.sha256: place for place, report in enumerate(shown)}
    behind: list[dict[int, StoredFinding]] = [{} for _ in rows]
    for number, candidate in enumerate(candidates):
        for stored in (candidate.stored, *candidate.also_in):
            place = places.get(stored.report.sha256, len(shown))
            behind[place].setdefault(number, stored)
    return tuple(
        point(name, number, found.values())
        for (name, number, _), found in zip(rows, behind, strict=True)
    )


def _reports_of(candidate: Candidate) -> dict[str, ReportSummary]:
    """Return the reports that tell a finding, each once."""
    told = (candidate.stored, *candidate.also_in)
    return {stored.report.sha256: stored.report for stored in told}


def _shown(
    reports: dict[str, ReportSummary], counts: Counter[str]
) -> tuple[list[ReportSummary], set[str]]:
    """Return the reports with a row of their own, newest first, and those that share one."""
    ranked = sorted(counts, key=lambda sha: (-counts[sha], sha))
    room = len(ranked) if len(ranked) <= MOST_REPORTS else MOST_REPORTS - 1
    shown = sorted((reports[sha] for sha in ranked[:room]), key=_age)  # of one age, as ranked
    return shown, set(ranked[room:])


def _age(report: ReportSummary) -> tuple[bool, int]:
    day = report.metadata.date
    return day is None, -day.last_day.toordinal() if day else 0


def _row(report: ReportSummary, name: str, findings: int) -> Row:
    return as_cell(name), findings, str(report.metadata.date or "")


def _answer(
    shown: Sequence[ReportSummary],
    names: Mapping[str, str],
    reports: dict[str, ReportSummary],
    told: Sequence[Collection[str]],
) -> str:
    """Say on how few reports half of it rests, and how old the half of it is."""
    said = _leaning([one.sha256 for one in shown], names, len(reports), told)
    newest = sorted(filter(None, (_newest(tellers, reports) for tellers in told)), reverse=True)
    if not newest:
        return f"{said}; none of the reports is dated."
    undated = len(told) - len(newest)
    if undated * 2 > len(told):
        return f"{said}; {undated:,} of the {len(told):,} stand in reports without a date."
    middle = newest[(len(newest) - 1) // 2]
    half = "at least half of the dated ones are" if undated else "at least half of them are"
    reach = ", the newest year" if middle == newest[0] else " or newer"
    return f"{said}; {half} of {middle}{reach}."


def _leaning(
    shown: Sequence[str], names: Mapping[str, str], reports: int, told: Sequence[Collection[str]]
) -> str:
    """Say how few reports tell half of the findings, by name if they are one or two."""
    counts = Counter(sha for tellers in told for sha in tellers)
    ranked = sorted(shown, key=lambda sha: -counts[sha])
    most = f"{_per_cent(counts[ranked[0]], told)} per cent"
    held = [sum(1 for one in told if not {*ranked[:n]}.isdisjoint(one)) for n in range(len(ranked))]
    few = next((n for n, number in enumerate(held) if number * 2 >= len(told)), 0)
    is_clear = 0 < few < len(ranked) and counts[ranked[few]] < counts[ranked[few - 1]]
    if few == 1 and is_clear:
        return f"Of the {len(told):,} findings {most} come from {names[ranked[0]]}"
    if few == _NAMED and is_clear and reports > _NAMED:
        of = (f"{names[sha]} ({_per_cent(counts[sha], told)})" for sha in ranked[:few])
        share = f"{_per_cent(held[few], told)} per cent"
        both = f"two of the {reports} reports: {' and '.join(of)}"
        return f"Of the {len(told):,} findings {share} come from {both}"
    if few > _NAMED:
        half = f"Half of the {len(told):,} findings come from {few} of the {reports} reports"
        return f"{half}, and no more than {most} from any one"
    return f"No report gives more than {most} of the {len(told):,} findings"


def _per_cent(number: int, told: Sequence[object]) -> str:
    """Return a share in whole numbers, none of which claims all or nothing that is not."""
    whole = round(100 * number / len(told))
    if whole == 100 and number < len(told):
        return "more than 99"
    return str(max(1, whole))


def _newest(tellers: Iterable[str], reports: dict[str, ReportSummary]) -> int | None:
    """Return the year of the newest report that tells a finding; None where none is dated."""
    dates = (reports[sha].metadata.date for sha in tellers)
    return max((day.year for day in dates if day), default=None)


def _basis(reports: dict[str, ReportSummary], told: Sequence[object]) -> str:
    undated = sum(1 for report in reports.values() if report.metadata.date is None)
    said = (
        f"Number of findings, {len(told):,} from {len(reports)} reports; one that two reports tell "
        "counts under both."
    )
    return f"{said} Undated: {plural(undated, 'report')}." if undated else said


def _alt(rows: Sequence[Row]) -> str:
    told = (f"{name}: {number:,}, {_spoken(day)}." for name, number, day in rows)
    order = ", the newest first" if any(row[2] for row in rows) else ""
    return f"Number of findings by report{order}. {' '.join(told)}"


def _spoken(day: str) -> str:
    return f"published {PartialDate.parse(day).spoken()}" if day else "no date"


VOICES = Chart(
    id="voices",
    name="Voices",
    description="How much each report contributes, and how old it is.",
    data=voices_data,
    check=check_voices,
    draw=draw_voices,
)
