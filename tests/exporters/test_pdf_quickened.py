"""What makes PDFs quicker changes nothing that is seen, read or written."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from weasyprint.svg import SVG

from briefing.exporters.pdf import PDF
from briefing.exporters.pdf_fetching import FigureFetcher
from briefing.exporters.pdf_typesetting import press
from briefing.model import RenderedBrief
from briefing.templating import render
from tests import briefs

_PLAIN = """
import sys
from briefing.exporters import pdf_quickened
pdf_quickened.KNOWN_VERSION = "none"
from briefing.exporters.pdf import PDF
from tests.exporters.test_pdf_quickened import of_all_kinds, rendered
sys.stdout.buffer.write(PDF.export(rendered("country")).data + of_all_kinds())
"""
_WORDS = "The ceasefire held through the winter, and the border stayed shut to lorries."
_KINDS = "".join(
    f'<div style="width: {width}px; {kind}">{_WORDS} <b>Kapan</b> – <i>{_WORDS[:40]}</i> [3]</div>'
    for width in (30, 200, 331.7)
    for kind in (
        "",
        "white-space: nowrap",
        "white-space: pre-wrap; overflow-wrap: anywhere",
        "hyphens: auto; text-align: justify",
        "direction: rtl; letter-spacing: 1px",
        "display: inline-block; background: #eee; border-radius: 4px; text-indent: 3px",
        "float: right; box-shadow: 1px 1px #333; max-width: 50%",
        "position: absolute; width: auto; left: 20px",
        "display: flex; border: 1px solid",
        "text-decoration: underline; overflow: hidden; text-overflow: ellipsis",
        "list-style: inside; display: list-item; background: url(figure:coverage)",
    )
)


def rendered(template: str = "memo", notes: str = "endnotes") -> RenderedBrief:
    """Return a brief with findings, tables, notes and a chart."""
    wanted = briefs.request(template=template, notes=notes)
    return render(briefs.brief(wanted), briefs.figures(), briefs.TAXONOMY)


def of_all_kinds() -> bytes:
    """Return a PDF of the same words in boxes of many kinds and widths."""
    lists = "<ul>" + "<li>Kapan</li><li>Meghri and Goris</li>" * 4 + "</ul>"
    html = f"<html lang=en><title>-</title><body>{_KINDS}{lists * 3}"
    typeset = press().lay_out(html, "", FigureFetcher(briefs.figures()))
    data: bytes = typeset.document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=b"1")
    return data


def test_pages_are_the_same_as_without_what_is_kept() -> None:
    done = subprocess.run([sys.executable, "-c", _PLAIN], capture_output=True, check=True)  # noqa: S603
    assert PDF.export(rendered("country")).data + of_all_kinds() == done.stdout


def test_a_figure_is_drawn_again_only_when_it_has_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    before = _with_svg(rendered(), b' text-anchor="middle"', b"")
    after = _with_svg(before, b">4</text>", b">7</text>")
    drawn: list[object] = []
    draw = SVG.draw

    def counted(*given: object) -> None:
        drawn.append(given)
        draw(*given)

    monkeypatch.setattr(SVG, "draw", counted)
    shown = [PDF.export(one).data for one in (before, before, after, before)]
    assert len(drawn) == 2
    assert shown[0] == shown[1] == shown[3] != shown[2]


def _with_svg(brief: RenderedBrief, old: bytes, new: bytes) -> RenderedBrief:
    figure = brief.figures[0]
    svg = figure.svg.replace(b' text-anchor="end"', b"").replace(old, new)
    return replace(brief, figures=(replace(figure, svg=svg),))


def test_what_is_written_once_is_what_pydyf_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    brief = rendered()
    ours = PDF.export(brief).data
    monkeypatch.setattr("briefing.exporters.pdf_writing.write_once", lambda _pdf: None)
    theirs = PDF.export(brief).data
    with pikepdf.open(BytesIO(ours)) as one, pikepdf.open(BytesIO(theirs)) as other:
        assert not one.check_pdf_syntax()
        assert _objects(one) == _objects(other)


def _objects(pdf: pikepdf.Pdf) -> list[str]:
    return [
        one.read_bytes().hex() if isinstance(one, pikepdf.Stream) else one.unparse().hex()
        for one in pdf.objects
        if not (isinstance(one, pikepdf.Stream) and one.get("/Type") in ("/ObjStm", "/XRef"))
    ]
