"""Pictures of pages, drawn in another thread; an old one never takes the place of a newer one."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

_log = logging.getLogger(__name__)
_MOST_BYTES = 160 * 1024 * 1024
"""Of all pictures kept; the one that was wanted last goes last."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page as it is to be drawn."""

    number: int
    pdf: bytes
    scale: float
    """In pixels per point."""


class Pictures(QObject):
    """Draws what is wanted, the latest wish first, and forgets what has not been wanted lately."""

    drawn = Signal(int)
    """A page's picture is another."""
    _finished = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="pages")
        self._lock = threading.Lock()
        self._wanted: OrderedDict[int, Wanted] = OrderedDict()
        self._kept: OrderedDict[int, tuple[Wanted, QImage]] = OrderedDict()
        self._finished.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def picture(self, wanted: Wanted) -> QImage | None:
        """Return the latest picture of a page; where it is not what is wanted, have it drawn.

        That of a page that cannot be drawn is null.
        """
        kept = self._kept.get(wanted.number)
        if kept is not None:
            self._kept.move_to_end(wanted.number)
        if kept is None or kept[0] != wanted:
            self._order(wanted)
        return kept[1] if kept is not None else None

    def is_sharp(self, wanted: Wanted) -> bool:
        """Return whether the page's picture is just what is wanted."""
        kept = self._kept.get(wanted.number)
        return kept is not None and kept[0] == wanted

    def forget(self, above: int = 0) -> None:
        """Forget the pages with higher numbers; all, unless told otherwise."""
        with self._lock:
            for number in [one for one in self._wanted if one > above]:
                del self._wanted[number]
        for number in [one for one in self._kept if one > above]:
            del self._kept[number]

    def close(self) -> None:
        """Draw no more."""
        with self._lock:
            self._wanted.clear()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _order(self, wanted: Wanted) -> None:
        with self._lock:
            if self._wanted.get(wanted.number) == wanted:
                return
            self._wanted[wanted.number] = wanted
            self._wanted.move_to_end(wanted.number)
        with suppress(RuntimeError):  # closed
            self._pool.submit(self._draw)

    def _draw(self) -> None:
        """Draw the latest wish; in the other thread."""
        with self._lock:
            wanted = next(reversed(self._wanted.values()), None)
        if wanted is None:
            return
        image = QImage()
        try:
            image = _drawn(wanted)
        except Exception:  # noqa: BLE001 - the page says so, and the others are drawn
            _log.exception("page %d could not be drawn", wanted.number)
        finally:
            with self._lock:
                if self._wanted.get(wanted.number) == wanted:
                    del self._wanted[wanted.number]
        with suppress(RuntimeError):  # the window has gone meanwhile
            self._finished.emit(wanted, image)

    def _take(self, wanted: Wanted, image: QImage) -> None:
        newer = self._wanted.get(wanted.number)
        if newer is not None and newer.pdf != wanted.pdf:
            return
        self._kept[wanted.number] = (wanted, image)
        self._kept.move_to_end(wanted.number)
        while len(self._kept) > 1 and self._bytes() > _MOST_BYTES:
            self._kept.popitem(last=False)
        self.drawn.emit(wanted.number)

    def _bytes(self) -> int:
        return sum(image.sizeInBytes() for _, image in self._kept.values())


def _drawn(wanted: Wanted) -> QImage:
    from briefing.rasterising import draw_page

    raster = draw_page(wanted.pdf, 1, wanted.scale)
    size = raster.width, raster.height, raster.stride
    return QImage(raster.data, *size, QImage.Format.Format_RGB32).copy()
