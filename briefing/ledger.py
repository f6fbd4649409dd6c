"""What the program has written, so that a document changed by someone since is not written over.

The list lies beside the library: for each file its digest and day. It holds a bounded number of
files, and a list that cannot be read counts as empty: then every file that is there is asked about.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from briefing.errors import ExportError
from briefing.files import write_atomically, written_on

FILE = "exports.json"
_MOST = 2000
"""So many files are remembered; the ones written longest ago are forgotten first."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A file that is not as the program wrote it."""

    path: Path
    when: datetime
    """When it was last written to, by the machine's clock."""
    was_ours: bool
    """Whether the program has written it; if not, it is not known what it holds."""

    def sentence(self) -> str:
        """Return what is wrong, fit to show."""
        when = f"{self.when.day} {self.when:%B %Y, %H:%M}"
        if self.was_ours:
            return f"{self.path.name} was changed on {when}, after it was exported."
        return f"{self.path.name} is there already, of {when}, and was not exported from here."


class Ledger:
    """The list of one data folder."""

    def __init__(self, folder: Path) -> None:
        """Take the folder of the library; where it is missing, nothing is remembered."""
        self._file = folder / FILE

    def changed(self, path: Path) -> Changed | None:
        """Return in what way a file is not as it was written; None where it is, or is not there."""
        try:
            state = path.stat()
        except OSError:
            return None
        entry = self._entries().get(_key(path))
        if entry is not None and _is_same(path, entry, state.st_size, state.st_mtime_ns):
            return None
        return Changed(path, written_on(state.st_mtime), entry is not None)

    def changed_in(self, folder: Path) -> tuple[Changed, ...]:
        """Return the files of a folder that were exported and that someone has changed since."""
        inside = _key(folder)
        paths = [Path(path) for path in self._entries()]
        found = (self.changed(path) for path in paths if str(path.parent) == inside)
        return tuple(one for one in found if one is not None)

    def remember(self, path: Path, data: bytes) -> None:
        """Note down that a file has just been written with these bytes.

        What keeps it from being noted is passed over: the document is there, and not to remember it
        costs a question.
        """
        if not self._file.parent.is_dir():
            return
        try:
            state = path.stat()
        except OSError:  # the drive has gone meanwhile, or the file was moved on at once
            return
        entries = self._entries()
        entries.pop(_key(path), None)
        entries[_key(path)] = {
            "sha256": hashlib.sha256(data).hexdigest(),
            "size": state.st_size,
            "modified": state.st_mtime_ns,
        }
        kept = dict(list(entries.items())[-_MOST:])
        text = json.dumps({"files": kept}, ensure_ascii=False, indent=1)
        with suppress(ExportError):
            write_atomically(self._file, text.encode("utf-8", "surrogateescape"))

    def _entries(self) -> dict[str, Any]:
        """Return what is remembered, by path, in the order of writing."""
        try:
            found = json.loads(self._file.read_text("utf-8", "surrogateescape"))["files"]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return {}
        return dict(found) if isinstance(found, dict) else {}


@dataclass(frozen=True, slots=True)
class Guard:
    """Keeps an export from writing over what is not as the program wrote it."""

    ledger: Ledger
    replace_changed: bool = False
    """Whether whoever exports has been told, and wants such files replaced."""
    replace_strange: bool = False
    """Whether files that the program has not written may be replaced."""

    def check(self, paths: Iterable[Path]) -> None:
        """Refuse to write over files that are not as they were written.

        Raises:
            ExportError: there is one; names the first, and when it was changed.
        """
        for path in () if self.replace_changed else paths:
            changed = self.ledger.changed(path)
            if changed is not None and (changed.was_ours or not self.replace_strange):
                raise ExportError(
                    f"{changed.sentence()} Nothing was written over it.",
                    "Give another name, or move it away; a command takes --replace-changed.",
                )

    def write(self, path: Path, data: bytes) -> None:
        """Write a file and remember it.

        Raises:
            ExportError: it cannot be written.
        """
        write_atomically(path, data)
        self.ledger.remember(path, data)


def _is_same(path: Path, entry: Any, size: int, modified: int) -> bool:
    if not isinstance(entry, dict) or entry.get("size") != size:
        return False
    if entry.get("modified") == modified:
        return True
    try:
        data = path.read_bytes()
    except OSError:
        return False
    return bool(entry.get("sha256") == hashlib.sha256(data).hexdigest())


def _key(path: Path) -> str:
    try:
        return str(path.resolve())
    except (OSError, RuntimeError):  # RuntimeError: a loop of symbolic links
        return str(path.absolute())
