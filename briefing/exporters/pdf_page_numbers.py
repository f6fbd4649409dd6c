"""On which page of the PDF each place of a document stands, for formats that do not know pages.

Imports WeasyPrint, so it is imported only where a document has a contents list.
"""

from __future__ import annotations

from briefing.exporters.page_places import noted
from briefing.exporters.pdf_layout import laid_out
from briefing.model import RenderedBrief


def page_numbers(brief: RenderedBrief) -> dict[str, str]:
    """Return the number of the page, as printed, by the id of what stands there.

    Raises:
        ExportError: the document asks for something that may not be loaded.
    """
    typeset, _ = laid_out(brief)
    return noted(brief, typeset.pages)
