"""Rows of words are compared in a bounded time, however often the same word stands in them."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest

from briefing.model.checked import Fate
from briefing.model.trace import PartKind, TextPart
from briefing.verifying import finding_places
from briefing.verifying.comparing import compared
from briefing.verifying.differences import Effort, opcodes
from briefing.verifying.returned import UnreadableError


def test_ordinary_words_are_compared_one_by_one() -> None:
    old = "The ministers met in Prague and agreed on the border".split()
    new = "The two ministers met in Vienna and agreed on it".split()
    plain = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    assert opcodes(old, new, Effort()) == plain


@pytest.mark.parametrize("new", ["a c b d", "x", "a b x c d", "a b c d e", "b c d", "a d", "a a d"])
def test_without_effort_the_middle_is_replaced_and_no_word_lost(new: str) -> None:
    old, words = "a b c d".split(), new.split()
    found = opcodes(old, words, Effort(0))
    assert [word for _, a, b, _, _ in found for word in old[a:b]] == old
    assert [word for _, _, _, c, d in found for word in words[c:d]] == words
    assert all(old[a:b] == words[c:d] for tag, a, b, c, d in found if tag == "equal")


def test_words_that_stand_again_and_again_take_no_more_effort_than_there_is() -> None:
    effort = Effort(100_000)
    found = opcodes(["yes", "no"] * 900, ["yes", "but", "no", "yes"] * 900, effort)
    assert effort.left < 0  # it would have taken minutes
    assert [tag for tag, *_ in found] == ["equal", "replace"]


def test_parts_are_sought_with_bounded_effort_in_words_without_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(finding_places, "_MOST", 3_000_000)
    parts = [TextPart(PartKind.FINDING, f"{number} " + "a" * 20) for number in range(50)]
    assert compared(parts, " ".join(part.text for part in parts)).fates == [Fate.VERBATIM] * 50
    with pytest.raises(UnreadableError, match="too many words"):
        compared(parts, "a " * 50_000)
