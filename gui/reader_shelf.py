"""The reports opened lately, each with its document, so that a second look is immediate."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QObject

from briefing.model.desk import ReportView
from gui.reader_document import ReportDocument
from gui.reader_spans import ReportSpans
from gui.reader_type import ReaderType

KEPT = 4


@dataclass(slots=True)
class OpenedReport:
    """One report as it is being read."""

    view: ReportView
    document: ReportDocument
    spans: ReportSpans
    is_current: bool = True
    """Whether the library has not changed since it was read."""


class Shelf:
    """Keeps the last few reports; the one not looked at for longest goes first."""

    def __init__(self, owner: QObject) -> None:
        """Take who lives as long as the documents do, and shows them."""
        self._owner = owner
        self._kept: OrderedDict[str, OpenedReport] = OrderedDict()

    def get(self, sha256: str) -> OpenedReport | None:
        """Return an opened report, None where it is not kept."""
        if sha256 in self._kept:
            self._kept.move_to_end(sha256)
        return self._kept.get(sha256)

    def put(self, view: ReportView, kind: ReaderType) -> OpenedReport:
        """Open a report, or renew what is kept of it: its words stay, its tags may be others."""
        sha256 = view.summary.sha256
        kept = self._kept.get(sha256)
        if kept is not None and _same_words(kept.view, view):
            kept.view, kept.is_current = view, True
            kept.document.view, kept.spans = view, ReportSpans(view)
        else:
            self._drop(sha256)
            kept = OpenedReport(view, ReportDocument(view, kind, self._owner), ReportSpans(view))
            self._kept[sha256] = kept
        self._kept.move_to_end(sha256)
        while len(self._kept) > KEPT:
            self._drop(next(iter(self._kept)))
        return kept

    def doubt(self) -> None:
        """Note that the library has changed: what is kept is shown, and read anew."""
        for kept in self._kept.values():
            kept.is_current = False

    def clear(self) -> None:
        """Forget all: the type is another."""
        for sha256 in tuple(self._kept):
            self._drop(sha256)

    def _drop(self, sha256: str) -> None:
        kept = self._kept.pop(sha256, None)
        if kept is not None:
            kept.document.deleteLater()


def _same_words(one: ReportView, other: ReportView) -> bool:
    if len(one.blocks) != len(other.blocks):
        return False
    pairs = zip(one.blocks, other.blocks, strict=True)
    return all(a.kind is b.kind and a.text == b.text and a.level == b.level for a, b in pairs)
