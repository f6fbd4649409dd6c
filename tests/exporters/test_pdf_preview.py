"""The preview's pages are those of the exported PDF; the changed one comes ahead of the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import replace
from functools import lru_cache

import pypdfium2
import pytest

from briefing.errors import ExportError
from briefing.exporters.pdf import PDF
from briefing.exporters.pdf_preview import Preview
from briefing.model import Brief, BriefFinding, RenderedBrief
from briefing.model.desk import PreviewPage
from briefing.rasterising import draw_page
from briefing.templating import render
from tests import briefs

LONG = 4
"""So many times the findings of a short brief: four pages."""


def rendered(brief: Brief) -> RenderedBrief:
    return render(brief, briefs.figures(), briefs.TAXONOMY)


def words(pdf: bytes) -> list[str]:
    """Return the text of each page, without its spaces: tagged text is spaced otherwise."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        texts = (page.get_textpage().get_text_bounded() for page in document)
        return ["".join(text.split()) for text in texts]
    finally:
        document.close()


def unlike(one: PreviewPage, other: PreviewPage, end: float = 0.0) -> float:
    """Return the share of pixels that differ visibly, down to the last finding of the first.

    ``end`` is another part of the page. An edge may be smoothed otherwise.
    """
    first, second = draw_page(one.pdf, 1, 1), draw_page(other.pdf, 1, 1)
    end = end or max(hit.top + hit.height for hit in one.hits)
    rows = slice(0, round(end * first.height) * first.stride)
    pairs = list(zip(first.data[rows], second.data[rows], strict=True))
    return sum(abs(a - b) > 60 for a, b in pairs) / len(pairs)


def shown(
    preview: Preview, brief: Brief, showing: tuple[int, ...] = (1,), changed: str = ""
) -> list[PreviewPage]:
    """Return the pages in the order in which they come."""
    pages: list[PreviewPage] = []
    preview.render(rendered(brief), pages.append, showing, changed)
    return pages


def altered(brief: Brief, number: int, change: Callable[[BriefFinding], str | None]) -> Brief:
    """Return the brief with other words for one finding, or without it."""
    numbers: Iterator[int] = iter(range(len(brief.findings)))
    sections = []
    for section in brief.sections:
        findings = []
        for finding in section.findings:
            text = change(finding) if next(numbers) == number else finding.text
            if text is not None:
                findings.append(replace(finding, text=text))
        sections.append(replace(section, findings=tuple(findings)))
    return replace(brief, sections=tuple(sections))


@lru_cache(maxsize=1)
def long_brief() -> Brief:
    return briefs.brief(briefs.request(annex=False), times=LONG)


@pytest.fixture(scope="module")
def used() -> tuple[Preview, list[PreviewPage]]:
    """A preview that has shown the long brief, and the pages in the order in which they came."""
    made = Preview()
    return made, shown(made, long_brief(), showing=(3, 2))


@pytest.fixture
def preview(used: tuple[Preview, list[PreviewPage]]) -> Preview:
    """A preview that has shown the long brief and nothing since."""
    return copy(used[0])


@pytest.fixture
def pages(used: tuple[Preview, list[PreviewPage]]) -> list[PreviewPage]:
    """The pages of the long brief as they came, those on screen first."""
    return used[1]


@pytest.mark.parametrize(("template", "annex"), [("memo", True), ("note", False)])
def test_pages_are_those_of_the_exported_pdf(template: str, annex: bool) -> None:
    brief = briefs.brief(briefs.request(template=template, annex=annex))
    pages = shown(Preview(), brief)
    exported = words(PDF.export(rendered(brief)).data)
    assert [words(page.pdf) for page in pages] == [[text] for text in exported]
    assert all(page.exact for page in pages)


def test_every_finding_is_found_on_its_page(pages: list[PreviewPage]) -> None:
    in_order = sorted(pages, key=lambda page: page.number)
    hits = [hit for page in in_order for hit in page.hits]
    assert [hit.code for hit in hits] == [finding.code for finding in long_brief().findings]
    assert all(0 < hit.left < hit.left + hit.width < 1 for hit in hits)
    assert all(0 < hit.top < hit.top + hit.height < 1 for hit in hits)


def test_pages_on_screen_come_first(pages: list[PreviewPage]) -> None:
    assert [page.number for page in pages] == [3, 2, 1, *range(4, len(pages) + 1)]


def test_what_has_not_changed_is_not_laid_out_again(
    preview: Preview, pages: list[PreviewPage]
) -> None:
    again = shown(preview, long_brief(), showing=(2,))
    assert {page.number: page for page in pages} == {page.number: page for page in again}


