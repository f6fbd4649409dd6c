"""Says which regions each sentence of a report names, and which it is about.

Takes the sentences of one report in order; gives a result a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extraction.gazetteer import Gazetteer, Hit
from briefing.extraction.names import shipped_names
from briefing.extraction.sentence import RegionTags, Sentence
from briefing.model import Evidence, Facet
from briefing.resources import assets


class RegionTagger:
    """Tags the sentences of one report after another; keeps nothing of a report."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    @classmethod
    def shipped(cls) -> RegionTagger:
        """Return a tagger with the tables that come with the program."""
        return cls(Gazetteer(shipped_names(assets("taxonomy"))))

    def tag(self, sentences: Sequence[Sentence]) -> list[RegionTags]:
        """Return the regions of each sentence of a report, in the order given."""
        return [_tags(sentence, self._gazetteer.find(sentence.text)) for sentence in sentences]


def _tags(sentence: Sentence, hits: Sequence[Hit]) -> RegionTags:
    spans = tuple((h.start, h.end, region) for h in hits for region in h.name.regions)
    regions = tuple(dict.fromkeys(region for _, _, region in spans))
    evidence = tuple(
        Evidence(facet, region, sentence.text[hit.start : hit.end], str(hit.name.kind))
        for facet in (Facet.MENTION, Facet.ABOUT)
        for hit in hits
        for region in hit.name.regions
    )
    return RegionTags(regions, regions, spans, evidence)
