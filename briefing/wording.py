"""Small pieces of English that several stages print."""

from __future__ import annotations

import re
from collections.abc import Sequence

PRINTED_WITH_ANOTHER = "printed together with another finding"
"""Why a finding is left out that stands beside another one which brings it along."""


def listed(names: Sequence[str]) -> str:
    """Return ``a``, ``a and b`` or ``a, b and c``."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def joined(names: Sequence[str]) -> str:
    """Return names with commas between them; semicolons, where a name holds a comma itself."""
    return ("; " if any("," in name for name in names) else ", ").join(names)


def plural(number: int, one: str, many: str = "") -> str:
    """Return ``1 report`` or ``3 reports``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def ended(said: str) -> str:
    """Return a sentence with its full stop; an ellipsis at its end stands for that too."""
    return said if said.endswith("…") else f"{said}."


def spanned(first: int, last: int) -> str:
    """Return ``2018 to 2022``, or the one year."""
    return str(first) if first == last else f"{first} to {last}"


_ALONE = frozenset(
    "Americas Arctic Bahamas Caribbean Comoros Gambia Gulf Indo-Pacific Maghreb Maldives "
    "Netherlands Philippines Quad Sahel Seychelles AU CIS CPTPP CSTO EAC EAEU EU G7 G20 GCC OAS "
    "OECD OIC OSCE OTS SCO UAE UK UN US USMCA".split()
)
"""Names of one word that take the article: initials do where each letter is spoken."""
_WITH_ARTICLE = re.compile(
    r"(?:United |Holy See"
    r"|(?:Commonwealth|Council|Horn|Isle|League|Organi[sz]ation|Republic|Union) of "
    r"|.+ (?:Alliance|Balkans|Caucasus|Commission|Community|Cooperation|Council|East|Emirates|Eyes"
    r"|Federation|Group|Islands|Lakes|League|Nations|Netherlands|Nine|Organi[sz]ation|Republic"
    r"|States|Union|area|countries|space|states)$)"
)
_HAS_ARTICLE = re.compile(r"The (?=\S)")
_WITHIN = re.compile(r".+ and the ")
"""Of two islands the second has the article that tells the pair: it needs none before it."""


def with_article(name: str) -> str:
    """Return the name of a state or bloc as it stands within a sentence: ``the United States``."""
    if _HAS_ARTICLE.match(name):
        return f"t{name[1:]}"
    takes = name in _ALONE or (_WITH_ARTICLE.match(name) and not _WITHIN.match(name))
    return f"the {name}" if takes else name


def within_sentence(name: str) -> str:
    """Return a heading as it stands within a sentence; initials keep their capitals."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def with_capital(said: str) -> str:
    """Return a sentence that begins with a capital."""
    return said[:1].upper() + said[1:]
