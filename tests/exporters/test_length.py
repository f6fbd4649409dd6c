"""A document grows by what is added to it: one line more never makes the whole of it looser."""

from __future__ import annotations

from dataclasses import replace

from briefing.exporters.pdf_preview import Preview
from briefing.model import Judgement
from briefing.templating import render
from tests import briefs


def length(judgements: int) -> float:
    """Return the length, in sides, of a note with so many judgements of two lines."""
    words = "The talks go on in the capitals and bring no more than a date for the next round. " * 2
    wanted = briefs.request(
        judgements=tuple(Judgement(words + f"No {n}.") for n in range(judgements)), annex=False
    )
    rendered = render(briefs.brief(wanted), briefs.figures(), briefs.TAXONOMY)
    assert rendered.sides == 2
    return Preview().measure(rendered).filled


def test_a_note_that_runs_over_its_length_grows_no_faster_than_what_is_added() -> None:
    lengths = [length(number) for number in range(4, 16, 2)]
    beyond = [n for n, sides in enumerate(lengths) if sides > 2]
    assert beyond, lengths
    first = beyond[0]
    assert lengths[first] - lengths[first - 1] < 0.5, lengths


def test_a_document_without_a_limit_is_set_tighter_only_to_save_a_page() -> None:
    brief = briefs.brief(briefs.request(annex=False), times=4)
    rendered = render(brief, briefs.figures(), briefs.TAXONOMY)
    free = replace(rendered, sides=0)
    assert Preview().measure(free).pages >= 3
