"""Python's search for circles of things that nobody holds, put off while pages are made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Put the search off within a block.

    A layout makes a great many things that are held until it is written, and looking through them
    again and again takes a sixth of the time; more, the more pages there are.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
