"""Where a quotation stands in a report that may have been read anew or replaced by a later version.

Takes a ``Quotation`` and a ``Report`` and gives one of three: ``Anchored`` (the same words are
there), ``Proposed`` (a place that a person has to confirm) or ``Orphaned`` (to be shown as lost).
Nothing is guessed in silence: words that differ in more than line breaks and the shape of quotation
marks or dashes are never anchored.
"""

from briefing.anchoring.anchor import anchor, anchor_all
from briefing.anchoring.outcome import Anchored, Anchoring, Orphaned, Proposed

__all__ = ["Anchored", "Anchoring", "Orphaned", "Proposed", "anchor", "anchor_all"]
