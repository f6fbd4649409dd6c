"""matplotlib made ready for charts: its own defaults, our style, the bundled fonts and no others.

What lies on the machine does not matter: neither a settings file of the user's nor the fonts that
are installed, for which matplotlib would search the disk when it is first used.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing.fonts import FALLBACK, FAMILIES

FONT_LIST = "3.11.0"
"""Version of the list of fonts that the pinned matplotlib keeps; of another it makes its own."""


@lru_cache(maxsize=1)
def load() -> None:
    """Import matplotlib for drawing; what has been done once is not done again."""
    from matplotlib import style

    _find_no_fonts()
    from matplotlib.font_manager import fontManager

    for family in FAMILIES:
        for face in family.faces:
            fontManager.addfont(face.path)
    style.use(["default", Path(__file__).with_name("deskbrief.mplstyle")])


def _find_no_fonts() -> None:
    """Import the list of fonts as an empty one, as if it had been made on an earlier day."""
    import matplotlib as mpl

    found: dict[str, object] = {
        "_version": FONT_LIST,
        "_FontManager__default_weight": "normal",
        "default_size": None,
        "defaultFamily": {"ttf": FALLBACK.name, "afm": ""},
        "afmlist": [],
        "ttflist": [],
        "__class__": "FontManager",
    }
    where = mpl.get_cachedir
    with TemporaryDirectory(prefix="deskbrief-fonts-") as folder:
        listed = json.dumps(found)
        Path(folder, f"fontlist-v{FONT_LIST}.json").write_text(listed, encoding="utf-8")
        mpl.get_cachedir = lambda: folder
        try:
            import matplotlib.font_manager  # reads the list
        finally:
            mpl.get_cachedir = where
