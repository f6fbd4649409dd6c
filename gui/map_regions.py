"""The sub-regions and groups in which a country lies: what holding it on the map would take."""

from __future__ import annotations

from briefing.model import RegionKind, Taxonomy

_KINDS = (RegionKind.SUBREGION, RegionKind.GROUP)
"""Sub-regions come before groups."""


class MapRegions:
    """The regions that are offered, asked for by country."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._regions = taxonomy.regions
        self._covered = {
            id_: taxonomy.covers(id_)
            for id_, region in taxonomy.regions.items()
            if region.kind in _KINDS
        }
        self.countries = tuple(
            id_ for id_, one in taxonomy.regions.items() if one.kind is RegionKind.COUNTRY
        )
        self._wider = {country: next(iter(self.around(country)), "") for country in self.countries}

    def name(self, region: str) -> str:
        """Return the name of a region; empty for none."""
        return self._regions[region].name if region else ""

    def wider(self, country: str) -> str:
        """Return the smallest sub-region that holds a country, else group; empty for none."""
        return self._wider.get(country, "")

    def around(self, country: str) -> list[str]:
        """Return the sub-regions, then the groups that hold a country, the smallest first."""
        held = [id_ for id_, covered in self._covered.items() if country in covered]
        return sorted(held, key=self._rank)

    def _rank(self, region: str) -> tuple[int, int]:
        return _KINDS.index(self._regions[region].kind), len(self._covered[region])
