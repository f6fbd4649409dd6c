"""Where the program's files lie and where the user's are kept; nobody else knows a path."""

from __future__ import annotations

import os
from pathlib import Path

from briefing import PROGRAM

USER_DATA = "DESKBRIEF_DATA"
"""Environment variable that names the user's data folder: for a portable copy, and for tests."""

_ROOT = Path(__file__).resolve().parent.parent


def assets(*parts: str) -> Path:
    """Return the path of a shipped asset, such as ``assets("taxonomy", "themes.toml")``."""
    return _ROOT.joinpath("assets", *parts)


def templates() -> Path:
    """Return the folder of the shipped templates, print stylesheets and Word reference document."""
    return _ROOT / "templates"


def own_templates() -> Path:
    """Return the folder of the user's own templates and house style; it may not exist yet."""
    return user_data() / "templates"


def user_data() -> Path:
    """Return the user's data folder; it may not exist yet.

    It is where the environment variable ``DESKBRIEF_DATA`` says, else where the platform keeps such
    folders. Library, settings, copies of briefs and work not yet saved lie in it.
    """
    named = os.environ.get(USER_DATA)
    if named:
        return Path(named).absolute()
    import platformdirs  # here, for it takes long to load

    return Path(platformdirs.user_data_dir(PROGRAM.lower(), appauthor=False))


def default_library() -> Path:
    """Return the folder of the library that is used when none is named."""
    return user_data() / "library"
