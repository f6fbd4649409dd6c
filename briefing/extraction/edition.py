"""What tells with which tables, and by which program, the sentences of a report were tagged."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from briefing.taxonomy import tables_version

_HERE = Path(__file__).resolve().parent


def tags_version() -> str:
    """Return what is another whenever tags, dates or strength may come out differently."""
    whole = f"{tables_version()} {_version_of(_HERE)}"
    return hashlib.sha256(whole.encode()).hexdigest()[:12]


@lru_cache(maxsize=8)
def _version_of(folder: Path) -> str:
    """Return what is another whenever the program that tags is; its number alone tells releases."""
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        whole.update(path.relative_to(folder).as_posix().encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()
