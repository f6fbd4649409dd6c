"""Heads of tables that a PDF repeats on each page a table goes on to: printed once, read again.

Such a head is told from that of another table by what stands on either side of it: around one
that is repeated, the text goes on as it was printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.model.trace import TextPart
from briefing.verifying.returned import Returned
from briefing.verifying.words import Words

_BESIDE = 40
"""Characters on either side that tell a place in the printed text."""


def without_repeated_heads(returned: Returned, parts: Sequence[TextPart]) -> str:
    """Return the text of a document without the heads that the printed parts know once only."""
    if not returned.heads:
        return returned.text
    printed = "".join(Words.of(part.text).folded for part in parts)
    return "".join(_kept(returned, printed))


def _kept(returned: Returned, printed: str) -> Iterator[str]:
    text, reached, before = returned.text, 0, ""
    ends = [start for start, _ in returned.heads[1:]]
    for (start, end), limit in zip(returned.heads, [*ends, len(text)], strict=True):
        yield text[reached:start]
        before += Words.of(text[reached:start]).folded
        head = Words.of(text[start:end]).folded
        after = Words.of(text[end:limit]).folded[:_BESIDE]
        if not _is_repeated(before[-_BESIDE:], head, after, printed):
            yield text[start:end]
            before += head
        reached = end
    yield text[reached:]


def _is_repeated(before: str, head: str, after: str, printed: str) -> bool:
    """Return whether a head at the top of a page repeats one, by the words on either side of it."""
    if head not in printed:
        return False
    return before + after in printed or (
        before + head not in printed and head + after not in printed
    )
