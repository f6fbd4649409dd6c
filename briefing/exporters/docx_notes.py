"""Footnotes and endnotes: the notes parts of the reference document, to which notes are added."""

from __future__ import annotations

from dataclasses import dataclass

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part
from lxml import etree

from briefing.blocks import Note
from briefing.errors import ExportError
from briefing.exporters.docx_bookmarks import Bookmarks
from briefing.exporters.docx_styles import StyleSheet
from briefing.exporters.docx_text import TextWriter, relate_to_address, text_element
from briefing.exporters.docx_xml import Element, part_bytes, qn, w


@dataclass(frozen=True, slots=True)
class _Kind:
    """What footnotes and endnotes differ in."""

    tag: str
    relation: str


_FOOT = _Kind("footnote", RT.FOOTNOTES)
_END = _Kind("endnote", RT.ENDNOTES)


class Notes:
    """Collects notes; ``parts`` gives what became of their parts."""

    def __init__(self, document: Part, styles: StyleSheet, bookmarks: Bookmarks) -> None:
        self._document = document
        self._styles = styles
        self._bookmarks = bookmarks
        self._parts: dict[str, tuple[Part, Element]] = {}

    def call(self, note: Note) -> Element:
        """Add a note and return the run that calls it.

        Raises:
            ExportError: the reference document has no part for such notes.
        """
        kind = _END if note.at_end else _FOOT
        part, root = self._notes(kind)
        number = 1 + max((int(each.get(qn("id"), "0")) for each in root), default=0)
        text = self._styles.paragraph(f"{kind.tag} text")
        writer = TextWriter(self._styles, self._bookmarks, relate_to_address(part))
        mark = w("r", self._raised(kind), w(f"{kind.tag}Ref"))
        paragraph = w(
            "p",
            w("pPr", w("pStyle", val=text)) if text else None,
            mark,
            w("r", text_element(" ")),
            *writer.content(note.content),
        )
        root.append(w(kind.tag, paragraph, id=number))
        return w("r", self._raised(kind), w(f"{kind.tag}Reference", id=number))

    def parts(self) -> dict[str, bytes]:
        """Return the notes parts that changed, by name."""
        return {str(part.partname): part_bytes(root) for part, root in self._parts.values()}

    def _raised(self, kind: _Kind) -> Element:
        style = self._styles.character(f"{kind.tag} reference")
        return w("rPr", w("rStyle", val=style) if style else w("vertAlign", val="superscript"))

    def _notes(self, kind: _Kind) -> tuple[Part, Element]:
        if kind.tag not in self._parts:
            try:
                part = self._document.part_related_by(kind.relation)
            except KeyError:
                raise ExportError(
                    f"The Word reference document has no {kind.tag}s part.",
                    "Open it in Word, insert a note, delete it, and save.",
                ) from None
            self._parts[kind.tag] = part, etree.fromstring(part.blob)
        return self._parts[kind.tag]
