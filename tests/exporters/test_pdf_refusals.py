"""What a PDF refuses: every address but the brief's figures, and HTML that lacks what it must."""

from __future__ import annotations

import os
import socket
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.errors import ExportError
from briefing.exporters.pdf import PDF
from briefing.exporters.pdf_pages import css_string
from briefing.exporters.pdf_typesetting import press
from briefing.model import FigureImage, RenderedBrief, WordPicture
from briefing.templating import render
from tests import briefs


def hostile(body: str, *, lang: str = ' lang="en"') -> RenderedBrief:
    """Return a brief whose HTML went round the check that templates undergo."""
    made = render(briefs.brief(), briefs.figures(), briefs.TAXONOMY)
    html = f"<html{lang}><head><title>t</title></head><body><h1>t</h1>{body}</body></html>"
    return replace(made, html=html, traces=())


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.parametrize(
    "body",
    [
        '<img src="http://example.org/x.png" alt="x">',
        '<img src="https://example.org/x.png" alt="x">',
        '<img src="ftp://example.org/x.png" alt="x">',
        '<img src="file:///etc/passwd" alt="x">',
        '<img src="figure:other" alt="x">',
        '<p style="background: url(http://example.org/x.png)">x</p>',
        "<style>@import url(http://example.org/x.css);</style>",
        "<style>@font-face { font-family: x; src: url(file:///etc/passwd) } p { font-family: x }"
        "</style><p>x</p>",
        '<link rel="stylesheet" href="http://example.org/x.css">',
        '<object data="http://example.org/x.svg"></object>',
    ],
)
def test_nothing_is_loaded_from_elsewhere(body: str) -> None:
    with pytest.raises(ExportError, match=r"asks to load .* which is not allowed"):
        PDF.export(hostile(body))


def test_no_file_is_attached() -> None:
    made = PDF.export(hostile('<link rel="attachment" href="file:///etc/passwd"><p>x</p>'))
    assert b"/EmbeddedFile" not in made.data


@pytest.mark.parametrize("address", ["http://example.org/x.png", "file:///etc/passwd"])
def test_nothing_is_loaded_from_within_a_figure(address: str) -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="9" height="9"><image xlink:href="{address}" width="9" height="9"/></svg>'
    )
    figure = replace(briefs.figures()[0], svg=svg.encode())
    made = replace(render(briefs.brief(), (figure,), briefs.TAXONOMY), figures=(figure,))
    with pytest.raises(ExportError, match=f"asks to load {address}"):
        PDF.export(made)


def test_a_figure_that_is_no_drawing_ends_the_export() -> None:
    broken = FigureImage("coverage", b"not a drawing", lambda: WordPicture(b"", b""), 10.0, 10.0)
    with pytest.raises(ExportError, match="The PDF cannot be made: Failed to load image"):
        PDF.export(render(briefs.brief(), (broken,), briefs.TAXONOMY))


def test_an_image_without_words_ends_the_export() -> None:
    with pytest.raises(ExportError, match="no required alt description"):
        PDF.export(hostile('<img src="figure:coverage">'))


def test_what_the_layout_engine_warns_of_becomes_a_remark() -> None:
    made = PDF.export(hostile('<p style="colour: red">x</p>'))
    assert len(made.remarks) == 1
    assert made.remarks[0].startswith("Layout: Ignored `colour: red`")


@pytest.mark.parametrize(
    "text", ['"; } @import url(http://example.org/x); "', "a\\", "a\nb", "\\22 } body { x: y"]
)
def test_head_and_foot_cannot_be_broken_out_of(text: str) -> None:
    made = replace(hostile("<p>x</p>"), marking=text, reference=text, title=text)
    assert PDF.export(made).remarks == ()


def test_a_css_string_spells_everything_but_letters_and_digits() -> None:
    assert css_string('A "b"\n') == '"A\\20 \\22 b\\22 "'


def test_characters_without_a_font_are_spelt_out_in_the_head_too() -> None:
    assert "4E2D" in css_string("中")


def test_the_environment_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FONTCONFIG_FILE", str(tmp_path / "fonts.conf"))
    press.cache_clear()
    press()
    assert os.environ["FONTCONFIG_FILE"] == str(tmp_path / "fonts.conf")
