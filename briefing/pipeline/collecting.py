"""Python's search for what is no longer used, put off while thousands of values are made.

It goes over all that has been made so far, again and again, and finds nothing: what is made for an
answer stays in use until the answer is given. That takes a third of the time of a large selection.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Put the search off within a block."""
    was_on = gc.isenabled()
    try:
        gc.disable()
        yield
    finally:
        if was_on:
            gc.enable()
