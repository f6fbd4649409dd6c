"""Sentences on what was asked for and is not in the document, fit to print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from itertools import product

from briefing.assembly.titles import section_title
from briefing.model import Draft, Selection, Taxonomy
from briefing.wording import plural

_MANY = 12
"""Empty sections beyond which naming them all would drown the rest."""


def omissions(
    selection: Selection,
    draft: Draft,
    printed: Collection[tuple[str, str]],
    unprintable: int,
    taxonomy: Taxonomy,
) -> Iterator[str]:
    """Yield sentences on what has no section and what was passed over.

    ``printed`` are the sections that hold findings; ``unprintable`` counts the findings that are
    used but of whose source nothing is known.
    """
    answers = _unused(selection, draft)
    asked = product(selection.request.regions, selection.request.themes)
    missing = [pair for pair in asked if pair not in printed]
    unprinted = [
        f"{section_title(*pair, taxonomy)} ({answers[pair]})" for pair in missing if answers[pair]
    ]
    found = {(item.region, item.theme) for item in selection.distinct}
    nothing = [section_title(*pair, taxonomy) for pair in missing if pair not in found]
    if unprinted:
        yield f"Findings not printed, for length or weakness: {'; '.join(unprinted)}."
    if nothing and len(nothing) < _MANY:
        yield f"Nothing found chiefly on: {'; '.join(nothing)}."
    if selection.undated:
        yield (
            f"Passed over, because nothing tells their date and a period was asked for: "
            f"{plural(selection.undated, 'finding')}."
        )
    if unprintable:
        yield (
            f"Not printed, because their report is not in the library: "
            f"{plural(unprintable, 'finding')}."
        )


def _unused(selection: Selection, draft: Draft) -> Counter[tuple[str, str]]:
    """Return how many findings answer each section that the officer has not left out."""
    decided = {one.passage for one in draft.decisions if one.by_officer}
    return Counter(
        (item.region, item.theme)
        for item in selection.distinct
        if item.stored.finding.passage not in decided
    )
