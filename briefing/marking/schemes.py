"""The schemes there are: one TOML file each, shipped ones and the desk's own.

``assets/markings/uk.toml`` is the scheme ``uk``. Files in the folder ``markings`` of the user's
data are the desk's own; one of the same name stands before the shipped one. A file with a mistake
is left out, and the mistake is told with file and line.
"""

from __future__ import annotations

from pathlib import Path

from briefing.errors import RequestError
from briefing.marking.scheme_file import read_scheme
from briefing.model.marking import Scheme
from briefing.resources import assets, user_data
from briefing.suggesting import suggest
from briefing.tables import files_in, mistake_in, read_files

NONE = "none"
"""Another word for no scheme at all: the marking is free text."""


def own_folder() -> Path:
    """Return where the desk's own schemes lie; it may not exist."""
    return user_data() / "markings"


def schemes() -> tuple[Scheme, ...]:
    """Return every scheme that can be used: the shipped ones, then the desk's own."""
    return tuple(_loaded()[0].values())


def own_mistakes() -> tuple[str, ...]:
    """Return a sentence for each of the desk's own schemes that is left out."""
    return _loaded()[1]


def load_scheme(id_: str) -> Scheme | None:
    """Return the scheme with this id; None where none is chosen.

    Raises:
        RequestError: there is no such scheme, or its file has a mistake.
    """
    if not id_ or id_ == NONE:
        return None
    known = {scheme.id: scheme for scheme in schemes()}
    if id_ in known:
        return known[id_]
    for sentence in own_mistakes():
        if f"{id_}.toml" in sentence:
            raise RequestError(sentence, "Correct the file, or choose another scheme.")
    raise RequestError(f"There is no scheme of markings {id_!r}.", suggest(id_, (NONE, *known)))


def scheme_mistakes(path: Path) -> str:
    """Return what is wrong with the file of a scheme, in a sentence; nothing where it is right."""
    return mistake_in(path, read_scheme)


def _loaded() -> tuple[dict[str, Scheme], tuple[str, ...]]:
    """Return the schemes by id, and what is wrong with the desk's own."""
    return read_files((*files_in(assets("markings")), *files_in(own_folder())), read_scheme)
