"""The library: a folder one can copy, the originals and a SQLite file in it.

Takes reports with their findings and gives them back by region, theme, period, source or words.
``repository.Library`` is the only way in, and ``holdings`` what it is asked for;
``database`` is the only module that speaks to SQLite.
"""

from briefing.library.database import AlreadyHeldError, NoTextError
from briefing.library.repository import Library
from briefing.library.search import FindingQuery

__all__ = ["AlreadyHeldError", "FindingQuery", "Library", "NoTextError"]
