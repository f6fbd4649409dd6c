"""The points of a chart: what is drawn with what stands behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.charts.checking import LARGEST_NUMBER, as_cell, is_name, unfit
from briefing.model import ChartData, ChartPoint, Selection, StoredFinding
from briefing.quotations import full_code

FINDINGS = "findings"
"""Unit of what counts findings."""
_CODE = re.compile(r"f-[a-z2-7]{4,60}")
_MOST = 2000


def point(
    label: str, value: str | int, found: Iterable[StoredFinding], unit: str = FINDINGS
) -> ChartPoint:
    """Return the point that these findings stand behind, the best first; each counts once."""
    codes = (full_code(one.finding.passage) for one in found)
    shown = value if isinstance(value, int) else as_cell(value)
    return ChartPoint(as_cell(label), shown, as_cell(unit), tuple(dict.fromkeys(codes)))


def repeated(selection: Selection) -> str:
    """Say how many findings are counted with another, as a sentence after others; or nothing.

    Lists of findings and of regions count each by itself.
    """
    number = sum(1 for candidate in selection.candidates if candidate.repeats)
    if number == 1:
        return " 1 that repeats another counts with it."
    return f" {number:,} that repeat another count with it." if number else ""


def check_points(data: ChartData) -> None:
    """Check that the points of a chart are such as can be told apart, printed and looked up.

    Raises:
        BriefError: they are not; the message names the chart and the fault.
    """
    points = data.points
    if len(points) > _MOST:
        raise unfit(data, f"it has {len(points)} points")
    if not all(map(is_name, (text for one in points for text in _texts(one)))):
        raise unfit(data, "what a point is named is no short text")
    if len({one.label for one in points}) < len(points):
        raise unfit(data, "two of its points have one name")
    if any(isinstance(one.value, int) and abs(one.value) > LARGEST_NUMBER for one in points):
        raise unfit(data, f"the number of a point is larger than {LARGEST_NUMBER}")
    if not all(0 <= one.line <= LARGEST_NUMBER for one in points):
        raise unfit(data, "a point stands on no line of a file")
    if not all(_CODE.fullmatch(code) for one in points for code in one.codes):
        raise unfit(data, "behind a point stands what is no code of a finding")


def _texts(point: ChartPoint) -> tuple[object, ...]:
    value = point.value if isinstance(point.value, str) else ""
    return point.label, value, point.unit, point.source, point.file
