"""Word files: the parts of the package by lxml, then paragraphs, tables, notes as blocks."""

from briefing.importers.docx.reading import DOCX

__all__ = ["DOCX"]
