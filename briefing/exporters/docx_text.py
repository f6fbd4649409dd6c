"""Runs, links and fields: what stands inside a paragraph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from briefing.blocks import Inline, LineBreak, Note, Position, Text
from briefing.exporters.docx_bookmarks import Bookmarks
from briefing.exporters.docx_captions import Captions
from briefing.exporters.docx_direction import directions, kept_apart
from briefing.exporters.docx_fields import text_element
from briefing.exporters.docx_styles import (
    EMPHASIS,
    ENDING,
    LINK,
    RUN_STYLES,
    STRONG,
    WHOLE,
    StyleSheet,
)
from briefing.exporters.docx_xml import Element, w

NBSP = "\u00a0"


class TextWriter:
    """Writes runs, links to the bookmarks of the document, and calls of notes."""

    def __init__(
        self,
        styles: StyleSheet,
        bookmarks: Bookmarks,
        call_note: Callable[[list[Element]], Element],
        captions: Captions,
    ) -> None:
        """Take what else it needs: ``call_note`` takes in a note and returns its call."""
        self._styles = styles
        self._bookmarks = bookmarks
        self._call_note = call_note
        self._captions = captions

    def content(
        self, pieces: Iterable[Inline], role: str = "", *, rtl: bool = False
    ) -> list[Element]:
        """Return the elements of a paragraph.

        ``role`` is the look of what has none of its own; ``rtl`` tells that the paragraph runs
        from right to left.
        """
        elements: list[Element] = []
        pieces = [kept_apart(piece) if rtl else piece for piece in pieces]
        for link, group in groupby(pieces, key=_link):
            inside = [part for piece in group for part in self._piece(piece, role)]
            elements.extend(self._linked(link, inside))
        return elements

    def _piece(self, piece: Inline, role: str) -> Iterator[Element]:
        if isinstance(piece, LineBreak):
            yield w("r", w("br"))
        elif isinstance(piece, Note):
            yield self._call_note(self.content(piece.content))
        elif field := self._captions.label(piece) or self._captions.reference(piece):
            yield from self._bookmarks.around(piece.ids, field)
        else:
            runs = [self._run(piece, part, rtl, role) for part, rtl in directions(_held(piece))]
            yield from self._bookmarks.around(piece.ids, runs)

    def _run(self, piece: Text, text: str, rtl: bool, role: str) -> Element:
        properties = w("rPr", *self._looks(piece, rtl, role))
        return w("r", properties if len(properties) else None, text_element(text))

    def _looks(self, piece: Text, rtl: bool, role: str) -> Iterator[Element | None]:
        """Yield run properties in the schema's order.

        A character style has one place: a class takes it before emphasis, which then is written
        as bold or italic by itself.
        """
        name = RUN_STYLES.get(piece.role) or (LINK if piece.link else RUN_STYLES.get(role, ""))
        strong, emphasis = piece.strong, piece.emphasis
        if not name and strong:
            name, strong = STRONG, False
        elif not name and emphasis:
            name, emphasis = EMPHASIS, False
        yield _named("rStyle", self._styles.character(name) if name else None)
        for tag, wanted in (("b", strong), ("bCs", strong), ("i", emphasis), ("iCs", emphasis)):
            yield w(tag) if wanted else None
        if piece.position is not Position.LINE:
            yield w("vertAlign", val=f"{piece.position.value}script")
        yield w("rtl") if rtl else None
        if piece.language:
            yield w("lang", bidi=piece.language) if rtl else w("lang", val=piece.language)

    def _linked(self, link: str, inside: list[Element]) -> list[Element]:
        if not link:
            return inside
        anchor = self._bookmarks.name(link.removeprefix("#"))
        return [w("hyperlink", *inside, anchor=anchor, history=1)]


def styled_run(styles: StyleSheet, text: str, name: str = "") -> Element:
    """Return one run, in the character style of that built-in name if one is given."""
    style = styles.character(name) if name else None
    return w("r", w("rPr", w("rStyle", val=style)) if style else None, text_element(text))


def _link(piece: Inline) -> str:
    return piece.link if isinstance(piece, Text) else ""


def _named(tag: str, identifier: str | None) -> Element | None:
    return w(tag, val=identifier) if identifier else None


def _held(piece: Text) -> str:
    """Return words with spaces that do not break; within those of a finding none is changed."""
    if piece.role == ENDING:
        words = piece.text.rstrip(" ")
        return words + NBSP * (len(piece.text) - len(words))
    return piece.text.replace(" ", NBSP) if piece.role in WHOLE else piece.text
