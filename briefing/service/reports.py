"""Where whoever answers a call tells how far it is, and hands over parts of the answer."""

from __future__ import annotations

from typing import Protocol

from briefing.progress import Progress


class Reports(Progress, Protocol):
    """Steps, and parts that are shown before the whole is there."""

    def part(self, value: object) -> None:
        """Hand over part of the answer.

        Raises:
            Cancelled: the call is no longer wanted.
        """
        ...
