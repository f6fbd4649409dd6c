"""Mark-up, entities, control and turning characters in words from outside stay words in files."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pikepdf
from lxml import etree

from briefing.exporters.pdf import PDF
from briefing.exporters.word import DOCX
from briefing.model.brief import RenderedBrief
from briefing.templating import render
from tests import briefs

_MARKUP = "<b>x</b><img src=file:///etc/passwd>&amp;"
_PLANTED = f"{_MARKUP}\x0b\u202e end"


def _written() -> RenderedBrief:
    asked = briefs.bare_request(title=f"Talks {_PLANTED}")
    made = briefs.brief_of(f"They said {_PLANTED}.", wanted=asked)
    sources = tuple(
        replace(one, metadata=replace(one.metadata, title=_PLANTED, authors=(_PLANTED,)))
        for one in made.sources
    )
    return render(replace(made, sources=sources), (), briefs.TAXONOMY)


def test_planted_words_stay_words_in_every_part_of_a_word_file() -> None:
    with zipfile.ZipFile(io.BytesIO(DOCX.export(_written()).data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    words = ""
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")):
            tree = etree.fromstring(data)
            words += "".join(tree.itertext())
            assert not tree.xpath("//*[local-name()='img' or local-name()='b'][text()]"), name
            assert not (name.endswith(".rels") and b"passwd" in data), name
    assert words.count(_MARKUP) >= 2


def test_planted_words_stay_words_in_title_outline_and_data_of_a_pdf() -> None:
    with pikepdf.open(io.BytesIO(PDF.export(_written()).data)) as made:
        assert _MARKUP in str(made.docinfo.Title)
        with made.open_metadata() as told:
            assert _MARKUP in told["dc:title"]
        with made.open_outline() as outline:
            assert all("\x0b" not in item.title for item in outline.root)
