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


_WITH_ARTICLE = re.compile(
    r"(?:United |Holy See|Gambia$|Bahamas$|Comoros$|Maldives$|Netherlands$|Philippines$"
    r"|Seychelles$|.+ (?:Commission|Community|Council|Emirates|Federation|Islands|League|Nations"
    r"|Organi[sz]ation|Republic|States|Union)$)"
)


def with_article(name: str) -> str:
    """Return the name of a state or bloc as it stands within a sentence: ``the United States``."""
    return f"the {name}" if _WITH_ARTICLE.match(name) else name


def with_capital(said: str) -> str:
    """Return a sentence that begins with a capital."""
    return said[:1].upper() + said[1:]
