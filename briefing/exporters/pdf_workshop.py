"""Several parts made side by side: by this process and a helper, the largest first.

Where there is no helper all are made here. A part has the same bytes whoever makes it.
"""

from __future__ import annotations

import atexit
import threading
from collections.abc import Callable, Iterable
from typing import TypeAlias

from briefing.exporters.pdf_helper import IDLE, Helper, NoHelpError
from briefing.exporters.pdf_parts import Part, PartOrder
from briefing.progress import Progress, check

Parts: TypeAlias = dict[PartOrder, Part]
Follow: TypeAlias = Callable[[PartOrder, Part], Iterable[PartOrder]]
_WORTH = 40_000
"""Characters of HTML that are laid out while a helper is being started."""
_LOOK = 0.05
"""Seconds between two looks at whether the person has asked to stop."""


class _Batch:
    """What is still to be made, what is being made, and what has been."""

    def __init__(self, orders: Iterable[PartOrder], follow: Follow) -> None:
        self.made: Parts = {}
        self.failure: Exception | None = None
        self._follow = follow
        self._waiting = list(dict.fromkeys(orders))
        self._running = 0
        self._changed = threading.Condition()

    @property
    def amount(self) -> int:
        """Characters of all that waits but the largest."""
        sizes = sorted(len(order.html) for order in self._waiting)
        return sum(sizes[:-1])

    @property
    def is_done(self) -> bool:
        """Whether nothing more is to be done: all is made, or something cannot be."""
        with self._changed:
            return self.failure is not None or not (self._waiting or self._running)

    def take(self) -> PartOrder | None:
        """Return the largest that waits, after a moment None where there is none."""
        with self._changed:
            if not self._waiting:
                self._changed.wait(_LOOK)
            if not self._waiting or self.failure is not None:
                return None
            self._running += 1
            largest = max(self._waiting, key=lambda order: len(order.html))
            self._waiting.remove(largest)
            return largest

    def put(self, order: PartOrder, part: Part) -> None:
        """Take in what has been made, and let wait what follows upon it."""
        with self._changed:
            self.made[order] = part
            known = {*self.made, *self._waiting}
            self._waiting += (one for one in self._follow(order, part) if one not in known)
            self._end()

    def give_back(self, order: PartOrder, failure: Exception | None = None) -> None:
        """Let a part wait again; all is given up where there is a ``failure``."""
        with self._changed:
            self._waiting.append(order)
            self.failure = self.failure or failure
            self._end()

    def abandon(self) -> None:
        """Let nothing more be begun."""
        with self._changed:
            self.failure = self.failure or NoHelpError()
            self._changed.notify_all()

    def _end(self) -> None:
        self._running -= 1
        self._changed.notify_all()


class Workshop:
    """The process that asks, and its helper."""

    def __init__(self, idle: float = IDLE) -> None:
        """End the helper when nothing has been made for ``idle`` seconds."""
        self._helper = Helper(idle)
        self.is_helped = True
        """Whether a helper may be asked."""
        self.worth = _WORTH
        """For how much a helper is started, in characters of HTML."""

    def make(self, orders: Iterable[PartOrder], follow: Follow, progress: Progress) -> Parts:
        """Return finished parts, those too that ``follow`` orders once another is there.

        Raises:
            ExportError: one cannot be made.
            Cancelled: from ``progress``; what the helper is at is broken off.
        """
        batch = _Batch(orders, follow)
        is_worth_it = batch.amount > (0 if self.has_helper else self.worth)
        if not (self.is_helped and is_worth_it):
            _work(batch, progress)
            return batch.made
        self._helper.wake()
        thread = threading.Thread(target=self._help, args=(batch,), name="parts", daemon=True)
        thread.start()
        try:
            _work(batch, progress)
        except BaseException:
            batch.abandon()
            while thread.is_alive():  # it may be about to start a helper
                self.close()
                thread.join(_LOOK)
            raise
        thread.join()
        self._helper.rest()
        return batch.made

    @property
    def has_helper(self) -> bool:
        """Whether the helper is there already."""
        return self._helper.is_there

    def close(self) -> None:
        """End the helper; the next time starts another."""
        self._helper.wake()
        self._helper.end()

    def _help(self, batch: _Batch) -> None:
        """Have parts made by the helper, in a thread of its own."""
        while not batch.is_done:
            order = batch.take()
            if order is None:
                continue
            try:
                batch.put(order, self._helper.made(order))
            except NoHelpError:
                batch.give_back(order)
                return
            except Exception as error:  # noqa: BLE001 - raised by who waits
                batch.give_back(order, error)


def _work(batch: _Batch, progress: Progress) -> None:
    """Make parts in this process until all are made.

    Raises:
        ExportError, Cancelled: as ``Workshop.make``.
    """
    from briefing.exporters import pdf_part_making

    while not batch.is_done:
        check(progress)
        order = batch.take()
        if order is None:
            continue
        try:
            batch.put(order, pdf_part_making.make(order))
        except Exception as error:
            batch.give_back(order, error)
            raise
    if batch.failure is not None:
        raise batch.failure


_shared = Workshop()
atexit.register(_shared.close)


def shared_workshop() -> Workshop:
    """Return the workshop that all of this program share."""
    return _shared
