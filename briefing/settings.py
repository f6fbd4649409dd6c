"""The officer's settings: one typed value, kept as TOML in the user's data folder."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing.model.request import PageSize, RegionGroup


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
    """Folder of the officer's own templates; empty: none."""
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
