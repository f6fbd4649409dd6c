"""Where the program's files lie and where the user's are kept; nobody else knows a path."""

from __future__ import annotations

from pathlib import Path

import platformdirs

from briefing import PROGRAM

_ROOT = Path(__file__).resolve().parent.parent


def assets(*parts: str) -> Path:
    """Return the path of a shipped asset, such as ``assets("taxonomy", "themes.toml")``."""
    return _ROOT.joinpath("assets", *parts)


def templates() -> Path:
    """Return the folder of the shipped templates, print stylesheets and Word reference document."""
    return _ROOT / "templates"


def user_data() -> Path:
    """Return the user's data folder by the platform's convention; it may not exist yet."""
    return Path(platformdirs.user_data_dir(PROGRAM.lower(), appauthor=False))


def default_library() -> Path:
    """Return the folder of the library that is used when none is named."""
    return user_data() / "library"
