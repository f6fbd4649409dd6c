"""Running heads, feet and page numbers of a PDF, told by where they stand and how they repeat.

A line at the top or bottom edge is furniture when its words (figures apart) come back at the same
height on another page, when it is a page number in step with its neighbours, or when it stands at
a height where other pages have furniture, in the same type. Left and right pages may differ.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from briefing.importers.page_furniture import number_on
from briefing.importers.pdf.lines import Piece
from briefing.importers.pdf.sheets import PageText, Type, overlap

_EDGE = 0.13
"""Share of the page's height at top and bottom within which furniture is looked for."""
_EDGE_ROWS = 4
_LONGEST = 160
_NUMBER_AT_END = re.compile(r"(?:^|\s)(\d{1,4})$|^(\d{1,4})(?=\s)")


def lift_furniture(pages: list[PageText], usual: Type) -> tuple[str, ...]:
    """Take running heads, feet and page numbers out of the pages; return the printed numbers."""
    edges = [list(_edge_pieces(page)) for page in pages]
    bands = _repeated_bands(pages, edges)
    numbers = _page_numbers(pages, edges)
    for page, edge in zip(pages, edges, strict=True):
        chosen = [p for p in edge if _is_furniture(p, page, bands, numbers, usual)]
        chosen = _standing_apart(chosen, page, usual)
        page.furniture = chosen
        gone = {id(piece) for piece in chosen}
        page.pieces = [piece for piece in page.pieces if id(piece) not in gone]
    return _labels(pages, numbers)


def _edge_pieces(page: PageText) -> Iterator[Piece]:
    """Yield the pieces of the first and last few rows that lie near the page's edges."""
    heights = sorted({round(piece.y) for piece in page.pieces})
    rows = {*heights[:_EDGE_ROWS], *heights[-_EDGE_ROWS:]}
    for piece in page.pieces:
        near = piece.y < _EDGE * page.height or piece.y > (1 - _EDGE) * page.height
        if near and round(piece.y) in rows and len(piece.text) <= _LONGEST:
            yield piece


def _key(piece: Piece) -> str:
    return re.sub(r"\d+", "#", piece.text).strip().lower()


def _height(piece: Piece, page: PageText) -> int:
    """Return a coarse height: from the top for the upper half, from the bottom for the lower."""
    return round((piece.y if piece.y < page.height / 2 else piece.y - page.height) / 4)


def _repeated_bands(
    pages: list[PageText], edges: list[list[Piece]]
) -> dict[int, dict[str, set[float]]]:
    """Return, for each height at which lines repeat, their words and their type sizes."""
    seen: defaultdict[tuple[int, str], set[int]] = defaultdict(set)
    sizes: defaultdict[tuple[int, str], set[float]] = defaultdict(set)
    for page, edge in zip(pages, edges, strict=True):
        for piece in edge:
            for height in (_height(piece, page) + step for step in (-1, 0, 1)):
                seen[height, _key(piece)].add(page.number)
                sizes[height, _key(piece)].add(round(piece.size, 1))
    bands: dict[int, dict[str, set[float]]] = {}
    for (height, key), where in seen.items():
        if len(where) >= _least_repeats(len(pages)):
            bands.setdefault(height, {})[key] = sizes[height, key]
    return bands


def _least_repeats(pages: int) -> int:
    return 2 if pages <= 6 else 3


def _page_numbers(pages: list[PageText], edges: list[list[Piece]]) -> dict[int, str]:
    """Return the printed number of each page whose number is in step with the others."""
    found: dict[int, list[str]] = {}
    for page, edge in zip(pages, edges, strict=True):
        found[page.number] = [label for piece in edge for label in _numbers_in(piece)]
    steps = Counter(
        int(label) - number
        for number, labels in found.items()
        for label in set(labels)
        if label.isdigit()
    )
    usual = {step for step, count in steps.items() if count >= min(2, len(pages))}
    best = max(usual, key=lambda step: steps[step], default=None)
    chosen = {}
    for number, labels in found.items():
        fitting = [label for label in labels if label.isdigit() and int(label) - number == best]
        roman = [label for label in labels if not label.isdigit()]
        if fitting or roman:
            chosen[number] = (fitting or roman)[0]
    return chosen


def _numbers_in(piece: Piece) -> list[str]:
    label = number_on(piece.text)
    if label:
        return [label]
    match = _NUMBER_AT_END.search(piece.text)
    return [match[1] or match[2]] if match and len(piece.text) < _LONGEST else []


def _is_furniture(
    piece: Piece,
    page: PageText,
    bands: dict[int, dict[str, set[float]]],
    numbers: dict[int, str],
    usual: Type,
) -> bool:
    band = bands.get(_height(piece, page), {})
    if _key(piece) in band:
        return True
    label = number_on(piece.text)
    if label and numbers.get(page.number) == label:
        return True
    sizes = {size for found in band.values() for size in found}
    return bool(sizes) and round(piece.size, 1) in sizes and piece.size < 0.97 * usual.size


def _standing_apart(chosen: list[Piece], page: PageText, usual: Type) -> list[Piece]:
    """Leave out what other lines stand close to: the last line of a note is no running foot."""
    while True:
        kept = {id(piece) for piece in chosen}
        others = [piece for piece in page.pieces if id(piece) not in kept]
        apart = [piece for piece in chosen if not any(_is_close(piece, o, usual) for o in others)]
        if len(apart) == len(chosen):
            return chosen
        chosen = apart


def _is_close(piece: Piece, other: Piece, usual: Type) -> bool:
    """Return whether two lines are set as one paragraph: same size, next to each other."""
    alike = abs(piece.size - other.size) <= 0.06 * piece.size
    step = abs(piece.y - other.y)
    return alike and overlap(piece, other) > 0 and 0 < step <= 1.1 * usual.leading_of(piece.size)


def _labels(pages: list[PageText], numbers: dict[int, str]) -> tuple[str, ...]:
    return tuple(numbers.get(page.number, "") for page in pages)
