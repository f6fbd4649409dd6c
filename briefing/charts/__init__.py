"""Charts made for the request: one module each, all listed in ``CHARTS``."""

from briefing.charts.coverage import COVERAGE
from briefing.charts.quoted import QUOTED
from briefing.charts.timeline import TIMELINE
from briefing.charts.voices import VOICES

CHARTS = (COVERAGE, TIMELINE, VOICES, QUOTED)

__all__ = ["CHARTS"]
