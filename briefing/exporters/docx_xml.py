"""WordprocessingML made short: ``w("p", w("r", …))`` (names as in ECMA-376 part 1).

What a document holds is written as text: a long one is a hundred thousand elements, and as a tree
each would be moved, with all that it holds, into the one around it. Only what is looked through
or changed afterwards, such as the styles of the reference document, is a tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NewType, TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

Xml = NewType("Xml", str)
"""Any number of elements, written; what they stand in declares the prefixes ``w`` and ``r``."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DECLARED = f'xmlns:w="{W}" xmlns:r="{R}"'
_HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_PLACE = ("deskbrief", "body")
"""Where the body stands, as an instruction that programs leave alone."""

NOTHING = Xml("")
_SIGNS = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\t": "&#9;",
    "\n": "&#10;",
    "\r": "&#13;",
}
_OF_XML = "\ud7ff\ue000-\ufffd\U00010000-\U0010ffff"
_NOT_XML = re.compile(f"[^\t\n\r -{_OF_XML}]")
_NOT_AS_TEXT = re.compile(f"[^\t\n -%'-;=?-{_OF_XML}]")
_NOT_AS_VALUE = re.compile(f"[^ !#-%'-;=?-{_OF_XML}]")
"""Characters that cannot stand in an attribute as they are, or not at all (XML 1.0, 2.2)."""


def qn(tag: str) -> str:
    """Return the qualified name of a WordprocessingML tag or attribute."""
    return f"{{{W}}}{tag}"


def w(tag: str, *children: Xml | None, **attributes: str | int) -> Xml:
    """Return an element with its children; None among them is left out."""
    named = "".join([f' w:{name}="{_value(value)}"' for name, value in attributes.items()])
    inside = "".join([child for child in children if child])
    return Xml(f"<w:{tag}{named}>{inside}</w:{tag}>" if inside else f"<w:{tag}{named}/>")


def w_if(tag: str, *children: Xml | None) -> Xml | None:
    """Return an element with its children; None where it would be empty."""
    return w(tag, *children) if any(children) else None


def spelt(tag: str, words: str) -> Xml:
    """Return an element that holds nothing but words, their spaces kept."""
    return Xml(f'<w:{tag} xml:space="preserve">{_NOT_AS_TEXT.sub(_sign, words)}</w:{tag}>')


def joined(elements: Iterable[Xml]) -> Xml:
    """Return elements one after the other."""
    return Xml("".join(elements))


def written(element: Element) -> Xml:
    """Return an element of a tree as text."""
    return Xml(etree.tostring(element, encoding="unicode", with_tail=False))


def trees(xml: Xml) -> list[Element]:
    """Return elements as trees."""
    return list(etree.fromstring(f"<w:root {_DECLARED}>{xml}</w:root>"))


def tree(xml: Xml) -> Element:
    """Return one element as a tree."""
    (element,) = trees(xml)
    return element


def part_bytes(tag: str, inside: Xml) -> bytes:
    """Return a part's XML as a package holds it."""
    return f"{_HEAD}<w:{tag} {_DECLARED}>{inside}</w:{tag}>".encode()


def document_bytes(body: Element, inside: Xml) -> bytes:
    """Return the XML of a document, its body replaced by one that holds ``inside``."""
    root = body.getroottree().getroot()
    root.replace(body, etree.ProcessingInstruction(*_PLACE))
    before, _, after = written(root).partition("<?{} {}?>".format(*_PLACE))
    return f"{_HEAD}{before}<w:body {_DECLARED}>{inside}</w:body>{after}".encode()


def _value(value: str | int) -> str:
    return _NOT_AS_VALUE.sub(_sign, value) if isinstance(value, str) else str(value)


def _sign(found: re.Match[str]) -> str:
    """Return a character as XML writes it; nothing for one that XML has no place for."""
    return _SIGNS.get(found[0], "")


def add(
    parent: Element, namespace: str, tag: str, text: str = "", **attributes: str | int
) -> Element:
    """Append an element of another namespace to ``parent`` and return it."""
    child = etree.Element(f"{{{namespace}}}{tag}")
    child.text = _NOT_XML.sub("", text) or None
    for name, value in attributes.items():
        child.set(name, _NOT_XML.sub("", str(value)))
    parent.append(child)
    return child


def replace_child(parent: Element, child: Element, *, before: tuple[str, ...]) -> None:
    """Put ``child`` in the place of its like, else before the first of the tags ``before``."""
    old = next((node for node in parent if node.tag == child.tag), None)
    if old is not None:
        parent.replace(old, child)
        return
    later = {qn(tag) for tag in before}
    place = next((index for index, node in enumerate(parent) if node.tag in later), len(parent))
    parent.insert(place, child)
