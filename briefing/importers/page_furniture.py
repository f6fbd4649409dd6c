"""Find the running heads and page numbers of a paged text and read the page map off them.

Takes the lines of a text; marks those that are furniture, tells each line its sheet where the
text shows its sheets completely, and gives the numbers printed on them.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from briefing.importers.lines import Line
from briefing.importers.running_heads import numbered_heads
from briefing.importers.sentences import begins_in_lower_case

_PAGE_NUMBER = re.compile(
    r"(?:page|p\.|seite|página|стр\.)?\s*[-–—\[(|]*\s*(?:page\s+)?(\d{1,4}|[ivxl]{1,6})"
    r"\s*[-–—\])|]*(?:\s*(?:of|/|von|de|sur|из)\s*\d{1,4})?\s*(?:\|?\s*page)?",
    re.IGNORECASE,
)
_NUMBERED_FOOT = re.compile(
    r"\[\s*page\s+(\d{1,4}|[ivxl]{1,6})\s*\]$|\bpage\s+(\d{1,4})$", re.IGNORECASE
)
_COUNTED_PAGE = re.compile(
    r"[-–—\[(]?\s*(?:page|seite|página|стр\.)\s+\d{1,4}\s*(?:of|/|von|de|sur|из)\s*\d{1,4}"
    r"\s*[-–—\])]?",
    re.IGNORECASE,
)
"""A page number that can be nothing else, whatever stands beside it."""
_YEARS = range(1500, 2101)
_LONGEST_HEAD = 120  # characters; a longer line is text
_EDGE = 2  # lines at either end of a sheet among which a running head is looked for
_LEAST_REPEATS = 3
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True, slots=True)
class PageMap:
    """What the page numbers of a text say."""

    labels: tuple[str, ...] = ()
    """The number printed on each sheet, empty where none was read; empty without sheets."""


def read_page_map(lines: list[Line]) -> PageMap:
    """Mark running heads and page numbers in ``lines`` and return the printed page numbers."""
    heads = numbered_heads(lines)
    for index in heads:
        lines[index].is_furniture = True
    numbers = dict(sorted({**_mark_lone_numbers(lines), **heads}.items()))
    _mark_repeated(lines, numbers)
    if any(line.page is not None for line in lines):
        return PageMap(_labels_of_sheets(lines, numbers))
    if heads and not _stands_at_foot(lines, heads):
        return _map_from_heads(lines, heads)
    return _map_from_numbers(lines, numbers)


def _stands_at_foot(lines: list[Line], heads: dict[int, str]) -> bool:
    return max(heads) == len(lines) - 1


def _map_from_heads(lines: list[Line], heads: dict[int, str]) -> PageMap:
    """Begin a sheet at every head; the sheet on which a chapter begins often bears none."""
    steps = {int(after) - int(before) for before, after in itertools.pairwise(heads.values())}
    if steps - {1}:
        return PageMap()
    opens_without = min(heads) > 1
    page = 1 if opens_without else 0
    for index, line in enumerate(lines):
        page += index in heads
        line.page = max(1, page)
    return PageMap(("",) * opens_without + tuple(heads.values()))


def number_on(text: str) -> str:
    """Return the page number that ``text`` is, or the empty string."""
    bare = text.strip()
    match = _PAGE_NUMBER.fullmatch(bare)
    can_be_foot = bare.endswith("]") or bare[-1:].isdigit()
    foot = match or (_NUMBERED_FOOT.search(bare) if can_be_foot else None)
    if foot is None:
        return ""
    label = next(group for group in foot.groups() if group)
    return "" if _value(label) is None else label


def _value(label: str) -> int | None:
    if label.isdigit():
        return int(label)
    total, largest = 0, 0
    for letter in reversed(label.lower()):
        value = _ROMAN[letter]
        total += value if value >= largest else -value
        largest = max(largest, value)
    return total


def _mark_lone_numbers(lines: list[Line]) -> dict[int, str]:
    """Mark page numbers and return them by the index of their line."""
    found: dict[int, str] = {}
    for index, line in enumerate(lines):
        label = number_on(line.text)
        if label and _stands_alone(lines, index) and not _is_year(line.text):
            found[index] = label
            line.is_furniture = True
    return found


def _is_year(text: str) -> bool:
    return text.isdigit() and int(text) in _YEARS


def _stands_alone(lines: list[Line], index: int) -> bool:
    line = lines[index]
    before = lines[index - 1] if index else None
    after = lines[index + 1] if index + 1 < len(lines) else None
    if after is not None and number_on(after.text) and not after.after_gap:
        return False  # a column of figures
    opens = line.after_gap or before is None or before.page != line.page
    closes = after is None or after.after_gap or after.page != line.page
    if _COUNTED_PAGE.fullmatch(line.text) or _NUMBERED_FOOT.search(line.text):
        return True
    return (opens and closes) or after is None


def _mark_repeated(lines: list[Line], numbers: dict[int, str]) -> None:
    """Mark lines that return, figures apart, at the edge of sheets or beside page numbers."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index in _edge_lines(lines, numbers):
        text = lines[index].text
        if len(text) <= _LONGEST_HEAD and not begins_in_lower_case(text):
            places[re.sub(r"\d+", "#", text)].append(index)
    sheets = max(len({line.page for line in lines}), len(numbers))
    least = 2 if sheets in (2, 3) else _LEAST_REPEATS
    for indices in places.values():
        if len(indices) >= least:
            for index in indices:
                lines[index].is_furniture = True


def _edge_lines(lines: list[Line], numbers: dict[int, str]) -> list[int]:
    if any(line.page is not None for line in lines):
        sheets: defaultdict[int | None, list[int]] = defaultdict(list)
        for index, line in enumerate(lines):
            sheets[line.page].append(index)
        return sorted({i for sheet in sheets.values() for i in (*sheet[:_EDGE], *sheet[-_EDGE:])})
    near = {i + step for i in numbers for step in (-2, -1, 1, 2)}
    return [i for i in sorted(near - set(numbers)) if 0 <= i < len(lines)]


def _labels_of_sheets(lines: list[Line], numbers: dict[int, str]) -> tuple[str, ...]:
    sheets = max(line.page or 1 for line in lines)
    labels = [""] * sheets
    for index, label in numbers.items():
        labels[(lines[index].page or 1) - 1] = label
    return tuple(labels) if any(labels) else ()


def _map_from_numbers(lines: list[Line], numbers: dict[int, str]) -> PageMap:
    """Give each line its sheet if the numbers count every sheet; else leave all without."""
    values = [_value(label) for label in numbers.values()]
    steps = Counter((after or 0) - (before or 0) for before, after in itertools.pairwise(values))
    if len(values) < _LEAST_REPEATS or set(steps) != {1}:
        return PageMap()
    indices, labels = list(numbers), list(numbers.values())
    at_foot = indices[-1] >= len(lines) - 2
    at_head = not at_foot and indices[0] <= 1
    if not at_foot and not at_head:
        return PageMap()
    bounds = indices if at_foot else indices[1:]
    page, following = 1, iter([*bounds, len(lines)])
    bound = next(following)
    for index, line in enumerate(lines):
        if index >= bound and not (at_foot and index == bound):
            page, bound = page + 1, next(following, len(lines))
        line.page = min(page, len(labels))
    return PageMap(tuple(labels))
