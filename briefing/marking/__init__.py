"""Protective markings: schemes as data, what a marking means in one, and what outranks what.

Takes markings as people write them, and a ``Scheme`` that orders its levels; says which of the
parts of a document is the highest, and which of them a banner is too low for. Knows neither the
library nor how a document looks.
"""

from briefing.marking.reading import Marking, check_marking, meant_by, read_marking, split_mark
from briefing.marking.schemes import (
    load_scheme,
    own_folder,
    own_mistakes,
    scheme_mistakes,
    schemes,
)
from briefing.marking.weighing import Weighed, refuse_outranked, weigh

__all__ = [
    "Marking",
    "Weighed",
    "check_marking",
    "load_scheme",
    "meant_by",
    "own_folder",
    "own_mistakes",
    "read_marking",
    "refuse_outranked",
    "scheme_mistakes",
    "schemes",
    "split_mark",
    "weigh",
]
