"""What options of a command say of a document's look, whatever its request says."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.cli.paper import AS_REQUESTED, Paper
from briefing.model import BriefRequest


@dataclass(frozen=True, slots=True)
class Look:
    """Wishes that stand before those of a request; None: as the request says."""

    annex: bool | None = None
    notes: str | None = None
    contents: bool | None = None
    charts: tuple[str, ...] | None = None
    paper: Paper = AS_REQUESTED

    def on(self, request: BriefRequest) -> BriefRequest:
        """Return a request with these wishes."""
        if self.annex is not None:
            request = replace(request, annex=self.annex)
        if self.notes is not None:
            request = replace(request, notes=self.notes)
        if self.contents is not None:
            request = replace(request, contents=self.contents)
        if self.charts is not None:
            request = replace(request, charts=self.charts)
        return self.paper.on(request)


AS_ASKED = Look()
"""No wishes."""
