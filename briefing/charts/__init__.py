"""Charts made for the request: one module each, all listed in ``CHARTS``."""

from briefing.charts.coverage import COVERAGE
from briefing.charts.timeline import TIMELINE

CHARTS = (COVERAGE, TIMELINE)

__all__ = ["CHARTS"]
