"""All input formats, the surest to recognise first: any text file passes for plain text."""

from __future__ import annotations

from briefing.importers.importer import Importer
from briefing.importers.text import TEXT

IMPORTERS: tuple[Importer, ...] = (TEXT,)
