"""What ``house.toml`` in a template folder says.

[logo]
file = "crest.png"               # PNG or JPEG, beside house.toml
alt = "Ministry of Foreign Affairs"
height_mm = 12

[colours]                        # those not named stay the program's
ink = "#1b2431"
accent = "#004a7f"
secondary = "#5d6876"
mind = "#8a4b00"
hairline = "#c9d0d8"
ground = "#eef2f6"

[text]                           # font of what is read; [headings] of what is looked up
family = "Noto Serif"
regular = "NotoSerif-Regular.ttf"
bold = "NotoSerif-Bold.ttf"
italic = "NotoSerif-Italic.ttf"
bold_italic = "NotoSerif-BoldItalic.ttf"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NoReturn

from briefing.errors import TemplateError, reason
from briefing.files import is_file, read_toml
from briefing.house.contrast import contrast
from briefing.house.files import picture, usable_font
from briefing.model import House, HouseFace, HouseFont, Logo
from briefing.resources import own_templates
from briefing.suggesting import suggest

HOUSE_FILE = "house.toml"
PALETTE = {
    "ink": "#1b2431",
    "accent": "#1f4b73",
    "secondary": "#5d6876",
    "mind": "#8a4b00",
    "hairline": "#c9d0d8",
    "ground": "#eef2f6",
}
"""The program's own colours by the names that a house gives them."""
LEAST_CONTRAST = 4.5
"""Of letters against what they stand on (WCAG 2.2, 1.4.3)."""
_LETTERS = ("ink", "accent", "secondary", "mind")
_ON_GROUND = ("ink", "secondary")
"""Colours of letters that stand on the tinted ground too."""
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_FACES = {
    "regular": (400, False),
    "bold": (700, False),
    "italic": (400, True),
    "bold_italic": (700, True),
}
_TABLES: dict[str, dict[str, type | tuple[type, ...]]] = {
    "logo": {"file": str, "alt": str, "height_mm": (int, float)},
    "colours": dict.fromkeys(PALETTE, str),
    "text": dict.fromkeys(("family", *_FACES), str),
    "headings": dict.fromkeys(("family", *_FACES), str),
}
_AWAY = "Connect its drive, or name another folder."
_HEIGHTS_MM = (4, 14)
_DEFAULT_HEIGHT_MM = 12


def load_house(folders: Sequence[Path]) -> House | None:
    """Return the style of the first folder that has one; None where none has.

    Nothing leaves the house without its style because a drive is out: a folder that was named has
    to be there, save the one in the user's data folder, which not everybody has.

    Raises:
        TemplateError: it is at fault; names file and line, and what was expected. Or a folder is
            not there, or cannot be read.
    """
    for folder in folders:
        try:
            if (folder / HOUSE_FILE).is_file():
                return _loaded(folder, _state(folder))
            is_away = folder != own_templates() and not folder.is_dir()
        except OSError as error:
            said = f"The folder of templates {folder} cannot be read: {reason(error)}."
            raise TemplateError(said, _AWAY) from error
        if is_away:
            raise TemplateError(f"The folder of templates {folder} is not there.", _AWAY)
    return None


