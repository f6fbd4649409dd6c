"""Captions that Word counts, and references to them: SEQ and REF fields with the words in place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.blocks import Block, Figure, Inline, Table, Text
from briefing.exporters.docx_bookmarks import Bookmarks
from briefing.exporters.docx_fields import field, text_run
from briefing.exporters.docx_xml import NOTHING, Xml, joined

LABEL = "label"
"""Class of the words that name and count a figure or table: ``Figure 1.``."""
_LABEL = re.compile(r"(?P<kind>[^\W\d]+)\s(?P<number>\d+)(?P<end>\W*)")
_SUFFIX = "-label"
"""Ends the name of the bookmark around a label, behind the id of what it labels."""


class Captions:
    """The labels of a document's figures and tables, by the ids of these."""

    def __init__(self, blocks: Iterable[Block], bookmarks: Bookmarks) -> None:
        self._bookmarks = bookmarks
        self._labels = dict(_labels(blocks))
        self._owners = {label: iter(ids) for label, ids in _by_label(self._labels).items()}
        self._counts: dict[str, int] = {}

    def label(self, piece: Text) -> Xml:
        """Return a label as runs with a number that Word counts; nothing where it is none."""
        found = _LABEL.fullmatch(piece.text.strip()) if piece.role == LABEL else None
        if found is None:
            return NOTHING
        kind, number = found["kind"], int(found["number"])
        counted = self._counts.get(kind, 0) + 1 == number
        self._counts[kind] = number
        start = "" if counted else rf" \r {number}"
        counting = field(rf"SEQ {kind} \* ARABIC{start}", str(number))
        runs = joined((text_run(f"{kind} "), counting))
        owner = next(self._owners.get(f"{kind} {number}", iter(())), "")
        named = self._bookmarks.around([f"{owner}{_SUFFIX}"] if owner else [], runs)
        after = found["end"] + piece.text[len(piece.text.rstrip()) :]
        return joined((named, text_run(after))) if after else named

    def reference(self, piece: Text) -> Xml:
        """Return a link whose words are the label it leads to as a field; else nothing."""
        target = piece.link.removeprefix("#")
        if not piece.link or self._labels.get(target) != piece.text.replace("\u00a0", " "):
            return NOTHING
        return field(rf"REF {self._bookmarks.name(target + _SUFFIX)} \h", piece.text)


def _labels(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    """Yield ids and labels of what has both."""
    for block in blocks:
        if isinstance(block, Figure | Table) and block.ids:
            found = _label_in(block.caption)
            if found:
                yield block.ids[-1], found


def _label_in(caption: Iterable[Inline]) -> str:
    pieces = (one for one in caption if isinstance(one, Text) and one.role == LABEL)
    matches = (_LABEL.fullmatch(one.text.strip()) for one in pieces)
    return next((f"{one['kind']} {one['number']}" for one in matches if one), "")


def _by_label(labels: dict[str, str]) -> dict[str, list[str]]:
    """Return ids by label, in order: a pack has a first figure in each of its parts."""
    found: dict[str, list[str]] = {}
    for identifier, label in labels.items():
        found.setdefault(label, []).append(identifier)
    return found
