"""PDF and Word of one brief hold the same words, headings, marks, figures and sources, in order."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pikepdf
import pypdfium2
import pytest

from briefing import resources
from briefing.blocks.inline import INLINE
from briefing.blocks.reader import FLOW
from briefing.exporters.docx_xml import qn
from briefing.exporters.pdf import PDF
from briefing.exporters.word import DOCX
from briefing.model import Brief, FieldKind, FieldValue, RenderedBrief, TemplateField
from briefing.templating import TemplateHeader, list_templates, render
from tests import briefs
from tests.exporters.word import WP, Word

_HEAD, _FOOT = 62.0, 53.0
"""Points at the top and the bottom of a page that hold marking, running head and number: no margins
are smaller than those of the tight setting, 22 and 19 mm."""
_HEADINGS = {"Title": "/H1", "heading 1": "/H2", "heading 2": "/H3"}


@dataclass(frozen=True)
class Pair:
    """The two documents of one brief."""

    brief: Brief
    rendered: RenderedBrief
    pdf: bytes
    word: Word

    @cached_property
    def notes(self) -> list[str]:
        """The footnotes of the Word document."""
        return self.word.notes("footnotes")

    @cached_property
    def text(self) -> str:
        """The letters of the PDF, its notes taken out of where they stand."""
        return without_notes(pdf_text(self.pdf), self.notes)


LOOKS: tuple[dict[str, Any], ...] = (
    {"notes": "footnotes", "annex": False},
    {"notes": "endnotes", "contents": True},
    {},
    {"notes": "footnotes", "contents": True},
    {"notes": "endnotes", "annex": False},
    {"annex": False, "duplex": True},
)
"""What can be chosen; each template has one of these looks."""
ARABIC = (
    "بقيت الحدود هادئة منذ شهر آذار.",
    "تحدث الوزيران عن القرى والطرق.",
)


def _rows(field: TemplateField) -> tuple[tuple[str, ...], ...]:
    """Return what somebody wrote in a field."""
    text = f"What {field.name} holds"
    wide = {FieldKind.PAIRS: 2, FieldKind.TABLE: len(field.columns)}.get(field.kind, 1)
    rows = 1 if field.kind in (FieldKind.TEXT, FieldKind.DATE) else 2
    if field.kind is FieldKind.DATE:
        return (("2026-11-30",),)
    return tuple(tuple(f"{text}, {row} {cell}" for cell in range(wide)) for row in range(rows))


def _wanted(header: TemplateHeader, look: dict[str, Any]) -> Brief:
    """Return a brief whose template's fields are filled."""
    fields = tuple(FieldValue(field.name, _rows(field)) for field in header.fields)
    return briefs.brief(briefs.request(template=header.name, fields=fields, **look))


CASES = {
    **{one.name: _wanted(one, look) for one, look in zip(list_templates(), cycle(LOOKS))},
    "from the right": briefs.brief_of(
        *ARABIC, wanted=briefs.request(notes="endnotes", annex=False)
    ),
    "many": briefs.brief(times=4),
    "bare": briefs.brief(briefs.bare_request(), charts=False),
    "empty": briefs.empty_brief(),
    "letter": briefs.brief(briefs.request(page_size="Letter", marking="")),
}


WHOLE_GRAMMAR = """{#
title = "Trial"
description = "All that a template may write."
#}
<html lang="en"><head><meta charset="utf-8"><title>All</title></head><body class="trial">
<h1>All that may stand</h1>
<ol class="contents"></ol>
<p>Noted.<span class="note">Seen <em>in May</em>.</span></p>
<div id="division"><p>First <em>with</em> <strong>looks</strong>, H<sub>2</sub>O and m<sup>2</sup>.
</p>Loose <abbr>etc</abbr><br>words.</div>
<section><h2 class="key">Lists</h2>
<ul><li>Dashed</li><li>Twice</li></ul><p>Between.</p><ol><li>Counted</li><li>Two</li></ol>
<ol class="sources"><li id="source-1"><cite>Of Peace</cite> <span class="origin">a.pdf</span></li>
</ol></section>
<h3>Quoted</h3>
<blockquote><p>Words of one.</p><p>Words of <a href="#division">another</a>.</p></blockquote>
<p class="numbered"><span class="number">7.</span> Seventh</p>
<table id="leads"><caption><span class="label">Table 1.</span> Leads.</caption>
<thead><tr><th scope="col">Theme</th><th scope="col">Lead</th></tr></thead>
<tbody><tr><th scope="row">Trade</th><td><p>One</p><p>Two</p></td></tr>
<tr><td></td><td>Three, <a href="#leads">Table 1</a></td></tr></tbody></table>
<figure id="figure-coverage"><p>How many?</p><img src="figure:coverage" alt="Bars"><figcaption>Many.
</figcaption></figure>
</body></html>"""


