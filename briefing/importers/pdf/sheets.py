"""What is known of a page while its text is put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefing.importers.pdf.glyphs import Rule
from briefing.importers.pdf.lines import Piece


@dataclass(slots=True)
class PageText:
    """The pieces of one page, what lies at its edges, and its drawn lines."""

    number: int
    """The sheet, from 1."""
    width: float
    height: float
    pieces: list[Piece]
    rules: list[Rule] = field(default_factory=list)
    furniture: list[Piece] = field(default_factory=list)
    """Running heads, feet and page numbers, taken out of ``pieces``."""
    sideways: str = ""


@dataclass(frozen=True, slots=True)
class Type:
    """The usual type of a document: what running text is set in."""

    size: float
    leading: dict[float, float]
    """Usual distance of baselines for each size of type, in points."""

    def leading_of(self, size: float) -> float:
        """Return the usual distance between lines set in ``size``."""
        return self.leading.get(round(size, 1), 1.25 * size)


def usual_type(pages: Iterable[PageText]) -> Type:
    """Return the size that most characters have, and the leading of each size."""
    letters: Counter[float] = Counter()
    steps: dict[float, Counter[float]] = {}
    for page in pages:
        last: dict[float, Piece] = {}
        for piece in page.pieces:
            size = round(piece.size, 1)
            letters[size] += len(piece.text)
            above = last.get(size)
            if above and above.y < piece.y and overlap(above, piece) > 0:
                steps.setdefault(size, Counter())[round(2 * (piece.y - above.y)) / 2] += 1
            last[size] = piece
    leading = {size: _usual_step(found, size) for size, found in steps.items()}
    return Type(letters.most_common(1)[0][0] if letters else 10.0, leading)


def _usual_step(found: Counter[float], size: float) -> float:
    near = {step: count for step, count in found.items() if 0.9 * size <= step <= 3.2 * size}
    return max(near, key=lambda step: (near[step], -step)) if near else 1.25 * size


def overlap(one: Piece, other: Piece) -> float:
    """Return by how many points two pieces stand over each other."""
    return min(one.x1, other.x1) - max(one.x0, other.x0)
