"""Charts made for the request: one module each, all listed in ``CHARTS``."""

from briefing.charts.bars import BARS
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

__all__ = ["CHARTS"]
