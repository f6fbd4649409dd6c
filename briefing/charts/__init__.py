"""Charts made for the request: one module each, all listed in ``CHARTS``."""

from briefing.charts import naming
from briefing.charts.bars import BARS
from briefing.charts.chart import Chart
from briefing.charts.coverage import COVERAGE
from briefing.charts.dots import DOTS
from briefing.charts.events import EVENTS
from briefing.charts.lines import LINES
from briefing.charts.locator import LOCATOR
from briefing.charts.quoted import QUOTED
from briefing.charts.timeline import TIMELINE
from briefing.charts.together import TOGETHER
from briefing.charts.voices import VOICES

CHARTS = (COVERAGE, TIMELINE, EVENTS, LOCATOR, VOICES, QUOTED, TOGETHER, LINES, BARS, DOTS)


def chart_named(id_: str) -> Chart | None:
    """Return the chart that an id means; None where there is none such."""
    return naming.chart_named(id_, CHARTS)


__all__ = ["CHARTS", "chart_named"]
