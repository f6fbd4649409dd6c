"""Keeps ``None``, ``True`` and ``False`` alive under Python 3.11.

PySide 6.12 hands these out without counting the reference: every ``Signal.emit`` costs one of
``True``, every empty answer of Qt one of ``None``. From Python 3.12 on they are immortal and
nothing comes of it; before, the program ends after some thousand events with "deallocating None".
"""

from __future__ import annotations

import sys
from ctypes import c_ssize_t

_PLENTY = 1 << 48
"""References that no session uses up."""


def make_immortal() -> None:
    """Give the three more references than Qt can lose."""
    if sys.version_info < (3, 12):
        for constant in (None, True, False):
            c_ssize_t.from_address(id(constant)).value += _PLENTY
