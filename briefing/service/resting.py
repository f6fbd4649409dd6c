"""What a process of the core does once it has been at rest: it gives back what it need not hold."""

from __future__ import annotations

import sys
from contextlib import suppress


def give_back() -> None:
    """Give free memory back to the system; elsewhere than on Linux nothing is done.

    The C library keeps what was freed for this process: after much has been loaded, or a large view
    been made, some 10 MB and more that no other program has.
    """
    if sys.platform != "linux":
        return
    import ctypes

    with suppress(OSError, AttributeError):  # another C library than GNU's has no such call
        ctypes.CDLL(None).malloc_trim(0)
