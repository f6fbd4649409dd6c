"""What a file format must offer to be read as a report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.importers.draft import Draft


@dataclass(frozen=True, slots=True)
class Reader:
    """What does the work of a format; with the libraries it needs it is large."""

    recognises: Callable[[bytes], bool]
    """Tells from the content alone whether the file is of this format."""
    read: Callable[[bytes], Draft]
    """Turns the file's bytes into a draft.

    Raises:
        ImportFailure: the file is damaged, locked, empty or holds no text.
    """


@dataclass(frozen=True, slots=True)
class Importer:
    """One input format: how to tell it by its bytes, and how to read it."""

    id: str
    """Identifier kept with the report, such as ``pdf``."""
    name: str
    """The format as a person calls it: ``PDF``, ``plain text``."""
    extensions: tuple[str, ...]
    """Endings of file names, lower case with the dot: ``(".html", ".htm")``."""
    load: Callable[[], Reader]
    """Return what reads it, loaded with the first file: most processes only name the formats."""
    has_signature: bool = True
    """Whether the first bytes are proof; plain text and Markdown have no such sign."""
    is_binary: bool = True
    """Whether a file of another format that carries its ending must be refused."""

    @property
    def holds(self) -> str:
        """What a file of this format holds, with its article: ``a web page``."""
        return self.name if self.name in _UNCOUNTED else f"a {self.name}"


_UNCOUNTED = frozenset({"plain text", "Markdown"})
