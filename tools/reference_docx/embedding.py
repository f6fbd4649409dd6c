"""The bundled fonts as a Word document carries them.

A computer without the fonts would show a substitute, with other line ends and other pages. The
licence (SIL OFL 1.1) allows embedding; the fonts' own flag (OS/2 fsType 0) says the same to Word.
The files go in whole, so that an officer may type any letter they hold.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from pathlib import Path

from reference_docx.looks import SANS, SERIF

NAMESPACE = uuid.UUID("5f0d3c0e-6d0a-5f57-9a64-1c8f5d1b7e2a")
"""Makes the keys depend on the font alone, so that the same font gives the same bytes."""


@dataclass(frozen=True, slots=True)
class Family:
    """A family in the font table: what stands in for it, and the faces that go along."""

    name: str
    alternative: str
    panose: str
    kind: str
    faces: tuple[tuple[str, str], ...]
    """Element of the font table and file."""


FAMILIES = (
    Family(
        SERIF,
        "Cambria",
        "02040603050405020204",
        "roman",
        (
            ("embedRegular", "SourceSerif4-Regular.ttf"),
            ("embedBold", "SourceSerif4-Bold.ttf"),
            ("embedItalic", "SourceSerif4-It.ttf"),
        ),
    ),
    Family(
        SANS,
        "Calibri",
        "020B0503030403020204",
        "swiss",
        (
            ("embedRegular", "SourceSans3-Regular.ttf"),
            ("embedBold", "SourceSans3-Bold.ttf"),
            ("embedItalic", "SourceSans3-It.ttf"),
        ),
    ),
)


def font_key(data: bytes) -> uuid.UUID:
    """Return the key a font is obfuscated with; the same font has the same key."""
    return uuid.uuid5(NAMESPACE, data.hex())


def obfuscated(data: bytes, key: uuid.UUID) -> bytes:
    """Return a font with its first 32 bytes combined with the key (ECMA-376 part 4, 2.8.1)."""
    reverse = key.bytes[::-1]
    head = bytes(byte ^ reverse[place % 16] for place, byte in enumerate(data[:32]))
    return head + data[32:]


def font_table(fonts: Path) -> tuple[str, dict[str, bytes]]:
    """Return the font table and the obfuscated files by name, in the order of their relations."""
    files: dict[str, bytes] = {}
    entries = "".join(_entry(family, fonts, files) for family in FAMILIES)
    return (
        '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        f"{entries}</w:fonts>",
        files,
    )


def _entry(family: Family, fonts: Path, files: dict[str, bytes]) -> str:
    faces = []
    for element, name in family.faces:
        data = (fonts / name).read_bytes()
        key = font_key(data)
        files[f"font{len(files) + 1}.odttf"] = obfuscated(data, key)
        faces.append(f'<w:{element} r:id="rId{len(files)}" w:fontKey="{{{str(key).upper()}}}"/>')
    return (
        f'<w:font w:name="{family.name}"><w:altName w:val="{family.alternative}"/>'
        f'<w:panose1 w:val="{family.panose}"/><w:charset w:val="00"/>'
        f'<w:family w:val="{family.kind}"/><w:pitch w:val="variable"/>{"".join(faces)}</w:font>'
    )
