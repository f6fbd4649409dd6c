"""What WeasyPrint may load: figures of the brief, files of the house, data in the document only.

Imports WeasyPrint, so only ``pdf`` imports it, when a document is made.
"""

from __future__ import annotations

from collections.abc import Iterable

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from briefing.exporters.house import files_of
from briefing.model import FigureImage, House


class FigureFetcher(URLFetcher):  # type: ignore[misc] # WeasyPrint publishes no types
    """Hands out figures by ``figure:`` address, what is the house's by ``house:``.

    It refuses every other and keeps its name.
    """

    def __init__(self, figures: Iterable[FigureImage] = (), house: House | None = None) -> None:
        super().__init__(allowed_protocols=("data", "figure", "house"), allow_redirects=False)
        self.house = house
        """Whose style the document wears."""
        self._of_house = files_of(house) if house is not None else {}
        self.figures = {
            f"figure:{figure.name.removeprefix('figure:')}": figure for figure in figures
        }
        """By their addresses."""
        self.asked = 0
        """How often anything was asked for."""
        self.refused: list[str] = []
        """Addresses that were asked for and not given, in order; an error inside an SVG is
        swallowed by WeasyPrint, so whoever renders looks here afterwards."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Return what lies at the address.

        Raises:
            FatalURLFetchingError: it is neither a figure of the brief nor data; ends the rendering.
        """
        self.asked += 1
        if url in self.figures:
            svg = self.figures[url].svg
            return URLFetcherResponse(url, body=svg, headers={"Content-Type": "image/svg+xml"})
        if url in self._of_house:
            data, kind = self._of_house[url]
            return URLFetcherResponse(url, body=data, headers={"Content-Type": kind})
        if url.startswith("data:"):
            return super().fetch(url, headers)
        self.refused.append(url)
        raise FatalURLFetchingError(f"loading {url} is not allowed")
