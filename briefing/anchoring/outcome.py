"""What can become of a quotation when its place is looked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from briefing.model import Quotation


@dataclass(frozen=True, slots=True)
class Anchored:
    """The same words stand in the report."""

    quotation: Quotation
    """The quotation with its place in this report."""
    moved: bool
    """Whether they stand elsewhere than before."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A place where the quotation may stand; only a person can say so."""

    quotation: Quotation
    """The passage proposed, in this report's words."""
    likeness: float
    """How much of the words agrees, 0 to 1; 1 where only the place is in doubt."""
    why: str
    """Why it is in doubt, fit to show."""


@dataclass(frozen=True, slots=True)
class Orphaned:
    """Nothing in the report resembles the quotation."""

    quotation: Quotation
    """The quotation as it was."""


Anchoring: TypeAlias = Anchored | Proposed | Orphaned
