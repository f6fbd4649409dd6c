"""Text and annex of a brief are laid out apart, and nobody can tell."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import pytest

from briefing.exporters.pdf_composing import Composer, parted
from briefing.exporters.pdf_fetching import FigureFetcher
from briefing.exporters.pdf_layout import sheets, written
from briefing.exporters.pdf_notes import printed
from briefing.exporters.pdf_pages import page_rules
from briefing.exporters.pdf_parsing import ParsedHTML
from briefing.exporters.pdf_typesetting import Press, Typeset, complaints, press
from briefing.model import RenderedBrief
from briefing.templating import render
from tests import briefs
from tests.exporters.test_pdf_preview import words


@lru_cache
def rendered(**changes: object) -> RenderedBrief:
    wanted = briefs.request(**changes)
    return render(briefs.brief(wanted, charts=False), (), briefs.TAXONOMY)


def composed(composer: Composer, brief: RenderedBrief) -> Typeset:
    with press().turn, complaints() as heard:
        made = composer.typeset(brief, FigureFetcher(brief.figures))
    assert not heard.errors + heard.warnings
    return made


def texts(typeset: Typeset) -> list[str]:
    return [words(written(typeset, n, n + 1).pdf)[0] for n in range(len(typeset.pages))]


def test_the_pages_are_those_of_the_whole_laid_out_at_once() -> None:
    brief = rendered(duplex=True)
    made = composed(Composer(), brief)
    fetcher = FigureFetcher(brief.figures)
    with press().turn, complaints():
        whole = press().lay_out(brief.html, page_rules(brief), fetcher, tight=made.tight)
    assert len(made.roots) == 2
    assert made.sides == whole.sides < len(whole.pages)
    assert sheets(made) == sheets(whole)
    assert texts(made) == texts(whole)
    assert f"Page{len(made.pages)}of{len(made.pages)}" in texts(made)[-1]


def test_after_a_change_of_the_text_the_annex_is_not_laid_out_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    composer, laid_out, lay_out = Composer(), [], Press.lay_out

    def watched(press: Press, html: str, *rest: object, **options: bool) -> Typeset:
        laid_out.append('id="annex"' in html)
        return lay_out(press, html, *rest, **options)  # type: ignore[arg-type] # handed on

    monkeypatch.setattr(Press, "lay_out", watched)
    composed(composer, rendered())
    assert laid_out.count(True) == 1
    html = rendered().html.replace("Regional desk", "Another desk")
    changed = replace(rendered(), html=html)
    again = composed(composer, changed)
    assert laid_out.count(True) == 1
    assert texts(again) == texts(composed(Composer(), changed))


def test_what_tells_pages_of_the_annex_is_laid_out_with_it() -> None:
    html = printed(rendered().html)
    listed = html.replace("<h1>", '<ol class="contents"><li><a href="#annex">x</a></li></ol><h1>')
    assert parted(listed) == (listed, "")
    assert parted(rendered(annex=False).html)[1] == ""


def test_rows_without_a_body_of_the_table_are_given_one() -> None:
    html = "<html><body><table><tr><th>a</th></tr><tr><th>b</th></tr></table></body></html>"
    root = ParsedHTML(html, FigureFetcher()).etree_element
    assert [row.findtext("th") for row in root.iterfind("body/table/tbody/tr")] == ["a", "b"]
