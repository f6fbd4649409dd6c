"""Runs, links and bookmarks: what stands inside a paragraph."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from dataclasses import replace
from itertools import groupby

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part

from briefing.blocks import Direction, Inline, LineBreak, Note, Position, Text
from briefing.exporters.docx_styles import (
    EMPHASIS,
    LINK,
    RUN_STYLES,
    STRONG,
    WHOLE,
    StyleSheet,
)
from briefing.exporters.docx_xml import XML_SPACE, Element, R, w

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
NBSP = "\u00a0"
LRM = "\u200e"
"""Left-to-right mark (Unicode Annex 9, 2.6); takes no room."""
_OUTSIDE = ("http://", "https://", "mailto:")
_LONGEST_NAME = 40
"""Characters that Word allows in the name of a bookmark."""


class Bookmarks:
    """The names by which links find their place, each made fit for Word and given once."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._taken: set[str] = set()
        self._count = 0

    def name(self, identifier: str) -> str:
        """Return the bookmark's name for an id: letters, digits and underscores, 40 at most."""
        if identifier not in self._names:
            name = re.sub(r"\W", "_", identifier)
            name = name if name[:1].isalpha() else f"b_{name}"
            if len(name) > _LONGEST_NAME or name.lower() in self._taken:
                digest = hashlib.sha256(identifier.encode()).hexdigest()[:8]
                name = f"{name[: _LONGEST_NAME - 9]}_{digest}"
            self._taken.add(name.lower())
            self._names[identifier] = name
        return self._names[identifier]

    def around(self, identifiers: Iterable[str], inside: list[Element]) -> list[Element]:
        """Return the elements with a bookmark for each id around them."""
        for identifier in identifiers:
            start = w("bookmarkStart", id=self._count, name=self.name(identifier))
            inside = [start, *inside, w("bookmarkEnd", id=self._count)]
            self._count += 1
        return inside


class TextWriter:
    """Writes runs; asks for relations of outside links and for notes where they come up."""

    def __init__(
        self,
        styles: StyleSheet,
        bookmarks: Bookmarks,
        relate: Callable[[str], str],
        note: Callable[[Note], Element] | None = None,
    ) -> None:
        self._styles = styles
        self._bookmarks = bookmarks
        self._relate = relate
        self._note = note

    def content(
        self, pieces: Iterable[Inline], role: str = "", *, rtl: bool = False
    ) -> list[Element]:
        """Return the elements of a paragraph.

        ``role`` is the look of what has none of its own; ``rtl`` tells that the paragraph runs
        from right to left.
        """
        elements: list[Element] = []
        pieces = [_kept_apart(piece) if rtl else piece for piece in pieces]
        for link, group in groupby(pieces, key=_link):
            inside = [part for piece in group for part in self._piece(piece, role)]
            elements.extend(self._linked(link, inside))
        return elements

    def _piece(self, piece: Inline, role: str) -> Iterator[Element]:
        if isinstance(piece, LineBreak):
            yield w("r", w("br"))
        elif isinstance(piece, Note):
            if self._note is not None:
                yield self._note(piece)
        else:
            text = piece.text.replace(" ", NBSP) if piece.role in WHOLE else piece.text
            runs = [self._run(piece, part, rtl, role) for part, rtl in directions(text)]
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
        if link.startswith("#"):
            return [w("hyperlink", *inside, anchor=self._bookmarks.name(link[1:]), history=1)]
        if link.startswith(_OUTSIDE):
            element = w("hyperlink", *inside, history=1)
            element.set(f"{{{R}}}id", self._relate(link))
            return [element]
        return inside


def styled_run(styles: StyleSheet, text: str, name: str = "") -> Element:
    """Return one run, in the character style of that built-in name if one is given."""
    style = styles.character(name) if name else None
    return w("r", w("rPr", w("rStyle", val=style)) if style else None, text_element(text))


def relate_to_address(part: Part) -> Callable[[str], str]:
    """Return a function that relates a part to an address outside and returns the relation."""
    return lambda address: part.relate_to(address, RT.HYPERLINK, is_external=True)


def text_element(text: str) -> Element:
    """Return the element that holds a run's characters, its spaces kept."""
    element = w("t")
    element.text = text
    element.set(XML_SPACE, "preserve")
    return element


def field(instruction: str, shown: str, properties: Element | None = None) -> list[Element]:
    """Return the runs of a field: its instruction, and what is shown until Word counts."""

    def run(*inside: Element) -> Element:
        return w("r", None if properties is None else deepcopy(properties), *inside)

    code = w("instrText")
    code.text = f" {instruction} "
    code.set(XML_SPACE, "preserve")
    return [
        run(w("fldChar", fldCharType="begin")),
        run(code),
        run(w("fldChar", fldCharType="separate")),
        run(text_element(shown)),
        run(w("fldChar", fldCharType="end")),
    ]


def directions(text: str) -> list[tuple[str, bool]]:
    """Return the text cut where its direction of writing changes; True is right to left.

    Spaces, marks and digits between two right-to-left words go with them; all other neutral
    characters stay with what is written left to right.
    """
    if text.isascii():
        return [(text, False)] if text else []
    cut: list[tuple[str, bool]] = []
    for piece, rtl in _words(text):
        if cut and cut[-1][1] == rtl:
            cut[-1] = (cut[-1][0] + piece, rtl)
        else:
            cut.append((piece, rtl))
    return cut


def is_right_to_left(content: Iterable[Inline], direction: Direction) -> bool:
    """Tell whether a paragraph runs from right to left: as asked, else as its first letter."""
    if direction is not Direction.AUTO:
        return direction is Direction.RTL
    for piece in content:
        for character in piece.text if isinstance(piece, Text) else "":
            kind = unicodedata.bidirectional(character)
            if kind == "L" or kind in _RIGHT_TO_LEFT:
                return kind != "L"
    return False


def _words(text: str) -> Iterator[tuple[str, bool]]:
    """Yield stretches with their direction; neutral ones between two of the same are theirs."""
    stretches = [
        ("".join(group), kind) for kind, group in groupby(text, key=_direction_of_character)
    ]
    for place, (piece, kind) in enumerate(stretches):
        if kind is not None:
            yield piece, kind
            continue
        before = stretches[place - 1][1] if place else False
        after = stretches[place + 1][1] if place + 1 < len(stretches) else False
        yield piece, bool(before and after)


def _direction_of_character(character: str) -> bool | None:
    kind = unicodedata.bidirectional(character)
    if kind in _RIGHT_TO_LEFT:
        return True
    return False if kind == "L" else None


def _kept_apart(piece: Inline) -> Inline:
    """Return a mark with left-to-right marks around it: ``[1, p. 9]`` reads so in Arabic too."""
    if isinstance(piece, Text) and piece.role and not any(rtl for _, rtl in directions(piece.text)):
        return replace(piece, text=f"{LRM}{piece.text}{LRM}")
    return piece


def _link(piece: Inline) -> str:
    return piece.link if isinstance(piece, Text) else ""


def _named(tag: str, identifier: str | None) -> Element | None:
    return w(tag, val=identifier) if identifier else None
