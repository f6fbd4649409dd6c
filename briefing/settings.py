"""The officer's settings: one typed value, kept as TOML in the user's data folder.

A file that cannot be understood never keeps the program from starting: what is wrong in it gives
way to the default, and is told.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from briefing.errors import reason
from briefing.files import read_toml, write_atomically, write_toml
from briefing.model.request import PageSize, RegionGroup
from briefing.resources import user_data

RECENT = 12
"""So many briefs opened lately are remembered."""
_SECONDS = (5, 3600)
_BACKUPS = (0, 1000)
READING_SECONDS = (5, 3600)
READING_MEBIBYTES = (256, 65536)


class Appearance(StrEnum):
    """How the window is coloured."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the officer can set once for all briefs."""

    library: str = ""
    """Folder of the library; empty: the one in the user's data folder."""
    templates: str = ""
    """Folder of the officer's own templates, before the one in the user's data folder; empty:
    that one alone."""
    appearance: Appearance = Appearance.SYSTEM
    sender: str = ""
    """Stands as sender in new briefs."""
    page_size: str = PageSize.A4.value
    scale: str = "phia"
    """Likelihood scale of new briefs."""
    template: str = "note"
    export_pattern: str = "{date} {title}"
    """Name that is suggested for an export, without its ending: {date}, {title}, {reference},
    {template}, {region}."""
    export_folder: str = ""
    """Where the last export went."""
    groups: tuple[RegionGroup, ...] = ()
    """The officer's own groups of regions, offered in every brief."""
    recent: tuple[str, ...] = ()
    """Paths of briefs opened lately, latest first."""
    autosave_seconds: int = 30
    backups: int = 10
    """How many dated copies of each brief are kept."""
    reading_seconds: int = 60
    """How long the reading of one report's file may take."""
    reading_mebibytes: int = 1024
    """How much memory it may take."""


def settings_file() -> Path:
    """Return where the settings are kept; the file may not exist yet."""
    return user_data() / "settings.toml"


def load_settings(path: Path | None = None, remarks: list[str] | None = None) -> Settings:
    """Return the settings kept in a file, by default the user's; never fails.

    ``remarks`` receives a sentence, fit to show, for everything that could not be understood. A
    damaged file is put aside beside its place, under the name ``settings.toml.damaged``.
    """
    path = path or settings_file()
    told = remarks if remarks is not None else []
    return _understood(_read(path, told), told)


def save_settings(settings: Settings, path: Path | None = None) -> None:
    """Keep the settings in a file, by default the user's; keys of a newer program stay in it.

    Raises:
        ExportError: the file cannot be written.
    """
    path = path or settings_file()
    known = {field.name for field in fields(Settings)}
    others = {key: value for key, value in _read(path, []).items() if key not in known}
    content = write_toml(others | asdict(settings)).encode()
    write_atomically(path, content, make_folder=True)


def with_recent(settings: Settings, path: Path) -> Settings:
    """Return the settings with a brief as the one opened last."""
    opened = str(path.absolute())
    others = (one for one in settings.recent if one != opened)
    return replace(settings, recent=(opened, *others)[:RECENT])


def without_recent(settings: Settings, path: Path) -> Settings:
    """Return the settings without a brief among those opened lately."""
    gone = str(path.absolute())
    return replace(settings, recent=tuple(one for one in settings.recent if one != gone))


def with_group(settings: Settings, group: RegionGroup) -> Settings:
    """Return the settings with a group of regions, in the place of one of the same name."""
    names = [one.name.casefold() for one in settings.groups]
    groups = list(settings.groups)
    if group.name.casefold() in names:
        groups[names.index(group.name.casefold())] = group
    else:
        groups.append(group)
    return replace(settings, groups=tuple(groups))


def without_group(settings: Settings, name: str) -> Settings:
    """Return the settings without the group of a name."""
    kept = (one for one in settings.groups if one.name.casefold() != name.casefold())
    return replace(settings, groups=tuple(kept))


def _read(path: Path, remarks: list[str]) -> dict[str, Any]:
    """Return what the file holds; nothing where there is none, or where it cannot be read."""
    try:
        return read_toml(path.read_bytes().decode())
    except FileNotFoundError:
        return {}
    except OSError as error:
        remarks.append(f"The settings {path} cannot be read: {reason(error)}; defaults hold.")
    except ValueError as error:
        aside = path.with_name(f"{path.name}.damaged")
        with suppress(OSError):
            path.replace(aside)
        remarks.append(
            f"The settings {path} are damaged ({error}); defaults hold. The damaged file is kept "
            f"as {aside.name}."
        )
    return {}


def _understood(values: dict[str, Any], remarks: list[str]) -> Settings:
    taken: dict[str, Any] = {}
    for field in fields(Settings):
        if field.name in values:
            kept, is_whole = _KINDS[field.name](values[field.name], field.default)
            taken[field.name] = kept
            if not is_whole:
                remarks.append(f"The setting {field.name} cannot be understood in full.")
    return Settings(**taken)


def _text(value: Any, default: Any) -> tuple[Any, bool]:
    return (value, True) if isinstance(value, str) else (default, False)


def _one_of(kind: type[StrEnum]) -> Callable[[Any, Any], tuple[Any, bool]]:
    def read(value: Any, default: Any) -> tuple[Any, bool]:
        try:
            return type(default)(kind(value)), True
        except ValueError:
            return default, False

    return read


def _number(least: int, most: int) -> Callable[[Any, Any], tuple[Any, bool]]:
    def read(value: Any, default: Any) -> tuple[Any, bool]:
        if not isinstance(value, int) or isinstance(value, bool):
            return default, False
        return min(max(value, least), most), True

    return read


def _texts(value: Any, default: Any) -> tuple[Any, bool]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        return default, False
    return tuple(value), True


def _groups(value: Any, default: Any) -> tuple[Any, bool]:
    if not isinstance(value, list):
        return default, False
    read = [_group(one) for one in value]
    groups = tuple(group for group in read if group is not None)
    return groups, len(groups) == len(read)


def _group(value: Any) -> RegionGroup | None:
    if not isinstance(value, dict) or not isinstance(value.get("name"), str):
        return None
    members, is_whole = _texts(value.get("members"), ())
    return RegionGroup(value["name"], members) if is_whole else None


_KINDS: dict[str, Callable[[Any, Any], tuple[Any, bool]]] = {
    "library": _text,
    "templates": _text,
    "appearance": _one_of(Appearance),
    "sender": _text,
    "page_size": _one_of(PageSize),
    "scale": _text,
    "template": _text,
    "export_pattern": _text,
    "export_folder": _text,
    "groups": _groups,
    "recent": _texts,
    "autosave_seconds": _number(*_SECONDS),
    "backups": _number(*_BACKUPS),
    "reading_seconds": _number(*READING_SECONDS),
    "reading_mebibytes": _number(*READING_MEBIBYTES),
}
"""How the value of each key is read: what is kept of it, and whether that is all."""
