"""Reports made to hang, bloat or reach out: text or one sentence, and nothing of other files."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pikepdf
import pytest

from briefing.errors import ImportFailure
from briefing.importers.reading import read_report
from tests.hostile.archives import bomb, overlapping, packed
from tests.importers.made_pdfs import Line, drawn, saved

_SAID = "The talks between Armenia and Azerbaijan were held in Prague in May 2023."
_DEEP = 100_000
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PARAGRAPH = f"<w:p><w:r><w:t>{_SAID}</w:t></w:r></w:p>"
_CELL = f"<w:tc>{_PARAGRAPH}</w:tc>"
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_BOMB = f'<!DOCTYPE w [<!ENTITY l0 "ha">{_LAUGHS}]>'
_RELATION = '<Relationship Id="r{0}" Type="http://x/{1}" Target="{2}" {3}/>'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def _word(body: str, before: str = "", **parts: str) -> bytes:
    text = f"{before}<w:document {_W}><w:body>{body}</w:body></w:document>"
    return packed({"word/document.xml": text.encode()} | {k: v.encode() for k, v in parts.items()})


def _page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}".encode()


def _text(data: bytes, name: str) -> str:
    """Return the text of a report; empty where it is refused in a sentence."""
    began = time.process_time()
    try:
        report = read_report(data, name)
    except ImportFailure:
        return ""
    finally:
        assert time.process_time() - began < 20, "it takes far longer than its size is worth"
    return "\n".join(block.text for block in report.blocks)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", _page("<div>" * _DEEP + _SAID)),
        ("a.html", _page("<ul><li>" * _DEEP + _SAID)),
        ("a.html", _page("<table><tr><td>" * _DEEP + _SAID)),
        ("a.html", _page(_SAID, f"<script type=application/ld+json>{'[' * _DEEP}</script>")),
        ("a.md", ("# T\n\n" + "> " * _DEEP + _SAID).encode()),
        ("a.md", ("# T\n\n" + "[" * _DEEP + _SAID).encode()),
        ("a.docx", _word("<w:p>" * _DEEP + "</w:p>" * _DEEP)),
        ("a.docx", _word("<w:tbl><w:tr><w:tc>" * 80 + _PARAGRAPH + "</w:tc></w:tr></w:tbl>" * 80)),
        ("a.docx", _word("<w:sdt><w:p>" * 110 + _PARAGRAPH + "</w:p></w:sdt>" * 110)),
        ("a.docx", _word("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>", _BOMB)),
        ("a.docx", bomb(_word(_PARAGRAPH))),
        ("a.docx", overlapping(_word(_PARAGRAPH), 20_000)),
        ("a.docx", packed({"word/document.xml": _word(_PARAGRAPH)})),
        ("a.pdf", b"%PDF-1.7\n" + b"[" * _DEEP),
        ("a.txt", b"(" * 500_000),
    ],
)  # fmt: skip
def test_what_is_nested_or_packed_without_end_is_one_sentence_or_text(
    name: str, data: bytes
) -> None:
    assert len(_text(data, name)) < 2_000_000


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", _page("<table>" + "<tr><td>a<td>b" * 5_000 + f"</table><p>{_SAID}")),
        ("a.html", _page(f"<p>{_SAID}<table><tr>" + "<td colspan=1000000 rowspan=65000>a" * 200)),
        ("a.html", _page(f'<p>{_SAID}<img src="data:image/png;base64,{"A" * 2_000_000}">')),
        ("a.docx", _word(f"<w:tbl>{f'<w:tr>{_CELL}</w:tr>' * 5_000}</w:tbl>")),
        ("a.docx", _word(_PARAGRAPH + "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='999999999'/>"
                         f"</w:tcPr>{_PARAGRAPH}</w:tc></w:tr></w:tbl>")),
        ("a.docx", _word(_PARAGRAPH + "<w:p><w:pPr><w:numPr><w:ilvl w:val='99999999999'/><w:numId "
                         "w:val='-5'/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>")),
        ("a.docx", _word(_PARAGRAPH, **{"../../etc/cron": "x", "/abs": "y", "CON": "z"})),
    ],
)  # fmt: skip
def test_tables_spans_and_pictures_beyond_measure_cost_no_word(name: str, data: bytes) -> None:
    assert _SAID in _text(data, name)


@pytest.mark.parametrize(
    "sign", ["\x01", "\x0c", "\ufffe", "&#1;", "&#x0001F;", "&#11", "&#65535;", "&#&#1;1;"]
)
def test_characters_that_no_tree_can_hold_cost_a_page_no_word(sign: str) -> None:
    parts = (
        f"{_SAID} <sup>{sign}th</sup>{sign}<script>x</script>{sign} <a>↩</a>{sign}<select>{sign}"
    )
    page = _page(f"<p>{_SAID}</p><p>{parts}</select>{sign}</p>" + f"<p>{_SAID}</p>" * 30)
    assert _text(page, "a.html").count(_SAID) == 32


def _relations(*rows: tuple[str, str, str]) -> str:
    inner = "".join(_RELATION.format(n, *row) for n, row in enumerate(rows))
    return f'<Relationships xmlns="{_PACKAGE}">{inner}</Relationships>'


@pytest.mark.parametrize("scheme", ["file", "unc", "path"])
def test_a_report_brings_in_no_other_file(tmp_path: Path, scheme: str) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text(f"<w:footnotes {_W}>Perlmutter</w:footnotes>", "utf-8")
    targets = {"file": secret.as_uri(), "unc": "\\\\127.0.0.1\\share\\x", "path": str(secret)}
    target = targets[scheme]
    entity = f'<!DOCTYPE w SYSTEM "{target}" [<!ENTITY x SYSTEM "{target}">]>'
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{target}"/>'
    rows = (("footnotes", target, 'TargetMode="External"'), ("header", target, ""))
    words = "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>"
    related = {"word/_rels/document.xml.rels": _relations(*rows)}
    drawn_in = f'<iframe src="{target}"></iframe><svg><use href="{target}"/></svg>'
    head = f'<link rel=stylesheet href="{target}"><style>@import "{target}"</style>'
    pages = {
        "a.docx": _word(_PARAGRAPH + include + words, entity, **related),
        "a.html": _page(f'<p>{_SAID}</p>{include}<img src="{target}">{drawn_in}', head),
        "a.md": f"# Talks\n\n{_SAID}\n\n![x]({target}) [y]({target})\n\n{include}".encode(),
    }
    for name, data in pages.items():
        assert "Perlmutter" not in _text(data, name)
    assert _SAID in _text(pages["a.html"], "a.html")


def _pdf() -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(drawn([Line(72, 700, _SAID)])))


def _pages_in_a_circle() -> bytes:
    document = _pdf()
    document.Root.Pages.Kids.append(document.Root.Pages)
    return saved(document)


def _form_in_itself() -> bytes:
    document = _pdf()
    form = document.make_stream(b"/F Do ")
    form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    form.BBox = [0, 0, 600, 800]
    form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=form))
    page = document.pages[0]
    page.obj.Resources.XObject = pikepdf.Dictionary(F=form)
    page.contents_add(document.make_stream(b"/F Do"))
    return saved(document)


def _many_pages_told() -> bytes:
    document = _pdf()
    document.Root.Pages.Count = 2_000_000_000
    return saved(document)


def _huge_page() -> bytes:
    document = _pdf()
    document.pages[0].MediaBox = [0, 0, 1e30, 1e30]
    return saved(document)


def _outline_in_a_circle() -> bytes:
    document = _pdf()
    item = document.make_indirect(pikepdf.Dictionary(Title=pikepdf.String("x")))
    item.Next, item.First, item.Parent = item, item, item
    document.Root.Outlines = pikepdf.Dictionary(First=item, Last=item, Count=9)
    document.Root.PageLabels = pikepdf.Dictionary(Kids=[document.Root.Pages])
    return saved(document)


@pytest.mark.parametrize(
    "make",
    [_pages_in_a_circle, _form_in_itself, _many_pages_told, _huge_page, _outline_in_a_circle],
)
def test_a_pdf_without_end_comes_to_an_end(make: object) -> None:
    assert callable(make)
    assert len(_text(make(), "a.pdf")) < 100_000
