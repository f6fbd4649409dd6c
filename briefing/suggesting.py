"""What was probably meant by a word that is not known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping

_LISTED = 40
"""Names that a hint lists at the most."""


def suggest(word: str, known: Iterable[str]) -> str:
    """Return a hint that names what was probably meant, or everything there is."""
    choices = sorted(known)
    near = difflib.get_close_matches(word, choices, n=3, cutoff=0.6)
    if near:
        return f"Did you mean {' or '.join(near)}?"
    return f"Known: {', '.join(choices[:_LISTED])}{' …' if len(choices) > _LISTED else ''}."


def suggest_named(word: str, by_word: Mapping[str, str], otherwise: str) -> str:
    """Return a hint for a word that may be an id or a name, letter case aside.

    ``by_word`` gives what to show for each id and name in small letters; ``otherwise`` is the hint
    where nothing is near.
    """
    near = difflib.get_close_matches(word.casefold(), by_word, n=3, cutoff=0.6)
    meant = dict.fromkeys(by_word[match] for match in near)
    return f"Did you mean {' or '.join(meant)}?" if meant else otherwise
