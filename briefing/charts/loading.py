"""matplotlib made ready for charts: its own defaults, our style, the bundled fonts and no others.

What lies on the machine does not matter: neither a settings file of the user's nor the fonts that
are installed, for which matplotlib would search the disk when it is first used. Nor does it leave
anything behind: what it keeps for its next start lies in a folder that is gone when it is loaded.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing.fonts import FALLBACK, FAMILIES

FONT_LIST = "3.11.0"
"""Version of the list of fonts that the pinned matplotlib keeps; of another it makes its own."""
_FOLDER = "MPLCONFIGDIR"
"""Names to matplotlib the folder of its settings and of what it keeps."""


@lru_cache(maxsize=1)
def load() -> None:
    """Import matplotlib for drawing; what has been done once is not done again."""
    with _without_the_user():
        from matplotlib import style
        from matplotlib.font_manager import fontManager  # reads the list

    for family in FAMILIES:
        for face in family.faces:
            fontManager.addfont(face.path)
    style.use(["default", Path(__file__).with_name("deskbrief.mplstyle")])


@contextmanager
def _without_the_user() -> Iterator[None]:
    """Let matplotlib find an empty list of fonts, as if made on an earlier day, and no settings.

    In the user's own folder it would make one of its own, and complain where it may not.
    """
    before = os.environ.get(_FOLDER)
    with TemporaryDirectory(prefix="deskbrief-fonts-") as folder:
        listed = json.dumps(_no_fonts())
        Path(folder, f"fontlist-v{FONT_LIST}.json").write_text(listed, encoding="utf-8")
        os.environ[_FOLDER] = folder
        try:
            yield
        finally:
            del os.environ[_FOLDER]
            if before is not None:
                os.environ[_FOLDER] = before


def _no_fonts() -> dict[str, object]:
    """Return an empty list of fonts, as matplotlib writes it."""
    return {
        "_version": FONT_LIST,
        "_FontManager__default_weight": "normal",
        "default_size": None,
        "defaultFamily": {"ttf": FALLBACK.name, "afm": ""},
        "afmlist": [],
        "ttflist": [],
        "__class__": "FontManager",
    }
