"""What WeasyPrint may load: the brief's own figures and data inside the document, nothing else.

Imports WeasyPrint, so only ``pdf`` imports it, when a document is made.
"""

from __future__ import annotations

from collections.abc import Iterable

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from briefing.model import FigureImage


class FigureFetcher(URLFetcher):  # type: ignore[misc] # WeasyPrint publishes no types
    """Hands out figures by ``figure:`` address; refuses every other and keeps its name."""

    def __init__(self, figures: Iterable[FigureImage] = ()) -> None:
        super().__init__(allowed_protocols=("data", "figure"), allow_redirects=False)
        self._figures = {
            f"figure:{figure.name.removeprefix('figure:')}": figure for figure in figures
        }
        self.refused: list[str] = []
        """Addresses that were asked for and not given, in order; an error inside an SVG is
        swallowed by WeasyPrint, so whoever renders looks here afterwards."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Return what lies at the address.

        Raises:
            FatalURLFetchingError: it is neither a figure of the brief nor data; ends the rendering.
        """
        if url in self._figures:
            svg = self._figures[url].svg
            return URLFetcherResponse(url, body=svg, headers={"Content-Type": "image/svg+xml"})
        if url.startswith("data:"):
            return super().fetch(url, headers)
        self.refused.append(url)
        raise FatalURLFetchingError(f"loading {url} is not allowed")
