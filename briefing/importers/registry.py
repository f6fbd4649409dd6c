"""All input formats, the surest to recognise first: any text file passes for plain text."""

from __future__ import annotations

from briefing.importers.docx import DOCX
from briefing.importers.html import HTML
from briefing.importers.importer import Importer
from briefing.importers.markdown import MARKDOWN
from briefing.importers.pdf import PDF
from briefing.importers.text import TEXT

IMPORTERS: tuple[Importer, ...] = (PDF, DOCX, HTML, MARKDOWN, TEXT)
