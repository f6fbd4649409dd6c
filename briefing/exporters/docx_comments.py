"""Comments: beside each finding where it comes from, for those who check it in Word."""

from __future__ import annotations

from collections.abc import Iterable

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from briefing.exporters.docx_styles import COMMENT_REFERENCE, COMMENT_TEXT, StyleSheet
from briefing.exporters.docx_text import styled_run
from briefing.exporters.docx_xml import Xml, joined, part_bytes, w
from briefing.model import Comment, RenderedBrief

_INITIALS = 3


class Comments:
    """The comments of a document, by the ids of what they are on."""

    def __init__(self, rendered: RenderedBrief, styles: StyleSheet) -> None:
        self._waiting = {comment.on: comment for comment in rendered.comments}
        self._author = rendered.author or rendered.made_by
        self._date = f"{rendered.issued.isoformat()}T00:00:00Z"
        self._styles = styles
        self._written: list[Xml] = []

    def around(self, ids: Iterable[str], inside: Xml) -> Xml:
        """Return the elements of a paragraph with the comments on these ids around them."""
        for identifier in ids:
            comment = self._waiting.pop(identifier, None)
            if comment is not None:
                inside = self._commented(comment, inside)
        return inside

    def store(self, part: Part) -> None:
        """Put the comments into a part of their own; none where there is none."""
        if not self._written:
            return
        data = part_bytes("comments", joined(self._written))
        uri = PackURI("/word/comments.xml")
        part.relate_to(Part(uri, CT.WML_COMMENTS, data, part.package), RT.COMMENTS)

    def _commented(self, comment: Comment, inside: Xml) -> Xml:
        number = len(self._written)
        self._written.append(self._element(comment, number))
        mark = self._marked(w("commentReference", id=number))
        start, end = w("commentRangeStart", id=number), w("commentRangeEnd", id=number)
        return joined((start, inside, end, mark))

    def _element(self, comment: Comment, number: int) -> Xml:
        style = self._styles.paragraph(COMMENT_TEXT)
        paragraphs = [
            w(
                "p",
                w("pPr", w("pStyle", val=style)) if style else None,
                self._marked(w("annotationRef")) if place == 0 else None,
                styled_run(self._styles, words),
            )
            for place, words in enumerate(comment.paragraphs)
        ]
        initials = "".join(word[0] for word in self._author.split())[:_INITIALS].upper()
        return w(
            "comment",
            *paragraphs,
            id=number,
            author=self._author,
            date=self._date,
            initials=initials or "?",
        )

    def _marked(self, mark: Xml) -> Xml:
        style = self._styles.character(COMMENT_REFERENCE)
        return w("r", w("rPr", w("rStyle", val=style)) if style else None, mark)
