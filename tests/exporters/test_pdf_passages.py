"""After a change only some pages of an annex are laid out anew, and nobody can tell."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from briefing.exporters.pdf_composing import Composer
from briefing.exporters.pdf_layout import sheets, written
from briefing.exporters.pdf_typesetting import Press, Typeset
from briefing.model import RenderedBrief
from tests.exporters.test_pdf_composing import composed, rendered

_LONGEST = 350
"""Words of a passage that takes more than a page."""
_TABLE = "<table class='numbers'><thead><tr><th>Shown</th></tr></thead><tbody>{}</tbody></table>"


def entries(chance: random.Random, sources: int) -> list[list[int]]:
    """Return how many words each passage has, by source."""
    return [[length(chance) for _ in range(chance.randint(1, 4))] for _ in range(sources)]


def length(chance: random.Random) -> int:
    return _LONGEST if chance.random() < 0.03 else chance.randint(5, 80)


def changed(wanted: list[list[int]], chance: random.Random) -> list[list[int]]:
    """Return the same with something left out, put in or written otherwise."""
    made = [list(one) for one in wanted]
    source = made[chance.randrange(len(made))]
    place = chance.randrange(len(source))
    deed = chance.randrange(4)
    if deed == 0:
        source.insert(place, length(chance))
    elif deed == 1:
        source[place] = length(chance)
    elif deed == 2:
        made.insert(chance.randrange(len(made)), [length(chance)])
    else:
        del source[place]
    return [one for one in made if one]


def with_annex(wanted: list[list[int]], rows: int, **changes: object) -> RenderedBrief:
    """Return a brief with an annex of passages that are so long, and a table behind it."""
    brief = rendered(**changes)
    head, _, _ = brief.html.partition('<h2 class="annex"')
    lines = ['<h2 class="annex" id="annex">Passages</h2><p class="annex-note">What is meant.</p>']
    for number, source in enumerate(wanted):
        lines.append(f'<h3 class="annex-source">A report of {sum(source)} words</h3>')
        for words in source:
            place = f'<p class="passage-place"><strong>p. {words}</strong></p>'
            text = f'<p class="passage-text">{"word and " * words}{number % 3}</p>'
            lines.append(f'<div class="passage">{place}{text}</div>')
    if rows:
        lines.append('<h2 class="numbers" id="numbers">Numbers</h2><p class="annex-note">Such.</p>')
        lines.append(_TABLE.format("<tr><td>One</td></tr>" * rows))
    return replace(brief, html=f"{head}{''.join(lines)}</body></html>")


def boxes(typeset: Typeset) -> list[list[tuple[Any, ...]]]:
    """Return what stands where on each page."""

    def described(box: Any) -> Iterator[tuple[Any, ...]]:
        place = (box.position_x, box.position_y, box.width, box.height)
        yield type(box).__name__, box.element_tag, place, getattr(box, "text", "")
        for child in getattr(box, "children", ()):
            yield from described(child)

    return [list(described(page._page_box)) for page in typeset.pages]


def test_after_any_change_the_pages_are_those_laid_out_at_once() -> None:
    chance = random.Random(2)  # noqa: S311 - no secret
    wanted, rows = entries(chance, 14), 40
    composer = Composer()
    composed(composer, with_annex(wanted, rows, duplex=True))
    for _ in range(4):
        wanted = changed(wanted, chance)
        brief = with_annex(wanted, rows, duplex=True)
        again, anew = composed(composer, brief), composed(Composer(), brief)
        assert boxes(again) == boxes(anew)
        assert sheets(again) == sheets(anew)
    last = len(again.pages) - 1
    assert written(again, last, last + 1).pdf == written(anew, last, last + 1).pdf
    whole = [one.document.copy(one.pages).write_pdf() for one in (again, anew)]
    assert whole[0] == whole[1]


def test_pages_before_a_change_and_those_that_begin_as_before_are_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    laid_out, lay_out = [], Press.lay_out

    def watched(press: Press, html: str, *rest: object, **options: bool) -> Typeset:
        laid_out.append(html.count('class="passage'))
        return lay_out(press, html, *rest, **options)  # type: ignore[arg-type] # handed on

    composer = Composer()
    wanted = [[60, 60, 60] for _ in range(30)]
    before = composed(composer, with_annex(wanted, 0))
    wanted[15][1] = 61  # as many lines
    monkeypatch.setattr(Press, "lay_out", watched)
    after = composed(composer, with_annex(wanted, 0))
    assert len(after.pages) == len(before.pages)
    assert 0 < sum(laid_out) < 30 * 3 * 3 / 2
