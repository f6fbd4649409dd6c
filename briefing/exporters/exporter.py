"""What an output format is to the rest of the program: an id, an ending, bytes from a brief."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefing.model import RenderedBrief


@dataclass(frozen=True, slots=True)
class Exported:
    """A finished document."""

    data: bytes
    pages: int | None = None
    """Number of pages, where the format knows it."""
    remarks: tuple[str, ...] = ()
    """Sentences on the layout, fit to show: characters set in another face, text that ran over."""
    sides: int | None = None
    """Of the pages, those before the annex; None where the format does not know."""


@dataclass(frozen=True, slots=True)
class Exporter:
    """One output format."""

    id: str
    name: str
    extension: str
    """File name ending with its dot."""
    export: Callable[[RenderedBrief], Exported]
    """Return the document. Raises ``ExportError`` when it cannot be made."""
    is_usual: bool = True
    """Whether one who asks for no format in particular is offered it."""
