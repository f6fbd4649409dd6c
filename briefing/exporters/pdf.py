"""PDF by WeasyPrint: PDF/A-3a and PDF/UA-1 in one file, the same bytes for the same brief.

No clock and no network: dates and identifier are the brief's, and whatever the HTML asks to be
loaded, other than the brief's figures, ends the export.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.errors import ExportError
from briefing.exporters.exporter import Exported, Exporter
from briefing.exporters.page_places import noted
from briefing.model import RenderedBrief

if TYPE_CHECKING:
    import pydyf
    from weasyprint.document import Document

    from briefing.exporters.pdf_fetching import FigureFetcher
    from briefing.exporters.pdf_typesetting import Complaints


def export(brief: RenderedBrief) -> Exported:
    """Return the brief as PDF.

    Raises:
        ExportError: it asks for something that may not be loaded, or lacks what the standards
            demand (a language, a title, words for each figure).
    """
    from weasyprint.urls import FatalURLFetchingError

    from briefing.exporters.pdf_composing import Composer
    from briefing.exporters.pdf_fetching import FigureFetcher
    from briefing.exporters.pdf_notes import printed
    from briefing.exporters.pdf_typesetting import complaints, press
    from briefing.exporters.pdf_uncollected import uncollected

    fetcher = FigureFetcher(brief.figures, brief.house)
    with press().turn, complaints() as heard, uncollected():
        try:
            typeset = Composer().typeset(brief, fetcher)
            data = written(typeset.document, brief, printed(brief.html))
            noted(brief, typeset.pages)
        except FatalURLFetchingError as error:  # a BaseException
            raise refused(fetcher) from error
    check(fetcher, heard)
    remarks = (*brief.remarks, *layout_remarks(heard))
    return Exported(data, len(typeset.pages), remarks, sides=typeset.sides)


def written(document: Document, brief: RenderedBrief, html: str) -> bytes:
    """Return the bytes of a document; ``html`` holds all that its links may lead to."""
    from briefing.exporters.pdf_colour import OUTPUT_INTENT
    from briefing.exporters.pdf_metadata import metadata_of
    from briefing.exporters.pdf_tags import finisher, structure_mended
    from briefing.exporters.pdf_writing import write_once

    def finish(made: Document, pdf: pydyf.PDF) -> None:
        finisher(html)(made, pdf)
        write_once(pdf)

    document.metadata = metadata_of(brief)
    with structure_mended(brief.figures):
        data: bytes = document.write_pdf(
            pdf_variant="pdf/a-3a",
            output_intent=OUTPUT_INTENT,
            pdf_identifier=brief.identifier[:32],
            finisher=finish,
        )
    return data


def check(fetcher: FigureFetcher, heard: Complaints) -> None:
    """Check that nothing went wrong on the way.

    Raises:
        ExportError: an address was refused or WeasyPrint reported an error.
    """
    if fetcher.refused:
        raise refused(fetcher)
    if heard.errors:
        raise ExportError(f"The PDF cannot be made: {heard.errors[0]}.", "Mend the template.")


def refused(fetcher: FigureFetcher) -> ExportError:
    """Return what is said of an address that may not be loaded."""
    return ExportError(
        f"The document asks to load {fetcher.refused[0]}, which is not allowed.",
        "A document may show its own figures only; take the address out of the template.",
    )


def layout_remarks(heard: Complaints) -> Iterator[str]:
    """Yield what the layout has to remark, each once."""
    return (f"Layout: {message}" for message in dict.fromkeys(heard.warnings))


PDF = Exporter(id="pdf", name="PDF", extension=".pdf", export=export)
