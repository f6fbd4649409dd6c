"""In which file and line of a template that stands which its HTML should not have.

What a template writes does not tell where it was written. The element that is at fault is looked
for in the template and the parts that it takes in; of several places the first few are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefing.errors import TemplateError
from briefing.files import is_file
from briefing.templating.header import SUFFIX, search_path

_MOST_PLACES = 3
_ELEMENT = re.compile(r"<(?P<tag>\w+)>")
_ATTRIBUTE = re.compile(r"\b(?P<name>[\w-]+)= on <")
_WORDS = re.compile(r"“(?P<words>[^”]+)”")
_TAKEN_IN = re.compile(r"""\{%-?\s*(?:extends|include|from|import)\s+["']([^"']+)["']""")


def placed(error: TemplateError, name: str, folders: Sequence[Path]) -> TemplateError:
    """Return an error about what a template writes, told with file and line where they are found.

    ``error`` begins with the template's file name and a colon.
    """
    said = error.message.removeprefix(f"{name}{SUFFIX}: ")
    found = list(_places(said, name, folders))
    if not found:
        return error
    path, line = found[0]
    others = [f"{other.name}, line {number}" for other, number in found[1:_MOST_PLACES]]
    besides = f" (or {'; '.join(others)})" if others else ""
    return TemplateError(f"{path}, line {line}{besides}: {said}", error.hint)


def _places(said: str, name: str, folders: Sequence[Path]) -> Iterator[tuple[Path, int]]:
    """Yield where stands what a message names: an element, or words that it quotes."""
    element, attribute = _ELEMENT.search(said), _ATTRIBUTE.search(said)
    found = _WORDS.search(said)
    words = found["words"] if found is not None else ""
    lines = [
        (path, number, line)
        for path in _files(name + SUFFIX, folders)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if (element is None or re.search(rf"<{element['tag']}\b", line))
        and (attribute is None or f"{attribute['name']}=" in line)
    ]
    with_words = [one for one in lines if words and words in one[2]]
    for path, number, _ in with_words or (lines if element is not None else ()):
        yield path, number


def _files(name: str, folders: Sequence[Path]) -> list[Path]:
    """Return the files of a template and of all that it takes in, each once, its own first."""
    waiting, files = [name], list[Path]()
    while waiting:
        current = waiting.pop(0)
        found = (folder / current for folder in search_path(folders))
        path = next((one for one in found if is_file(one)), None)
        if path is not None and path not in files:
            files.append(path)
            waiting.extend(_TAKEN_IN.findall(path.read_text("utf-8")))
    return files
