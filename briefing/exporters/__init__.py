"""Finished documents: one module an output format, all listed in ``EXPORTERS``."""

from __future__ import annotations

from briefing.exporters.exporter import Exported, Exporter
from briefing.exporters.pdf import PDF
from briefing.exporters.register import CSV, XLSX
from briefing.exporters.word import DOCX

EXPORTERS: tuple[Exporter, ...] = (PDF, DOCX, CSV, XLSX)

__all__ = ["EXPORTERS", "Exported", "Exporter"]
