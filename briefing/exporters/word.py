"""Word as one of the formats: what writes it is large, and loaded with the first document."""

from __future__ import annotations

from briefing.exporters.exporter import Exported, Exporter
from briefing.model import RenderedBrief


def _export(rendered: RenderedBrief) -> Exported:
    from briefing.exporters.docx import export_docx

    return export_docx(rendered)


DOCX = Exporter(id="docx", name="Word document", extension=".docx", export=_export)
