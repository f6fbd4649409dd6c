"""From a selection and a draft to the ordered document: sections, numbered sources, chart data.

Takes a ``Selection``, the ``Draft`` that says what becomes of each finding, and gives a ``Brief``.
Knows neither where findings came from nor how they will look.
"""

from briefing.assembly.assembling import Terms, assemble
from briefing.assembly.charting import Drawable, chart_data
from briefing.assembly.codes import codes_for
from briefing.assembly.entries import Entry, old_year
from briefing.assembly.titles import automatic_title, section_title

__all__ = [
    "Drawable",
    "Entry",
    "Terms",
    "assemble",
    "automatic_title",
    "chart_data",
    "codes_for",
    "old_year",
    "section_title",
]
