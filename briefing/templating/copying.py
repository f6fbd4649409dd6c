"""A template of one's own, begun as a copy of another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from briefing.errors import TemplateError
from briefing.files import write_atomically
from briefing.templating.header import (
    NAME,
    SUFFIX,
    find_template,
    load_header,
    read_template,
)

_TITLE = re.compile(r'^(title\s*=\s*)".*"', re.MULTILINE)


def new_template(name: str, origin: str, folder: Path, folders: Sequence[Path] = ()) -> Path:
    """Copy the template ``origin`` into a folder under another name, and return the file.

    The copy has its name for a title, so that both can be told apart. A name that a template
    elsewhere has takes its place.

    Raises:
        RequestError: there is no such template to begin with.
        TemplateError: the name is none, there is a file of this name, or the origin is at fault.
        ExportError: the file cannot be written.
    """
    if not NAME.fullmatch(name):
        raise TemplateError(
            f"“{name}” cannot be the name of a template.",
            "Use up to 60 letters, digits, hyphens and underscores; begin with a letter or digit.",
        )
    path = folder / f"{name}{SUFFIX}"
    if path.exists():
        raise TemplateError(f"{path} exists already.", "Choose another name, or edit that file.")
    load_header(origin, folders)
    text = read_template(find_template(origin, folders))
    if name != origin:
        title = name.replace("-", " ").replace("_", " ").capitalize()
        text = _TITLE.sub(rf'\1"{title}"', text, count=1)
    write_atomically(path, text.encode(), make_folder=True)
    return path
