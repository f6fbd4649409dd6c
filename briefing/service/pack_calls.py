"""What the window asks of packs; the files of a pack that travels here are whole paths."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefing.model.desk import ExportedFile, PreviewPage
from briefing.model.pack import Pack
from briefing.service.calls import Call


@dataclass(frozen=True, slots=True)
class OpenPack(Call[Pack]):
    """Read a ``.pack`` file, or a pack written by hand in TOML."""

    path: Path


@dataclass(frozen=True, slots=True)
class SavePack(Call[None]):
    """Write a ``.pack`` file, which names its files from its own folder."""

    pack: Pack
    path: Path


@dataclass(frozen=True, slots=True)
class RenderPack(Call[tuple[PreviewPage, ...]]):
    """Return the pages of a pack, writing nothing; reports its steps."""

    pack: Pack


@dataclass(frozen=True, slots=True)
class ExportPack(Call[tuple[ExportedFile, ...]]):
    """Write a pack to each path, in the format that its ending names; reports its steps."""

    pack: Pack
    paths: tuple[Path, ...]
    numbered: bool = False
    """Whether each recipient gets a copy of its own, numbered, each a file."""
    level: str = ""
    """At which it is to be releasable: a level of its scheme; empty: it is whole."""
