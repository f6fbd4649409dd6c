"""Candidates and a request in, a ranked selection out, each entry with its reason.

``relevance`` says how well a finding answers a region and a theme, ``ranking`` orders the findings,
``duplicates`` folds those that say the same, ``spread`` chooses within the length asked so that no
source, region or theme crowds out the others, ``reasons`` puts it all in words.
"""

from briefing.selection.choosing import Weighed, choose, needed_to_offer, offer, select, weigh

__all__ = ["Weighed", "choose", "needed_to_offer", "offer", "select", "weigh"]
