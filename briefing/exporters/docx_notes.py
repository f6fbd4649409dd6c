"""Footnotes: a part of its own, with the separators that Word asks for.

Endnotes are a list of the text (see ``endnotes``); their part is emptied.
"""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from briefing.exporters.docx_properties import AFTER_NOTES, drop_relations
from briefing.exporters.docx_styles import FOOTNOTE_REFERENCE, FOOTNOTE_TEXT, StyleSheet
from briefing.exporters.docx_text import styled_run
from briefing.exporters.docx_xml import NOTHING, Xml, joined, part_bytes, replace_child, tree, w

_FOOTNOTE = "footnote"
_KINDS = {
    _FOOTNOTE: (RT.FOOTNOTES, CT.WML_FOOTNOTES),
    "endnote": (RT.ENDNOTES, CT.WML_ENDNOTES),
}
_SEPARATORS = {-1: "separator", 0: "continuationSeparator"}
"""Notes that hold the lines above notes, by the numbers that Word gives them."""


class Notes:
    """The footnotes of a document, numbered from 1 in the order of their calls."""

    def __init__(self, styles: StyleSheet) -> None:
        self._styles = styles
        self._notes: list[Xml] = []

    def call(self, content: Xml) -> Xml:
        """Take in what a note holds and return the run that calls it."""
        number = len(self._notes) + 1
        style = self._styles.paragraph(FOOTNOTE_TEXT)
        properties = w("pPr", w("pStyle", val=style)) if style else None
        mark = self._raised(w("footnoteRef"))
        space = styled_run(self._styles, " ")
        paragraph = w("p", properties, mark, space, content)
        self._notes.append(w(_FOOTNOTE, paragraph, id=number))
        return self._raised(w("footnoteReference", id=number))

    def store(self, word: WordDocument) -> None:
        """Put the notes in the place of those that the reference document had."""
        drop_relations(word.part.rels, [relation for relation, _ in _KINDS.values()])
        for kind, (relation, content_type) in _KINDS.items():
            notes = joined(self._notes) if kind == _FOOTNOTE else NOTHING
            data = part_bytes(f"{kind}s", joined((_separators(kind), notes)))
            part = Part(PackURI(f"/word/{kind}s.xml"), content_type, data, word.part.package)
            word.part.relate_to(part, relation)
            settings = tree(_settings(kind))
            replace_child(word.settings.element, settings, before=AFTER_NOTES[kind])

    def _raised(self, mark: Xml) -> Xml:
        style = self._styles.character(FOOTNOTE_REFERENCE)
        look = w("rStyle", val=style) if style else w("vertAlign", val="superscript")
        return w("r", w("rPr", look), mark)


def _separators(kind: str) -> Xml:
    return joined(
        w(kind, w("p", w("r", w(name))), type=name, id=number)
        for number, name in _SEPARATORS.items()
    )


def _settings(kind: str) -> Xml:
    """Return what the settings say of a kind of notes."""
    return w(f"{kind}Pr", *(w(kind, id=number) for number in _SEPARATORS))
