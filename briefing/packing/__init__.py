"""Several briefs put together into a pack: cover, contents, dividers, briefs, annexes, key.

Takes a ``Pack``, its rendered briefs and its annexes, gives a ``RenderedPack``: semantic HTML in
pieces that are laid out each alone, so that one that has not changed is not laid out again.
"""

from briefing.packing.about import Bound
from briefing.packing.annexes import Annex, read_annex
from briefing.packing.binding import bind

__all__ = ["Annex", "Bound", "bind", "read_annex"]
