"""Finished parts made one PDF: structure, places, outline, fonts, and what the file says of itself.

The objects of the parts go into a PDF without pages that WeasyPrint has made for the whole, as they
are but for the numbers by which they refer to others.

Imports WeasyPrint, so it is imported only when a document is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import chain
from typing import Any, NamedTuple

import pydyf
from weasyprint import DEFAULT_OPTIONS
from weasyprint.anchors import make_page_bookmark_tree
from weasyprint.document import Document
from weasyprint.matrix import Matrix
from weasyprint.pdf import generate_pdf
from weasyprint.pdf.anchors import add_outlines

from briefing.errors import ExportError
from briefing.exporters.pdf_colour import OUTPUT_INTENT, colour_profiles
from briefing.exporters.pdf_lettering import with_all_letters
from briefing.exporters.pdf_metadata import metadata_of
from briefing.exporters.pdf_parts import (
    BEGIN,
    BREAK,
    COLOURS,
    END,
    FONTS,
    KEY,
    OURS,
    PAGES,
    ROOT,
    WORDS,
    Lettering,
    Part,
)
from briefing.exporters.pdf_typesetting import press
from briefing.exporters.pdf_writing import write_once
from briefing.model import RenderedBrief

_POINTS = 0.75
"""Points in a CSS pixel."""
_OPEN = re.compile(rb"\x01([^\x02]*)\x02")


class Frame(NamedTuple):
    """Head and foot of a page, drawn."""

    content: bytes
    """As a stream of PDF that is packed."""
    letterings: tuple[Lettering, ...]


@dataclass(frozen=True, slots=True)
class Bound:
    """A part in its place in the whole, and the head and foot of each of its pages."""

    part: Part
    frames: tuple[Frame, ...]


def joined(parts: Sequence[Bound], said: RenderedBrief, words: Mapping[str, str]) -> bytes:
    """Return one PDF; ``said`` is what it says of itself.

    ``words`` stand at the places in one part that links of others lead to.

    Raises:
        ExportError: a link leads nowhere.
    """
    _refuse_dangling(one.part for one in parts)
    letterings = (
        lettering
        for one in parts
        for lettering in chain(one.part.letterings, *(frame.letterings for frame in one.frames))
    )
    whole = Document([], metadata_of(said), None, press().fonts, colour_profiles(), OUTPUT_INTENT)
    whole.fonts = with_all_letters(letterings)
    options = {**DEFAULT_OPTIONS, "pdf_variant": "pdf/a-3a", "pdf_version": "1.7"}
    pdf = generate_pdf(whole, None, 1, **options)
    _Joiner(pdf, words).join(parts)
    write_once(pdf)
    data = BytesIO()
    pdf.write(data, "1.7", said.identifier[:32], compress=True)
    return data.getvalue()


def _refuse_dangling(parts: Iterable[Part]) -> None:
    links, places = set[str](), set[str]()
    for part in parts:
        links |= part.links
        places.update(place.name for place in part.places)
    if links - places:
        name = min(links - places)
        raise ExportError(
            f"The PDF cannot be made: a link leads to “{name}”, which is not there.",
            "Mend the template.",
        )


class _Placed(pydyf.Object):  # type: ignore[misc] # pydyf publishes no types
    """An object of a part that has its number in the whole."""

    def __init__(self, text: bytes, stream: bytes | None) -> None:
        super().__init__()
        self.data = text if stream is None else b"%b\nstream\n%b\nendstream" % (text, stream)
        self.compressible = stream is None

    data = b""
    compressible = True


class _Joiner:
    """Puts parts into a PDF that has all but pages."""

    def __init__(self, pdf: pydyf.PDF, words: Mapping[str, str]) -> None:
        self._pdf = pdf
        self._words = words
        self._root = self._object(pdf.catalog["StructTreeRoot"])
        self._document = self._object(self._root["K"][0])
        resources = next(one for one in pdf.objects if isinstance(one, dict) and "Font" in one)
        self._begin = self._stream([b"q"])
        self._shared = {
            PAGES: b"%d" % pdf.pages.number,
            ROOT: b"%d" % self._document.number,
            FONTS: resources["Font"].split()[0],
            COLOURS: resources["ColorSpace"].split()[0],
            BEGIN: b"%d" % self._begin,
        }
        self._keys = 0
        self._trees = pydyf.Array()
        self._places: dict[str, pydyf.Array] = {}

    def join(self, parts: Sequence[Bound]) -> None:
        """Put the parts in, in order."""
        for one in parts:
            self._put(one)
        self._object(self._root["ParentTree"]).clear()
        self._object(self._root["ParentTree"])["Kids"] = self._trees
        self._name_places()
        add_outlines(self._pdf, _outline([one.part for one in parts]))

    def _put(self, bound: Bound) -> None:
        part = bound.part
        ends = {
            END + b"%d" % number: b"%d" % self._frame(frame.content)
            for number, frame in enumerate(bound.frames)
        }
        first = len(self._pdf.objects)
        texts = self._text(part, self._shared | ends).split(BREAK)
        for index, text in enumerate(texts):
            self._pdf.add_object(_Placed(text, part.streams.get(index)))
        references = [b"%d 0 R" % (first + number) for number in range(len(texts))]
        self._pdf.pages["Count"] += len(part.pages)
        for page in part.pages:
            self._pdf.pages["Kids"].extend([first + page, 0, "R"])
        self._document["K"].extend(references[number] for number in part.elements)
        self._trees.append(references[part.tree])
        self._keys += part.keys
        for place in part.places:
            where = references[part.pages[place.page]]
            point = pydyf.Array([where, "/XYZ", place.across, place.up, 0])
            self._places.setdefault(place.name, point)

    def _text(self, part: Part, names: Mapping[bytes, bytes]) -> bytes:
        """Return the objects of a part with everything in it that was left open."""
        first, key = len(self._pdf.objects), self._keys
        pieces = _OPEN.split(part.objects)
        known = dict(names)
        for name in set(pieces[1::2]) - known.keys():
            if name.startswith(WORDS):
                known[name] = self._description(name.removeprefix(WORDS).decode())
            else:
                number = int(name.removeprefix(KEY))
                known[name] = b"%d" % (number + (key if name.startswith(KEY) else first))
        pieces[1::2] = [known[name] for name in pieces[1::2]]
        return b"".join(pieces)

    def _description(self, name: str) -> bytes:
        data: bytes = pydyf.String(self._words.get(name, name)).data
        return data.translate(OURS)

    def _frame(self, content: bytes) -> int:
        self._pdf.add_object(_Placed(b"<</Filter /FlateDecode/Length %d>>" % len(content), content))
        return len(self._pdf.objects) - 1

    def _stream(self, lines: list[bytes]) -> int:
        self._pdf.add_object(pydyf.Stream(lines))
        return len(self._pdf.objects) - 1

    def _name_places(self) -> None:
        names = pydyf.Array()
        for name in sorted(self._places):
            names.extend((pydyf.String(name), self._places[name]))
        if names:
            tree = self._pdf.catalog.setdefault("Names", pydyf.Dictionary())
            tree["Dests"] = pydyf.Dictionary({"Names": names})

    def _object(self, reference: bytes) -> Any:
        return self._pdf.objects[int(reference.split()[0])]


class _Marked(NamedTuple):
    """What WeasyPrint wants to know of a page that it makes an outline of."""

    bookmarks: list[tuple[int, str, tuple[float, float], str]]


def _outline(parts: Iterable[Part]) -> list[Any]:
    """Return the headings of all parts as one tree."""
    tree: list[Any] = []
    last, skipped, level, number = [tree], list[int](), 0, 0
    for part in parts:
        for index, sheet in enumerate(part.sheets):
            page = _Marked(
                [
                    (one.level, one.label, (one.across, one.down), one.state)
                    for one in part.bookmarks
                    if one.page == index
                ]
            )
            points = Matrix(a=_POINTS, d=-_POINTS, f=sheet.height * _POINTS)
            level = make_page_bookmark_tree(page, skipped, last, level, number, points)
            number += 1
    return tree
