"""Where a sentence speaks of strife only as the setting of what it says.

Takes the text of an English sentence; gives the stretches that place it in time or circumstance:
"since the invasion", "with the war in Ukraine in the background", "in the shadow of the fighting".
A sentence on trade that is dated by a war is no sentence on the war; one that names the war as the
cause of something is.
"""

from __future__ import annotations

import re

from briefing.extraction.guarded import cue, words_in

_OPENS = cue(
    re.compile(
        r"""\b(?:
      (?:since|until|before|after|following|amid|amidst|despite|notwithstanding|throughout)
        \s+(?=(?:the|its|his|her|their|a|an)\b|\d|[A-Z])
      |in\ the\ (?:wake|aftermath|context|shadow|midst|course|run-?up|lead-?up|light)\ (?:of|to)\s
      |in\ the\ (?:\w+\ ){0,2}(?:years?|months?|weeks?|days|decades?)\ (?:before|after|since
        |following|leading\ up\ to|that\ followed)\s
      |against\ (?:the|a)\ (?:backdrop|background)\ of\s
      |(?:ahead|on\ the\ eve|at\ the\ (?:height|end|beginning|start|outset|time)
        |under\ (?:the\ )?cover)\ of\s
      |leading\ up\ to\s
      |with\ (?=the\ (?:[\w-]+\ )?(?:war|conflict|invasion|fighting)\b)
    )""",
        re.VERBOSE | re.IGNORECASE,
    ),
    "since until before after following amid amidst despite notwithstanding throughout wake "
    "aftermath context shadow midst course run runup lead leadup light leading backdrop background "
    "ahead eve height end beginning start outset time cover with",
)
_ENDS = re.compile(
    r",\s|[;:]|\s[–—-]\s|\s(?:while|although|but|whereas|because|which|who|that|has|have|had|is|are"
    r"|was|were|will|would|can|could|may|might|must)\b|$"
)
"""An auxiliary belongs to a clause that says something, the setting's own or the main one."""


def settings(text: str) -> list[tuple[int, int]]:
    """Return the stretches of a sentence that only say when or in what circumstances."""
    found = []
    for opening in _OPENS.finditer(text, words_in(text)):
        end = _ENDS.search(text, opening.end())
        found.append((opening.start(), end.start() if end else len(text)))
    return found
