"""Footnotes and endnotes: parts of their own, with the separators that Word asks for."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from briefing.exporters.docx_properties import AFTER_NOTES, drop_relations
from briefing.exporters.docx_styles import NOTE_REFERENCES, NOTE_TEXTS, StyleSheet
from briefing.exporters.docx_text import styled_run
from briefing.exporters.docx_xml import Element, part_bytes, replace_child, w

FOOTNOTE = "footnote"
ENDNOTE = "endnote"
_KINDS = {
    FOOTNOTE: (RT.FOOTNOTES, CT.WML_FOOTNOTES),
    ENDNOTE: (RT.ENDNOTES, CT.WML_ENDNOTES),
}
_SEPARATORS = {-1: "separator", 0: "continuationSeparator"}
"""Notes that hold the lines above notes, by the numbers that Word gives them."""


class Notes:
    """The notes of a document, those of a kind numbered from 1 in the order of their calls."""

    def __init__(self, styles: StyleSheet) -> None:
        self._styles = styles
        self._notes: dict[str, list[Element]] = {kind: [] for kind in _KINDS}

    def call(self, content: list[Element], at_end: bool) -> Element:
        """Take in a note and return the run that calls it."""
        kind = ENDNOTE if at_end else FOOTNOTE
        number = len(self._notes[kind]) + 1
        style = self._styles.paragraph(NOTE_TEXTS[kind])
        properties = w("pPr", w("pStyle", val=style)) if style else None
        mark = self._raised(kind, w(f"{kind}Ref"))
        space = styled_run(self._styles, " ")
        self._notes[kind].append(w(kind, w("p", properties, mark, space, *content), id=number))
        return self._raised(kind, w(f"{kind}Reference", id=number))

    def store(self, word: WordDocument) -> None:
        """Put the notes in the place of those that the reference document had."""
        drop_relations(word.part.rels, [relation for relation, _ in _KINDS.values()])
        for kind, (relation, content_type) in _KINDS.items():
            root = self._root(kind)
            uri = PackURI(f"/word/{kind}s.xml")
            part = Part(uri, content_type, part_bytes(root), word.part.package)
            word.part.relate_to(part, relation)
            replace_child(word.settings.element, _settings(kind), before=AFTER_NOTES[kind])

    def _root(self, kind: str) -> Element:
        separators = (
            w(kind, w("p", w("r", w(name))), type=name, id=number)
            for number, name in _SEPARATORS.items()
        )
        return w(f"{kind}s", *separators, *self._notes[kind])

    def _raised(self, kind: str, mark: Element) -> Element:
        style = self._styles.character(NOTE_REFERENCES[kind])
        look = w("rStyle", val=style) if style else w("vertAlign", val="superscript")
        return w("r", w("rPr", look), mark)


def _settings(kind: str) -> Element:
    """Return what the settings say of notes.

    Word would count endnotes in Roman numerals, and set them behind the annex.
    """
    at_end = kind == ENDNOTE
    place = w("pos", val="sectEnd") if at_end else None
    numbers = w("numFmt", val="decimal") if at_end else None
    return w(f"{kind}Pr", place, numbers, *(w(kind, id=number) for number in _SEPARATORS))
