"""The text of one Word paragraph as a reader of the final document sees it.

Insertions count, deletions do not; of a field its result; hidden text is left out, note marks
too; text boxes and notes are handed back apart, since they stand beside the paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from briefing.importers.docx.package import W
from briefing.importers.docx.styles import Style, flag, size_of
from briefing.importers.symbols import plain_symbols, sign_of

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_UNSEEN = frozenset(
    f"{W}{name}"
    for name in ("del", "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr", "rt",
                 "sdtPr", "annotationRef", "footnoteRef", "endnoteRef")
)  # fmt: skip
_SIGNS = {
    f"{W}tab": " ", f"{W}ptab": " ", f"{W}br": " ", f"{W}cr": " ",
    f"{W}noBreakHyphen": "-", f"{W}softHyphen": "",
}  # fmt: skip
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(slots=True)
class Spoken:
    """What a paragraph says, and what hangs on it."""

    text: str = ""
    bold: int = 0
    """How many of its characters are bold."""
    size: float = 0.0
    """The largest type in it, in points; 0 where only the style says."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Kind (``footnote``, ``endnote``) and id of each note called in it."""
    boxes: list[etree._Element] = field(default_factory=list)
    """The contents of text boxes anchored in it."""
    in_contents: bool = False
    """Whether it is part of a contents list made by a field."""


@dataclass(slots=True)
class _Field:
    code: str = ""
    shows: bool = False


class Speaker:
    """Reads paragraphs one after the other; a field may begin in one and end in another."""

    def __init__(self) -> None:
        self._fields: list[_Field] = []

    def speak(self, paragraph: etree._Element, style: Style) -> Spoken:
        """Return what the paragraph says."""
        spoken = Spoken(in_contents=self._in_contents())
        self._children(paragraph, spoken, style)
        spoken.in_contents |= self._in_contents()
        spoken.text = " ".join(spoken.text.split())
        return spoken

    def _in_contents(self) -> bool:
        return any(item.code.split()[:1] == ["TOC"] for item in self._fields)

    def _children(self, element: etree._Element, spoken: Spoken, style: Style) -> None:
        for child in element:
            tag = child.tag
            if not isinstance(tag, str) or tag in _UNSEEN:
                continue
            if tag == f"{W}r":
                self._run(child, spoken, style)
            elif tag == f"{_MATH}t":
                spoken.text += child.text or ""
            elif tag == f"{W}fldSimple":
                self._simple_field(child, spoken, style)
            elif tag not in (f"{W}p", f"{W}tbl"):
                self._children(child, spoken, style)

    def _simple_field(self, element: etree._Element, spoken: Spoken, style: Style) -> None:
        self._fields.append(_Field(element.get(f"{W}instr", ""), shows=True))
        self._children(element, spoken, style)
        self._fields.pop()

    def _run(self, run: etree._Element, spoken: Spoken, style: Style) -> None:
        properties = run.find(f"{W}rPr")
        hidden = flag(properties, "vanish", default=style.hidden)
        before = len(spoken.text)
        for child in run:
            if isinstance(child.tag, str):
                self._part(child, spoken, hidden=hidden or flag(properties, "webHidden"))
        said = spoken.text[before:]
        if said and _is_raised(properties) and said.strip().isdigit():
            spoken.text = spoken.text[:before] + said.translate(_RAISED)
        if flag(properties, "b", default=style.bold):
            spoken.bold += len("".join(said.split()))
        if said.strip():
            spoken.size = max(spoken.size, size_of(properties) or style.size)

    def _part(self, child: etree._Element, spoken: Spoken, *, hidden: bool) -> None:
        name = str(child.tag).removeprefix(W)
        if name == "fldChar":
            self._turn_field(child.get(f"{W}fldCharType", ""), spoken)
        elif name == "instrText" and self._fields and not self._fields[-1].shows:
            self._fields[-1].code += child.text or ""
        elif name in ("footnoteReference", "endnoteReference"):
            spoken.notes.append((name.removesuffix("Reference"), child.get(f"{W}id", "")))
        elif name in ("drawing", "pict", "object") or child.tag == f"{_CHOICES}AlternateContent":
            spoken.boxes += boxes_in(child)
        elif not hidden and all(item.shows for item in self._fields):
            spoken.text += _said(child, name)

    def _turn_field(self, turn: str, spoken: Spoken) -> None:
        if turn == "begin":
            self._fields.append(_Field())
        elif turn == "separate" and self._fields:
            self._fields[-1].shows = True
        elif turn == "end" and self._fields:
            spoken.in_contents |= self._in_contents()
            self._fields.pop()


def _said(child: etree._Element, name: str) -> str:
    if name == "t":
        return plain_symbols(child.text or "")
    if name == "sym":
        code = child.get(f"{W}char", "")
        return sign_of(int(code, 16)) if _is_hexadecimal(code) else ""
    if name == "ruby":
        base = child.find(f"{W}rubyBase")
        return "".join(base.itertext(f"{W}t")) if base is not None else ""
    return _SIGNS.get(str(child.tag), "")


def _is_hexadecimal(code: str) -> bool:
    return bool(code) and all(char in "0123456789abcdefABCDEF" for char in code)


def _is_raised(properties: etree._Element | None) -> bool:
    found = properties.find(f"{W}vertAlign") if properties is not None else None
    return found is not None and found.get(f"{W}val") == "superscript"


def boxes_in(element: etree._Element) -> list[etree._Element]:
    """Return the contents of text boxes in a drawing, once although they are stored twice."""
    if element.tag == f"{_CHOICES}AlternateContent":
        chosen = element.find(f"{_CHOICES}Choice")
        found = boxes_in(chosen) if chosen is not None else []
        fallback = element.find(f"{_CHOICES}Fallback")
        return found or (boxes_in(fallback) if fallback is not None else [])
    boxes: list[etree._Element] = []
    for child in element:
        if child.tag == f"{W}txbxContent":
            boxes.append(child)
        elif isinstance(child.tag, str):
            boxes += boxes_in(child)
    return boxes