def whole_grammar() -> RenderedBrief:
    """Return a document in which each element that a template may write stands once at least."""
    with TemporaryDirectory() as folder:
        Path(folder, "trial.html.j2").write_text(WHOLE_GRAMMAR, "utf-8")
        wanted = briefs.brief(briefs.request(template="trial"))
        return render(wanted, briefs.figures(), briefs.TAXONOMY, [Path(folder)])


def test_everything_that_a_template_may_write_is_the_same_in_both() -> None:
    made = whole_grammar()
    exported = PDF.export(made)
    text, word = pdf_text(exported.data), Word(DOCX.export(made).data)
    place = 0
    for paragraph in (*word.paragraphs(), *word.notes("footnotes")):
        found = text.find(squeezed(paragraph), place)
        assert found >= 0, f"not in the PDF after place {place}: {paragraph}"
        place = found + len(squeezed(paragraph))
        text = text[: place - len(squeezed(paragraph))] + "\n" + text[place:]
        place -= len(squeezed(paragraph)) - 1
    drawn = {letters for figure in made.figures for letters in _drawn(figure.svg)}
    left = [piece for piece in text.split("\n") if not _made_of(piece, drawn | {"–", "."})]
    assert [piece for piece in left if not re.fullmatch(r"[–\d.]*", piece)] == []
    assert exported.remarks == ()


def test_the_readme_names_every_element_that_is_read() -> None:
    readme = (resources.templates() / "README.md").read_text("utf-8")
    told = [name for line in readme.splitlines() for name in re.findall(r"`([^`]+)`", line)]
    named = {word for name in told for word in re.findall(r"[a-z]+\d?", name)}
    assert named >= (FLOW | INLINE)
    used = set(re.findall(r"<([a-z]+\d?)", WHOLE_GRAMMAR))
    assert used >= (FLOW | INLINE) - {"h4"}  # which only the parts of packs have


@lru_cache(maxsize=len(CASES))
def pair(name: str) -> Pair:
    brief = CASES[name]
    rendered = render(brief, briefs.figures() if brief.charts else (), briefs.TAXONOMY)
    word = Word(DOCX.export(rendered).data)
    return Pair(brief, rendered, PDF.export(rendered).data, word)


@pytest.fixture(params=sorted(CASES))
def both(request: pytest.FixtureRequest) -> Pair:
    return pair(str(request.param))


def squeezed(text: str) -> str:
    """Return the letters that count: no white space, no hyphens, no leaders, no case."""
    text = re.sub(r"\.{4,}|\|", "", text)  # leaders, and the tabs that stand for them
    return re.sub(r"[\s\u00ad\u200b-\u200f\u2060\ufffe\x02-]+", "", text).casefold()


def pdf_text(data: bytes) -> str:
    """Return the text of all pages without heads and feet."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        pages = [
            page.get_textpage().get_text_bounded(bottom=_FOOT, top=page.get_height() - _HEAD)
            for page in pdf
        ]
    finally:
        pdf.close()
    return squeezed("".join(pages))


def from_the_right(paragraph: str) -> str:
    """Return the letters of a sentence whose script runs from the right; empty for any other.

    What stands beside it comes out of a PDF before or behind it.
    """
    return "".join(re.findall("[\u0590-\u08ff]+", squeezed(paragraph)))


def without_notes(text: str, notes: Sequence[str]) -> str:
    """Return the letters of a document without its notes, each of which must be in it once."""
    for number, note in enumerate(notes, 1):
        place = re.search(rf"(?:{number}\.?)?{re.escape(squeezed(note))}↑?", text)
        assert place, f"no note {number} in the PDF: {note}"
        text = text[: place.start()] + text[place.end() :]
    return text


def elements(data: bytes) -> Iterator[tuple[str, Any]]:
    """Yield kind and element of the structure tree, in the order of reading."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        stack = [pdf.Root.StructTreeRoot]
        while stack:
            node = stack.pop()
            if isinstance(node, pikepdf.Array):
                stack.extend(reversed(list(node)))
            elif isinstance(node, pikepdf.Dictionary):
                if "/S" in node:
                    yield str(node.S), node
                if "/K" in node:
                    stack.append(node.K)


def outline(data: bytes) -> list[str]:
    pdf = pypdfium2.PdfDocument(data)
    try:
        return [squeezed(entry.get_title()) for entry in pdf.get_toc()]
    finally:
        pdf.close()


