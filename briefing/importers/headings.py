"""Tell headings, captions and lines of contents from paragraphs where no markup does."""

from __future__ import annotations

import re

from briefing.importers.draft import DraftBlock
from briefing.importers.markers import ENUMERATOR, ITEM_NUMBER, MARKDOWN_HEADING
from briefing.importers.notes import heads_notes
from briefing.importers.sentences import (
    begins_in_caseless_script,
    ends_sentence,
    is_longer,
    is_title_case,
    words,
)
from briefing.model import BlockKind

_HEAD = 60  # characters among which a line's number and first letter stand
_LONGEST_TITLE_CASE = 24  # words
_LONGEST_SENTENCE_CASE = 14
_LONGEST_QUESTION = 7
_LONGEST_LABEL = 3
_LONGEST_RUN = 4  # headings one after another; more are a list
_CONTENTS_LINE = re.compile(r"(?<![.\s])\s*+(?:\.\s?){3,}+\s*+(?:\d{1,4}|[ivxl]+)\b")
_DOTS = re.compile(r"\.\s?\.")
_CAPTION = re.compile(
    r"(?:(?:Figure|Fig\.|Table|Map|Chart|Graph|Box|Exhibit|Photo|Plate|Abbildung|Tabelle|Tableau"
    r"|Cuadro"
    r"|Figura|Gráfico|Рис\.|Таблица)\s*\d{1,3}(?:[.-]\d{1,2})?[a-z]?(?:\s*[.:–—-]\s*\S|\s+[A-ZÀ-ÞА-Я][^.!?]*$)"
    r"|Sources?\s*:\s*\S|(?:Cover )?(?:Photo(?:graph)?|Image|Picture|Illustration)\s*:\s*\S)"
)
_ADDRESS = re.compile(r"https?://|www\.\w|\w@\w")
_LONGEST_CAPTION = 45
_CLOSING = (BlockKind.HEADING, BlockKind.META, BlockKind.FURNITURE)
_LONGEST_CLOSING = 8  # words
_DOTTED = re.compile(r"\d{1,2}((?:\.\d{1,2})*)\.?\s")


def mark_headings(blocks: list[DraftBlock]) -> list[DraftBlock]:
    """Return ``blocks`` with headings, captions and contents lines told apart.

    Level 2 is given to every heading whose markup or number does not say more.
    """
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.PARAGRAPH:
            _classify(block, _next_of_flow(blocks, index))
    _undo_long_runs(blocks)
    return blocks


def _next_of_flow(blocks: list[DraftBlock], index: int) -> DraftBlock | None:
    kinds = (BlockKind.FURNITURE, BlockKind.FOOTNOTE)
    return next(
        (block for block in blocks[index + 1 : index + 12] if block.kind not in kinds), None
    )


def _classify(block: DraftBlock, following: DraftBlock | None) -> None:
    if marked := MARKDOWN_HEADING.match(block.text):
        block.kind, block.level = BlockKind.HEADING, len(marked.group(1))
        block.text = block.text[marked.end() :].rstrip("# ")
    elif _is_contents_line(block.text) or _heads_contents(block, following):
        block.kind = BlockKind.FURNITURE
    elif is_caption(block.text):
        block.kind = BlockKind.CAPTION
    elif heads_notes(block.text) or (
        following is not None and looks_like_heading(block.text, following)
    ):
        block.kind, block.level = BlockKind.HEADING, _level(block.text)
    elif marker := ITEM_NUMBER.match(block.text):
        block.kind, block.text = BlockKind.LIST_ITEM, block.text[marker.end() :]


def is_caption(text: str) -> bool:
    """Return whether the line names a figure, a table or a picture, or where it comes from."""
    return _CAPTION.match(text) is not None and words(text) <= _LONGEST_CAPTION


def _is_contents_line(text: str) -> bool:
    return _DOTS.search(text) is not None and _CONTENTS_LINE.search(text) is not None


def _heads_contents(block: DraftBlock, following: DraftBlock | None) -> bool:
    if following is None or not _is_contents_line(following.text):
        return False
    return words(block.text) <= 4 and not ends_sentence(block.text)


def looks_like_heading(text: str, following: DraftBlock | None = None) -> bool:
    """Return whether a line that stands alone reads as a heading."""
    bare = text.strip("*_ ")
    if not bare or is_longer(bare, _LONGEST_TITLE_CASE) or not _opens_as_heading(bare):
        return False
    if _ADDRESS.search(bare):
        return False
    count = words(bare)
    if following is not None and _are_siblings(bare, following.text):
        return False
    if bare.endswith(":"):
        is_label = count <= _LONGEST_LABEL or (count <= _LONGEST_QUESTION and is_title_case(bare))
        return is_label and following is not None and _is_item(following)
    if bare.endswith((",", ";", "-", "–", "—")):
        return False
    if following is not None and _is_short_sentence(following.text, count):
        return False
    if ends_sentence(bare):
        return bare[-1] in "?!" and (count <= _LONGEST_QUESTION or is_title_case(bare))
    return count <= _LONGEST_SENTENCE_CASE or is_title_case(bare)


def _are_siblings(text: str, following: str) -> bool:
    """Return whether both lines are numbered at the same depth: items of one list."""
    first, second = ENUMERATOR.match(text), ENUMERATOR.match(following)
    if first is None or second is None:
        return False
    return first.group().rstrip(". )").count(".") == second.group().rstrip(". )").count(".")


def _is_item(block: DraftBlock) -> bool:
    return block.kind is BlockKind.LIST_ITEM or ENUMERATOR.match(block.text) is not None


def _is_short_sentence(text: str, longest: int) -> bool:
    """Return whether a sentence no longer than the line follows it: then the line heads nothing."""
    return ends_sentence(text) and words(text) <= longest


def _opens_as_heading(text: str) -> bool:
    body = ENUMERATOR.sub("", text[:_HEAD], count=1)
    first = body.lstrip("\"'“‘«([ ")[:1]
    if not (first.isupper() or first.isdigit() or begins_in_caseless_script(body)):
        return False
    letters = sum(map(str.isalpha, text))
    return letters >= 3 and letters >= 0.5 * len(text.replace(" ", ""))


def _level(text: str) -> int:
    dotted = _DOTTED.match(text)
    return 2 + (dotted.group(1).count(".") if dotted else 0)


def _undo_long_runs(blocks: list[DraftBlock]) -> None:
    """Turn more headings in a row than a report has levels back into list items."""
    run: list[DraftBlock] = []
    for block in [*blocks, DraftBlock(BlockKind.PARAGRAPH, "")]:
        if block.kind is BlockKind.HEADING and block.level == 2:
            run.append(block)
            continue
        if len(run) > _LONGEST_RUN:
            for item in run:
                item.kind, item.level = BlockKind.LIST_ITEM, 0
        run = []


def without_idle_headings(blocks: list[DraftBlock]) -> list[DraftBlock]:
    """Return ``blocks`` with the lines after the last paragraph as imprint: they head nothing."""
    for block in reversed(blocks):
        if block.kind is BlockKind.PARAGRAPH and not _is_closing_line(block.text):
            break
        if block.kind not in (*_CLOSING, BlockKind.PARAGRAPH):
            break
        if block.kind not in (BlockKind.META, BlockKind.FURNITURE) and block.level != 1:
            block.kind, block.level = BlockKind.META, 0
    return blocks


def _is_closing_line(text: str) -> bool:
    return words(text) <= _LONGEST_CLOSING and not ends_sentence(text)
