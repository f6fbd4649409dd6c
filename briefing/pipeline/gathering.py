"""Which files an import is about: those named, and what the named folders hold."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from briefing.errors import BriefingError, ImportFailure, reason
from briefing.importers import IMPORTERS
from briefing.importers.local_file import printable
from briefing.importers.sidecar import SIDECAR_ENDING


@dataclass(frozen=True, slots=True)
class FailedFile:
    """A file, or a folder, that did not go in, and why."""

    path: Path
    error: BriefingError

    @property
    def name(self) -> str:
        """The file's name, fit to show."""
        return printable(self.path.name)


@dataclass(slots=True)
class Gathered:
    """What was found."""

    files: dict[Path, None] = field(default_factory=dict)
    """Each once, in the order named; inside a folder by name."""
    left_aside: list[Path] = field(default_factory=list)
    """What folders hold besides: files whose ending no importer reads, links to other folders."""
    failed: list[FailedFile] = field(default_factory=list)
    """Folders that may not be read."""


def gather(paths: Iterable[Path]) -> Gathered:
    """Return the files named, and those inside folders that an importer reads.

    Hidden files and folders and sidecar files are passed over. Links to folders are not followed:
    they may lead round in a circle.
    """
    gathered = Gathered()
    endings = {ending for importer in IMPORTERS for ending in importer.extensions}
    for path in paths:
        if not is_folder(path):
            gathered.files[path] = None
            continue
        for inside in sorted(_inside(path, gathered)):
            if inside.suffix.lower() in endings:
                gathered.files[inside] = None
            elif not _is_sidecar(inside):
                gathered.left_aside.append(inside)
    return gathered


def is_folder(path: Path) -> bool:
    """Return whether the path names a folder; what cannot even be asked for is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _inside(folder: Path, gathered: Gathered) -> Iterator[Path]:
    """Yield all files below a folder; note the links and what may not be read."""

    def refuse(error: OSError) -> None:
        path = Path(error.filename)
        said = f"{printable(str(path))} cannot be read: {reason(error)}."
        gathered.failed.append(FailedFile(path, ImportFailure(said)))

    for root, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        below = (Path(root, name) for name in folders)
        gathered.left_aside.extend(path for path in below if path.is_symlink())
        yield from (Path(root, name) for name in names if not name.startswith("."))


def _is_sidecar(path: Path) -> bool:
    return path.name.endswith(SIDECAR_ENDING) and path.with_suffix("").exists()
