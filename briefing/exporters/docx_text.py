"""Runs, links and fields: what stands inside a paragraph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TypeAlias

from briefing.blocks import Inline, LineBreak, Note, Position, Text
from briefing.exporters.docx_bookmarks import Bookmarks
from briefing.exporters.docx_captions import Captions
from briefing.exporters.docx_direction import directions, kept_apart
from briefing.exporters.docx_fields import text_run, unbroken_run
from briefing.exporters.docx_styles import (
    EMPHASIS,
    ENDING,
    LINK,
    RUN_STYLES,
    STRONG,
    WHOLE,
    StyleSheet,
)
from briefing.exporters.docx_xml import Xml, joined, w, w_if

NBSP = "\u00a0"

_Look: TypeAlias = tuple[object, ...]


class TextWriter:
    """Writes runs, links to the bookmarks of the document, and calls of notes."""

    def __init__(
        self,
        styles: StyleSheet,
        bookmarks: Bookmarks,
        call_note: Callable[[Xml], Xml],
        captions: Captions,
    ) -> None:
        """Take what else it needs: ``call_note`` takes in a note and returns its call."""
        self._styles = styles
        self._bookmarks = bookmarks
        self._call_note = call_note
        self._captions = captions
        self._known: dict[_Look, Xml | None] = {}
        """Properties of runs: there are a dozen looks in a document, and thousands of runs."""

    def content(self, pieces: Iterable[Inline], role: str = "", *, rtl: bool = False) -> Xml:
        """Return the elements of a paragraph.

        ``role`` is the look of what has none of its own; ``rtl`` tells that the paragraph runs
        from right to left.
        """
        pieces = [kept_apart(piece) for piece in pieces] if rtl else pieces
        return joined(
            self._linked(link, joined(self._piece(piece, role) for piece in group))
            for link, group in groupby(pieces, key=_link)
        )

    def _piece(self, piece: Inline, role: str) -> Xml:
        if isinstance(piece, LineBreak):
            return w("r", w("br"))
        if isinstance(piece, Note):
            return self._call_note(self.content(piece.content))
        runs = self._captions.label(piece) or self._captions.reference(piece)
        if not runs:
            parts = directions(_held(piece))
            write = text_run if _is_own(piece) else unbroken_run
            runs = joined(write(part, self._look(piece, rtl, role)) for part, rtl in parts)
        return self._bookmarks.around(piece.ids, runs)

    def _look(self, piece: Text, rtl: bool, role: str) -> Xml | None:
        """Return the properties of a run; None where it has none of its own."""
        emphasis = (piece.strong, piece.emphasis, piece.position)
        look = (piece.role, bool(piece.link), piece.language, *emphasis, rtl, role)
        if look not in self._known:
            self._known[look] = w_if("rPr", *self._looks(piece, rtl, role))
        return self._known[look]

    def _looks(self, piece: Text, rtl: bool, role: str) -> Iterator[Xml | None]:
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

    def _linked(self, link: str, inside: Xml) -> Xml:
        if not link:
            return inside
        anchor = self._bookmarks.name(link.removeprefix("#"))
        return w("hyperlink", inside, anchor=anchor, history=1)


def styled_run(styles: StyleSheet, text: str, name: str = "") -> Xml:
    """Return one run, in the character style of that built-in name if one is given."""
    style = styles.character(name) if name else None
    return text_run(text, w("rPr", w("rStyle", val=style)) if style else None)


def _link(piece: Inline) -> str:
    return piece.link if isinstance(piece, Text) else ""


def _named(tag: str, identifier: str | None) -> Xml | None:
    return w(tag, val=identifier) if identifier else None


def _is_own(piece: Text) -> bool:
    """Return whether a piece is running text, in which nothing is printed otherwise than it is."""
    return piece.role in ("", ENDING) and not piece.link


def _held(piece: Text) -> str:
    """Return words with spaces that do not break; within those of a finding none is changed."""
    if piece.role == ENDING:
        words = piece.text.rstrip(" ")
        return words + NBSP * (len(piece.text) - len(words))
    return piece.text.replace(" ", NBSP) if piece.role in WHOLE else piece.text
