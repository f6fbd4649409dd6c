"""What documents and their sections are called where nobody has given a name."""

from __future__ import annotations

from briefing.model import BriefRequest, Taxonomy
from briefing.wording import listed


def section_title(region: str, theme: str, taxonomy: Taxonomy) -> str:
    """Return the heading of a section: ``South Caucasus · Conflict and territory``."""
    names = (
        taxonomy.regions[region].name if region in taxonomy.regions else region,
        taxonomy.themes[theme].name if theme in taxonomy.themes else theme,
    )
    return " · ".join(filter(None, names))


def automatic_title(request: BriefRequest, taxonomy: Taxonomy) -> str:
    """Return the title of a document whose request has none."""
    regions = [taxonomy.regions[id_].name for id_ in request.regions if id_ in taxonomy.regions]
    themes = [taxonomy.themes[id_].name.lower() for id_ in request.themes if id_ in taxonomy.themes]
    parts = (listed(regions) or "All regions", listed(themes) or "all themes")
    return ": ".join(parts)
