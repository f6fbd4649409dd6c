"""The text of a Word file that came back, and the data it carries.

Tracked changes count as made: what was struck out is gone, what was put in is there.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator

from lxml import etree

from briefing.archives import BROKEN_ARCHIVE, is_bomb, part_of
from briefing.tracing import NAMESPACE
from briefing.tracing.reading import LARGEST
from briefing.verifying.returned import Returned, UnreadableError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_GONE = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}drawing", f"{_W}pict", f"{_W}object"})
"""Elements whose text is no longer, or not, the document's."""
_NOTES = ("footnotes", "endnotes")
_TRACKED = ("ins", "del", "moveFrom", "moveTo")


def read_docx(data: bytes) -> Returned:
    """Return text and data of a Word file.

    Raises:
        UnreadableError: it is no Word file, or damaged.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if is_bomb(archive):
                raise UnreadableError("The Word file unpacks to more than can be read.")
            main = _main_part(archive)
            root = _parsed(archive, main)
            notes = [_parsed(archive, f"{posixpath.dirname(main)}/{kind}.xml") for kind in _NOTES]
            carried = _carried(archive)
    except BROKEN_ARCHIVE as error:
        raise _damaged() from error
    body = None if root is None else root.find(f"{_W}body")
    if body is None:
        raise _damaged()
    lines = list(_paragraphs(body))
    for note in notes:
        lines += [] if note is None else _paragraphs(note)
    tracked = next(body.iter(*(f"{_W}{tag}" for tag in _TRACKED)), None) is not None
    remarks = ("It holds tracked changes; they count as made.",) if tracked else ()
    return Returned("\n".join(lines), carried, remarks)


def _main_part(archive: zipfile.ZipFile) -> str:
    root = _parsed(archive, "_rels/.rels")
    relations = [] if root is None else root.iter(_RELATION)
    targets = (
        item.get("Target", "").lstrip("/")
        for item in relations
        if item.get("Type", "").endswith("/officeDocument")
    )
    return next(targets, "word/document.xml")


def _parsed(archive: zipfile.ZipFile, name: str) -> etree._Element | None:
    """Return the root of a part, without entities or network; None where it is missing."""
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        return etree.fromstring(part_of(archive, name), parser)
    except KeyError:
        return None
    except etree.XMLSyntaxError as error:
        raise _damaged() from error


def _carried(archive: zipfile.ZipFile) -> bytes | None:
    """Return the data of the custom part that is ours, wherever it was moved to."""
    for name in sorted(archive.namelist()):
        if not name.startswith("customXml/") or not name.endswith(".xml"):
            continue
        if archive.getinfo(name).file_size > 2 * LARGEST:
            continue
        head = archive.read(name)
        if NAMESPACE.encode() not in head[:512]:
            continue
        root = _parsed(archive, name)
        if root is not None and root.tag == f"{{{NAMESPACE}}}trace":
            return (root.text or "").encode()
    return None


def _paragraphs(root: etree._Element) -> Iterator[str]:
    for paragraph in root.iter(f"{_W}p"):
        text = "".join(_words(paragraph))
        if text.strip():
            yield text


def _words(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag in _GONE or child.tag == f"{_W}p":
            continue  # a paragraph inside, of a text box, is read by itself
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            yield " "
        elif child.tag == f"{_W}noBreakHyphen":
            yield "\u2011"
        else:
            yield from _words(child)


def _damaged() -> UnreadableError:
    return UnreadableError("The file is no Word file, or damaged.", "Ask for a sound copy.")
