"""What the window asks of maps."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.atlas import Atlas
from briefing.service.calls import Call


@dataclass(frozen=True, slots=True)
class DrawAtlas(Call[Atlas]):
    """The shapes of the world, for regions to be picked from; always the same."""
