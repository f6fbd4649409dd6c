"""Blocks in, the elements of the document's body out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from briefing.blocks import (
    Block,
    Cell,
    Direction,
    Figure,
    Heading,
    Inline,
    ListItem,
    Paragraph,
    Quote,
    Table,
    Text,
)
from briefing.exporters import docx_styles as names
from briefing.exporters.docx_bookmarks import Bookmarks
from briefing.exporters.docx_comments import Comments
from briefing.exporters.docx_contents import Contents, is_entry
from briefing.exporters.docx_direction import is_right_to_left
from briefing.exporters.docx_figures import Pictures
from briefing.exporters.docx_lists import Numbering
from briefing.exporters.docx_pages import Pages, Stretch
from briefing.exporters.docx_styles import StyleSheet
from briefing.exporters.docx_tables import CellPlace, write_table
from briefing.exporters.docx_text import TextWriter
from briefing.exporters.docx_ties import stays_with_next
from briefing.exporters.docx_xml import NOTHING, Xml, joined, qn, tree, trees, w, w_if, written

_BESIDE_NUMBERS = 160
"""Twentieths of a point between a column of numbers and the next."""


class BodyWriter:
    """Writes blocks one after the other."""

    def __init__(
        self,
        styles: StyleSheet,
        bookmarks: Bookmarks,
        text: TextWriter,
        numbering: Numbering,
        pictures: Pictures,
        pages: Pages,
        contents: Contents,
        comments: Comments,
    ) -> None:
        self._body: list[Xml] = []
        self._styles = styles
        self._bookmarks = bookmarks
        self._text = text
        self._numbering = numbering
        self._pictures = pictures
        self._pages = pages
        self._contents = contents
        self._comments = comments
        self._direction = Direction.AUTO

    def write(
        self, blocks: Iterable[Block], direction: Direction, stretches: Sequence[Stretch] = ()
    ) -> Xml:
        """Return what the body holds: the blocks, and the properties of the last section.

        Where there are ``stretches``, which hold the blocks, each is a section of its own.
        """
        self._direction = direction
        for stretch in stretches[:-1]:
            self._append_stretch(stretch)
            self._body[-1] = _ending(self._body[-1], self._pages.properties_of(stretch))
        if stretches:
            self._append_stretch(stretches[-1])
            self._body.append(self._pages.properties_of(stretches[-1]))
        else:
            self._append(blocks)
            self._body.append(self._pages.properties())
        return joined(self._body)

    def _append_stretch(self, stretch: Stretch) -> None:
        self._append(stretch.blocks)
        if stretch.ends:
            ends = self._bookmarks.around(stretch.ends, NOTHING)
            self._body[-1] = _extended(self._body[-1], ends)
        if stretch.tail:
            style = self._styles.for_roles(("blank-page",))
            named = w("pStyle", val=style) if style else None
            self._body.append(w("p", w_if("pPr", named), stretch.tail))

    def _append(self, blocks: Iterable[Block]) -> None:
        for block, following in pairwise((*blocks, None)):
            if block is not None:
                self._body.extend(self._block(block, following))
        self._end_with_paragraph()

    def _end_with_paragraph(self) -> None:
        """Word wants a paragraph after a table, before the section ends."""
        if not self._body or _is_table(self._body[-1]):
            self._body.append(w("p"))

    def _block(self, block: Block, following: Block | None) -> list[Xml]:
        match block:
            case Heading():
                style = self._styles.paragraph(names.HEADING_STYLES[block.level])
                begins = not names.BEGIN_PAGE.isdisjoint(block.roles)
                return [self._paragraph(block.content, style, block.ids, on_new_page=begins)]
            case Paragraph():
                style = self._styles.for_roles(block.roles + block.within[::-1])
                kept = stays_with_next(block, following)
                return [
                    self._paragraph(
                        block.content, style, block.ids, block.direction, keep_next=kept
                    )
                ]
            case Quote():
                style = self._styles.paragraph(names.QUOTE)
                return [self._paragraph(block.content, style, block.ids)]
            case ListItem():
                return [self._item(block, kept=stays_with_next(block, following))]
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)

    def _paragraph(
        self,
        content: tuple[Inline, ...],
        style: str | None,
        ids: tuple[str, ...] = (),
        direction: Direction = Direction.AUTO,
        *,
        keep_next: bool = False,
        on_new_page: bool = False,
        numbers: Xml | None = None,
        is_number: bool = False,
        role: str = "",
    ) -> Xml:
        """Return a paragraph of a style."""
        if direction is Direction.AUTO:
            direction = self._direction
        rtl = is_right_to_left(content, direction)
        properties = _properties(
            style,
            numbers,
            keep_next=keep_next,
            on_new_page=on_new_page,
            rtl=rtl,
            is_number=is_number,
        )
        inside = self._comments.around(ids, self._text.content(content, role, rtl=rtl))
        return w("p", properties, self._bookmarks.around(ids, inside))

    def _item(self, item: ListItem, *, kept: bool) -> Xml:
        if is_entry(item):
            return self._contents.entry(item, self._pages.text_width, self._bookmarks)
        style = self._styles.for_item(item)
        numbers = self._numbering.properties(item, style)
        content = item.content
        if not self._numbering.prints_mark(style):
            mark = f"{item.number}." if item.ordered else "–"
            content = (Text(f"{mark}\u2002"), *content)
        return self._paragraph(
            content, style, item.ids, item.direction, numbers=numbers, keep_next=kept
        )

    def _table(self, table: Table) -> list[Xml]:
        """Return a table.

        An empty line keeps two tables apart; one follows the facts, since LibreOffice else leaves
        a heading alone at the foot of the page that begins with such a table.
        """
        line = self._styles.paragraph(names.CELL)
        elements = []
        if self._body and _is_table(self._body[-1]):
            elements.append(self._paragraph((), line))
        if table.caption:
            style = self._styles.paragraph(names.CAPTION)
            elements.append(self._paragraph(table.caption, style, keep_next=True))
        width = self._pages.text_width
        elements.append(write_table(table, width, self._styles, self._cell_paragraph))
        if "facts" in table.roles:
            elements.append(self._paragraph((), line))
        return elements

    def _cell_paragraph(self, paragraph: Paragraph, cell: Cell, place: CellPlace) -> Xml:
        """Return a paragraph of a cell: a fact wears its own style, data what its table gives."""
        table = place.table
        first = paragraph is cell.paragraphs[0]
        ids = (cell.ids if first else ()) + paragraph.ids
        if first and place.row == place.column == 0:
            ids = table.ids + ids
        facts = "facts" in table.roles
        roles = (*paragraph.roles, *table.roles)
        style = self._styles.for_roles(roles) if facts else self._styles.paragraph(names.CELL)
        return self._paragraph(
            paragraph.content,
            style,
            ids,
            paragraph.direction,
            keep_next=place.stays_with_next,
            is_number=place.is_number,
            role="secondary" if facts and cell.heading else "",
        )

    def _figure(self, figure: Figure) -> list[Xml]:
        """Return question, picture and caption, kept on one page."""
        elements = []
        ids = figure.ids
        if figure.question:
            style = self._styles.paragraph(names.QUESTION)
            elements.append(self._paragraph(figure.question, style, ids, keep_next=True))
            ids = ()
        style = self._styles.paragraph(names.PICTURE)
        width, height = self._pages.room_for_pictures
        drawing = self._pictures.drawing(figure, width, height)
        properties = _properties(style, keep_next=bool(figure.caption))
        elements.append(w("p", properties, self._bookmarks.around(ids, drawing)))
        if figure.caption:
            style = self._styles.paragraph(names.CAPTION)
            elements.append(self._paragraph(figure.caption, style))
        return elements


def _properties(
    style: str | None,
    numbers: Xml | None = None,
    *,
    keep_next: bool = False,
    on_new_page: bool = False,
    rtl: bool = False,
    is_number: bool = False,
) -> Xml | None:
    """Return the properties of a paragraph in the schema's order; None where it has none."""
    return w_if(
        "pPr",
        w("pStyle", val=style) if style else None,
        w("keepNext") if keep_next else None,
        w("pageBreakBefore") if on_new_page else None,
        numbers,
        w("bidi") if rtl else None,
        w("ind", right=_BESIDE_NUMBERS) if is_number else None,
        w("jc", val="right") if is_number else None,
    )


def _is_table(element: Xml) -> bool:
    return element.startswith("<w:tbl>")


def _extended(paragraph: Xml, more: Xml) -> Xml:
    """Return a paragraph with more at its end."""
    root = tree(paragraph)
    root.extend(trees(more))
    return written(root)


def _ending(paragraph: Xml, section: Xml) -> Xml:
    """Return a paragraph that ends a section of these properties."""
    root = tree(paragraph)
    properties = root.find(qn("pPr"))
    if properties is None:
        properties = tree(w("pPr"))
        root.insert(0, properties)
    properties.append(tree(section))
    return written(root)
