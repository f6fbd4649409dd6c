"""Parts of documents that were found without a fault, remembered by their HTML.

From one change to the next most of a document stays as it was, and to read all of it takes longer
than to write it. A document is sound where its frame and its parts are, and the ids, links and
headings of all parts together. Where that cannot be told so, the document is read as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain
from typing import Any, TypeAlias

from lxml.etree import tostring

from briefing.blocks import Block, Heading, plain_text, read_document
from briefing.blocks.links import names_in, targets_in
from briefing.blocks.reader import read_part
from briefing.blocks.tree import parse_whole
from briefing.errors import TemplateError

MOST_KEPT = 10_000
"""So many parts; a long document has a thousand."""

FaultsOf: TypeAlias = Callable[[Any], Iterator[str]]
"""Tells the faults of single elements, from one of them down."""
Outline: TypeAlias = tuple[tuple[int, str], ...]
"""The headings, each with its level and words."""


@dataclass(frozen=True, slots=True)
class _Part:
    """What a part without a fault of its own must agree upon with the others."""

    headings: Outline
    names: tuple[str, ...]
    """Ids to which a link may lead."""
    targets: frozenset[str]
    ids: tuple[str, ...]
    """All ids; some may be where no link leads."""


class SoundParts:
    """Remembers which parts are sound."""

    def __init__(self, faults_of: FaultsOf) -> None:
        self._faults_of = faults_of
        self._frames: set[bytes] = set()
        self._parts: dict[bytes, _Part] = {}
        self._rows: dict[bytes, _Part] = {}

    def outline(self, html: str) -> Outline | None:
        """Return the headings of a document that is sound but for them, or None."""
        root = parse_whole(html)
        body = None if root is None else root.find("body")
        if body is None or not _is_tight(body):
            return None
        parts = list(map(self._part, body))
        sound = [part for part in parts if part is not None]
        for child in list(body):
            body.remove(child)
        if len(sound) < len(parts) or not self._frames_well(root):
            return None
        whole = _together(sound)
        return whole.headings if _agree(whole) else None

    def _part(self, element: Any) -> _Part | None:
        """Return what a part tells, or None where it is at fault; empties the rows of tables."""
        if element.tag != "table":
            return _known(element, self._parts, self._read)
        rows = list(element.iter("tr"))
        parts = [_known(row, self._rows, self._read_row) for row in rows]
        for row in rows:
            _empty(row)
        parts.append(_known(element, self._parts, self._read))
        sound = [part for part in parts if part is not None]
        return _together(sound) if len(sound) == len(parts) else None

    def _read(self, element: Any) -> _Part | None:
        return None if next(self._faults_of(element), None) is not None else _read(element)

    def _read_row(self, row: Any) -> _Part | None:
        """Read a row as the only one of a table; a row alone has no place in a document."""
        table = row.makeelement("table")
        table.append(deepcopy(row))
        return self._read(table)

    def _frames_well(self, root: Any) -> bool:
        """Tell whether a document whose body has been emptied is without a fault."""
        key = _digest(root)
        if key not in self._frames:
            if root.xpath("//@id") or next(self._faults_of(root), None) is not None:
                return False
            try:
                read_document(tostring(root, encoding="unicode", method="html"))
            except TemplateError:
                return False
            if len(self._frames) >= MOST_KEPT:
                self._frames.clear()
            self._frames.add(key)
        return True


def _digest(element: Any) -> bytes:
    return blake2b(tostring(element, with_tail=False), digest_size=20).digest()


def _is_tight(body: Any) -> bool:
    """Tell whether there is nothing but elements in a body; loose text goes with what is around."""
    texts = chain([body.text], (child.tail for child in body))
    return all(not text or text.isspace() for text in texts)


def _known(
    element: Any, parts: dict[bytes, _Part], read: Callable[[Any], _Part | None]
) -> _Part | None:
    """Return what an element tells, read now unless it has been before; None where at fault."""
    key = _digest(element)
    part = parts.get(key) or read(element)
    if part is not None:
        if len(parts) >= MOST_KEPT:
            parts.clear()
        parts[key] = part
    return part


def _empty(row: Any) -> None:
    """Leave of a row nothing but how many cells it has."""
    width = len(row)
    row.clear(keep_tail=True)
    row.extend(row.makeelement("td") for _ in range(width))


def _read(element: Any) -> _Part | None:
    try:
        blocks = read_part(element)
    except TemplateError:
        return None
    return _Part(
        outline_of(blocks),
        tuple(name for block in blocks for name in names_in(block)),
        frozenset(targets_in(blocks)),
        tuple(map(str, element.xpath("descendant-or-self::*/@id"))),
    )


def outline_of(blocks: Iterable[Block]) -> Outline:
    """Return the headings among blocks."""
    headings = (block for block in blocks if isinstance(block, Heading))
    return tuple((heading.level, plain_text(heading.content)) for heading in headings)


def _together(parts: Sequence[_Part]) -> _Part:
    return _Part(
        tuple(chain.from_iterable(part.headings for part in parts)),
        tuple(chain.from_iterable(part.names for part in parts)),
        frozenset(chain.from_iterable(part.targets for part in parts)),
        tuple(chain.from_iterable(part.ids for part in parts)),
    )


def _agree(whole: _Part) -> bool:
    """Tell whether each id is there once, and each link leads to one."""
    names = {f"#{name}" for name in whole.names}
    return len(whole.ids) == len(set(whole.ids)) and whole.targets <= names
