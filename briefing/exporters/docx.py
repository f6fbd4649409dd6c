"""Word: the rendered HTML read into blocks and written in the styles of the reference document.

``templates/reference.docx`` holds every font, size, colour, margin and number format. Here only
built-in style names are used, so that a house style takes its place by replacing that file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part, XmlPart

from briefing import resources
from briefing.blocks import Document, read_document
from briefing.errors import ExportError
from briefing.exporters.docx_body import BodyWriter
from briefing.exporters.docx_bookmarks import Bookmarks
from briefing.exporters.docx_captions import Captions
from briefing.exporters.docx_closer import runs_over, set_closer
from briefing.exporters.docx_comments import Comments
from briefing.exporters.docx_contents import Contents, wants_pages
from briefing.exporters.docx_data import carry_data
from briefing.exporters.docx_figures import Pictures
from briefing.exporters.docx_house import wear
from briefing.exporters.docx_letterhead import Letterhead
from briefing.exporters.docx_lists import Numbering
from briefing.exporters.docx_notes import Notes
from briefing.exporters.docx_package import package_bytes
from briefing.exporters.docx_pages import Pages, Stretch
from briefing.exporters.docx_properties import (
    drop_relations,
    set_language,
    set_properties,
    set_settings,
)
from briefing.exporters.docx_reference import UNFIT, opened, unfit
from briefing.exporters.docx_styles import StyleSheet
from briefing.exporters.docx_text import TextWriter
from briefing.exporters.docx_xml import Element, document_bytes, qn
from briefing.exporters.endnotes import listed
from briefing.exporters.exporter import Exported
from briefing.exporters.page_places import known
from briefing.model import RenderedBrief

REFERENCE = "reference.docx"
_OF_THE_BODY = (RT.HEADER, RT.FOOTER, RT.IMAGE, RT.HYPERLINK, RT.COMMENTS)
"""Relations of the reference that nothing refers to once its body is gone."""


def export_docx(rendered: RenderedBrief) -> Exported:
    """Return the brief as a Word document in the styles of its own or the shipped reference.

    Raises:
        ExportError: the reference document is missing or unfit, or a picture was not drawn.
        TemplateError: the HTML holds what is not part of the semantic HTML.
    """
    shipped = resources.templates() / REFERENCE
    return export_with_reference(rendered, rendered.reference_document or shipped)


def export_with_reference(
    rendered: RenderedBrief,
    reference: Path,
    stretches: Callable[[Document, Bookmarks], Sequence[Stretch]] | None = None,
) -> Exported:
    """Return the brief as a Word document in the styles of ``reference``; errors as above.

    ``stretches`` parts what the document holds into those with heads and feet of their own.
    """
    try:
        return _written(rendered, reference, stretches)
    except UNFIT as error:
        shipped = resources.templates() / REFERENCE
        if reference == shipped:
            raise
        _written(rendered, shipped, stretches)  # where this fails too, the fault is not the desk's
        raise unfit(reference) from error


def _written(
    rendered: RenderedBrief,
    reference: Path,
    stretches: Callable[[Document, Bookmarks], Sequence[Stretch]] | None,
) -> Exported:
    content = read_document(listed(rendered.html))
    word, packed = opened(reference)
    part = word.part
    if rendered.house is not None and rendered.reference_document is None:
        wear(word.styles.element, rendered.house)
    styles = StyleSheet(word.styles.element)
    bookmarks = Bookmarks()
    notes = Notes(styles)
    comments = Comments(rendered, styles)
    body, page, letterhead = _emptied(word)
    if rendered.reference_document is None and runs_over(content.blocks, rendered):
        set_closer(word.styles.element, page)
    writer = BodyWriter(
        styles,
        bookmarks,
        TextWriter(styles, bookmarks, notes.call, Captions(content.blocks, bookmarks)),
        Numbering(_numbering(part), styles),
        Pictures(rendered.figures, part),
        Pages(rendered, page, part, styles, letterhead),
        Contents(content.blocks, _page_numbers(rendered, content), styles),
        comments,
    )
    parted = stretches(content, bookmarks) if stretches else ()
    inside = writer.write(content.blocks, content.direction, parted)
    notes.store(word)
    comments.store(part)
    set_language(word.styles.element, content.language)
    set_settings(word, rendered)
    set_properties(part.package, rendered)
    carry_data(part, rendered)
    changed = {str(part.partname): document_bytes(body, inside)}
    remarks = (*rendered.remarks, *_remarks(styles))
    return Exported(package_bytes(part.package, changed, packed), remarks=remarks)


def _page_numbers(rendered: RenderedBrief, content: Document) -> Mapping[str, str]:
    """Return on which page of the PDF things stand, where a contents list has to tell it."""
    if not wants_pages(content.blocks):
        return {}
    numbers = known(rendered)
    if numbers is not None:
        return numbers
    from briefing.exporters.pdf_page_numbers import page_numbers

    return page_numbers(rendered)


def _emptied(word: WordDocument) -> tuple[Element, Element, Letterhead]:
    """Empty the body; return it, the page it had, and what heads and feet held."""
    body = getattr(word.element, "body", None)  # none where its root is another element
    page = None if body is None else body.find(qn("sectPr"))
    if body is None or page is None:
        raise ExportError("The Word reference document has no page size and margins.")
    letterhead = Letterhead(word.part, page, word.settings.element)
    body.clear()
    drop_relations(word.part.rels, _OF_THE_BODY)
    return body, page, letterhead


def _numbering(part: Part) -> Element | None:
    try:
        numbering = part.part_related_by(RT.NUMBERING)
    except KeyError:
        return None
    return numbering.element if isinstance(numbering, XmlPart) else None


def _remarks(styles: StyleSheet) -> tuple[str, ...]:
    if not styles.missing:
        return ()
    names = ", ".join(f"“{name}”" for name in styles.missing)
    lacking = "no style" if len(styles.missing) == 1 else "no styles"
    return (f"The Word reference document has {lacking} {names}; plain text took their place.",)