def links(data: bytes) -> list[str]:
    """Return where the links within a PDF lead, in the order of their pages."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        annotations = [note for page in pdf.pages for note in page.get("/Annots", [])]
        return [str(note.Dest) for note in annotations if "/Dest" in note]


def test_every_paragraph_of_the_one_stands_in_the_other_in_the_same_order(both: Pair) -> None:
    text, place = both.text, 0
    for paragraph in both.word.paragraphs():
        letters = from_the_right(paragraph) or squeezed(paragraph)
        found = text.find(letters, place)
        assert found >= 0, f"not in the PDF after place {place}: {paragraph}"
        place = found + len(letters)


def test_nothing_but_list_marks_stands_in_the_pdf_alone(both: Pair) -> None:
    text, beside = both.text, set[str]()
    for paragraph in both.word.paragraphs():
        letters = from_the_right(paragraph)
        text = text.replace(letters or squeezed(paragraph), "\n", 1)
        beside |= set(squeezed(paragraph).split(letters)) if letters else set()
    drawn = beside | {letters for figure in both.rendered.figures for letters in _drawn(figure.svg)}
    left = [piece for piece in text.split("\n") if not re.fullmatch(r"[–\d.]*", piece)]
    assert [piece for piece in left if not _made_of(piece, drawn)] == []


def test_headings_are_the_same_on_the_same_levels(both: Pair) -> None:
    styles = [both.word.style(paragraph) for paragraph in both.word.elements("p")]
    kinds = [_HEADINGS[style] for style in styles if style in _HEADINGS]
    assert [kind for kind, _ in elements(both.pdf) if kind in _HEADINGS.values()] == kinds
    texts = [squeezed(text) for text in both.word.paragraphs(*_HEADINGS)]
    assert outline(both.pdf) == texts


def test_marks_lead_to_the_same_places(both: Pair) -> None:
    targets = [link.get(qn("anchor"), "") for link in both.word.elements("hyperlink")]
    noted = [
        link.get(qn("anchor"), "")
        for link in both.word.part("word/footnotes.xml").iter(qn("hyperlink"))
    ]
    found = [name.replace("-", "_") for name in links(both.pdf)]
    # notes stand apart from their calls; one that breaks, or an entry of a list, is two links
    listed = both.brief.request.contents or both.brief.request.notes == "endnotes"
    assert set(found) == set(targets + noted) if noted or listed else found == targets
    marks = [name for name in targets + noted if name.startswith(("passage_", "source_"))]
    assert len(marks) == sum(len(finding.citations) for finding in both.brief.findings)


def test_every_finding_calls_a_note_where_notes_are_wanted(both: Pair) -> None:
    wanted = both.brief.request.notes not in ("", "none")
    noted = both.notes + both.word.notes("endnotes")
    assert len(noted) == (len(both.brief.findings) if wanted else 0)


def test_figures_are_the_same_in_the_same_words(both: Pair) -> None:
    told = [node.get("descr", "") for node in both.word.document.iter(f"{WP}docPr")]
    figures = [str(node.Alt) for kind, node in elements(both.pdf) if kind == "/Figure"]
    assert figures == told == [chart.alt for chart in both.brief.charts]


def test_tables_have_the_same_cells(both: Pair) -> None:
    cells = len(both.word.elements("tc"))
    assert sum(1 for kind, _ in elements(both.pdf) if kind in ("/TD", "/TH")) == cells


def test_findings_stand_in_the_order_of_the_brief(both: Pair) -> None:
    paragraphs = both.word.paragraphs("List Bullet", "List Bullet 2", "List Number")
    places = [
        next(n for n, text in enumerate(paragraphs) if text.startswith(finding.text))
        for finding in {finding.text: finding for finding in both.brief.findings}.values()
    ]
    assert places == sorted(places)


def test_sources_are_listed_in_their_order(both: Pair) -> None:
    titles = [source.metadata.title or source.file_name for source in both.brief.sources]
    listed = both.word.paragraphs("Bibliography")
    assert len(listed) == len(titles)
    assert all(title in entry for title, entry in zip(titles, listed, strict=True))


def _drawn(svg: bytes) -> list[str]:
    return [squeezed(text) for text in re.findall(r"<text[^>]*>([^<]*)<", svg.decode())]


def _made_of(piece: str, words: set[str]) -> bool:
    """Tell whether a piece is nothing but some of the words, one after the other."""
    known = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True) if word)
    return bool(known) and re.fullmatch(rf"(?:{known}|[–\d.])*", piece) is not None
