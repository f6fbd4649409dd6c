"""What the library keeps of findings and blocks, as text."""

from __future__ import annotations

import json

import pytest

from briefing.library.encoding import dump_block, dump_tags
from briefing.model import (
    Block,
    BlockKind,
    Evidence,
    Facet,
    Finding,
    PartialDate,
    Passage,
)
from briefing.quotations import begun_code, full_code

HARD = 'a "quotation" \\ and / \n\t\r\b\f\x00\x1f\x7f\u2028 … é 🛰 </script>'


def test_tags_and_blocks_are_kept_as_the_same_json_that_python_writes() -> None:
    evidence = tuple(Evidence(facet, "KZ", HARD, "a reason") for facet in Facet)
    days = (PartialDate(2020, 5), PartialDate(1999))
    finding = Finding(
        Passage("a" * 64, 0, 0, 4), HARD, mentions=("KZ",), dates=days, evidence=evidence
    )
    said = [["KZ"], [], [], ["2020-05", "1999"], [list(map(str, one)) for one in evidence]]
    assert dump_tags(finding) == json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    block = Block(BlockKind.LIST_ITEM, HARD, 3, (4, 9), 2, 1, ("One", HARD))
    kept = json.dumps(json.loads(dump_block(block)), ensure_ascii=False, separators=(",", ":"))
    assert dump_block(block) == kept


def test_what_is_no_text_is_refused_when_it_is_written() -> None:
    with pytest.raises(UnicodeEncodeError):
        dump_tags(Finding(Passage("a" * 64, 0, 0, 4), "text", mentions=("\udcff",)))


def test_the_code_that_a_library_finds_by_is_the_beginning_of_the_whole_one() -> None:
    for start in range(50):
        passage = Passage("ab" * 32, 7, start, start + 20)
        assert begun_code(passage, 12) == full_code(passage)[:12]
