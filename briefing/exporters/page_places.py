"""On which pages of the PDF the places of a brief stand: kept from one format for the next."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from typing import Any

from briefing.model import RenderedBrief

_MOST = 2
_kept: deque[tuple[RenderedBrief, dict[str, str]]] = deque(maxlen=_MOST)


def noted(brief: RenderedBrief, pages: Iterable[Any]) -> dict[str, str]:
    """Return the number of the page, as printed, by the id of what stands there; keep it."""
    numbers = {
        str(name): str(number) for number, page in enumerate(pages, 1) for name in page.anchors
    }
    _kept.append((brief, numbers))
    return numbers


def known(brief: RenderedBrief) -> Mapping[str, str] | None:
    """Return what was kept of a brief; None where it was not laid out of late."""
    return next((numbers for laid_out, numbers in tuple(_kept) if laid_out == brief), None)
