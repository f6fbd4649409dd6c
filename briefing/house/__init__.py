"""House style: the ``house.toml`` of a template folder in, a checked ``House`` out."""

from briefing.house.reading import HOUSE_FILE, LEAST_CONTRAST, PALETTE, load_house

__all__ = ["HOUSE_FILE", "LEAST_CONTRAST", "PALETTE", "load_house"]
