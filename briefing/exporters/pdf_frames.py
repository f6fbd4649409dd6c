"""Pages with the heads and feet of others: these tell of all pages, so they are laid out last.

Imports WeasyPrint, so it is imported only when a document is made.
"""

from __future__ import annotations

from copy import copy

from weasyprint.document import Page
from weasyprint.formatting_structure.boxes import MarginBox


def framed(page: Page, frame: Page) -> Page:
    """Return a page with the head and foot of another."""
    around = [box for box in frame._page_box.children if isinstance(box, MarginBox)]
    inside = [box for box in page._page_box.children if not isinstance(box, MarginBox)]
    made = copy(page)
    made._page_box = page._page_box.copy_with_children([*inside, *around])
    return made
