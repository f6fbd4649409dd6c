"""Whether anything that was left out of a document is in its file all the same.

Takes the words that were left out and the bytes of a finished file; opens every stream, part and
attachment, reads each in every way in which words can stand in it, and tells what was searched and
what was found.
"""

from briefing.releasing.inspecting import Inspection
from briefing.releasing.needles import LeftOut, Needles, needles_of
from briefing.releasing.searching import Find, Searched, search

__all__ = ["Find", "Inspection", "LeftOut", "Needles", "Searched", "needles_of", "search"]
