"""Make a report's blocks out of what an importer read: clean, numbered, under their headings.

Takes a ``Draft`` of any format; gives blocks, metadata and remarks, or refuses what is no text.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import replace

from briefing.errors import ImportFailure
from briefing.importers.calls import remove_calls
from briefing.importers.characters import clean, clean_rows, pieces, set_pieces, visible
from briefing.importers.draft import Draft, DraftBlock
from briefing.importers.imprint import mark_imprint
from briefing.importers.interview import mark_interview
from briefing.importers.language import settled_language
from briefing.importers.names import split_names
from briefing.importers.web_furniture import mark_site_furniture
from briefing.model import Block, BlockKind, Metadata

_NUMBERED = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUESTION, BlockKind.TABLE}
)
_LEAST_LETTERS = 8  # less is no report
_LEAST_READABLE = 0.55  # share of letters and white space in running text that is language
_SAMPLE = 20_000  # characters
_LETTER = re.compile(r"[^\W\d_]")
_BROKEN = re.compile("[\ufffd\ue000-\uf8ff]")
"""Signs of characters lost, and of those that mean something in one font alone."""
_READABLE = "".join(c for c in map(chr, range(128)) if c.isalpha() or c.isspace()).encode()
"""The letters and white space of plain ASCII: most of any text, and quickly counted."""
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_WHITE = re.compile(r"\s+")


def finish(draft: Draft) -> tuple[tuple[Block, ...], Metadata]:
    """Return the blocks and metadata of a report.

    Raises:
        ImportFailure: nothing to read is left, or what is left is not language.
    """
    blocks = _cleaned(draft.blocks)
    _refuse_unreadable(blocks)
    blocks, interview = mark_interview(mark_site_furniture(blocks))
    imprint = mark_imprint(blocks)
    blocks = remove_calls(blocks)
    metadata = Metadata(authors=interview.respondents).overlaid(imprint).overlaid(draft.metadata)
    if metadata.publisher and set(split_names(metadata.publisher)) <= set(metadata.authors):
        metadata = replace(metadata, publisher="")  # authors who keep their copyright
    language = settled_language(draft.metadata.language, _running_text(blocks))
    return _numbered(blocks), replace(metadata, language=language)


def _cleaned(blocks: list[DraftBlock]) -> list[DraftBlock]:
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            block.text = clean_rows(block.text)
        elif not block.page_breaks:
            block.text = clean(block.text)
        else:
            set_pieces(block, [_WHITE.sub(" ", visible(part)) for part in pieces(block)])
    return [block for block in blocks if any(character.isalnum() for character in block.text)]


def _running_text(blocks: list[DraftBlock]) -> str:
    return " ".join(block.text for block in blocks if block.kind.is_running_text)


def _refuse_unreadable(blocks: list[DraftBlock]) -> None:
    text = " ".join(b.text for b in blocks if b.kind is not BlockKind.FURNITURE)
    letters = itertools.islice(_LETTER.finditer(text, 0, _SAMPLE), _LEAST_LETTERS)
    if len(list(letters)) < _LEAST_LETTERS:
        raise ImportFailure(
            "The file holds no text to read.",
            "If it is a scan, run text recognition on it first; if it is a web page, save it again "
            "once it has loaded completely.",
        )
    if not is_language(text):
        raise ImportFailure(
            "The text in the file is garbled: its characters do not make words.",
            "Ask for another copy, or run text recognition on its pages and import the result.",
        )


def is_language(text: str) -> bool:
    """Return whether ``text`` is made of words rather than of signs and scrambled letters."""
    sample = text[:_SAMPLE]
    coded = sample.encode("utf-8", "replace")
    readable = len(coded) - len(coded.translate(None, _READABLE))
    for run in _BEYOND_ASCII.findall(sample):
        readable += sum(map(str.isalpha, run)) + sum(map(str.isspace, run))
    broken = len(_BROKEN.findall(sample))
    return readable >= _LEAST_READABLE * len(sample) and broken <= 0.02 * len(sample)


def _numbered(blocks: list[DraftBlock]) -> tuple[Block, ...]:
    """Give each block its paragraph number and the headings above it."""
    path: list[tuple[int, str]] = []
    counts: Counter[int | None] = Counter()
    finished = []
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            path = [entry for entry in path if entry[0] < block.level]
        counts[block.page] += block.kind in _NUMBERED
        finished.append(
            Block(
                kind=block.kind,
                text=block.text,
                page=block.page,
                page_breaks=block.page_breaks,
                paragraph=counts[block.page] if block.kind in _NUMBERED else 0,
                level=max(1, block.level) if block.kind is BlockKind.HEADING else 0,
                heading_path=tuple(text for _, text in path),
            )
        )
        if block.kind is BlockKind.HEADING:
            path.append((block.level, block.text))
    return tuple(finished)
