"""Where things about a brief are kept in the user's data folder: by the path of the brief."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from briefing.resources import user_data

_KEY_LENGTH = 20


def autosaves() -> Path:
    """Return the folder of unsaved work."""
    return user_data() / "autosave"


def copies() -> Path:
    """Return the folder of dated copies."""
    return user_data() / "backups"


def locks() -> Path:
    """Return the folder of locks of briefs beside which nothing can be written."""
    return user_data() / "locks"


def key_of(path: Path) -> str:
    """Return the name under which things about a brief are kept; links lead to the same one."""
    place = os.path.normcase(os.path.realpath(path))
    return sha256(place.encode("utf-8", "surrogateescape")).hexdigest()[:_KEY_LENGTH]
