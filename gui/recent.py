"""The briefs that were opened lately, as the settings keep them."""

from __future__ import annotations

from pathlib import Path

from briefing.settings import with_recent, without_recent
from gui.workspace import Workspace


def near(workspace: Workspace) -> Path | None:
    """Return the brief beside which to begin looking: the open one's file, else the latest."""
    if workspace.document.path:
        return workspace.document.path
    recent = workspace.settings.recent
    return Path(recent[0]) if recent else None


def remember(workspace: Workspace, path: Path) -> None:
    """Put a brief at the head of those opened lately."""
    workspace.change_settings(with_recent(workspace.settings, path))


def forget(workspace: Workspace, path: Path) -> None:
    """Offer a brief no more."""
    workspace.change_settings(without_recent(workspace.settings, path))