CHANGES: dict[str, Callable[[BriefFinding], str | None]] = {
    "left out": lambda _: None,
    "longer": lambda finding: f"{finding.text} It was signed in two languages, each binding.",
    "shorter": lambda finding: finding.text.partition(" ")[2],
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("number", [0, 33, 70])
def test_the_changed_page_comes_first_and_is_the_page_it_will_be(
    preview: Preview, change: str, number: int
) -> None:
    code = long_brief().findings[number].code
    first, *rest = shown(preview, altered(long_brief(), number, CHANGES[change]), (1,), code)
    same = next(page for page in rest if page.number == first.number)
    assert not first.exact
    assert unlike(first, same) < 0.001
    assert [hit.code for hit in first.hits] == [hit.code for hit in same.hits]
    for ahead, exact in zip(first.hits, same.hits, strict=True):
        assert ahead.top == pytest.approx(exact.top, abs=1e-4)
        assert ahead.left == pytest.approx(exact.left, abs=1e-4)


def test_a_change_seen_on_screen_comes_ahead_of_one_that_is_not(preview: Preview) -> None:
    brief = altered(altered(long_brief(), 2, CHANGES["shorter"]), 68, CHANGES["longer"])
    assert shown(preview, brief, showing=(3,))[0].number == 3


def test_what_runs_over_the_end_of_a_page_is_seen_on_the_next(preview: Preview) -> None:
    # Neither it nor the longer one is set tighter.
    before = briefs.brief(briefs.request(annex=False), times=3)
    shown(preview, before)
    longer = " ".join(["It was signed in two languages, each of them binding."] * 12)
    brief = altered(before, 4, lambda finding: f"{finding.text} {longer}")
    code = before.findings[4].code
    first, second, *rest = shown(preview, brief, (1, 2), code)
    assert [(page.number, page.exact) for page in (first, second)] == [(1, False), (2, False)]
    codes = [hit.code for page in (first, second) for hit in page.hits]
    assert codes == [finding.code for finding in before.findings][: len(codes)]
    exact = next(page for page in rest if page.number == 2)
    assert second.hits[0].code == exact.hits[0].code


def test_another_title_alone_changes_the_first_page_first(preview: Preview) -> None:
    brief = replace(long_brief(), title="Another title")
    first = shown(preview, brief, showing=(1,))[0]
    assert first.number == 1
    assert "Anothertitle" in words(first.pdf)[0]


def test_pages_far_from_the_screen_do_not_come_ahead_of_the_changed_one(preview: Preview) -> None:
    brief = altered(long_brief(), 68, CHANGES["left out"])
    assert not shown(preview, brief, showing=(1,))[0].exact


def test_without_a_change_of_parts_no_page_comes_ahead(preview: Preview) -> None:
    pages: list[PreviewPage] = []
    preview.render(replace(rendered(long_brief()), reference="X/2"), pages.append)
    assert all(page.exact for page in pages)


def test_a_brief_that_begins_anew_is_laid_out_like_any_other(preview: Preview) -> None:
    pages = shown(preview, briefs.empty_brief())
    assert words(pages[-1].pdf) == words(PDF.export(rendered(briefs.empty_brief())).data)
    assert shown(preview, long_brief())[-1].exact


def test_length_counts_the_last_page_by_how_far_it_is_filled() -> None:
    brief = rendered(briefs.brief(charts=False))
    length = Preview().measure(brief)
    sides = PDF.export(brief).sides
    assert sides is not None
    assert sides - 1 < length.filled < sides < length.pages


def test_a_document_is_measured_without_its_pages_which_follow_when_wanted(
    preview: Preview,
) -> None:
    brief, measured = rendered(long_brief()), Preview()
    length = measured.measure(brief)
    written = shown(measured, long_brief())
    assert length == preview.measure(brief)
    assert [page.number for page in written] == list(range(1, length.pages + 1))
    assert all(page.exact for page in written)


def test_what_may_not_be_loaded_is_refused() -> None:
    brief = rendered(briefs.brief(charts=False))
    html = brief.html.replace("<h1>", '<p><img src="https://example.org/a.png" alt="a"></p><h1>')
    with pytest.raises(ExportError, match="not allowed"):
        Preview().render(replace(brief, html=html), lambda _: None)


def test_a_short_list_that_has_no_more_room_on_the_changed_page_leaves_it_whole() -> None:
    made = Preview()
    short = briefs.brief(briefs.request(template="submission", annex=False), times=2)
    last, more = len(short.findings) - 1, " It was signed in two languages, each binding."
    before = altered(short, last, lambda finding: finding.text + more * 15)
    shown(made, before)
    after = altered(short, last, lambda finding: finding.text + more * 17)
    first, *rest = shown(made, after, (2,), short.findings[last].code)
    exact = next(page for page in rest if page.number == 2)
    assert (first.number, first.exact) == (2, False)
    assert "Sources" not in words(exact.pdf)[0]
    assert unlike(first, exact, 1.0) < 0.001
