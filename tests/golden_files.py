"""Golden files: what a stage wrote last time, kept beside the tests and compared line by line.

To accept a change that was meant: ``DESKBRIEF_ACCEPT=1 pytest tests/templating``, then read the
difference in git before committing it.
"""

from __future__ import annotations

import difflib
import os
from pathlib import Path

_FOLDER = Path(__file__).parent / "golden"


def assert_as_before(name: str, text: str) -> None:
    """Fail with a readable difference where ``text`` is not what the golden file holds."""
    path = _FOLDER / name
    if os.environ.get("DESKBRIEF_ACCEPT"):
        path.write_text(text, "utf-8")
    before = path.read_text("utf-8").splitlines()
    changes = difflib.unified_diff(before, text.splitlines(), "before", "now", lineterm="", n=1)
    difference = "\n".join(changes)
    assert not difference, f"{name} has changed:\n{difference}"
