"""The plan of a library as this program makes it: its tables and indexes.

A library that somebody has changed can make any of our statements fail, in words of SQLite's that
no list foresees. Looked at once one has failed, the file's plan tells that from a defect of ours.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from briefing.library.database import Database
from briefing.library.migrations import migrate


@lru_cache(maxsize=1)
def newest() -> frozenset[tuple[str, str]]:
    """Return names and statements of all that a library of the newest schema holds."""
    database = Database(Path(":memory:"))
    migrate(database)
    made = database.plan()
    database.close()
    return made
