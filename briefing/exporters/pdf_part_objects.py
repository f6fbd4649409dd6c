"""The objects of a part taken out of the PDF that WeasyPrint made of it, ready to be renumbered.

Imports pydyf, so it is imported only when a document is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pydyf

from briefing.exporters.pdf_parts import (
    BEGIN,
    BREAK,
    COLOURS,
    END,
    FONTS,
    KEY,
    OURS,
    PAGES,
    REFERENCE,
    ROOT,
    Place,
)
from briefing.exporters.pdf_writing import as_bytes

_POINT = re.compile(rb"\((?:[^()\\]|\\.)*\)|\b(\d+) 0 R\b", re.DOTALL)
"""A string, in which nothing refers to anything, or a reference."""
_OPAQUE = {"a1": 1, "a1.0": 1}
"""States of drawing that heads and feet ask for."""
_STREAM = b"\nstream\n"


def objects_of(pdf: pydyf.PDF) -> dict[str, Any]:
    """Return what a ``Part`` holds of a PDF: objects, streams, pages, elements, tree, keys, places.

    The PDF is not fit for use afterwards.
    """
    root = _object(pdf, pdf.catalog["StructTreeRoot"])
    document = _object(pdf, root["K"][0])
    tree = _object(pdf, root["ParentTree"])
    pages = [_object(pdf, one) for one in pdf.page_references]
    shared = _shared(pdf, pages, document)
    _open(pages)
    _open_keys(pdf, tree)
    left_out = {pdf.catalog.number, root.number, *shared}
    kept = [one for one in pdf.objects[1:] if one.number not in left_out]
    numbers = {one.number: index for index, one in enumerate(kept)}
    names = {b"%d" % old: b"%d" % new for old, new in numbers.items()}
    names |= {b"%d" % number: name for number, name in shared.items()}
    texts, streams = [], {}
    for index, one in enumerate(kept):
        text, *stream = as_bytes(one).split(_STREAM, 1 if isinstance(one, pydyf.Stream) else 0)
        texts.append(_POINT.sub(lambda found: _named(found, names), text))
        if stream:
            streams[index] = stream[0].removesuffix(b"\nendstream")
    return {
        "objects": BREAK.join(texts),
        "streams": streams,
        "pages": tuple(numbers[one.number] for one in pages),
        "elements": tuple(numbers[_object(pdf, one).number] for one in document["K"]),
        "tree": numbers[tree.number],
        "keys": len(tree["Nums"]) // 2,
        "places": tuple(_places(pdf, pages)),
    }


def _object(pdf: pydyf.PDF, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _shared(pdf: pydyf.PDF, pages: list[Any], document: Any) -> dict[int, bytes]:
    """Return the names of objects in whose place those of the whole stand."""
    shared = {pdf.pages.number: PAGES, document.number: ROOT}
    if pages:
        resources = _object(pdf, pages[0]["Resources"])
        shared[_object(pdf, resources["Font"]).number] = FONTS
        shared[_object(pdf, resources["ColorSpace"]).number] = COLOURS
        for name, alpha in _OPAQUE.items():
            resources["ExtGState"].setdefault(name, pydyf.Dictionary({"ca": alpha}))
    return shared


def _open(pages: list[Any]) -> None:
    """Leave open what stands before and behind the text of each page."""
    for number, page in enumerate(pages):
        before, behind = (_reference(name) for name in (BEGIN, END + b"%d" % number))
        page["Contents"] = pydyf.Array([before, page["Contents"], behind])


def _open_keys(pdf: pydyf.PDF, tree: Any) -> None:
    """Leave the keys of pages and links open."""
    for one in pdf.objects:
        if isinstance(one, dict):
            for name in ("StructParents", "StructParent"):
                if name in one:
                    one[name] = _key(one[name])
    pairs = tree["Nums"]
    tree["Limits"] = pydyf.Array([_key(0), _key(len(pairs) // 2 - 1)])
    tree["Nums"] = pydyf.Array(
        item if index % 2 else _key(item) for index, item in enumerate(pairs)
    )


def _key(number: int) -> bytes:
    return REFERENCE % (KEY + b"%d" % number)


def _reference(name: bytes) -> bytes:
    return REFERENCE % name + b" 0 R"


def _named(found: re.Match[bytes], names: Mapping[bytes, bytes]) -> bytes:
    number = found[1]
    return _reference(names[number]) if number is not None else found[0].translate(OURS)


def _places(pdf: pydyf.PDF, pages: list[Any]) -> Iterator[Place]:
    names = pdf.catalog.get("Names", {}).get("Dests", {}).get("Names", ())
    numbers = {one.reference: number for number, one in enumerate(pages)}
    for name, point in zip(names[::2], names[1::2], strict=True):
        page, _, across, up, _ = point
        yield Place(name.string, numbers[page], across, up)
