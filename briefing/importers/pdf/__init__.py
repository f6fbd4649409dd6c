"""PDF files: text by position from pdfium, then columns, furniture, notes, paragraphs, blocks."""

from briefing.importers.pdf.reading import PDF

__all__ = ["PDF"]
