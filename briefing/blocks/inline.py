"""The text inside a block: an element in, runs with white space collapsed as HTML has it out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from operator import attrgetter

from briefing.blocks import tree
from briefing.blocks.errors import misplaced
from briefing.blocks.model import Inline, LineBreak, Note, Position, Text
from briefing.blocks.tree import Element

_STRONG = frozenset({"strong"})
_EMPHASIS = frozenset({"em", "cite"})
NOTE = "note"
"""Class of the element that is a note."""
ENDNOTES = "endnotes"
"""Class of what encloses notes that stand below the text: a body, the section of a pack."""
INLINE = frozenset({"a", "abbr", "br", "span", "sub", "sup"}) | _STRONG | _EMPHASIS

_look_of = attrgetter(*(field.name for field in fields(Text) if field.name != "text"))
_SPACES = re.compile(r"[ \t\n\r\f]+")


def read_inlines(element: Element, after: Element | None = None) -> tuple[Inline, ...]:
    """Return the runs inside an element; with ``after``, a child, those that follow that child.

    Raises:
        TemplateError: an element stands there that is not inline.
    """
    look = Text("", language=tree.language(element))
    return tidy(_inside(element, look) if after is None else _following(after, look))


def is_note(element: Element) -> bool:
    """Tell whether an element is a note: ``span.note``."""
    return element.tag == "span" and NOTE in tree.classes(element)


def read_piece(element: Element) -> Iterator[Inline]:
    """Yield the runs of an inline element that stands loose between blocks, not yet tidied."""
    return _piece(element, Text(""))


def tidy(pieces: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return the runs with white space collapsed, none at the ends, and equal neighbours joined."""
    tidied: list[Inline] = []
    for piece in pieces:
        if not isinstance(piece, Text):
            _drop_space_at_end(tidied)
            tidied.append(piece)
            continue
        text = _SPACES.sub(" ", piece.text)
        if text.startswith(" ") and _at_space(tidied):
            text = text[1:]
        _append(tidied, piece if text == piece.text else replace(piece, text=text))
    _drop_space_at_end(tidied)
    return tuple(tidied)


def plain_text(content: Iterable[Inline]) -> str:
    """Return the words of runs, without those of notes; a line break is a space."""
    spoken = (piece for piece in content if not isinstance(piece, Note))
    words = [piece.text if isinstance(piece, Text) else " " for piece in spoken]
    return " ".join("".join(words).split())


def _inside(element: Element, look: Text) -> Iterator[Inline]:
    """Yield the pieces inside an element, which itself has given ``look`` its looks."""
    if element.text:
        yield _worded(look, element.text, look.ids)
    for child in tree.children(element):
        yield from _piece(child, look)
        if child.tail:
            yield _worded(look, child.tail)


def _worded(look: Text, text: str, ids: tuple[str, ...] = ()) -> Text:
    """Return other words of the same look; there are thousands in a document."""
    return Text(
        text,
        look.strong,
        look.emphasis,
        look.position,
        look.role,
        look.link,
        ids,
        look.language,
    )


def _following(element: Element, look: Text) -> Iterator[Inline]:
    """Yield the pieces that stand after an element inside its parent."""
    if element.tail:
        yield replace(look, text=element.tail)
    for sibling in element.itersiblings():
        yield from _piece(sibling, look)
        if sibling.tail:
            yield replace(look, text=sibling.tail)


def _piece(element: Element, look: Text) -> Iterator[Inline]:
    if element.tag not in INLINE:
        raise misplaced(element, INLINE)
    if element.tag == "br":
        yield LineBreak()
        return
    if is_note(element):
        looks = _inside(element, Text("", language=look.language))
        yield Note(tidy(_named(element, looks)))
        return
    yield from _named(element, _inside(element, _looking(element, look)))


def _named(element: Element, pieces: Iterator[Inline]) -> Iterator[Inline]:
    """Yield the pieces; the first run carries the element's id."""
    names = tree.ids(element)
    for piece in pieces:
        if names and isinstance(piece, Text):
            piece, names = replace(piece, ids=names + piece.ids), ()
        yield piece
    if names:
        yield Text("", ids=names)


def _looking(element: Element, look: Text) -> Text:
    """Return the look inside an element, given the look around it."""
    tag = tree.name(element)
    positions = {"sup": Position.SUPER, "sub": Position.SUB}
    return replace(
        look,
        ids=(),
        strong=look.strong or tag in _STRONG,
        emphasis=look.emphasis or tag in _EMPHASIS,
        position=positions.get(tag, look.position),
        link=element.get("href", look.link) if tag == "a" else look.link,
        role=next(iter(tree.classes(element)), look.role),
        language=element.get("lang", look.language),
    )


def _append(tidied: list[Inline], piece: Text) -> None:
    """Add a run, joined to its neighbour where they are alike."""
    if not piece.text and not piece.ids:
        return
    last = tidied[-1] if tidied else None
    if isinstance(last, Text) and _alike(last, piece) and not last.ids:
        tidied[-1] = replace(last, text=last.text + piece.text)
    else:
        tidied.append(piece)


def _alike(one: Text, other: Text) -> bool:
    """Tell whether two runs differ in nothing but their words."""
    return bool(_look_of(one) == _look_of(other))


def _at_space(tidied: list[Inline]) -> bool:
    """Tell whether a space would follow a space, a line break, or nothing."""
    for piece in reversed(tidied):
        if isinstance(piece, LineBreak):
            return True
        if isinstance(piece, Text) and piece.text:
            return piece.text.endswith(" ")
    return True


def _drop_space_at_end(tidied: list[Inline]) -> None:
    if tidied and isinstance(last := tidied[-1], Text) and last.text.endswith(" "):
        tidied[-1] = replace(last, text=last.text[:-1])
        if not last.text[:-1] and not last.ids:
            tidied.pop()
