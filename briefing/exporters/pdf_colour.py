"""The colour space that a PDF declares: sRGB, by the profile that WeasyPrint ships.

Imports WeasyPrint, so only ``pdf`` imports it, when a document is made.
"""

from __future__ import annotations

from importlib.resources import files
from io import BytesIO

from weasyprint.css import ColorProfile

OUTPUT_INTENT = "document-srgb"
"""Our own name for the profile: under ``srgb`` WeasyPrint opens the file anew for each document
and leaves it open."""
_PROFILE = "sRGB2014.icc"


def colour_profiles() -> dict[str, ColorProfile]:
    """Return the profile under the name of the output intent; fresh, for it keeps state."""
    content = files("weasyprint.pdf").joinpath(_PROFILE).read_bytes()
    components = (["r"], ["g"], ["b"])
    profile = ColorProfile(BytesIO(content), _PROFILE, "relative-colorimetric", components)
    return {OUTPUT_INTENT: profile}
