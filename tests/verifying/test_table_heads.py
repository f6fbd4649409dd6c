"""Tables that go on over a page: the head that is printed again there is no words added."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.exporters.pdf import PDF
from briefing.exporters.pdf_pack import PackPrinter
from briefing.model.trace import PartKind, TextPart
from briefing.packing import bind, read_annex
from briefing.pipeline.checking_documents import check_document
from briefing.templating import render
from briefing.verifying.pdf_reading import read_pdf
from briefing.verifying.returned import Returned
from briefing.verifying.table_heads import without_repeated_heads
from tests import briefs, packs


def single() -> bytes:
    """Return the PDF of a note with a table that is longer than a page."""
    rendered = render(briefs.brief(briefs.request(annex=False)), (), briefs.TAXONOMY)
    rows = "".join(f"<tr><td>crossing {n}</td><td>open</td></tr>" for n in range(70))
    table = (
        '<table><thead><tr><th scope="col">Crossing</th><th scope="col">State</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )
    return PDF.export(
        replace(rendered, html=rendered.html.replace("</body>", f"{table}</body>"))
    ).data


def bound() -> bytes:
    """Return the PDF of a pack with two tables of one head, the first longer than a page."""
    rows = "".join(f"| {n}:00 | Talks {n} |\n" for n in range(70))
    head = "| Time | What |\n|---|---|\n"
    annex = f"# Programme\n\n{head}{rows}\n## Day two\n\n{head}| 9:00 | Arrival |\n"
    parts = [packs.bound(annex=False)]
    return PackPrinter().export(bind(packs.PACK, parts, [read_annex(annex.encode(), "p.md")])).data


@pytest.mark.parametrize("make", [single, bound])
def test_a_head_printed_again_on_the_next_page_is_no_change(make: object, tmp_path: Path) -> None:
    assert callable(make)
    path = tmp_path / "came back.pdf"
    path.write_bytes(make())
    assert read_pdf(path.read_bytes()).heads
    result = check_document(path)
    assert result.added == ()
    assert result.is_verbatim


def test_a_table_that_begins_a_page_keeps_its_head_though_another_has_the_same() -> None:
    printed = [TextPart(PartKind.TEXT, words) for words in ("Time", "nine", "Time", "ten", "one")]
    text, second = "Time nine\nTime ten", 10
    returned = Returned(f"{text}\nTime one", None, heads=((second, 14), (19, 23)))
    assert without_repeated_heads(returned, printed).split() == [
        "Time",
        "nine",
        "Time",
        "ten",
        "one",
    ]


def test_words_added_at_the_head_of_a_page_are_kept() -> None:
    printed = [TextPart(PartKind.TEXT, words) for words in ("Time", "nine", "ten")]
    returned = Returned("Time nine\nTimes past ten", None, heads=((10, 20),))
    assert without_repeated_heads(returned, printed) == returned.text
