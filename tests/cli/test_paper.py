"""Paper and binding of a document from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.cli import main
from briefing.errors import RequestError
from briefing.exporters.docx_xml import qn
from briefing.library import Library
from briefing.request_file import parse_request
from tests.exporters.word import Word
from tests.pipeline.desks import add_first

REQUEST = 'title = "Armenia"\nregions = ["Armenia"]\nthemes = ["conflict", "diplomacy"]\n'
PER_MM = 1440 / 25.4


def built(folder: Path, *options: str) -> Word:
    """Return the Word file of a brief that is built with these options."""
    with Library.open(folder / "library") as opened:
        add_first(opened)
    (folder / "a.toml").write_text(REQUEST, "utf-8")
    out = folder / "a.docx"
    where = ["--out", str(out), "--library", str(folder / "library")]
    assert main(["build", str(folder / "a.toml"), *where, *options]) == 0
    return Word(out.read_bytes())


def test_a_document_is_bound_as_wide_as_the_command_says(tmp_path: Path) -> None:
    document = built(tmp_path, "--duplex", "--binding", "30", "--page-size", "Letter")
    assert document.part("word/settings.xml").find(qn("mirrorMargins")) is not None
    (margins,) = document.elements("pgMar")
    assert round(int(margins.get(qn("left"), "")) / PER_MM) == 30
    (size,) = document.elements("pgSz")
    assert round(int(size.get(qn("w"), "")) / 20) == 612


def test_sheets_printed_on_one_side_are_bound_at_their_left(tmp_path: Path) -> None:
    document = built(tmp_path, "--binding", "25")
    assert document.part("word/settings.xml").find(qn("mirrorMargins")) is None
    (margins,) = document.elements("pgMar")
    assert round(int(margins.get(qn("left"), "")) / PER_MM) == 25


def test_a_binding_margin_that_cannot_be_printed_is_refused() -> None:
    assert parse_request("binding_mm = 30").binding_mm == 30
    with pytest.raises(RequestError, match="binding margin of 3 mm"):
        parse_request("binding_mm = 3")
