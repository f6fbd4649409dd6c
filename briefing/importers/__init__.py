"""Reading files into reports: one module an input format, all listed in ``IMPORTERS``."""

from briefing.importers.importer import Importer
from briefing.importers.reading import read_report
from briefing.importers.registry import IMPORTERS

__all__ = ["IMPORTERS", "Importer", "read_report"]
