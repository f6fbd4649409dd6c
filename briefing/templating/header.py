"""What a template says of itself: the TOML in its first comment."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing import resources
from briefing.errors import RequestError, TemplateError
from briefing.model import TemplateField
from briefing.model.request import PURPOSES
from briefing.templating.header_values import read_values

SUFFIX = ".html.j2"
_LONGEST_SHOWN = 80
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,59}")
"""What a template may be called."""
LARGEST = 1_000_000
"""Characters of one template file at the most."""
_FIRST_COMMENT = re.compile(r"\s*\{#-?(.*?)-?#\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class TemplateHeader:
    """What the program needs to know of a template before it is used."""

    name: str
    """Its file's name without the ending, such as ``note``."""
    title: str
    """What it makes, in words fit to print: ``Briefing note``."""
    description: str
    """One sentence for those who choose."""
    purpose: str = PURPOSES[0]
    """What it is for where the request does not say."""
    charts: tuple[str, ...] = ()
    """Ids of the charts it shows when the request names none, in order."""
    sides: int = 0
    """How many pages it should fit on, the annex not counted; 0: no limit."""
    old_after_years: int = 3
    """A source older than this carries its year beside the mark."""
    language: str = "en"
    """BCP 47 tag of the language that the template's own words are in."""
    annex: bool = True
    """Whether the passages of the findings are printed in an annex."""
    notes: str = "none"
    """Where sources of findings stand: ``none`` (behind the words), ``footnotes``, ``endnotes``."""
    contents: int = 0
    """Of how many sides, about, a document must be to list its headings first; 0: it never does."""
    needs: tuple[str, ...] = ()
    """What the document is not complete without, by the names that ``needs.NEEDS`` holds."""
    closed: tuple[str, ...] = ()
    """What every document has and it prints as not to be disclosed: ``judgements``."""
    fields: tuple[TemplateField, ...] = ()
    """What it asks of the officer beyond what every document has."""


def search_path(folders: Sequence[Path]) -> tuple[Path, ...]:
    """Return the folders in which templates are looked for: the user's first, the shipped last."""
    return (*folders, resources.templates())


def list_templates(
    folders: Sequence[Path] = (), faults: list[TemplateError] | None = None
) -> tuple[TemplateHeader, ...]:
    """Return the headers of all templates, by name; names beginning with ``_`` are partials.

    ``faults`` receives what is wrong with those that cannot be read.

    Raises:
        TemplateError: a header cannot be read, and nobody takes ``faults``.
    """
    headers = []
    for name in template_names(folders):
        try:
            headers.append(load_header(name, folders))
        except TemplateError as error:
            if faults is None:
                raise
            faults.append(error)
    return tuple(headers)


def template_names(folders: Sequence[Path] = ()) -> tuple[str, ...]:
    """Return the names of all templates, sound or not, in order."""
    names = {
        path.name.removesuffix(SUFFIX)
        for folder in search_path(folders)
        for path in folder.glob(f"*{SUFFIX}")
    }
    return tuple(name for name in sorted(names) if NAME.fullmatch(name))


def load_header(name: str, folders: Sequence[Path] = ()) -> TemplateHeader:
    """Return what the template of this name says of itself.

    Raises:
        RequestError: there is no such template.
        TemplateError: its header is missing or wrong; names file and line.
    """
    path = find_template(name, folders)
    text = read_template(path)
    match = _FIRST_COMMENT.match(text)
    if match is None:
        raise TemplateError(
            f"{path}, line 1: the template does not begin with a header.",
            "Begin it with a comment {# … #} that holds title and description as TOML.",
        )
    first_line = text.count("\n", 0, match.start(1)) + 1
    return TemplateHeader(name=name, **read_values(path, match[1], first_line))


def find_template(name: str, folders: Sequence[Path]) -> Path:
    """Return the file of the template of this name.

    Raises:
        RequestError: there is none.
    """
    found = [folder / f"{name}{SUFFIX}" for folder in search_path(folders)]
    for path in found:
        if NAME.fullmatch(name) and path.is_file():
            return path
    known = ", ".join(template_names(folders))
    away = [
        folder for folder in folders if folder != resources.own_templates() and not folder.is_dir()
    ]
    hint = (
        f"The folder {away[0]} is not there: connect its drive, or name another. " if away else ""
    )
    called = name if len(name) <= _LONGEST_SHOWN else f"{name[:_LONGEST_SHOWN]}…"
    raise RequestError(f"There is no template “{called}”.", f"{hint}There are: {known}.")


def read_template(path: Path) -> str:
    """Return the text of a template's file.

    Raises:
        TemplateError: it cannot be read, is not UTF-8 or larger than a template can be.
    """
    try:
        with path.open(encoding="utf-8") as file:
            text = file.read(LARGEST + 1)
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError(f"{path} cannot be read: {error}.", "Save it as UTF-8.") from error
    if len(text) > LARGEST:
        raise TemplateError(f"{path} is larger than a template can be ({LARGEST} characters).")
    return text
