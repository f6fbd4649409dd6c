"""The files of a house by the addresses under which stylesheets name them."""

from __future__ import annotations

from briefing.model import House, HouseFace

LOGO = "house:logo"
"""Address of the logo."""
TEXT, HEADINGS = "House Text", "House Headings"
"""What stylesheets call the two fonts."""


def font_address(name: str, face: HouseFace) -> str:
    """Return the address of a face of the font that stylesheets call ``name``."""
    style = "italic" if face.italic else "normal"
    return f"house:{name.lower().replace(' ', '-')}-{face.weight}-{style}"


def files_of(house: House) -> dict[str, tuple[bytes, str]]:
    """Return the files of a house and their kinds, by address."""
    files = {LOGO: (house.logo.png, "image/png")} if house.logo is not None else {}
    for name, font in ((TEXT, house.text), (HEADINGS, house.headings)):
        for face in font.faces if font is not None else ():
            files[font_address(name, face)] = (face.data, "font/ttf")
    return files
