"""House styles for tests: a folder with a crest and a font of ours."""

from __future__ import annotations

import shutil
from pathlib import Path

from PIL import Image, PngImagePlugin

from briefing import resources


def a_house(folder: Path, text: str) -> Path:
    """Put a house style, a crest and a font into a folder, and return it."""
    about = PngImagePlugin.PngInfo()
    about.add_text("Comment", "not to be handed on")
    crest = Image.new("RGBA", (300, 100), (0, 0, 0, 0))
    crest.paste((122, 31, 61, 255), (100, 0, 300, 100))
    crest.save(folder / "crest.png", pnginfo=about)
    for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"):
        shutil.copy(resources.assets("fonts", name), folder)
    (folder / "house.toml").write_text(text, "utf-8")
    return folder