def _state(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Return what changes when a file of a folder does."""
    files = sorted((one.name, one.stat()) for one in folder.iterdir() if one.is_file())
    return tuple((name, state.st_mtime_ns, state.st_size) for name, state in files)


@lru_cache(maxsize=4)
def _loaded(folder: Path, _state: tuple[tuple[str, int, int], ...]) -> House:
    """Return the style of a folder, read once while its files are the same."""
    return _Reader(folder / HOUSE_FILE).house()


class _Reader:
    """Knows where in the file what it complains of stands."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._text = path.read_text("utf-8")
            self._values: dict[str, Any] = read_toml(self._text)
        except OSError as error:
            raise TemplateError(f"{path} cannot be read: {reason(error)}.") from error
        except ValueError as error:
            raise TemplateError(f"{path} is no TOML: {error}.", "Save it as UTF-8.") from error

    def house(self) -> House:
        """Return the style."""
        for table, values in self._values.items():
            self._check(table, values)
        colours = self._values.get("colours", {})
        self._check_colours(PALETTE | colours)
        return House(
            logo=self._logo(self._values["logo"]) if "logo" in self._values else None,
            colours=tuple((PALETTE[name], colour.lower()) for name, colour in colours.items()),
            text=self._font("text"),
            headings=self._font("headings"),
        )

    def _check(self, table: str, values: Any) -> None:
        if table not in _TABLES or not isinstance(values, dict):
            self._refuse(table, f"“{table}” is not known", f"Tables: {', '.join(_TABLES)}.")
        for key, value in values.items():
            if key not in _TABLES[table]:
                self._refuse(key, f"[{table}] has no “{key}”", suggest(key, _TABLES[table]))
            if not isinstance(value, _TABLES[table][key]) or isinstance(value, bool):
                kind = "a text" if _TABLES[table][key] is str else "a number"
                self._refuse(key, f"“{key}” should be {kind}")

    def _check_colours(self, colours: dict[str, str]) -> None:
        for name, colour in colours.items():
            if not _COLOUR.fullmatch(colour):
                self._refuse(name, f"“{name}” should be a colour such as #1f4b73, not {colour}")
        for name in _LETTERS:
            self._check_contrast(name, colours[name], "#ffffff", "white paper")
        for name in _ON_GROUND:
            self._check_contrast(name, colours[name], colours["ground"], "the tinted ground")

    def _check_contrast(self, name: str, colour: str, ground: str, where: str) -> None:
        found = contrast(colour, ground)
        if found < LEAST_CONTRAST:
            self._refuse(
                name if name in self._values.get("colours", {}) else "ground",
                f"“{name}” {colour} on {where} has a contrast of {found:.1f} to 1",
                f"Letters need {LEAST_CONTRAST} to 1 to be read: take a darker colour.",
            )

    def _logo(self, values: dict[str, Any]) -> Logo:
        if not values.get("file") or not values.get("alt"):
            self._refuse("logo", "[logo] needs “file” and “alt”")
        height = float(values.get("height_mm", _DEFAULT_HEIGHT_MM))
        least, most = _HEIGHTS_MM
        if not least <= height <= most:
            self._refuse("height_mm", f"“height_mm” should be from {least} to {most}")
        try:
            png, proportion = picture(self._beside("file", values["file"]))
        except ValueError as error:
            self._refuse("file", f"{values['file']} {error}", "Take a PNG or JPEG.")
        return Logo(png, values["alt"], height * proportion, height)

    def _font(self, table: str) -> HouseFont | None:
        values = self._values.get(table)
        if values is None:
            return None
        if not values.get("family") or not values.get("regular"):
            self._refuse(table, f"[{table}] needs “family” and “regular”")
        return HouseFont(values["family"], tuple(self._faces(values)))

    def _faces(self, values: dict[str, str]) -> Iterator[HouseFace]:
        for key, (weight, italic) in _FACES.items():
            if key in values:
                try:
                    data = usable_font(self._beside(key, values[key]))
                except ValueError as error:
                    self._refuse(key, f"{values[key]} {error}", "Take a TrueType or OpenType font.")
                yield HouseFace(data, weight, italic)

    def _beside(self, key: str, name: str) -> Path:
        """Return the file of a name in the folder of the house style, and nowhere else."""
        path = self._path.parent / name
        if path.name != name or not is_file(path):
            self._refuse(key, f"there is no file {name} beside it")
        return path

    def _refuse(self, key: str, what: str, hint: str = "") -> NoReturn:
        found = re.search(rf"^\s*\[?\s*{re.escape(key)}\b", self._text, re.MULTILINE)
        line = self._text.count("\n", 0, found.end()) + 1 if found else 1
        raise TemplateError(
            f"{self._path}, line {line}: {what}.",
            hint or "templates/README.md tells what a house style holds.",
        )
