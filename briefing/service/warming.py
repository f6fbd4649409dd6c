"""What is loaded in the process of the preview while nobody asks for anything yet.

The first page needs WeasyPrint, its fonts, the templates and matplotlib: together the better part
of the time until it is seen. Each is used once, for nothing: much is loaded only in use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefing.service.core import Core


def warm_press(_core: Core) -> None:
    """Load WeasyPrint and have its fonts found."""
    from briefing.exporters.pdf_typesetting import press

    press()


def warm_pages(core: Core) -> None:
    """Write an empty brief by the default template, and lay it out.

    Raises:
        BriefingError: the library cannot be opened, or the template is at fault.
    """
    from briefing.exporters.pdf_preview import Preview
    from briefing.model import BriefRequest, Draft

    rendered = core.desk.rendered(core.desk.build(Draft(BriefRequest())))
    Preview().render(rendered, lambda _page: None)


def warm_charts(_core: Core) -> None:
    """Load matplotlib and have it set a word in each form that is written."""
    from briefing.charts.drawing import drawn
    from briefing.model import ChartData

    drawn(ChartData("none", "", "", "", "", (), ()), 20.0, _paint)


def _paint(figure: Any) -> None:
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.text(0.5, 0.5, "Aa")


STEPS = (warm_press, warm_pages, warm_charts)
"""In the order in which they are worth most; a call that comes meanwhile waits for one of them."""
