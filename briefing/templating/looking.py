"""Whether templates have changed since one looked."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def state(folders: Iterable[Path]) -> str:
    """Return what is another when a file in one of the folders is; they need not exist."""
    return "\n".join(
        f"{path} {stat.st_mtime_ns} {stat.st_size}"
        for folder in folders
        if folder.is_dir()
        for path in sorted(folder.iterdir())
        if path.is_file()
        for stat in [path.stat()]
    )
